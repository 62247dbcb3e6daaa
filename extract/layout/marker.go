package layout

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A style is a way of numbering headings and items.
type style uint8

// The styles from the outermost to the innermost.
const (
	noStyle     style = iota
	partStyle         // 第一部分 第一编 第一篇
	chapter           // 第一章
	section           // 第一节
	article           // 第一条
	hanComma          // 一、
	hanParen          // （一）
	arabic            // 1. 1、
	decimal           // 1.1
	decimal3          // 1.1.1
	arabicParen       // （1）
	halfParen         // 1） 1)
	circle            // ①
	dash              // ——, ●
)

// A marker is the number an item begins with.
type marker struct {
	style  style
	number int
	len    int // bytes of the marker, without blanks behind it
}

// MarkerLen is the length of the number of an item that s begins with: （一）, 1., ①.
func MarkerLen(s string) int { return readMarker(s).len }

// readMarker reads the marker that s begins with; its style is noStyle where s
// begins with none (3.5%, 2024.5.1, 三、四线城市).
func readMarker(s string) marker {
	r, n := policy.FirstRune(s)
	switch {
	case r == '第':
		return ordinalMarker(s)
	case r == '（' || r == '(':
		return parenMarker(s, n)
	case isDigit(r):
		return arabicMarker(s)
	case isHanDigit(r):
		return hanMarker(s)
	case isHan(r): // as nearly always
		return marker{}
	case r >= '①' && r <= '⑳':
		return marker{circle, int(r-'①') + 1, n}
	case r >= '⑴' && r <= '⒇':
		return marker{arabicParen, int(r-'⑴') + 1, n}
	case r >= '⒈' && r <= '⒛':
		return marker{arabic, int(r-'⒈') + 1, n}
	case r >= '㈠' && r <= '㈩':
		return marker{hanParen, int(r-'㈠') + 1, n}
	case strings.HasPrefix(s, "——"), strings.HasPrefix(s, "──"), strings.HasPrefix(s, "－－"):
		return marker{dash, 0, 6}
	case isBullet(r) && isHan(firstRune(s[skipBlanks(s, n):])):
		return marker{dash, 0, n}
	}
	return marker{}
}

// isBullet says whether r is a sign that items of a list begin with.
func isBullet(r rune) bool {
	switch r {
	case '●', '■', '◆', '▲', '★', '◇', '•', '➢', '➤', '▶', '◎', '※', '☆':
		return true
	}
	return false
}

// ordinalMarker reads 第一章, 第十二条, 第3节, 第一部分.
func ordinalMarker(s string) marker {
	const head = len("第")
	v, n := readOrdinal(s[head:])
	if n == 0 {
		return marker{}
	}
	rest := s[head+n:]
	for _, k := range [...]struct {
		word  string
		style style
	}{{"部分", partStyle}, {"编", partStyle}, {"篇", partStyle}, {"章", chapter}, {"节", section}, {"条", article}} {
		if strings.HasPrefix(rest, k.word) && !refersOn(rest[len(k.word):]) {
			return marker{k.style, v, head + n + len(k.word)}
		}
	}
	return marker{}
}

// refersOn says whether what follows 第三条 shows that it is cited, not begun.
func refersOn(rest string) bool {
	return strings.HasPrefix(rest, "（一）") || policy.BeginsAny(rest, cited...)
}

var cited = words.Of("cited")

// parenMarker reads （一） (1) （十二）; open is the length of the bracket.
func parenMarker(s string, open int) marker {
	v, n := readOrdinal(s[open:])
	end := open + n
	r, k := policy.FirstRune(s[end:])
	if v == 0 || v > 199 || r != '）' && r != ')' {
		return marker{}
	}
	st := arabicParen
	if !isDigit(firstRune(s[open:])) {
		st = hanParen
	}
	if end += k; strings.HasPrefix(s[end:], "、") {
		end += len("、")
	} else if strings.HasPrefix(s[end:], ".") {
		end++
	}
	return marker{st, v, end}
}

