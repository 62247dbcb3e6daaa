package export

import (
	"math/bits"
	"slices"

	"shuzheng/policy"
)

// A quotedText is a text as it was appended to a buffer as a JSON string, with what leads
// from its bytes to those of the string: a range of it is quoted by copying from there.
// A document's Content is quoted many times over, in its blocks and around each figure.
type quotedText struct {
	at     int // of its first byte in the buffer
	blocks []escapeBlock
	longer bool // some escape is more than a byte longer than what it stands for: places cannot be counted
}

// An escapeBlock is 64 bytes of the text.
type escapeBlock struct {
	before  int    // escapes before it
	escapes uint64 // bit i: byte i is escaped
}

// appendText appends the valid UTF-8 s as a JSON string.
func (q *quotedText) appendText(dst []byte, s string) []byte {
	*q = quotedText{at: len(dst) + 1, blocks: slices.Grow(q.blocks[:0], len(s)/64+1)[:len(s)/64+1]}
	clear(q.blocks)
	dst = appendEscaped(dst, s, q)
	q.count()
	return dst
}

// note notes that byte i of the text was written as esc.
func (q *quotedText) note(i, size int, esc string) {
	q.blocks[i/64].escapes |= 1 << (i % 64)
	q.longer = q.longer || len(esc) != size+1
}

// count counts the escapes before each block.
func (q *quotedText) count() {
	n := 0
	for i := range q.blocks {
		q.blocks[i].before = n
		n += bits.OnesCount64(q.blocks[i].escapes)
	}
}

// place is where byte i of the text stands in the buffer.
func (q *quotedText) place(i int) int {
	b, bit := &q.blocks[uint(i)/64], uint(i)%64
	return q.at + i + b.before + bits.OnesCount64(b.escapes&(1<<bit-1))
}

// content writes the wording of a range of the Content.
func (w *jsonWriter) content(key string, at policy.Span) {
	w.raw(key)
	w.quoteContent(at)
}

func (w *jsonWriter) quoteContent(at policy.Span) {
	q := w.quoted
	if q == nil || q.longer {
		w.quote(w.at.text[at.Start:at.End])
		return
	}
	b := append(w.buf, '"')
	b = append(b, b[q.place(at.Start):q.place(at.End)]...)
	w.buf = append(b, '"')
}

// wording writes the wording s of what stands at a range of the Content: most often that
// very range.
func (w *jsonWriter) wording(key string, at policy.Span, s string) {
	w.raw(key)
	if len(s) == at.Len() && s == w.at.text[at.Start:at.End] {
		w.quoteContent(at)
		return
	}
	w.quote(s)
}
