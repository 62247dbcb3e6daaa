package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A subjectRule takes one way in which the subject of a figure is told. Rules are tried in
// order at each figure of which all is so that they need and before which all hinges stand
// that they read; the first that reads it wins.
type subjectRule struct {
	needs facts
	words hinges
	read  func(p *passage, k int) subject
}

// Facts are what is known of a figure before its subject is read.
type facts uint32

// The facts.
const (
	isLevel facts = 1 << iota
	isRank
	isValue // no rank
	isMoney
	isTime
	isCount   // 5家, 6县市
	isHeads   // 5人, 5户
	isPlaces  // 6县市
	isAged    // 60岁
	isPercent // %
	isShare   // %, 百分点, ‰, 成, 三分之一
	isFined   // what a fine may be set at
	isRange   // bounded, by words or by another number
	isUnder   // less than so much
	isBeside  // no more than 、 parts it from a figure
	isPriced  // a sum is told behind it
	isPlan    // it may be a plan, or a share of one
	isBounded // 5%以下
	isOpen    // more than a mark stands behind it
	inOrder   // places may be put in order
	ofBehind  // 5%|的, 5%以上|的
	ofBefore  // 的|5%

	partBefore // 分|三年
	lastBefore // 连续|三年
	haveBefore // 有|98个
)

var subjectRules = [...]subjectRule{
	{inOrder, 0, (*passage).ordered},
	{ofBehind, 0, (*passage).aimed},
	{isLevel | isPlan, 0, (*passage).planned},
	{isPercent | isBounded, 0, (*passage).sliceOf},
	{isShare | isLevel, 0, (*passage).grantShare},
	{isShare | isLevel, byHinge, (*passage).paidShare},
	{isPercent | isLevel | ofBefore, 0, (*passage).setShare},
	{isShare | ofBefore, 0, (*passage).boundedShare},
	{ofBefore, 0, (*passage).timesBase},
	{isMoney | isLevel, 0, (*passage).reckoned},
	{isMoney | isLevel, 0, (*passage).allotted},
	{isPercent | ofBefore, 0, (*passage).ofPlan},
	{isPercent | ofBefore, 0, (*passage).shareOfSum},
	{isPercent | isLevel, 0, (*passage).bracketShare},
	{isShare, shareHinge, (*passage).shareOf},
	{isShare | isLevel, reachHinge, (*passage).shareOf},
	{isRank, 0, (*passage).rankOf},
	{isPercent | isLevel, doneHinge, (*passage).completion},
	{isTime, 0, (*passage).givenFor},
	{isLevel | partBefore, 0, (*passage).parted},
	{isLevel | lastBefore, 0, (*passage).lasting},
	{isMoney, 0, (*passage).perHead},
	{isPlaces, 0, (*passage).placesCounted},
	{isLevel | isHeads | isBeside, 0, (*passage).households},
	{isBeside, 0, (*passage).sharedBehind},
	{isMoney, 0, (*passage).nextScale},
	{0, 0, (*passage).own},
}

// byRule is the subject of figure k as the first rule that can tell it does.
func (p *passage) byRule(k int) subject {
	is, has := p.marks[k].fig.is, p.marks[k].fig.has
	for i := range subjectRules {
		if r := &subjectRules[i]; is&r.needs == r.needs && has&r.words == r.words {
			if s := r.read(p, k); s.words != "" {
				return s
			}
		}
	}
	return subject{}
}

// factsOf are the facts of figure k.
func (p *passage) factsOf(k int) facts {
	m, prev, next := &p.marks[k], p.figureAt(k-1), p.figureAt(k+1)
	f, n, at := m.fig, m.fig.past-m.end, m.fig.num.Start
	level, rank := f.Measure == policy.Level, f.Measure == policy.Rank
	beside := prev != nil && m.start-p.marks[k-1].end <= len("、") || next != nil && p.marks[k+1].start-m.end <= len("、")
	plan := level && (plans.mayEnd(p.s[:m.start]) || taskEnds.Ends(p.s[:at]) || p.before(m.start, "（") || prev != nil && prev.planned ||
		next != nil && (p.after(m.end, "的") || next.Unit == "%" && p.before(p.marks[k+1].start, "的")))
	return unitFacts[f.Unit] | isHeads.where(headFirsts.Begins(f.Unit)) | isPlaces.where(placeFirsts.Begins(f.Unit)) | isPlan.where(plan) |
		isLevel.where(level) | isRank.where(rank) | isValue.where(!rank) | isFined.where(f.Measure == policy.Multiple) |
		isCount.where(f.kind == normalize.CountUnit) | (isMoney | isFined).where(f.kind == normalize.CurrencyUnit) | (isTime | isRange).where(f.kind == normalize.TimeUnit) |
		isRange.where(f.ValueHigh != "" || len(f.bound) > 0) | isUnder.where(f.Comparator == policy.AtMost || f.Comparator == policy.LessThan) |
		isBeside.where(beside) | isPriced.where(next != nil && next.kind == normalize.CurrencyUnit) | isBounded.where(n > 0) |
		isOpen.where(!strings.Contains("，。；、：", p.nextRune(m.end))) | inOrder.where(p.holds("排", &p.orders)) |
		ofBehind.where(p.after(m.end+n, "的")) | ofBefore.where(p.before(at, "的")) | partBefore.where(p.before(at, "分")) |
		lastBefore.where(p.before(at, "续")) | haveBefore.where(p.before(at, "有"))
}

// unitFacts are the facts that some units tell.
var unitFacts = map[string]facts{
	"%": isPercent | isShare | isFined, "‰": isShare | isFined, "‱": isFined, "分": isFined, "成": isShare, "百分点": isShare, "": isShare | isCount, "岁": isAged, "周岁": isAged,
}

// where is f where it is so.
func (f facts) where(so bool) facts { return f * facts(btoi(so)) }

// has says whether all of want are among the facts.
func (f facts) has(want facts) bool { return f&want == want }
