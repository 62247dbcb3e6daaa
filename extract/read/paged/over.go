package paged

import (
	"math"
	"strings"

	"shuzheng/policy"
)

// overPages joins tables that go on from one page to the next: nothing but furniture
// and 续表 stands between, and their columns are the same.
func overPages(blocks []block) []block {
	var out []block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if b.grid == nil {
			out = append(out, b)
			continue
		}
		out = append(out, b)
		for {
			next, between := continuation(blocks, i)
			if next == 0 || !b.grid.continues(blocks[next].grid) {
				break
			}
			b.grid.append(blocks[next].grid)
			for k := range between {
				between[k].kind = policy.Boilerplate
			}
			out = append(out, between...)
			i = next
		}
	}
	return out
}

// continuation is the index of the table that may go on with the one at i, and what
// stands between; 0 where there is none.
func continuation(blocks []block, i int) (int, []block) {
	for k := i + 1; k < len(blocks) && k < i+12; k++ {
		b := &blocks[k]
		switch {
		case b.grid != nil:
			return k, blocks[i+1 : k]
		case b.kind == policy.Boilerplate:
		case len(b.lines) == 1 && continued(b.lines[0].words()):
		default:
			return 0, nil
		}
	}
	return 0, nil
}

// continued says whether s is the line over a table that goes on: 续表, 表2（续）.
func continued(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) < 120 && (strings.HasPrefix(s, "续") || strings.HasSuffix(s, "续）") || strings.HasSuffix(s, "续)") || strings.HasSuffix(s, "续表"))
}

// continues says whether h, on a later page, has the columns of g.
func (g *grid) continues(h *grid) bool {
	if len(g.xs) != len(h.xs) || len(g.ys) == 0 || len(h.ys) == 0 || g.page() >= h.page() { // only ruled ones are sure to go on
		return false
	}
	for i := range g.xs {
		if math.Abs((g.xs[i]-g.xs[0])-(h.xs[i]-h.xs[0])) > 2*near {
			return false
		}
	}
	return true
}

// page is the number of the last page with a cell of g.
func (g *grid) page() int {
	for i := len(g.cells) - 1; i >= 0; i-- {
		if ls := g.cells[i].lines; len(ls) > 0 {
			return ls[0].page.Number
		}
	}
	return 0
}

// append adds the rows of h, without those that repeat the head of g.
func (g *grid) append(h *grid) {
	head := g.repeated(h)
	for _, c := range h.cells {
		if c.row < head {
			g.again = append(g.again, c)
			continue
		}
		c.row += g.rows - head
		g.cells = append(g.cells, c)
	}
	g.rows += h.rows - head
}

// repeated is how many rows at the top of h are those of g.
func (g *grid) repeated(h *grid) int {
	n := 0 // rows known to be the same
	for i := range h.cells {
		if i >= len(g.cells) {
			break
		}
		a, b := &g.cells[i], &h.cells[i]
		if a.row != b.row || a.col != b.col || a.rows != b.rows || a.cols != b.cols || a.words() != b.words() {
			break
		}
		n = i + 1
	}
	for n > 0 && n < len(h.cells) && h.cells[n].col > 0 {
		n-- // not a whole row
	}
	if n == 0 || n == len(h.cells) && h.rows > 1 {
		return 0
	}
	return min(h.cells[n-1].row+1, 4)
}

func (c *cell) words() string {
	var s strings.Builder
	for i := range c.lines {
		s.WriteString(c.lines[i].words())
	}
	return s.String()
}
