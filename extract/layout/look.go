package layout

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// A mark is a set of what a wording holds that several passes ask for.
type mark uint16

const (
	markTab    = mark(marks.Break)    // a tab, or such a break
	markBar    = mark(marks.Bar)      // |
	markComma  = mark(marks.Foldable) // a narrow one
	markDigit  = mark(marks.Digit)
	markBlank  = mark(marks.Blank)
	markClause = mark(marks.Clause)
	markStop   = mark(marks.Stop)
	markGap    = mark(1 << 8) // two blanks in a row, or two full-width ones
)

// look notes the width, the ending and the marks of the line's wording s, whose characters
// have these classes.
func (l *line) look(s string, classes uint8) {
	has := mark(classes &^ marks.HanNumeral)
	if has&markBar != 0 && strings.IndexByte(s, '|') < 0 {
		has &^= markBar
	}
	if has&markComma != 0 {
		if strings.IndexByte(s, ',') < 0 {
			has &^= markComma
		}
		if strings.IndexByte(s, '\t') >= 0 {
			has |= markTab
		}
	}
	if has&markBlank != 0 && hasGap(s) {
		has |= markGap
	}
	l.width, l.has, l.end = policy.Columns(s), has, endOf(s)
	if has&markComma != 0 && has&markClause == 0 && l.width >= longLine && narrowClause(s) {
		l.has |= markClause
	}
}

// narrowClause says whether a narrow comma parts Chinese clauses, as some pages write them.
func narrowClause(s string) bool {
	for before, rest, ok := strings.Cut(s, ","); ok; before, rest, ok = strings.Cut(rest, ",") {
		if r, _ := policy.LastRune(before); isHan(r) && isHan(firstRune(rest[skipBlanks(rest, 0):])) {
			return true
		}
	}
	return false
}
