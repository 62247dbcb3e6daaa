package layout

import (
	"strings"

	"shuzheng/policy"
)

// A barRow is a row whose cells bars part, and the lines [from, end) it stands on.
type barRow struct {
	cells     []cell
	from, end int
}

// A rowProof is what proves rows between bars.
type rowProof struct {
	ruled  bool // a row of dashes stands under the first
	framed bool // each row begins with a bar
	closed bool // or ends with one, and two thirds of them have as many cells as the longest
}

// unframe takes off the bars at the ends of rows where more than half of them have one; the
// others stand beside blank cells.
func (x *rowProof) unframe(rows []barRow) {
	ends, cols, full := [2]int{}, 0, 0
	for _, row := range rows {
		ends[0] += 1 - min(row.cells[0].text.Len(), 1)
		ends[1] += 1 - min(row.cells[len(row.cells)-1].text.Len(), 1)
		if n := len(row.cells); n > cols {
			cols, full = n, 0
		}
		if len(row.cells) == cols {
			full++
		}
	}
	x.framed, x.closed = ends[0] == len(rows), ends[1] == len(rows) && full*3 >= len(rows)*2
	for r := range rows {
		row := &rows[r].cells
		if n := len(*row) - 1; 2*ends[1] > len(rows) && n > 0 && (*row)[n].text.Len() == 0 {
			*row = (*row)[:n]
		}
		if 2*ends[0] > len(rows) && len(*row) > 1 && (*row)[0].text.Len() == 0 {
			*row = (*row)[1:]
		}
	}
}

// of says whether the rows make a table: a row of dashes under the first proves one; so do two
// rows that begin and end with a bar, and three of several cells that end with one, or in which
// a third of the cells behind the first of rows with figures are such.
func (x rowProof) of(rows []barRow, by cutter) bool {
	cols, figures, cells, full := len(rows[0].cells), 0, 0, 0
	for _, row := range rows {
		full += filledCells(row.cells) / cols
		for c, x := range row.cells[:min(cols, filledCells(row.cells))] {
			if s := x.str(); c > 0 && (isFigure(s) || by == byTabs && isAmount(s)) {
				figures++
			}
			cells += min(c, 1)
		}
		if figures == 0 {
			cells = 0 // a head
		}
	}
	if by == byTabs && len(rows) > 3 {
		cells = min(cells, (len(rows)-1)*2) // 序号⇥指标⇥口径⇥属性⇥目标值: one column of five
	}
	dense := cols > 1 && figures > 0 && figures*3 >= cells && !mostlyProse(rows)
	switch by {
	case byPipes:
		return x.ruled || x.closed && cols > 1 && len(rows) > 1 && (x.framed || cols > 2 && len(rows) > 2) || dense && len(rows) > 2 && full*2 > len(rows)
	case byCommas:
		return dense && cols > 2
	}
	return (dense || by == byTabs && cols > 2 && len(rows) > 2 && isHead(rows[0].cells)) && full*2 >= len(rows)
}

// mostlyProse says whether the cells are pieces of sentences.
func mostlyProse(rows []barRow) bool {
	n, all := 0, 0
	for _, row := range rows {
		for c := range row.cells {
			all++
			if s := row.cells[c].str(); strings.Contains(s, "。") || strings.Contains(s, "，") && len(s) > 60 {
				n++
			}
		}
	}
	return n*4 > all
}

