package layout

import (
	"strings"

	"shuzheng/policy"
)

// Tables whose cells were saved one to a line, each behind a tab, with a blank
// line between rows:
//
//	⇥序号
//	⇥指标
//	⇥完成
//
//	情况        (the same cell: a line break in it became a blank line)
//
//	⇥1
//	⇥专利数
//	⇥完成
//
// A single cell is no table but a box.

// tabTables finds all runs and makes tables of those that are grids.
func (p *page) tabTables() {
	for i := 0; i < len(p.lines); i++ {
		if !p.lines[i].tab || p.lines[i].role != running || strings.Contains(p.str(i), "\t") {
			continue
		}
		if end := p.tabRun(i); end > i {
			i = end - 1
		}
	}
}

// tabRun reads the run that begins at line i; it gives the line behind the table,
// i if the run is none.
func (p *page) tabRun(i int) int {
	groups, end := p.tabGroups(i)
	cols := commonSize(groups)
	if len(groups) < 2 || cols < 2 || indentedProse(groups[0]) {
		return i
	}
	rows, down := fitRows(groups, cols)
	if rows == nil {
		return i
	}
	p.takeLines(i, end, rows, down)
	return end
}

// indentedProse says whether what would be the head of a table is paragraphs that
// begin with a tab.
func indentedProse(head []cell) bool {
	n := 0
	for c := range head {
		if s := head[c].str(); endOf(s) == closedEnd && len(s) > 60 {
			n++
		}
	}
	return n*2 > len(head)
}

// lastIn is the last line of [i, end) that has text.
func (p *page) lastIn(i, end int) int {
	for end--; end > i && p.lines[end].span.Len() == 0; end-- {
	}
	return end
}

// tabGroups cuts the lines from i on into groups of cells with blank lines between.
func (p *page) tabGroups(i int) (groups [][]cell, end int) {
	var parts []int // lines of the cell under way
	var row []cell
	close := func() {
		if parts != nil {
			row = append(row, p.cellOf(parts))
			parts = nil
		}
	}
	for ; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.tab {
			if l.gap > 0 && len(parts) > 0 {
				close()
				groups = append(groups, row)
				row = nil
			}
			close()
			if isBoxTitle(p.str(i)) {
				break
			}
			parts = append(parts[:0:0], i)
			continue
		}
		if !p.continuesCell(i, parts, groups, len(row)+1) {
			break
		}
		parts = append(parts, i)
	}
	close()
	if row != nil {
		groups = append(groups, row)
	}
	return groups, i
}

// continuesCell says whether line i, which has no tab, belongs to the cell before
// it; parts are that cell's lines, n is how many cells its row has so far.
func (p *page) continuesCell(i int, parts []int, groups [][]cell, n int) bool {
	l := &p.lines[i]
	if len(parts) == 0 {
		return false
	}
	empty := true
	for _, k := range parts {
		empty = empty && p.lines[k].span.Len() == 0
	}
	s := p.str(i)
	if empty || l.gap == 0 {
		return len(groups) > 0 || n > 1 || empty || l.gap == 0 && !isBoxTitle(p.str(parts[0]))
	}
	if isCaption(s) || isNote(s) || unitOf(s) != "" {
		return false
	}
	cols := 0
	if len(groups) > 0 {
		cols = len(groups[0])
	}
	short := n < cols // the row lacks cells: the table goes on
	if l.gap > 1 && !short {
		return false
	}
	// the table must go on behind the line
	k := i + 1
	for k < len(p.lines) && !p.lines[k].tab && k < i+12 {
		if p.lines[k].gap > 1 {
			return false
		}
		k++
	}
	if k >= len(p.lines) || !p.lines[k].tab || isBoxTitle(p.str(k)) || p.lines[k].gap > 1 && !short {
		return false
	}
	if readMarker(s).style <= hanParen && readMarker(s).style != noStyle {
		return false
	}
	return cols == 0 || p.tabGroupSize(k) >= cols-2
}

// tabGroupSize is how many tab lines without a blank line between them begin at i.
func (p *page) tabGroupSize(i int) int {
	n := 0
	for k := i; k < len(p.lines) && (k == i || p.lines[k].gap == 0); k++ {
		if p.lines[k].tab {
			n++
		}
	}
	return n
}

// cellOf joins the lines of a cell.
func (p *page) cellOf(parts []int) cell {
	full := parts[:0:0]
	for _, i := range parts {
		if p.lines[i].span.Len() > 0 {
			full = append(full, i)
		}
	}
	if len(full) == 0 {
		at := p.lines[parts[0]].span.Start
		return cell{policy.Span{Start: at, End: at}, policy.Plain("", at)}
	}
	w := policy.Span{Start: p.lines[full[0]].span.Start, End: p.lines[full[len(full)-1]].span.End}
	return cell{w, p.join(full)}
}

// commonSize is the most frequent size among the groups, the larger of equals.
func commonSize(groups [][]cell) int {
	count := map[int]int{}
	best := 0
	for _, g := range groups {
		count[len(g)]++
	}
	for n := range count {
		if count[n] > count[best] || count[n] == count[best] && n > best {
			best = n
		}
	}
	return best
}

// fitRows brings the groups to rows of cols cells. A smaller group lacks its first
// cells, which reach down from the row above; a larger one is no row.
func fitRows(groups [][]cell, cols int) (rows [][]cell, down [][]int) {
	for _, g := range groups {
		if len(g) > cols {
			return nil, nil
		}
		row, d := make([]cell, cols), make([]int, cols)
		gap := cols - len(g)
		if gap > 0 && len(rows) == 0 {
			return nil, nil
		}
		for c := range row {
			d[c] = 1
			if c >= gap {
				row[c] = g[c-gap]
				continue
			}
			top := len(rows) - 1
			for top > 0 && down[top][c] == 0 {
				top--
			}
			down[top][c]++
			d[c], row[c] = 0, rows[top][c]
		}
		rows, down = append(rows, row), append(down, d)
	}
	return rows, down
}
