package paper

import "slices"

// A grid is a table whose cells are read, ruled or not.
type grid struct {
	Box
	page  int // of its last row
	part  string
	xs    []float32 // edges of the columns where lines draw them
	rows  int
	cols  int
	cells []cell // by row, then column
}

const (
	sliver   = 4.5 // points: rows and columns this thin without text are double lines
	longCell = 400 // characters of a cell that no table has
)

// fill gives the glyphs that stand in a table to its cells and gives back the rest;
// the tables that hold too little to be any are dropped.
func fill(ts []*ruled, gs []glyph) ([]*ruled, []glyph) {
	if len(ts) == 0 {
		return nil, gs
	}
	count := make([]int, len(ts))
	var rest []glyph
	for i := range gs {
		k, c := placeIn(ts, &gs[i])
		if k < 0 {
			rest = append(rest, gs[i])
			continue
		}
		count[k]++
		gs[i].cell = c
		ts[k].cells[c].glyphs = append(ts[k].cells[c].glyphs, gs[i])
	}
	kept := ts[:0]
	for k, t := range ts {
		if t.isData(count[k]) {
			kept = append(kept, t)
			continue
		}
		for i := range t.cells {
			rest = append(rest, t.cells[i].glyphs...)
		}
	}
	return kept, rest
}

// placeIn is the table and the cell that g stands in, -1 for none.
func placeIn(ts []*ruled, g *glyph) (table, cell int) {
	for k, t := range ts {
		if c := t.cellAt(g.midX(), g.Base-0.35*g.Size); c >= 0 {
			return k, c
		}
	}
	return -1, -1
}

// isData says whether t, in which n glyphs stand, is a table rather than a frame, the
// lines of a chart or the columns of a page.
func (t *ruled) isData(n int) bool {
	if t.cols() < 2 || n == 0 {
		return false
	}
	filled, longest := 0, 0
	for i := range t.cells {
		if k := len(t.cells[i].glyphs); k > 0 {
			filled++
			longest = max(longest, k)
		}
	}
	return filled >= 2 && !(longest > longCell && longest*5 > n*3)
}

// gridOf reads the cells of t.
func gridOf(t *ruled, page int, part string) *grid {
	g := &grid{Box: t.Box, page: page, part: part, xs: t.xs, rows: t.rows(), cols: t.cols(), cells: t.cells}
	for i := range g.cells {
		c := &g.cells[i]
		for _, r := range rowsOf(segments(c.glyphs)) {
			c.lines = append(c.lines, letters(r.glyphs()))
		}
		c.page, c.part = page, part
		c.glyphs = nil
	}
	g.dropSlivers(t.ys, true)
	g.xs = g.dropSlivers(t.xs, false)
	return g
}

// glyphs are all glyphs of r.
func (r *row) glyphs() []glyph {
	if len(r.segments) == 1 {
		return r.segments[0].glyphs
	}
	var out []glyph
	for i := range r.segments {
		out = append(out, r.segments[i].glyphs...)
	}
	return out
}

// dropSlivers leaves out the rows or columns that are too thin for text and begin no
// cell that has some; es are their edges, and those left are given back.
func (g *grid) dropSlivers(es []float32, rows bool) []float32 {
	n := len(es) - 1
	used := make([]bool, n)
	for i := range g.cells {
		if c := &g.cells[i]; len(c.lines) > 0 && rows {
			used[c.row] = true
		} else if len(c.lines) > 0 {
			used[c.col] = true
		}
	}
	place := make([]int, n+1) // of the edges that are left
	left := []float32{es[0]}
	for i := range n {
		place[i] = len(left) - 1
		if used[i] || es[i+1]-es[i] > sliver {
			left = append(left, es[i+1])
		}
	}
	place[n] = len(left) - 1
	g.cells = slices.DeleteFunc(g.cells, func(c cell) bool { return c.move(place, rows) == 0 })
	for i := range g.cells {
		g.cells[i].move(place, rows)
	}
	if rows {
		g.rows = place[n]
	} else {
		g.cols = place[n]
	}
	return left
}

// move puts c where its edges are now and gives how many rows or columns are left.
func (c *cell) move(place []int, rows bool) int {
	at, n := &c.col, &c.cols
	if rows {
		at, n = &c.row, &c.rows
	}
	end := place[*at+*n]
	*at = place[*at]
	*n = end - *at
	return *n
}

// str is the wording of c without blanks.
func (c *cell) str() string {
	var out []rune
	for _, ls := range c.lines {
		for i := range ls {
			if ls[i].r != ' ' {
				out = append(out, ls[i].r)
			}
		}
	}
	return string(out)
}
