package audit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// leads lead from a statement to its list.
var leads = newWordList("：", ":", "，即", ",即", "。即", "，包括", "，分别是", "，分别为", "——", "，一是", "，主要包括")

// maxLeadIn is how many bytes may stand between a statement and what leads to its list.
const maxLeadIn = 24

// listAfter reads the list that the text leads over to: 建设两平台两系统，即…
func listAfter(_ *counter, c *counted) (listed, bool) {
	rest := c.s[c.end:]
	i := clauseEnd(rest[:min(len(rest), maxLeadIn+len("："))])
	if i > maxLeadIn || i == len(rest) {
		return listed{}, false
	}
	lead := leadAt(rest[i:])
	if lead == 0 {
		return listed{}, false
	}
	if rest = rest[i+lead:]; begins(rest) > 0 {
		return listed{}, false // 一是: see enumerated
	}
	sentence := rest
	if i := strings.Index(rest, "。"); i >= 0 {
		sentence = rest[:i]
	}
	if l, ok := c.against(split(sentence)); ok && !strings.Contains(sentence, "，") {
		return l, true
	}
	if parts := strings.FieldsFunc(sentence, func(r rune) bool { return r == '；' || r == ';' }); len(parts) == c.n {
		return listed{n: c.n, names: parts}, true
	}
	clause := sentence
	if i := strings.IndexAny(sentence, "，,；;"); i >= 0 {
		clause = sentence[:i]
	}
	l := split(clause)
	out, ok := c.against(l)
	open := strings.HasSuffix(clause, "等") || strings.Contains(clause, "等")
	out.sure, out.told = out.sure && clause == sentence && !open, clause == sentence && !open && len(l.items) > 1
	return out, ok
}

// clauseEnd is where the first 、, — or end of a clause stands in s, len(s) if none does.
func clauseEnd(s string) int {
	for i := nextOf(leadSet, s, 0); i < len(s); {
		r, size := policy.FirstRune(s[i:])
		if r == '、' || r == '—' || endsClause(r) {
			return i
		}
		i = nextOf(leadSet, s, i+size)
	}
	return len(s)
}

// leadAt is how long the lead is that s begins with.
func leadAt(s string) int {
	w := leads.begin(s)
	if w == "，一是" {
		return len("，")
	}
	return len(w)
}

// nextClauses reads the first list of three or more in what follows: 三大领域性人才改革
// 试验区建设，出台数字经济、影视文化、国际商贸人才培育行动.
func nextClauses(_ *counter, c *counted) (listed, bool) {
	if c.n < 3 || c.noun == "" {
		return listed{}, false
	}
	sentences, commas := 0, 0
	for i, from := nextOf(clauses, c.s, c.end), c.end; sentences < 2; {
		r, size := policy.FirstRune(c.s[i:])
		if r == '、' {
			commas++
		}
		if i == len(c.s) || endsClause(r) || r == '；' {
			if commas > 1 {
				if l := split(c.s[from:i]); len(l.items) > 2 {
					return c.nextList(l)
				}
			}
			if i == len(c.s) {
				break
			}
			from, commas = i+size, 0
			if r == '。' {
				sentences++
			}
		}
		i = nextOf(clauses, c.s, i+size)
	}
	return listed{}, false
}

// nextList holds a list that nothing but its place binds to the statement.
func (c *counted) nextList(l series) (listed, bool) {
	out, ok := c.against(l)
	if ok && len(l.parts()) != c.n || strings.Contains(l.items[len(l.items)-1], "等") {
		return listed{}, false
	}
	if c.loose && ok && l.ending(c.tails()[len(c.tails())-1]) == 0 {
		return listed{}, false // nothing but the number is alike
	}
	return listed{n: out.n, names: out.names, alike: c.loose}, ok
}

// nextNames counts the parts of what follows that each begin with a name: “六城”建设
// 提质。金华科技城…；义乌科技城….
func nextNames(_ *counter, c *counted) (listed, bool) {
	if c.n < 3 || !c.loose || c.noun == "" {
		return listed{}, false
	}
	_, size := policy.FirstRune(c.noun)
	kind := c.noun[:size]
	var names []string
	for i, from := nextOf(stops, c.s, c.end), -1; i < len(c.s) || from >= 0; {
		r, size := policy.FirstRune(c.s[i:])
		if i += size; size > 0 && r != '。' && r != '；' && r != ';' {
			i = nextOf(stops, c.s, i)
			continue
		}
		if from >= 0 {
			if style, _, _ := readMark(c.s[from:]); style != noMark {
				break
			}
			names = withName(names, c.s[from:i], kind)
		}
		if from = i; i == len(c.s) {
			break
		}
		i = nextOf(stops, c.s, i)
	}
	return listed{n: len(names), names: names}, len(names) == c.n
}

// maxName is how long a name may be, in characters.
const maxName = 8

// withName adds the name of a kind that s begins with, unless it is there already.
func withName(names []string, s, kind string) []string {
	i := strings.Index(s[:min(len(s), maxName*utf8.UTFMax)], kind)
	if i <= 0 || policy.RuneCount(s[:i]) >= maxName || strings.ContainsAny(s[:i], "，,、：:“") {
		return names
	}
	if name := s[:i+len(kind)]; !slices.Contains(names, name) {
		return append(names, name)
	}
	return names
}

// stepsAfter counts the dates of steps: 分三步走，到2025年…；到2035年…；到本世纪中叶….
func stepsAfter(_ *counter, c *counted) (listed, bool) {
	if !strings.HasPrefix(c.noun, "步") {
		return listed{}, false
	}
	var names []string
	rest := c.s[c.end:]
	for i := nextOf(stepFirst, rest, 0); i < len(rest); i = nextOf(stepFirst, rest, i+charLen(rest[i:])) {
		if stepWords.begin(rest[i:]) != "" && strings.HasSuffix(strings.TrimRight(rest[:i], " 第一二三四步"), mark(rest[:i])) {
			names = append(names, shortened(clauseOf(rest[i:]), 12))
		}
	}
	return listed{n: len(names), names: names}, len(names) == c.n
}

// stepWords begin the date of a step.
var (
	stepWords = newWordList("到20", "到本世纪", "到二〇", "到新中国成立")
	stepFirst = stepWords.first
)
