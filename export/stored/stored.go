// Package stored reads back the JSON that export writes. In comes an object, an
// array of them or one a line; out comes a policy.Document for each, with what the
// JSON says besides: the quotes as they were written and the sum of the text, by
// which an edited file can be told.
//
// Restored are the source's name, format, charset and sum, the text, metadata,
// blocks, tables, figures with all their evidence and their places in the file
// (page and box, part and bytes, cell), platforms, tasks, references, the ledger,
// checks and problems: writing the document again gives the same bytes. Not in the
// JSON, and so not restored: the bytes of the source (Document.Bytes is how many
// there were), Block.Article, Table.Article, Figure.Trace, where a task's words and
// organs stand, which responsible organs only help, and the code of a check's
// reason, for which its wording stands.
//
// The file may be anybody's: an unknown key, a place outside the text, a code that
// does not exist, too many bytes are an *Error and never a panic.
package stored

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"shuzheng/policy"
)

// SchemaName is the value of "schema" in the documents that are read.
const SchemaName = "shuzheng/document/1"

// A Document is one document read back.
type Document struct {
	*policy.Document
	Bytes   int     // of the source
	TextSum string  // SHA-256 of the text as the file says; the text may be another by now
	Quotes  []Quote // for each figure, as the file says

	At policy.Span // bytes of the file that hold it, with what separates it from the one before
}

// A Quote is what a file says stands at a figure's place. Where it differs from the
// text at Evidence.Span, the file was edited.
type Quote struct {
	Exact, Prefix, Suffix string
	Line                  int // from 1
}

// An Error says what is wrong with a file, and where.
type Error struct {
	Number int    // of the document in the file, from 1
	At     string // figures[3].evidence.start; "" for the document as a whole
	What   string // in English: not a decimal number
}

func (e *Error) Error() string {
	if e.At == "" {
		return fmt.Sprintf("document %d: %s", e.Number, e.What)
	}
	return fmt.Sprintf("document %d: %s: %s", e.Number, e.At, e.What)
}

// Looks says whether a file that begins with head is one of ours. It is quick and
// may be wrong for a file that only begins like one.
func Looks(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	head = bytes.TrimLeft(head, "[ \t\r\n")
	head, ok := bytes.CutPrefix(head, []byte("{"))
	for _, token := range []string{`"schema"`, ":", `"` + SchemaName + `"`} {
		var found bool
		head, found = bytes.CutPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte(token))
		ok = ok && found
	}
	return ok
}

// Each reads the documents of r one after the other and gives each to do, whose error
// ends it. One document may have at most maxBytes; only one is in memory at a time.
func Each(r io.Reader, maxBytes int64, do func(*Document) error) error {
	b := &bounded{r: r, left: maxBytes, most: maxBytes}
	in := bufio.NewReader(b)
	skipped := 0
	if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
		skipped, _ = in.Discard(3)
	}
	dec := json.NewDecoder(in)
	dec.DisallowUnknownFields()
	array, spaces, err := opens(in, dec)
	if err != nil {
		return err
	}
	skipped += spaces
	n := 1
	for ; !array || dec.More(); n++ {
		b.left = b.most
		start := skipped + int(dec.InputOffset())
		var raw document
		if err := dec.Decode(&raw); err == io.EOF && !array && n > 1 {
			return nil
		} else if err != nil {
			return wrongJSON(n, err)
		}
		doc, err := raw.restore()
		if err != nil {
			return &Error{n, err.at, err.what}
		}
		doc.At = policy.Span{Start: start, End: skipped + int(dec.InputOffset())}
		if err := do(doc); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil { // the bracket that ends the array
		return wrongJSON(n, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return &Error{n, "", "something follows the end of the array"}
	}
	return nil
}

// One reads one document again, at the place Each gave for it.
func One(r io.ReaderAt, at policy.Span) (*Document, error) {
	b := make([]byte, at.Len())
	if _, err := r.ReadAt(b, int64(at.Start)); err != nil {
		return nil, err
	}
	var one *Document
	err := Each(bytes.NewReader(bytes.TrimLeft(b, ", \t\r\n")), int64(len(b))+1, func(d *Document) error {
		one = d
		return nil
	})
	if err == nil && one == nil {
		err = &Error{1, "", "is not there any more"}
	}
	return one, err
}

// opens says whether the documents stand in an array, and takes its bracket; spaces
// are the bytes before it.
func opens(in *bufio.Reader, dec *json.Decoder) (array bool, spaces int, err error) {
	for {
		switch c, err := in.ReadByte(); {
		case err != nil:
			return false, spaces, wrongJSON(1, err)
		case c == ' ', c == '\t', c == '\r', c == '\n':
			spaces++
		default:
			in.UnreadByte()
			if c != '[' {
				return false, spaces, nil
			}
			_, err := dec.Token()
			return true, spaces, err
		}
	}
}

// wrongJSON words an error of reading or parsing.
func wrongJSON(n int, err error) error {
	var (
		syntax *json.SyntaxError
		kind   *json.UnmarshalTypeError
	)
	switch {
	case errors.As(err, &kind):
		return &Error{n, kind.Field, "holds a " + kind.Value}
	case errors.As(err, &syntax):
		return &Error{n, "", fmt.Sprintf("no JSON: %v at byte %d", err, syntax.Offset)}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &Error{n, "", "the file ends too early"}
	}
	return &Error{n, "", err.Error()}
}

// A bounded reader ends with an error where a document is too large, and where bytes
// are no UTF-8: the decoder of JSON would put signs of its own there.
type bounded struct {
	r          io.Reader
	left, most int64
	torn       []byte // the beginning of a character
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("more than %d bytes", b.most)
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if !b.valid(p[:n]) || err == io.EOF && len(b.torn) > 0 {
		return 0, errors.New("no UTF-8")
	}
	return n, err
}

// valid checks p, which goes on where the last one ended.
func (b *bounded) valid(p []byte) bool {
	for len(b.torn) > 0 && len(p) > 0 {
		b.torn, p = append(b.torn, p[0]), p[1:]
		if utf8.FullRune(b.torn) {
			if r, n := utf8.DecodeRune(b.torn); r == utf8.RuneError && n == 1 {
				return false
			}
			b.torn = b.torn[:0]
		}
	}
	whole := len(p)
	for back := 1; back < utf8.UTFMax && back <= len(p); back++ {
		if tail := p[len(p)-back:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				whole -= back
				b.torn = append(b.torn, tail...)
			}
			break
		}
	}
	return utf8.Valid(p[:whole])
}
