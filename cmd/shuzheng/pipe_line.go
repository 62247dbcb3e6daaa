package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"shuzheng/policy"
)

// A lineReader gives the lines of a pipe that hold anything.
type lineReader struct {
	in   *bufio.Reader
	most int64 // bytes of a line
	room *room
	n    int
	err  error // that it ended with
}

// An inputLine is one of them. Of one that is too long nothing is kept.
type inputLine struct {
	number int // from 1
	text   []byte
	long   bool
	most   int64
	taken  int64 // of the room
}

// next gives the next line; false at the end. It waits while too much of what it gave
// is not answered yet.
func (r *lineReader) next() (inputLine, bool) {
	for r.err == nil {
		r.n++
		l := inputLine{number: r.n, most: r.most}
		l.text, l.long, r.err = r.line()
		if r.err == nil || r.err == io.EOF {
			if !l.long && blank(l.text) {
				continue
			}
			l.taken = r.room.take(int64(cap(l.text)))
			return l, true
		}
	}
	return inputLine{}, false
}

// blank says whether a line holds nothing; a long one that begins with spaces is left to
// the reader of JSON.
func blank(line []byte) bool { return len(bytes.TrimSpace(line[:min(len(line), 80)])) == 0 }

// line reads up to the end of a line.
func (r *lineReader) line() (text []byte, long bool, err error) {
	for {
		piece, err := r.in.ReadSlice('\n')
		if !long {
			text = append(text, piece...)
			if int64(len(text)) > r.most+1 {
				text, long = nil, true
			}
		}
		if err != bufio.ErrBufferFull {
			return text, long, err
		}
	}
}

// sourceOf takes a line for what it asks and gives the bytes of the document.
func (x *piping) sourceOf(l *inputLine, o *order) (*policy.Source, error) {
	if l.long {
		return nil, badLinef(l.number, "超过 %d 字节；确要读它，请调大 --max-line", " has more than %d bytes; to read it all the same, raise --max-line", l.most)
	}
	err := json.Unmarshal(l.text, o)
	l.text = nil
	if err != nil {
		id := o.ID
		*o = order{}
		if json.Valid(id) {
			o.ID = id
		}
		return nil, misread(l.number, err)
	}
	if o.given() != 1 {
		return nil, badLinef(l.number, "要有 path、content、text 三者之一", " must have one of path, content and text")
	}
	b, err := x.bytesOf(o)
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > int64(x.maxBytes) {
		return nil, tooLarge{int64(x.maxBytes)}
	}
	return &policy.Source{Bytes: b}, nil
}

// given is how many of path, content and text an order has.
func (o *order) given() int {
	n := 0
	for _, is := range []bool{o.Path != nil, o.Content != nil, o.Text != nil} {
		if is {
			n++
		}
	}
	return n
}

// bytesOf gives the bytes of the document that an order, which has one, is about; its content
// is not kept.
func (x *piping) bytesOf(o *order) ([]byte, error) {
	switch {
	case o.Path != nil:
		return x.file(*o.Path)
	case o.Content != nil:
		b := *o.Content
		o.Content = nil
		return b, nil
	}
	return []byte(*o.Text), nil
}

// misread words what is wrong with a line.
func misread(number int, err error) error {
	var (
		kind   *json.UnmarshalTypeError
		broken base64.CorruptInputError
	)
	switch {
	case errors.As(err, &broken):
		return badLinef(number, "的 content 不是 base64（第 %d 个字符起）", ": its content is no base64 from character %d on", int64(broken)+1)
	case errors.As(err, &kind) && kind.Field != "":
		return badLinef(number, "的 %s 要用引号括起来", ": its %s must be a string", kind.Field)
	}
	return badLinef(number, "不是 JSON 对象；要写成 {\"path\":…}、{\"name\":…,\"content\":base64} 或 {\"text\":…}", " is no JSON object; write {\"path\":…}, {\"name\":…,\"content\":base64} or {\"text\":…}")
}

// file reads a file, with --root only one below it: neither .. nor a link leads out.
func (x *piping) file(path string) ([]byte, error) {
	f, err := x.openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, badLine{"不是普通文件", "it is no regular file"}
	}
	b := make([]byte, 0, min(info.Size(), int64(x.maxBytes))+1)
	in := io.LimitReader(f, int64(x.maxBytes)+1)
	for {
		n, err := in.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case err == io.EOF:
			return b, nil
		case err != nil:
			return nil, err
		case len(b) == cap(b):
			b = append(b, 0)[:len(b)]
		}
	}
}

// openFile opens without waiting for the other end of a pipe.
func (x *piping) openFile(path string) (*os.File, error) {
	if x.root == nil {
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return nil, badLine{"不是普通文件", "it is no regular file"}
		}
		return os.Open(path)
	}
	if filepath.IsAbs(path) {
		base, err := filepath.Abs(x.rootPath)
		if err != nil {
			return nil, err
		}
		if path, err = filepath.Rel(base, path); err != nil {
			return nil, outside()
		}
	}
	info, err := x.root.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return nil, badLine{"不是普通文件", "it is no regular file"}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return nil, err
	case err != nil:
		return nil, outside()
	}
	return x.root.Open(path)
}

func outside() error {
	return badLine{"在 --root 之外，不能读", "it lies outside --root and must not be read"}
}

// A room bounds bytes that are held.
type room struct {
	mu         sync.Mutex
	freed      sync.Cond
	used, most int64
}

func newRoom(most int64) *room {
	r := &room{most: most}
	r.freed.L = &r.mu
	return r
}

// take waits until there is room; something larger than the whole gets it alone.
func (r *room) take(n int64) int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.used > 0 && r.used+n > r.most {
		r.freed.Wait()
	}
	r.used += n
	return n
}

// give gives room back.
func (r *room) give(n int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.used -= n
	r.freed.Broadcast()
}
