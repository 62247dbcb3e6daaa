package data

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// guarded puts an apostrophe before a text that a spreadsheet would not take as it
// stands: a formula (=1+1), or a row of digits that it would change (0012, 5e12, more
// than 15 digits). Plain numbers stay numbers: -3.5.
func guarded(s string) string {
	if s != "" && (opensFormula(s) || changesAsNumber(s)) {
		return "'" + s
	}
	return s
}

// opensFormula says whether a text may be run. Some spreadsheets take the full-width
// forms of the signs too. A sign alone runs nothing: - in a cell, = as a code.
func opensFormula(s string) bool {
	if utf8.RuneCountInString(s) == 1 {
		return false
	}
	switch s[0] {
	case '=', '+', '@', '\t', '\r', '\n':
		return true
	case '-':
		return !plainNumber(s[1:])
	}
	return policy.BeginsAny(s, "＝", "＋", "－", "＠", "−")
}

// plainNumber says whether s is digits with at most one point within.
func plainNumber(s string) bool {
	whole, fraction, point := strings.Cut(s, ".")
	return policy.AllDigits(whole) && (!point || policy.AllDigits(fraction))
}

// exactDigits is how many digits the numbers of spreadsheets hold.
const exactDigits = 15

// changesAsNumber says whether a spreadsheet would read s as a number and show another
// text for it.
func changesAsNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	if plainNumber(s) {
		long := len(s) > 1 && s[0] == '0' && s[1] != '.'
		return long || len(strings.Trim(strings.Replace(s, ".", "", 1), "0")) > exactDigits || len(s) > exactDigits+1 && !strings.Contains(s, ".")
	}
	mantissa, exponent, found := strings.Cut(strings.ToLower(s), "e")
	return found && plainNumber(mantissa) && policy.AllDigits(strings.TrimLeft(exponent, "+-"))
}
