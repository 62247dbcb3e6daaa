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
		if f.name == 0 || f.Status == policy.Rule || f.ValueHigh != "" {
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
	if !ok || c.leadHas(f, otherChanges) {
		return
	}
	now := c.now(i, func(g *fact) bool { return changeOf(f, g) })
	if now == nil {
		return
	}
	then := c.then(now, against)
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
	if then.passage != f.passage || !then.isLevel() || then.name != now.name || then.area != now.area || then.base != now.base || now.at > f.at {
		return nil
	}
	p := &c.passages[f.passage]
	lead := c.lead(then)
	if !containsAny(lead, []string{"从", "由"}) || !containsAny(between(p.s, then.end, now.at), []string{"到", "至", "为"}) || stopBetween(then, f) {
		return nil
	}
	return then
}

// close says whether two facts of one concept go by names so like that they are surely
// of the same: 农业产值 and 农林牧渔业总产值 are not.
func (c *checker) close(a, b *fact) bool {
	return a.words == b.words || similar(c.keys[a.words], c.keys[b.words]) >= 70
}

// changeOf says whether f may be a change of the level g: 12.43件 of 18.11件, 0.5个百分点
// of 2.36%, 24.3% of 119.9亿元.
func changeOf(f, g *fact) bool {
	switch f.Unit {
	case "%", "倍":
		return !g.isShare()
	case "百分点":
		return g.Unit == "%"
	}
	return f.base == g.base
}

// otherChanges are words of changes that two levels do not give: of several years, at
// other prices, what one thing adds to another.
var otherChanges = newWordList("年均", "均增", "月均", "日均", "复合", "累计", "拉动", "贡献", "可比", "不变价", "同口径", "扣除", "实际增", "实际下", "剔除", "环比", "两年", "三年", "年初")

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
	switch strings.Trim(gap, " \n以上左右下") {
	case "、", "和", "及", "以及", "与":
		return true
	}
	return false
}

// lead is the words of the clause before a fact's number, what stands before an earlier
// figure left out; "" in a cell with one figure.
func (c *checker) lead(f *fact) string {
	if f.passage < 0 {
		return ""
	}
	return between(c.passages[f.passage].s, f.clause, f.at)
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
	return f.Base, len(f.Base) == 4 && isDigits(f.Base)
}

