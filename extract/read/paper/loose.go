package paper

import (
	"cmp"
	"slices"

	"shuzheng/policy"
)

// Tables without lines: rows of short segments that stand under one another.

const (
	looseRows = 3  // with two cells or more
	looseCell = 16 // characters of a cell in the middle
	rowPitch  = 3  // sizes between two rows at most
)

// A span is a stretch from left to right.
type span struct{ from, to float32 }

// looseEnd is the index behind the rows from i on that may be a table, i if there
// is none: rows of several segments, with single ones among them.
func looseEnd(rows []row, i int) int {
	end, celled := i, 0
	for k := i; k < len(rows) && rows[k].segments[0].table == nil; k++ {
		if k > i && rows[k].base-rows[k-1].base > rowPitch*max(rows[k].size, rows[k-1].size) {
			break
		}
		if len(rows[k].segments) >= 2 {
			celled++
			end = k + 1
		} else if k == i || k > end {
			break
		}
	}
	if celled < looseRows {
		return i
	}
	return end
}

// looseGrid makes a table of the rows, nil if they are none.
func looseGrid(rows []row, page int, part string) *grid {
	n := usualCells(rows)
	cols := columnSpans(rows, n)
	if len(cols) != n || !figures(rows, n) {
		return nil
	}
	g := &grid{Box: rows[0].Box, page: page, part: part, rows: len(rows), cols: n}
	for r := range rows {
		g.Box = g.With(rows[r].Box)
		if !g.addRow(&rows[r], r, cols) {
			return nil
		}
	}
	g.joinWrapped(rows, n)
	return g
}

// joinWrapped joins a row that holds nothing but the beginning of a name to the row
// below, where it stands nearer to it than rows of the table do: a name in two lines.
func (g *grid) joinWrapped(rows []row, n int) {
	pitch := usualStep(rows, n)
	gone := make([]int, len(rows)+1) // by row: how many before it are gone
	for r := range rows {
		gone[r+1] = gone[r]
		if r+1 == len(rows) || len(rows[r].segments) > 1 || len(rows[r+1].segments) < n || rows[r+1].base-rows[r].base > 0.85*pitch {
			continue
		}
		if a := g.named(r, -1); a.cols == 1 {
			if b := g.named(r+1, a.col); b.cols == 1 {
				b.lines = append(a.lines, b.lines...)
				gone[r+1]++
			}
		}
	}
	g.cells = slices.DeleteFunc(g.cells, func(c cell) bool { return gone[c.row+1] > gone[c.row] })
	for i := range g.cells {
		g.cells[i].row -= gone[g.cells[i].row]
	}
	g.rows -= gone[len(rows)]
}

// usualStep is the distance between rows that have n segments each.
func usualStep(rows []row, n int) float32 {
	var steps []float32
	for r := 1; r < len(rows); r++ {
		if len(rows[r].segments) == n && len(rows[r-1].segments) == n {
			steps = append(steps, rows[r].base-rows[r-1].base)
		}
	}
	if len(steps) == 0 {
		return 0
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}

// named is the cell with wording in row r that stands in a column, the first one where
// that is -1; an empty cell if there is none.
func (g *grid) named(r, col int) *cell {
	at, _ := slices.BinarySearchFunc(g.cells, r, func(c cell, r int) int { return cmp.Compare(c.row, r) })
	for ; at < len(g.cells) && g.cells[at].row == r; at++ {
		if c := &g.cells[at]; len(c.lines) > 0 && (col < 0 || c.col == col) {
			return c
		}
	}
	return &cell{}
}

// usualCells is how many segments most of the rows have that have two or more.
func usualCells(rows []row) int {
	count := map[int]int{}
	best := 0
	for i := range rows {
		if n := len(rows[i].segments); n >= 2 {
			count[n]++
			if count[n] > count[best] || count[n] == count[best] && n > best {
				best = n
			}
		}
	}
	return best
}

// columnSpans are the stretches that the segments of the rows with n of them cover.
func columnSpans(rows []row, n int) []span {
	var all []span
	for i := range rows {
		if len(rows[i].segments) != n {
			continue
		}
		for k := range rows[i].segments {
			s := &rows[i].segments[k]
			all = append(all, span{s.Left, s.Right})
		}
	}
	policy.Sort(all, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var out []span
	for _, s := range all {
		if k := len(out) - 1; k >= 0 && s.from < out[k].to {
			out[k].to = max(out[k].to, s.to)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// figures says whether the cells of the rows with n segments are short and, but for
// the first column, mostly figures.
func figures(rows []row, n int) bool {
	cells, numbers, runes, full := 0, 0, 0, 0
	for i := range rows {
		if len(rows[i].segments) != n {
			continue
		}
		full++
		for k := range rows[i].segments {
			s := &rows[i].segments[k]
			runes += len(s.glyphs)
			if k > 0 {
				cells++
				if isNumber(s.glyphs) {
					numbers++
				}
			}
		}
	}
	least := looseRows
	if n == 2 {
		least = 4
	}
	return full >= least && numbers*2 >= cells && runes <= looseCell*full*n
}

// isNumber says whether the glyphs are a figure, alone or with a short unit.
func isNumber(gs []glyph) bool {
	digits, others := 0, 0
	for i := range gs {
		switch r := gs[i].Rune; {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' || r == ',' || r == '%' || r == '-' || r == '+' || r == '(' || r == ')' || r == '−' || r == '—' || r == '–' || r == '*':
		default:
			others++
		}
	}
	return digits > 0 && others <= 3 || others == 0
}

// addRow adds row r of the page as row at of the grid; a segment takes the columns
// whose stretches it touches. It says whether each segment found columns of its own.
func (g *grid) addRow(r *row, at int, cols []span) bool {
	next := 0
	for k := range r.segments {
		s := &r.segments[k]
		from, to := touched(cols, s)
		if from < next { // two segments in one column
			if from == to-1 && len(g.cells) > 0 && to == next {
				c := &g.cells[len(g.cells)-1]
				c.lines[0] = append(append(c.lines[0], letter{r: ' ', at: c.lines[0][len(c.lines[0])-1].at}), letters(s.glyphs)...)
				continue
			}
			return false
		}
		for ; next < from; next++ {
			g.cells = append(g.cells, cell{row: at, col: next, rows: 1, cols: 1})
		}
		g.cells = append(g.cells, cell{row: at, col: from, rows: 1, cols: to - from, lines: [][]letter{letters(s.glyphs)}, page: g.page, part: g.part})
		next = to
	}
	for ; next < g.cols; next++ {
		g.cells = append(g.cells, cell{row: at, col: next, rows: 1, cols: 1})
	}
	return true
}

// touched is the range of columns that s stands over; the nearest one where it
// stands over none.
func touched(cols []span, s *segment) (from, to int) {
	from, to = -1, -1
	near, best := 0, float32(1e9)
	for i, c := range cols {
		if s.Left < c.to && s.Right > c.from {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
		if d := max(c.from-s.Right, s.Left-c.to); d < best {
			near, best = i, d
		}
	}
	if from < 0 {
		return near, near + 1
	}
	return from, to
}
