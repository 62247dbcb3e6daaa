package read

import (
	"strconv"
	"strings"
)

// digits is a number in decimal digits: 0.d₁d₂d₃… × 10^point. Sheets store binary
// numbers; their shortest decimal form is what was typed in.
type digits struct {
	negative bool
	d        string // no zeros at either end; "" is 0
	point    int
}

// stored significant digits beyond which a binary number says nothing.
const sheetDigits = 15

// readDigits reads a number as XLSX stores it: 12.5, -1E-3, 0.30000000000000004. As
// the programs do, it looks at 15 significant digits.
func readDigits(s string) (digits, bool) {
	s = strings.TrimSpace(s)
	var n digits
	if n.negative = strings.HasPrefix(s, "-"); n.negative || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	exp := 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		e, err := strconv.Atoi(s[i+1:])
		if err != nil || e > 400 || e < -400 {
			return digits{}, false
		}
		exp, s = e, s[:i]
	}
	whole, part, _ := strings.Cut(s, ".")
	all := whole + part
	if all == "" || len(all) > 400 || strings.Trim(all, "0123456789") != "" {
		return digits{}, false
	}
	n.d, n.point = all, len(whole)+exp
	n.trim()
	return n.round(sheetDigits - n.point), true
}

// trim takes zeros off both ends.
func (n *digits) trim() {
	lead := len(n.d) - len(strings.TrimLeft(n.d, "0"))
	n.d, n.point = strings.TrimRight(n.d[lead:], "0"), n.point-lead
	if n.d == "" {
		n.point, n.negative = 0, false
	}
}

// round rounds to places digits after the point, halves away from zero.
func (n digits) round(places int) digits {
	keep := n.point + places
	switch {
	case keep >= len(n.d):
		return n
	case keep < 0:
		return digits{}
	}
	up := n.d[keep] >= '5'
	out := []byte(n.d[:keep])
	for i := keep - 1; up && i >= 0; i-- {
		if out[i] == '9' {
			out[i] = '0'
			continue
		}
		out[i]++
		up = false
	}
	n.d = string(out)
	if up {
		n.d, n.point = "1"+n.d, n.point+1
	}
	n.trim()
	return n
}

// shift is n times 10 to the power of by.
func (n digits) shift(by int) digits {
	if n.d != "" {
		n.point += by
	}
	return n
}

// parts are the digits before and after the point, without zeros at the ends.
func (n digits) parts() (whole, part string) {
	switch {
	case n.point <= 0:
		return "", strings.Repeat("0", -n.point) + n.d
	case n.point >= len(n.d):
		return n.d + strings.Repeat("0", n.point-len(n.d)), ""
	}
	return n.d[:n.point], n.d[n.point:]
}

// plain is the number without an exponent: -12.5, 0.003.
func (n digits) plain() string {
	if n.d == "" {
		return "0"
	}
	whole, part := n.parts()
	if whole == "" {
		whole = "0"
	}
	if n.negative {
		whole = "-" + whole
	}
	if part == "" {
		return whole
	}
	return whole + "." + part
}

// general is the number as a cell without a format shows it: eleven characters, but
// no exponent, for figures are told in digits.
func (n digits) general() string {
	if len(n.plain()) > 11 {
		n = n.round(max(0, min(10-max(n.point, 1), 10)))
	}
	return n.plain()
}

// int is the whole part; ok is false beyond nine digits.
func (n digits) int() (v int, ok bool) {
	whole, _ := n.parts()
	if len(whole) > 9 {
		return 0, false
	}
	v, _ = strconv.Atoi("0" + whole)
	return v, true
}
