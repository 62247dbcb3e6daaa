package audit

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

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
	if f.passage < 0 || now.share {
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
		fits := g.Measure == policy.Change && rate.Unit == "%" && amount.base == now.base && c.wordsOf(f) == c.wordsOf(g) &&
			f.period == g.period && f.area == g.area && !f.ranged && !g.ranged && (f.Base == g.Base || g.Base == "" || f.Base == "")
		if fits && !c.stopBetween(f, g) && !c.leadHas(g, otherChanges) {
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
