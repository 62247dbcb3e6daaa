package normalize

import (
	"strings"

	"shuzheng/policy"
)

// Chinese numeral characters, simplified, traditional and those of cheques.
// The value of a digit is its column, of a magnitude its power of ten.
var (
	hanDigits = [10]string{
		"零〇○◯", "一壹弌", "二两兩贰貳貮弍", "三叁參叄弎", "四肆",
		"五伍", "六陆陸", "七柒", "八捌", "九玖",
	}
	hanTens   = [...]struct{ tens, chars string }{{"2", "廿"}, {"3", "卅"}, {"4", "卌"}}
	hanPlaces = [...]struct {
		power int
		chars string
	}{{1, "十拾"}, {2, "百佰"}, {3, "千仟"}, {4, "万萬"}, {8, "亿億"}}
)

// A sign is what one numeral character is worth, packed in a byte: its class in
// the upper half, its value in the lower.
type sign uint8

const (
	noSign    sign = 0
	digitSign sign = 1 << 4 // value 0–9
	tensSign  sign = 2 << 4 // 廿 卅 卌: value 2–4
	placeSign sign = 3 << 4 // 十 百 千: value is the power of ten
	largeSign sign = 4 << 4 // 万 亿: value is the power of ten
	classMask sign = 0xf0
)

// The unified ideographs, among which all numerals but the round zeros lie.
const (
	hanFirst = 0x4e00
	hanLast  = 0x9fff
)

func (s sign) class() sign { return s & classMask }
func (s sign) value() int  { return int(s &^ classMask) }

// signs maps the unified ideographs to signs; 〇 ○ ◯ lie outside and are met in hanSign.
var signs = func() *[hanLast - hanFirst + 1]sign {
	t := new([hanLast - hanFirst + 1]sign)
	set := func(chars string, s sign) {
		for _, r := range chars {
			if r >= hanFirst && r <= hanLast {
				t[r-hanFirst] = s
			}
		}
	}
	for v, chars := range hanDigits {
		set(chars, digitSign|sign(v))
	}
	for _, e := range hanTens {
		set(e.chars, tensSign|sign(e.tens[0]-'0'))
	}
	for _, e := range hanPlaces {
		class := placeSign
		if e.power >= 4 {
			class = largeSign
		}
		set(e.chars, class|sign(e.power))
	}
	return t
}()

// signSet holds the characters that a numeral may begin with; the rings ○ and ◯ do not.
var signSet = func() *policy.WideSet {
	all := "〇"
	for _, chars := range hanDigits {
		all += strings.Trim(chars, "○◯")
	}
	for _, e := range hanTens {
		all += e.chars
	}
	for _, e := range hanPlaces {
		all += e.chars
	}
	return policy.WideSetOf(all)
}()

// hanSign gives the numeral character that begins at byte i of s, which is three
// bytes long, or noSign.
func hanSign(s string, i int) sign {
	if i+3 > len(s) || s[i] < 0xe2 || s[i] > 0xe9 || s[i+1]&0xc0 != 0x80 || s[i+2]&0xc0 != 0x80 {
		return noSign
	}
	return hanRuneSign(rune(s[i]&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f))
}

// hanRuneSign is hanSign of a character up to hanLast.
func hanRuneSign(r rune) sign {
	if r >= hanFirst {
		return signs[r-hanFirst]
	}
	if r == '〇' || r == '○' || r == '◯' {
		return digitSign
	}
	return noSign
}

// runeAt is the character that begins at byte i of s, 0 at the end.
func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return policy.FirstRune(s[i:])
}

func isDigit(c byte) bool { return c-'0' < 10 }

// NumeralFirsts are the characters that NextNumeral stops at.
func NumeralFirsts() string {
	var b strings.Builder
	for r := rune(0); r <= hanLast; r++ {
		if r >= 0x80 && hanRuneSign(r) == noSign {
			continue // soonest told
		}
		if c := string(r); NextNumeral(c, 0) == 0 {
			b.WriteString(c)
		}
	}
	return b.String()
}
