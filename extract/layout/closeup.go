package layout

import "shuzheng/policy"

// closeUp leaves out the blanks of a text that parts every character from the next by one, as titles
// are set and as some programs take text out of a page: 青 禾 县 统 计 公 报.
func closeUp(t policy.Text) policy.Text {
	s := t.String()
	if !mayBeSpaced(s) || !isSpaced(s) {
		return t
	}
	e := t.Edit()
	last := rune(0)
	for i := 0; i < len(s); {
		r, n := policy.FirstRune(s[i:])
		if k := blankRun(s[i:]); k > 0 {
			if n = k; isHan(last) || isHan(firstRune(s[i+k:])) {
				e.CopyTo(i)
				e.Skip(i + k)
			}
		}
		last, i = r, i+n
	}
	return e.Text()
}

// mayBeSpaced looks at the first characters of s alone, the second of which a blank parts from the third.
func mayBeSpaced(s string) bool {
	_, n := policy.FirstRune(s)
	if k := n + blankRun(s[n:]); k > n && k < len(s) {
		_, m := policy.FirstRune(s[k:])
		return blankRun(s[k+m:]) > 0 || k+m == len(s)
	}
	return false
}

// isSpaced says whether blanks stand between nine of ten neighbouring Chinese characters of s.
func isSpaced(s string) bool {
	parted, touching := 0, 0
	for i := 0; i < len(s); {
		r, n := policy.FirstRune(s[i:])
		i += n
		if !isHan(r) {
			continue
		}
		k := blankRun(s[i:])
		switch next := firstRune(s[i+k:]); {
		case !isHan(next):
		case k > 0:
			parted++
		default:
			touching++
		}
	}
	return parted > 0 && parted >= 9*touching
}

// blankRun is the length of the blanks that s begins with, short of a tab or break.
func blankRun(s string) (n int) {
	for n < len(s) && s[n] != '\t' && s[n] != '\n' && s[n] != '\r' {
		k := blankLen(s[n:])
		if k == 0 {
			break
		}
		n += k
	}
	return n
}
