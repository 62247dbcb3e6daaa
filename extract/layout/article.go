package layout

import (
	"strings"

	"shuzheng/policy"
)

// readArticle reads what follows 第三条: a title (载体建设。…), or the text itself.
func readArticle(s string, r reading, at int) reading {
	r.shape, r.head, r.rest = runIn, r.len, at
	if at == len(s) {
		r.shape = whole
		return r
	}
	if k := bracketLen(s[at:]); k > 0 && runeCount(s[at:at+k]) <= 24 { // 第一条 【目的】
		r.head, r.rest = at+k, skipBlanks(s, at+k)
		return r
	}
	stop, n := sentenceEnd(s[at:])
	head := s[at : at+stop]
	short := runeCount(head) <= 16 && !hasComma(head) && !hasLabel(head)
	switch {
	case n == 0 && short && endOf(head) == openEnd:
		r.shape, r.head = whole, at+stop
	case n > 0 && short && !lawSentence(head):
		r.head, r.rest = at+stop, skipBlanks(s, at+stop+n)
		if r.rest == len(s) { // 第七条 金融支持。 if the text stands in the next lines
			r.shape = closing
		}
	case at == r.len && !strings.HasPrefix(s[at:], "为"):
		return reading{} // 第三条路: no article begins without a blank
	}
	return r
}

// bracketLen is the length of the bracket 【…】 or （…） that s begins with.
func bracketLen(s string) int {
	for _, b := range [...][2]string{{"【", "】"}, {"（", "）"}, {"〔", "〕"}} {
		if strings.HasPrefix(s, b[0]) {
			if k := strings.Index(s, b[1]); k > 0 {
				return k + len(b[1])
			}
		}
	}
	return 0
}

var lawWords = words.Of("law")

// lawSentence says whether the first sentence of an article is a rule rather than
// its title: 本办法由市科技局负责解释.
func lawSentence(s string) bool {
	return policy.HoldsAny(s, lawWords...)
}
