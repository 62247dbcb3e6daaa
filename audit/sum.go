package audit

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// sums checks totals in sentences against their parts.
func sums(c *checker) {
	for k := range c.passages {
		p := &c.passages[k]
		if normalize.IndexChar(between(p.s, c.facts[p.lo].end, c.facts[p.hi-1].at), "其") >= 0 {
			c.breakdowns(p)
		}
		c.kindSums(c.all[p.lo:p.hi])
		for _, e := range c.excesses { // of kinds that are the whole more was said just now
			c.exceeded(e)
		}
		c.excesses = c.excesses[:0]
	}
}

// breakdowns checks the totals of a passage whose parts stand behind 其中.
func (c *checker) breakdowns(p *passage) {
	last := -1 // the last amount that may be a total
	for i := p.lo; i < p.hi; i++ {
		f := &c.facts[i]
		if last >= 0 && amongWord.in(between(p.s, f.prior, f.at)) {
			c.amongThem(p, last)
		}
		if f.additive() && !c.basis(i) {
			last = i
		}
	}
}

// amongWord leads to parts.
var amongWord = newWordList("其中")

// maxParts bounds how many parts of a total are looked for.
const maxParts = 40

// additive says whether values of a fact may be added up: no shares, rates, averages.
func (f *fact) additive() bool {
	if f.adds == unasked {
		if f.adds = no; f.mayAdd() {
			f.adds = yes
		}
	}
	return f.adds == yes
}

func (f *fact) mayAdd() bool {
	return f.level && !f.share && f.Unit != "倍" && f.Unit != "百分点" && !f.ranged &&
		!strings.Contains(f.Unit, "/") && !f.rate()
}

// rate says whether the name of a fact tells that it does not add up.
func (f *fact) rate() bool { return rateWords.in(f.Indicator) }

// rateWords are in the names of what does not add up.
var rateWords = newWordList(wordClasses.Of("rate")...)

// amongThem checks a total whose parts stand behind 其中: 92项，其中国家级6项，省级86项.
func (c *checker) amongThem(p *passage, i int) {
	whole := &c.facts[i]
	if whole.value.Sign() <= 0 || c.listed(p, i) {
		return
	}
	parts := c.parts(p, i)
	if len(parts) == 0 {
		return
	}
	sum, total := point(normalize.Int(0)), normalize.Int(0)
	for n, f := range parts {
		sum, total = sum.add(f.band()), total.Add(f.value)
		if n > 0 && sum.meets(whole.band()) && !whole.loose() && !anyLoose(parts[:n+1]) {
			c.addUp(whole, parts[:n+1], policy.Consistent, "consistent")
			return
		}
	}
	if len(parts) > 2 && nearly(total, whole, parts) {
		c.addUp(whole, parts, policy.Unchecked, "open")
		return
	}
	c.notMore(whole, parts[0])
	if len(parts) > 1 && whole.band().below(sum) && c.oneRow(p, parts) && !slices.ContainsFunc(parts, whole.otherwise) {
		c.excesses = append(c.excesses, excess{whole, parts})
	}
}

// basis says whether a share is told of an amount right behind it: 完成考核目标|60亿元|的117%.
func (c *checker) basis(i int) bool {
	return i+1 < len(c.facts) && c.facts[i+1].share && c.facts[i+1].passage == c.facts[i].passage && strings.HasPrefix(c.lead(&c.facts[i+1]), "的")
}

// listed says whether a value stands in a row of values, so that 其中 behind it is of them all: 分别为1180元、|1090元。其中.
func (c *checker) listed(p *passage, i int) bool {
	switch f := &c.facts[i]; between(p.s, f.prior, f.at) {
	case "、", "和", "与", "及":
		return i > p.lo
	}
	return false
}

// oneRow says whether parts stand in one row, a clause each with what they grew by: not 其中计划开工6个，目前已开工6个，
// 力争年内完工.
func (c *checker) oneRow(p *passage, parts []*fact) bool {
	for i, f := range parts {
		gap := between(p.s, f.prior, f.at)
		if i > 0 && (strings.Count(gap, "，")+strings.Count(gap, ",")+strings.Count(gap, "；")+strings.Count(gap, "、") > 1 || notInRow.in(gap)) {
			return false
		}
	}
	return true
}

