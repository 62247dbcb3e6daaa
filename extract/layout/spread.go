package layout

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// Where a page was saved row by row, cells that reach over several columns or rows stand
// once, and the row is filled up with blanks on the right:
//
//	地区 | 工业 | 投资 | | |          地区 | 工业      | 投资
//	总量 | 增长 | 总量 | 增长 | |          | 总量 增长 | 总量 增长
//
// So the head does not stand over its columns any more, and a blank corner is lost.

// spreadHead gives the cells of grid, those of its head at their places; nil where the head
// stands as it is. A head of which no place is certain becomes lines over all columns, for a
// wrong head would be worse than none.
func spreadHead(grid [][]cell) (cells []policy.Cell) {
	head, cols := headerRows(grid), len(grid[0])
	if head < 1 || filledCells(grid[0]) == cols || standsOver(grid[:head]) || fullest(grid[head:]) <= fullest(grid[:head]) && fullest(grid[head:]) < cols {
		return nil
	}
	rows, body := headRows(grid[:head], grid[head:]), head
	top := headCells(rows, cols)
	if top == nil {
		top = byDecimals(rows, grid[body:], cols)
	}
	switch {
	case top == nil && len(rows) == 1 && len(rows[0])+1 >= cols:
		return nil
	case top == nil:
		cells = flatHead(grid[:head])
	default:
		cells, head = placed(top, len(rows)), len(rows)
		for body > 0 && isNumbering(grid[body-1]) {
			body--
		}
	}
	for r, row := range grid[body:] {
		cells = appendRow(cells, head+r, row)
	}
	return cells
}

// standsOver says whether a head has blanks before its cells, not behind them alone: those that
// reach over columns or down were saved with their blanks.
func standsOver(head [][]cell) bool {
	for r, row := range head {
		for c := range filledCells(row) {
			if row[c].text.Len() == 0 && r+c > 0 {
				return true
			}
		}
	}
	return false
}

// headRows are the rows of a head, a corner that was lost put back; a row that counts the
// columns is none.
func headRows(head, body [][]cell) [][]cell {
	rows := make([][]cell, 0, len(head))
	for r, row := range head {
		n, k := filledCells(row), len(rows)-1
		switch {
		case k > 0 && n == len(rows[k]) && allUnits(row[:n]): // 绝对量 over （亿元）
			over := slices.Clone(rows[k])
			for c := range over {
				over[c] = over[c].before(row[c])
			}
			rows[k] = over
		case n == 0 || isNumbering(row):
		case r == 0 && lacksCorner(row, n, body):
			rows = append(rows, cornered(row[:n]))
		default:
			rows = append(rows, row[:n])
		}
	}
	return rows
}

// lacksCorner says whether the n cells of the first row of a head stand over values alone.
func lacksCorner(row []cell, n int, body [][]cell) bool {
	first := row[0].str()
	if isValueHead(first) {
		return n < len(row)
	}
	return n == len(row)-1 && !isLoneHead(first) && (isSerial(body, 0) || isYears(body))
}

// cornered puts a blank cell before a row.
func cornered(row []cell) []cell { return append([]cell{emptyCellAt(row[0].span.Start)}, row...) }

// isYears says whether the first column holds years.
func isYears(rows [][]cell) bool {
	return !slices.ContainsFunc(rows, func(row []cell) bool { return !isYearNumber(row[0].str()) })
}

// allUnits says whether the cells are brackets: （亿元） | （%）.
func allUnits(row []cell) bool {
	return len(row) > 0 && !slices.ContainsFunc(row, func(x cell) bool { return !opensBracket(x.str()) })
}

func opensBracket(s string) bool { return strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（") }

// fullest is how many columns the fullest of the rows fills.
func fullest(rows [][]cell) int {
	n := 0
	for _, row := range rows {
		n = max(n, filledCells(row))
	}
	return n
}

// flatHead are the rows of a head, those that do not fill the columns as one cell.
func flatHead(head [][]cell) (cells []policy.Cell) {
	for r, row := range head {
		if n := filledCells(row); n == 0 || n == len(row) {
			cells = appendRow(cells, r, row)
		} else {
			cells = append(cells, lineOver(row[:n], r, len(row)))
		}
	}
	return cells
}

// lineOver is row r of a table as one cell over all columns.
func lineOver(row []cell, r, cols int) policy.Cell {
	x := joined(row)
	return policy.Cell{Row: r, RowSpan: 1, ColSpan: cols, Span: x.span, Text: x.text}
}

// appendRow appends row r of a grid as it stands.
func appendRow(cells []policy.Cell, r int, row []cell) []policy.Cell {
	for c, x := range row {
		cells = append(cells, policy.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Span: x.span, Text: x.text})
	}
	return cells
}

// loneHeads stand over one column.
var loneHeads = words.Of("lonehead")

// isLoneHead says whether the head s stands over one column: 地区, 产品名称, 县（市、区）.
func isLoneHead(s string) bool {
	s = withoutBlanks(strings.NewReplacer("（", "", "）", "", "(", "", ")", "", "、", "").Replace(s))
	return slices.Contains(loneHeads, s) || strings.HasSuffix(s, "名称") || strings.HasSuffix(s, "类别")
}

// valueHeads stand over values, never over the names of rows.
var valueHeads = words.Of("valuehead")

// isValueHead says whether the head s stands over values: a time, 总量.
func isValueHead(s string) bool {
	return s != "" && (isTimeHead(s) || slices.Contains(valueHeads, withoutBlanks(s)))
}

// isTimeHead says whether the head s begins with a year or a month.
func isTimeHead(s string) bool { return isDigit(firstRune(s)) && strings.ContainsAny(s, "年月季") }
