package metadata

import (
	"strings"
	"time"

	"shuzheng/normalize"
)

// isoDate reads the date, the month or the year that s begins with: its ISO form and
// its length, 0 where s begins with none.
func isoDate(s string) (iso string, n int) {
	if iso, n = westernDate(s); n > 0 {
		return iso, n
	}
	n, p := normalize.MatchPeriod(s)
	if n == 0 || p.Relative || p.Vague || p.Open != normalize.Closed || p.From != p.To || p.From.Year == 0 {
		return "", 0
	}
	return p.Resolve(0), n
}

// weekday is what a date begins with in the headers of pages and feeds: Tue, 09 Aug 2022.
const weekday = "Mon, Tue, Wed, Thu, Fri, Sat, Sun, "

// westernDate reads such a date, with or without its weekday.
func westernDate(s string) (iso string, n int) {
	if len(s) > 5 && (s[3:5] == ", " || s[3:6] == "，") && strings.Contains(weekday, s[:3]) {
		n = len(s) - len(strings.TrimLeft(s[3:], ",， "))
	}
	for _, layout := range [...]string{"02 Jan 2006", "2 Jan 2006"} {
		if len(s) < n+len(layout) {
			continue
		}
		if t, err := time.Parse(layout, s[n:n+len(layout)]); err == nil {
			return t.Format(time.DateOnly), n + len(layout)
		}
	}
	return "", 0
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
