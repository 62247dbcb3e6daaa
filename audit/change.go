package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// changes checks what a text says grew, fell or was multiplied against the two levels.
func changes(c *checker) {
	for i := range c.facts {
		f := &c.facts[i]
		if f.level || f.ranged || f.name == 0 || f.Status == policy.Rule {
			continue
		}
		switch f.Measure {
		case policy.Change:
			c.change(i)
		case policy.Multiple:
			c.multiple(i)
		}
	}
}

// change checks one change, if its words say against what it is.
func (c *checker) change(i int) {
	f := &c.facts[i]
	against, ok := c.basePeriod(f)
	if !ok && f.Base != "yoy" || c.leadHas(f, otherChanges) {
		return
	}
	now := c.now(i, func(g *fact) bool { return changeOf(f, g) })
	if now == nil {
		return
	}
	var then *fact
	if ok {
		then = c.then(now, against)
	}
	if from := c.origin(i, now); from != nil && f.Base == "" {
		then = from
	}
	if then == nil && (f.passage < 0 || now.loose()) || then != nil && !c.close(now, then) {
		return // a column of rates, a bound, or a level of something else of that kind
	}
	if then == nil && f.Unit != "倍" {
		if other := c.twin(i, now); other != nil {
			if f.Unit == "%" {
				c.growthBy(f, now, other)
			}
			return
		}
	}
	switch {
	case !ok && then == nil: // no year is known that it may be held against
	case f.Unit == "%":
		c.growth(f, now, then)
	case f.Unit == "倍":
		c.timesMore(f, now, then)
	default:
		c.difference(f, now, then)
	}
}

// origin is where a level of the sentence of fact i came from: 由402家增加到812家，增长102%.
func (c *checker) origin(i int, now *fact) *fact {
	f := &c.facts[i]
	if f.passage < 0 || now.passage != f.passage || now.index == 0 {
		return nil
	}
	then := &c.facts[now.index-1]
	if then.passage != f.passage || !then.level || then.name != now.name || then.area != now.area || then.base != now.base || now.at > f.at {
		return nil
	}
	p := &c.passages[f.passage]
	lead := c.lead(then)
	if !policy.HoldsAny(lead, "从", "由") || !policy.HoldsAny(between(p.s, then.end, now.at), "到", "至", "为") || c.stopBetween(then, f) {
		return nil
	}
	return then
}

// close says whether two facts of one concept go by names so like that they are surely
// of the same: 农业产值 and 农林牧渔业总产值 are not.
func (c *checker) close(a, b *fact) bool {
	x, y := c.wordsOf(a), c.wordsOf(b)
	return x == y || similar(c.keys[x], c.keys[y]) >= 70
}

// changeOf says whether f may be a change of the level g: 12.43件 of 18.11件, 0.5个百分点
// of 2.36%, 24.3% of 119.9亿元.
func changeOf(f, g *fact) bool {
	switch f.Unit {
	case "%", "倍":
		return !g.share
	case "百分点":
		return g.Unit == "%"
	}
	return f.base == g.base
}

// otherChanges are words of changes that two levels do not give: of several years, at
// other prices, what one thing adds to another.
var otherChanges = newWordList(wordClasses.Of("otherchange")...)

// leadHas says whether one of words stands in the clause of f before its number.
func (c *checker) leadHas(f *fact, words *wordList) bool {
	if words.in(c.lead(f)) {
		return true
	}
	if list, _ := c.listOf(f); len(list) > 1 && list[0] != f {
		return words.in(c.lead(list[0]))
	}
	return false
}

// listOf is the facts that stand with f in one list (20%、15%和10%), in order, and which
// of them f is.
func (c *checker) listOf(f *fact) (list []*fact, at int) {
	if f.passage < 0 {
		return nil, 0
	}
	p := &c.passages[f.passage]
	lo, hi := int(f.index), int(f.index)+1
	for lo > p.lo && listGap(between(p.s, c.facts[lo-1].end, c.facts[lo].at)) {
		lo--
	}
	for hi < p.hi && listGap(between(p.s, c.facts[hi-1].end, c.facts[hi].at)) {
		hi++
	}
	return c.all[lo:hi], int(f.index) - lo
}

// listGap says whether what stands between two figures makes them items of one list.
func listGap(gap string) bool {
	if gap == "" || gap[len(gap)-1] > ' ' && !listGapEnds.Ends(gap) {
		return false // most
	}
	switch strings.Trim(gap, " \n"+boundWords) {
	case "、", "和", "及", "以及", "与":
		return true
	}
	return false
}

// boundWords stand behind a number and are no part of what joins it to the next: 20%以上、15%.
const boundWords = "以上左右下"

var listGapEnds = policy.WideSetOf(boundWords + "、和及与")

// lead is the words of the clause before a fact's number, what stands before an earlier
// figure left out; "" in a cell with one figure.
func (c *checker) lead(f *fact) string {
	if f.passage < 0 {
		return ""
	}
	s := c.passages[f.passage].s
	return between(s, clauseStart(s, f.prior, f.at), f.at)
}

// basePeriod is the period that a change or multiple is against. A change of a year or
// of some months of it is one against the same time of the year before, if no other is
// named.
func (c *checker) basePeriod(f *fact) (string, bool) {
	switch f.Base {
	case "yoy":
		return yearsBefore(f.Period, 1)
	case "":
		if f.Unit != "%" && f.Unit != "百分点" {
			return "", false
		}
		return yearsBefore(f.Period, 1)
	}
	return f.Base, len(f.Base) == 4 && policy.AllDigits(f.Base)
}

// yearsBefore is a period within one year n years earlier: 2020-01/2020-06 is
// 2019-01/2019-06. It knows no other.
func yearsBefore(period string, n int64) (string, bool) {
	from, to, isRange := strings.Cut(period, "/")
	if len(from) < 4 || !policy.AllDigits(from[:4]) || isRange && (len(to) < 4 || to[:4] != from[:4] || len(to) == 4) {
		return "", false
	}
	y, ok := normalize.ParseDecimal(from[:4])
	if !ok {
		return "", false
	}
	year := y.Sub(normalize.Int(n)).String()
	if isRange {
		return year + from[4:] + "/" + year + to[4:], true
	}
	return year + from[4:], true
}

// difference checks 比2015年提高了12.43件: now − then.
func (c *checker) difference(f, now, then *fact) {
	k := policy.Check{Kind: policy.DifferenceCheck, Claim: c.claim(f), Stated: c.stated(f)}
	if then == nil {
		sign, base := minus, now.value.Sub(f.value)
		if f.value.Sign() < 0 {
			sign = plus
		}
		k.Result, k.Reason = policy.Unchecked, reason(k.Kind, "base")
		k.Computed = against(now, sign, f.size()) + is + sized(base, common(now, f), max(now.Decimals, f.Decimals))
		k.Figures = ids(f, now)
		c.add(k)
		return
	}
	holds := now.band().sub(then.band()).meets(f.band())
	k.Result, k.Reason = result(holds), reason(k.Kind, string(result(holds)))
	by := now.value.Sub(then.value)
	k.Computed = against(now, minus, then) + is + sized(by, common(now, then), max(now.Decimals, then.Decimals)) + f.nearly(by, holds)
	k.Figures = ids(f, now, then)
	c.add(k)
}
