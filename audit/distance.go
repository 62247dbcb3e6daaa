package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// distances checks comparisons with an average or another place: 1.85%，低于全省平均0.83个百分点
// against 浙江省2.68%.
func distances(c *checker) {
	for i := range c.facts {
		f := &c.facts[i]
		if !f.level && f.Measure == policy.Change && f.passage >= 0 && f.Base != "" && !f.ranged && f.Status != policy.Rule && !f.loose() {
			c.distance(i)
		}
	}
}

// widerPlaces are the words of a base, and what level the place has.
var widerPlaces = []struct {
	word  string
	level normalize.PlaceLevel
}{
	{"全国", normalize.Country}, {"全省", normalize.Province}, {"全区", normalize.County}, {"全市", normalize.City}, {"全县", normalize.County},
}

// distance checks one comparison.
func (c *checker) distance(i int) {
	f := &c.facts[i]
	level := widerPlace(f.Base)
	lead := c.lead(f)
	if level == normalize.NoLevel || lead == "" || strings.Contains(lead, "分别") || !f.pure() {
		return
	}
	own := c.compared(i)
	if own == nil {
		return
	}
	k := policy.Check{Kind: policy.DistanceCheck, Claim: c.claim(f), Stated: c.stated(f)}
	if other := c.elsewhere(own, level); other != nil {
		c.measured(&k, f, own, other)
	} else {
		c.implied(&k, f, own)
	}
	c.add(k)
}

// widerPlace is the level of the place that a base names: 全国平均.
func widerPlace(base string) normalize.PlaceLevel {
	level := normalize.NoLevel
	for _, w := range widerPlaces {
		if strings.HasPrefix(base, w.word) {
			level = w.level
		}
	}
	return level
}

// implied says in k what f and the level here imply of the level elsewhere.
func (c *checker) implied(k *policy.Check, f, own *fact) {
	sign, value := minus, own.value.Sub(f.value)
	if f.value.Sign() < 0 {
		sign = plus
	}
	k.Result, k.Reason, k.Figures = policy.Unchecked, reason(k.Kind, "base"), ids(f, own)
	k.Computed = against(own, sign, f.size()) + is + sized(value, common(own, f), max(own.Decimals, f.Decimals))
}

// measured holds f, in k, against the levels here and elsewhere.
func (c *checker) measured(k *policy.Check, f, own, other *fact) {
	holds := own.band().sub(other.band()).meets(f.band())
	k.Result, k.Figures = result(holds), ids(f, own, other)
	k.Reason = reason(k.Kind, string(k.Result))
	low, high := own, other
	if f.value.Sign() > 0 {
		low, high = other, own
	}
	by := high.value.Sub(low.value)
	k.Computed = against(high, minus, low) + is + sized(by, common(high, low), max(own.Decimals, other.Decimals)) + f.size().nearly(by, holds)
}

// pure says whether the base is one place and no more: not 全省平均增速和预期.
func (f *fact) pure() bool {
	rest := strings.TrimLeft(f.Base, "全国省市县区")
	return rest == "" || rest == "平均" || rest == "平均水平" || rest == "水平" || rest == "平均值"
}

// compared is what fact i compares: the nearest percentage or amount before it in its
// sentence with its name.
func (c *checker) compared(i int) *fact {
	f := &c.facts[i]
	p := &c.passages[f.passage]
	for j := i - 1; j >= max(p.lo, i-maxLook) && !c.stops(j+1); j-- {
		g := &c.facts[j]
		if c.wordsOf(g) != c.wordsOf(f) && (g.name != f.name || g.name == 0) || g.Measure == policy.Rank || g.ranged || g.area != f.area {
			continue
		}
		if g.Base != "" && g.Base != "yoy" || !compares(f, g) {
			continue
		}
		return g
	}
	return nil
}

// compares says whether f may be the distance of g from another: percentage points of
// percentages, else the same unit.
func compares(f, g *fact) bool {
	if f.Unit == "百分点" || f.Unit == "" && g.Unit == "%" {
		return g.Unit == "%"
	}
	return f.base == g.base && f.Unit != "%" && g.level
}

// elsewhere is the same indicator in the same period at a place of a level; nil where
// there is none, or more than one.
func (c *checker) elsewhere(own *fact, level normalize.PlaceLevel) *fact {
	var found *fact
	for _, area := range c.places(level) {
		if area == own.area {
			continue
		}
		var g *fact
		if own.level {
			g = c.level(own.name, area, own.Period, own)
		} else {
			g = c.rateNear(own, area)
		}
		if g != nil && (found != nil || !c.close(own, g)) {
			return nil
		}
		if g != nil {
			found = g
		}
	}
	return found
}

// rateNear is the change of the same thing at another place, in the passage of own.
func (c *checker) rateNear(own *fact, area int32) *fact {
	p := &c.passages[own.passage]
	for j := max(p.lo, int(own.index)-maxLook); j < min(p.hi, int(own.index)+maxLook); j++ {
		if g := &c.facts[j]; g.area == area && c.wordsOf(g) == c.wordsOf(own) && g.Measure == own.Measure && g.Unit == own.Unit && g.period == own.period {
			return g
		}
	}
	return nil
}

// places lists the areas of the document's figures that have a level.
func (c *checker) places(level normalize.PlaceLevel) []int32 {
	if c.placed == nil {
		c.placed = map[normalize.PlaceLevel][]int32{}
		seen := make([]bool, len(c.keys))
		for i := range c.facts {
			if f := &c.facts[i]; f.area != 0 && !seen[f.area] {
				seen[f.area] = true
				l := normalize.LevelOf(f.Area)
				if f.Area == "全国" || f.Area == "中国" {
					l = normalize.Country
				}
				c.placed[l] = append(c.placed[l], f.area)
			}
		}
	}
	return c.placed[level]
}
