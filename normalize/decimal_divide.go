package normalize

import (
	"math"
	"math/big"
)

// Quo is num ÷ den where the quotient ends within 18 digits after the point:
// 1 ÷ 4 = 0.25, but not 1 ÷ 3.
func Quo(num, den Decimal) (Decimal, bool) {
	if den.Sign() == 0 {
		return Decimal{}, false
	}
	n := new(big.Int).Set(num.big())
	for digits := 0; digits <= 18; digits++ {
		if q, r := new(big.Int).QuoRem(n, den.big(), new(big.Int)); r.Sign() == 0 {
			return narrow(q, digits+num.digits-den.digits), true
		}
		n.Mul(n, big.NewInt(10))
	}
	return Decimal{}, false
}

// Div is num ÷ den, rounded half away from nothing to digits after the point; it is 0
// where den is.
func Div(num, den Decimal, digits int) Decimal {
	if den.Sign() == 0 {
		return Decimal{}
	}
	up := digits + den.digits - num.digits
	if q, ok := div64(num, den, up); ok {
		return Decimal{coef: q, digits: digits}
	}
	n, d := new(big.Int).Abs(num.big()), new(big.Int).Abs(den.big())
	if up >= 0 {
		n.Mul(n, tens(up))
	} else {
		d.Mul(d, tens(-up))
	}
	n.Add(n.Lsh(n, 1), d) // 2n + d over 2d: half a unit up, then cut off
	n.Quo(n, d.Lsh(d, 1))
	if num.Sign()*den.Sign() < 0 {
		n.Neg(n)
	}
	return narrow(n, digits)
}

// div64 is the digits of num × 10 to the up ÷ den, rounded, where all fits.
func div64(num, den Decimal, up int) (int64, bool) {
	if num.wide != nil || den.wide != nil || up <= -len(powers) || up >= len(powers) {
		return 0, false
	}
	n, d, ok := num.coef, den.coef, true
	if up >= 0 {
		n, ok = mul64(n, powers[up])
	} else {
		d, ok = mul64(d, powers[-up])
	}
	const most = math.MaxInt64 / 4
	if !ok || n > most || n < -most || d > most || d < -most {
		return 0, false
	}
	size := int64((2*magnitude(n) + magnitude(d)) / (2 * magnitude(d)))
	if (n < 0) != (d < 0) {
		return -size, true
	}
	return size, true
}

// tens is 10 to the n, n at most widest.
func tens(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(min(n, widest))), nil)
}

// Round is d with digits after the point, a half rounded away from nothing.
func Round(d Decimal, digits int) Decimal {
	if d.digits <= digits {
		return d.rescale(digits)
	}
	return Div(d, Int(1), digits)
}
