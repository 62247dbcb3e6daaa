package layout

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A heading may have lost the line break before it: …，各县区政府）（四）强化人才支撑。
// A series then lacks a number; where it stands behind the end of a sentence or a
// bracket between its neighbours, the unit is cut before it. Or the break behind it is
// lost, and blanks stand there: 十、人民生活　　全年城镇居民….

// lostBreaks cuts the units that hold a missing heading.
func lostBreaks(us []unit) []unit {
	cuts := cutBehind(us, findCuts(us))
	if len(cuts) == 0 {
		return us
	}
	out := make([]unit, 0, len(us)+len(cuts))
	for i := range us {
		k, ok := cuts[i]
		if !ok {
			out = append(out, us[i])
			continue
		}
		a, b := cutUnit(us[i], k)
		out = append(out, a, b)
	}
	return out
}

// findCuts gives, by the index of its unit, the place in the unit where a missing
// heading begins.
func findCuts(us []unit) map[int]int {
	var last [dash + 1]int // number of the last unit of each style, 0 for none
	var from [dash + 1]int // and its index
	cuts := map[int]int{}
	for i := range us {
		m := us[i].r.marker
		if us[i].kind == policy.Title {
			last = [dash + 1]int{}
		}
		if m.style == noStyle || m.style > arabic || us[i].kind != policy.Paragraph {
			continue
		}
		if n := last[m.style]; n > 0 && m.number == n+2 {
			for k := from[m.style]; k < i; k++ {
				if at := missing(&us[k], m.style, n+1); at > 0 {
					cuts[k] = at
					break
				}
			}
		}
		clear(last[m.style+1:])
		last[m.style], from[m.style] = m.number, i
	}
	return cuts
}

// cutBehind adds to cuts, by the index of its unit, the place behind a heading whose text goes on
// in its line: where more than a narrow blank stands between, or several of the style go on so.
func cutBehind(us []unit, cuts map[int]int) map[int]int {
	var narrow [hanParen + 1]map[int]int // such places in units of each style that have one blank there
	for i := range us {
		at, wide := behindHead(&us[i])
		if st := us[i].r.marker.style; wide {
			cuts[i] = cmp.Or(cuts[i], at)
		} else if at > 0 {
			if narrow[st] == nil {
				narrow[st] = map[int]int{}
			}
			narrow[st][i] = at
		}
	}
	for _, found := range narrow {
		for i, at := range found {
			if len(found) > 1 {
				cuts[i] = cmp.Or(cuts[i], at)
			}
		}
	}
	return cuts
}

// longestRunIn is how many bytes a heading has at most that text follows in its line, shortestRest
// how many that text has at least.
const longestRunIn, shortestRest = 26 * len("字"), 12 * len("字")

// behindHead is where in u the text begins behind the words of a heading and blanks; wide says
// whether these are more than one narrow blank. 0 where u has no such head.
func behindHead(u *unit) (at int, wide bool) {
	m, s := u.r.marker, u.str()
	if u.kind != policy.Paragraph || m.style == noStyle || m.style > hanParen || m.style == article {
		return 0, false
	}
	from := skipBlanks(s, m.len)
	if head := s[from:min(len(s), from+longestRunIn+3)]; !policy.HoldsAny(head, " ", "\t", "\u3000", "\u00a0", "\u2003") {
		return 0, false // nearly all
	}
	end := from
	for end < len(s) && blankLen(s[end:]) == 0 {
		if r, n := policy.FirstRune(s[end:]); end-from > longestRunIn || strings.ContainsRune("，。；：（）“”《》", r) {
			return 0, false
		} else {
			end += n
		}
	}
	if at = skipBlanks(s, end); at == len(s) || s[at] < utf8.RuneSelf || s[end-1] < utf8.RuneSelf {
		return 0, false // 持股比例 30 %以上
	}
	if end-from < 2*len("字") || len(s)-at < shortestRest || !policy.HoldsAny(s[at:], "，", "。") {
		return 0, false
	}
	return at, policy.Columns(s[end:at]) > 1
}

// missing is where in u a heading begins that has the number n in style st, 0 if
// there is none.
func missing(u *unit, st style, n int) int {
	s := u.str()
	if u.kind != policy.Paragraph {
		return 0
	}
	for i := 3; i < len(s); i++ {
		if s[i-1] != ')' && !(closers.Ends(s[:i]) && policy.EndsAny(s[:i], "。", "）", "；")) {
			continue
		}
		at := skipBlanks(s, i)
		if m := readMarker(s[at:]); m.style == st && m.number == n && readUnit(s[at:]).shape != item {
			return at
		}
	}
	return 0
}

// closers are marks of three bytes that a heading may stand behind.
var closers = policy.WideSetOf("。）；")

// cutUnit cuts u before byte k of its text.
func cutUnit(u unit, k int) (a, b unit) {
	a, b = u, u
	a.text, b.text = u.text.Slice(0, trimEnd(u.str(), 0, k)), u.text.Slice(k, u.text.Len())
	a.span.End = a.text.Span(0, a.text.Len()).End
	b.span.Start = b.text.Span(0, b.text.Len()).Start
	b.gap, b.tab = 0, false
	a.width, b.width = min(u.width, policy.Columns(a.str())), min(u.width, policy.Columns(b.str()))
	a.r, b.r = readUnit(a.str()), readUnit(b.str())
	return a, b
}
