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
	closed bool // and has as many cells as the first, with a bar behind the last
}

// unframe takes off the bars at the ends of rows where more than half of them have one; the
// others stand beside blank cells.
func (x *rowProof) unframe(rows []barRow) {
	ends, same := [2]int{}, true
	for _, row := range rows {
		ends[0] += 1 - min(row.cells[0].text.Len(), 1)
		ends[1] += 1 - min(row.cells[len(row.cells)-1].text.Len(), 1)
		same = same && len(row.cells) == len(rows[0].cells)
	}
	x.framed, x.closed = ends[0] == len(rows), ends[1] == len(rows) && same
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
	return dense && full*2 >= len(rows)
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

// textCell is the cell that holds a text and no more.
func textCell(t policy.Text) cell { return cell{t.Span(0, t.Len()), t} }

// emptyCellAt is a cell without text.
func emptyCellAt(at int) cell { return cell{policy.Span{Start: at, End: at}, policy.Plain("", at)} }

// isRuler says whether s is the row |---|:--:| under a head.
func isRuler(s string) bool {
	return strings.Contains(s, "--") && strings.Trim(s, "|-: \t") == ""
}
