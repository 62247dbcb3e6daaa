package read

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A wordWriter writes the Content of a word processor's document and its blocks, in
// reading order: one line feed between two blocks, a line for each row of a table,
// a tab between its columns. Blanks at both ends of a paragraph are left out.
type wordWriter struct {
	doc   *policy.Document
	out   *policy.Editor
	s     string // what is rewritten
	start int    // where the line begins in what is written
	end   int    // of what was written last, in s
	last  rune   // of the line, 0 at its start
	gap   []wordGap
	sep   string // what has to be written before the next line
	cells bool   // a cell is being written: its paragraphs are told apart by a blank
	body  bool   // the text has begun: what stands out now is no title
	taken int    // places of grids so far
}

// A wordGap is a blank that is kept between characters and dropped at the ends of
// a line.
type wordGap struct {
	at, n int
	as    string // what it is written as, "" for itself
	feed  bool   // a line break, which is nothing between characters of writing without blanks
}

// blanks are what is left out at both ends of a line.
const blanks = " \t\r\n\u00a0\u3000\u200b\ufeff"

// put writes the n bytes at byte at, as s where s is not empty.
func (w *wordWriter) put(at, n int, s string) {
	as := s
	if as == "" {
		as = w.s[at : at+n]
	}
	if as == "" {
		return
	}
	if w.last == 0 {
		w.separate("")
		w.start = w.out.Len()
	}
	first, _ := utf8.DecodeRuneInString(as)
	for _, g := range w.gap {
		if !g.feed || !wide(w.last) || !wide(first) {
			w.emit(g.at, g.n, g.as)
		}
	}
	w.gap = w.gap[:0]
	w.emit(at, n, s)
	w.last, _ = utf8.DecodeLastRuneInString(as)
}

// emit writes the n bytes at byte at, as s where s is not empty.
func (w *wordWriter) emit(at, n int, s string) {
	emit(w.out, at, n, s)
	w.end = at + n
}

// blank keeps the n bytes at byte at, written as s, until something follows them.
func (w *wordWriter) blank(at, n int, s string) {
	if w.last != 0 {
		w.gap = append(w.gap, wordGap{at: at, n: n, as: s})
	}
}

// separate writes what parts the blocks and a separator, neither of which stands
// for anything in the file.
func (w *wordWriter) separate(s string) {
	s, w.sep = w.sep+s, ""
	if s != "" {
		w.out.Skip(w.end)
		w.out.Replace(0, s)
	}
}

// words writes the wording between byte from and to. References are resolved and
// controls become blanks; plain wording has no references.
func (w *wordWriter) words(from, to int, plain bool) {
	s := w.s[:to]
	for at := from; at < to; {
		n := wordRun(s[at:], plain)
		if n > 0 {
			rest := s[at : at+n]
			head := len(rest) - len(strings.TrimLeft(rest, blanks))
			tail := len(strings.TrimRight(rest[head:], blanks))
			w.blankRun(at, head)
			if tail > 0 {
				w.put(at+head, tail, "")
			}
			w.blankRun(at+head+tail, n-head-tail)
			at += n
			continue
		}
		r, size := " ", 1
		if s[at] == '&' {
			if r, size = xmlReference(s[at:]); size == 0 {
				r, size = "&", 1
			}
		}
		if strings.Trim(r, blanks) == "" {
			w.blank(at, size, r)
		} else if r[0] >= ' ' && r != "\ufffe" && r != "\uffff" {
			w.put(at, size, r)
		}
		at += size
	}
}

// blankRun is blank for n bytes that stand for themselves, if there are any.
func (w *wordWriter) blankRun(at, n int) {
	if n > 0 {
		w.blank(at, n, "")
	}
}

// wordRun is the length of the bytes at the start of s that mean themselves.
func wordRun(s string, plain bool) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '&' && !plain || c == 0x7f {
			return i
		}
	}
	return len(s)
}

// lineBreak ends a line within a paragraph. The lines of a cell or a heading are
// one, and so are those of a sentence that was broken to fit the page.
func (w *wordWriter) lineBreak(at, n int, kind policy.BlockKind, level int, joined bool) {
	if w.last == 0 {
		return
	}
	if joined || w.cells || w.goesOn() {
		w.gap = append(w.gap, wordGap{at: at, n: n, as: " ", feed: !w.cells})
		return
	}
	w.endLine(kind, level)
}

