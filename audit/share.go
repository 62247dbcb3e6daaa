package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// shares checks what a text says makes up of something against part and whole, and
// shares that make up the whole against 100%.
func shares(c *checker) {
	for i := range c.facts {
		f := &c.facts[i]
		if f.share && f.level && !f.ranged && !c.completion(i) {
			c.share(i)
		}
	}
	for k := range c.passages {
		c.ratios(&c.passages[k])
	}
}

// shareEnds are what the name of a share may end in.
var shareEnds = wordClasses.Of("sharetail")

// partAndWhole takes apart X占Y比重.
func partAndWhole(indicator string) (part, whole string, ok bool) {
	part, whole, ok = strings.Cut(indicator, "占")
	if !ok || part == "" {
		return "", "", false
	}
	whole, _, _ = strings.Cut(whole, "（")
	for _, w := range shareEnds {
		if rest, cut := strings.CutSuffix(whole, w); cut {
			whole = rest
			break
		}
	}
	return part, strings.TrimSuffix(whole, "的"), true
}

// unsaidWhole is the part of a share behind a bare 占 (教育支出7.86亿元，占22.5%) and what a
// share before it in the sentence was said to be of, or else what the name of the share says.
func (c *checker) unsaidWhole(i int) (part, whole string, ok bool) {
	f := &c.facts[i]
	if part, ok = strings.CutSuffix(f.Indicator, "比重"); !ok || c.lead(f) != "占" {
		return "", "", false
	}
	part, whole, _ = strings.Cut(part, "占")
	p := &c.passages[f.passage]
	for j := i - 1; j >= max(p.lo, i-maxParts) && !c.stops(j+1); j-- {
		if g := &c.facts[j]; g.share && g.Measure == policy.Level {
			if _, whole, said := partAndWhole(g.Indicator); said {
				return part, whole, true
			}
		}
	}
	return part, whole, true
}

// share checks one share, if its part is known.
func (c *checker) share(i int) {
	f := &c.facts[i]
	name, of, ok := c.unsaidWhole(i)
	if !ok {
		name, of, ok = partAndWhole(f.Indicator)
	}
	if !ok {
		c.termOfArt(f)
		return
	}
	part, near := c.partBefore(i, name)
	if part == nil {
		part = c.levelNamed(name, f, nil)
	}
	if f.value.Sign() <= 0 || part == nil || part.value.Sign() <= 0 {
		return
	}
	whole := c.levelNamed(of, f, part)
	if near && whole == nil && (of == "" || strings.HasPrefix(of, "总") || strings.HasPrefix(of, "全部")) {
		whole = c.wholeOf(part)
	}
	switch {
	case whole == nil && near:
		c.impliedWhole(f, part)
		return
	case whole == nil || whole == part || whole.value.Sign() <= 0:
		return
	}
	k, holds := c.quotient100(f, part, whole)
	if !holds && (!near || !c.called(name, part) || !c.called(of, whole) && whole != c.wholeOf(part)) {
		return
	}
	c.add(k)
}

// quotient100 is the check of a share against part and whole, and whether it holds.
func (c *checker) quotient100(f, part, whole *fact) (policy.Check, bool) {
	shift := 2
	if f.Unit == "‰" {
		shift = 3
	} else if f.Unit == "成" {
		shift = 1
	}
	holds := whole.band().mul(f.band().shift(-shift)).meets(part.band())
	k := policy.Check{Kind: policy.ShareCheck, Result: result(holds), Claim: c.claim(f), Stated: c.stated(f), Figures: ids(f, part, whole)}
	k.Reason = reason(k.Kind, string(k.Result))
	q := f.divide(part.value.Shift(shift), whole.value, holds)
	k.Computed = against(part, over, whole) + is + q.String() + f.Unit + f.nearly(q, holds)
	return k, holds
}

// terms are rates whose names are terms of statistics, with what they are a share of.
var terms = []struct{ name, part, whole string }{
	{"城镇化率", "城镇常住人口", "常住人口"},
	{"城镇化率", "城镇人口", "常住人口"},
	{"营业收入利润率", "利润总额", "营业收入"},
}

// termOfArt checks 城镇化率52.65% against the townspeople and all the people of its own
// paragraph.
func (c *checker) termOfArt(f *fact) {
	if f.passage < 0 || !strings.Contains(f.Indicator, "率") {
		return
	}
	for _, t := range terms {
		if !strings.HasSuffix(f.Indicator, t.name) {
			continue
		}
		part, whole := c.inPassage(f, t.part), c.inPassage(f, t.whole)
		if part == nil || whole == nil || part == whole || whole.value.Sign() <= 0 || part.base != whole.base {
			continue
		}
		k, _ := c.quotient100(f, part, whole)
		c.add(k)
		return
	}
}

// inPassage is the nearest level before f in its passage whose name ends in a name, but
// is not that of its townspeople.
func (c *checker) inPassage(f *fact, name string) *fact {
	p := &c.passages[f.passage]
	for j := int(f.index) - 1; j >= max(p.lo, int(f.index)-maxLook); j-- {
		g := &c.facts[j]
		town := strings.Contains(g.Indicator, "城镇") == strings.Contains(name, "城镇")
		if g.level && !g.share && !g.ranged && town && strings.HasSuffix(g.Indicator, name) && g.period == f.period && g.area == f.area {
			return g
		}
	}
	return nil
}

