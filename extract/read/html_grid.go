package read

import (
	"strconv"
	"strings"
)

// maxSpan is how many columns one cell may cover.
const maxSpan = 1000

// A slot is a cell of the page and its place in the grid.
type slot struct {
	n                *node
	row, col         int
	rowSpan, colSpan int
}

// A grid is a table of the page laid out: its cells by row, then column.
type grid struct {
	rows, cols int
	headRows   int // rows of <thead>
	slots      []slot
	cut        bool // spans were made smaller
	unread     bool // there are rows that no reader sees
	huge       bool // larger than any document may have; not laid out to the end
}

// child is the first element under n with this tag, nil if there is none.
func (n *node) child(tag string) *node {
	for _, k := range n.kids {
		if k.tag == tag {
			return k
		}
	}
	return nil
}

// A layer is the state of laying out one table.
type layer struct {
	grid
	busy []int // by column: the first row that is free again
}

// grid lays n's cells out. Spans reach no further than their row group.
func (n *node) grid() grid {
	var l layer
	loose := countRows(n)
	for _, k := range n.kids {
		switch k.tag {
		case "tr":
			l.row(k, l.rows+loose)
			loose--
		case "thead", "tbody", "tfoot":
			end := l.rows + countRows(k)
			for _, r := range k.kids {
				if r.tag == "tr" {
					l.row(r, end)
				}
			}
			if k.tag == "thead" && end == countRows(k) {
				l.headRows = end
			}
		}
	}
	if l.huge = l.huge || l.rows*len(l.busy) > maxCells; !l.huge {
		l.dropRows()
		l.dropColumns()
	}
	return l.grid
}

// countRows is the number of rows right under n.
func countRows(n *node) int {
	c := 0
	for _, k := range n.kids {
		if k.tag == "tr" {
			c++
		}
	}
	return c
}

// row lays out the cells of one row; spans end before row end.
func (l *layer) row(tr *node, end int) {
	if l.huge = l.huge || l.rows*len(l.busy) > maxCells; l.huge {
		l.rows++
		return
	}
	if tr.hidden() {
		l.unread = l.unread || tr.first >= 0
		l.rows++
		return
	}
	col := 0
	for _, k := range tr.kids {
		if k.tag == "td" || k.tag == "th" {
			col = l.cell(k, col, end)
		}
	}
	l.rows++
}

// cell lays out one cell in the first free column from col on, and gives the column behind it.
func (l *layer) cell(td *node, col, end int) int {
	for col < len(l.busy) && l.busy[col] > l.rows {
		col++
	}
	s := slot{n: td, row: l.rows, col: col, rowSpan: td.span("rowspan"), colSpan: td.span("colspan")}
	if s.rowSpan == 0 || s.rowSpan > end-l.rows {
		s.rowSpan = end - l.rows
	}
	s.colSpan = max(s.colSpan, 1)
	if s.colSpan > maxSpan || (l.rows+1)*(col+s.colSpan) > maxCells {
		s.colSpan, l.cut = 1, true
	}
	for len(l.busy) < col+s.colSpan {
		l.busy = append(l.busy, 0)
	}
	// a cell that a merged one above already covers is cut short
	for i := col; i < col+s.colSpan; i++ {
		if l.busy[i] > l.rows {
			s.colSpan, l.cut = i-col, true
		}
	}
	for i := col; i < col+s.colSpan; i++ {
		l.busy[i] = l.rows + s.rowSpan
	}
	l.slots = append(l.slots, s)
	return col + s.colSpan
}

// dropRows leaves out the rows in which no cell begins: a browser gives them no
// height.
func (l *layer) dropRows() {
	kept := make([]int, l.rows+1) // by row: how many before it are kept
	for _, s := range l.slots {
		kept[s.row+1] = 1
	}
	for i := range l.rows {
		kept[i+1] += kept[i]
	}
	for i := range l.slots {
		s := &l.slots[i]
		s.rowSpan = max(kept[s.row+s.rowSpan]-kept[s.row], 1)
		s.row = kept[s.row]
	}
	l.rows, l.headRows = kept[l.rows], kept[l.headRows]
}

// dropColumns leaves out the last columns in which no cell begins, as far as some
// row ends before them: a title is often given any number of columns to cover.
func (l *layer) dropColumns() {
	reach := make([]int, l.rows) // by row: where its last cell ends
	begins := 0
	for _, s := range l.slots {
		begins = max(begins, s.col+1)
		for r := s.row; r < s.row+s.rowSpan; r++ {
			reach[r] = max(reach[r], s.col+s.colSpan)
		}
	}
	l.cols = len(l.busy)
	for _, r := range reach {
		l.cols = min(l.cols, max(r, begins))
	}
	for i := range l.slots {
		s := &l.slots[i]
		s.colSpan = min(s.colSpan, l.cols-s.col)
	}
}

// span is the number in n's attribute name: 1 if there is none, 0 for “to the end”.
func (n *node) span(name string) int {
	v, err := strconv.Atoi(strings.TrimSpace(n.attr[name]))
	if err != nil || v < 0 {
		return 1
	}
	return min(v, 1<<16)
}
