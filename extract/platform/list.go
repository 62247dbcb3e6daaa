package platform

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// settle decides on the phrases that are names only in company: beside names in a
// list, before 等 and a word for what they are, behind 成立, in a cell for names.
func settle(p *passage) {
	for _, list := range policy.Runs(p.names, func(a, b *name) bool { return listed(p.s[a.end:b.start]) }) {
		settleList(p, list)
	}
}

// listed says whether what stands between two phrases makes a list of them.
func listed(gap string) bool {
	gap = strings.TrimSuffix(strings.TrimPrefix(gap, "”"), "“")
	if inner := bracketBehind(gap); inner != "" {
		gap = gap[len(inner)+len("（）"):]
	}
	if gap != "" && gap[0]-'0' < 10 && len(gap) <= 30 && strings.HasSuffix(gap, "，") {
		return true // A园13.2平方公里，B园11.8平方公里
	}
	switch gap {
	case "、", "和", "与", "及", "以及", "，", "、首家", "、首个":
		return true
	}
	return false
}

// settleList decides on the phrases of one list.
func settleList(p *passage, list []name) {
	if n := &list[0]; len(list) == 1 && n.verdict == noName && !n.has(isLabel) && !n.has(hasPlace) {
		return // most
	}
	c := circleOf(p, list)
	named := false
	for i := range list {
		n := &list[i]
		c.settle(n)
		named = named || n.verdict == sureName
	}
	if named {
		ranks(p, list)
	}
}

// A circle is what the phrases of a list have beside them.
type circle struct {
	list     []name
	before   string
	sure     bool // one is surely a name
	plural   bool // the list tells kinds
	tail     bool // 等 and a word for what they are stand behind it
	enclosed bool // it tells what a slogan stands for
}

// circleOf looks around the list, and takes the zones of it that have a word of their own: 光明科学城、|坝光片区.
func circleOf(p *passage, list []name) circle {
	before, rest := p.s[:list[0].start], p.s[list[len(list)-1].end:]
	c := circle{list: list, before: before, plural: list[0].has(isPlural) && !list[0].has(hasPlace)}
	for i := range list {
		n := &list[i]
		if len(list) > 1 && n.verdict == mayBe && n.has(hasUnknown) && n.head.kind == "zone" && n.stop <= atComma {
			n.verdict = sureName
		}
		c.sure = c.sure || n.verdict == sureName && len(list) > 1
		c.plural = c.plural || n.stop == atPlural && n.has(isPlural)
		if n.verdict == mayBe && !c.tail && !c.enclosed {
			c.tail, c.enclosed = kindBehind(rest), behindSlogan(before, "”（")
		}
	}
	c.tail = c.tail && !slices.ContainsFunc(list, bareClass)
	c.plural = c.plural || strings.HasSuffix(before, "即") && (behindSlogan(before, "”，即") || behindSlogan(before, "”即"))
	return c
}

// bareClass says whether a phrase is the word for a class alone: 孵化器, besides which 特色产业园 is one too.
func bareClass(n name) bool { return n.head.class && n.traits&^isAlone == 0 && n.words() == 0 }

// settle decides on a phrase of the list.
func (c *circle) settle(n *name) {
	switch {
	case n.has(isLabel):
		n.label()
	case c.plural && n.verdict == sureName && !n.has(hasInst|hasPlace|hasQuote|hasCountry):
		n.verdict = noName
	case c.plural:
	case n.verdict == mayBe && (c.sure || c.enclosed || c.tail && n.subjects > 0 && (len(c.list) > 1 || n.words() > 1 || n.stop == atComma) || n.founded()):
		n.verdict = sureName
	case n.verdict == noName && n.has(hasPlace) && !n.has(isPlural) && !n.head.class && n.head.kind == "zone" && c.alike(n):
		n.verdict = sureName // 喀什|片区、霍尔果斯|片区
	}
}

// alike says whether a sure name of the list has the head of n, or the word before the list is it: 三个片区：.
func (c *circle) alike(n *name) bool {
	return policy.EndsAny(c.before, n.head.word+"：", n.head.word+":") || slices.ContainsFunc(c.list, func(m name) bool { return m.verdict == sureName && m.head == n.head })
}

// label takes the phrase that fills a cell for names.
func (n *name) label() {
	if n.verdict == mayBe || n.verdict == noName && !n.has(isPlural) && !n.head.class && (n.words() > 0 || n.has(hasPlace)) {
		n.verdict = sureName
	}
}

// founded says whether one body is founded or run under the name: 成立科创投资集团.
func (n *name) founded() bool {
	return n.has(isFounded) && !n.head.class && (n.subjects > 1 || n.subjects > 0 && n.head.kind != "system" || n.head.kind == "fund" && n.words() > 0)
}

// kindBehind says whether 等 and a word for the kind follow a list: 等科创平台.
func kindBehind(rest string) bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(rest, "”"), "等")
	if !ok {
		return false
	}
	for k := 0; k < 48 && k < len(rest); {
		if w := kindWords.longest(rest[k:]); w != "" {
			return true
		}
		if strings.HasPrefix(rest[k:], "“") || strings.HasPrefix(rest[k:], "”") || isHan(rest, k) {
			k += 3
		} else if rest[k]-'0' < 10 {
			k++
		} else {
			return false
		}
	}
	return false
}

// behindSlogan says whether before ends in a counted slogan and a mark that opens
// what it stands for: “两中心一平台”（.
func behindSlogan(before, mark string) bool {
	before, ok := strings.CutSuffix(before, mark)
	if !ok {
		return false
	}
	k := strings.LastIndex(before[max(0, len(before)-longestGroup):], "“")
	return k >= 0 && slogan(before[max(0, len(before)-longestGroup)+k+3:])
}
