package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A subjectRule takes one way in which the subject of a figure is told. Rules are tried in
// order at each figure of which all is so that they need; the first that reads it wins.
type subjectRule struct {
	needs facts
	read  func(p *passage, k int) subject
}

// Facts are what is known of a figure before its subject is read.
type facts uint16

// The facts.
const (
	isLevel facts = 1 << iota
	isRank
	isMoney
	isPercent // %
	isShare   // %, 百分点, ‰, 成, 三分之一
	isBounded // 5%以下
	ofBefore  // 的|5%
	ofBehind  // 5%|的, 5%以上|的
)

var subjectRules = [...]subjectRule{
	{0, (*passage).ordered},
	{ofBehind, (*passage).aimed},
	{isLevel, (*passage).planned},
	{isPercent | isBounded, (*passage).sliceOf},
	{isShare | isLevel, (*passage).grantShare},
	{isShare | isLevel, (*passage).paidShare},
	{isPercent | isLevel | ofBefore, (*passage).setShare},
	{isShare | ofBefore, (*passage).boundedShare},
	{ofBefore, (*passage).timesBase},
	{isMoney | isLevel, (*passage).allotted},
	{isPercent | ofBefore, (*passage).ofPlan},
	{isPercent | ofBefore, (*passage).shareOfSum},
	{isPercent | isLevel, (*passage).bracketShare},
	{isShare, (*passage).shareOf},
	{isRank, (*passage).rankOf},
	{isPercent | isLevel, (*passage).completion},
	{0, (*passage).givenFor},
	{isLevel, (*passage).parted},
	{isLevel, (*passage).lasting},
	{isMoney, (*passage).perHead},
	{0, (*passage).placesCounted},
	{isLevel, (*passage).households},
	{0, (*passage).sharedBehind},
	{isMoney, (*passage).nextScale},
	{0, (*passage).own},
}

// byRule is the subject of figure k as the first rule that can tell it does.
func (p *passage) byRule(k int) subject {
	is := p.factsOf(k)
	for i := range subjectRules {
		if r := &subjectRules[i]; is&r.needs == r.needs {
			if s := r.read(p, k); s.words != "" {
				return s
			}
		}
	}
	return subject{}
}

// factsOf are the facts of figure k.
func (p *passage) factsOf(k int) facts {
	m := &p.marks[k]
	n, unit, measure := p.boundAfterLen(m.end), m.fig.Unit, m.fig.Measure
	share := unit == "%" || unit == "百分点" || unit == "‰" || unit == "成" || unit == ""
	return isLevel.where(measure == policy.Level) | isRank.where(measure == policy.Rank) |
		isPercent.where(unit == "%") | isShare.where(share) | isMoney.where(m.fig.kind == normalize.CurrencyUnit) |
		ofBefore.where(p.before(m.fig.num.Start, "的")) | isBounded.where(n > 0) | ofBehind.where(p.after(m.end+n, "的"))
}

// where is f where it is so.
func (f facts) where(so bool) facts { return f * facts(btoi(so)) }
