package normalize

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A DocNumber is the number of an official document (文号) in a folded text.
type DocNumber struct {
	Start, End int    // in the text
	Number     string // in the one form that compares: 国发〔2021〕4号
}

// NextDocNumber finds the first number of a document in the folded text s from
// byte from on: 国发〔2021〕4号 with any brackets, 国务院令第588号, 第3号令,
// 公告2023年第5号. ok is false where there is none.
func NextDocNumber(s string, from int) (n DocNumber, ok bool) {
	for i := from; ; {
		k := IndexChar(s[i:], "号")
		if k < 0 {
			return DocNumber{}, false
		}
		i += k + len("号")
		if n, ok := docNumberEnding(s, from, i); ok {
			return n, true
		}
	}
}

// docNumberEnding reads the number whose 号 ends at byte end, not before byte low.
func docNumberEnding(s string, low, end int) (DocNumber, bool) {
	at := end - len("号")
	digits := lastDigits(s[low:at])
	if digits == 0 || digits > maxSerial {
		return DocNumber{}, false
	}
	serial := s[at-digits : at]
	rest := s[low : at-digits]
	before, counted := strings.CutSuffix(rest, "第")
	if open, year := lastYear(before); year != "" {
		code := organCode(s, low, low+open, 12)
		if code == "" {
			return DocNumber{}, false
		}
		return DocNumber{low + open - len(code), end, code + "〔" + year + "〕" + serial + "号"}, true
	}
	if !counted {
		return DocNumber{}, false
	}
	return orderEnding(s, low, low+len(before), end)
}

// maxSerial is how many bytes the serial of a document may have.
const maxSerial = 15

// orderEnding reads 国务院令|第588号, 公告2023年|第5号 and 国务院|第588号|令; the bar of
// 第 is at byte at, 号 ends at byte end.
func orderEnding(s string, low, at, end int) (DocNumber, bool) {
	before := s[low:at]
	head := before
	if y, ok := strings.CutSuffix(before, "年"); ok {
		if n := lastDigits(y); n == 4 {
			head = y[:len(y)-4]
		}
	}
	for _, w := range [...]string{"令", "公告", "通告"} {
		if name, ok := strings.CutSuffix(head, w); ok {
			from := at - (len(before) - len(name)) - len(organCode(s, low, low+len(name), 24))
			return DocNumber{from, end, s[from:end]}, true
		}
		if strings.HasPrefix(s[end:], w) {
			from := at - (len(before) - len(head)) - len(organCode(s, low, low+len(head), 24))
			return DocNumber{from, end + len(w), s[from : end+len(w)]}, true
		}
	}
	return DocNumber{}, false
}

// lastDigits is the length of the number that s ends in: Arabic digits, or else
// Chinese numerals.
func lastDigits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[len(s)-1-n]) {
		n++
	}
	for n == 0 || !isDigit(s[len(s)-n]) {
		r, size := utf8.DecodeLastRuneInString(s[:len(s)-n])
		if !strings.ContainsRune("〇零一二三四五六七八九十百", r) || size != 3 || n > maxSerial {
			break
		}
		n += size
	}
	return n
}

// yearBrackets may stand around the year of a number.
var yearBrackets = [...][2]string{{"〔", "〕"}, {"[", "]"}, {"（", "）"}, {"(", ")"}, {"【", "】"}, {"﹝", "﹞"}, {"「", "」"}}

// lastYear is the year in brackets that s ends in, and where the bracket opens.
func lastYear(s string) (open int, year string) {
	for _, b := range yearBrackets {
		in, ok := strings.CutSuffix(s, b[1])
		if !ok {
			continue
		}
		in = strings.TrimSuffix(in, "年")
		if n := len(in) - 4; n >= 0 && (in[n:n+2] == "19" || in[n:n+2] == "20") && isDigit(in[n+2]) && isDigit(in[n+3]) {
			if head, ok := strings.CutSuffix(in[:n], b[0]); ok {
				return len(head), in[n:]
			}
		}
	}
	return 0, ""
}

// organCode is the name or the code of an organ (国发, 浙政办发, 国务院) that s[low:end]
// ends in: at most most Chinese characters, at least two.
func organCode(s string, low, end, most int) string {
	from := end
	for n := 0; n < most && from > low; n++ {
		r, size := utf8.DecodeLastRuneInString(s[low:from])
		if r < 0x4e00 || r > 0x9fff || r == '号' || r == '第' {
			break
		}
		from -= size
	}
	code := s[from:end]
	for _, w := range notInCode {
		if k := strings.LastIndex(code, w); k >= 0 {
			code = code[k+len(w):]
		}
	}
	if code = withoutAnd(s[:end-len(code)], code); len(code) < 6 {
		return ""
	}
	return code
}

// withoutAnd drops the 和 that joins a number to one before it: 12号|和临政发.
func withoutAnd(before, code string) string {
	if !policy.EndsAny(before, "号", "》", "）", "”", "〕") {
		return code
	}
	for _, w := range [...]string{"以及", "和", "及", "与", "或"} {
		if rest, ok := strings.CutPrefix(code, w); ok {
			return rest
		}
	}
	return code
}

// notInCode are words that may stand before a number and are no part of it.
var notInCode = wordClasses.Of("notincode")