// hanMarker reads 一、 十二、 and 一. but not 三、四线城市 or 二〇二四.
func hanMarker(s string) marker {
	v, n := readHan(s)
	if n == 0 {
		return marker{}
	}
	n = skipBlanks(s, n)
	r, k := policy.FirstRune(s[n:])
	switch r {
	case '、':
		if next, m := readHan(s[n+k:]); m > 0 && (next == v+1 || v == 10 && next == 10) {
			after := s[n+k+m:]
			if !policy.BeginsAny(after, "〇", "O", "○") {
				return marker{} // 一、二级市场
			}
		}
	case '.', '．':
	default:
		return marker{}
	}
	return marker{hanComma, v, n + k}
}

// arabicMarker reads 1. 1、 1． 1) 1） and 1.1, 1.1.1, but no decimal and no date.
func arabicMarker(s string) marker {
	v, n := readArabic(s)
	if n == 0 || v == 0 || v > 199 {
		return marker{}
	}
	r, k := policy.FirstRune(s[n:])
	switch r {
	case '、', '.', '．':
		if rest := s[n+k:]; !isDigit(firstRune(rest)) || startsWithYear(rest) {
			return marker{arabic, v, n + k}
		}
		if r != '、' { // no 1、2号线
			return decimalMarker(s, n+k)
		}
	case ')', '）':
		return marker{halfParen, v, n + k}
	}
	return marker{}
}

// bareNumber is the number of an item that nothing but a blank parts from its wording: 01 新建学校. 0 if s begins with none.
func bareNumber(s string) int {
	v, n := readArabic(s)
	if rest := s[skipBlanks(s, n):]; n == 0 || v > 99 || len(rest)+n == len(s) || !isHan(firstRune(rest)) || startsWithUnit(rest) {
		return 0
	}
	return v
}

// decimalMarker reads 1.1 总则, 1.1.1 目的; at is behind the first point. A decimal
// figure has its unit at once: 3.5%, 1.2亿元.
func decimalMarker(s string, at int) marker {
	depth, last := 1, 0
	for {
		v, n := readArabic(s[at:])
		if n == 0 || n > 2 || depth > 2 {
			return marker{}
		}
		depth, last, at = depth+1, v, at+n
		if c := s[at:]; len(c) < 2 || c[0] != '.' || !isDigit(rune(c[1])) {
			break
		}
		at++
	}
	rest := s[at:]
	if blankLen(rest) == 0 || !isHan(firstRune(trim(rest))) || startsWithUnit(trim(rest)) {
		return marker{}
	}
	return marker{decimal + style(depth-2), last, at}
}

// startsWithUnit says whether s begins with a magnitude or a common unit, so that
// the number before it is a figure.
func startsWithUnit(s string) bool {
	return strings.ContainsRune("万亿千百个元家项吨倍年月日号人户件度米公平亩小天成番名辆台", firstRune(s))
}

// startsWithYear says whether s begins with 2024年 or 2024-.
func startsWithYear(s string) bool {
	year, n := readArabic(s)
	return year > 999 && (strings.HasPrefix(s[skipBlanks(s, n):], "年") || strings.HasPrefix(s[n:], "-") || strings.HasPrefix(s[n:], "—"))
}

// readOrdinal reads 12 or 十二.
func readOrdinal(s string) (value, n int) {
	if v, n := readArabic(s); n > 0 {
		return v, n
	}
	return readHan(s)
}

// readArabic reads up to four half-width or full-width figures.
func readArabic(s string) (value, n int) {
	for k := 0; n < len(s); k++ {
		r, m := policy.FirstRune(s[n:])
		if !isDigit(r) {
			break
		}
		if k == 4 {
			return 0, 0
		}
		if r >= '０' {
			r -= '０' - '0'
		}
		value, n = value*10+int(r-'0'), n+m
	}
	return value, n
}

// readHan reads a Chinese numeral below a thousand: 三, 十二, 二十, 一百零三.
func readHan(s string) (value, n int) {
	digit := 0
	for k := 0; n < len(s) && k < 6; k++ {
		r, m := policy.FirstRune(s[n:])
		switch r {
		case '〇', '零':
		case '十':
			value += max(digit, 1) * 10
			digit = 0
		case '百':
			value += max(digit, 1) * 100
			digit = 0
		default:
			d := normalize.HanDigit(s[n:])
			if d == 0 {
				return value + digit, n
			}
			digit = d
		}
		n += m
	}
	return value + digit, n
}
