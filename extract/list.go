package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// joiners stand between the numbers of a list: 20%、15%和10%.
var joiners = []string{"、", "和", "及", "与", "以及", "，"}

// group joins figures that stand side by side into lists, and lets the members
// share what is said once: the change word and bound before the first, the unit
// behind the last.
func (p *passage) group() {
	p.moneyMeant()
	for k := 0; k < len(p.marks); k++ {
		n := p.listLen(k)
		if n < 2 {
			if f := p.marks[k].fig; f != nil {
				f.group = -1 // a ratio that lost its other numbers
			}
			continue
		}
		p.share(k, n)
		k += n - 1
	}
}

// listLen is how many figures from mark k on stand side by side.
func (p *passage) listLen(k int) int {
	n := 0
	rank := p.marks[k].fig != nil && p.marks[k].fig.Measure == policy.Rank
	for i := k; i < len(p.marks) && p.marks[i].fig != nil && (p.marks[i].fig.Measure == policy.Rank) == rank && (i == k || p.adjoins(i-1, i)); i++ {
		n++
	}
	return n
}

// adjoins says whether only a joiner stands between marks i and j.
func (p *passage) adjoins(i, j int) bool {
	from := p.figureEnd(&p.marks[i])
	from += len(p.afterAny(from, "（含）", "（不含）"))
	to := p.marks[j].start
	if from > to {
		return false
	}
	gap := p.s[from:to]
	if strings.HasPrefix(gap, "：") || gap == ":" || gap == "∶" {
		return p.marks[i].fig.Rule == "ratio of three"
	}
	for _, w := range joiners {
		if !policy.Begins(gap, w) {
			continue
		}
		if gap == w {
			return p.goesOn(i, j, w == "，")
		}
		if w != "，" && changeLexicon.is(gap[len(w):]) && p.marks[i].fig.Unit == p.marks[j].fig.Unit {
			return true // 分别增长1.2%、0.7%和下降3.4%
		}
	}
	return false
}

// goesOn says whether figure j goes on the list of figure i behind a joiner, and does not tell of things of its own: 企业5个、
// 30亿元企业10个; 3条干渠总长18公里、2条支渠总长4公里; 12支，900人的队伍.
func (p *passage) goesOn(i, j int, comma bool) bool {
	f, g := p.marks[i].fig, p.marks[j].fig
	count := f.kind == normalize.CountUnit
	own := count && p.sizeOf(j) || !count && g.kind == normalize.CountUnit && p.countsBehind(j)
	return !own && (!comma || f.Unit == g.Unit && !p.countsBehind(j) && !p.peopleBehind(j))
}

// peopleBehind says whether figure j, right behind it, is told how many people make up what it counts: 12支|900人的队伍.
func (p *passage) peopleBehind(j int) bool {
	next := p.figureAt(j + 1)
	return next != nil && p.marks[j+1].start == p.marks[j].end && headcounts[next.Unit] != ""
}

// sizeOf says whether figure j is a sum that tells how large the things behind it are: 30亿元企业, 10亿元以上|12个.
func (p *passage) sizeOf(j int) bool {
	if p.marks[j].fig.kind != normalize.CurrencyUnit {
		return false
	}
	at := p.figureEnd(&p.marks[j])
	if next := p.figureAt(j + 1); next != nil && at > p.marks[j].end && at == p.marks[j+1].start {
		return p.countUnit(next)
	}
	return p.nounEnd(at, j)-at >= 6
}

// countsBehind says whether a noun follows upon figure j, which is no further number of
// what stands before: 攻关项目400余项，50多项成果落地.
func (p *passage) countsBehind(j int) bool {
	at := p.marks[j].end
	return p.countUnit(p.marks[j].fig) && at < len(p.s) && p.boundAfterLen(at) == 0 && p.nounEnd(at, j)-at >= 6
}

// share gives the members of the list of n figures from mark k what they have in
// common.
func (p *passage) share(k, n int) {
	first := p.marks[k].fig
	last := p.marks[k+n-1].fig
	for i := k; i < k+n; i++ {
		f := p.marks[i].fig
		f.group = k
		if last.Unit == "百分点" && (f.Unit == "个" || f.Unit == "") || f.Unit == "" && last.Unit != "" && last.Scale == f.Scale {
			f.Unit, f.kind = last.Unit, last.kind
		}
		if i == k {
			continue
		}
		if prev := p.marks[i-1].fig; prev.Measure != policy.Level && (f.Measure == policy.Level || f.Measure == policy.Multiple && prev.Measure == policy.Change) {
			f.Measure, f.Direction, f.verb = prev.Measure, prev.Direction, prev.verb
			if prev.Measure == policy.Change && strings.HasPrefix(f.Value, "-") != strings.HasPrefix(prev.Value, "-") {
				f.Direction = opposite(prev.Direction) // 增速分别为-9.4%、23.0%
			}
		}
		if i == k+n-1 {
			p.shareBound(k, n)
		}
		if f.Comparator == policy.Equal && f.ValueHigh == "" && first.Comparator != policy.Equal && len(first.bound) > 0 && first.bound[0].End <= first.num.Start && first.Comparator != policy.OverBit {
			f.Comparator, f.bound = first.Comparator, first.bound
		}
	}
}