// brokenRow puts a row of cols cells together whose cells have line breaks in them, of the lines from k on; no
// row where they do not come to as many. The first row has as many as the line under it. A cell
// is broken within its wording or before it: no cell follows a bar at the end of a line.
//
//	城市道路占用        污水处理费 | 地方国库 |
//	挖掘费 | 5元 | |    | |
func (p *page) brokenRow(k, cols int, by cutter) (row barRow) {
	if by != byTabs && by != byPipes {
		return row
	}
	if n := len(p.rowParts(k, by)); n == cols || by == byTabs && n > cols || cols == 0 && (by == byTabs || p.barCells(k) == p.barCells(k+1)) {
		return row
	}
	cells := []cell{emptyCellAt(p.lines[k].span.Start)}
	for end := k; end < min(k+brokenLines, len(p.lines)) && p.mayRow(end, k, by) && (end == k || p.lines[end].gap == 0); end++ {
		parts, last := plainCells(p.rowParts(end, by)), len(cells)-1
		if end > k && (startsRow(cells, parts[0], by) || len(parts) == cols) || last+len(parts) > maxRowCells {
			break // another row, below a title
		}
		cells[last] = cells[last].before(parts[0])
		cells = append(cells, parts[1:]...)
		want := cols
		if want == 0 && (p.str(k)[0] != '|' || end+1 < len(p.lines) && strings.HasPrefix(p.str(end+1), "|")) {
			want = p.barCells(end + 1)
		}
		if n := len(cells); n == want && n > 2 && end > k && (by == byTabs || cells[n-1].text.Len() == 0) {
			return barRow{cells, k, end + 1}
		} else if n >= want && want > 0 {
			break
		}
	}
	return row
}

// startsRow says whether the first cell of a line cannot go on the row above it: behind a blank cell or a figure,
// or as the number of a row. Where the row begins with a bar, a line that has none goes on it.
func startsRow(row []cell, first cell, by cutter) bool {
	last := row[len(row)-1]
	if by == byPipes {
		return last.text.Len() == 0 && first.text.Len() > 0 && row[0].text.Len() > 0
	}
	return last.text.Len() == 0 || isFigure(last.str()) || isFigure(first.str()) || readMarker(first.str()).style != noStyle
}

// rowParts are the parts of line k between tabs or bars.
func (p *page) rowParts(k int, by cutter) []policy.Text {
	t := p.rowText(k, by)
	if parts := by.cut(t); len(parts) > 0 {
		return parts
	}
	return []policy.Text{t}
}

// brokenLines is how many lines a row has at most.
const brokenLines = 12

// barCells is how many cells line k has that ends with a bar, the blank one behind it among them; 0 if it
// is no such line.
func (p *page) barCells(k int) int {
	if k >= len(p.lines) || !p.barEnds(k) {
		return 0
	}
	return strings.Count(p.str(k), "|") + 1
}

// barEnds says whether line k ends with a bar.
func (p *page) barEnds(k int) bool { return strings.HasSuffix(p.str(k), "|") }

// shortBars says whether line k lacks the bars of the blanks behind its cells, as a title over rows or
// the last row does.
func (p *page) shortBars(k int, rows []barRow, cols int) bool {
	n := p.barCells(k + 1)
	return p.barEnds(k) && closedRow(rows, cols) && (n == 0 || n == cols)
}

// closedRow says whether there are two rows, the last but one of cols cells and a bar behind them.
func closedRow(rows []barRow, cols int) bool {
	if len(rows) < 2 {
		return false
	}
	last := rows[len(rows)-2].cells
	return len(last) == cols && last[cols-1].text.Len() == 0
}

// widerBars says whether line k, of n cells, begins a table of its own under rows of cols cells: the line
// under it has as many, and bars end them all.
func (p *page) widerBars(k, n int, rows []barRow, cols int) bool {
	return closedRow(rows, cols) && p.barCells(k) == n && p.barCells(k+1) == n
}

// textCell is the cell that holds a text and no more.
func textCell(t policy.Text) cell { return cell{t.Span(0, t.Len()), t} }

// emptyCellAt is a cell without text.
func emptyCellAt(at int) cell { return cell{policy.Span{Start: at, End: at}, policy.Plain("", at)} }

// isRuler says whether s is the row |---|:--:| under a head.
func isRuler(s string) bool {
	return strings.Contains(s, "--") && strings.Trim(s, "|-: \t") == ""
}
