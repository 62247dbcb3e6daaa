package extract

import (
	"cmp"

	"shuzheng/normalize"
)

// A rowLabel is what stands beside the values of one row.
type rowLabel struct {
	label
	part  bool     // 其中：城镇, and 农村 under it
	above *label   // the row it is a part of: 其中 rows and the title over several rows
	over  headUnit // the unit of that row, else the last one named further up
}

// titleRow says whether row r is nothing but a title over the rows below it.
func (g *sheet) titleRow(r int) bool {
	filled := 0
	for c := range g.cols {
		filled += btoi(g.cols[c].role != serialColumn && g.starts(r, c) && !g.blank(r, c))
	}
	return filled == 1 || g.banner(r)
}

// repeatsHead says whether row r is the last row of the head once more, as on a new page.
func (g *sheet) repeatsHead(r int) bool {
	for c := range g.cols {
		if g.top == 0 || g.str(r, c) != g.str(g.top-1, c) {
			return false
		}
	}
	return true
}

// titleOf reads the title that row r is.
func (g *sheet) titleOf(r int) label {
	for c := range g.cols {
		if g.cols[c].role != serialColumn && !g.blank(r, c) {
			return *g.cells[g.at[r][c]].label(true)
		}
	}
	return label{}
}

// partOf says whether row r tells a part of the row above: 其中：, # .
func (g *sheet) partOf(r, c int) bool {
	name := g.cols[c].name
	return name >= 0 && partRow(g.str(r, name))
}

// isValue says whether cell i, in column c, states a figure.
func (g *sheet) isValue(i, c int) bool {
	x := g.cells[i].num
	if x == nil || g.cols[c].named && !(x.rated() && x.low.unit.Name == "元") || g.cols[c].role != wordColumn && g.cols[c].role != valueColumn {
		return false
	}
	own := x.low.unit.Name != "" || x.ranged && x.high.unit.Name != ""
	if g.cols[c].data || g.rowOfValues(g.t.Cells[i].Row) {
		return x.strict || len(x.rest) <= 30 && (g.cols[c].data || !x.told())
	}
	return x.strict && (own || !x.year()) || x.rated()
}

// columnOf is the column that cell i, in column c, belongs to: one of standards that is blank in its row where
// the cell holds a standard and blanks were lost before it.
func (g *sheet) columnOf(i, c int) int {
	if !g.cells[i].num.rated() || endsIn(g.cols[c].head.full, "标准") {
		return c
	}
	for k := range g.cols {
		if endsIn(g.cols[k].head.full, "标准") && g.blank(g.t.Cells[i].Row, k) {
			return k
		}
	}
	return c
}

// rowOfValues says whether most cells of row r beside its name are numbers.
func (g *sheet) rowOfValues(r int) bool {
	filled, numbers := 0, 0
	for c := range g.cols {
		if role := g.cols[c].role; (role == wordColumn || role == valueColumn) && g.starts(r, c) && !g.blank(r, c) {
			x := g.cells[g.at[r][c]].num
			filled, numbers = filled+1, numbers+btoi(x != nil && x.strict && !x.year())
		}
	}
	return numbers*2 >= filled && numbers > 0
}

// rowOf reads what stands beside the value in column c of row r: its name, its
// unit, its period, 约束性 or 预期性.
func (g *sheet) rowOf(r, c int) rowLabel {
	var l label
	if name := g.cols[c].name; name >= 0 && name != c {
		if i := g.at[r][name]; i >= 0 {
			l = g.nameIn(i, name)
		}
	}
	for k := range g.cols {
		i := g.at[r][k]
		if i < 0 || k > c && l.unit.ok && g.cols[k].role == unitColumn {
			continue // the unit of the next group of columns
		}
		switch x := &g.cells[i]; {
		case g.cols[k].role == unitColumn && x.unit.ok:
			l.unit = x.unit
		case g.cols[k].role == unitColumn && !x.blank && x.num == nil:
			l.unit = headUnit{true, normalize.Unit{Name: x.s}, 0, x.s} // one that is not known: 元/人、月
		case g.cols[k].role == bindingColumn:
			l.binding = cmp.Or(x.binding, l.binding)
		case g.cols[k].role == periodColumn && x.dated:
			l.period = said{ok: true, period: x.period, edtf: x.period.Resolve(0), raw: x.s, span: x.span(0, len(x.s))}
		case g.cols[k].role == groupColumn:
			l = g.grouped(l, r, c, k)
		}
	}
	return rowLabel{label: l}
}

// nameIn is the name of a row in cell i, of column c.
func (g *sheet) nameIn(i, c int) label {
	l := *g.cells[i].label(false)
	if g.cols[c].places {
		l.asPlace(g.cells[i].passage)
	}
	return l
}

// grouped is what l says with the group that column k puts row r in: its place; or its name, where both stand
// under one head or the row's own does not tell it from others: 国家级公益林 | 国有, 省级公益林 | 国有.
func (g *sheet) grouped(l label, r, c, k int) label {
	i, name := g.over(r, k), g.cols[c].name
	switch {
	case g.hierarchy(k, c):
		return g.cells[g.at[r][k]].label(false).under(&l)
	case i >= 0 && g.cols[k].places && l.place == "":
		of := g.nameIn(i, k)
		l.place, l.placeAt = of.place, of.placeAt
	case i >= 0 && (g.told(name, l.full) > 1 || endsIn(g.cols[name].head.full, "等级", "档次", "级别")):
		return g.cells[i].label(false).under(&l)
	}
	return l
}

// asPlace reads the name of a row as that of a place.
func (l *label) asPlace(p *passage) {
	if l.core == "" || oneOf(l.core, totals) {
		return
	}
	l.place, l.placeAt, l.core = l.core, p.span(0, len(p.s)), ""
	if w := endOf(l.place, append(totals, "平均", "平均值")...); w != "" && w != l.place { // 全市合计
		l.place = l.place[:len(l.place)-len(w)]
		if n, at := normalize.MatchRelativePlace(l.place); n == len(l.place) && at.Scope == normalize.Whole {
			l.place, l.own = "", true
			return
		}
	}
	if n, at := normalize.MatchPlace(l.place); n == len(l.place) {
		l.place = at.Name
	}
}

// over is the cell of column k that stands for row r: its own, or the last above a blank one; -1 for none.
func (g *sheet) over(r, k int) int {
	x := &g.cols[k]
	if x.over == nil {
		x.over = make([]int, g.t.Rows)
		for i, last := 0, -1; i < len(x.over); i++ {
			if i >= g.top && !g.blank(i, k) {
				last = g.at[i][k]
			}
			x.over[i] = last
		}
	}
	return x.over[r]
}

// told is how many rows column c gives the name.
func (g *sheet) told(c int, name string) int {
	if c < 0 {
		return 0
	}
	x := &g.cols[c]
	if x.rows == nil {
		x.rows = map[string]int{}
		for r := g.top; r < g.t.Rows; r++ {
			if g.starts(r, c) {
				x.rows[g.cells[g.at[r][c]].label(false).full]++
			}
		}
	}
	return x.rows[name]
}

// hierarchy says whether column k and the name column of c stand under one header
// cell, so that both together are the name.
func (g *sheet) hierarchy(k, c int) bool {
	name := g.cols[c].name
	return name > k && g.top > 0 && g.at[g.top-1][k] >= 0 && g.at[g.top-1][k] == g.at[g.top-1][name]
}

// partRow says whether s names a part of what stands above it: 其中：财政拨款.
func partRow(s string) bool { return startsIn(s, "其中", "#", "＃") }
