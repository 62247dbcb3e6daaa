package extract

import (
	"strings"

	"shuzheng/policy"
)

// grantShare reads which share of a base is given: 按设备投入的20%给予补助 →
// 补助占设备投入的比例.
func (p *passage) grantShare(k int, _ []subject) subject {
	m := p.marks[k]
	f := m.fig
	if f.Unit != "%" || f.Measure != policy.Level {
		return subject{}
	}
	cl := p.clauses[f.clause]
	verb, w := -1, ""
	for _, g := range [...]string{"给予", "予以"} {
		if i := strings.Index(p.s[m.end:cl.end], g); i >= 0 && i < 30 && verb < 0 {
			verb, w = m.end+i, g
		}
	}
	if verb < 0 {
		return p.shareGiven(k)
	}
	a, b := p.prefix(k)
	if i := lastIndex(p.s[a:b], "按"); i >= 0 {
		a += i
	}
	a, b = p.trim(a, b, f)
	from := p.trimLeft(verb+len(w), cl.end)
	to := from
	for to < cl.end && !strings.Contains("，；。（", p.nextRune(to)) && (to == from || p.s[to]-'0' >= 10) {
		to += runeLen(p.s[to])
	}
	if to == from || !p.benefit(from, to) {
		return subject{}
	}
	s := p.subjectAt(from, to)
	if b > a {
		s.words += "占" + p.s[a:b] + "的比例"
		s.spans = append(s.spans, policy.Span{Start: a, End: b})
	} else {
		s.words += "比例"
	}
	return s
}

// shareGiven reads a share whose benefit is named behind it: 给予设备投入|20%的补助 →
// 补助占设备投入的比例.
func (p *passage) shareGiven(k int) subject {
	a, b := p.prefix(k)
	i, n := giveLexicon.lastIn(p.s[a:b])
	if j := max(lastIndex(p.s[a:b], "给予"), lastIndex(p.s[a:b], "予以")); j >= 0 && !strings.ContainsAny(p.s[a+j:b], "，、；") {
		i, n = j, len("给予") // 给予省级补助金额的50%配套奖励
	}
	at := p.marks[k].end
	at += len(p.afterAny(at, "的"))
	end := p.benefitEnd(at, k)
	if n == 0 || end <= at || end-at > 24 {
		return subject{}
	}
	from := p.trimLeft(a+i+n, b)
	to := p.trimTail(from, b)
	if to == from { // 按核定费用给予不高于70%的补助
		if from, to = a+strings.Index(p.s[a:a+i], "按"), a+i; from >= a {
			from += len(p.afterAny(from, "按", "按照"))
		}
	}
	if from < a || to-from < 6 || strings.ContainsAny(p.s[from:to], "0123456789，、（") {
		return subject{}
	}
	s := p.subjectAt(at, end)
	if people.suffix(p.s[from:to]) > 0 {
		s.words += "比例" // 给予企业|30%的活动经费补助
		return s
	}
	s.words += "占" + p.s[from:to] + "的比例"
	s.spans = append(s.spans, policy.Span{Start: from, End: to})
	return s
}
