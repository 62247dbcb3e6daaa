// Package metadata finds the facts about a document as a whole: title, issuer,
// number, dates, validity. It reads the lines of labels that government sites and
// legal databases set before a text, the head of the text, its signature, the
// sentences that say when it comes into force, and the <meta> elements of its page,
// the surest first. Where a page holds several articles, the facts are the first's.
package metadata

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// Find adds what it finds to doc.Metadata; blocks and tables are known. Each value
// has its place where it stands in the text. Dates are ISO 8601.
func Find(doc *policy.Document) { FindIn(doc, marks.Of(doc)) }

// FindIn is Find for those who have the marks of the blocks, by ID, from marks.Of.
func FindIn(doc *policy.Document, in []uint8) {
	if doc.Metadata == nil {
		doc.Metadata = map[string]policy.Value{}
	}
	f := finder{doc: doc, in: in, found: map[string]ranked{}}
	f.zones()
	f.labelled()
	f.title()
	f.head()
	f.signature()
	f.force()
	f.page()
	f.settle()
}

type finder struct {
	doc   *policy.Document
	in    []uint8 // marks of the blocks
	found map[string]ranked
	body  int // the first block of running text
	heads int // the first heading, or where labels are looked for no more
	name  int // the block of the title, -1 where there is none

	shared bool // a site that shares files gives it
}

// A ranked value is one that a later one of a lower rank replaces.
type ranked struct {
	policy.Value
	rank int
}

// The ranks of sources; those of labels are below.
const (
	headRank = 100 + iota
	signedRank
	clauseRank
	pageRank
	printedRank
)

// set keeps a value unless a surer one is there.
func (f *finder) set(key, value string, at policy.Span, rank int) {
	if old, ok := f.found[key]; ok && old.rank <= rank || value == "" {
		return
	}
	f.found[key] = ranked{policy.Value{Value: value, Span: at}, rank}
}

// settle writes what was found into the metadata. A document without a date of its
// own has that of its publication, which is not when its file was given to a site.
func (f *finder) settle() {
	if f.shared && f.found["publish_date"].rank == labelRank("时间") {
		delete(f.found, "publish_date")
	}
	if d, ok := f.found["publish_date"]; ok {
		f.set("date", d.Value.Value, d.Span, pageRank)
	}
	for key, v := range f.found {
		f.doc.Metadata[key] = v.Value
	}
}

// text is the folded text of block i.
func (f *finder) text(i int) policy.Text {
	b := &f.doc.Blocks[i]
	if t := b.Text.TrimSpace(); t.Len() < b.Text.Len() {
		return normalize.Fold(t)
	}
	return normalize.Folded(b)
}

// Limits of the head of a document, in blocks of its main text.
const (
	headBlocks  = 40
	proseLength = 150 // bytes of a paragraph that is running text
)

// zones finds where the head ends. Before the title any text is not the document's:
// notes of the site that gives it.
func (f *finder) zones() {
	blocks := f.doc.Blocks
	f.body, f.heads, f.name = -1, len(blocks), -1
	main := 0
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Article > 0 || b.Kind == policy.Heading && b.Level > 0 || main == headBlocks:
			f.heads = i
		case b.Kind == policy.Boilerplate:
			continue
		case f.body < 0 && b.Kind == policy.Paragraph && prose(b.Text.String()):
			f.body = i
		}
		if f.heads == i {
			break
		}
		main++
	}
	if f.body < 0 {
		f.body = f.heads
	}
}

// prose says whether s is running text.
func prose(s string) bool {
	return len(s) >= proseLength && strings.Contains(s, "。") && !strings.Contains(s, "】")
}
