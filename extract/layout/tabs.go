package layout

import (
	"slices"

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

// tabTables finds all such runs and makes tables of those that are grids.
func (p *page) tabTables() {
	for i := 0; i < len(p.lines); i++ {
		if p.lines[i].tab && p.lines[i].role == running && p.lines[i].has&markTab == 0 {
			i = max(i, p.tabRun(i)-1)
		}
	}
}

// A tabGroup is a stretch of cells without a blank line before any but the first.
type tabGroup struct {
	cells []cell
	at    int // its first line
}

// tabRun reads the run that begins at line i and gives the line behind what was
// read of it.
func (p *page) tabRun(i int) int {
	groups, end := p.tabGroups(i)
	for len(groups) > 0 && indentedProse(groups[0].cells) {
		groups = groups[1:]
	}
	if len(groups) == 0 {
		return end
	}
	if cols := commonSize(groups); len(groups) > 1 && cols > 1 {
		return max(p.takeGroups(mergeBroken(groups, cols), cols, end), i+1)
	}
	p.oneGroup(together(groups), end)
	return end
}

// takeGroups makes a table of the groups, which end at line end, as far as they come to rows of cols cells; it
// gives the line behind it.
func (p *page) takeGroups(groups []tabGroup, cols, end int) int {
	cells, rows, n := fitRows(groups, cols)
	if n < len(groups) {
		end = groups[n].at
	}
	if rows >= 2 {
		p.takeCells(groups[0].at, end, cells, rows, cols)
	}
	return end
}

// together puts the cells of all groups into one, where a blank line stands behind each.
func together(groups []tabGroup) tabGroup {
	all := tabGroup{at: groups[0].at}
	for _, g := range groups {
		all.cells = append(all.cells, g.cells...)
	}
	return all
}

// oneGroup reads cells without blank lines between rows: the columns are what
// repeats.
func (p *page) oneGroup(g tabGroup, end int) {
	cols := repeating(sortsOf(len(g.cells), func(k int) string { return g.cells[k].str() }))
	if cols == 0 {
		return
	}
	p.takeLines(g.at, end, slices.Collect(slices.Chunk(g.cells[:len(g.cells)/cols*cols], cols)))
}

// indentedProse says whether what would be the head of a table is paragraphs that
// begin with a tab.
func indentedProse(head []cell) bool {
	return 2*count(head, func(x cell) bool { return endOf(x.str()) == closedEnd && x.text.Len() > 60 }) > len(head)
}

// lastIn is the last line of [i, end) that has text.
func (p *page) lastIn(i, end int) int {
	for end--; end > i && p.lines[end].span.Len() == 0; end-- {
	}
	return end
}

// tabGroups cuts the lines from i on into groups of cells with blank lines between;
// it gives the line behind the last.
func (p *page) tabGroups(i int) (groups []tabGroup, end int) {
	var parts []int // lines of the cell under way
	row := tabGroup{at: i}
	first := i
	for ; i < len(p.lines); i++ {
		l := &p.lines[i]
		switch {
		case l.role != running || l.tab && (l.has&markTab != 0 || isBoxTitle(p.str(i))):
		case l.tab:
			if len(parts) > 0 {
				row.cells = append(row.cells, p.cellOf(parts))
				if l.gap > 0 {
					groups = append(groups, row)
					row = tabGroup{at: i, cells: make([]cell, 0, len(row.cells))}
				}
			}
			parts = append(parts[:0], i)
			continue
		case p.continuesCell(i, parts, groups, len(row.cells)+1):
			parts = append(parts, i)
			continue
		}
		break
	}
	if len(parts) > 0 {
		row.cells = append(row.cells, p.cellOf(parts))
		groups = append(groups, row)
	}
	return groups, max(i, first+1)
}

// continuesCell says whether line i, which has no tab, belongs to the cell before
// it; parts are that cell's lines, n is how many cells its row has with it.
func (p *page) continuesCell(i int, parts []int, groups []tabGroup, n int) bool {
	if len(parts) == 0 || p.lines[i].hashes > 0 {
		return false
	}
	l, s := &p.lines[i], p.str(i)
	empty := len(parts) == 1 && p.lines[parts[0]].span.Len() == 0
	if empty || l.gap == 0 {
		return empty || len(groups) > 0 || n > 1
	}
	if m := readMarker(s); m.style != noStyle && m.style <= hanParen || isCaption(s) || isNote(s) || unitOf(s) != "" {
		return false
	}
	cols := 0
	if len(groups) > 0 {
		cols = len(groups[0].cells)
	}
	short := n < cols // the row lacks cells: the table goes on
	return (l.gap == 1 || short) && p.tabsGoOn(i+1, cols, short)
}

// tabsGoOn says whether the cells of a table of cols columns go on behind the lines
// from k on that have no tab; short says that a row lacks cells.
func (p *page) tabsGoOn(k, cols int, short bool) bool {
	for stop := k + 12; k < len(p.lines) && !p.lines[k].tab; k++ {
		if k == stop || p.lines[k].gap > 1 {
			return false
		}
	}
	return k < len(p.lines) && !isBoxTitle(p.str(k)) && (p.lines[k].gap <= 1 || short) && (cols == 0 || p.tabGroupSize(k) >= cols-2)
}

// tabGroupSize is how many tab lines without a blank line between them begin at i.
func (p *page) tabGroupSize(i int) int {
	n := 0
	for k := i; k < len(p.lines) && k < i+4*maxCols && (k == i || p.lines[k].gap == 0); k++ {
		if p.lines[k].tab {
			n++
		}
	}
	return n
}

// cellOf joins the lines of a cell; it may write over parts.
func (p *page) cellOf(parts []int) cell {
	full := parts[:0]
	for _, i := range parts {
		if p.lines[i].span.Len() > 0 {
			full = append(full, i)
		}
	}
	if len(full) == 0 {
		return emptyCellAt(p.lines[parts[0]].span.Start)
	}
	w := policy.Span{Start: p.lines[full[0]].span.Start, End: p.lines[full[len(full)-1]].span.End}
	return cell{w, p.join(full)}
}
