package extract

import (
	"shuzheng/policy"
)

// funds are what the money is called that is set aside.
var funds = phrases["funds"]

// allotted reads money that is named behind its sum: 县财政安排150万元|专项资金|用于…. Where it has no name
// of its own, who finds it says more: 市财政每年安排|500万元|资金.
func (p *passage) allotted(k int, _ []subject) subject {
	m := &p.marks[k]
	at := p.figureEnd(m)
	at += len(p.afterAny(at, "的"))
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
