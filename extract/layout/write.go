package layout

import (
	"strings"

	"shuzheng/policy"
)

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
	doc.Blocks = make([]policy.Block, 0, len(us)+len(us)/4)
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
		case u.kind == policy.Paragraph && w.of[i] >= 0 && w.gs[w.of[i]].isHeading(u, hasContent(us, w.gs, w.of, i)):
			w.numbered(i)
		case u.kind == policy.Heading, plain[i]:
			w.heading(i)
		default:
			w.add(u, u.kind, u.text, u.span)
		}
	}
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

// heading writes an unnumbered heading, or one that its format marks.
func (w *writer) heading(i int) {
	u := &w.us[i]
	w.open(u, u.text, u.span, spot{depth: u.depth, group: w.of[i]})
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

// unnumbered finds the headings that have neither number nor mark: short lines
// alone, with no punctuation at the end, followed by prose. One alone is no proof:
// a text that uses them has several.
func unnumbered(us []unit, of []int) map[int]bool {
	found := map[int]bool{}
	n := 0
	for i := range us {
		if us[i].bold && boldHeading(us, i) {
			found[i] = true
			continue
		}
		if standsAlone(us, i) {
			found[i] = true
			n++
		}
	}
	if n < 2 {
		for i := range found {
			if !us[i].bold {
				delete(found, i)
			}
		}
	}
	if i := firstBodied(us); n >= 2 && found[i] && setApart(us, i, found) {
		us[i].kind = policy.Title
	}
	return found
}

// firstBodied is the first unit that is no boilerplate.
func firstBodied(us []unit) int {
	for i := range us {
		if us[i].kind != policy.Boilerplate {
			return i
		}
	}
	return 0
}

// setApart says whether more room follows unit i than the other unnumbered
// headings: it is the title above them.
func setApart(us []unit, i int, heads map[int]bool) bool {
	wide := 0
	for k := range heads {
		if k != i && k+1 < len(us) && us[k+1].gap >= us[i+1].gap {
			wide++
		}
	}
	return wide == 0
}

// boldHeading says whether unit i is a headline set in bold.
func boldHeading(us []unit, i int) bool {
	u := &us[i]
	n := runeCount(u.str())
	return u.kind == policy.Paragraph && u.r.style == noStyle && n >= 2 && n <= 40 && u.end() == openEnd &&
		i+1 < len(us) && us[i+1].kind == policy.Paragraph && !us[i+1].bold
}

// standsAlone says whether unit i has the form and the place of an unnumbered
// heading.
func standsAlone(us []unit, i int) bool {
	u := &us[i]
	if u.kind != policy.Paragraph || u.r.style != noStyle || u.lines > 1 || u.width < 8 || u.width > 50 || u.tab || u.end() != openEnd {
		return false
	}
	if strings.ContainsAny(u.str(), "。；，：:;,|｜=@") || !startsWithHan(u.str()) || hasFigure(u.str()) || isDate(u.str()) || isSignature(us, i) {
		return false
	}
	if i+1 >= len(us) || !us[i+1].prose() || us[i+1].width < u.width || sharesStart(u.str(), us[i+1].str()) {
		return false
	}
	return i == 0 || us[i-1].kind != policy.Paragraph || us[i-1].end() == closedEnd || us[i-1].r.style != noStyle
}

// sharesStart says whether a and b begin with the same words, as the caption of a
// picture does with the sentence beside it.
func sharesStart(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5*len("字")
}

// startsWithHan says whether s begins with a Chinese character or a quotation mark
// before one.
func startsWithHan(s string) bool {
	r := firstRune(strings.TrimPrefix(s, "“"))
	return isHan(r)
}
