package audit

import (
	"cmp"
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// progress holds targets against what is there and against later targets: 2020年2.0,
// 2025年2.80, 2035年3.5. That a target lies lower than what is there need be no fault
// (a floor, or less is better), unless the text says 提高到.
func progress(c *checker) {
	for _, g := range c.courses() {
		c.course(g)
	}
}

// A course is the levels of one indicator, area and unit in years, with a target.
type course []*fact

// courses gathers the levels of the indicators that have a target, by first mention.
func (c *checker) courses() (out []course) {
	aims := &c.own.groups
	aims.begin(len(c.facts))
	for i := range c.facts {
		if f := &c.facts[i]; f.goal && f.inCourse() {
			aims.number(key{f.name, f.area, f.unit})
		}
	}
	if len(aims.keys) == 0 {
		return nil
	}
	return c.coursesOf(aims)
}

// coursesOf gathers the levels of some names, areas and units.
func (c *checker) coursesOf(aims *groups) []course {
	of := make([]int32, len(c.facts)) // the course of each fact, -1 for none
	sizes := make([]int, len(aims.keys))
	total := 0
	for i := range c.facts {
		f := &c.facts[i]
		if of[i] = -1; f.inCourse() {
			of[i] = aims.find(key{f.name, f.area, f.unit})
		}
		if of[i] >= 0 {
			sizes[of[i]]++
			total++
		}
	}
	out, room := make([]course, len(sizes)), make([]*fact, total)
	for n, size := range sizes {
		out[n], room = room[:0:size], room[size:]
	}
	for i, n := range of {
		if n >= 0 {
			out[n] = append(out[n], &c.facts[i])
		}
	}
	return out
}

// inCourse says whether a fact is a level of a year that can be held against others.
func (f *fact) inCourse() bool {
	return f.level && f.name != 0 && !f.ranged && len(f.Period) == 4 && f.Period[0] <= '9'
}

// anew says whether a fact counts what is done anew every year (新增就业), which goes up
// and down.
func (f *fact) anew() bool {
	if k := normalize.ConceptByID(f.Concept); k != nil {
		return k.Flow
	}
	return policy.HoldsAny(f.Indicator, anewWords...)
}

var anewWords = wordClasses.Of("anew")

// course checks one indicator: the last year that is known, and the targets after it.
func (c *checker) course(g course) {
	if len(g) < 2 {
		return
	}
	steps := g.steps()
	if len(steps) < 2 || !steps[len(steps)-1].goal {
		return
	}
	r, why := g.trend(steps)
	if why == "" {
		return
	}
	at := steps[len(steps)-1]
	if f := c.belied(steps); f != nil {
		r, why, at = policy.Inconsistent, "verb", f
	}
	order, exp := []*fact{at}, at.exp
	for _, f := range steps {
		exp = min(exp, f.exp)
	}
	said := make([]byte, 0, 128)
	for i, f := range steps {
		if i > 0 {
			said = append(said, " → "...)
		}
		said = append(f.append(append(append(said, f.Period...), "年"...), exp), magnitudes[exp]...) // 亿 of 亿元
		if said = append(said, f.Unit...); f != at {
			order = append(order, f)
		}
	}
	c.add(policy.Check{Kind: policy.ProgressCheck, Result: r, Claim: c.claim(at), Stated: c.stated(at), Computed: string(said),
		Figures: ids(order...), Reason: reason(policy.ProgressCheck, why)})
}

// trend says whether the steps go where they ought to go; why is "" where they may go up and down.
func (g course) trend(steps []*fact) (r policy.CheckResult, why string) {
	ups, downs := 0, 0
	for i := 1; i < len(steps); i++ {
		d := steps[i].value.Cmp(steps[i-1].value)
		ups, downs = ups+b2i(d > 0), downs+b2i(d < 0)
	}
	switch {
	case downs == 0:
		return policy.Consistent, "rises"
	case steps[0].anew():
		return policy.Unchecked, ""
	case ups > 0:
		return policy.Unchecked, "turns"
	case g.less():
		return policy.Consistent, "falls"
	}
	return policy.Unchecked, "below"
}

// belied is the first step whose verb says the other way than its value: 提高到 before a lower one.
func (c *checker) belied(steps []*fact) *fact {
	for i, f := range steps[1:] {
		last := steps[i]
		if v := c.verb(f); v != 0 && v == -f.value.Cmp(last.value) && c.wordsOf(f) == c.wordsOf(last) && !c.narrowed(f) && !c.narrowed(last) && c.apart(f, last) {
			return f
		}
	}
	return nil
}

// steps are the last year known and the targets of later years, one a year, by time.
// Where a year has several the first plain one stands for it.
func (g course) steps() (out []*fact) {
	slices.SortStableFunc(g, func(a, b *fact) int {
		return cmp.Or(cmp.Compare(a.Period, b.Period), b2i(a.Comparator != policy.Equal)-b2i(b.Comparator != policy.Equal))
	})
	known := ""
	for _, f := range g {
		if !f.goal {
			known = max(known, f.Period)
		}
	}
	for _, f := range g {
		switch {
		case f.Period < known || f.Period == known && f.goal:
		case len(out) > 0 && out[len(out)-1].Period == f.Period:
		default:
			out = append(out, f)
		}
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// less says whether less is better: 单位GDP能耗, 失业率, 不超过5.5%.
func (g course) less() bool { return slices.ContainsFunc(g, (*fact).wantsLess) }

// wantsLess says whether less of what a fact is about is better.
func (f *fact) wantsLess() bool {
	return f.Comparator == policy.AtMost || f.Comparator == policy.LessThan || policy.HoldsAny(f.Indicator, lessWords...)
}

// lessWords are in the names of indicators that ought to fall.
var lessWords = wordClasses.Of("less")

// upVerbs and downVerbs say which way a level is to go.
var (
	upVerbs   = newWordList(wordClasses.Of("upto")...)
	downVerbs = newWordList(wordClasses.Of("downto")...)
)

// verb says which way the words right before a target want it to go: 1 up, -1 down, 0
// where they do not say.
func (c *checker) verb(f *fact) int {
	if f.passage < 0 || !f.goal {
		return 0
	}
	before := strings.TrimRight(c.passages[f.passage].s[:f.at], "约近超 ")
	switch {
	case upVerbs.end(before) != "":
		return 1
	case downVerbs.end(before) != "":
		return -1
	}
	return 0
}

// apart says whether two values differ by more than their rounding.
func (c *checker) apart(a, b *fact) bool {
	x, y := a.band(), b.band()
	x.over, x.under, y.over, y.under = false, false, false, false
	return !x.meets(y)
}

// magnitudes name powers of ten.
var magnitudes = map[int]string{3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 12: "万亿"}
