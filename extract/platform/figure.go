package platform

import (
	"slices"
	"sort"
	"strings"

	"shuzheng/policy"
)

// figures gives each platform the figures about it: of its row in a table, of the
// clauses that it is the subject of, before a 的 that leads to it.
func (g *gathering) figures(ps []passage, doc *policy.Document) {
	if len(g.entries) == 0 {
		return
	}
	prose := make([]*passage, len(doc.Blocks)) // by ID of the block
	for i := range ps {
		if p := &ps[i]; p.table == nil && len(p.names) > 0 && p.block < len(prose) {
			prose[p.block] = p
		}
	}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		if f.Table == nil && f.Block < len(prose) && prose[f.Block] != nil {
			g.clause(prose[f.Block], f)
		}
	}
	g.rows(ps, doc.Figures)
}

// rows links the figures in the rows of platforms.
func (g *gathering) rows(ps []passage, figures []policy.Figure) {
	in := byRow(figures)
	for i := range ps {
		p := &ps[i]
		for k := range p.names {
			if n := &p.names[k]; p.table != nil && n.verdict == sureName && n.has(isLabel) {
				in.give(&g.entries[g.root(n.entry)], p)
			}
		}
	}
}

// A rowFigures lists figures of tables by their row, whatever the table.
type rowFigures struct {
	figures []policy.Figure
	first   []int // by row: 1 + index of its first figure, 0 if it has none
	next    []int // by figure: the same for the next of its row
}

func byRow(figures []policy.Figure) rowFigures {
	rows := 0
	for i := range figures {
		if t := figures[i].Table; t != nil {
			rows = max(rows, t.Row+1)
		}
	}
	if rows == 0 {
		return rowFigures{}
	}
	in := rowFigures{figures, make([]int, rows), make([]int, len(figures))}
	for i := len(figures) - 1; i >= 0; i-- {
		if t := figures[i].Table; t != nil {
			in.next[i], in.first[t.Row] = in.first[t.Row], i+1
		}
	}
	return in
}

// give links the figures in the row of a cell to the platform that it names.
func (in *rowFigures) give(e *entry, p *passage) {
	if p.row >= len(in.first) {
		return
	}
	for i := in.first[p.row]; i > 0; i = in.next[i-1] {
		if f := &in.figures[i-1]; f.Table.Table == p.table.ID {
			e.figure(f.ID)
		}
	}
}

// maxFigures bounds how many figures are linked to one platform.
const maxFigures = 400

// figure notes a figure, once.
func (e *entry) figure(id string) {
	if len(e.figures) < maxFigures && !slices.Contains(e.figures, id) {
		e.figures = append(e.figures, id)
	}
}

// nearNames is how many names before a figure are looked at for its subject.
const nearNames = 16

// clause links a figure of running text to the platform its clause speaks of.
func (g *gathering) clause(p *passage, f *policy.Figure) {
	start, end := p.text.Offset(f.Evidence.Span.Start), p.text.Offset(f.Evidence.Span.End)
	next := sort.Search(len(p.names), func(k int) bool { return p.names[k].end > start })
	if next < len(p.names) && p.names[next].verdict == sureName && p.names[next].start >= end {
		n := &p.names[next]
		if gap := p.s[end:n.start]; gap == "的" || gap == "的“" {
			g.entries[g.root(n.entry)].figure(f.ID) // 规模2亿元的X基金
			return
		}
	}
	for k := next - 1; k >= 0 && k >= next-nearNames; k-- {
		if n := &p.names[k]; n.verdict == sureName && n.subject(p.s) {
			if reaches(p.s, n, start) {
				g.entries[g.root(n.entry)].figure(f.ID)
			}
			return
		}
	}
}

// sentenceEnds end what a clause says of its subject.
var sentenceEnds = markSet{policy.WideSetOf("。；！？"), "。；！？"}

// reaches says whether what a clause with n for its subject says goes on up to
// byte at.
func reaches(s string, n *name, at int) bool {
	between := s[n.end:at]
	rest := strings.TrimPrefix(between, "”")
	if strings.HasPrefix(rest, "：") && n.start <= len("“") {
		return true // an entry of a box: X：…
	}
	if sentenceEnds.in(between) || policy.BeginsAny(rest, "等", "、", "+") {
		return false // 等4所大学 counts the list
	}
	k := strings.LastIndex(between, "，")
	return k < 0 || goesOnWords.longest(s[n.end+k+3:]) != ""
}
