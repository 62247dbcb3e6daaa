package read

import (
	"strings"

	"shuzheng/policy"
)

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
	for _, c := range t.Cells { // 指标 over two rows makes a header of two
		if c.Row < t.HeaderRows && c.Row+c.RowSpan > t.HeaderRows && c.Row+c.RowSpan < t.Rows {
			t.HeaderRows = c.Row + c.RowSpan
		}
	}
	t.HeaderCols = columnsBeforeNumbers(t)
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
// no row does.
func rowsBeforeNumbers(t *policy.Table) int {
	first := t.Rows
	for _, c := range t.Cells {
		if c.Row < first && isNumber(c.Text.String()) && !isYear(c.Text.String()) {
			first = c.Row
		}
	}
	if first == t.Rows {
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

// isNumber says whether s is a figure and nothing else: 4000.5, -3.2%, 2.0*, ±0.
func isNumber(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			digits++
		case !strings.ContainsRune(" \u00a0\u3000,，.．%％‰+-－−–±*＊", r):
			return false
		}
	}
	return digits > 0
}

// isYear says whether s is the number of a year, as header cells are.
func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// isOrdinal says whether s may be the number of a row.
func isOrdinal(s string) bool { return len(s) <= 3 && !strings.ContainsAny(s, ".%-+*") }
