package audit

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// A listed is a list found for a statement.
type listed struct {
	n     int
	names []string
	sure  bool // that it is the whole list and nothing but it
	alike bool // its members end as what is counted does
	told  bool // the text leads over to it: “两个计划”，即…
}

// A series is a stretch of text taken apart at 、.
type series struct {
	items []string
	inner int // 和, 与, 及 in items before the last
	joins int // in the last item: 马公滩和行知学院

	apart []string // see parts
}

// split takes a text apart at 、 outside brackets and quotes, and between quotes that
// stand side by side: “小升规”“规改股”.
func split(s string) (l series) {
	l.items = make([]string, 0, 6) // most lists are no longer
	from, depth := 0, 0
	for i := nextOf(splitSet, s, 0); i < len(s); {
		r, size := policy.FirstRune(s[i:])
		switch {
		case opening(r):
			if depth == 0 && r == '“' && i > from && strings.HasSuffix(s[:i], "”") {
				l.cut(s[from:i])
				from = i
			}
			depth++
		case closing(r):
			depth = max(depth-1, 0)
		case depth == 0 && (r == '、' || r == '；' || r == ';'):
			l.cut(s[from:i])
			from = i + size
		case depth == 0 && size == 3 && joinsAt(s[:i], s[i:]) > 0:
			l.joins++
		}
		i = nextOf(splitSet, s, i+size)
	}
	l.items = append(l.items, trimSpace(s[from:]))
	return l
}

// cut ends an item; what joins are in it are inside the list.
func (l *series) cut(item string) {
	l.items = append(l.items, trimSpace(item))
	l.inner += l.joins
	l.joins = 0
}

// joinSet begins 和, 与, 及, 以及.
var joinSet = policy.WideSetOf("和与及以")

// joinsAt is how long the 和, 与 or 及 that rest begins with is; 0 where it is part of
// a word (参与, 和谐).
func joinsAt(before, rest string) int {
	if !joinSet.Begins(rest) {
		return 0
	}
	for _, j := range [...]struct{ word, notAfter, notBefore string }{
		{"和", "共饱温缓平总调", "谐平美睦解田县"}, {"与", "参给授赋", "会时"}, {"及", "以普涉遍危触顾", "时早其格"},
	} {
		if !strings.HasPrefix(rest, j.word) {
			continue
		}
		r, _ := policy.LastRune(before)
		next, _ := policy.FirstRune(rest[len(j.word):])
		if before != "" && strings.ContainsRune(j.notAfter, r) || strings.ContainsRune(j.notBefore, next) {
			return 0
		}
		return len(j.word)
	}
	if strings.HasPrefix(rest, "以及") {
		return len("以及")
	}
	return 0
}

// may says whether the series may be one of n: a 和 in the last item joins two, or
// belongs to one (新能源与智能网联汽车).
func (l *series) may(n int) bool {
	return n == len(l.items) || n > len(l.items) && n <= len(l.items)+l.joins
}

// ending counts the items that end in a noun: 技术交易服务平台 in 平台.
func (l *series) ending(noun string) (n int) {
	for _, item := range l.parts() {
		if strings.HasSuffix(bared(item), noun) {
			n++
		}
	}
	return n
}

// parts are the items with the last one taken apart at 和, 与 and 及.
func (l *series) parts() []string {
	if l.joins == 0 {
		return l.items
	}
	if l.apart == nil {
		l.apart = l.takenApart()
	}
	return l.apart
}

func (l *series) takenApart() []string {
	out := append(make([]string, 0, len(l.items)+l.joins), l.items[:len(l.items)-1]...)
	s := l.items[len(l.items)-1]
	from, depth := 0, 0
	for i, r := range s {
		switch {
		case opening(r):
			depth++
		case closing(r):
			depth = max(depth-1, 0)
		case depth == 0 && i >= from:
			if n := joinsAt(s[:i], s[i:]); n > 0 && i > from {
				out = append(out, s[from:i])
				from = i + n
			}
		}
	}
	return append(out, s[from:])
}

