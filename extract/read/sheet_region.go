package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A sheetRow is the filled cells of one row.
type sheetRow struct {
	row   int
	cells []sheetCell
}

// rowsOf cuts the cells of a sheet into rows.
func (s *sheet) rowsOf() []sheetRow {
	var rows []sheetRow
	for _, cells := range policy.Runs(s.cells, func(a, b *sheetCell) bool { return a.row == b.row }) {
		rows = append(rows, sheetRow{cells[0].row, cells})
	}
	return rows
}

// A region is rows that belong together: lines of text, the rows of a table, lines
// under it.
type region struct {
	above, table, below []sheetRow
}

// regions parts the rows of a sheet where blank rows part them and a title or a new
// head follows.
func (s *sheet) regions() []region {
	rows := s.rowsOf()
	var out []region
	from := 0
	for i := 1; i <= len(rows); i++ {
		if i < len(rows) && !startsRegion(rows[from:i], rows[i]) {
			continue
		}
		out = append(out, s.region(rows[from:i], i < len(rows) && rows[i].prose()))
		from = i
	}
	return out
}

// startsRegion says whether next, behind the rows so far, begins something new: it
// stands behind a blank row, and is a title, or words where figures went before; or it
// is a sentence behind the rows of a table.
func startsRegion(rows []sheetRow, next sheetRow) bool {
	last := rows[len(rows)-1]
	if next.prose() && slices.ContainsFunc(rows[max(0, len(rows)-8):], func(r sheetRow) bool { return len(r.cells) > 1 }) {
		return true
	}
	if next.row-last.row < 2 {
		return false
	}
	return len(next.cells) == 1 || next.row-rows[len(rows)-1].row > 3 || !next.hasNumber() && slices.ContainsFunc(rows, sheetRow.hasNumber)
}

// prose says whether a row is one cell with a sentence in it.
func (r sheetRow) prose() bool {
	if len(r.cells) != 1 {
		return false
	}
	text := strings.TrimSpace(r.cells[0].text.String())
	return utf8.RuneCountInString(text) > 20 && strings.HasSuffix(text, "。") && !beginsNote(text)
}

func (r sheetRow) hasNumber() bool {
	return slices.ContainsFunc(r.cells, func(c sheetCell) bool { return c.number || isNumber(c.text.String()) })
}

// region parts the rows of a table from the lines above and below it; running text may
// follow, whose heading then is such a line.
func (s *sheet) region(rows []sheetRow, textFollows bool) region {
	a := 0
	for a < len(rows) && (len(rows[a].cells) == 1 && !s.tall(rows[a].cells[0]) || rows[a].labels()) {
		a++
	}
	b := len(rows)
	for b > a && (s.isLine(rows[b-1], rows[a:b]) || textFollows && len(rows[b-1].cells) == 1) {
		b--
	}
	if width(rows[a:b]) < 2 || b-a < 2 {
		return region{above: rows}
	}
	return region{rows[:a], rows[a:b], rows[b:]}
}

// tall says whether a cell reaches down over rows, as the first of a table may.
func (s *sheet) tall(c sheetCell) bool {
	return slices.ContainsFunc(s.merges, func(m cellRange) bool {
		return m.row == c.row && m.col == c.col && m.lastRow > m.row
	})
}

// labels says whether a row is labels with what they say: 填报单位：市统计局 单位：万元.
func (r sheetRow) labels() bool {
	for _, c := range r.cells {
		label, _, found := strings.Cut(c.text.String(), "：")
		if !found {
			label, _, found = strings.Cut(c.text.String(), ":")
		}
		if !found || utf8.RuneCountInString(label) > 8 {
			return false
		}
	}
	return true
}

// noteStarts are what lines under a table begin with.
var noteStarts = wordClasses.Of("note")

// isLine says whether the last row of a table is a line under it rather than a row:
// one cell that is long, reaches over half the columns or begins as notes do; or labels.
func (s *sheet) isLine(r sheetRow, rows []sheetRow) bool {
	if r.labels() {
		return true
	}
	if len(r.cells) > 1 {
		return false
	}
	c := r.cells[0]
	text := c.text.String()
	return beginsNote(text) || utf8.RuneCountInString(text) > 20 || 2*s.reach(c) > width(rows)
}

// beginsNote says whether s begins as notes do.
func beginsNote(s string) bool {
	s = strings.TrimSpace(s)
	return policy.BeginsAny(s, noteStarts...)
}

// reach is how many columns a cell covers.
func (s *sheet) reach(c sheetCell) int {
	for _, m := range s.merges {
		if m.row == c.row && m.col == c.col {
			return m.lastCol - m.col + 1
		}
	}
	return 1
}

// width is how many columns of the rows are filled.
func width(rows []sheetRow) int { return len(columnsIn(rows)) }

// columnsIn lists the columns that are filled in any of the rows.
func columnsIn(rows []sheetRow) []int {
	seen := map[int]bool{}
	var cols []int
	for _, r := range rows {
		for _, c := range r.cells {
			if !seen[c.col] {
				seen[c.col] = true
				cols = append(cols, c.col)
			}
		}
	}
	slices.Sort(cols)
	return cols
}
