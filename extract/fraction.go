package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// fraction is the value of 四分之三: 0.75. One whose decimals never end is cut at
// four places, 三分之一 to 0.3333.
func fraction(s string) (d normalize.Decimal, endless, ok bool) {
	num, den, ok := normalize.Fraction(s)
	if !ok || den.Sign() <= 0 {
		return normalize.Decimal{}, false, false
	}
	d, endless = quotient(num, den)
	return d, endless, true
}

// quotient is num by den, neither negative, cut at four places where its decimals never end.
func quotient(num, den normalize.Decimal) (d normalize.Decimal, endless bool) {
	if d, ok := normalize.Quo(num, den); ok {
		return d, false
	}
	const places = 4
	d = normalize.Div(num, den, places)
	if d.Mul(den).Cmp(num) > 0 { // rounded up
		d = d.Sub(normalize.Int(1).Shift(-places))
	}
	return d, true
}

// What a fraction in digits stands before or behind: 2/3以上, 人数的1/2.
var (
	fractionTails = phrases["fractiontail"]
	fractionHeads = phrases["fractionhead"]
)

// slashed reads a fraction in digits: 2/3以上.
func (c *context) slashed(n normalize.Numeral) (mark, bool) {
	if n.Form != normalize.Arabic || n.Exp > 0 || n.To-n.From > 2 || !c.after(n.To, "/") || n.From > 0 && (c.s[n.From-1] == '/' || isLetter(c.s[n.From-1])) {
		return mark{}, false
	}
	m := normalize.ScanNumeral(c.s, n.To+len("/"))
	if m.Form != normalize.Arabic || m.Exp > 0 || m.Start != n.To+len("/") || m.To-m.From > 2 || c.afterIn(m.End, fractionTails) == "" && c.beforeIn(n.From, fractionHeads) == "" {
		return mark{}, false
	}
	num, _ := n.Value(c.s)
	den, ok := m.Value(c.s)
	if !ok || num.Sign() <= 0 || num.Cmp(den) >= 0 {
		return mark{}, false
	}
	q := quantity{numeral: m, end: m.End, numEnd: m.End, sign: -1}
	q.numeral.Start, q.numeral.From = n.Start, n.From
	q.value, q.endless = quotient(num, den)
	return c.figure(q), true
}

// isFraction says whether f is a part of one without a unit: 三分之二, 2/3.
func isFraction(f *draft) bool {
	return f.Unit == "" && f.Measure == policy.Level && strings.HasPrefix(f.Value, "0.")
}
