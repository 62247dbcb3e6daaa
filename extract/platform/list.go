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
	if strings.HasPrefix(gap, "（") {
		if k := strings.Index(gap, "）"); k > 0 {
			gap = gap[k+3:]
		}
	}
	if gap != "" && gap[0]-'0' < 10 && len(gap) <= 30 { // A园13.2平方公里，B园11.8平方公里
		if k := strings.LastIndex(gap, "，"); k >= 0 && k+3 == len(gap) {
			return true
		}
	}
	switch gap {
	case "、", "和", "与", "及", "以及", "，", "、首家", "、首个":
		return true
	}
	return false
}

// settleList decides on the phrases of one list.
func settleList(p *passage, list []name) {
	open := false // whether some hang on the others
	sure, plural := 0, list[0].has(isPlural) && !list[0].has(hasPlace)
	for i := range list {
		if n := &list[i]; len(list) > 1 && n.verdict == mayBe && n.has(hasUnknown) && n.head.kind == "zone" && n.stop <= atComma {
			n.verdict = sureName // 光明科学城、|坝光片区
		}
		if list[i].verdict == sureName {
			sure++
		}
		open = open || list[i].verdict == mayBe
		plural = plural || list[i].stop == atPlural && list[i].has(isPlural)
	}
	before, tail, enclosed := p.s[:list[0].start], false, false
	if open {
		tail, enclosed = kindBehind(p.s[list[len(list)-1].end:]), behindSlogan(before, "”（")
	}
	plural = plural || strings.HasSuffix(before, "即") && (behindSlogan(before, "”，即") || behindSlogan(before, "”即"))
	named := false
	for i := range list {
		n := &list[i]
		switch {
		case n.verdict == noName && !plural && n.has(hasPlace) && !n.has(isPlural) && !n.head.class && n.head.kind == "zone" && alike(list, n):
			n.verdict = sureName // 喀什|片区、霍尔果斯|片区
		case n.has(isLabel):
			n.label()
		case plural && n.verdict == sureName && !n.has(hasInst|hasPlace|hasQuote|hasCountry):
			n.verdict = noName
		case n.verdict != mayBe || plural:
		case sure > 0 && len(list) > 1, enclosed, tail && len(list) > 1 && n.subjects > 0, tail && n.subjects > 0 && (n.words() > 1 || n.stop == atComma), n.founded():
			n.verdict = sureName
		}
		named = named || n.verdict == sureName
	}
	if named {
		ranks(p, list)
	}
}

// alike says whether a sure name of the list has the head of n.
func alike(list []name, n *name) bool {
	return slices.ContainsFunc(list, func(m name) bool { return m.verdict == sureName && m.head == n.head })
}

// label takes the phrase that fills a cell for names.
func (n *name) label() {
	if n.verdict == mayBe || n.verdict == noName && !n.has(isPlural) && !n.head.class && (n.words() > 0 || n.has(hasPlace)) {
		n.verdict = sureName
	}
}

// founded says whether one body is founded or run under the name: 成立科创投资集团.
func (n *name) founded() bool {
	return n.has(isFounded) && !n.head.class && (n.subjects > 0 || n.head.kind == "fund" && n.words() > 0)
}

// kindBehind says whether 等 and a word for the kind follow a list: 等科创平台.
func kindBehind(rest string) bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(rest, "”"), "等")
	if !ok {
		return false
	}
	for k := 0; k < 48 && k < len(rest); {
		if w := kindWords.longest(rest[k:]); w != "" && !strings.HasPrefix(rest[k:], "企业") {
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
