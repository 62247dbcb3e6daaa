package normalize

import (
	"strings"

	"shuzheng/policy"
)

// punctuation widens a narrow sign that is Chinese punctuation.
func (f *folder) punctuation(i int) (int, string) {
	wide := false
	switch c := f.s[i]; c {
	case ')':
		wide = f.close(i)
	default:
		wide = (!f.latin(i) || f.behindValue(i)) && !f.betweenDigits(i)
		if c == '(' {
			f.open, f.depth = f.open<<1, min(f.depth+1, 64)
			if wide {
				f.open |= 1
			}
		}
	}
	if !wide {
		return 0, ""
	}
	return 1, widened[f.s[i]]
}

// behindValue says whether the comma or semicolon at byte i stands right between a value and
// a Latin name, as in a list of measures, where English has a blank: 17%;PM10浓度, 25μg/m3,SO2浓度.
func (f *folder) behindValue(i int) bool {
	if f.s[i] != ',' && f.s[i] != ';' || i == 0 || i+1 == len(f.s) {
		return false
	}
	before, after := f.s[i-1], f.s[i+1]
	return (before == '%' || isDigit(before)) && after|0x20 >= 'a' && after|0x20 <= 'z'
}

// quote writes a pair of straight quotation marks around Chinese as curved ones: "十四五" → “十四五”,
// but not 27"屏 or "GDP".
func (f *folder) quote(i int) (int, string) {
	open := f.quoted
	f.quoted = unquoted
	switch open {
	case curved:
		return 1, "”"
	case straight:
		return 0, ""
	}
	n := strings.IndexAny(f.s[i+1:], "\"\n")
	if n <= 0 || n > longestQuote || f.s[i+1+n] != '"' || i > 0 && isDigit(f.s[i-1]) {
		return 0, ""
	}
	if f.quoted = straight; strings.ContainsFunc(f.s[i+1:i+1+n], isChinese) {
		f.quoted = curved
		return 1, "“"
	}
	return 0, ""
}

// A quoting says what the straight quotation mark was made that stands open.
type quoting uint8

const (
	unquoted quoting = iota
	straight
	curved
)

// longestQuote is how many bytes stand between two quotation marks of a pair at most.
const longestQuote = 600

// close gives a closing bracket the width of the one it closes.
func (f *folder) close(i int) bool {
	if f.depth == 0 {
		return !f.latin(i)
	}
	wide := f.open&1 == 1
	f.open, f.depth = f.open>>1, f.depth-1
	return wide
}

var widened = [256]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '(': "（", ')': "）"}

// latin says whether the sign at byte i stands in Latin text: a letter on one
// side and nothing Chinese on either.
func (f *folder) latin(i int) bool {
	j := i
	for j > 0 && f.s[j-1] == ' ' {
		j--
	}
	k := i + 1
	for k < len(f.s) && f.s[k] == ' ' {
		k++
	}
	before, _ := policy.LastRune(f.s[:j])
	after, _ := runeAt(f.s, k)
	if j == 0 {
		before = 0
	}
	return (isLatin(before) || isLatin(after)) && !isChinese(before) && !isChinese(after) && before != '%'
}
