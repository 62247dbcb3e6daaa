package verify

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// match finds for every row that was found the one it was: first those that are the
// same in all, then those that share most, an ID counting for several cells. So a row
// whose ID was altered is known by the rest, and one whose cells were, by its ID.
func (c *comparison) match() (partner []int) {
	partner = slices.Repeat([]int{-1}, len(c.found))
	taken := make([]bool, len(c.expected))
	same := map[string][]int{}
	for j := range c.expected {
		k := c.whole(&c.expected[j])
		same[k] = append(same[k], j)
	}
	for i := range c.found {
		k := c.whole(&c.found[i])
		if free := same[k]; len(free) > 0 {
			partner[i], taken[free[0]] = free[0], true
			same[k] = free[1:]
		}
	}
	for _, p := range c.alike(partner, taken) {
		if partner[p.found] < 0 && !taken[p.expected] {
			partner[p.found], taken[p.expected] = p.expected, true
		}
	}
	return partner
}

// whole is all that a row says, as one string.
func (c *comparison) whole(r *record) string {
	var b strings.Builder
	for _, x := range r.cells {
		if c.compare[x.column] {
			b.WriteString(strconv.Itoa(x.column))
			b.WriteByte(0)
			b.WriteString(x.value)
			b.WriteByte(0)
		}
	}
	return b.String()
}

// A pair is a row found and one expected, and how much they share.
type pair struct{ found, expected, score int }

const (
	keyWeight   = 4  // cells that one of a key column counts for
	maxHolders  = 32 // rows that share a value, beyond which it tells nothing
	enoughParts = 2  // a row is another if at least two thirds of what they hold is the same
	enoughOf    = 3
)

// alike lists the pairs of rows that are not matched yet and might be one, the likest first.
func (c *comparison) alike(partner []int, taken []bool) (pairs []pair) {
	holders := c.holders(taken)
	for i := range c.found {
		if partner[i] >= 0 {
			continue
		}
		seen := map[int]bool{}
		for _, x := range c.found[i].cells {
			list := holders[content{x.column, x.value}]
			if !c.compare[x.column] || len(list) > maxHolders {
				continue
			}
			for _, j := range list {
				if seen[j] {
					continue
				}
				seen[j] = true
				if score, ok := c.score(&c.found[i], &c.expected[j]); ok {
					pairs = append(pairs, pair{i, j, score})
				}
			}
		}
	}
	policy.Sort(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.found, b.found), cmp.Compare(a.expected, b.expected))
	})
	return pairs
}

// content is what a cell of a column holds.
type content struct {
	column int
	value  string
}

// holders lists the expected rows that are not taken, by what they hold; a row more than
// maxHolders where more hold the same.
func (c *comparison) holders(taken []bool) map[content][]int {
	holders := map[content][]int{}
	for j := range c.expected {
		if taken[j] {
			continue
		}
		for _, x := range c.expected[j].cells {
			if k := (content{x.column, x.value}); c.compare[x.column] && len(holders[k]) <= maxHolders {
				holders[k] = append(holders[k], j)
			}
		}
	}
	return holders
}

// score counts what two rows share, and says whether it is enough for one to be the other.
func (c *comparison) score(a, b *record) (score int, ok bool) {
	all := 0
	for i, k := 0, 0; i < len(a.cells) || k < len(b.cells); {
		weight, same, column := 1, false, 0
		switch {
		case k == len(b.cells) || i < len(a.cells) && a.cells[i].column < b.cells[k].column:
			column, i = a.cells[i].column, i+1
		case i == len(a.cells) || b.cells[k].column < a.cells[i].column:
			column, k = b.cells[k].column, k+1
		default:
			column, same = a.cells[i].column, a.cells[i].value == b.cells[k].value
			i, k = i+1, k+1
		}
		if !c.compare[column] {
			continue
		}
		if c.keys[column] {
			weight = keyWeight
		}
		all += weight
		if same {
			score += weight
		}
	}
	return score, score*enoughOf >= all*enoughParts
}
