package layout

import (
	"strings"

	"shuzheng/policy"
)

// Tables with a row to a line: cells parted by tabs, by |, by commas, or set in
// columns with blanks between.

// A cutter is a way of cutting a line's wording into cells.
type cutter int

// maxRowCells bounds the cells of a row on one line.
const maxRowCells = 256

const (
	byTabs cutter = iota
	byBlanks
	byCommas
	byPipes
)

// cut cuts t into cells; nil if it is no row.
func (c cutter) cut(t policy.Text) []policy.Text {
	switch c {
	case byTabs:
		return cutAt(t, '\t')
	case byBlanks:
		return cutBlanks(t)
	case byCommas:
		return cutCommas(t)
	}
	return cutPipes(t)
}

// rowTables finds such tables.
func (p *page) rowTables() {
	for i := 0; i < len(p.lines); i++ {
		if p.lines[i].role != running || p.lines[i].hard && p.lines[i].hashes > 0 {
			continue
		}
		end, has := i, p.lines[i].has
		switch {
		case has&markBar != 0:
			if end = p.pipeTable(i); end == i {
				end = p.cellStream(i)
			}
		case has&markTab != 0:
			end = p.rowTable(i, byTabs, 2, 2)
		case has&markGap != 0:
			end = p.rowTable(i, byBlanks, 3, 2)
		}
		if end == i && has&(markBlank|markDigit|markStop) == markBlank|markDigit && p.endsInFigure(i) {
			end = p.wordTable(i)
		}
		if end == i && has&(markComma|markGap) == markComma && p.lines[i].width < 400 && strings.Count(p.str(i), ",") >= 2 {
			end = p.rowTable(i, byCommas, 3, 3)
		}
		if end > i {
			i = end - 1
		}
	}
}

// rowTable reads rows from line i on with the given cutter: at least minRows lines
// of the same number of cells, at least minCols, and a column of figures. It gives
// the line behind the table, i if there is none.
func (p *page) rowTable(i int, by cutter, minRows, minCols int) int {
	if i < p.tried[by] {
		return i
	}
	var rows [][]cell
	cols, figures := 0, 0
	end := i
	for ; end < len(p.lines); end++ {
		l := &p.lines[end]
		if l.role != running || l.hashes > 0 || end > i && l.gap > 1 || l.width > 600 {
			break
		}
		parts := by.cut(p.text(end))
		if l.tab && len(parts) > 0 { // the first cell is blank
			at := l.span.Start
			parts = append([]policy.Text{policy.Plain("", at)}, parts...)
		}
		if len(parts) == 0 || len(parts) > maxRowCells || cols > 0 && len(parts) != cols {
			break
		}
		cols = len(parts)
		row := make([]cell, cols)
		for c, t := range parts {
			row[c] = cell{t.Span(0, t.Len()), t}
			if c > 0 && (isFigure(t.String()) || by == byTabs && isAmount(t.String())) {
				figures++
			}
		}
		rows = append(rows, row)
	}
	p.tried[by] = end
	rows = dropEmptyColumns(rows)
	if len(rows) < minRows || len(rows[0]) == 0 || len(rows[0]) < minCols || figures == 0 {
		return i
	}
	least := (len(rows) - 1) * (len(rows[0]) - 1)
	if by == byTabs && len(rows) > 3 {
		least = (len(rows) - 1) * 2 // 序号⇥指标⇥口径⇥属性⇥目标值: one column of five
	}
	if figures*3 < least {
		return i
	}
	if mostlyProse(rows) {
		return i
	}
	p.takeLines(i, end, rows)
	return end
}

// dropEmptyColumns leaves out columns without any text, as a comma at the end of
// every line makes.
func dropEmptyColumns(rows [][]cell) [][]cell {
	if len(rows) == 0 {
		return rows
	}
	var keep []int
	for c := range rows[0] {
		for _, row := range rows {
			if row[c].text.Len() > 0 {
				keep = append(keep, c)
				break
			}
		}
	}
	for r, row := range rows {
		for k, c := range keep {
			row[k] = row[c]
		}
		rows[r] = row[:len(keep)]
	}
	return rows
}

// mostlyProse says whether the cells are pieces of sentences.
func mostlyProse(rows [][]cell) bool {
	n, all := 0, 0
	for _, row := range rows {
		for c := range row {
			all++
			if s := row[c].str(); strings.Contains(s, "。") || strings.Contains(s, "，") && len(s) > 60 {
				n++
			}
		}
	}
	return n*4 > all
}

// cutCommas cuts at commas, where no cell is longer than a name.
func cutCommas(t policy.Text) []policy.Text {
	s := t.String()
	if hasGap(s) || strings.Contains(s, "，") || strings.Contains(s, "。") {
		return nil
	}
	parts := cutAt(t, ',')
	for _, x := range parts {
		if x.Len() > 90 {
			return nil
		}
	}
	return parts
}

// cutAt cuts at every sep.
func cutAt(t policy.Text, sep byte) []policy.Text {
	s := t.String()
	if strings.IndexByte(s, sep) < 0 {
		return nil
	}
	var parts []policy.Text
	for at := 0; at <= len(s); {
		k := strings.IndexByte(s[at:], sep)
		if k < 0 {
			k = len(s) - at
		}
		parts = append(parts, t.Slice(at, at+k).TrimSpace())
		at += k + 1
	}
	return parts
}

// hasGap says whether s has two blanks in a row, or a full-width one.
func hasGap(s string) bool {
	if strings.Contains(s, "  ") || strings.Contains(s, "\u3000\u3000") {
		return true
	}
	for before, rest, ok := strings.Cut(s, "\u00a0"); ok; before, rest, ok = strings.Cut(rest, "\u00a0") {
		if blankLen(rest) > 0 || strings.HasSuffix(before, " ") {
			return true
		}
	}
	return false
}

// cutBlanks cuts at two or more blanks.
func cutBlanks(t policy.Text) []policy.Text {
	s := t.String()
	var parts []policy.Text
	from := 0
	for i := 0; i < len(s); {
		n := blankLen(s[i:])
		if n == 0 {
			i++
			continue
		}
		k := skipBlanks(s, i)
		if policy.Columns(s[i:k]) >= 2 {
			parts = append(parts, t.Slice(from, i))
			from = k
		}
		i = k
	}
	if from == 0 {
		return nil
	}
	return append(parts, t.Slice(from, len(s)))
}
