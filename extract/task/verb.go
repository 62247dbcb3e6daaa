package task

import (
	"strings"

	"shuzheng/policy"
)

// nextVerbed finds a bracket that ends in a verb: （市科技局牵头，市财政局配合）.
func nextVerbed(s string, at int) (span, bool) {
	for k := at; ; {
		n := strings.Index(s[k:], "）")
		if n < 0 {
			return span{}, false
		}
		k += n
		if _, role := cutVerb(s, at, k); role != "" || isAside(s[at:k]) {
			if from := bracketStart(s, at, k); from >= 0 {
				return span{from, k + len("）"), from + len("（"), k}, true
			}
		}
		k += len("）")
	}
}

// longestBracket is the most bytes that a bracket with organs has.
const longestBracket = 3000

// bracketStart is where the bracket opens that closes at byte k, -1 where it does not.
func bracketStart(s string, low, k int) int {
	depth := 1
	for i := k; i > max(low, k-longestBracket); {
		_, n := policy.LastRune(s[low:i])
		i -= n
		if depth -= depthOf(s, i); depth == 0 {
			if strings.HasPrefix(s[i:], "（") {
				return i
			}
			return -1
		}
	}
	return -1
}

// verbed reads what is between such brackets: it must hold organs alone, each with
// a verb.
func (l *list) verbed(c span) bool {
	g := listing{text: l.text, s: l.text.String()}
	g.segment(c.from, c.to, "")
	l.start, l.end, l.organs = c.start, c.end, g.organs
	return len(g.organs) > 0 && g.pending == len(g.organs) && !g.strange
}

// nextLed finds 由…牵头 in a sentence.
func nextLed(s string, at int) (span, bool) {
	for k := at; ; {
		n := strings.Index(s[k:], "牵头")
		if n < 0 {
			return span{}, false
		}
		k += n
		if by := byBefore(s, max(at, k-longestBracket), k); by >= 0 {
			return span{by, k + len("牵头"), by + len("由"), k}, true
		}
		k += len("牵头")
	}
}

// byBefore is where 由 stands last before byte k in its clause, -1 where it does not.
func byBefore(s string, low, k int) int {
	for i := k; i > low; {
		r, n := policy.LastRune(s[low:i])
		i -= n
		switch r {
		case '由':
			return i
		case '。', '；', '，', '：', '（', '\n':
			return -1
		}
	}
	return -1
}

// led reads the organs of a sentence, as far as they have verbs: 由市科技局牵头，市财政局、
// 市教育局配合，…
func (l *list) led(c span) bool {
	s := l.text.String()
	g := listing{text: l.text, s: s}
	g.segment(c.from, c.to, "lead")
	if len(g.organs) == 0 || g.strange {
		return false
	}
	l.start, l.end, l.organs, l.open, l.prose = c.start, c.end, g.organs, true, true
	for {
		rest, ok := strings.CutPrefix(s[l.end:], "，")
		if !ok {
			return true
		}
		from := len(s) - len(rest)
		to := from + clauseLen(rest)
		had := len(g.organs)
		g.segment(from, to, "")
		if g.strange || g.pending < len(g.organs) || len(g.organs) == had {
			return true
		}
		l.end, l.organs = to, g.organs
	}
}

// clauseLen is how far the first clause of s goes.
func clauseLen(s string) int {
	if k := strings.IndexAny(s, "，。；：（）"); k >= 0 {
		return k
	}
	return len(s)
}
