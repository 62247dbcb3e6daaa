package audit

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// agreements checks the same indicator of the same period and area in several places.
func agreements(c *checker) {
	for i := range c.facts {
		f := &c.facts[i]
		if f.group >= 0 && f.period != 0 && c.next[i] >= 0 && c.levels[f.group] == int32(i) {
			c.agree(c.chain(f, true))
			c.agree(c.chain(f, false))
		}
	}
	c.sameValues()
}

// chain is the levels about the same as f, of goals or of results, till the next chain.
func (c *checker) chain(f *fact, aims bool) []*fact {
	list := c.room[:0]
	for g := f; g != nil && len(list) < maxGroup; g = c.following(g) {
		if g.goal == aims && !g.ranged {
			list = append(list, g)
		}
	}
	return list
}

// apart says whether two facts stand in different paragraphs or tables. Rows of one table
// with one name are rows of different things.
func apart(f, g *fact) bool {
	if f.Table != nil && g.Table != nil {
		return f.Table.Table != g.Table.Table
	}
	return f.Table != nil || g.Table != nil || f.Block != g.Block
}

// agree checks facts about the same that stand apart.
func (c *checker) agree(list []*fact) {
	for len(list) > 1 {
		same, rest := list[:1:1], list[:0:0]
		for _, g := range list[1:] {
			switch {
			case g.base != list[0].base:
				rest = append(rest, g)
			case !apart(list[0], g):
			case g.band().meets(list[0].band()):
				same = append(same, g)
			default:
				c.differ(list[0], g)
				rest = append(rest, g)
			}
		}
		if len(same) > 1 && c.telling(list[0]) {
			c.same(same, "consistent")
		}
		list = rest
	}
}

// telling says whether that two figures of this name agree says anything: names of a
// character or two are of many things.
func (c *checker) telling(f *fact) bool {
	return f.Concept != "" || len(f.Indicator) >= len("科技企业")
}

// same adds the check of figures that agree.
func (c *checker) same(list []*fact, why string) {
	b, exp := make([]byte, 0, 64), common(list...)
	for i, f := range list {
		if i > 0 && f.value.Cmp(list[0].value) == 0 {
			b = append(b, is...)
		} else if i > 0 {
			b = append(b, about...)
		}
		b = f.append(b, exp)
	}
	c.add(policy.Check{
		Kind: policy.AgreementCheck, Result: policy.Consistent, Claim: c.claim(list[0]), Stated: c.stated(list[0]),
		Computed: string(b), Figures: ids(list...), Reason: reason(policy.AgreementCheck, why),
	})
}

// differ adds the check of two figures that do not agree, where nothing but the value
// tells them apart: a concept that both name in the same words, and plain numbers.
func (c *checker) differ(f, g *fact) {
	if f.Concept == "" || c.wordsOf(f) != c.wordsOf(g) || f.Status != g.Status || f.Comparator != policy.Equal || g.Comparator != policy.Equal {
		return
	}
	if c.narrowed(f) || c.narrowed(g) {
		return
	}
	c.add(policy.Check{
		Kind: policy.AgreementCheck, Result: policy.Inconsistent, Claim: c.claim(g), Stated: c.stated(g),
		Computed: against(g, isnt, f), Figures: ids(g, f), Reason: reason(policy.AgreementCheck, "inconsistent"),
	})
}

// narrowing words make a figure one of a part: 其中, or of what came about in a time.
var narrowing = newWordList(wordClasses.Of("narrowing")...)

// narrowed says whether the words of the sentence before a fact narrow it.
func (c *checker) narrowed(f *fact) bool {
	if f.passage < 0 {
		return false
	}
	s := c.passages[f.passage].s[:f.at]
	return narrowing.in(s[lastStop(s):])
}

// maxTableFacts is how many figures of a table may agree with others under another name;
// in larger ones many do by chance.
const maxTableFacts = 2000

