package export

import (
	"math/big"
	"strings"
)

// shift moves the point of a decimal string n digits to the left: 26260000000 by 8 is
// 262.60000000; exact.
func shift(s string, n int) string {
	if n == 0 || s == "" {
		return s
	}
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if short := n + 1 - len(whole); short > 0 {
		whole = strings.Repeat("0", short) + whole
	}
	cut := len(whole) - n
	return sign + strings.TrimLeft(whole[:cut-1], "0") + whole[cut-1:cut] + "." + whole[cut:] + fraction
}

// bare is a decimal string without zeros that say nothing: 52.80 is 52.8.
func bare(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

// printed shows a decimal string as it was printed, with so many digits after the
// point at least, and commas: 1,234.50.
func printed(s string, decimals int) string {
	s = bare(s)
	whole, fraction, _ := strings.Cut(s, ".")
	for len(fraction) < decimals {
		fraction += "0"
	}
	if fraction == "" {
		return group(whole)
	}
	return group(whole + "." + fraction)
}

// agree says whether two decimals may be the same number, each rounded to so many
// digits after its point (fewer than none: -3 is to thousands): 1.2万 and 11987.
func agree(a string, aDigits int, b string, bDigits int) bool {
	if bare(a) == bare(b) {
		return true
	}
	x, okX := new(big.Rat).SetString(a)
	y, okY := new(big.Rat).SetString(b)
	if !okX || !okY {
		return false
	}
	x.Abs(x.Sub(x, y))
	half := big.NewRat(5, 1)
	for digits := min(aDigits, bDigits) + 1; digits != 0; {
		if digits > 0 {
			half.Quo(half, big.NewRat(10, 1))
			digits--
		} else {
			half.Mul(half, big.NewRat(10, 1))
			digits++
		}
	}
	return x.Cmp(half) <= 0
}