// notInRow tells of the same things what is done with them, or had.
var notInRow = newWordList("目前", "有", "已", "力争")

// otherwise says whether a part is measured in another way than its whole.
func (f *fact) otherwise(part *fact) bool { return otherMeasure(part.Indicator, f.Indicator) }

// addUp adds the check of a total and its parts.
func (c *checker) addUp(whole *fact, parts []*fact, r policy.CheckResult, why string) {
	c.add(c.addition(whole, parts, r, why))
}

// addition is the check of a total and its parts.
func (c *checker) addition(whole *fact, parts []*fact, r policy.CheckResult, why string) policy.Check {
	return policy.Check{
		Kind: policy.SumCheck, Result: r, Claim: c.claims(whole, parts[len(parts)-1], whole), Stated: c.stated(whole),
		Computed: addition(whole, parts), Figures: ids(append([]*fact{whole}, parts...)...), Reason: reason(policy.SumCheck, why),
	}
}

// An excess is a total and parts of it that come to more.
type excess struct {
	whole *fact
	parts []*fact
}

// exceeded tells that parts come to more than their total.
func (c *checker) exceeded(e excess) {
	k := c.addition(e.whole, e.parts, policy.Unchecked, "excess")
	k.Computed += " > " + e.whole.number(min(e.whole.exp, common(e.parts...)))
	c.add(k)
}

// parts is the levels behind 其中 that may be parts of fact i: of its sentence and unit,
// not those in brackets behind one of them.
func (c *checker) parts(p *passage, i int) []*fact {
	b := breakdown{checker: c, p: p, whole: &c.facts[i]}
	for j := i + 1; j < min(p.hi, i+maxParts) && b.take(j); j++ {
	}
	return b.parts
}

// A breakdown is a level and the parts behind its 其中.
type breakdown struct {
	*checker
	p       *passage
	whole   *fact
	parts   []*fact
	started bool // 其中 was read
	inner   int  // brackets opened since the first part
}

// take reads fact j, and says whether there may be more parts behind it.
func (b *breakdown) take(j int) bool {
	f := &b.facts[j]
	gap := between(b.p.s, f.prior, f.at)
	among := amongWord.in(gap)
	if b.stops(j) && (len(b.parts) > 0 || !beginsAmong(gap[lastStop(gap):])) {
		return false
	}
	if b.started = b.started || among; !b.started {
		return true // growth of the whole
	}
	if len(b.parts) > 0 {
		if b.inner += opened(gap); b.inner != 0 {
			return b.inner > 0 // or else the bracket of 其中 is closed
		}
		if among || policy.HoldsAny(gap, partsEnd...) {
			return false
		}
	}
	if among && f.Measure == policy.Change && f.base == b.whole.base {
		return false // 其中当年新增1500个
	}
	if f.Measure != policy.Level || threshold(b.p.s[f.end:]) || b.basis(j) {
		return true // 增长5.2% between the parts; 其中50亿元以上项目3个
	}
	if len(b.parts) > 0 && b.hasParts(b.p, j) {
		return false
	}
	if f.ranged || f.share || f.rate() && !b.whole.rate() || f.base != b.whole.base {
		// 其中超10亿元企业40家; but the first thing behind 其中 may be of another unit
		return len(b.parts) > 0 || !strings.ContainsFunc(between(b.p.s, f.end, b.nextAt(b.p, j)), partsClause)
	}
	b.parts = append(b.parts, f)
	return true
}

// partsEnd are words by which a text leaves the parts of a total.
var partsEnd = wordClasses.Of("partsend")

// beginsAmong says whether a sentence begins with 其中.
func beginsAmong(s string) bool { return strings.HasPrefix(strings.TrimLeft(s, " \u3000\n"), "其中") }

// nextAt is where the figure after fact j begins, the end of the text where there is none.
func (c *checker) nextAt(p *passage, j int) int {
	if j+1 < p.hi {
		return c.facts[j+1].at
	}
	return len(p.s)
}

