package paper

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A writer writes the Content: the wording of the blocks with a line feed between
// two, of a table a line for each row with tabs between the cells.
type writer struct {
	doc    *policy.Document
	out    strings.Builder
	origin *origin
}

// block writes p.
func (w *writer) block(p *piece) {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	b := policy.Block{ID: len(w.doc.Blocks), Kind: p.kind, Level: p.level, Section: -1, Table: -1}
	b.Span.Start = w.out.Len()
	if p.grid != nil {
		b.Table = len(w.doc.Tables)
		w.table(p.grid, b.ID)
	} else {
		for i, x := range p.lines {
			if i > 0 {
				w.blank(glue(p.lines[i-1].letters, x.letters))
			}
			w.letters(x.letters, x.page, x.part)
		}
	}
	b.Span.End = w.out.Len()
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// letters writes what stands in one line.
func (w *writer) letters(ls []letter, page int, part string) {
	w.origin.turnTo(w.out.Len(), page, part)
	for i := range ls {
		w.origin.put(w.out.Len(), ls[i].at)
		w.out.WriteRune(ls[i].r)
	}
}

// blank writes s, which stands for nothing on the page.
func (w *writer) blank(s string) { w.out.WriteString(s) }

// glue is what stands between two joined lines: a blank between Latin words, unless
// the first one is cut by a hyphen.
func glue(a, b []letter) string {
	x, y := a[len(a)-1].r, b[0].r
	if Wide(x) || Wide(y) || x == '-' || !isLetter(x) && !isLetter(y) {
		return ""
	}
	return " "
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// table writes the cells of g.
func (w *writer) table(g *grid, block int) {
	t := policy.Table{ID: "t" + strconv.Itoa(len(w.doc.Tables)+1), Rows: g.rows, Cols: g.cols, Section: -1, Block: block}
	t.Span.Start = w.out.Len()
	k := 0
	for row := range g.rows {
		if row > 0 {
			w.blank("\n")
		}
		for col := range g.cols {
			if col > 0 {
				w.blank("\t")
			}
			if k < len(g.cells) && g.cells[k].row == row && g.cells[k].col == col {
				t.Cells = append(t.Cells, w.cell(&g.cells[k], g))
				k++
			}
		}
	}
	t.Span.End = w.out.Len()
	w.doc.Tables = append(w.doc.Tables, t)
}

// cell writes one cell, its lines joined.
func (w *writer) cell(c *cell, g *grid) policy.Cell {
	at := policy.Span{Start: w.out.Len()}
	for i, ls := range c.lines {
		if i > 0 {
			w.blank(cellGlue(c.lines[i-1], ls))
		}
		w.letters(ls, c.page, c.part)
	}
	at.End = w.out.Len()
	return policy.Cell{Row: c.row, Col: c.col, RowSpan: c.rows, ColSpan: c.cols, Span: at}
}

// cellGlue is glue for the lines of a cell: two numbers one under the other are two.
func cellGlue(a, b []letter) string {
	x, y := a[len(a)-1].r, b[0].r
	if Wide(x) || Wide(y) || x == '-' && !isDigit(y) {
		return ""
	}
	return " "
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
