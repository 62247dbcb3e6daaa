package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A subjectRule takes one way in which the subject of a figure is told. Rules are tried in
// order at each figure of which all is so that they need; the first that reads it wins.
type subjectRule struct {
	needs facts
	read  func(p *passage, k int, known []subject) subject
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
	{isPercent | isLevel, (*passage).paidShare},
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
	{0, (*passage).lasting},
	{isMoney, (*passage).perHead},
	{0, (*passage).own},
}

// factsOf are the facts of figure k.
func (p *passage) factsOf(k int) (is facts) {
	m := &p.marks[k]
	switch m.fig.Measure {
	case policy.Level:
		is |= isLevel
	case policy.Rank:
		is |= isRank
	}
	switch m.fig.Unit {
	case "%":
		is |= isPercent | isShare
	case "百分点", "‰", "成", "":
		is |= isShare
	}
	if m.fig.kind == normalize.CurrencyUnit {
		is |= isMoney
	}
	if p.before(m.fig.num.Start, "的") {
		is |= ofBefore
	}
	n := p.boundAfterLen(m.end)
	if n > 0 {
		is |= isBounded
	}
	if p.after(m.end+n, "的") {
		is |= ofBehind
	}
	return is
}
