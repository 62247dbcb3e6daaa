package layout

import (
	"strings"

	"shuzheng/policy"
)

// boxes marks the blocks of boxes (专栏3 …): the title and what stands in the box.
// A box that was a flattened cell ends at two blank lines; any other at the next
// heading of the main text.
func boxes(us []unit) {
	var open []reading // last number seen of each style, outermost first
	for i := 0; i < len(us); i++ {
		u := &us[i]
		if u.kind != policy.Paragraph && u.kind != policy.Heading {
			continue
		}
		if !isBoxTitle(u.str()) {
			open = noteNumber(open, u.r)
			continue
		}
		end := boxEnd(us, i, open)
		for ; i < end; i++ {
			if k := us[i].kind; k == policy.Paragraph || k == policy.Heading {
				us[i].kind = policy.Box
			}
		}
		i--
	}
}

// isBoxTitle says whether s is the title of a box: 专栏2-1 …, 专栏：….
func isBoxTitle(s string) bool {
	const head = "专栏"
	if !strings.HasPrefix(s, head) || runeCount(s) > 50 || endOf(s) == closedEnd {
		return false
	}
	r := firstRune(s[len(head):])
	return isDigit(r) || isHanDigit(r) || r == '：' || r == ':' || r == ' ' || r == '\u3000'
}

// noteNumber keeps the last number of every style that is open.
func noteNumber(open []reading, r reading) []reading {
	if r.style == noStyle {
		return open
	}
	for len(open) > 0 && open[len(open)-1].style >= r.style {
		open = open[:len(open)-1]
	}
	return append(open, r)
}

// boxEnd is the index behind the last unit of the box that begins at i.
func boxEnd(us []unit, i int, open []reading) int {
	flat := us[i].tab
	for k := i + 1; k < len(us); k++ {
		u := &us[k]
		if u.kind == policy.Boilerplate {
			continue
		}
		if flat && u.gap >= 2 || u.kind == policy.Title || isBoxTitle(u.str()) || isCaption(u.str()) {
			return k
		}
		if u.r.style == noStyle || flat {
			continue
		}
		for _, o := range open {
			if o.style == u.r.style && u.r.number == o.number+1 || u.r.style < o.style {
				return k
			}
		}
		if len(open) == 0 && u.r.style <= hanComma {
			return k
		}
	}
	return len(us)
}
