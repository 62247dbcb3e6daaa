package audit

import (
	"math/bits"
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A membership says which kind of a set a name is of, and what is left of the name.
type membership struct {
	set, kind int
	stem      string
}

// kindsIn is the kinds that the name of a fact is of. Most names are of none.
func (c *checker) kindsIn(f *fact) []membership {
	words := c.wordsOf(f)
	if int(words) >= len(c.kinds) {
		c.kinds = append(c.kinds, make([][]membership, len(c.keys)-len(c.kinds))...)
	}
	if c.kinds[words] == nil {
		c.kinds[words] = kindsOf(c.keys[words])
	}
	return c.kinds[words]
}

// kindsOf is the kinds that a name is of; empty but not nil where it is of none.
func kindsOf(name string) []membership {
	list := noKinds
	for may := kindNames.mayHold(name); may != 0; may &= may - 1 {
		n := bits.TrailingZeros64(may)
		if before, after, ok := strings.Cut(name, kindNames.words[n]); ok && (len(list) == 0 || list[len(list)-1].set != kindOf[n].set) {
			list = append(list, membership{kindOf[n].set, kindOf[n].kind, before + after}) // of a set the first counts
		}
	}
	return list
}

// noKinds stands for the names of no kind, which most are.
var noKinds = []membership{}

// kindNames are the names of all kinds, kindOf which each is of.
var kindNames, kindOf = namesOfKinds()

func namesOfKinds() (*wordList, []membership) {
	var all []string
	var of []membership
	for s := range kindSets {
		for k, names := range kindSets[s].kinds {
			for _, name := range names {
				all, of = append(all, name), append(of, membership{set: s, kind: k})
			}
		}
	}
	return newWordList(all...), of
}

// kindSums checks totals whose kinds are all named, with or without 其中: GDP and the
// three branches of the economy, men and women, imports and exports. The facts are
// those of a paragraph or of a table's column.
func (c *checker) kindSums(list []*fact) {
	var summed []*fact
	for i, first := range list {
		if !first.level || first.ranged || slices.Contains(summed, first) || !alikeIn(list[i:]) {
			continue
		}
		for _, m := range c.kindsIn(first) {
			parts := c.kindParts(list[i:], m)
			if summed = append(summed, parts...); parts == nil {
				continue
			}
			if first.share {
				c.wholeHundred(parts)
			} else if w := c.wholeBefore(list[:i], m, parts); w != nil && first.additive() {
				r := result(bandOf(parts).meets(w.band()))
				c.addUp(w, parts, r, string(r))
			}
		}
	}
}

// alikeIn says whether a fact of list, maxParts at most, may be added to its first.
func alikeIn(list []*fact) bool {
	return slices.ContainsFunc(list[1:min(len(list), maxParts)], func(f *fact) bool { return f.level && alike(f, list[0]) })
}

// kindParts is one fact of each kind of a set, the first of list among them; nil where
// a kind is missing.
func (c *checker) kindParts(list []*fact, m membership) []*fact {
	first := list[0]
	var room [maxKinds]*fact
	parts := append(room[:0], first)
	seen := 1 << m.kind
	for _, f := range list[1:min(len(list), maxParts)] {
		if !f.level || !alike(f, first) {
			continue
		}
		for _, o := range c.kindsIn(f) {
			if o.set == m.set && o.stem == m.stem && seen&(1<<o.kind) == 0 {
				seen |= 1 << o.kind
				parts = append(parts, f)
			}
		}
		if len(parts) == len(kindSets[m.set].kinds) {
			return slices.Clone(parts)
		}
	}
	return nil
}

// maxKinds is how many kinds a set has at most, for quickness alone.
const maxKinds = 4

// alike says whether two facts may be added up to one.
func alike(f, g *fact) bool {
	return f.unit == g.unit && f.area == g.area && f.period == g.period && !f.ranged && f.Status == g.Status
}

// bandOf is where the sum of facts may lie.
func bandOf(parts []*fact) band {
	sum := point(normalize.Int(0))
	for _, f := range parts {
		sum = sum.add(f.band())
	}
	return sum
}

// wholeBefore is the total that stands before the first of its kinds: of those that may
// be it, the one that they come nearest to.
func (c *checker) wholeBefore(list []*fact, m membership, parts []*fact) *fact {
	total := normalize.Int(0)
	for _, f := range parts {
		total = total.Add(f.value)
	}
	var best *fact
	var least normalize.Decimal
	for _, f := range list[max(len(list)-maxParts, 0):] {
		if !f.additive() || !alike(f, parts[0]) || !kindSets[m.set].isWhole(c.keys[c.wordsOf(f)], m.stem) {
			continue
		}
		miss := f.value.Sub(total).Abs()
		if best == nil || miss.Cmp(least) <= 0 {
			best, least = f, miss
		}
	}
	if best != nil && best.Status == policy.Rule {
		return nil
	}
	return best
}
