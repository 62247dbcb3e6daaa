package layout

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
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
	p.bodyTables()
	p.cellTables()
	p.orderTables()
	p.dropEmpty()
}

// dropEmpty takes the lines out that hold nothing but a tab or bars and are no cell.
func (p *page) dropEmpty() {
	out := p.lines[:0]
	gap := 0
	for _, l := range p.lines {
		if l.role == running && (l.span.Len() == 0 || l.has&markBar != 0 && l.clean == 0 && isBars(p.s[l.span.Start:l.span.End])) {
			gap += l.gap + 1
			continue
		}
		l.gap += gap
		gap = 0
		out = append(out, l)
	}
	p.lines = out
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

// addCells makes a table of cells that name their places and gives its index.
func (p *page) addCells(cells []policy.Cell, rows, cols int, span policy.Span) int {
	p.grid = slices.Grow(p.grid[:0], rows*cols)[:rows*cols]
	all := p.grid
	clear(all)
	grid := make([][]cell, rows)
	for r := range grid {
		grid[r] = all[r*cols : (r+1)*cols]
	}
	for _, x := range cells {
		span.Start, span.End = min(span.Start, x.Span.Start), max(span.End, x.Span.End)
		for i := range x.RowSpan {
			for j := range x.ColSpan {
				grid[x.Row+i][x.Col+j] = cell{x.Span, x.Text}
			}
		}
	}
	t := policy.Table{ID: fmt.Sprintf("t%d", len(p.doc.Tables)+1), Span: span, Rows: rows, Cols: cols, Cells: cells, Section: -1, Block: -1}
	t.HeaderRows = headerRows(grid)
	t.HeaderCols = headerCols(grid, t.HeaderRows)
	for i := range cells {
		x := &cells[i]
		x.Header = x.Header || x.Row < t.HeaderRows || x.Col < t.HeaderCols
	}
	p.doc.Tables = append(p.doc.Tables, t)
	return len(p.doc.Tables) - 1
}

// takeLines makes a table of the lines [i, end), read as rows of equal length.
func (p *page) takeLines(i, end int, rows [][]cell) {
	cells := make([]policy.Cell, 0, len(rows)*len(rows[0]))
	for r, row := range rows {
		cells = appendRow(cells, r, row)
	}
	p.takeCells(i, end, cells, len(rows), len(rows[0]))
}

// takeCells makes a table of the lines [i, end), of cells that name their places.
func (p *page) takeCells(i, end int, cells []policy.Cell, rows, cols int) {
	p.markTable(i, end, p.addCells(cells, rows, cols, p.spanOf(i, end)))
}

// spanOf is from the beginning of line i to the end of the last line with text before line end.
func (p *page) spanOf(i, end int) policy.Span {
	return policy.Span{Start: p.lines[i].span.Start, End: p.lines[p.lastIn(i, end)].span.End}
}

// markTable gives the lines [i, end) to table k. The unit right above does not go on the
// line before it.
func (p *page) markTable(i, end, k int) {
	if i > 0 && p.lines[i-1].role == running && unitAbove(p.str(i-1)) != "" {
		p.lines[i-1].hard = true
	}
	for ; i < end; i++ {
		p.lines[i].role, p.lines[i].table = tableLine, k
	}
}

// headerRows is the number of rows before the first one with a figure, where a
// later one has figures; 1 where none has. Under a row that fills the columns a row of no more than a
// number and a name is no head: 一 | 教育部门.
func headerRows(rows [][]cell) int {
	whole := filledCells(rows[0]) == len(rows[0])
	for r := range rows {
		if r > 0 && isNumbering(rows[r]) {
			return min(r+1, 3)
		}
		if r > 0 && whole && filledCells(rows[r]) < min(3, len(rows[0])-1) {
			return r
		}
		for c := range rows[r] {
			if isFigure(rows[r][c].str()) && !(r == 0 && c > 0 && isYearNumber(rows[r][c].str())) {
				return min(r, 3)
			}
		}
	}
	return min(1, len(rows)-1)
}

// isNumbering says whether a row under a head counts its columns: 甲 | 乙 | 1 | 2.
func isNumbering(row []cell) bool {
	return CountsColumns(len(row), func(c int) string { return row[c].str() })
}

// CountsColumns says whether the cells, of which str gives the wording, number the columns: 甲 | 乙 | 1 | 2.
func CountsColumns(cols int, str func(c int) string) bool {
	next, words := 1, 0
	for c := range cols {
		switch s := str(c); {
		case s == "":
		case s == strconv.Itoa(next):
			next++
		case next == 1 && slices.Contains(columnLetters, s):
			words++
		default:
			return false
		}
	}
	return next > 2 || next == 2 && words > 0
}

var columnLetters = words.Of("columnletter")

// isYearNumber says whether s is a bare year, as header cells hold.
func isYearNumber(s string) bool {
	year, n := readArabic(s)
	return n == len(s) && year >= 1900 && year < 2100
}

// headerCols is the number of columns that name the rows: a serial number, what is
// measured, its unit; everything before the first column of figures.
func headerCols(rows [][]cell, head int) int {
	cols, serial := len(rows[0]), 0
	if isSerial(rows, head) || cols > 1 && columnFigures(rows, head, 0) && !columnFigures(rows, head, 1) {
		serial = 1
	}
	for c := serial; c < cols; c++ {
		if columnFigures(rows, head, c) {
			return c
		}
	}
	return min(serial+1, cols)
}

// columnFigures says whether half of column c or more is figures.
func columnFigures(rows [][]cell, head, c int) bool {
	n := count(rows[head:], func(row []cell) bool { return isFigure(row[c].str()) })
	return n*2 >= len(rows)-head && n > 0
}

// count is how many members of a list are such.
func count[T any](list []T, such func(T) bool) (n int) {
	for _, x := range list {
		if such(x) {
			n++
		}
	}
	return n
}

// isSerial says whether the first column counts the rows: 1, 2, 3.
func isSerial(rows [][]cell, head int) bool {
	n := 0
	for _, row := range rows[head:] {
		s := row[0].str()
		if v, k := readOrdinal(s); k > 0 && k == len(s) && v == n+1 {
			n++
		} else if s != "" {
			return false
		}
	}
	return n > 0
}

// isFigure says whether a cell holds a number and nothing else but a sign, a percent
// sign or a mark.
func isFigure(s string) bool {
	digits := false
	for _, r := range s {
		switch r {
		case '.', '．', ',', '，', '%', '％', '-', '—', '+', '±', '*', ' ', '\u00a0', '\u2009', '\u202f', '＊', '－', '~', '～', '≥', '≤', '>', '<', '‰', '(', ')', '〔', '〕', '[', ']', '【', '】', '▲', '△', '▼':
		default:
			if !isDigit(r) {
				return false
			}
			digits = true
		}
	}
	return digits
}

// isAmount says whether a cell holds a number with a short unit: ≥82.72岁, 3.2/10万.
func isAmount(s string) bool {
	for _, sign := range [...]string{"≥", "≤", ">", "<", "约"} {
		s = strings.TrimPrefix(s, sign)
	}
	unit := strings.TrimLeft(s, "0123456789０１２３４５６７８９.． ")
	return len(unit) < len(s) && len(unit) <= len("千瓦时")
}

// tableUnit is the unit of table k.
func (p *page) tableUnit(k, gap int) unit {
	w := p.doc.Tables[k].Span
	return unit{kind: policy.TableBlock, span: w, text: policy.Plain(p.s[w.Start:w.End], w.Start), gap: gap, table: k}
}
