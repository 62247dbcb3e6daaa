package normalize

import "strings"

// WholeNumber reads a string that says one number in any way people write it
// alone: all that Number reads, counts (半个, 一对, 五打), sums of money in capitals
// (玖仟陆佰陆拾伍圆壹角捌分), letters for magnitudes (1.2M), Roman numerals (Ⅲ) and
// short fractions (十分一). In running text these would be words, names and units.
func WholeNumber(s string) (Decimal, bool) {
	if len(s) > longest {
		return Decimal{}, false
	}
	s = strings.TrimSpace(s)
	if d, ok := Number(s); ok {
		return d, true
	}
	t, negative := cutSign(s)
	for _, read := range wholeReaders {
		if d, ok := read(t); ok {
			if negative {
				d = d.Neg()
			}
			return d, true
		}
	}
	return Decimal{}, false
}

var wholeReaders = []func(string) (Decimal, bool){count, money, lettered, roman, shortFraction}

// count reads a number of pieces, pairs or dozens, and halves.
func count(s string) (Decimal, bool) {
	half := Decimal{coef: 5, digits: 1}
	s = strings.TrimRight(s, "个個")
	if s == "半" || s == "一半" || s == "1半" {
		return half, true
	}
	for _, e := range [...]struct {
		words string
		times int64
	}{{"对", 2}, {"對", 2}, {"双", 2}, {"雙", 2}, {"打", 12}} {
		if t, ok := strings.CutSuffix(s, e.words); ok {
			d, ok := Number(t)
			return d.Mul(Int(e.times)), ok
		}
	}
	if t, ok := strings.CutSuffix(s, "半"); ok { // 三个半
		d, ok := Number(strings.TrimRight(t, "个個"))
		return d.Add(half), ok
	}
	return Number(s)
}

// money reads 元 角 分, with 整 or 正 at the end of a round sum.
func money(s string) (Decimal, bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "整"), "正")
	var sum Decimal
	any := false
	for digits, names := range [...][]string{{"元", "圆", "圓"}, {"角", "毛"}, {"分"}} {
		for _, name := range names {
			head, tail, cut := strings.Cut(s, name)
			if !cut {
				continue
			}
			d, ok := Number(head)
			if !ok || d.Sign() < 0 {
				return Decimal{}, false
			}
			sum, s, any = sum.Add(d.Shift(-digits)), strings.TrimPrefix(tail, "零"), true
			break
		}
	}
	return sum, any && s == ""
}

// lettered reads 100K, 1.2M and .0012G.
func lettered(s string) (Decimal, bool) {
	if s == "" {
		return Decimal{}, false
	}
	exp := 0
	switch s[len(s)-1] {
	case 'K', 'k':
		exp = 3
	case 'M':
		exp = 6
	case 'G', 'B':
		exp = 9
	default:
		return Decimal{}, false
	}
	d, ok := parseDigits(strings.ReplaceAll(s[:len(s)-1], ",", ""))
	return d.Shift(exp), ok
}

// roman reads the Roman numerals that are one character, Ⅰ to Ⅻ and ⅰ to ⅻ.
func roman(s string) (Decimal, bool) {
	r, n := runeAt(s, 0)
	switch {
	case n != len(s):
		return Decimal{}, false
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		return Int(int64(r-'Ⅰ') + 1), true
	case r >= 'ⅰ' && r <= 'ⅻ':
		return Int(int64(r-'ⅰ') + 1), true
	}
	return Decimal{}, false
}

// shortFraction reads 十分一, 二份一 and 一又十分一, where 之 is left out.
func shortFraction(s string) (Decimal, bool) {
	for _, over := range [...]string{"分", "份"} {
		below, above, cut := strings.Cut(s, over)
		if !cut || above == "" || below == "" {
			continue
		}
		num, den, ok := Fraction(below + "分之" + strings.TrimPrefix(above, "之"))
		if !ok {
			return Decimal{}, false
		}
		return Quo(num, den)
	}
	return Decimal{}, false
}
