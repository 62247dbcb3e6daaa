package layout

import (
	"strings"

	"shuzheng/policy"
)

// pipeTable reads the rows | a | b | from line i on; it gives the line behind the
// table, i if there is none. A row of dashes under the first proves a table; so do
// two rows that begin and end with a bar, and three of several cells that end with one.
func (p *page) pipeTable(i int) int {
	if i < p.tried[byPipes] {
		return i
	}
	var rows [][]cell
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
		if len(parts) > cols+1 || len(parts)*2 < cols || cols > maxRowCells {
			break
		}
		closed = closed && s[len(s)-1] == '|' && len(parts) == cols
		framed = framed && s[0] == '|'
		row := make([]cell, cols)
		for c := range row {
			at := p.lines[end].span.End
			row[c] = cell{policy.Span{Start: at, End: at}, policy.Plain("", at)}
			if c < len(parts) {
				row[c] = cell{parts[c].Span(0, parts[c].Len()), parts[c]}
			}
		}
		rows = append(rows, row)
	}
	p.tried[byPipes] = end
	enough := ruled && cols > 0 || closed && cols > 1 && len(rows) > 1 && (framed || cols > 2 && len(rows) > 2)
	if !enough || len(rows) == 0 {
		return i
	}
	p.takeLines(i, end, rows)
	return end
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
