// Package sample draws figures to check by hand, and says afterwards how many of all
// may be wrong. Everything is exact and the same on every machine: draws are by hash,
// probabilities are fractions of whole numbers.
package sample

import (
	"errors"
	"math/big"
	"strings"
)

// A Share is a part of one in whole millionths: 50000 is 5 %.
type Share int

const whole = 1_000_000

// ParseShare reads 5%, 5 %, 0.05 or 99.5%: more than none and less than all.
func ParseShare(s string) (Share, error) {
	digits, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	r, ok := new(big.Rat).SetString(strings.TrimSpace(digits))
	if !ok || strings.ContainsAny(digits, "/eEpPxX_") || len(digits) > 12 {
		return 0, errors.New("5%, 0.05 …")
	}
	if percent {
		r.Quo(r, big.NewRat(100, 1))
	}
	r.Mul(r, big.NewRat(whole, 1))
	if !r.IsInt() || r.Sign() <= 0 || r.Cmp(big.NewRat(whole, 1)) >= 0 {
		return 0, errors.New("0.0001% … 99.9999%")
	}
	return Share(r.Num().Int64()), nil
}

// String is the share in percent: 4.95%.
func (s Share) String() string {
	text := big.NewRat(int64(s), whole/100).FloatString(4)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".") + "%"
}

// UpTo is the share in percent with one digit after the point, rounded up: a bound must
// not be told smaller than it is.
func (s Share) UpTo() string {
	const tenth = whole / 1000
	return Share((int(s) + tenth - 1) / tenth * tenth).String()
}

// Limit is the least share of errors, in steps of a millionth, of which it can be said
// with the confidence that there are no more in a population without end, after k errors
// in a sample of n: the exact bound of Clopper and Pearson (1934), one-sided. It is the whole
// where k is n.
func Limit(n, k int, confidence Share) Share {
	if k >= n {
		return whole
	}
	low, high := 0, whole // at low it cannot be said, at high it can
	for low+1 < high {
		if mid := (low + high) / 2; rareBinomial(n, k, mid, confidence) {
			high = mid
		} else {
			low = mid
		}
	}
	return Share(high)
}

// rareBinomial says whether at most k of n are hit no oftener than the confidence leaves
// room for, where each is hit with a chance of p millionths.
func rareBinomial(n, k, p int, confidence Share) bool {
	hit, miss := big.NewInt(int64(p)), big.NewInt(int64(whole-p))
	sum := new(big.Int)
	term := new(big.Int) // C(n, i) p^i (1-p)^(n-i), times whole^n
	for i := 0; i <= k; i++ {
		term.Binomial(int64(n), int64(i))
		term.Mul(term, new(big.Int).Exp(hit, big.NewInt(int64(i)), nil))
		term.Mul(term, new(big.Int).Exp(miss, big.NewInt(int64(n-i)), nil))
		sum.Add(sum, term)
	}
	all := new(big.Int).Exp(big.NewInt(whole), big.NewInt(int64(n)), nil)
	return within(sum, all, confidence)
}

// within says whether part/all is at most 1 - confidence.
func within(part, all *big.Int, confidence Share) bool {
	left := new(big.Int).Mul(part, big.NewInt(whole))
	return left.Cmp(new(big.Int).Mul(all, big.NewInt(int64(whole-confidence)))) <= 0
}

// MostWrong is the greatest number of errors among all that k errors in a sample of n
// drawn from them do not rule out at the confidence: exact, by the hypergeometric
// distribution. 0 ≤ k ≤ n ≤ all.
func MostWrong(all, n, k int, confidence Share) int {
	low, high := k, all-(n-k) // low cannot be ruled out; more than high cannot be
	for low < high {
		if mid := (low + high + 1) / 2; rareHypergeometric(all, mid, n, k, confidence) {
			high = mid - 1
		} else {
			low = mid
		}
	}
	return low
}

// rareHypergeometric says whether at most k of the n drawn are wrong no oftener than the
// confidence leaves room for, where wrong of all are.
func rareHypergeometric(all, wrong, n, k int, confidence Share) bool {
	right := all - wrong
	first := max(0, n-right) // fewer cannot be drawn
	sum := new(big.Int)
	if first <= k {
		term := new(big.Int).Binomial(int64(wrong), int64(first)) // C(wrong, i) C(right, n-i)
		term.Mul(term, new(big.Int).Binomial(int64(right), int64(n-first)))
		for i := first; ; i++ {
			sum.Add(sum, term)
			if i == k || i == wrong || i == n {
				break
			}
			term.Mul(term, big.NewInt(int64(wrong-i)*int64(n-i)))
			term.Quo(term, big.NewInt(int64(i+1)*int64(right-n+i+1)))
		}
	}
	return within(sum, new(big.Int).Binomial(int64(all), int64(n)), confidence)
}

// Size is the least sample of which, if k of it are wrong, the bound is no more than
// limit: of a population of all, or of one without end where all is 0. It is all where
// less does not do.
func Size(all, k int, limit, confidence Share) int {
	enough := func(n int) bool {
		if all == 0 {
			return Limit(n, k, confidence) <= limit
		}
		return n >= all || MostWrong(all, n, k, confidence)*whole <= int(limit)*all
	}
	low, high := k, k+1 // low is too small
	for !enough(high) {
		low, high = high, high*2
	}
	for low+1 < high {
		if mid := (low + high) / 2; enough(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	if all > 0 {
		return min(high, all)
	}
	return high
}
