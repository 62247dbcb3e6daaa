package layout

import (
	"fmt"
	"sort"
	"strings"

	"shuzheng/policy"
)

// A cell is a cell of a grid that is being put together.
type cell struct {
	span policy.Span
	text policy.Text
}

func (c *cell) str() string { return c.text.String() }

// tables finds the tables among the lines, in every form they are flattened to.
func (p *page) tables() {
	if strings.Contains(p.s, "\t") {
		p.tabTables()
	}
	p.rowTables()
	p.cellTables()
	p.orderTables()
}

// orderTables numbers the tables as they stand in the text.
func (p *page) orderTables() {
	ts := p.doc.Tables
	if len(ts) < 2 {
		return
	}
	order := make([]int, len(ts))
	for k := range order {
		order[k] = k
	}
	sort.Slice(order, func(a, b int) bool { return ts[order[a]].Span.Start < ts[order[b]].Span.Start })
	place, sorted := make([]int, len(ts)), make([]policy.Table, len(ts))
	for k, old := range order {
		place[old], sorted[k] = k, ts[old]
		sorted[k].ID = fmt.Sprintf("t%d", k+1)
	}
	p.doc.Tables = sorted
	for i := range p.lines {
		if p.lines[i].role == tableLine {
			p.lines[i].table = place[p.lines[i].table]
		}
	}
}

// addTable makes a table of rows of equal length and gives its index. A cell
// without text may be filled by the one above it: span[r][c] is how many rows it
// reaches down, 0 where it belongs to the one above.
func (p *page) addTable(rows [][]cell, down [][]int, span policy.Span) int {
	t := policy.Table{ID: fmt.Sprintf("t%d", len(p.doc.Tables)+1), Span: span, Rows: len(rows), Cols: len(rows[0]), Section: -1, Block: -1}
	t.HeaderRows = headerRows(rows)
	t.HeaderCols = headerCols(rows, t.HeaderRows)
	for r := range rows {
		for c := range rows[r] {
			n := 1
			if down != nil {
				n = down[r][c]
			}
			if n == 0 {
				continue
			}
			x := &rows[r][c]
			t.Cells = append(t.Cells, policy.Cell{Row: r, Col: c, RowSpan: n, ColSpan: 1,
				Header: r < t.HeaderRows || c < t.HeaderCols, Span: x.span, Text: x.text})
		}
	}
	p.doc.Tables = append(p.doc.Tables, t)
	return len(p.doc.Tables) - 1
}

// headerRows is the number of rows before the first one with a figure, where a
// later one has figures; 1 where none has.
func headerRows(rows [][]cell) int {
	for r := range rows {
		for c := range rows[r] {
			if isFigure(rows[r][c].str()) && !(r == 0 && c > 0 && isYearNumber(rows[r][c].str())) {
				return min(r, 3)
			}
		}
	}
	return min(1, len(rows)-1)
}

// isYearNumber says whether s is a bare year, as header cells hold.
func isYearNumber(s string) bool { return len(s) == 4 && (s[:2] == "20" || s[:2] == "19") }

// headerCols is the number of columns that name the rows: a serial number, what is
// measured, its unit; everything before the first column of figures.
func headerCols(rows [][]cell, head int) int {
	cols := len(rows[0])
	serial := 0
	if isSerial(rows, head) {
		serial = 1
	}
	for c := serial; c < cols; c++ {
		n := 0
		for _, row := range rows[head:] {
			if isFigure(row[c].str()) {
				n++
			}
		}
		if n*2 >= len(rows)-head && n > 0 {
			return c
		}
	}
	return min(serial+1, cols)
}

// isSerial says whether the first column counts the rows: 1, 2, 3.
func isSerial(rows [][]cell, head int) bool {
	n := 0
	for _, row := range rows[head:] {
		v, k := readOrdinal(row[0].str())
		if k > 0 && k == len(row[0].str()) && v == n+1 {
			n++
		} else if row[0].str() != "" {
			return false
		}
	}
	return n > 0
}

// isFigure says whether a cell's text is a number, perhaps with a sign, a percent
// sign, a mark or a word like 约 around it.
func isFigure(s string) bool {
	digits, others := 0, 0
	for _, r := range s {
		switch {
		case isDigit(r):
			digits++
		case r == '.' || r == ',' || r == '，' || r == '%' || r == '％' || r == '-' || r == '—' || r == '+' || r == '±' || r == '*' || r == ' ' ||
			r == '＊' || r == '－' || r == '~' || r == '～' || r == '≥' || r == '≤' || r == '>' || r == '<' || r == '‰' || r == '(' || r == ')':
		default:
			others++
		}
	}
	return digits > 0 && others == 0
}

// tableUnit is the unit of table k.
func (p *page) tableUnit(k, gap int) unit {
	t := &p.doc.Tables[k]
	w := t.Span
	return unit{kind: policy.TableBlock, span: w, text: policy.Plain(p.s[w.Start:w.End], w.Start), gap: gap, table: k}
}
