package read

import (
	"slices"
	"strings"
	"unicode"

	"shuzheng/policy"
)

// countAllHeaders is countHeaders for all tables of a document.
func countAllHeaders(doc *policy.Document) {
	for i := range doc.Tables {
		countHeaders(&doc.Tables[i])
	}
}

// countHeaders finds the header rows and columns of t: those that <thead> and
// <th> mark, or else those before the first number.
func countHeaders(t *policy.Table) {
	if t.HeaderRows == 0 {
		t.HeaderRows = markedRows(t)
	}
	if t.HeaderRows == 0 {
		t.HeaderRows = rowsBeforeNumbers(t)
	}
	if t.HeaderRows >= t.Rows {
		t.HeaderRows = 1
	}
	if t.HeaderRows == 1 && lacksHeads(t) && rowsBeforeNumbers(t) == 2 {
		t.HeaderRows = 2
	}
	for _, c := range t.Cells { // 指标 over two rows makes a header of two
		if c.Row < t.HeaderRows && c.Row+c.RowSpan > t.HeaderRows && c.Row+c.RowSpan < t.Rows {
			t.HeaderRows = c.Row + c.RowSpan
		}
	}
	t.HeaderCols = columnsBeforeNumbers(t)
}

// lacksHeads says whether a cell of the first row behind the first is blank, as where another
// reaches over it: the header goes on below.
func lacksHeads(t *policy.Table) bool {
	return slices.ContainsFunc(t.Cells, func(x policy.Cell) bool { return x.Row == 0 && x.Col > 0 && x.Text.Len() == 0 })
}

// markedRows counts the rows at the top that hold <th> alone.
func markedRows(t *policy.Table) int {
	plain := t.Rows
	any := false
	for _, c := range t.Cells {
		if !c.Header && c.Text.Len() > 0 {
			plain = min(plain, c.Row)
		}
		any = any || c.Header
	}
	if !any {
		return 0
	}
	return plain
}

// rowsBeforeNumbers counts the rows above the first that holds a number; 1 where
// no row does, and where the first row's numbers are not the most of it.
func rowsBeforeNumbers(t *policy.Table) int {
	numbers, filled := 0, 0
	first := t.Rows
	for _, c := range t.Cells {
		number := isNumber(c.Text.String())
		if c.Row > 0 && number {
			first = min(first, c.Row)
		}
		if c.Row == 0 && c.Col > 0 && c.Text.Len() > 0 {
			filled++
			if number {
				numbers++
			}
		}
	}
	switch {
	case filled > 0 && numbers*2 >= filled:
		return 0
	case first == t.Rows:
		return 1
	}
	return first
}

// columnsBeforeNumbers counts the columns left of the first that holds a number
// below the header, not counting ordinals (序号) in the very first; at least 1
// where the first column holds none.
func columnsBeforeNumbers(t *policy.Table) int {
	first := t.Cols
	for _, c := range t.Cells {
		s := c.Text.String()
		if c.Row >= t.HeaderRows && c.Col < first && isNumber(s) && (c.Col > 0 || !isOrdinal(s)) {
			first = c.Col
		}
	}
	if first == t.Cols {
		return 1
	}
	return first
}

// isNumber says whether s is a figure, alone or with a short unit: 4000.5, -3.2%,
// 2.0*, 25家. The names of years and months that head columns are none.
func isNumber(s string) bool {
	digits, unit := 0, 0
	var last rune
	for _, r := range s {
		before := last
		last = r
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			if unit > 0 {
				return false
			}
			digits++
		case unit == 0 && before == '.' && unicode.Is(unicode.Han, r):
			return false // 3.其他
		case strings.ContainsRune(" \u00a0\u3000,，.．%％‰+-－−–±*＊", r):
		case digits == 0 || unit == 3 || strings.ContainsRune("年月日季期号届", r):
			return false
		default:
			unit++
		}
	}
	return digits > 0 && !isYear(s)
}

// isYear says whether s is the number of a year, as header cells are.
func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

// isOrdinal says whether s may be the number of a row.
func isOrdinal(s string) bool { return len(s) <= 3 && !strings.ContainsAny(s, ".%-+*") }
