package read

import (
	"strconv"
	"strings"
)

// wordNumber writes n in a format of automatic numbering, by its name in ISO/IEC
// 29500 (ST_NumberFormat). Formats of other languages than Chinese and English are
// written as decimals.
func wordNumber(format string, n int) string {
	if write := numberings[format]; write != nil {
		return write(n)
	}
	for _, series := range numberSeries[format] {
		if n >= series.first && n < series.first+len(series.signs) {
			return string(series.signs[n-series.first])
		}
	}
	return strconv.Itoa(n)
}

// numberings are the formats that are made up for each number.
var numberings = map[string]func(n int) string{
	"none":                       noNumber,
	"bullet":                     noNumber,
	"decimalZero":                twoDigits,
	"upperLetter":                func(n int) string { return letterNumber(n, 'A') },
	"lowerLetter":                func(n int) string { return letterNumber(n, 'a') },
	"upperRoman":                 roman,
	"lowerRoman":                 func(n int) string { return strings.ToLower(roman(n)) },
	"decimalFullWidth":           wideNumber,
	"decimalFullWidth2":          wideNumber,
	"numberInDash":               func(n int) string { return "- " + strconv.Itoa(n) + " -" },
	"ideographDigital":           hanDigits,
	"taiwaneseDigital":           hanDigits,
	"japaneseDigitalTenThousand": hanDigits,
	"chineseCounting":            countedInWords,
	"taiwaneseCounting":          countedInWords,
	"chineseCountingThousand":    inWords,
	"taiwaneseCountingThousand":  inWords,
	"japaneseCounting":           inWords,
	"chineseLegalSimplified":     func(n int) string { return hanNumber(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", false) },
	"ideographLegalTraditional":  func(n int) string { return hanNumber(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", false) },
}

func noNumber(int) string { return "" }

func wideNumber(n int) string { return digitsAs(n, "０１２３４５６７８９") }

func hanDigits(n int) string { return digitsAs(n, "〇一二三四五六七八九") }

func inWords(n int) string {
	return hanNumber(n, "零一二三四五六七八九", "十百千万", true)
}

// twoDigits writes n with a zero before it where it has one digit.
func twoDigits(n int) string {
	if n >= 0 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// countedInWords writes n in words to 99 and digit by digit beyond.
func countedInWords(n int) string {
	if n >= 100 {
		return digitsAs(n, "○一二三四五六七八九")
	}
	return inWords(n)
}

// A signSeries is a row of signs for the numbers from first on.
type signSeries struct {
	first int
	signs []rune
}

// numberSeries are the formats that have a sign of its own for each number.
var numberSeries = map[string][]signSeries{
	"decimalEnclosedCircle":        circles,
	"decimalEnclosedCircleChinese": circles,
	"decimalEnclosedParen":         {{1, []rune("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")}},
	"decimalEnclosedFullstop":      {{1, []rune("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")}},
	"ideographEnclosedCircle":      {{1, []rune("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")}},
	"ideographTraditional":         {{1, []rune("甲乙丙丁戊己庚辛壬癸")}},
	"ideographZodiac":              {{1, []rune("子丑寅卯辰巳午未申酉戌亥")}},
}

var circles = []signSeries{{1, []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")}}

// letterNumber writes 1 to 26 as a to z, and then aa, bb …, as word processors do.
func letterNumber(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

// roman writes n with Roman numerals.
func roman(n int) string {
	if n < 1 || n > 4999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, d := range [...]struct {
		v    int
		sign string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.v; n -= d.v {
			out.WriteString(d.sign)
		}
	}
	return out.String()
}

// digitsAs writes each decimal digit of n by its sign.
func digitsAs(n int, signs string) string {
	of := []rune(signs)
	var out strings.Builder
	for _, c := range strconv.Itoa(n) {
		if c < '0' || c > '9' {
			return strconv.Itoa(n)
		}
		out.WriteRune(of[c-'0'])
	}
	return out.String()
}

// hanNumber writes 0 to 99,999 in words: 一百零五. With short, 10 to 19 are 十 to 十九.
func hanNumber(n int, digits, places string, short bool) string {
	if n < 0 || n > 99_999 {
		return strconv.Itoa(n)
	}
	of, unit := []rune(digits), []rune(places)
	if n == 0 {
		return string(of[0])
	}
	var out strings.Builder
	zero := false
	for place, v := 4, 10_000; place >= 0; place, v = place-1, v/10 {
		d := n / v % 10
		if d == 0 {
			zero = out.Len() > 0
			continue
		}
		if zero {
			out.WriteRune(of[0])
			zero = false
		}
		if !(short && d == 1 && place == 1 && n < 20) {
			out.WriteRune(of[d])
		}
		if place > 0 {
			out.WriteRune(unit[place-1])
		}
	}
	return out.String()
}
