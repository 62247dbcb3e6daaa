package export

import "shuzheng/policy"

// A Reader is a document as the outputs show it: what writers outside this package
// share with the workbook.
type Reader struct{ v *view }

// NewReader looks at a document. Like an Index it is for one goroutine.
func NewReader(doc *policy.Document) *Reader { return &Reader{newView(doc, Chinese)} }

// Name is the document's title, or the name of its file.
func (r *Reader) Name() string { return r.v.name }

// Rune and Line are those of an Index.
func (r *Reader) Rune(off int) int { return r.v.index.Rune(off) }

// Line is the number of the line that holds byte offset off, from 1.
func (r *Reader) Line(off int) int { return r.v.index.Line(off) }

// Sentence is the sentence that a figure stands in, or its row of a table.
func (r *Reader) Sentence(f *policy.Figure) string { return r.v.quote(f).String() }

// SentenceAt is the sentence around a place of the Content.
func (r *Reader) SentenceAt(at policy.Span) string { return r.v.sentenceAt(at).String() }

// Section words the headings that enclose a block: 二、主要目标 › （一）总体目标.
func (r *Reader) Section(block int) string { return r.v.section(block) }

// BlockAt is the ID of the block that holds a place of the Content, -1 if none does.
func (r *Reader) BlockAt(at policy.Span) int { return blockAt(r.v.doc, at) }

// Signed gives the value, the upper end and the bound of a figure; those of a decrease
// are below zero: 下降5%以上 is at most -5.
func Signed(f *policy.Figure) (value, high string, bound policy.Comparator) { return signed(f) }

// Visible makes control characters visible (␀ ␁ …) and line ends line feeds: text that
// every format and every reader takes.
func Visible(s string) string { return clean(s) }
