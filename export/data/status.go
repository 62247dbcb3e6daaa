package data

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// obsStatus is the code of CL_OBS_STATUS for a status. An empty one would mean a normal
// value, which a goal is not: it has the code that all lists of SDMX share for what
// does not apply.
func obsStatus(s policy.Status) string {
	switch s {
	case policy.Actual:
		return "A"
	case policy.Estimate:
		return "E"
	}
	return "_Z"
}

// exponent is the power of ten that a scale is, "" where it is none: 100000000 is 8,
// 0.01 is -2.
func exponent(scale string) string {
	whole, fraction, _ := strings.Cut(scale, ".")
	switch {
	case fraction == "" && strings.HasPrefix(whole, "1") && strings.Trim(whole[1:], "0") == "":
		return strconv.Itoa(len(whole) - 1)
	case whole == "0" && strings.HasSuffix(fraction, "1") && strings.Trim(fraction[:len(fraction)-1], "0") == "":
		return strconv.Itoa(-len(fraction))
	}
	return ""
}

// maxWhole and maxFraction are how many digits a decimal of the outputs has before and
// after its point: DECIMAL(38,10), which most readers know.
const (
	maxWhole    = 28
	maxFraction = 10
)

// plainDecimal says whether s is a decimal string that the outputs can hold as a
// number: -12.50.
func plainDecimal(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return policy.AllDigits(whole) && (!point || policy.AllDigits(fraction)) &&
		len(strings.TrimLeft(whole, "0")) <= maxWhole && len(strings.TrimRight(fraction, "0")) <= maxFraction
}

// fitting is s, "" where it is no decimal that fits.
func fitting(s string) string {
	if plainDecimal(s) {
		return s
	}
	return ""
}
