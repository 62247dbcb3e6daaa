package paper

import (
	"slices"

	"shuzheng/policy"
)

// joinTables joins the tables that go on over pages: nothing but strays stands
// between them, and their columns are the same. Header rows that the next page
// repeats become boilerplate behind the table.
func joinTables(ps []piece) []piece {
	var out []piece
	last := -1 // index in out of a table that may go on
	for _, p := range ps {
		switch {
		case p.grid != nil && last >= 0 && out[last].grid.goesOn(p.grid):
			for _, x := range out[last].grid.add(p.grid) {
				out = append(out, piece{kind: policy.Boilerplate, lines: []*line{x}})
			}
			continue
		case p.grid != nil:
			last = len(out)
		case p.kind != policy.Boilerplate:
			last = -1
		}
		out = append(out, p)
	}
	return out
}

// goesOn says whether o, the next table, is the rest of g.
func (g *grid) goesOn(o *grid) bool {
	if o.page != g.page+1 {
		return false
	}
	if g.xs == nil || o.xs == nil {
		return g.xs == nil && o.xs == nil && g.cols == o.cols && abs(g.Left-o.Left) < 8 && abs(g.Right-o.Right) < 8
	}
	few, many := g.xs, o.xs
	if len(few) > len(many) {
		few, many = many, few
	}
	if abs(few[0]-many[0]) > touch || abs(few[len(few)-1]-many[len(many)-1]) > touch {
		return false
	}
	for _, x := range few {
		if abs(many[nearest(many, x)]-x) > touch {
			return false
		}
	}
	return len(few) == len(many) || len(few) > 2
}

// add puts the rows of o under those of g and gives the header that it repeats.
func (g *grid) add(o *grid) (head []*line) {
	g.widen(o)
	skip := g.repeated(o)
	for i := range o.cells {
		c := o.cells[i]
		if c.row < skip {
			for _, ls := range c.lines {
				head = append(head, &line{letters: ls, page: o.page, part: o.part, stray: true})
			}
			continue
		}
		c.row += g.rows - skip
		g.cells = append(g.cells, c)
	}
	g.rows += o.rows - skip
	g.page = o.page
	return head
}

// widen gives both tables the columns of the one that has more.
func (g *grid) widen(o *grid) {
	switch {
	case g.cols == o.cols || g.xs == nil:
	case g.cols < o.cols:
		g.spread(o.xs)
	default:
		o.spread(g.xs)
	}
}

// spread lays the cells out over the edges xs.
func (g *grid) spread(xs []float32) {
	for i := range g.cells {
		c := &g.cells[i]
		end := nearest(xs, g.xs[c.col+c.cols])
		c.col = nearest(xs, g.xs[c.col])
		c.cols = max(end-c.col, 1)
	}
	g.xs, g.cols = xs, len(xs)-1
}

// repeated is the number of rows at the top of o that are worded as the first rows
// of g are; a table whose whole content comes again repeats no header.
func (g *grid) repeated(o *grid) int {
	n := 0
	for n < min(g.rows, o.rows-1, 5) && slices.Equal(g.row(n), o.row(n)) && len(g.row(n)) > 0 {
		n++
	}
	for n > 0 && g.crossed(n) { // not in the middle of a cell
		n--
	}
	return n
}

// row are the wordings of the cells that begin in row r.
func (g *grid) row(r int) (out []string) {
	for i := range g.cells {
		if c := &g.cells[i]; c.row > r { // they stand by rows
			break
		} else if c.row == r && len(c.lines) > 0 {
			out = append(out, c.str())
		}
	}
	return out
}

// crossed says whether a cell stands in the rows before r and in r.
func (g *grid) crossed(r int) bool {
	for i := range g.cells {
		if c := &g.cells[i]; c.row >= r {
			break
		} else if c.row+c.rows > r {
			return true
		}
	}
	return false
}
