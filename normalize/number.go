package normalize

import (
	"strings"

	"shuzheng/policy"
)

// longest bounds a string that Number will read; no numeral of a text comes near it.
const longest = 256

// Number reads a string that is a number as a whole: 34,567, 1.4万, 一千二百,
// 二〇三五, 三点一四, 四分之一, 负五, 200亿零四千, 壹佰. It fails on anything else, on
// numerals that are none (十百千万) and on fractions whose decimals never end.
func Number(s string) (Decimal, bool) {
	if len(s) > longest {
		return Decimal{}, false
	}
	t, negative := cutSign(s)
	d, ok := unsigned(t)
	if ok && negative {
		d = d.Neg()
	}
	return d, ok
}

// cutSign takes the sign and the blanks after it off s.
func cutSign(s string) (rest string, negative bool) {
	if s == "" || !mayBeSign(s[0]) {
		return s, false
	}
	for _, minus := range [...]string{"-", "−", "－", "负", "負"} {
		if t, ok := strings.CutPrefix(s, minus); ok {
			return strings.TrimLeft(t, " "), true
		}
	}
	for _, plus := range [...]string{"+", "＋"} {
		if t, ok := strings.CutPrefix(s, plus); ok {
			return strings.TrimLeft(t, " "), false
		}
	}
	return s, false
}

// mayBeSign says whether a sign may begin with byte c.
func mayBeSign(c byte) bool { return c < 0x30 || c == 0xe2 || c == 0xef || c == 0xe8 }

func unsigned(s string) (Decimal, bool) {
	if s == "" {
		return Decimal{}, false
	}
	if end := arabicEnd(s, 0); end > 0 {
		if exp, all := magnitudes(s[end:]); all {
			d, ok := arabic(s[:end])
			return d.Shift(exp), ok
		}
	}
	if strings.Contains(s, "分之") {
		num, den, ok := Fraction(s)
		if !ok {
			return Decimal{}, false
		}
		return Quo(num, den)
	}
	if d, ok := spelled(s); ok {
		return d, true
	}
	r := reader{s: s, small: 9}
	return r.read()
}

// magnitudes adds up the powers of ten of a string of magnitudes: 百万 → 6. It
// says whether s is nothing else, each allowed to follow the one before.
func magnitudes(s string) (exp int, all bool) {
	for i := 0; i < len(s); i += 3 {
		g := hanSign(s, i)
		if !(g.class() == largeSign || g.class() == placeSign && i == 0) {
			return exp, false
		}
		exp += g.value()
	}
	return exp, true
}

// arabic reads ASCII digits with separators: 34,567.5.
func arabic(s string) (Decimal, bool) {
	if strings.IndexByte(s, ',') < 0 {
		return parseDigits(s)
	}
	var buf [longest]byte
	t := buf[:0]
	for i := 0; i < len(s) && len(t) < len(buf); i++ {
		if s[i] != ',' {
			t = append(t, s[i])
		}
	}
	return parseDigits(string(t))
}

// arabicEnd is the end of the digits that begin at byte i of s, with separators
// between groups of three and one point before further digits. It is i where no
// number begins; .77 is one.
func arabicEnd(s string, i int) int {
	n := policy.Digits(s[i:])
	j := i + n
	if n > 0 && n <= 3 {
		for grouped(s, j) {
			j += 4
		}
	}
	if j+1 < len(s) && s[j] == '.' && isDigit(s[j+1]) && !(n < 3 && listsYear(s[j+1:])) {
		for j++; j < len(s) && isDigit(s[j]); {
			j++
		}
	}
	return j
}

// listsYear says whether what stands behind a point is a year, so that the number before it is that of a list:
// 1.2021年, 2.2016—2020年.
func listsYear(s string) bool {
	return policy.Digits(s) == 4 && policy.BeginsAny(s, "20", "19") && policy.BeginsAny(s[4:], "年", "—20", "-20", "～20", "至20")
}

// grouped says whether a separator and exactly three digits stand at byte j.
func grouped(s string, j int) bool {
	return j+3 < len(s) && s[j] == ',' && isDigit(s[j+1]) && isDigit(s[j+2]) && isDigit(s[j+3]) &&
		(j+4 == len(s) || !isDigit(s[j+4]))
}

// spelled reads a number told digit by digit: 二〇三五, 二O三五, 一七二零点一三四.
func spelled(s string) (Decimal, bool) {
	var buf [longest]byte
	t, point := buf[:0], false
	for i := 0; i < len(s); {
		d, n := spelledDigit(s, i)
		if n == 0 {
			if n = pointLen(s, i); n == 0 || point || i == 0 {
				return Decimal{}, false
			}
			point, d = true, '.'
		}
		t = append(t, d)
		i += n
	}
	return parseDigits(string(t))
}

// spelledDigit is the digit at byte i of s as ASCII, and its length; a letter O
// among digits is a zero.
func spelledDigit(s string, i int) (byte, int) {
	if c := s[i]; isDigit(c) {
		return c, 1
	} else if i > 0 && (c == 'O' || c == 'o') {
		return '0', 1
	}
	if g := hanSign(s, i); g.class() == digitSign {
		return '0' + byte(g.value()), 3
	}
	return 0, 0
}

// pointLen is the length of the decimal point 点 or 點 at byte i of s, or 0.
func pointLen(s string, i int) int {
	if strings.HasPrefix(s[i:], "点") || strings.HasPrefix(s[i:], "點") {
		return 3
	}
	return 0
}
