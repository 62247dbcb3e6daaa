package read

import (
	"fmt"
	"strconv"

	"shuzheng/policy"
)

// A wordCell is a cell of a grid whose wording is to be written.
type wordCell struct {
	row, col         int
	rowSpan, colSpan int
	header           bool
	below, left      bool // goes on with the cell above it, with the one to its left
}

// A wordGrid is a table laid out: cells by row, then column.
type wordGrid struct {
	rows, cols int
	cells      []wordCell
}

// merge lets the cells that others go on with reach down over them. A cell that goes
// on with nothing is a cell of its own.
func (g *wordGrid) merge() {
	open := make([]int, g.cols) // by column: the cell above, plus 1
	end := make([]int, g.cols)  // and the row at which it ends
	for i := range g.cells {
		c := &g.cells[i]
		if c.left {
			c.below = true // its wording is not shown either
			continue
		}
		if above := open[c.col] - 1; c.below && above >= 0 && end[c.col] == c.row && g.cells[above].colSpan == c.colSpan {
			g.cells[above].rowSpan++
			end[c.col] = c.row + 1
			continue
		}
		c.below = false
		for k := c.col; k < c.col+c.colSpan; k++ {
			open[k], end[k] = 0, 0
		}
		open[c.col], end[c.col] = i+1, c.row+1
	}
}

// fits says whether the grid may be written as one; places of all tables count.
func (w *wordWriter) fits(g *wordGrid) bool {
	if g.rows > maxCells || g.cols > maxCells || g.rows*g.cols > maxCells-w.taken {
		w.doc.Report(w.here(), fmt.Sprintf("表格超过 %d 个单元格，此表按段落读取", maxCells))
		return false
	}
	w.taken += g.rows * g.cols
	return true
}

// beginTable starts a table of this shape; its cells follow in order.
func (w *wordWriter) beginTable(g *wordGrid) *tableWriter {
	id := len(w.doc.Tables)
	w.doc.Tables = append(w.doc.Tables, policy.Table{
		ID: "t" + strconv.Itoa(id+1), Rows: g.rows, Cols: g.cols, Section: -1,
		Cells: make([]policy.Cell, 0, len(g.cells)),
	})
	w.cells = true
	return &tableWriter{w: w, id: id, start: w.out.Len() + len(w.sep)}
}

// A tableWriter writes the cells of one table.
type tableWriter struct {
	w         *wordWriter
	id, start int
	row, col  int      // of what is written
	cell      wordCell // that is being written
	cellStart int
}

// begin goes to the place of c.
func (t *tableWriter) begin(c wordCell) {
	for ; t.row < c.row; t.row++ {
		t.w.separate("\n")
		t.col = 0
	}
	for ; t.col < c.col; t.col++ {
		t.w.separate("\t")
	}
	t.w.last, t.w.gap = 0, t.w.gap[:0]
	t.cell, t.cellStart = c, t.w.out.Len()+len(t.w.sep)
}

// end adds the cell.
func (t *tableWriter) end() {
	c := t.cell
	table := &t.w.doc.Tables[t.id]
	table.Cells = append(table.Cells, policy.Cell{
		Row: c.row, Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan, Header: c.header,
		Span: policy.Span{Start: t.cellStart, End: max(t.w.out.Len(), t.cellStart)},
	})
	t.w.last, t.w.gap = 0, t.w.gap[:0]
}

// finish adds the table's block; a table of one empty cell is none.
func (t *tableWriter) finish() {
	w := t.w
	w.cells = false
	if w.out.Len() <= t.start {
		w.doc.Tables = w.doc.Tables[:t.id]
		return
	}
	table := &w.doc.Tables[t.id]
	table.Span = policy.Span{Start: t.start, End: w.out.Len()}
	table.Block = len(w.doc.Blocks)
	w.start = t.start
	w.block(policy.TableBlock, 0, t.id)
}
