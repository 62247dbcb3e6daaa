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

// pipeTable reads the rows | a | b | from line i on; it gives the line behind the
// table, i if there is none. A row of dashes under the first proves a table; so do
// two rows that begin and end with a bar, and three of several cells that end with one.
func (p *page) pipeTable(i int) int {
	if i < p.tried[byPipes] {
		return i
	}
	var rows []barRow
	ruled, framed, closed := false, true, true
	cols := 0
	end := i
	for ; end < len(p.lines); end++ {
		l := &p.lines[end]
		if l.role != running || l.hashes > 0 || end > i && l.gap > 1 {
			break
		}
		s := p.str(end)
		if strings.Count(s, "|") == 0 {
			break
		}
		parts := cutPipes(p.text(end))
		if isRuler(s) {
			ruled = ruled || end == i+1
			continue
		}
		if cols == 0 {
			cols = len(parts)
		}
		if len(parts) > cols+1 || len(parts)*2 < cols || cols > maxRowCells || l.gap > 0 && len(parts) != cols && end > i {
			break
		}
		closed = closed && s[len(s)-1] == '|' && len(parts) == cols
		framed = framed && s[0] == '|'
		row := make([]cell, cols)
		for c := range row {
			row[c] = emptyCellAt(l.span.End)
			if c < len(parts) {
				row[c] = cell{parts[c].Span(0, parts[c].Len()), parts[c]}
			}
		}
		rows = append(rows, barRow{row, end, end + 1})
	}
	p.tried[byPipes] = end
	enough := ruled && cols > 0 || closed && cols > 1 && len(rows) > 1 && (framed || cols > 2 && len(rows) > 2 || len(rows) > 3 && halfFigures(rows))
	if !enough || len(rows) == 0 {
		return i
	}
	for k := range rows {
		rows[k].end = end
		if k+1 < len(rows) {
			rows[k].end = rows[k+1].from // with the row of dashes
		}
	}
	p.putBars(rows)
	return end
}

// halfFigures says whether half of the second cells or more are figures.
func halfFigures(rows []barRow) bool {
	n := 0
	for _, r := range rows {
		if isFigure(r.cells[1].str()) {
			n++
		}
	}
	return 2*n >= len(rows)
}

// emptyCellAt is a cell without text.
func emptyCellAt(at int) cell {
	return cell{policy.Span{Start: at, End: at}, policy.Plain("", at)}
}

// isRuler says whether s is the row |---|:--:| under a head.
func isRuler(s string) bool {
	return strings.Contains(s, "--") && strings.Trim(s, "|-: \t") == ""
}

// cutPipes cuts at bars, those at both ends left out.
func cutPipes(t policy.Text) []policy.Text {
	s := t.String()
	a, b := 0, len(s)
	if s[0] == '|' {
		a = 1
	}
	if b > a && s[b-1] == '|' {
		b--
	}
	t = t.Slice(a, b)
	if parts := cutAt(t, '|'); parts != nil {
		return parts
	}
	return []policy.Text{t.TrimSpace()}
}