// goesOn says whether the line being written is long and ends inside a sentence.
func (w *wordWriter) goesOn() bool {
	const long = 20
	return w.out.Len()-w.start >= long*len("字") && (w.last == '，' || w.last == '、' || wide(w.last) && !strings.ContainsRune("。；：！？）】》”…", w.last))
}

// endLine makes a block of the line, if anything was written; in a cell, a blank
// before what follows.
func (w *wordWriter) endLine(kind policy.BlockKind, level int) {
	w.gap = w.gap[:0]
	switch {
	case w.last == 0:
	case w.cells:
		w.gap = append(w.gap, wordGap{at: w.end, as: " "})
	default:
		w.block(kind, level, -1)
	}
}

// kindOf is the kind of a paragraph whose wording is known: sentences are no
// headings, whatever style they were given.
func (w *wordWriter) kindOf(kind policy.BlockKind) policy.BlockKind {
	const longest, long = 60 * len("字"), 20 * len("字")
	if n := w.out.Len() - w.start; kind == policy.Heading && (n > longest || n > long && strings.ContainsRune("。；", w.last)) {
		return policy.Paragraph
	}
	return kind
}

// What a title is set in, in half points: from 小二 to 一号. Red letterheads are larger.
const titleSize, titleSizeMost = 36, 56

// titled is the kind of a paragraph that is centred and set in this size: a short one
// in the size of titles above the text is one.
func (w *wordWriter) titled(kind policy.BlockKind, centred bool, size int) policy.BlockKind {
	const longest = 80 * len("字")
	if kind != policy.Paragraph || !centred || w.body || w.cells || size < titleSize || size > titleSizeMost {
		return kind
	}
	if w.last == 0 || w.out.Len()-w.start > longest || strings.ContainsRune("。；：，", w.last) {
		return kind
	}
	return policy.Title
}

// count writes a paragraph's number, which stands for the text from byte from to to.
func (w *wordWriter) count(n *wordNum, level, from, to int) {
	if number, blank := n.next(level); number != "" {
		w.put(from, to-from, number)
		if blank {
			w.blank(to, 0, " ")
		}
	}
}

// block adds a block from the start of the line to what was written last.
func (w *wordWriter) block(kind policy.BlockKind, level, table int) {
	if kind != policy.Heading {
		level = 0
	}
	const prose = 40 * len("字")
	w.body = w.body || kind == policy.Heading || kind == policy.TableBlock || kind == policy.Paragraph && (w.last == '。' || w.out.Len()-w.start > prose)
	w.doc.Blocks = append(w.doc.Blocks, policy.Block{
		ID: len(w.doc.Blocks), Kind: kind, Level: level,
		Span: policy.Span{Start: w.start, End: w.out.Len()}, Section: -1, Table: table,
	})
	w.last, w.sep = 0, "\n"
}

// here is the place in the Content that is written next.
func (w *wordWriter) here() policy.Span { return policy.Span{Start: w.out.Len(), End: w.out.Len()} }

// finish gives the document its Content, its blocks and cells their Text.
func (w *wordWriter) finish() {
	w.doc.Content = w.out.Cut()
	s := w.doc.Content.String()
	for i := range w.doc.Blocks {
		b := &w.doc.Blocks[i]
		b.Text = policy.Plain(s[b.Span.Start:b.Span.End], b.Span.Start)
	}
	w.markContents()
	for i := range w.doc.Tables {
		t := &w.doc.Tables[i]
		for k := range t.Cells {
			t.Cells[k].Text = cellText(s, t.Cells[k].Span)
		}
		countHeaders(t)
	}
}

// markContents makes boilerplate of the line 目录 above a table of contents.
func (w *wordWriter) markContents() {
	bs := w.doc.Blocks
	for i := 0; i+1 < len(bs); i++ {
		if words := strings.Join(strings.Fields(bs[i].Text.String()), ""); bs[i+1].Kind == policy.Boilerplate && (words == "目录" || words == "目次") {
			bs[i].Kind, bs[i].Level = policy.Boilerplate, 0
		}
	}
}
