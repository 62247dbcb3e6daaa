package layout

import (
	"strings"

	"shuzheng/policy"
)

// Tables whose rows, of as many cells as the head, one blank parts where words stand behind the figures, or
// full-width commas:
//
//	指标 单位 产量 增长% 备注        指标，单位，产量
//	粮食 万吨 312.5 2.1 快报         粮食，万吨，312.5
//
// So little tells them from prose that all rows must be of one sort.

// uniformTable reads such a table whose first row under the head is line i; it gives the line behind it, i if
// there is none.
func (p *page) uniformTable(i int) int {
	first := p.uniformRow(i)
	sorts := rowSorts(first)
	least := 2 // figures
	if p.lines[i].has&markClause != 0 {
		least = 1
	}
	if i == 0 || len(sorts) < 3 || strings.Count(string(sorts), string(figureCell)) < least || sorts[0] != wordCell && sorts[1] != wordCell {
		return i
	}
	head := p.uniformRow(i - 1)
	if len(head) != len(first) || strings.IndexByte(string(rowSorts(head)), figureCell) >= 0 || p.lines[i-1].role != running {
		return i
	}
	rows := []barRow{{plainCells(head), i - 1, i}}
	for k := i; p.mayUniform(k) && p.lines[k].gap <= 1; k++ {
		parts := p.uniformRow(k)
		if len(parts) != len(first) || !sortsFit(sorts, rowSorts(parts)) {
			break
		}
		rows = append(rows, barRow{plainCells(parts), k, k + 1})
	}
	if len(rows) < 4 {
		return i
	}
	p.putBars(rows)
	return rows[len(rows)-1].end
}

// mayUniform says whether line k may be a row.
func (p *page) mayUniform(k int) bool {
	if k >= len(p.lines) {
		return false
	}
	l := &p.lines[k]
	return l.has&(markDigit|markStop|markBar|markTab|markGap) == markDigit && l.has&(markBlank|markClause) != 0 && l.role == running && !l.tab && l.hashes == 0 && l.end != closedEnd && l.width <= 160
}

// uniformRow cuts line k at its full-width commas, else at its blanks.
func (p *page) uniformRow(k int) []policy.Text {
	if p.lines[k].has&markClause == 0 {
		row := p.wordRow(k)
		return row.parts
	}
	return cutAt(p.text(k), "，")
}

// rowSorts are the sorts of the parts.
func rowSorts(parts []policy.Text) []byte {
	return sortsOf(len(parts), func(k int) string { return parts[k].String() })
}

// sortsFit says whether a row of these sorts may stand under one of the others.
func sortsFit(over, row []byte) bool {
	for c, k := range row {
		if k == mixedCell && over[c] != mixedCell || !alike(over[c], k) {
			return false
		}
	}
	return true
}
