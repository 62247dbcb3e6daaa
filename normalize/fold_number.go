package normalize

import (
	"strings"

	"shuzheng/policy"
)

// dash turns a single dash into -, if it joins or signs a number.
func (f *folder) dash(i, n int) (int, string) {
	r, _ := policy.FirstRune(f.s[i:])
	before, _ := policy.LastRune(f.s[:i])
	after, _ := runeAt(f.s, i+n)
	double := isDash(before) || isDash(after)
	switch {
	case r == '−' || r == '－' || r == '﹣':
		return n, "-"
	case double:
		return 0, ""
	case r == '‐' || r == '‑':
		return n, "-"
	case isNumeral(after) && (after < 0x80 || isNumeral(before)):
		return n, "-"
	}
	return 0, ""
}

// decimal says whether the dot at byte i, raised as some write it, parts the decimals of
// a number from its whole: 1·8%, 20·2万吨, but not 3·15.
func (f *folder) decimal(i int) bool {
	j := i + len("·")
	if i == 0 || !isDigit(f.s[i-1]) || j == len(f.s) || !isDigit(f.s[j]) {
		return false
	}
	return f.measuredFrom(j)
}

// spacedDecimal says whether the blank at [i, j) stands behind the point of a number in a
// sentence, as recognised text has it: 投资24. 3亿元, 增长36. 8、25%. A number that heads an item
// has no Chinese before it, or counts: 1. 3家企业.
func (f *folder) spacedDecimal(i, j int) bool {
	k := i - 1
	if k < 1 || f.s[k] != '.' || j == len(f.s) || !isDigit(f.s[j]) || !isDigit(f.s[k-1]) {
		return false
	}
	k -= digitsBefore(f.s, k)
	for k > 0 && (f.s[k-1] == ' ' || f.s[k-1] == '\n') {
		k--
	}
	if listed := strings.HasSuffix(f.s[:k], "、"); !listed && (k < 3 || !isHanByte(f.s[k-3])) {
		return false
	}
	next := strings.TrimPrefix(f.s[j+digitsAt(f.s, j):], "、")
	return len(next) > 0 && isDigit(next[0]) || f.measuredFrom(j)
}

// measuredFrom says whether the decimals of a number stand at byte j: what is measured, not
// counted, follows them, or another number of the row.
func (f *folder) measuredFrom(j int) bool {
	for j < len(f.s) && isDigit(f.s[j]) {
		j++
	}
	rest := strings.TrimLeft(f.s[j:], " ")
	if _, exp := ScanMagnitude(rest, 0); exp > 0 {
		return true
	}
	return policy.BeginsAny(rest, measuredUnits...)
}

// measuredUnits are the units of what is measured in decimals.
var measuredUnits = wordClasses.Of("measured")

// betweenDigits says whether the sign at byte i parts the digits of one number,
// time or ratio: 1,234, 8:30, 1:2.
func (f *folder) betweenDigits(i int) bool {
	if i == 0 || i+1 == len(f.s) || !isDigit(f.s[i-1]) || !isDigit(f.s[i+1]) {
		return false
	}
	return f.s[i] == ':' || grouped(f.s, i)
}

// digitsAt counts the digits of s from byte i on, digitsBefore those before it, four at most.
func digitsAt(s string, i int) (n int) {
	for n < 4 && i+n < len(s) && isDigit(s[i+n]) {
		n++
	}
	return n
}

func digitsBefore(s string, i int) (n int) {
	for n < min(i, 4) && isDigit(s[i-1-n]) {
		n++
	}
	return n
}

func numeric(r rune) bool { return r >= '0' && r <= '9' || r == '.' }
