// Package layout finds how a document is built. In comes a Document whose Content
// is read: as plain text without Blocks, or with the paragraphs and tables that
// its format marks. Out come its Blocks in reading order (headings with their
// levels, paragraphs with hard-wrapped lines joined, captions, notes, boxes, what
// belongs to the site or the page only), its Tables as grids, and which of several
// articles each belongs to.
//
// A Block's Text leaves out markup, line breaks and page numbers inside a
// sentence; its Span covers them. A digit in the Span that is not in the Text is
// boilerplate.
package layout

import (
	"sync"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// pages keeps the pages that no document is arranged with, for the room of their lists.
var pages = sync.Pool{New: func() any { return new(page) }}

// Arrange gives doc its Blocks and Tables. Blocks do not overlap, and every digit
// of the Content that is not markup stands in one of them. Where doc has Blocks
// already, they are refined: numbered headings, captions, notes and boxes found,
// levels and sections set.
func Arrange(doc *policy.Document) { ArrangeIn(doc, marks.Survey(doc)) }

// ArrangeIn is Arrange for those who have the survey of the Content, by marks.Content.
func ArrangeIn(doc *policy.Document, survey policy.Survey) {
	p := pages.Get().(*page)
	defer p.free()
	p.doc, p.s, p.survey = doc, doc.Content.String(), survey
	var us []unit
	if len(doc.Blocks) > 0 {
		us = p.given()
	} else {
		p.split()
		p.tables()
		p.furniture()
		us = p.units()
	}
	readUnits(us)
	us = lostBreaks(us)
	attachments(us)
	us = p.around(us)
	boxes(us)
	us = joinTitles(titles(us))
	captionTitle(us, doc.Tables)
	write(doc, us)
}

// free lets the page be used for another document. Nothing of it may be used after.
func (p *page) free() {
	*p = page{lines: p.lines[:0], us: p.us[:0], grid: p.grid[:0]}
	pages.Put(p)
}
