package audit

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// multiple checks 翻两番, 是2015年的2.1倍 and 是去年同期的270%.
func (c *checker) multiple(i int) {
	f := &c.facts[i]
	if f.Unit == "番" {
		c.doublings(i)
		return
	}
	against, ok := c.basePeriod(f)
	if !ok || f.Base == "" {
		return
	}
	if now := c.now(i, func(g *fact) bool { return !g.share }); now != nil {
		if then := c.then(now, against); then == nil && f.passage >= 0 && !now.loose() || then != nil && c.close(now, then) {
			c.timesOf(f, now, then)
		}
	}
}

// factorBand is what f multiplies by, and by how many digits it is shifted: 270% is 2.7.
func (f *fact) factorBand() (b band, digits int) {
	if f.share {
		return f.band().shift(-2), 2
	}
	return f.band(), 0
}

// timesOf checks 是2015年的2.1倍: now ÷ then.
func (c *checker) timesOf(f, now, then *fact) {
	factor, shift := f.factorBand()
	k := policy.Check{Kind: policy.MultipleCheck, Claim: c.claim(f), Stated: c.stated(f)}
	if f.value.Sign() <= 0 {
		return
	}
	unit := f.Unit
	if unit == "倍" {
		unit = ""
	}
	if then == nil {
		base := normalize.Div(now.value, f.value.Shift(-shift), now.Decimals)
		k.Result, k.Reason, k.Figures = policy.Unchecked, reason(k.Kind, "base"), ids(f, now)
		k.Computed = now.number(now.exp) + over + f.number(0) + unit + about + sized(base, now.exp, now.Decimals)
		c.add(k)
		return
	}
	if then.value.Sign() <= 0 {
		return
	}
	holds := then.band().mul(factor).meets(now.band())
	c.quotient(&k, f, now, then, holds, f.divide(now.value.Shift(shift), then.value, holds), unit)
}

// timesMore checks 增长2.5倍: now ÷ then − 1.
func (c *checker) timesMore(f, now, then *fact) {
	if then == nil || then.value.Sign() <= 0 || f.value.Sign() <= 0 {
		return
	}
	k := policy.Check{Kind: policy.MultipleCheck, Claim: c.claim(f), Stated: c.stated(f)}
	factor := point(normalize.Int(1)).add(f.band())
	holds := then.band().mul(factor).meets(now.band())
	k.Result, k.Reason, k.Figures = result(holds), reason(k.Kind, string(result(holds))), ids(f, now, then)
	q := f.divide(now.value.Sub(then.value), then.value, holds)
	k.Computed = against(now, over, then) + minus + "1" + is + q.String() + f.nearly(q, holds)
	c.add(k)
}

// quotient adds a check of now ÷ then.
func (c *checker) quotient(k *policy.Check, f, now, then *fact, holds bool, q normalize.Decimal, unit string) {
	k.Result, k.Reason, k.Figures = result(holds), reason(k.Kind, string(result(holds))), ids(f, now, then)
	k.Computed = against(now, over, then) + is + q.String() + unit + f.nearly(q, holds)
	c.add(*k)
}

// divide is num ÷ den with as many digits after the point as f was stated with; one
// more where it differs from f and would look the same.
func (f *fact) divide(num, den normalize.Decimal, holds bool) normalize.Decimal {
	digits := max(f.Decimals, 0)
	q := normalize.Div(num, den, digits)
	if !holds && q.Cmp(f.value) == 0 {
		return normalize.Div(num, den, digits+1)
	}
	return q
}

// maxDoublings bounds 翻N番: beyond it is no statistic.
const maxDoublings = 10

// doublings checks 翻两番: of the pair of levels that its sentence or its base names; of
// every pair of the sentence behind 均.
func (c *checker) doublings(i int) {
	f := &c.facts[i]
	n := 0
	for n < maxDoublings && normalize.Int(int64(n)).Cmp(f.value) < 0 {
		n++
	}
	if n == 0 || normalize.Int(int64(n)).Cmp(f.value) != 0 || f.passage < 0 {
		return
	}
	if against, ok := c.basePeriod(f); ok && f.Base != "" {
		if now := c.now(i, func(g *fact) bool { return !g.share }); now != nil {
			if then := c.then(now, against); then != nil {
				c.doubled(f, now, then, n)
			}
			return
		}
		c.aimedDouble(f, against, n)
		return
	}
	each := policy.HoldsAny(c.lead(f), "均", "都", "分别", "双双", "各")
	c.pairs(i, each, func(then, now *fact) { c.doubled(f, now, then, n) })
}

// aimedDouble checks 到2035年高新技术企业总量比2025年翻一番 against the goals of both years.
func (c *checker) aimedDouble(f *fact, against string, n int) {
	for g := c.first(f); g != nil; g = c.following(g) {
		if g.goal == f.goal && !g.share {
			if then := c.level(f.name, f.area, against, g); then != nil {
				c.doubled(f, g, then, n)
			}
			return
		}
	}
}

// pairs gives the levels 从2015年的346家增加到1370家 that stand before fact i in its
// sentence: two of one name, area and unit, the earlier first. Without each only those
// of the name of fact i.
func (c *checker) pairs(i int, each bool, do func(then, now *fact)) {
	f := &c.facts[i]
	list := slices.Collect(c.around(i))
	for j := 0; j+1 < len(list); j++ {
		now, then := list[j], list[j+1]
		if now.at > f.at || then.at > f.at {
			break
		}
		same := now.level && then.level && now.name == then.name && now.area == then.area && now.base == then.base
		if same && then.Period < now.Period && (each || now.name == f.name) {
			do(then, now)
			j++
		}
	}
}

// doubled checks that now is 2 to the n times then, and not twice as much again.
func (c *checker) doubled(f, now, then *fact, n int) {
	if then.value.Sign() <= 0 {
		return
	}
	factor := normalize.Int(1 << n)
	need, twice := then.band().mul(point(factor)), then.band().mul(point(normalize.Int(2<<n)))
	short := now.band().below(need)
	if f.Comparator == policy.Nearly {
		short = now.band().below(then.band().mul(point(normalize.Int(1 << n >> 1))))
	}
	holds := !short && !twice.below(now.band())
	sign := " ≥ "
	if normalize.Div(now.value, then.value, 18).Cmp(factor) < 0 {
		sign = " < "
	}
	k := policy.Check{Kind: policy.MultipleCheck, Claim: c.claims(then, f, f), Stated: c.stated(f)}
	k.Result, k.Reason, k.Figures = result(holds), reason(k.Kind, string(result(holds))), ids(f, now, then)
	q := normalize.Div(now.value, then.value, 2).String()
	if strings.HasSuffix(q, ".00") && sign == " < " {
		q = normalize.Div(now.value, then.value, 4).String()
	}
	k.Computed = against(now, over, then) + is + q + sign + factor.String()
	c.add(k)
}