// partBefore is the level before fact i in its sentence that is named as the part:
// 2717家，占总数的59.6%.
func (c *checker) partBefore(i int, name string) (part *fact, near bool) {
	f := &c.facts[i]
	if f.passage < 0 {
		return nil, false
	}
	p := &c.passages[f.passage]
	for j := i - 1; j >= max(p.lo, i-maxLook) && !c.stops(j+1); j-- {
		g := &c.facts[j]
		if g.level && !g.share && !g.ranged && g.Indicator == name && g.area == f.area && g.period == f.period && g.goal == f.goal {
			return g, true
		}
	}
	return nil, false
}

// called says whether a level is surely the one of a name: it is called so, but for
// words that say nothing.
func (c *checker) called(name string, g *fact) bool {
	key, words := normalize.IndicatorKey(name, false), c.keys[c.wordsOf(g)]
	return key == words || similar(key, words) >= 75
}

// wholeOf is the total that a part was said to be of: 收入合计2946.25万元，其中财政拨款收入2940.05万元.
func (c *checker) wholeOf(part *fact) *fact {
	if part.passage < 0 {
		return nil
	}
	p := &c.passages[part.passage]
	listed := false
	for j := int(part.index) - 1; j >= max(p.lo, int(part.index)-maxParts); j-- {
		g := &c.facts[j]
		if stop := lastStop(between(p.s, g.end, c.facts[j+1].at)); stop > 0 && !strings.HasPrefix(p.s[g.end+stop:], "其中") {
			return nil
		}
		listed = listed || listWords.in(between(p.s, g.end, c.facts[j+1].at))
		if listed && !g.share && g.Measure == policy.Level {
			if g.base == part.base && !g.ranged && g.area == part.area {
				return g
			}
			return nil
		}
	}
	return nil
}

// listWords stand between a total and its parts.
var listWords = newWordList("其中", "用于以下", "包括", "构成如下")

// levelNamed is the level with a name in the area and period of f; like part where one
// is given.
func (c *checker) levelNamed(name string, f, part *fact) *fact {
	if name == "" || strings.HasPrefix(name, "全") && len(name) == 2*len("全") {
		return nil
	}
	for _, id := range c.namesOf(strings.TrimPrefix(name, "全部")) {
		n := 0
		for g := c.first(&fact{name: id, area: f.area, period: f.period}); g != nil && n < maxGroup; g = c.following(g) {
			n++
			if g.level && !g.share && !g.ranged && g.goal == f.goal && (part == nil || g.base == part.base && g != part) {
				return g
			}
		}
	}
	return nil
}

// namesOf is the numbers that the levels with a name may have: of its concept in the
// units that occur, and of its words.
func (c *checker) namesOf(name string) []int32 {
	if list, ok := c.named[name]; ok {
		return list
	}
	var list []int32
	indicator := normalize.NewConceptName(make([]byte, 0, 128), name)
	for _, unit := range [...]string{"元", "人", "家", "亩", "平方公里", "吨", "个"} {
		if con := indicator.Of("", unit, policy.Level); con != nil {
			if id, ok := c.find(con.ID); ok {
				list = append(list, id)
			}
			break
		}
	}
	if id, ok := c.find(normalize.IndicatorKey(name, false)); ok && id != 0 {
		list = append(list, id)
	}
	c.named[name] = list
	return list
}

// impliedWhole says what whole a share implies that the text does not give.
func (c *checker) impliedWhole(f, part *fact) {
	if f.Unit != "%" || f.loose() || part.loose() {
		return
	}
	whole := normalize.Div(part.value.Shift(2), f.value, part.Decimals)
	c.add(policy.Check{
		Kind: policy.ShareCheck, Result: policy.Unchecked, Claim: c.claim(f), Stated: c.stated(f), Figures: ids(f, part),
		Computed: part.number(part.exp) + over + f.number(0) + "%" + about + sized(whole, part.exp, part.Decimals),
		Reason:   reason(policy.ShareCheck, "base"),
	})
}

// ratios checks shares with colons between: 三次产业结构为13.6:44.1:42.3.
func (c *checker) ratios(p *passage) {
	for i := p.lo; i < p.hi; {
		j := i + 1
		for j < p.hi && colon(between(p.s, c.facts[j-1].end, c.facts[j].at)) {
			j++
		}
		if j-i >= 3 {
			parts := make([]*fact, 0, j-i)
			for k := i; k < j; k++ {
				parts = append(parts, &c.facts[k])
			}
			c.wholeHundred(parts)
		}
		i = j
	}
}

func colon(gap string) bool { return gap == ":" || gap == "：" || gap == "∶" }

// wholeHundred checks shares that together are a whole. What is far from 100 is
// another kind of ratio (1:2:7).
func (c *checker) wholeHundred(parts []*fact) {
	sum, total, digits := point(normalize.Int(0)), normalize.Int(0), 0
	for _, f := range parts {
		if f.loose() || f.Unit != "%" && f.Unit != "" {
			return
		}
		sum, total, digits = sum.add(f.band()), total.Add(f.value), max(digits, f.Decimals)
	}
	if total.Cmp(normalize.Int(90)) < 0 || total.Cmp(normalize.Int(110)) > 0 {
		return
	}
	holds := sum.meets(point(normalize.Int(100)))
	k := policy.Check{Kind: policy.ShareCheck, Result: result(holds), Claim: c.claims(parts[0], parts[len(parts)-1], parts[0])}
	k.Stated, k.Computed, k.Figures = c.stated(parts[0]), addition(parts[0], parts)+"%", ids(parts...)
	k.Reason = reason(k.Kind, "whole")
	if !holds {
		k.Reason = reason(k.Kind, "not_whole")
	}
	c.add(k)
}
