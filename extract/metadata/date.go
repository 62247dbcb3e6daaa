package metadata

import (
	"strings"

	"shuzheng/normalize"
)

// isoDate reads the date, the month or the year that s begins with: its ISO form and
// its length, 0 where s begins with none.
func isoDate(s string) (iso string, n int) {
	n, p := normalize.MatchPeriod(s)
	if n == 0 || p.Relative || p.Vague || p.Open != normalize.Closed || p.From != p.To || p.From.Year == 0 {
		return "", 0
	}
	return p.Resolve(0), n
}

// fullDate is isoDate for a date with its day.
func fullDate(s string) (iso string, n int) {
	if iso, n = isoDate(s); len(iso) != len("2006-01-02") {
		return "", 0
	}
	return iso, n
}

// onlyDate reads a line that holds a date and nothing else but brackets.
func onlyDate(s string) (iso string, i, j int, ok bool) {
	i, j = 0, len(s)
	if in, cut := strings.CutPrefix(s, "（"); cut && strings.HasSuffix(in, "）") {
		i, j = len("（"), j-len("）")
	}
	iso, n := fullDate(s[i:j])
	return iso, i, i + n, n > 0 && i+n == j
}
