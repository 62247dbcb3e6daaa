package paper

import "slices"

// A ruled is a table that lines make.
type ruled struct {
	Box
	xs, ys []float32 // edges of columns and rows, rising
	of     []int     // by row and column: which cell has the place
	cells  []cell
}

// A cell is one cell of a ruled table.
type cell struct {
	row, col, rows, cols int
	glyphs               []glyph // while the page is read
	lines                [][]letter
	page                 int
	part                 string
}

// newRuled makes a table of touching lines, nil where they make none.
func newRuled(g []rule) *ruled {
	var xs, ys []float32
	for i := range g {
		if g[i].down {
			xs = append(xs, g[i].at())
		} else {
			ys = append(ys, g[i].at())
		}
	}
	xs, ys = edges(openSides(g, xs)), edges(ys)
	if len(xs) < 2 || len(ys) < 2 || len(xs) > maxEdges || len(ys) > maxEdges {
		return nil
	}
	t := &ruled{xs: xs, ys: ys, Box: Box{xs[0], ys[0], xs[len(xs)-1], ys[len(ys)-1]}}
	t.merge(g)
	return t
}

// openSides adds to the edges of columns the ends of the lines between rows, where
// two or more reach over the outer columns: many tables have no lines at their sides.
func openSides(g []rule, xs []float32) []float32 {
	if len(xs) == 0 {
		return nil
	}
	first, last := slices.Min(xs), slices.Max(xs)
	var lefts, rights []float32
	for i := range g {
		if !g[i].down && g[i].Left < first-4*touch {
			lefts = append(lefts, g[i].Left)
		}
		if !g[i].down && g[i].Right > last+4*touch {
			rights = append(rights, g[i].Right)
		}
	}
	if len(lefts) >= 2 {
		xs = append(xs, slices.Min(lefts))
	}
	if len(rights) >= 2 {
		xs = append(xs, slices.Max(rights))
	}
	return xs
}

// edges are the means of the groups of near values, rising.
func edges(v []float32) []float32 {
	slices.Sort(v)
	var out []float32
	for i := 0; i < len(v); {
		j, sum := i, float32(0)
		for ; j < len(v) && v[j]-v[i] <= touch; j++ {
			sum += v[j]
		}
		out = append(out, sum/float32(j-i))
		i = j
	}
	return out
}

// rows and cols are the size of the grid.
func (t *ruled) rows() int { return len(t.ys) - 1 }
func (t *ruled) cols() int { return len(t.xs) - 1 }

// merge makes the cells: places without a line between them are one.
func (t *ruled) merge(g []rule) {
	rows, cols := t.rows(), t.cols()
	down, across := t.drawn(g, true), t.drawn(g, false)
	gs := newGroups(rows * cols)
	for r := range rows {
		for c := range cols {
			if c+1 < cols && !down[(c+1)*rows+r] {
				gs.join(r*cols+c, r*cols+c+1)
			}
			if r+1 < rows && !across[(r+1)*cols+c] {
				gs.join(r*cols+c, (r+1)*cols+c)
			}
		}
	}
	t.name(gs)
}

// name numbers the cells that gs makes, each the smallest rectangle around its
// places; a place that two rectangles cover stays with the first.
func (t *ruled) name(gs groups) {
	rows, cols := t.rows(), t.cols()
	t.of = make([]int, rows*cols)
	low, high := map[int]int{}, map[int][2]int{}
	for i := range t.of {
		t.of[i] = -1
		root := gs.of(i)
		if at, seen := low[root]; !seen {
			low[root] = i
		} else if i%cols < at%cols {
			low[root] = at/cols*cols + i%cols
		}
		high[root] = [2]int{max(high[root][0], i/cols), max(high[root][1], i%cols)}
	}
	for i := range t.of {
		root := gs.of(i)
		if t.of[i] >= 0 {
			continue
		}
		row, col := i/cols, i%cols
		c := cell{row: row, col: col, rows: 1, cols: 1}
		if low[root] == i {
			c.rows, c.cols = t.free(c, high[root][0]-row+1, high[root][1]-col+1)
		}
		for r := range c.rows {
			for k := range c.cols {
				t.of[(row+r)*cols+col+k] = len(t.cells)
			}
		}
		t.cells = append(t.cells, c)
	}
}

// free is how much of the rectangle at c's place no other cell has.
func (t *ruled) free(c cell, rows, cols int) (int, int) {
	width := t.cols()
	for k := range cols {
		if t.of[c.row*width+c.col+k] >= 0 {
			cols = k
			break
		}
	}
	for r := range rows {
		for k := range cols {
			if t.of[(c.row+r)*width+c.col+k] >= 0 {
				return r, cols
			}
		}
	}
	return rows, cols
}

// drawn says for each edge, and for each place along it, whether a line is drawn
// there: [edge*places + place].
func (t *ruled) drawn(g []rule, down bool) []bool {
	at, along := t.ys, t.xs
	if down {
		at, along = t.xs, t.ys
	}
	places := len(along) - 1
	cover := make([]float32, len(at)*places)
	for i := range g {
		if g[i].down != down {
			continue
		}
		e := nearest(at, g[i].at())
		from, to := g[i].along()
		for k := range places {
			if d := min(to, along[k+1]) - max(from, along[k]); d > 0 {
				cover[e*places+k] += d
			}
		}
	}
	out := make([]bool, len(cover))
	for i := range out {
		k := i % places
		out[i] = cover[i] >= 0.7*(along[k+1]-along[k])
	}
	return out
}

// nearest is the index of the edge nearest to x.
func nearest(es []float32, x float32) int {
	i, _ := slices.BinarySearch(es, x)
	if i == len(es) || i > 0 && x-es[i-1] < es[i]-x {
		i--
	}
	return max(i, 0)
}

// grids are the tables of several columns. Those that lie within another are left
// out: frames of single words, and boxes to tick.
func grids(ts []*ruled) []*ruled {
	ts = slices.DeleteFunc(slices.Clone(ts), func(t *ruled) bool { return t.cols() < 2 })
	return slices.DeleteFunc(slices.Clone(ts), func(t *ruled) bool {
		return slices.ContainsFunc(ts, func(o *ruled) bool {
			return o != t && o.Left <= t.Left && o.Right >= t.Right && o.Top <= t.Top && o.Bottom >= t.Bottom
		})
	})
}

// cellAt is the index of the cell in which the point lies, -1 for none.
func (t *ruled) cellAt(x, y float32) int {
	if !t.holds(x, y) {
		return -1
	}
	c, _ := slices.BinarySearch(t.xs, x)
	r, _ := slices.BinarySearch(t.ys, y)
	return t.of[min(max(r-1, 0), t.rows()-1)*t.cols()+min(max(c-1, 0), t.cols()-1)]
}
