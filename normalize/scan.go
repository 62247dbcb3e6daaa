package normalize

import "strings"

// A NumeralForm says how a numeral is written.
type NumeralForm uint8

// The forms of a numeral.
const (
	NoNumeral NumeralForm = iota
	Arabic                // 1,234.5 and 1.4万
	Han                   // 一千二百, 二〇三五; also 十百千万, which is no number
	Compound              // 1亿2000万, 3万五千
	Percent               // 百分之十, 千分之三, 万分之五
	Ratio                 // 三分之一
	Dotted                // 1.2.3, 2021.12.31: a section, version or date
)

// A Numeral is the place of one numeral in a folded text and of its parts:
// for 1.4万 the digits 1.4 and the magnitude 万 (Exp 4), for 百分之十 the digits 十.
// A Chinese or compound numeral holds its magnitudes in its digits; Exp is 0.
type Numeral struct {
	Start, End int // the whole
	From, To   int // the digits; the magnitude, if any, is [To, End)
	Exp        int // power of ten of the magnitude
	Form       NumeralForm
}

// Value is the number that n is in s, the text it was scanned from. It fails for
// what is no number: 十百千万, 五六十, 1.2.3, and 三分之一, whose decimals never end.
func (n Numeral) Value(s string) (Decimal, bool) {
	switch n.Form {
	case Arabic:
		d, ok := arabic(s[n.From:n.To])
		return d.Shift(n.Exp), ok
	case Han, Compound, Percent, Ratio:
		return Number(s[n.From:n.To])
	}
	return Decimal{}, false
}

// NextNumeral is the first byte at or after from where a numeral begins, or
// len(s). Numerals inside words are found too: 统一, G60.
func NextNumeral(s string, from int) int {
	for i := from; i < len(s); {
		c := s[i]
		switch {
		case c < 0x80:
			if isDigit(c) {
				return i
			}
			i++
		case c < 0xe0:
			i += 2
		case c < 0xf0:
			if n := signSet.Skip(s, i); n > i {
				i = n
				continue
			}
			if hanSign(s, i) != noSign {
				return i
			}
			i += 3
		default:
			i += 4
		}
	}
	return len(s)
}

// ScanNumeral reads the longest numeral that begins at byte i of a folded text.
// Its Form is NoNumeral where none does. 余, 多 and 几 end it: see ScanMagnitude
// for what may follow them.
func ScanNumeral(s string, i int) Numeral {
	if i >= len(s) {
		return Numeral{Start: i, End: i}
	}
	if isDigit(s[i]) {
		return scanArabic(s, i)
	}
	if hanSign(s, i) != noSign && s[i] != 0xe2 {
		return scanHan(s, i)
	}
	return Numeral{Start: i, End: i}
}

func scanArabic(s string, i int) Numeral {
	j := arabicEnd(s, i)
	if end := dottedEnd(s, j); end > j {
		return Numeral{Start: i, From: i, To: end, End: end, Form: Dotted}
	}
	end, exp := ScanMagnitude(s, j)
	n := Numeral{Start: i, From: i, To: j, End: end, Exp: exp, Form: Arabic}
	if end > j {
		if more := compoundEnd(s, n); more > end {
			return Numeral{Start: i, From: i, To: more, End: more, Form: Compound}
		}
	}
	return n
}

// dottedEnd is the end of further groups of digits after those that end at j,
// which hold a point already.
func dottedEnd(s string, j int) int {
	for j+1 < len(s) && s[j] == '.' && isDigit(s[j+1]) && !listsYear(s[j+1:]) {
		for j++; j < len(s) && isDigit(s[j]); {
			j++
		}
	}
	return j
}

// ScanMagnitude reads the magnitudes at byte i of a folded text: 万, 百万, 万亿.
// end is i where none stands there, and where it belongs to the next word: 5千瓦.
func ScanMagnitude(s string, i int) (end, exp int) {
	g := hanSign(s, i)
	if g.class() == placeSign {
		if g.value() < 2 || ownsPlace(s, i+3, g.value()) {
			return i, 0
		}
		exp, i = g.value(), i+3
		g = hanSign(s, i)
	}
	for g.class() == largeSign {
		exp, i = exp+g.value(), i+3
		g = hanSign(s, i)
	}
	return i, exp
}

