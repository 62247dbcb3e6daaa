package sample

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"shuzheng/policy"
)

// A Stratum is a part of the population that is drawn from on its own.
type Stratum struct {
	Name       string
	All, Drawn int
}

// Draw chooses n of the items: of each stratum as many as its share, at least one, and
// of a stratum those whose SHA-256 of seed, ID and number of the ID's occurrence comes
// first. So the order of the items does not matter, and anybody can draw again. ids and
// strata are parallel; what comes out is the indices of the chosen in rising order, and
// the strata by name. It is an error where n is less than the strata or more than the items.
func Draw(ids, strata []string, n int, seed string) (chosen []int, parts []Stratum, err error) {
	type ranked struct {
		at   int
		hash [sha256.Size]byte
	}
	of := map[string][]ranked{}
	seen := map[string]int{}
	for i, id := range ids {
		seen[id]++
		r := ranked{i, sha256.Sum256([]byte(seed + "\n" + id + "\n" + strconv.Itoa(seen[id])))}
		of[strata[i]] = append(of[strata[i]], r)
	}
	for name, items := range of {
		parts = append(parts, Stratum{Name: name, All: len(items)})
	}
	policy.Sort(parts, func(a, b Stratum) int { return cmp.Compare(a.Name, b.Name) })
	if n < 1 || n > len(ids) || n < len(parts) {
		return nil, nil, fmt.Errorf("%d of %d in %d strata", n, len(ids), len(parts))
	}
	share(parts, n)
	for _, p := range parts {
		items := of[p.Name]
		policy.Sort(items, func(a, b ranked) int { return cmp.Or(bytes.Compare(a.hash[:], b.hash[:]), cmp.Compare(a.at, b.at)) })
		for _, r := range items[:p.Drawn] {
			chosen = append(chosen, r.at)
		}
	}
	slices.Sort(chosen)
	return chosen, parts, nil
}

// share gives each stratum its part of n: one, and then one by one to the stratum that
// has least for its size.
func share(parts []Stratum, n int) {
	for i := range parts {
		parts[i].Drawn = 1
	}
	for left := n - len(parts); left > 0; left-- {
		best := -1
		for i, p := range parts {
			if p.Drawn == p.All {
				continue
			}
			if best < 0 || p.Drawn*parts[best].All < parts[best].Drawn*p.All {
				best = i
			}
		}
		parts[best].Drawn++
	}
}

// A Result is what checking a sample by hand gave.
type Result struct {
	Strata                []Stratum
	Wrong, Doubtful, Open int // open: not looked at, or their rows are gone
	WrongIn               []int
}

// All and Drawn are the sizes of the population and of the sample.
func (r *Result) All() (n int) {
	for _, s := range r.Strata {
		n += s.All
	}
	return n
}

// Drawn is the size of the sample.
func (r *Result) Drawn() (n int) {
	for _, s := range r.Strata {
		n += s.Drawn
	}
	return n
}

// Errors are those that the bound counts: what is doubtful or was not looked at may be wrong.
func (r *Result) Errors() int { return r.Wrong + r.Doubtful + r.Open }

// Bound is the share of errors in the population, and their number, of which it can be
// said with the confidence that there are no more. A sample of one stratum is exact. Of
// several it is the bound of a population without end, which by Hoeffding (1956) holds
// for a sample in proportion, widened by as much as a stratum has less than its part.
func (r *Result) Bound(confidence Share) (Share, int) {
	all, n, k := r.All(), r.Drawn(), r.Errors()
	if len(r.Strata) == 1 {
		most := MostWrong(all, n, k, confidence)
		return roundUp(big.NewRat(int64(most), int64(all))), most
	}
	limit := Limit(n, k, confidence)
	if (k+1)*whole > n*int(limit) { // Hoeffding says nothing here
		return whole, all
	}
	wide := big.NewRat(1, 1)
	for _, s := range r.Strata {
		if w := big.NewRat(int64(s.All)*int64(n), int64(s.Drawn)*int64(all)); w.Cmp(wide) > 0 {
			wide = w
		}
	}
	bound := roundUp(wide.Mul(wide, big.NewRat(int64(limit), whole)))
	return bound, int(int64(bound) * int64(all) / whole)
}

// Rate is the share of errors that the sample suggests, each stratum with its weight.
func (r *Result) Rate() Share {
	sum := new(big.Rat)
	for i, s := range r.Strata {
		sum.Add(sum, big.NewRat(int64(s.All)*int64(r.WrongIn[i]), int64(s.Drawn)*int64(r.All())))
	}
	return roundUp(sum)
}

// roundUp is a fraction in millionths, at most all of it.
func roundUp(r *big.Rat) Share {
	n := new(big.Int).Mul(r.Num(), big.NewInt(whole))
	n.Add(n, new(big.Int).Sub(r.Denom(), big.NewInt(1)))
	n.Quo(n, r.Denom())
	if n.Cmp(big.NewInt(whole)) > 0 {
		return whole
	}
	return Share(n.Int64())
}
