package extract

import (
	"unicode/utf8"

	"shuzheng/policy"
)

// clauseSet holds the marks that splitClauses knows.
var clauseSet = policy.WideSetOf("，；。！？：（）")

// splitClauses cuts s at ，；。！？：. A bracket keeps its inner marks to itself:
// the clause around （1～5月，全市57家） goes on behind it.
// It appends them to out.
func splitClauses(out []clause, s string) []clause {
	start, sentence, depth := 0, 0, 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		if n := clauseSet.Skip(s, i); n > i {
			i = n
			continue
		}
		// all the marks are three bytes that begin with E3 80 or EF BC
		if (c != 0xE3 && c != 0xEF) || i+2 >= len(s) {
			i += runeLen(c)
			continue
		}
		switch s[i : i+3] {
		case "（":
			depth++
		case "）":
			depth = max(depth-1, 0)
		case "，", "：":
			if depth == 0 && !betweenDigits(s, i) {
				out = append(out, clause{start, i, sentence, 0})
				start = i + 3
			}
		case "；", "。", "！", "？":
			if depth > 0 && s[i:i+3] == "；" {
				break
			}
			depth = 0
			out = append(out, clause{start, i, sentence, 0})
			start = i + 3
			sentence++
		}
		if n := len(out); n > 0 && out[n-1].end == i && start == i+3 {
			out[n-1].stop, _ = utf8.DecodeRuneInString(s[i:])
		}
		i += 3
	}
	return append(out, clause{start, len(s), sentence, 0})
}

// runeLen is the length of the UTF-8 sequence that c begins.
func runeLen(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// betweenDigits says whether the mark at byte i parts the numbers of a ratio.
func betweenDigits(s string, i int) bool {
	return i > 0 && i+3 < len(s) && s[i-1]-'0' < 10 && s[i+3]-'0' < 10
}
