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

// A headCell is a cell of a head and those that stand under it.
type headCell struct {
	cell
	under []headCell
}

// spreadHead gives the cells of grid, those of its head at their places; nil where the head
// stands as it is. A head of which no place is certain becomes lines over all columns, for a
// wrong head would be worse than none; lost says that units of it have no place.
func spreadHead(grid [][]cell) (cells []policy.Cell, lost bool) {
	head, cols := headerRows(grid), len(grid[0])
	if head < 1 || filledCells(grid[0]) == cols || fullest(grid[head:]) <= fullest(grid[:head]) && fullest(grid[head:]) < cols {
		return nil, false
	}
	rows, body := headRows(grid[:head], grid[head:]), head
	top, lost := headCells(rows, cols)
	switch {
	case top == nil && len(rows) == 1 && len(rows[0])+1 >= cols:
		return nil, false
	case top == nil:
		cells = flatHead(grid[:head])
	default:
		cells = placeRow(nil, top, 0, 0, len(rows))
		policy.Sort(cells, func(a, b policy.Cell) int { return (a.Row-b.Row)*maxRowCells + a.Col - b.Col })
		head = len(rows)
		for body > 0 && isNumbering(grid[body-1]) {
			body--
		}
	}
	for r, row := range grid[body:] {
		cells = appendRow(cells, head+r, row)
	}
	return cells, lost
}

// headRows are the rows of a head, a corner that was lost put back; a row that counts the
// columns is none.
func headRows(head, body [][]cell) [][]cell {
	rows := make([][]cell, 0, len(head))
	for r, row := range head {
		n := filledCells(row)
		if k := len(rows) - 1; k > 0 && n == len(rows[k]) && allUnits(row[:n]) { // 绝对量 over （亿元）
			over := slices.Clone(rows[k])
			for c := range over {
				over[c] = over[c].before(row[c])
			}
			rows[k] = over
			continue
		}
		if n > 0 && !isNumbering(row) {
			rows = append(rows, row[:n])
			if r == 0 && n < len(row) && (isValueHead(row[0].str()) || n == len(row)-1 && (isSerial(body, 0) || isYears(body)) && !isLoneHead(row[0].str())) {
				rows[0] = append([]cell{emptyCellAt(row[0].span.Start)}, rows[0]...)
			}
		}
	}
	return rows
}

// isYears says whether the first column holds years.
func isYears(rows [][]cell) bool {
	for _, row := range rows {
		if !isYearNumber(row[0].str()) {
			return false
		}
	}
	return true
}

// allUnits says whether the cells are brackets: （亿元） | （%）.
func allUnits(row []cell) bool {
	for _, x := range row {
		if s := x.str(); !strings.HasPrefix(s, "(") && !strings.HasPrefix(s, "（") {
			return false
		}
	}
	return len(row) > 0
}

// fullest is how many columns the fullest of the rows fills.
func fullest(rows [][]cell) int {
	n := 0
	for _, row := range rows {
		n = max(n, filledCells(row))
	}
	return n
}

// headCells hangs the rows of a head one under the other so that they stand over cols
// columns; nil if they cannot, or in more than one way. Lost says that there are units in
// brackets of which it cannot be told whose they are.
func headCells(rows [][]cell, cols int) (top []headCell, lost bool) {
	switch {
	case len(rows) == 1 && len(rows[0]) == cols:
		return leaves(rows[0]), false
	case len(rows) == 2:
		low, units := bareUnits(rows[1])
		n := len(low) - (cols - len(rows[0])) // cells with others under them
		if lost = units != nil && n >= 0; lost {
			rows[0][0] = rows[0][0].before(joined(units))
		} else {
			low, n = rows[1], n+len(units)
		}
		if n == 0 { // a whole with a column of its own, and its parts
			low, n = append([]cell{emptyCellAt(low[0].span.Start)}, low...), 1
		}
		return hang(rows[0], leaves(low), n), lost
	case len(rows) == 3:
		for n := 1; 2*n <= len(rows[2]); n++ { // of the middle row
			over := len(rows[0]) + len(rows[1]) - n + len(rows[2]) - cols
			if over >= 1 && 2*over <= len(rows[1]) {
				return hang(rows[0], hang(rows[1], leaves(rows[2]), n), over), false
			}
		}
	}
	return nil, false
}

// bareUnits parts a row into heads and units in brackets, of rows that hold both.
func bareUnits(row []cell) (heads, units []cell) {
	for _, x := range row {
		if s := x.str(); strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（") {
			units = append(units, x)
		} else {
			heads = append(heads, x)
		}
	}
	if len(heads) == 0 {
		return row, nil
	}
	return heads, units
}

