package audit

import (
	"strings"

	"shuzheng/policy"
)

// balances checks what is left of two amounts of a sentence: 出口2106.3亿元，进口1100.5亿元，顺差1005.8亿元;
// 收入9.86亿元，支出8.92亿元，当年结余0.94亿元; and the ratio of what townspeople and villagers earn.
func balances(c *checker) {
	for i := range c.facts {
		f := &c.facts[i]
		if !f.level || f.ranged || f.passage < 0 || f.value.Sign() <= 0 {
			continue
		}
		if !leftWords.in(f.Indicator) {
			continue
		}
		for _, b := range balanceKinds {
			if lead := c.lead(f); strings.Contains(f.Indicator, b.name) && !carried.in(f.Indicator) && !carried.in(lead) {
				c.balance(i, b.more, b.less, b.sure || ofYear.in(lead))
				break
			}
		}
		if f.Unit == "" && strings.Contains(f.Indicator, "城乡") && policy.HoldsAny(f.Indicator, "收入比", "收入之比") {
			c.townToVillage(f)
		}
	}
}

// leftWords are in the names of all that this file looks at.
var leftWords = newWordList("差", "结余", "城乡")

// balanceKinds are names of what is left: what it is left of, what is taken away, and
// whether nothing else ever goes into it.
var balanceKinds = []struct {
	name, more, less string
	sure             bool
}{
	{"顺差", "出口", "进口", true},
	{"逆差", "进口", "出口", true},
	{"结余", "收入", "支出", false},
}

// What earlier years left goes into a balance, unless it is said to be that of the year.
var (
	carried = newWordList("滚存", "累计", "年末", "期末", "结转")
	ofYear  = newWordList("当年", "本年", "本期", "年度")
)

// balance checks fact i against the two amounts before it.
func (c *checker) balance(i int, more, less string, sure bool) {
	f := &c.facts[i]
	p := &c.passages[f.passage]
	var high, low *fact
	for j := i - 1; j >= max(p.lo, i-maxLook); j-- {
		g := &c.facts[j]
		if !g.level || g.ranged || g.base != f.base || g.area != f.area || g.goal != f.goal {
			continue
		}
		if high == nil && strings.Contains(g.Indicator, more) && !strings.Contains(g.Indicator, less) {
			high = g
		} else if low == nil && strings.Contains(g.Indicator, less) && !strings.Contains(g.Indicator, more) {
			low = g
		}
		if strings.Contains(p.s[g.end:f.at], "\n") || high != nil && low != nil {
			break
		}
	}
	if high == nil || low == nil || low.loose() || high.loose() {
		return
	}
	holds := high.band().sub(low.band()).meets(f.band())
	if !holds && !sure {
		return
	}
	by := high.value.Sub(low.value)
	k := policy.Check{Kind: policy.DifferenceCheck, Result: result(holds), Claim: c.claim(f), Stated: c.stated(f), Figures: ids(f, high, low)}
	k.Reason = reason(k.Kind, "balance."+string(k.Result))
	k.Computed = against(high, minus, low) + is + sized(by, common(high, low), max(high.Decimals, low.Decimals)) + f.nearly(by, holds)
	c.add(k)
}

// townToVillage checks 城乡居民收入比1.84 against both incomes.
func (c *checker) townToVillage(f *fact) {
	town := c.levelNamed("城镇居民人均可支配收入", f, nil)
	village := c.levelNamed("农村居民人均可支配收入", f, nil)
	if town == nil || village == nil || village.value.Sign() <= 0 {
		return
	}
	holds := village.band().mul(f.band()).meets(town.band())
	q := f.divide(town.value, village.value, holds)
	k := policy.Check{Kind: policy.MultipleCheck, Result: result(holds), Claim: c.claim(f), Stated: c.stated(f), Figures: ids(f, town, village)}
	k.Reason = reason(k.Kind, "ratio."+string(k.Result))
	k.Computed = against(town, over, village) + is + q.String() + f.nearly(q, holds)
	c.add(k)
}