// What after 千 and 百 makes a unit or another word of it: 千瓦, 千分点, 百强县.
const (
	afterThousand = "瓦克米伏卡乏安赫焦帕升巴分"
	afterHundred  = "分帕强佳优城校姓科余"
)

// ownsPlace says whether what stands at byte j takes the 千 or 百 before it.
func ownsPlace(s string, j, power int) bool {
	list := afterHundred
	if power == 3 {
		list = afterThousand
		if strings.HasPrefix(s[j:], "字节") {
			return true
		}
	}
	return j+3 <= len(s) && s[j] >= 0xe4 && strings.Contains(list, s[j:j+3])
}

// compoundEnd is the end of what goes on after the magnitude of n in smaller
// ones, 1亿2000万 or 3万五千, or n.End.
func compoundEnd(s string, n Numeral) int {
	if n.End >= len(s) || strings.IndexByte(s[n.From:n.To], '.') >= 0 {
		return n.End
	}
	var next Numeral
	if isDigit(s[n.End]) {
		j := arabicEnd(s, n.End)
		end, exp := ScanMagnitude(s, j)
		if end == j || exp >= n.Exp {
			return n.End // 投资3万2023年: digits without a magnitude start something new
		}
		next = Numeral{End: end}
	} else if g := hanSign(s, n.End).class(); g == digitSign || g == tensSign { // not 3亿千瓦时
		next = scanHan(s, n.End)
	} else {
		return n.End
	}
	if _, ok := Number(s[n.Start:next.End]); !ok {
		return n.End
	}
	return next.End
}

// scanHan reads a numeral in Chinese characters.
func scanHan(s string, i int) Numeral {
	j := hanEnd(s, i)
	n := Numeral{Start: i, From: i, To: j, End: j, Form: Han}
	rest, cut := strings.CutPrefix(s[j:], "分之")
	if !cut {
		return n
	}
	from := len(s) - len(rest)
	above := ScanNumeral(s, from)
	if above.Form != Arabic && above.Form != Han {
		return n
	}
	n.To, n.End = above.End, above.End
	if n.Form = Ratio; j-i == 3 && hanSign(s, i).value() >= 2 && hanSign(s, i).class() >= placeSign {
		n.Form, n.From = Percent, from
	}
	return n
}

// hanEnd is the end of the run of Chinese numerals that begins at byte i: with a
// round O between digits (二O三五), 点 before digits (三点一四), and without a 千 that
// belongs to a unit (三千瓦).
func hanEnd(s string, i int) int {
	j := i
	for j < len(s) {
		g := hanSign(s, j)
		switch {
		case g != noSign:
			j += 3
		case zeroBetween(s, i, j):
			j++
		case pointLen(s, j) > 0 && decimals(s, i, j):
			for j += 3; hanSign(s, j).class() == digitSign; {
				j += 3
			}
			end, _ := ScanMagnitude(s, j)
			return end
		default:
			return unitEnd(s, i, j)
		}
	}
	return j
}

// zeroBetween says whether byte j is an O or 0 between Chinese digits.
func zeroBetween(s string, i, j int) bool {
	return j >= i+3 && (s[j] == 'O' || s[j] == 'o' || s[j] == '0') &&
		hanSign(s, j-3).class() == digitSign && hanSign(s, j+1).class() == digitSign
}

// decimals says whether 点 at byte j is a decimal point: digits follow, and no
// ten, which would make it a time of day (八点三十分).
func decimals(s string, i, j int) bool {
	k := j + 3
	for hanSign(s, k).class() == digitSign {
		k += 3
	}
	return k > j+3 && hanSign(s, k) != placeSign|1 && hanSign(s, j-3) != noSign
}

// unitEnd gives back a 千 that belongs to the unit after it.
func unitEnd(s string, i, j int) int {
	if j-i > 3 && hanSign(s, j-3) == placeSign|3 && !strings.HasPrefix(s[j:], "米") && ownsPlace(s, j, 3) {
		return j - 3
	}
	return j
}