// sharePoints gives 个 before 和 or 、 the unit of the points behind it, by which both are read: 高于全国、全省|0.9个|和0.4个百分点.
func (p *passage) sharePoints() {
	for k := len(p.marks) - 2; k >= 0; k-- {
		f, next := p.marks[k].fig, p.marks[k+1].fig
		if f != nil && next != nil && f.Unit == "个" && next.Unit == "百分点" && oneOf(p.s[p.marks[k].end:p.marks[k+1].start], joiners) {
			f.Unit, f.kind = next.Unit, next.kind
		}
	}
}

// shareBound gives the bound behind the last of n figures from mark k on to those before it:
// 200万件、100万件、50万件|以上; 分别控制在5‰和6‰|以下.
func (p *passage) shareBound(k, n int) {
	last := p.marks[k+n-1].fig
	if last.Comparator != policy.AtLeast && last.Comparator != policy.AtMost || last.Measure != policy.Level || len(last.bound) == 0 || last.bound[0].Start < last.num.End {
		return
	}
	each := strings.Contains(p.s[p.clauses[p.marks[k].fig.clause].start:p.marks[k].start], "分别")
	for i := k; i < k+n-1; i++ {
		if f := p.marks[i].fig; f.Comparator == policy.Equal && f.ValueHigh == "" && f.Unit == last.Unit && (each || p.afterAny(p.marks[i].end, "、", "（含）、") != "") {
			f.Comparator, f.bound = last.Comparator, last.bound
		}
	}
}

// listStart trims what leads a list, but not a place that is its first item.
func (p *passage) listStart(a, b int) int {
	return p.trimUntil(a, b, func(a int) bool {
		n := placeLen(p.s[a:b])
		return n > 0 && p.afterAny(a+n, "、", "和") != ""
	})
}

// follows is the first figure of the list of n right before the list from mark first on,
// where that tells of the same things; -1 where it does not: 分别为34178元、14686元，增长7.8%和
// 13.4%; 由3.1万元、1.4万元提高到2020年的3.3万元、1.5万元.
func (p *passage) follows(first, n int) int {
	last := p.figureBefore(first)
	if last < 0 {
		return -1
	}
	f := p.marks[last].fig
	if f.group < 0 || f.group+n-1 != last || p.clauses[f.clause].sentence != p.clauses[p.marks[first].fig.clause].sentence {
		return -1
	}
	end := p.marks[last].end
	_, share := p.shareAfter(end, first)
	set := end + paying.prefix(p.s[end:]) // 分别按工资的5%、25%|确定|，为每人每月108元、540元
	reached := p.marks[first].fig.Measure == policy.Change || pairWords.prefix(p.s[end:]) > 0 || p.afterAny(set, "，分别", "，为", "，即") != ""
	if share || p.againThen(end, p.marks[first].start) || reached && p.nothingBetween(set, first) || p.heldOf(first) >= 0 { // 比2010年的12万吨、1.1万吨分别减少
		return f.group
	}
	return -1
}

// figureAt is the figure of mark k, nil where there is no such mark or it is none.
func (p *passage) figureAt(k int) *draft {
	if k < 0 || k >= len(p.marks) {
		return nil
	}
	return p.marks[k].fig
}

// nextFigure is where the first figure behind byte i begins that follows mark k, the
// end of the passage if none does.
func (p *passage) nextFigure(k, i int) int {
	for j := max(k+1, p.markFrom(i)); j < len(p.marks); j++ {
		if p.marks[j].fig != nil && p.marks[j].start >= i {
			return p.marks[j].start
		}
	}
	return len(p.s)
}

// firstFigure is where the first figure at or behind byte i begins.
func (p *passage) firstFigure(i int) int { return p.nextFigure(-1, i) }

// figureBefore is the last figure before mark k, -1 if there is none.
func (p *passage) figureBefore(k int) int {
	for k--; k >= 0 && p.marks[k].fig == nil; k-- {
	}
	return k
}

// nothingBetween says whether no subject stands between byte a and mark k.
func (p *passage) nothingBetween(a, k int) bool {
	f := p.marks[k].fig
	from, to := p.trim(a+len(p.afterAny(a, "，", "；")), f.num.Start, f)
	return from >= to || rates.prefix(p.s[from:to]) == to-from // 增速分别比规模以上工业快4.2和2.1个百分点
}
