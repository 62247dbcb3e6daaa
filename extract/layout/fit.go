package layout

import "shuzheng/policy"

// commonSize is the most frequent size among the groups, the larger of equals.
func commonSize(groups []tabGroup) int {
	count := map[int]int{}
	best := 0
	for _, g := range groups {
		n := len(g.cells)
		count[n]++
		if count[n] > count[best] || count[n] == count[best] && n > best {
			best = n
		}
	}
	return best
}

// mergeBroken puts two groups together that are one row with a blank line inside:
// their cells have the sorts that the columns have, and the first alone does not fit
// as the right end of a row.
func mergeBroken(groups []tabGroup, cols int) []tabGroup {
	var kinds []byte // most tables have no broken row, and nobody asks
	out := groups[:0]
	for k := 0; k < len(groups); k++ {
		g := groups[k]
		if k+1 < len(groups) && makeRow(&g, &groups[k+1], cols) {
			if kinds == nil {
				kinds = columnKinds(groups, cols)
			}
			n, rest := len(g.cells), groups[k+1].cells
			if fit(g.cells, kinds) && fit(rest, kinds[n:]) && !fit(g.cells, kinds[cols-n:]) {
				k++
				g.cells = append(g.cells[:n:n], rest...)
			}
		}
		out = append(out, g)
	}
	return out
}

// makeRow says whether two groups have as many cells as a row has columns, the first not all of them.
func makeRow(g, next *tabGroup, cols int) bool {
	return len(g.cells) < cols && len(g.cells)+len(next.cells) == cols
}

// columnKinds are the kinds of the columns of whole rows under the head.
func columnKinds(groups []tabGroup, cols int) []byte {
	kinds := make([]byte, cols)
	for _, g := range groups[1:] {
		for c := 0; c < cols && len(g.cells) == cols; c++ {
			if k := columnKind(g.cells[c].str()); k != emptyCell && k != mixedCell {
				kinds[c] = k
			}
		}
	}
	return kinds
}

// fitRows brings the groups to rows of cols cells, as far as they fit; n groups did.
// A smaller group lacks its first cells: those of the row above reach down. A group
// of one cell is a row of one wide cell. A group of two or more whole rows is cut.
func fitRows(groups []tabGroup, cols int) (cells []policy.Cell, rows, n int) {
	size := 0
	for _, g := range groups {
		size += len(g.cells)
	}
	cells = make([]policy.Cell, 0, size)
	top := make([]int, cols) // the cell that reaches down in each column
	for _, g := range groups {
		size := len(g.cells)
		switch {
		case size == 1 && cols > 2:
			cells = append(cells, policy.Cell{Row: rows, RowSpan: 1, ColSpan: cols, Span: g.cells[0].span, Text: g.cells[0].text})
			for c := range top {
				top[c] = len(cells) - 1
			}
			rows++
		case size <= cols && (rows > 0 || size == cols), size%cols == 0:
			for at := 0; at < size; at += cols {
				cells = fitRow(cells, g.cells[at:min(at+cols, size)], rows, top)
				rows++
			}
		default:
			return cells, rows, n
		}
		n++
	}
	return cells, rows, n
}

// fitRow appends a row of the grid that lacks len(top)-len(row) cells on the left.
func fitRow(cells []policy.Cell, row []cell, r int, top []int) []policy.Cell {
	gap := len(top) - len(row)
	for c := range gap {
		x := &cells[top[c]]
		if x.Col == c && x.ColSpan == 1 && x.Row+x.RowSpan == r {
			x.RowSpan++
		}
	}
	for k, x := range row {
		top[gap+k] = len(cells)
		cells = append(cells, policy.Cell{Row: r, Col: gap + k, RowSpan: 1, ColSpan: 1, Span: x.span, Text: x.text})
	}
	return cells
}
