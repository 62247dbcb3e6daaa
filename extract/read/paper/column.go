package paper

import (
	"cmp"
	"slices"

	"shuzheng/policy"
)

// Reading order. A page is cut where a gutter runs through many lines and text
// stands beside it: first what is above, then the left column as a whole, then the
// right one, then what is below.

const (
	maxCuts    = 6 // columns within columns
	sideRows   = 4 // lines that a column has at least
	gutterStep = 4 // points between the places where a gutter is looked for
)

// A row is the segments on one line, from left to right.
type row struct {
	Box
	segments   []segment
	base, size float32
}

// rowsOf puts segments that stand on one line together; a table is a row of its own.
func rowsOf(ss []segment) []row {
	policy.Sort(ss, func(a, b segment) int { return cmp.Compare(a.sortAt(), b.sortAt()) })
	var out []row
	for _, s := range ss {
		n := len(out) - 1
		if n < 0 || s.table != nil || out[n].segments[0].table != nil || s.base-out[n].base > 0.45*min(s.size, out[n].size) {
			out = append(out, row{Box: s.Box, segments: []segment{s}, base: s.base, size: s.size})
			continue
		}
		r := &out[n]
		r.Box, r.segments, r.size = r.With(s.Box), append(r.segments, s), max(r.size, s.size)
	}
	for i := range out {
		policy.Sort(out[i].segments, func(a, b segment) int { return cmp.Compare(a.Left, b.Left) })
	}
	return out
}

// sortAt is what segments are sorted by from top to bottom.
func (s *segment) sortAt() float32 {
	if s.table != nil {
		return s.Top
	}
	return s.base
}

// columns are the rows of the segments in reading order, one list for each column.
func columns(ss []segment, depth int) [][]row {
	rows := rowsOf(ss)
	g, found := findGutter(rows)
	if !found || depth == maxCuts {
		return [][]row{rows}
	}
	var above, left, right, below []segment
	for i := range rows {
		for _, s := range rows[i].segments {
			switch {
			case i < g.from:
				above = append(above, s)
			case i >= g.to:
				below = append(below, s)
			case s.midX() < g.x:
				left = append(left, s)
			default:
				right = append(right, s)
			}
		}
	}
	var out [][]row
	for _, part := range [...][]segment{above, left, right, below} {
		if len(part) > 0 {
			out = append(out, columns(part, depth+1)...)
		}
	}
	return out
}

// A gutter is a place between two columns: the rows [from, to) beside x.
type gutter struct {
	x        float32
	from, to int
}

// findGutter is the gutter that the most rows stand beside.
func findGutter(rows []row) (best gutter, found bool) {
	if len(rows) < 2*sideRows {
		return best, false
	}
	all := rows[0].Box
	for i := range rows {
		all = all.With(rows[i].Box)
	}
	for x := all.Left + all.width()/6; x < all.Right-all.width()/6; x += max(gutterStep, all.width()/200) {
		for from := 0; from < len(rows); {
			to := from
			for to < len(rows) && !rows[to].crosses(x) {
				to++
			}
			if to-from > best.to-best.from && partsColumns(rows[from:to], x) {
				best, found = gutter{x, from, to}, true
			}
			from = to + 1
		}
	}
	return best, found
}

// crosses says whether a segment of r stands on both sides of x, or too near to it.
func (r *row) crosses(x float32) bool {
	if r.Left >= x || r.Right <= x {
		return false
	}
	return slices.ContainsFunc(r.segments, func(s segment) bool { return s.Left < x && s.Right > x })
}

// A column is what partsColumns knows of one side of a gutter.
type column struct {
	Box
	bases []float32
	size  float32
	full  int // lines that fill it
	runes int
	wide  int // Chinese characters
}

// partsColumns says whether x parts two columns of the rows, rather than the cells of
// a table or the words of a line.
func partsColumns(rows []row, x float32) bool {
	var c [2]column
	for i := range rows {
		for k := range rows[i].segments {
			s := &rows[i].segments[k]
			to := &c[0]
			if s.midX() > x {
				to = &c[1]
			}
			to.add(s)
		}
	}
	if len(c[0].bases) < sideRows || len(c[1].bases) < sideRows || c[1].Left-c[0].Right < 0.8*min(c[0].size, c[1].size) {
		return false
	}
	c[0].count(rows, x, false)
	c[1].count(rows, x, true)
	a, b := c[0].prose(), c[1].prose()
	return a && b || (a || b) && aligned(&c[0], &c[1]) < 0.6
}

// add takes s into the column.
func (c *column) add(s *segment) {
	if len(c.bases) == 0 {
		c.Box = s.Box
	}
	c.Box = c.With(s.Box)
	c.size = max(c.size, s.size)
	if n := len(c.bases); n == 0 || s.base-c.bases[n-1] > 0.3*s.size {
		c.bases = append(c.bases, s.base)
	}
}

// count counts the full lines and the characters of the column.
func (c *column) count(rows []row, x float32, right bool) {
	for i := range rows {
		for k := range rows[i].segments {
			s := &rows[i].segments[k]
			if s.midX() > x != right {
				continue
			}
			if s.width() >= 0.75*c.width() {
				c.full++
			}
			c.runes += len(s.glyphs)
			for j := range s.glyphs {
				if Wide(s.glyphs[j].Rune) {
					c.wide++
				}
			}
		}
	}
}

// prose says whether the column is set in lines of text: most are full.
func (c *column) prose() bool {
	n := len(c.bases)
	return c.full*100 >= n*45 && c.runes >= 9*n && c.wide*2 >= c.runes
}

// aligned is the share of the lines of the shorter column beside which a line of the
// other one stands.
func aligned(a, b *column) float32 {
	if len(a.bases) > len(b.bases) {
		a, b = b, a
	}
	n := 0
	for _, x := range a.bases {
		k, _ := slices.BinarySearch(b.bases, x-0.12*a.size)
		if k < len(b.bases) && b.bases[k] <= x+0.12*a.size {
			n++
		}
	}
	return float32(n) / float32(len(a.bases))
}
