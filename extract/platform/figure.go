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
	at := map[policy.CellRef][]*entry{} // of no column
	for i := range ps {
		p := &ps[i]
		if p.table == nil {
			continue
		}
		for k := range p.names {
			if n := &p.names[k]; n.verdict == sureName && n.has(isLabel) {
				ref := policy.CellRef{Table: p.table.ID, Row: p.row}
				at[ref] = append(at[ref], &g.entries[g.root(n.entry)])
			}
		}
	}
	for i := 0; i < len(figures) && len(at) > 0; i++ {
		if t := figures[i].Table; t != nil {
			for _, e := range at[policy.CellRef{Table: t.Table, Row: t.Row}] {
				e.figure(figures[i].ID)
			}
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
	start := p.text.Offset(f.Evidence.Span.Start)
	next := sort.Search(len(p.names), func(k int) bool { return p.names[k].end > start })
	if next < len(p.names) && p.names[next].verdict == sureName {
		n, end := &p.names[next], p.text.Offset(f.Evidence.Span.End)
		if gap := p.s[min(end, n.start):n.start]; gap == "的" || gap == "的“" {
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

// reaches says whether what a clause with n for its subject says goes on up to
// byte at.
func reaches(s string, n *name, at int) bool {
	between := s[n.end:at]
	rest := strings.TrimPrefix(between, "”")
	if strings.HasPrefix(rest, "：") && n.start <= len("“") {
		return true // an entry of a box: X：…
	}
	if policy.HoldsAny(between, "。", "；", "！", "？") || policy.BeginsAny(rest, "等", "、", "+", "）") {
		return false // 等4所大学 counts the list
	}
	k := strings.LastIndex(between, "，")
	return k < 0 || goesOnWords.longest(s[n.end+k+3:]) != ""
}
