package layout

import "shuzheng/policy"

// A writer turns units into Blocks.
type writer struct {
	doc     *policy.Document
	us      []unit
	gs      []group
	of      []int
	out     outline
	article int
}

// write sets doc.Blocks from the units and fills in what Tables know of Blocks.
func write(doc *policy.Document, us []unit) {
	w := writer{doc: doc, us: us}
	w.gs, w.of = groups(us)
	doc.Blocks = make([]policy.Block, 0, countBlocks(us))
	plain := unnumbered(us, w.of)
	for i := range us {
		u := &us[i]
		if u.fresh && len(doc.Blocks) > 0 {
			w.article++
			w.out.open = w.out.open[:0]
		}
		switch {
		case u.kind == policy.Title:
			w.out.title(w.add(u, policy.Title, u.text, u.span))
			doc.Blocks[len(doc.Blocks)-1].Section = -1
		case u.kind == policy.Paragraph && w.of[i] >= 0 && w.gs[w.of[i]].isHeading(u, hasContent(us, w.gs, w.of, i), leads(us, w.gs, w.of, i)):
			w.numbered(i)
		case u.kind == policy.Heading, plain[i]:
			w.open(u, u.text, u.span, spot{depth: u.depth, group: w.of[i]})
		default:
			w.add(u, u.kind, u.text, u.span)
		}
	}
}

// countBlocks is how many blocks the units make at most: two where text may follow a
// heading.
func countBlocks(us []unit) int {
	n := len(us)
	for i := range us {
		if r := &us[i].r; r.style != noStyle && r.shape != whole && (r.shape != item || r.style == article) && r.rest < us[i].text.Len() {
			n++
		}
	}
	return n
}

// add appends a block and gives its ID.
func (w *writer) add(u *unit, kind policy.BlockKind, t policy.Text, span policy.Span) int {
	id := len(w.doc.Blocks)
	w.doc.Blocks = append(w.doc.Blocks, policy.Block{ID: id, Kind: kind, Span: span, Text: t,
		Section: w.out.section(), Article: w.article, Table: u.table})
	if kind == policy.TableBlock && u.table >= 0 {
		t := &w.doc.Tables[u.table]
		t.Block, t.Section, t.Article = id, w.out.section(), w.article
	}
	return id
}

// numbered writes a numbered heading, and the text behind it where it runs in.
func (w *writer) numbered(i int) {
	u := &w.us[i]
	if g := &w.gs[w.of[i]]; u.r.style == article && u.r.shape == closing && (2*g.titled < g.size || !leads(w.us, w.gs, w.of, i)) {
		u.r.head, u.r.rest = u.r.len, skipBlanks(u.str(), u.r.len) // an article of one short sentence
	}
	head, rest := u.text.Slice(0, u.r.head), policy.Text{}
	whole := u.r.rest >= u.text.Len() || u.r.shape == whole
	span := u.span
	if !whole {
		rest = u.text.Slice(u.r.rest, u.text.Len())
		span.End = head.Span(0, head.Len()).End
	}
	w.open(u, head, span, spot{depth: u.depth, group: w.of[i]})
	if !whole {
		w.add(u, policy.Paragraph, rest, policy.Span{Start: rest.Span(0, rest.Len()).Start, End: u.span.End})
	}
}

// open writes a heading block and opens it.
func (w *writer) open(u *unit, t policy.Text, span policy.Span, s spot) {
	s.block = w.add(u, policy.Heading, t, span)
	b := &w.doc.Blocks[s.block]
	b.Level, b.Section = w.out.place(s, w.gs)
	if s.group >= 0 && w.gs[s.group].level == 0 {
		w.gs[s.group].level = b.Level
	}
}
