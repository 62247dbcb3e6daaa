package layout

import (
	"slices"

	"shuzheng/policy"
)

// Rows that lack cells: where the others stand on the line, or of which sort they are, tells
// which.

// alignRows puts the cells of rows that lack some under those of the full rows that they stand
// nearest to, where the columns of these lie side by side.
func (p *page) alignRows(rows []barRow) {
	cols := longest(rows)
	at := make([]policy.Span, cols) // of the columns, in columns of the line
	for _, row := range rows {
		for c := 0; c < cols && len(row.cells) == cols; c++ {
			w := p.columnsOf(row.from, row.cells[c])
			if at[c].End > 0 {
				w = policy.Span{Start: min(at[c].Start, w.Start), End: max(at[c].End, w.End)}
			}
			at[c] = w
		}
	}
	for c := 1; c < cols; c++ {
		if at[c].Start <= at[c-1].End {
			return
		}
	}
	for r, row := range rows {
		rows[r].cells = p.aligned(row, at)
	}
}

// aligned are the cells of a row that lacks some, with blank ones in the columns that it has none near to.
func (p *page) aligned(row barRow, at []policy.Span) []cell {
	out := make([]cell, 0, len(at))
	for k, x := range row.cells {
		w := p.columnsOf(row.from, x)
		for left := len(row.cells) - k; len(at)-len(out) > left && apart(at[len(out)], w) > 0 && apart(at[len(out)+1], w) <= apart(at[len(out)], w); {
			out = append(out, emptyCellAt(x.span.Start))
		}
		out = append(out, x)
	}
	return out
}

// longest is how many cells the longest of the rows has.
func longest(rows []barRow) (cols int) {
	for _, row := range rows {
		cols = max(cols, len(row.cells))
	}
	return cols
}

// columnsOf is where a cell of line k stands on it.
func (p *page) columnsOf(k int, x cell) policy.Span {
	l := &p.lines[k]
	from := l.indent + policy.Columns(p.s[l.span.Start:max(x.span.Start, l.span.Start)])
	return policy.Span{Start: from, End: from + policy.Columns(x.str())}
}

// apart is how far two spans lie from one another, 0 where they meet.
func apart(a, b policy.Span) int { return max(a.Start-b.End, b.Start-a.End, 0) }

// evenRows gives all rows as many cells as the longest has. What a row lacks is where its other
// cells stand under their like. Columns that are blank in all are left out; bars fill them up.
func evenRows(rows []barRow, by cutter) []barRow {
	cols := longest(rows)
	var kind [maxRowCells]byte // of the cells of rows with figures
	var filled [maxRowCells]bool
	for r := range rows {
		figures := slices.ContainsFunc(rows[r].cells, func(x cell) bool { return isFigure(x.str()) })
		if figures {
			rows[r].cells = settled(rows[r].cells, kind[:cols])
		}
		rows[r].cells = padded(rows[r].cells, cols)
		for c, x := range rows[r].cells {
			filled[c] = filled[c] || x.text.Len() > 0 || by == byPipes
			if k := columnKind(x.str()); figures && k != emptyCell {
				kind[c] = k
			}
		}
	}
	for r := range rows {
		out := rows[r].cells[:0]
		for c, x := range rows[r].cells {
			if filled[c] {
				out = append(out, x)
			}
		}
		rows[r].cells = out
	}
	return rows
}

// settled puts blank cells before a row that lacks some, if it stands under its like in columns
// of the kinds given only then: what names several rows stood in the first of them.
func settled(row []cell, kind []byte) []cell {
	row = row[:filledCells(row)]
	lost := len(kind) - len(row)
	switch {
	case lost == 0 || fit(row, kind):
		return row
	case fit(row, kind[lost:]):
		return append(slices.Repeat([]cell{emptyCellAt(row[0].span.Start)}, lost), row...)
	}
	return settledTotal(row, kind)
}

// settledTotal puts the figures of a row of totals under figures, where there is one place for them: 合计 | 67.5
// under 1 | 青禾机械厂 | 数控车床 | 30.
func settledTotal(row []cell, kind []byte) []cell {
	at, places := 0, 0
	for k := 1; k+len(row)-1 <= len(kind) && policy.EndsAny(row[0].str(), sums...); k++ {
		under := func(c int) bool { return kind[k+c] == figureCell && sortOf(row[1+c].str()) == figureCell }
		n := 0
		for n < len(row)-1 && under(n) {
			n++
		}
		if n == len(row)-1 && n > 0 {
			at, places = k, places+1
		}
	}
	if places != 1 {
		return row
	}
	blank := slices.Repeat([]cell{emptyCellAt(row[1].span.Start)}, at-1)
	return slices.Concat(row[:1], blank, row[1:])
}

// fit says whether the cells may stand in columns of the kinds given.
func fit(row []cell, kind []byte) bool {
	for c, x := range row {
		if !alike(kind[c], columnKind(x.str())) {
			return false
		}
	}
	return true
}

// unitCell is the kind of a column of units.
const unitCell byte = 'u'

// columnKind is the sort of the cell s; units are told from other words.
func columnKind(s string) byte {
	k := sortOf(s)
	if k == wordCell && isUnit(s) {
		return unitCell
	}
	return k
}
