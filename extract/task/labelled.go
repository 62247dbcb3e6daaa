package task

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// nextLabelled finds a label of organs with ：, where a list may begin.
func nextLabelled(s string, at int) (span, bool) {
	for k := at; ; {
		n := strings.Index(s[k:], "：")
		if n < 0 {
			return span{}, false
		}
		k += n
		if from, role := labelEnding(s, at, k); role != "" {
			before, size := policy.LastRune(s[at:from])
			switch {
			case size == 0 || strings.ContainsRune("，；。、：）〕” ！", before):
				end := sentenceEnd(s, k)
				return span{from, end, from, end}, true
			case depthOf(s, from-size) > 0:
				to, close := bracketEnd(s, from)
				return span{from - size, close, from, to}, true
			}
		}
		k += len("：")
	}
}

// labelEnding is the label that s[low:k] ends in: where it begins and its role.
func labelEnding(s string, low, k int) (from int, role policy.Role) {
	if k-low < len("字") {
		return k, ""
	}
	for _, w := range labels[s[k-len("字"):k]] {
		if in, ok := strings.CutSuffix(s[low:k], w.word); ok {
			for _, q := range levels {
				in = strings.TrimSuffix(in, q)
			}
			return low + len(in), w.role
		}
	}
	return k, ""
}

// sentenceEnd is where a list without brackets ends: at 。 outside of brackets.
func sentenceEnd(s string, i int) int {
	depth := 0
	for at, end := nextSign(s, i); at < len(s); at, end = nextSign(s, end) {
		depth = max(0, depth+depthOf(s, at))
		if depth == 0 && s[at:end] == "。" {
			return at
		}
	}
	return len(s)
}

// bracketEnd is where the bracket ends that opens before byte i: without the closing
// one and with it. One that does not end goes on to the end of s.
func bracketEnd(s string, i int) (to, close int) {
	depth := 1
	for at, end := nextSign(s, i); at < len(s); at, end = nextSign(s, end) {
		if depth += depthOf(s, at); depth == 0 {
			return at, end
		}
	}
	return len(s), len(s)
}

// labelled reads a list with labels: 牵头单位：市科技局；责任单位：市财政局、市教育局.
func (l *list) labelled(c span) bool {
	s := l.text.String()
	g := listing{text: l.text, s: s}
	role, from := policy.Role(""), c.from
	for k := c.from; k < c.to; {
		n := strings.Index(s[k:c.to], "：")
		if n < 0 {
			break
		}
		k += n
		label, next := labelEnding(s, from, k)
		if label == k { // a label of which nothing is known: 进度：…
			label = from + strings.LastIndexAny(s[from:k], "，；。、")
			label = max(label, from)
		}
		if role != "" {
			g.segment(from, label, role)
		}
		k += len("：")
		role, from = next, k
	}
	if role != "" {
		g.segment(from, c.to, role)
	}
	l.start, l.end, l.organs, l.open, l.dropped = c.start, c.end, g.organs, c.start == c.from, g.dropped
	if l.open && len(g.organs) > 0 {
		l.end = max(g.organs[len(g.organs)-1].end, l.start+len(strings.TrimRight(s[l.start:c.to], " 。；，、")))
	}
	return len(g.organs) > 0 && (!l.open || known(g.organs))
}

// known says whether most of the names have the form of an organ's.
func known(organs []organ) bool {
	n := 0
	for i := range organs {
		if normalize.IsOrgan(organs[i].Name) {
			n++
		}
	}
	return 2*n >= len(organs)
}
