package layout

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// A headCell is a cell of a head and those that stand under it.
type headCell struct {
	cell
	under []headCell
}

// headCells hangs the rows of a head one under the other so that they stand over cols
// columns; nil if they cannot, or in more than one way.
func headCells(rows [][]cell, cols int) []headCell {
	switch {
	case len(rows) == 1 && len(rows[0]) == cols:
		return leaves(rows[0])
	case len(rows) == 2:
		low, n := rows[1], len(rows[0])+len(rows[1])-cols // cells with others under them
		if n == 0 {                                       // a whole with a column of its own, and its parts
			low, n = cornered(low), 1
		}
		return hang(rows[0], leaves(low), n)
	case len(rows) == 3:
		for n := 1; 2*n <= len(rows[2]); n++ { // of the middle row
			over := len(rows[0]) + len(rows[1]) - n + len(rows[2]) - cols
			if over >= 1 && 2*over <= len(rows[1]) {
				return hang(rows[0], hang(rows[1], leaves(rows[2]), n), over)
			}
		}
	}
	return nil
}

// repeats says whether a row says the same n times: （亿元） | 增长% | （亿元） | 增长%.
func repeats(row []cell, n int) bool {
	return n > 1 && len(row)%n == 0 && len(row) != n && slices.EqualFunc(row[len(row)/n:], row[:len(row)-len(row)/n], sameWords)
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
	may, must := countHeads(row, mayStandOver), countHeads(row, tellsParts)
	if n < 1 || len(under) < n || len(under)%n != 0 || may < n || may > n && must != n && !allChanges(under) {
		return nil
	}
	out := leaves(row)
	for c, left := len(row)-1, n; left > 0; c-- {
		if s := row[c].str(); !mayStandOver(s) || must == n && !tellsParts(s) {
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

// byDecimals hangs the lower row of a head under the one cell over it in whose columns, and in no others side by side, the
// figures have as many decimals: 2020年 | 2010年 under 比重 rather than 人口数.
func byDecimals(rows, body [][]cell, cols int) (out []headCell) {
	if len(rows) != 2 || len(rows[1]) < 2 || len(rows[0])+len(rows[1]) != cols+1 {
		return nil
	}
	low := rows[1]
	for c := 1; c+len(low) <= cols; c++ {
		if d := evenDecimals(body, c, c+len(low)); d && out != nil {
			return nil
		} else if d && mayStandOver(rows[0][c].str()) {
			out = leaves(rows[0])
			out[c].under = leaves(low)
		}
	}
	return out
}

// evenDecimals says whether the figures in columns [c, end) have as many digits behind their points.
func evenDecimals(body [][]cell, c, end int) bool {
	longest := make([]int, end)
	for _, row := range body {
		for k := c; k < end; k++ {
			if _, after, _ := strings.Cut(row[k].str(), "."); isFigure(row[k].str()) {
				longest[k] = max(longest[k], len(after)+1)
			}
		}
	}
	return longest[c] > 0 && slices.Min(longest[c:]) == slices.Max(longest[c:])
}

// timesUnder is how many of the cells of a head over cols columns stand over the times that end it, all under one of
// them; 0 if they do not.
func timesUnder(cells []cell, cols int) int {
	k := len(cells)
	for k > 0 && isTimeHead(cells[k-1].str()) {
		k--
	}
	if len(cells) != cols+1 || len(cells)-k < 2 || k < 3 {
		return 0
	}
	return k
}

// mayStandOver says whether the head s may have others under it.
func mayStandOver(s string) bool {
	return s != "" && !isLoneHead(s) && !strings.HasSuffix(s, "%") && !strings.HasPrefix(s, "人均")
}

func tellsParts(s string) bool { return strings.HasPrefix(s, "其中") }

// countHeads is how many heads of a row are such.
func countHeads(row []cell, such func(string) bool) int {
	return count(row, func(x cell) bool { return such(x.str()) })
}

// allChanges says whether the cells are heads of changes, which stand right of what changes.
func allChanges(row []headCell) bool {
	return !slices.ContainsFunc(row, func(x headCell) bool { return !policy.HoldsAny(x.str(), "增", "%") })
}

// width is the number of columns under x.
func (x *headCell) width() int {
	n := 0
	for k := range x.under {
		n += x.under[k].width()
	}
	return max(n, 1)
}

// placed are the cells of a head of so many rows, row by row.
func placed(head []headCell, rows int) []policy.Cell {
	cells := placeRow(nil, head, 0, 0, rows)
	policy.Sort(cells, func(a, b policy.Cell) int { return (a.Row-b.Row)*maxRowCells + a.Col - b.Col })
	return cells
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
