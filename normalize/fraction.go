package normalize

import "strings"

// fraction reads the digits after 点, and the magnitude after them: 一百点三, 三点五万.
func (r *reader) fraction() (Decimal, bool) {
	if !r.have && r.last == 0 {
		return Decimal{}, false
	}
	var buf [longest]byte
	t := append(buf[:0], '.')
	for r.i < len(r.s) {
		d, n := spelledDigit(r.s, r.i)
		if n == 0 {
			break
		}
		t = append(t, d)
		r.i += n
	}
	exp, all := magnitudes(r.s[r.i:])
	part, ok := parseDigits(string(t))
	if !ok || !all {
		return Decimal{}, false
	}
	r.short = false
	return r.sum().Add(part).Shift(exp), true
}

// Fraction reads 四分之三, 一又三分之一, 百分之十 and 3/4 as numerator and
// denominator, both exact.
func Fraction(s string) (num, den Decimal, ok bool) {
	if a, b, cut := strings.Cut(s, "/"); cut {
		num, ok1 := Number(a)
		den, ok2 := Number(b)
		return num, den, ok1 && ok2 && den.Sign() != 0
	}
	below, above, _ := strings.Cut(s, "分之")
	whole, below, mixed := cutMixed(below)
	den, ok1 := plainNumber(below)
	num, ok2 := plainNumber(above)
	if !ok1 || !ok2 || den.Sign() <= 0 {
		return Decimal{}, Decimal{}, false
	}
	if mixed {
		w, ok := plainNumber(whole)
		return w.Mul(den).Add(num), den, ok
	}
	return num, den, true
}

// cutMixed takes the whole part off a mixed number: 一又三 → 一, 三.
func cutMixed(s string) (whole, rest string, ok bool) {
	if w, r, ok := strings.Cut(s, "又"); ok {
		return w, r, true
	}
	return "", s, false
}

// plainNumber is Number without fractions, so that none nests in another.
func plainNumber(s string) (Decimal, bool) {
	if strings.Contains(s, "分之") {
		return Decimal{}, false
	}
	return Number(s)
}
