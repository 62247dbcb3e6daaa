package extract

import (
	"strings"

	"shuzheng/policy"
)

// funds are what the money is called that is set aside.
var funds = phrases["funds"]

// allotted reads money that is named behind its sum: 县财政安排150万元|专项资金|用于…. Where it has no name
// of its own, who finds it says more: 市财政每年安排|500万元|资金.
func (p *passage) allotted(k int) subject {
	m := &p.marks[k]
	at := p.figureEnd(m)
	at += len(p.afterAny(at, "的"))
	if s := p.spentOn(k, at); s.words != "" {
		return s
	}
	n, w := funds.lastIn(upTo(p.s[at:], 30))
	if w == 0 || containsAny(p.s[at:at+n], "，", "。", "；", "、", "用于", "（") || n == 0 && p.after(at+w, "支持") {
		return subject{}
	}
	a, b := p.prefix(k)
	if b = p.trimTail(a, b); setAside.suffix(p.s[a:b]) == 0 {
		return subject{}
	}
	if n > 0 {
		return p.subjectAt(at, at+n+w)
	}
	a = p.trimLeft(a, b)
	return subject{p.s[a:b] + p.s[at:at+w], []policy.Span{{Start: a, End: b}, {Start: at, End: at + w}}}
}

// spentOn is what the money of figure k is found for, where that stands at byte at, right behind it: 列支200万元|用于人才引进, 列支
// 500万元|对小微企业贷款进行贴息.
func (p *passage) spentOn(k, at int) subject {
	if at == len(p.s) || !spendings.Begins(p.s[at:]) {
		return subject{}
	}
	comma := len(p.afterAny(at, "，"))
	at += comma
	n, on := len(p.afterAny(at, "用于", "主要用于", "专项用于")), len(p.afterAny(at, "对", "为"))
	to := min(p.clauses[p.clauseAt(at)].end, p.nextFigure(k, at))
	if n+on == 0 || to-at > 24*len("字") {
		return subject{}
	}
	a, b := p.prefix(k)
	if b -= len(p.beforeAny(b, "不少于", "不低于", "约")); setAside.suffix(p.s[a:b]) == 0 || comma > 0 && p.trimLeft(a, b) < b-len("统筹安排") {
		return subject{} // 从基金结余中拿出1000亿元，用于培训
	}
	if n > 0 {
		s := p.subjectAt(p.afterVerb(p.trimLeft(at+n, to), to), to)
		if len(s.words) >= 6 && benefits.suffix(s.words) == 0 {
			s.words += "资金"
		}
		return s
	}
	return p.supported(at+on, to)
}

// supported is what [a, b) says to be supported, and how: |小微企业贷款|进行|贴息|. It is empty where it says no such thing.
func (p *passage) supported(a, b int) subject {
	for _, w := range [...]string{"进行", "给予", "予以"} {
		if i := a + strings.Index(p.s[a:b], w); i > a+len("字") && benefits.suffix(p.s[a:b]) > 0 {
			return p.subjectAt(a, i).as(p.s[a:i]+p.s[i+len(w):b], policy.Span{Start: i + len(w), End: b})
		}
	}
	return subject{}
}

// spendings are the first characters of what leads to what money is spent on.
var spendings = policy.WideSetOf("，用主专对为")
