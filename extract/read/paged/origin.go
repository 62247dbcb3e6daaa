package paged

import (
	"sort"

	"shuzheng/policy"
)

// An origin leads from the Content back to the pages.
type origin struct{ marks []mark }

// A mark says which glyph the Content holds from byte at on.
type mark struct {
	at   int
	page *Page
	g    *Glyph
}

func (o *origin) add(at int, p *Page, g *Glyph) { o.marks = append(o.marks, mark{at, p, g}) }

// Place finds a range: its page, the box round its characters on that page, and the
// bytes of the part in which it begins, as far as they stand in one piece.
func (o *origin) Place(at policy.Span) policy.Place {
	i := sort.Search(len(o.marks), func(i int) bool { return o.marks[i].at > at.Start })
	i = max(i-1, 0)
	if i == len(o.marks) {
		return policy.Place{}
	}
	m := o.marks[i]
	p := policy.Place{Part: m.part(), Span: m.g.At, Page: m.page.Number, Box: m.g.box()}
	for i++; i < len(o.marks) && o.marks[i].at < at.End && o.marks[i].page == m.page; i++ {
		n := o.marks[i]
		p.Box = union(p.Box, n.g.box())
		if n.g.Part == m.g.Part && n.g.At.Start >= p.Span.End {
			p.Span.End = n.g.At.End
		}
	}
	return p
}

func (m *mark) part() string {
	if m.g.Part < len(m.page.Parts) {
		return m.page.Parts[m.g.Part]
	}
	return ""
}