// sameValues checks figures of the same value whose names or periods differ a little.
func (c *checker) sameValues() {
	if len(c.doc.Tables) == 0 && len(c.facts) < 2 {
		return
	}
	values, same := &c.own.names, &c.own.groups
	values.begin(len(c.facts))
	same.begin(len(c.facts))
	var last []int32 // of each group
	next := make([]int32, len(c.facts))
	used := make([]bool, len(c.facts))
	skip, large := "", false
	for i := range c.facts {
		f := &c.facts[i]
		if f.Table != nil && f.Table.Table != skip {
			skip, large = f.Table.Table, len(c.tableFacts(f.Table.Table)) > maxTableFacts
		}
		if !f.level || f.Indicator == "" || f.ranged || f.Table != nil && large || len(f.Value) < 2 {
			continue
		}
		group := same.number(key{values.number(bare(f.Value)), f.area, f.base<<1 | int32(b2i(f.goal))})
		if next[i] = -1; int(group) < len(last) {
			next[i] = last[group]
			last[group] = int32(i)
		} else {
			last = append(last, int32(i))
		}
		for n, j := 0, next[i]; j >= 0 && n < maxGroup; n, j = n+1, next[j] {
			if !used[j] && c.likely(&c.facts[j], f) {
				used[i], used[j] = true, true
				break
			}
		}
	}
}

// likely adds a check of two figures of one value, if their names or periods are close
// and no other check holds them together.
func (c *checker) likely(f, g *fact) bool {
	if !apart(f, g) || f.name == g.name && f.period == g.period {
		return false
	}
	switch {
	case f.period == g.period && f.Period != "" && c.alias(f, g):
		c.same([]*fact{f, g}, "names")
	case f.name == g.name && f.name != 0 && significant(f.Value) >= 4 && (within(f.Period, g.Period) || within(g.Period, f.Period)):
		c.same([]*fact{f, g}, "period")
	default:
		return false
	}
	return true
}

// within says whether a year lies in a range of years: 2019 in 2015/2020.
func within(year, years string) bool {
	from, to, ok := strings.Cut(years, "/")
	return ok && len(year) == 4 && len(from) == 4 && len(to) == 4 && from <= year && year <= to
}

// significant counts the digits of a number without the zeros that begin or end it;
// those behind the point count.
func significant(value string) int {
	s := strings.TrimLeft(value, "-0.")
	if !strings.Contains(s, ".") && !strings.Contains(value, ".") {
		s = strings.TrimRight(s, "0")
	}
	return len(s) - strings.Count(s, ".")
}

// bare is a number without the zeros that end it behind the point: 2.80 is 2.8.
func bare(value string) string {
	if strings.Contains(value, ".") {
		return strings.TrimRight(strings.TrimRight(value, "0"), ".")
	}
	return value
}

// alias says whether two facts of one value may go by two names. The fewer digits the
// value has, the closer the names must be: 10 of one thing and 10 of another are common.
func (c *checker) alias(f, g *fact) bool {
	likeness := similar(c.keys[c.wordsOf(f)], c.keys[c.wordsOf(g)])
	return likeness >= 60 && significant(f.Value) >= 2 || likeness >= 75 && len(f.Value) >= 4
}

// similar is how many pairs of characters two different names share, in per cent.
func similar(a, b string) int {
	if a == "" || b == "" || a == b {
		return 0
	}
	var room [2][48]pair
	x, y := pairsOf(room[0][:0], a), pairsOf(room[1][:0], b)
	if len(x) < 3 || len(y) < 3 {
		return 0
	}
	n := 0
	for _, p := range x {
		if slices.Contains(y, p) {
			n++
		}
	}
	return 200 * n / (len(x) + len(y))
}

// A pair is two neighbouring characters.
type pair [2]rune

// pairsOf adds to list the pairs of a name, each once.
func pairsOf(list []pair, s string) []pair {
	before := rune(-1)
	for _, r := range s {
		if p := (pair{before, r}); before >= 0 && !slices.Contains(list, p) {
			list = append(list, p)
		}
		before = r
	}
	return list
}
