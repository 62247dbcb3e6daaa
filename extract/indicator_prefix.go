package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

func (p *passage) boundAfterLen(i int) int {
	w, _ := p.boundAfter(i)
	return len(w)
}

// prefix is the stretch before figure k in which its subject may stand: from the
// figure before it, or the start of its clause or bracket, to its own words.
func (p *passage) prefix(k int) (a, b int) {
	f := p.marks[k].fig
	if !f.headed {
		f.head.Start, f.head.End = p.headOf(k)
		if f.headed, f.has = true, allHinges; f.head.End == f.num.Start {
			f.has = hingesIn(p.s[f.head.Start:f.head.End])
		}
	}
	return f.head.Start, f.head.End
}

// headOf finds the prefix of figure k.
func (p *passage) headOf(k int) (a, b int) {
	f := p.marks[k].fig
	start := p.clauses[f.clause].start
	a, b = p.behindLast(k, start), f.num.Start
	from := p.survey.NextIn(a, b, clauseMark)
	i := openBracket(p.s[from:b])
	if at := from + i; i >= 0 && p.trimTail(at, b) <= at && at-a > len("（") {
		b = at - len("（") // 森林覆盖率（35%）
		if j := lastIndex(p.s[a:b], "）"); j >= 0 && p.figureIn(clause{start: a, end: a + j}) {
			a += j + len("）") // 城镇化率（60%）和|森林覆盖率（35%）
		}
		return a, b
	} else if i >= 0 {
		a = at
		if j := max(lastIndex(p.s[a:b], "，"), lastIndex(p.s[a:b], "；"), lastIndex(p.s[a:b], "。")); j >= 0 {
			a += j + len("，")
		}
	} else if i = lastIndex(p.s[a:b], "——"); a == start && i >= 0 && !containsAny(p.s[a+i:b], "路", "线", "高速", "）", "》", "”") {
		a += i + len("——") // 发展目标|——畜牧业产值, but 青禾——白川高速公路
	}
	return a, b
}

// behindLast is where ends what tells of the figures before k, in the clause that begins at byte a.
func (p *passage) behindLast(k, a int) int {
	b := p.marks[k].fig.num.Start
	for i := k - 1; i >= 0 && p.marks[i].end > a; i-- {
		switch {
		case p.marks[i].fig == nil:
		case p.closedBetween(p.marks[i].end, b):
			i = p.markAt(a + max(0, lastIndex(p.s[a:p.marks[i].start], "（"))) // 常住人口（含外来3.2万人）为|57.9万人
		case !p.attributive(i, b) && !p.nextAge(i):
			end := p.figureEnd(&p.marks[i])
			if p.afterIn(end, includes) != "" {
				end += bracketLen(p.s[end:b]) // 40-80亩（不含80亩）、|80-200亩
			}
			return end
		}
	}
	return a
}

// nextAge says whether figure i is the age of one group of several that are told side by side:
// 0-14岁、|15-59岁、|60岁及以上人口分别为….
func (p *passage) nextAge(i int) bool {
	if next := p.figureAt(i + 1); next == nil || !isAge(p.marks[i].fig) || !isAge(next) {
		return false
	}
	at := p.marks[i].end
	return oneOf(p.s[at+p.boundAfterLen(at):p.marks[i+1].start], ageJoints)
}

var ageJoints = []string{"、", "和", "及", "以及"}

// attributive says whether figure i only describes the thing counted before byte
// b: 亿元以上项目68个, 3000平方米以上场馆2座.
func (p *passage) attributive(i, b int) bool {
	at := p.marks[i].end
	n := p.boundAfterLen(at)
	if p.fieldOf(i) {
		return true // 居全市6县市|第1位
	}
	if n == 0 {
		return p.names(i, at+len(without(p.s[at:max(at, b)], tails)), b) // 产值过亿元的企业|达30家
	}
	gap := p.s[at+n : max(at+n, b)]
	gap = gap[:beforeWhen(gap)] // 5岁以下儿童死亡率|从2015年的10.7‰
	joined := p.afterAny(at+n, "或", "且", "和", "并", "及", "的，") != "" || endsIn(gap, "和", "及", "与") || pairWords.prefix(gap) > 0 && endsIn(gap, "到", "至", "为")
	return !joined && gap != "" && unbroken(gap)
}

// names says whether figure i, behind which no bound stands, belongs to the name of what is told behind
// it, up to byte b; end is where that name ends: 超10亿元企业40家, 公交站点500米覆盖率.
func (p *passage) names(i, end, b int) bool {
	at, f := p.marks[i].end, p.marks[i].fig
	gap := p.s[at:end]
	if f.ValueHigh != "" && isAge(f) && (people.prefix(p.s[at:b]) > 0 || p.afterAny(at, "户籍人口", "常住人口") != "") {
		return true // 0-14岁人口1.2万人
	}
	switch f.kind {
	case normalize.LengthUnit, normalize.TimeUnit:
		if endsIn(gap, "覆盖率", "通达率", "可达率") {
			return unbroken(gap)
		}
	case normalize.CurrencyUnit:
		if next := p.figureAt(i + 1); next != nil && p.countUnit(next) && end == at && p.after(at, "的") && p.boundedBefore(i) {
			return true // 年营业收入超10亿元的|2个
		}
	}
	return len(gap) >= 6 && len(gap) <= 24 && p.boundedBefore(i) && heads.suffix(gap) > 0 && unbroken(gap)
}

// unbroken says whether neither a mark nor a number stands in s, and it is as short as names are.
func unbroken(s string) bool {
	return len(s) <= 100*len("字") && !strings.ContainsAny(s, "、，；。（：0123456789")
}

// fieldOf says whether figure i only tells among how many the rank right behind it is held:
// 全市6县市|第1位.
func (p *passage) fieldOf(i int) bool {
	if i+1 >= len(p.marks) || p.marks[i+1].start != p.marks[i].end || !p.countUnit(p.marks[i].fig) {
		return false
	}
	f := p.marks[i+1].fig
	return f != nil && f.Measure == policy.Rank
}

// boundedBefore says whether a bound of its own stands before the number of figure i: 超10亿元, not the list of which
// it is one.
func (p *passage) boundedBefore(i int) bool {
	f := p.marks[i].fig
	return len(f.bound) > 0 && f.bound[0].End <= f.num.Start && (i == 0 || p.marks[i-1].end <= f.bound[0].Start)
}

// openBracket is the place behind the last （ of s that is not closed, -1 if none.
func openBracket(s string) int {
	i := lastIndex(s, "（")
	if i < 0 || strings.Contains(s[i:], "）") {
		return -1
	}
	return i + len("（")
}
