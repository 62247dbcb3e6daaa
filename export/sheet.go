package export

import (
	"errors"
	"strconv"
)

// sheetRows is how many rows a worksheet holds.
const sheetRows = 1048576

// A sheet is one subject of the workbook. Where its rows exceed a worksheet it
// goes on in further ones: 指标, 指标(2) …
type sheet struct {
	name    string
	widths  []float64 // of the columns, in digits
	freeze  int       // columns that stay in sight
	tab     string    // colour
	header  *row      // nil where rows have no columns in common
	empty   *row      // shown where there are none
	limit   int       // rows of a worksheet, the header included
	merges  []merge   // in order
	spools  []*spool  // rows that are written in the end, one after the other; nil where they are at once
	bodies  []*body   // rows that were written, by worksheet
	written int       // rows
	charts  []chart   // where there is one worksheet
	form    *form     // what people fill in, nil for nothing
	hidden  []int     // columns
	print   *printing // of a working paper, nil for other sheets
	columns int
}

// A merge is a block of cells shown as one; rows count from 0 over the whole sheet.
type merge struct{ row, col, rows, cols int }

// newSheet makes a sheet of columns.
func newSheet[T any](lang Lang, zh, en, tab string, freeze int, columns []column[T]) *sheet {
	s := &sheet{name: lang.pick(zh, en), tab: tab, freeze: freeze, limit: sheetRows, columns: len(columns)}
	s.header = &row{height: 30}
	for i, c := range columns {
		head := styled(headStyle, lang.pick(c.zh, c.en))
		s.widths = append(s.widths, max(c.width, float64(displayWidth(head.text))/digitQuarters+filterButton))
		switch c.kind {
		case codeColumn, linkColumn:
			head.style = headCentreStyle
		case numberColumn:
			head.style = headNumberStyle
		case formColumn:
			head.style = formHeadStyle
		case hiddenColumn:
			s.hidden = append(s.hidden, i)
		}
		s.header.cells = append(s.header.cells, head)
	}
	return s
}

// filterButton is the room beside a header for the button of the filter.
const filterButton = 5

// rows is how many rows were put.
func (s *sheet) rows() (n int) {
	n = s.written
	for _, p := range s.spools {
		n += p.rows
	}
	return n
}

// capacity is how many of the rows put fit into one worksheet.
func (s *sheet) capacity() int {
	if s.header != nil {
		return s.limit - 1
	}
	return s.limit
}

// parts is how many worksheets the sheet takes, at least one.
func (s *sheet) parts() int {
	return max(1, (s.rows()+s.capacity()-1)/s.capacity())
}

// partName names a worksheet of the sheet: 指标, 指标(2) …
func (s *sheet) partName(part int) string {
	if part == 0 {
		return s.name
	}
	return s.name + "(" + strconv.Itoa(part+1) + ")"
}

// line is the number within its worksheet of row i.
func (s *sheet) line(i int) int { return i%s.capacity() + 1 + s.limit - s.capacity() }

// cells are those of a column in a worksheet of so many lines, its header left out.
func (s *sheet) cells(col, lines int) string {
	name, top := columnName(col), s.line(0)
	return name + strconv.Itoa(top) + ":" + name + strconv.Itoa(max(top, lines))
}

// place names a cell of row i for a link: '指标(2)'!A15.
func (s *sheet) place(i, col int) string {
	var room [64]byte
	b := append(room[:0], '\'')
	b = append(b, s.partName(i/s.capacity())...)
	b = append(b, "'!"...)
	b = append(b, columnName(col)...)
	return string(strconv.AppendInt(b, int64(s.line(i)), 10))
}

// write appends a row to the worksheets.
func (s *sheet) write(p *press, r *row) error {
	if s.written%s.capacity() == 0 {
		s.bodies = append(s.bodies, &body{press: p, rowXML: rowXML{styles: p.styles}})
	}
	b := s.bodies[len(s.bodies)-1]
	if r.height > 0 || len(r.cells) > 0 {
		b.write(r, s.line(s.written))
	}
	s.written++
	return b.drain()
}

// close removes the temporary files of rows that wait.
func (s *sheet) close() (err error) {
	for _, p := range s.spools {
		err = errors.Join(err, p.close())
	}
	return err
}

// The heights of rows, in points.
const (
	lineHeight = 15
	rowPadding = 8
	maxHeight  = 409
)

// wraps says of each style whether its cells break into lines.
var wraps = func() (w [styles]bool) {
	for s := range w {
		w[s] = lookOf(style(s)).wrap
	}
	return w
}()

// height is what a line of cells needs.
func height(cells []cell, widths []float64) int {
	n := 1
	for i := range cells {
		c := &cells[i]
		if wraps[c.style] && i < len(widths) && float64(len(c.text)+len(c.mark)+len(c.rest)) >= widths[i] {
			n = max(n, lines(widths[i], c.text, c.mark, c.rest))
		}
	}
	return min(n*lineHeight+rowPadding, maxHeight)
}
