package paged

import (
	"slices"

	"shuzheng/policy"
)

// A grid is a table as its rules frame it.
type grid struct {
	xs, ys []float64 // where columns and rows begin; the last ends the table
	cells  []cell    // by row, then column
	box    policy.Rect
	rows   int
	again  []cell // the head, repeated on a later page
}

// A cell is a rectangle of the grid and the lines in it.
type cell struct {
	row, col, rows, cols int
	lines                []line
	right                float64 // side
}

// maxSide bounds the rows and columns of one grid.
const maxSide = 600

// gridOf makes a grid of a frame; nil where it frames no table: a box, an underline.
func gridOf(f *frame, budget *int) *grid {
	var xs, ys []float64
	for _, r := range f.down {
		xs = append(xs, (r.X0+r.X1)/2)
	}
	for _, r := range f.across {
		ys = append(ys, (r.Y0+r.Y1)/2)
	}
	g := &grid{xs: places(openSides(f, xs)), ys: places(ys)}
	rows, cols := len(g.ys)-1, len(g.xs)-1
	if rows < 1 || cols < 2 || rows > maxSide || cols > maxSide || rows*cols > *budget {
		return nil
	}
	*budget -= rows * cols
	g.box = policy.Rect{Left: g.xs[0], Top: g.ys[0], Right: g.xs[cols], Bottom: g.ys[rows]}
	g.merge(f)
	if len(g.cells) < 3 {
		return nil
	}
	return g
}

// openSides adds the sides that tables are often left without: the rules across reach
// farther than the outermost rules down.
func openSides(f *frame, xs []float64) []float64 {
	if len(xs) == 0 || len(f.across) < 2 {
		return xs
	}
	left, right := f.across[0].X0, f.across[0].X1
	for _, r := range f.across {
		left, right = min(left, r.X0), max(right, r.X1)
	}
	const cellWidth = 8
	if left < slices.Min(xs)-cellWidth {
		xs = append(xs, left)
	}
	if right > slices.Max(xs)+cellWidth {
		xs = append(xs, right)
	}
	return xs
}

// edges says which sides of the fields of a grid are drawn.
type edges struct {
	cols        int
	right, down []bool // of field row*cols+col
}

func (g *grid) edges(f *frame) edges {
	rows, cols := len(g.ys)-1, len(g.xs)-1
	e := edges{cols, make([]bool, rows*cols), make([]bool, rows*cols)}
	for _, r := range f.down {
		k := nearest(g.xs, (r.X0+r.X1)/2)
		for row := before(g.ys, r.Y0); k > 0 && k <= cols && row < rows && g.ys[row] < r.Y1; row++ {
			if mid := (g.ys[row] + g.ys[row+1]) / 2; r.Y0 < mid && mid < r.Y1 {
				e.right[row*cols+k-1] = true
			}
		}
	}
	for _, r := range f.across {
		k := nearest(g.ys, (r.Y0+r.Y1)/2)
		for col := before(g.xs, r.X0); k > 0 && k <= rows && col < cols && g.xs[col] < r.X1; col++ {
			if mid := (g.xs[col] + g.xs[col+1]) / 2; r.X0 < mid && mid < r.X1 {
				e.down[(k-1)*cols+col] = true
			}
		}
	}
	return e
}

// before is the index of the last of xs that is not behind x, 0 if all are.
func before(xs []float64, x float64) int {
	i, _ := slices.BinarySearch(xs, x)
	return max(i-1, 0)
}

// merge makes cells of the fields between which no edge is drawn. Every cell is a
// rectangle: it grows to the right first, then down as far as no edge is crossed.
func (g *grid) merge(f *frame) {
	rows, cols := len(g.ys)-1, len(g.xs)-1
	e := g.edges(f)
	taken := make([]bool, rows*cols)
	for i := range taken {
		if taken[i] {
			continue
		}
		c := cell{row: i / cols, col: i % cols, rows: 1, cols: 1}
		for c.col+c.cols < cols && !e.right[i+c.cols-1] && !taken[i+c.cols] {
			c.cols++
		}
		for c.row+c.rows < rows && e.open(&c, taken) {
			c.rows++
		}
		for r := c.row; r < c.row+c.rows; r++ {
			for k := c.col; k < c.col+c.cols; k++ {
				taken[r*cols+k] = true
			}
		}
		g.cells = append(g.cells, c)
	}
}