// yearsBefore is a period within one year n years earlier: 2020-01/2020-06 is
// 2019-01/2019-06. It knows no other.
func yearsBefore(period string, n int64) (string, bool) {
	from, to, isRange := strings.Cut(period, "/")
	if len(from) < 4 || !isDigits(from[:4]) || isRange && (len(to) < 4 || to[:4] != from[:4] || len(to) == 4) {
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

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// maxLook is how many figures around a change its level is looked for.
const maxLook = 6

// now is the level that fact i is a change of: the nearest one before it in its sentence
// that is about the same, the next one after it, else one from elsewhere.
func (c *checker) now(i int, fits func(g *fact) bool) *fact {
	f := &c.facts[i]
	like := func(g *fact) bool {
		return g.name == f.name && g.area == f.area && g.period == f.period && g.isLevel() && g.ValueHigh == "" &&
			g.aims() == f.aims() && fits(g)
	}
	if f.passage >= 0 {
		if g, listed := c.respective(i, fits); listed {
			return g
		}
		for _, g := range c.around(i) {
			if like(g) {
				return g
			}
		}
	}
	var found *fact
	g := c.first(f)
	for n := 0; g != nil && n < maxGroup; n++ {
		if like(g) && (found == nil || better(g, found, f)) {
			found = g
		}
		g = c.following(g)
	}
	return found
}

// respective is the level that one of a list stands for behind 分别: of 发放5063万元，使用927万元，
// 分别是去年同期的270%、160% the first for the first. It is told apart from its neighbour by its
// place alone where both have one name.
func (c *checker) respective(i int, fits func(g *fact) bool) (now *fact, listed bool) {
	f := &c.facts[i]
	list, at := c.listOf(f)
	if len(list) < 2 || list[0].name != list[1].name || !strings.Contains(c.lead(list[0]), "分别") {
		return nil, false
	}
	p := &c.passages[f.passage]
	n := len(list)
	for j := int(list[0].index) - 1; j >= p.lo && n > 0 && !stopBetween(&c.facts[j], f); j-- {
		g := &c.facts[j]
		if !g.isLevel() || !fits(g) || g.ValueHigh != "" {
			continue
		}
		if n--; n == at {
			return g, true
		}
	}
	return nil, true
}

// maxGroup is how many figures about the same are looked at: a table may have a
// thousand rows whose names are one.
const maxGroup = 32

// first is the first level that is about the same as f, following the next one.
func (c *checker) first(f *fact) *fact {
	if group := c.groups.find(key{f.name, f.area, f.period}); group >= 0 {
		return &c.facts[c.levels[group]]
	}
	return nil
}

// following is the next level of the group of f.
func (c *checker) following(f *fact) *fact {
	if i := c.next[f.index]; i >= 0 {
		return &c.facts[i]
	}
	return nil
}

// around is the facts of the sentence of fact i, those before it first, the nearest
// first.
func (c *checker) around(i int) []*fact {
	f := &c.facts[i]
	p := &c.passages[f.passage]
	var list []*fact
	for j := i - 1; j >= max(p.lo, i-maxLook) && !stopBetween(&c.facts[j], f); j-- {
		list = append(list, &c.facts[j])
	}
	for j := i + 1; j < min(p.hi, i+maxLook) && !stopBetween(f, &c.facts[j]); j++ {
		list = append(list, &c.facts[j])
	}
	return list
}

// then is the level that now is held against: the same thing in an earlier period. What
// was reached is not held against a goal.
func (c *checker) then(now *fact, period string) *fact {
	then := c.level(now.name, now.area, period, now)
	if then == nil || then.aims() && !now.aims() || then.value.Cmp(now.value) == 0 {
		return nil // the same number is more likely the same fact, its period misread
	}
	return then
}

// percent is where the factor 1 + p% may lie for a change of p%.
func (f *fact) percent() band { return point(normalize.Int(1)).add(f.band().shift(-2)) }

// growth checks 同比增长110.71%: now ÷ then − 1.
func (c *checker) growth(f, now, then *fact) {
	k := policy.Check{Kind: policy.GrowthCheck, Claim: c.claim(f), Stated: c.stated(f)}
	if f.percent().lo.Sign() <= 0 {
		return
	}
	if then == nil {
		base := normalize.Div(now.value, f.factor(), now.Decimals)
		k.Result, k.Reason = policy.Unchecked, reason(k.Kind, "base")
		k.Computed = now.number(now.exp) + over + "(1" + signed(f) + "%)" + about + sized(base, now.exp, now.Decimals)
		k.Figures = ids(f, now)
		c.add(k)
		return
	}
	if then.value.Sign() <= 0 {
		return
	}
	holds := then.band().mul(f.percent()).meets(now.band())
	k.Result, k.Reason = result(holds), reason(k.Kind, string(result(holds)))
	rate := f.divide(now.value.Sub(then.value).Shift(2), then.value, holds)
	k.Computed = against(now, over, then) + minus + "1" + is + sized(rate, 0, rate.Digits()) + "%" + f.nearly(rate, holds)
	if !holds {
		c.prices(&k, f, now, then)
	}
	k.Figures = ids(f, now, then)
	c.add(k)
}

// twin is the other way in which the sentence tells the change that fact i is: the amount
// of a rate, the rate of an amount (增收5880万元，增长6.1%).
func (c *checker) twin(i int, now *fact) *fact {
	f := &c.facts[i]
	if f.passage < 0 || now.isShare() {
		return nil
	}
	p := &c.passages[f.passage]
	for _, j := range [...]int{i - 1, i + 1} {
		if j < p.lo || j >= p.hi {
			continue
		}
		g := &c.facts[j]
		amount, rate := f, g
		if f.Unit == "%" {
			amount, rate = g, f
		}
		fits := g.Measure == policy.Change && rate.Unit == "%" && amount.base == now.base && f.words == g.words &&
			f.period == g.period && f.area == g.area && f.ValueHigh == "" && g.ValueHigh == "" && (f.Base == g.Base || g.Base == "" || f.Base == "")
		if fits && !stopBetween(f, g) && !c.leadHas(g, otherChanges) {
			return g
		}
	}
	return nil
}

// growthBy checks a rate against the amount of the same change: 5880 ÷ (102500 − 5880).
func (c *checker) growthBy(f, now, by *fact) {
	base := now.value.Sub(by.value)
	if base.Sign() <= 0 || f.loose() || by.loose() {
		return
	}
	from := now.band().sub(by.band())
	holds := from.mul(f.percent()).meets(now.band())
	rate := f.divide(by.value.Shift(2), base, holds)
	k := policy.Check{Kind: policy.GrowthCheck, Result: result(holds), Claim: c.claim(f), Stated: c.stated(f), Figures: ids(f, by, now)}
	k.Reason = reason(k.Kind, "amount."+string(k.Result))
	sign := minus
	if by.value.Sign() < 0 {
		sign = plus
	}
	exp := common(by, now)
	k.Computed = sized(by.value, exp, by.Decimals) + over + "(" + now.number(exp) + sign + by.size().number(exp) + ")" + is +
		sized(rate, 0, rate.Digits()) + "%" + f.nearly(rate, holds)
	c.add(k)
}

// factor is 1 + p% for a change of p%.
func (f *fact) factor() normalize.Decimal { return normalize.Int(1).Add(f.value.Shift(-2)) }

// signed writes a percentage behind 1: + 24.3, − 1.8.
func signed(f *fact) string {
	if f.value.Sign() < 0 {
		return minus + sized(f.value.Neg(), 0, f.Decimals)
	}
	return plus + f.number(0)
}

// priced are words in the names of what grows at constant prices in statistics, so that
// the levels, at current prices, need not give the growth; surveyed those whose growth
// is of the same firms or projects, so that the levels need not give it either.
var (
	priced   = newWordList("生产总值", "GDP", "增加值", "总产值", "劳动生产率")
	surveyed = newWordList("投资", "零售", "规模以上", "规上", "限额以上", "限上", "利润", "营业收入", "规模工业")
)

// maxPriceChange is how far prices may carry growth and levels apart within a year, as
// a share: the deflator of the whole economy has kept within it for long.
const maxPriceChange = 5

// prices leaves a growth unchecked that may well be one at other prices or of other firms.
func (c *checker) prices(k *policy.Check, f, now, then *fact) {
	if surveyed.in(now.Indicator) {
		k.Result, k.Reason = policy.Unchecked, reason(k.Kind, "coverage")
		return
	}
	if !priced.in(now.Indicator) {
		return
	}
	k.Reason = reason(k.Kind, "prices")
	wide := band{lo: normalize.Int(100 - maxPriceChange).Shift(-2), hi: normalize.Int(100 + maxPriceChange).Shift(-2)}
	if then.band().mul(f.percent()).mul(wide).meets(now.band()) {
		k.Result = policy.Unchecked
	}
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
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
