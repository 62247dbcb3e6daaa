package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A band is where a number may lie that was printed rounded or bounded: 1.85 is
// [1.845, 1.855], 超475 is [475, ∞).
type band struct {
	lo, hi      normalize.Decimal
	under, over bool // no lower, no upper end
}

// point is the band of an exact number.
func point(d normalize.Decimal) band { return band{lo: d, hi: d} }

// half is half a unit in the place of digits after the point: 0.005 for 2.
func half(digits int) normalize.Decimal { return normalize.Int(5).Shift(-digits - 1) }

// band gives where a fact's true value may lie: half a unit in the last printed
// place, more for 约, 余 and 近, without an end for 以上 and 超过.
func (f *fact) band() band {
	b := band{lo: f.value, hi: f.high}
	if !f.exact {
		h := half(f.Decimals)
		b.lo, b.hi = b.lo.Sub(h), b.hi.Add(h)
	}
	switch f.bound() {
	case policy.AtLeast, policy.MoreThan:
		b.over = true
	case policy.AtMost, policy.LessThan:
		b.under = true
	case policy.About:
		s := least(f.step(), f.value.Shift(-1))
		b.lo, b.hi = b.lo.Sub(s), b.hi.Add(s)
	case policy.OverBit:
		b.hi = b.hi.Add(f.step())
	case policy.Nearly:
		b.lo = b.lo.Sub(least(f.step(), f.value.Shift(-1).Mul(normalize.Int(2))))
	}
	return b
}

// bound is the comparator, turned round where the value is: 下降3%以上 lies below −3.
func (f *fact) bound() policy.Comparator {
	if f.value.Sign() >= 0 {
		return f.Comparator
	}
	switch f.Comparator {
	case policy.AtLeast, policy.MoreThan:
		return policy.AtMost
	case policy.AtMost, policy.LessThan:
		return policy.AtLeast
	case policy.OverBit, policy.Nearly:
		return policy.About
	}
	return f.Comparator
}

// step is one unit in the last digit that is no trailing zero: 1000 of 6000余名,
// 0.1 of 约2.0.
func (f *fact) step() normalize.Decimal {
	zeros := 0
	if !strings.Contains(f.ValueRaw, ".") && !strings.Contains(f.Value, ".") {
		zeros = len(f.Value) - len(strings.TrimRight(f.Value, "0"))
	}
	return normalize.Int(1).Shift(max(zeros, -f.Decimals))
}

// least is the smaller size of two numbers.
func least(a, b normalize.Decimal) normalize.Decimal {
	if b = b.Abs(); a.Cmp(b) < 0 {
		return a
	}
	return b
}

// add is where the sum of two numbers may lie.
func (b band) add(o band) band {
	return band{lo: b.lo.Add(o.lo), hi: b.hi.Add(o.hi), under: b.under || o.under, over: b.over || o.over}
}

// neg is where the negative of a number may lie.
func (b band) neg() band { return band{lo: b.hi.Neg(), hi: b.lo.Neg(), under: b.over, over: b.under} }

// sub is where the difference may lie.
func (b band) sub(o band) band { return b.add(o.neg()) }

// mul is where the product may lie. Ends below nothing are cut off: what is
// multiplied here are sizes, shares and factors.
func (b band) mul(o band) band {
	zero := normalize.Int(0)
	floor := func(d normalize.Decimal, under bool) normalize.Decimal {
		if under || d.Sign() < 0 {
			return zero
		}
		return d
	}
	return band{lo: floor(b.lo, b.under).Mul(floor(o.lo, o.under)), hi: b.hi.Mul(o.hi), over: b.over || o.over}
}

// shift is the band times 10 to the n.
func (b band) shift(n int) band {
	b.lo, b.hi = b.lo.Shift(n), b.hi.Shift(n)
	return b
}

// meets says whether one number may lie in both bands.
func (b band) meets(o band) bool {
	return (b.over || o.under || b.hi.Cmp(o.lo) >= 0) && (o.over || b.under || o.hi.Cmp(b.lo) >= 0)
}

// below says whether all of b lies under all of o.
func (b band) below(o band) bool { return !b.over && !o.under && b.hi.Cmp(o.lo) < 0 }