// open says whether c may take the row under it: no edge lies between, none in it,
// and it ends where c ends.
func (e *edges) open(c *cell, taken []bool) bool {
	last := (c.row+c.rows-1)*e.cols + c.col
	next := last + e.cols
	for k := range c.cols {
		if e.down[last+k] || taken[next+k] || k+1 < c.cols && e.right[next+k] {
			return false
		}
	}
	return true
}

// field is the index of the cell at a point, -1 outside.
func (g *grid) field(of []int, x, y float64) int {
	col, row := interval(g.xs, x), interval(g.ys, y)
	if col < 0 || row < 0 {
		return -1
	}
	return of[row*(len(g.xs)-1)+col]
}

// interval is the index i with xs[i] ≤ x < xs[i+1], -1 outside.
func interval(xs []float64, x float64) int {
	i, found := slices.BinarySearch(xs, x)
	if !found {
		i--
	}
	if i < 0 || i >= len(xs)-1 {
		return -1
	}
	return i
}

// index is the cell of every field.
func (g *grid) index() []int {
	cols := len(g.xs) - 1
	of := make([]int, (len(g.ys)-1)*cols)
	for i, c := range g.cells {
		for r := c.row; r < c.row+c.rows; r++ {
			for k := c.col; k < c.col+c.cols; k++ {
				of[r*cols+k] = i
			}
		}
	}
	return of
}

// fill puts the glyphs that stand in the grid into its cells and gives the others.
func (g *grid) fill(p *Page, glyphs []*Glyph) (rest []*Glyph) {
	of := g.index()
	in := make([][]*Glyph, len(g.cells))
	for _, x := range glyphs {
		if i := g.field(of, x.X+x.Width/2, x.Base-0.36*x.Size); i >= 0 {
			in[i] = append(in[i], x)
		} else {
			rest = append(rest, x)
		}
	}
	for i := range g.cells {
		c := &g.cells[i]
		c.lines, c.right = linesOf(p, in[i]), g.xs[c.col+c.cols]
	}
	return rest
}

// empty says whether no cell holds anything.
func (g *grid) empty() bool {
	return !slices.ContainsFunc(g.cells, func(c cell) bool { return len(c.lines) > 0 })
}

// trim drops the rows and columns that hold nothing of their own: double rules, and
// borders that are drawn as narrow rectangles.
func (g *grid) trim() {
	g.dropNarrow(true)
	g.dropNarrow(false)
	g.rows = len(g.ys) - 1
}

// dropNarrow drops rows or columns narrower than any type in which nothing begins.
func (g *grid) dropNarrow(rows bool) {
	at := &g.xs
	if rows {
		at = &g.ys
	}
	begins := make([]bool, len(*at))
	for _, c := range g.cells {
		if len(c.lines) > 0 && rows {
			begins[c.row] = true
		} else if len(c.lines) > 0 {
			begins[c.col] = true
		}
	}
	for i := len(*at) - 2; i >= 0 && len(*at) > 2; i-- {
		if (*at)[i+1]-(*at)[i] <= 5 && !begins[i] {
			g.drop(i, rows)
			*at = slices.Delete(*at, i+1, i+2)
		}
	}
}

// drop takes row or column i out of the cells.
func (g *grid) drop(i int, rows bool) {
	out := g.cells[:0]
	for _, c := range g.cells {
		at, n := &c.col, &c.cols
		if rows {
			at, n = &c.row, &c.rows
		}
		switch {
		case *at > i:
			*at--
		case *at+*n > i:
			*n--
		}
		if *n > 0 {
			out = append(out, c)
		}
	}
	g.cells = out
}