// bared drops closing quotes and a bracket at the end: “拓展工程” is 拓展工程.
func bared(s string) string {
	for s != "" {
		r, size := policy.LastRune(s)
		switch {
		case r == '）' || r == ')':
			i := strings.LastIndex(s, "（")
			if i < 0 {
				i = strings.LastIndexByte(s, '(')
			}
			if i <= 0 {
				return s
			}
			s = s[:i]
		case closing(r) && r != '》' || r == '"' || r == ' ':
			s = s[:len(s)-size]
		default:
			return s
		}
	}
	return s
}

// unquoted drops the opening quotes and blanks that a text ends in.
func unquoted(s string) string {
	for {
		n := len(quotes.end(s))
		if n == 0 {
			return s
		}
		s = s[:len(s)-n]
	}
}

var quotes = newWordList("“", "‘", "「", "『", "\"", " ")

// tails are the endings that members of what is counted share with it: 工程 of 七大工程,
// 区 of 五区协同, 产业 of 六大重点产业.
func (c *counted) tails() []string {
	if c.tailed == 0 {
		c.tailed = 1 + c.readTails()
	}
	return c.endings[:c.tailed-1]
}

// readTails fills c.endings and says how many they are.
func (c *counted) readTails() int {
	if c.noun == "" {
		return c.tailBefore()
	}
	_, first := policy.FirstRune(c.noun)
	_, second := policy.FirstRune(c.noun[first:])
	switch {
	case c.loose && second == 0:
		c.endings[0] = c.noun
		return 1
	case c.loose:
		c.endings[0], c.endings[1] = c.noun[:first+second], c.noun[:first]
		return 2
	case second > 0:
		_, last := policy.LastRune(c.noun)
		_, before := policy.LastRune(c.noun[:len(c.noun)-last])
		c.endings[0] = c.noun[len(c.noun)-last-before:]
		return 1
	}
	return 0
}

// tailBefore is readTails where the noun stands before the number: 泵站5座，分别为….
func (c *counted) tailBefore() int {
	before := strings.TrimRight(c.s[:c.at], " ")
	if at := len(before) - len("泵站"); !c.loose && at >= 0 && policy.HanRun(before[at:]) == len("泵站") {
		c.endings[0] = before[at:]
		return 1
	}
	return 0
}

// against holds a series against the statement.
func (c *counted) against(l series) (out listed, ok bool) {
	if l.may(c.n) && (len(l.items) > 1 || c.n == 2) {
		names := l.items
		if len(names) < c.n {
			names = l.parts()
		}
		out = listed{n: c.n, names: names}
		for _, tail := range c.tails() {
			if !out.alike && l.ending(tail) == c.n {
				out.alike, out.names = true, l.withEnding(tail)
			}
		}
		return out, true
	}
	for _, tail := range c.tails() {
		if n := l.ending(tail); n == c.n {
			return listed{n: n, names: l.withEnding(tail), alike: true}, true
		}
	}
	return listed{n: len(l.parts()), names: l.parts(), sure: c.wholly(&l)}, false
}

func (l *series) withEnding(noun string) (out []string) {
	for _, item := range l.parts() {
		if strings.HasSuffix(bared(item), noun) {
			out = append(out, item)
		}
	}
	return out
}

// wholly says whether a series is nothing but members of what is counted: each ends
// as it does, and none is two.
func (c *counted) wholly(l *series) bool {
	if len(l.items) < 2 || l.inner > 0 {
		return false
	}
	return slices.ContainsFunc(c.tails(), func(tail string) bool { return policy.RuneCount(tail) > 1 && l.ending(tail) == len(l.parts()) })
}

// near says whether a list of got is so close to n that it must be meant: one more or less.
func near(got, n int) bool { return got-n == 1 || n-got == 1 }
