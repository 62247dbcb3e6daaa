package extract

import (
	"cmp"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A rowsAbove is what the rows above one say of it.
type rowsAbove struct {
	whole, title, last label // the row that others are a part of, the title over rows, the last row with a name
	unit               headUnit
	part               bool // the last row was a part
}

// figures reads the numeric cells, with what the article around tells, and appends
// them to out.
func (g *sheet) figures(out []policy.Figure, r *reading) []policy.Figure {
	scene, first := g.scene(r), len(out)
	var up rowsAbove
	for row := g.top; row < g.t.Rows; row++ {
		if !g.repeatsHead(row) {
			out = g.rowFigures(out, row, &up, &scene)
			g.pass(row, &up)
		}
	}
	g.doubt(out[first:])
	return out
}

// rowFigures appends the figures of a row to out.
func (g *sheet) rowFigures(out []policy.Figure, row int, up *rowsAbove, s *scene) []policy.Figure {
	var beside rowLabel
	read := -2 // the name column that beside was read for
	for c := range g.cols {
		i := g.at[row][c]
		if i < 0 || g.t.Cells[i].Row != row || g.t.Cells[i].Col != c || !g.isValue(i, c) {
			continue
		}
		if g.cols[c].name != read {
			beside, read = g.rowOf(row, c), g.cols[c].name
		}
		rl := beside
		if rl.core == "" && rl.change { // 比上年增长 under what grows
			rl.core, rl.spans = up.last.core, append(append([]policy.Span(nil), up.last.spans...), rl.spans...)
		}
		if rl.above, rl.part = &up.title, g.partOf(row, c) || up.part && partNames.is(rl.core); rl.part {
			rl.above = &up.whole
		}
		rl.over = cmp.Or(rl.above.unit, up.unit)
		out = append(out, g.figure(i, &rl, g.columnOf(i, c), s))
	}
	return out
}

// pass takes what a row says of those below it.
func (g *sheet) pass(row int, up *rowsAbove) {
	if g.names < 0 {
		return
	}
	last := len(g.cols) - 1
	l := g.rowOf(row, last)
	if startsIn(l.full, "（", "(") && !endsIn(l.full, "）", ")") && g.titleRow(row) {
		return // a line of a head that lost its places: （所） | 专任教师
	}
	if l.unit.ok {
		up.unit = l.unit
	}
	if l.core != "" {
		up.last = l.label
	}
	switch {
	case g.titleRow(row):
		*up = rowsAbove{title: g.titleOf(row)}
	case g.partOf(row, last):
		up.part = true
	case !up.part || !partNames.is(l.core):
		up.whole, up.part = l.label, false
	}
}

// figure puts together what cell i, its row, column c and the scene say.
func (g *sheet) figure(i int, row *rowLabel, c int, s *scene) policy.Figure {
	x, col := g.cells[i].num, &g.cols[c]
	cell := &g.t.Cells[i]
	f := policy.Figure{
		Measure: policy.Level, Comparator: x.comp, Block: max(g.t.Block, 0), Rule: "table cell",
		Table: &policy.CellRef{Table: g.t.ID, Row: cell.Row, Col: cell.Col},
	}
	g.indicator(&f, row, c, s)
	head := &col.head
	if s.caption.change && (head.core == "" || partNames.is(head.core)) && !head.rank && !row.change {
		over := s.caption.under(head) // 工业增加值增速 over months
		head = &over
	}
	g.measure(&f, x, row, head)
	g.amount(&f, x, row, c, s)
	f.Binding = cmp.Or(row.binding, col.head.binding)
	timed := &col.head
	if k := g.period(&f, x, row, timed, s); k != cell.Col {
		timed = &g.cols[k].head
	}
	g.status(&f, x, row, timed, s)
	g.area(&f, row, &col.head, s)
	for _, w := range x.bound {
		f.Evidence.Comparator = append(f.Evidence.Comparator, x.p.span(w.Start, w.End))
	}
	for _, h := range [...]*label{&row.label, &col.head} {
		if f.Comparator == policy.Equal && h.comp != "" {
			f.Comparator, f.Evidence.Comparator = h.comp, g.arena.span(h.compAt)
		}
	}
	g.cells[i].told = f.Evidence.Span == x.p.span(0, len(x.p.s))
	return f
}

// amount writes the value, its unit and its scale.
func (g *sheet) amount(f *policy.Figure, x *cellText, row *rowLabel, c int, s *scene) {
	q := &x.low
	if x.ranged {
		q = &x.high
	}
	u := headUnit{unit: q.unit}
	if u.unit.Name == "" {
		u = g.unitFor(f, row, c, s)
		if row.unit.ok && row.unit.unit.Name != "%" && g.cols[c].head.yearly && startsIn(x.p.s, "〔", "[", "【") {
			u = row.unit // 〔5.7〕: added up over the years, in 件
		}
	}
	exp := u.exp
	if q.exp != 0 {
		exp = 0
	}
	low := x.low.value.Shift(exp)
	f.Value, f.Decimals = low.String(), low.Digits()
	if x.ranged {
		high := x.high.value.Shift(exp)
		f.ValueHigh, f.Decimals = high.String(), high.Digits()
	}
	f.Scale = normalize.Int(1).Shift(q.exp + exp).String()
	f.Unit = u.unit.String()
	f.ValueRaw, f.UnitRaw = x.p.s[x.start:q.numeral.To], x.p.s[q.numeral.To:q.end]+u.raw
	f.Evidence.Span = x.p.span(x.start, q.end)
}

// unitFor is the unit of a value that names none: of its column, its row, the
// table, or the one its indicator implies.
func (g *sheet) unitFor(f *policy.Figure, row *rowLabel, c int, s *scene) headUnit {
	h := &g.cols[c].head
	percent := headUnit{true, normalize.Unit{Name: "%", Kind: normalize.RatioUnit}, 0, ""}
	switch {
	case h.unit.ok:
		return h.unit
	case h.rank || row.rank:
		return headUnit{true, normalize.Unit{Name: "位", Kind: normalize.CountUnit}, 0, ""}
	case h.change && !row.change && !h.absolute:
		return percent
	case row.unit.ok:
		return row.unit
	case s.second.ok && (f.Measure == policy.Change && !h.absolute || share(f.Indicator)):
		return s.second
	case startsIn(h.core, "占", "为"):
		return percent
	case row.over.ok && row.base == "":
		return row.over
	case s.unit.ok:
		return fitting(s.units, f.Indicator)
	case s.caption.unit.ok:
		return s.caption.unit
	case row.change || s.caption.change && f.Measure == policy.Change || share(f.Indicator):
		return percent
	}
	return counted(f.Indicator)
}

// measure says what kind of statement the figure is.
func (g *sheet) measure(f *policy.Figure, x *cellText, row *rowLabel, h *label) {
	negative := x.low.value.Sign() < 0
	switch {
	case h.rank || row.rank || x.low.unit.Name == "位次":
		f.Measure = policy.Rank
	case h.change || row.change || x.dir != "":
		f.Measure, f.Direction = policy.Change, policy.Up
		for _, d := range [...]policy.Direction{h.dir, row.dir, x.dir} {
			if d != "" {
				f.Direction = d
			}
		}
		if negative {
			f.Direction = policy.Down
		}
		f.Base = cmp.Or(h.base, row.base)
		f.Evidence.Direction = append(append([]policy.Span(nil), row.spans...), h.spans...)
		if h.change {
			f.Evidence.Direction = h.spans
		}
		if x.dirAt.Len() > 0 {
			f.Evidence.Direction = g.arena.span(x.p.span(x.dirAt.Start, x.dirAt.End))
		}
	}
}

// area is the place that the row or the column is named for, else the article's.
func (g *sheet) area(f *policy.Figure, row *rowLabel, h *label, s *scene) {
	for _, l := range [...]*label{&row.label, h, &s.caption} {
		if l.place != "" {
			f.Area = l.place
			if l.placeAt.Len() > 0 && l != &s.caption {
				f.Evidence.Area = g.arena.span(l.placeAt)
			}
			return
		}
	}
	switch home := &s.st.place; {
	case f.Status == policy.Rule:
	case s.sec.place != "":
		f.Area = s.sec.place
	default:
		if f.Area = home.name; home.span.Len() > 0 {
			f.Evidence.Area = g.arena.span(home.span)
		}
	}
}
