package layout

import (
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

// spreadHead gives the cells of grid, those of its head at their places; nil where the
// head stands as it is or no place for it is certain.
func spreadHead(grid [][]cell) []policy.Cell {
	head, cols := headerRows(grid), len(grid[0])
	if head < 1 || head > 2 || filledCells(grid[0]) == cols || !anyFull(grid[head:]) {
		return nil
	}
	top := grid[0][:filledCells(grid[0])]
	if len(top) == 0 {
		return nil
	}
	if len(top) < cols && isValueHead(top[0].str()) {
		top = append([]cell{emptyCellAt(top[0].span.Start)}, top...)
	}
	var low []cell
	if head == 2 {
		low = grid[1][:filledCells(grid[1])]
	}
	widths := spans(top, low, cols)
	if widths == nil {
		return nil
	}
	cells := headCells(top, low, widths)
	for r := head; r < len(grid); r++ {
		for c, x := range grid[r] {
			cells = append(cells, policy.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Span: x.span, Text: x.text})
		}
	}
	return cells
}

// anyFull says whether a row has text in its last column.
func anyFull(rows [][]cell) bool {
	for _, row := range rows {
		if filledCells(row) == len(row) {
			return true
		}
	}
	return false
}

// spans says over how many cells of the lower row each cell of the upper one stands, 0
// for those that reach down; nil if it cannot be told.
func spans(top, low []cell, cols int) []int {
	extra := cols - len(top)
	n := len(low) - extra // cells of the upper row with others under them
	if extra < 0 || len(low) == 0 && extra > 0 || len(low) > 0 && n < 1 {
		return nil
	}
	widths := make([]int, len(top))
	left, last := n, true
	for c := len(top) - 1; c >= 0 && left > 0; c-- {
		if s := top[c].str(); isLoneHead(s) || strings.HasSuffix(s, "%") {
			continue
		}
		widths[c] = len(low) / n
		if len(low)%n != 0 {
			widths[c] = 1
			if last {
				widths[c] = len(low) - n + 1
			}
		}
		left, last = left-1, false
	}
	if left > 0 {
		return nil
	}
	return widths
}

// headCells puts two rows of a head together.
func headCells(top, low []cell, widths []int) []policy.Cell {
	var cells, under []policy.Cell
	col := 0
	for c, x := range top {
		y := policy.Cell{Col: col, RowSpan: 1 + min(len(low), 1), ColSpan: 1, Span: x.span, Text: x.text}
		if w := widths[c]; w > 0 {
			y.RowSpan, y.ColSpan = 1, w
			for k := range w {
				z := low[len(under)]
				under = append(under, policy.Cell{Row: 1, Col: col + k, RowSpan: 1, ColSpan: 1, Span: z.span, Text: z.text})
			}
		}
		col += y.ColSpan
		cells = append(cells, y)
	}
	return append(cells, under...)
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