func leaves(row []cell) []headCell {
	out := make([]headCell, len(row))
	for c, x := range row {
		out[c].cell = x
	}
	return out
}

// hang puts the cells under n of those of the row over them; nil if other n may have them too.
// Those that say so (其中) have others under them, else those that may; heads of changes stand
// right of what changes.
func hang(row []cell, under []headCell, n int) []headCell {
	may, must := 0, 0
	for c := range row {
		s := row[c].str()
		if mayStandOver(s) {
			may++
		}
		if strings.HasPrefix(s, "其中") {
			must++
		}
	}
	if n < 1 || len(under) < n || len(under)%n != 0 || may < n || may > n && must != n && !allChanges(under) {
		return nil
	}
	out := leaves(row)
	for c, left := len(row)-1, n; left > 0; c-- {
		if s := row[c].str(); !mayStandOver(s) || must == n && !strings.HasPrefix(s, "其中") {
			continue
		}
		k := len(under) / left
		if out[c].under, under = under[len(under)-k:], under[:len(under)-k]; k == 1 && len(out[c].under[0].under) == 0 {
			out[c] = headCell{cell: row[c].before(out[c].under[0].cell)} // one cell in two lines: 累计 增长%
		}
		left--
	}
	return out
}

// mayStandOver says whether the head s may have others under it.
func mayStandOver(s string) bool {
	return s != "" && !isLoneHead(s) && !strings.HasSuffix(s, "%") && !strings.HasPrefix(s, "人均")
}

// allChanges says whether the cells are heads of changes, which stand right of what changes.
func allChanges(row []headCell) bool {
	for _, x := range row {
		if !strings.Contains(x.str(), "增") && !strings.Contains(x.str(), "%") {
			return false
		}
	}
	return true
}

// width is the number of columns under x.
func (x *headCell) width() int {
	n := 0
	for k := range x.under {
		n += x.under[k].width()
	}
	return max(n, 1)
}

// placeRow appends row r of a head of so many rows, from column col on.
func placeRow(cells []policy.Cell, row []headCell, r, col, rows int) []policy.Cell {
	for k := range row {
		x := &row[k]
		y := policy.Cell{Row: r, Col: col, RowSpan: 1, ColSpan: x.width(), Span: x.span, Text: x.text}
		if len(x.under) == 0 {
			y.RowSpan = rows - r
		}
		cells = placeRow(append(cells, y), x.under, r+1, col, rows)
		col += y.ColSpan
	}
	return cells
}

// flatHead are the rows of a head, those that do not fill the columns as one cell.
func flatHead(head [][]cell) []policy.Cell {
	var cells []policy.Cell
	for r, row := range head {
		n := filledCells(row)
		if n == 0 || n == len(row) {
			cells = appendRow(cells, r, row)
			continue
		}
		x := joined(row[:n])
		cells = append(cells, policy.Cell{Row: r, RowSpan: 1, ColSpan: len(row), Span: x.span, Text: x.text})
	}
	return cells
}

// appendRow appends row r of a grid as it stands.
func appendRow(cells []policy.Cell, r int, row []cell) []policy.Cell {
	for c, x := range row {
		cells = append(cells, policy.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Span: x.span, Text: x.text})
	}
	return cells
}

// loneHeads stand over one column.
var loneHeads = []string{"序号", "指标", "指标名称", "主要指标", "项目", "名称", "单位", "计量单位", "代码", "编码", "属性", "指标属性", "备注", "地区", "预算科目", "科目", "年度预算", "年初预算", "年份", "位次", "排名", "责任单位", "牵头单位", "类别"}

func isLoneHead(s string) bool {
	s = withoutBlanks(s)
	for _, w := range loneHeads {
		if s == w {
			return true
		}
	}
	return false
}

// valueHeads stand over values, never over the names of rows.
var valueHeads = []string{"本月", "本期", "本季", "累计", "总量", "数量", "绝对额", "绝对值", "绝对量", "绝对数", "金额", "单位", "计量单位", "实绩", "增速", "同比", "上年", "全年"}

// isValueHead says whether the head s stands over values: a time, 总量.
func isValueHead(s string) bool {
	if s == "" {
		return false
	}
	if isDigit(firstRune(s)) && strings.ContainsAny(s, "年月季") {
		return true
	}
	s = withoutBlanks(s)
	for _, w := range valueHeads {
		if s == w {
			return true
		}
	}
	return false
}