// threshold says whether what follows a number makes it the measure of a class: 50亿元以上项目.
func threshold(rest string) bool {
	for _, w := range [...]string{"以上", "以下", "以内"} {
		if after, ok := strings.CutPrefix(rest, w); ok {
			return after != "" && !strings.ContainsAny(after[:min(3, len(after))], "，。；、）)：,; \n")
		}
	}
	return false
}

// hasParts says whether parts of fact j follow it, but not in brackets.
func (c *checker) hasParts(p *passage, j int) bool {
	if j+1 >= p.hi {
		return false
	}
	next := &c.facts[j+1]
	before, _, among := strings.Cut(between(p.s, next.prior, next.at), "其中")
	return among && opened(before) <= 0
}

// opened is how many more brackets s opens than it closes.
func opened(s string) int {
	return strings.Count(s, "（") + strings.Count(s, "(") - strings.Count(s, "）") - strings.Count(s, ")")
}

// between is s[a:b], "" where a is not before b.
func between(s string, a, b int) string {
	if a >= b {
		return ""
	}
	return s[a:b]
}

// loose says whether a fact is only bounded, so that most sums would fit it.
func (f *fact) loose() bool {
	switch f.Comparator {
	case policy.AtLeast, policy.MoreThan, policy.AtMost, policy.LessThan:
		return true
	}
	return false
}

func anyLoose(facts []*fact) bool { return slices.ContainsFunc(facts, (*fact).loose) }

// nearly says whether a sum misses the total by so little that no further part of the
// size of the others can be missing.
func nearly(total normalize.Decimal, whole *fact, parts []*fact) bool {
	if whole.loose() || anyLoose(parts) {
		return false
	}
	miss := total.Sub(whole.value).Abs()
	for _, f := range parts {
		if miss.Mul(normalize.Int(2)).Cmp(f.value) >= 0 {
			return false
		}
	}
	return miss.Mul(normalize.Int(50)).Cmp(whole.value) < 0
}

// addition writes 27.2 + 13.2 + 11.8 + 6.0 = 58.2, and ≠ 58.3 where the total is that.
func addition(whole *fact, parts []*fact) string {
	exp := min(whole.exp, common(parts...))
	var b strings.Builder
	total, digits := normalize.Int(0), -exp
	for i, f := range parts {
		switch {
		case i == maxShown && i < len(parts)-1:
			b.WriteString(plus + "…")
		case i < maxShown || i == len(parts)-1:
			if i > 0 {
				b.WriteString(plus)
			}
			b.WriteString(f.number(exp))
		}
		total, digits = total.Add(f.value), max(digits, f.Decimals)
	}
	b.WriteString(is + sized(total, exp, digits))
	if d := total.Cmp(whole.value); d != 0 && whole != parts[0] && bandOf(parts).meets(whole.band()) {
		b.WriteString(about + whole.number(exp))
	}
	return b.String()
}

// maxShown is how many parts of a sum are written out.
const maxShown = 30

// notMore checks that the part right behind 其中 is no more than its whole.
func (c *checker) notMore(whole, part *fact) {
	k := policy.Check{Kind: policy.OrderCheck, Claim: c.claims(whole, part, part), Stated: c.stated(part), Figures: ids(part, whole)}
	exceeds := whole.band().below(part.band())
	if exceeds && whole.otherwise(part) {
		return
	}
	k.Result, k.Reason = result(!exceeds), reason(k.Kind, string(result(!exceeds)))
	sign := " ≤ "
	if exceeds {
		sign = " > "
	}
	k.Computed = against(part, sign, whole)
	c.add(k)
}

// measures are words for what is measured of a thing.
var measures = newWordList(wordClasses.Of("measure")...)

// otherMeasure says whether a part is named by a measure that the whole is not: behind
// 工业增加值, 其中规上工业企业总产值 is no part of it.
func otherMeasure(part, whole string) bool {
	return slices.ContainsFunc(measures.words, func(w string) bool { return strings.Contains(part, w) && !strings.Contains(whole, w) })
}
