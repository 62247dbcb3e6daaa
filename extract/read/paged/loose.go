package paged

import "shuzheng/policy"

// Tables without rules: lines that part into as many pieces each, one over the other.

const (
	looseRows = 3 // lines of such a table at least
	looseCols = 3
)

// loose finds a table without rules that begins with line i and gives it with the index
// of the line behind it; nil where none begins.
func loose(lines []line, i int) (*grid, int) {
	first := lines[i].segments()
	if len(first) < looseCols {
		return nil, i
	}
	columns := make([]policy.Rect, len(first))
	for c := range first {
		columns[c] = first[c].box
	}
	rows := [][]line{first}
	for k := i + 1; k < len(lines); k++ {
		row := lines[k].segments()
		if !fits(columns, row) || lines[k].base-lines[k-1].base > 3*lines[k].size {
			break
		}
		for c := range row {
			columns[c] = union(columns[c], row[c].box)
		}
		rows = append(rows, row)
	}
	if len(rows) < looseRows {
		return nil, i
	}
	return looseGrid(rows), i + len(rows)
}

// fits says whether the pieces of a row stand under the columns, each under its own.
func fits(columns []policy.Rect, row []line) bool {
	if len(row) != len(columns) {
		return false
	}
	for c := range row {
		b := row[c].box
		if b.Right < columns[c].Left || b.Left > columns[c].Right ||
			c > 0 && b.Left < columns[c-1].Right || c+1 < len(columns) && b.Right > columns[c+1].Left {
			return false
		}
	}
	return true
}

// looseGrid makes a grid of rows of pieces.
func looseGrid(rows [][]line) *grid {
	g := &grid{xs: make([]float64, len(rows[0])+1), rows: len(rows)}
	for r, row := range rows {
		for c := range row {
			g.cells = append(g.cells, cell{row: r, col: c, rows: 1, cols: 1, lines: row[c : c+1]})
		}
	}
	return g
}

// parted says whether a line stands in so many pieces that it is no running text.
func (l *line) parted() bool { return len(l.segments()) >= looseCols }
