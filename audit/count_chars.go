package audit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shuzheng/policy"
)

// Every numeral of every document comes by here, so texts are gone over by sets of
// wide characters rather than character by character.

// nextOf is the first byte at or after i where a character of the set may stand, or a
// narrow mark or bracket; len(s) where none does.
func nextOf(set *policy.WideSet, s string, i int) int {
	for i = set.Skip(s, i); i < len(s); i = set.Skip(s, i) {
		if c := s[i]; c >= utf8.RuneSelf && c>>4 == 0xe || c < utf8.RuneSelf && narrowSigns[c] {
			return i
		}
		i++ // a letter, a digit, a byte of a character of two bytes or four
	}
	return len(s)
}

// narrowSigns are the characters of one byte that opening, closing and endsClause know.
var narrowSigns = [utf8.RuneSelf]bool{'(': true, ')': true, '[': true, ']': true, ',': true, ';': true, ':': true, '\n': true, '\t': true}

// mayBlank says whether white space may begin with a byte.
func mayBlank(c byte) bool { return c <= ' ' || c >= 0xc2 && c <= 0xe3 }

// trimSpace is strings.TrimSpace. Where a Chinese character stands nothing is trimmed.
func trimSpace(s string) string {
	n := len(s)
	if n == 0 || !mayBlank(s[0]) && (s[n-1] < utf8.RuneSelf && s[n-1] > ' ' || n > 2 && s[n-3]>>4 == 0xe && !mayBlank(s[n-3])) {
		return s
	}
	if first, _ := policy.FirstRune(s); !unicode.IsSpace(first) {
		if last, _ := policy.LastRune(s); !unicode.IsSpace(last) {
			return s
		}
	}
	return strings.TrimSpace(s)
}

// indent is the length of the blanks that s begins with.
func indent(s string) int {
	i := 0
	for i < len(s) {
		switch {
		case s[i] == ' ', s[i] == '\t':
			i++
		case strings.HasPrefix(s[i:], "\u3000"):
			i += len("\u3000")
		default:
			return i
		}
	}
	return i
}

// backOf is the end of the last character at or before byte i that may be of the set or
// is not wide; 0 where there is none.
func backOf(set *policy.WideSet, s string, i int) int {
	for i > 2 && s[i-3]>>4 == 0xe && !set.Ends(s[:i]) {
		i -= 3
	}
	return i
}

// behindLast is the end of the last character of s that is of a kind, which a set holds the wide
// ones of; 0 where there is none.
func behindLast(set *policy.WideSet, is func(rune) bool, s string) int {
	for i := backOf(set, s, len(s)); i > 0; {
		r, size := policy.LastRune(s[:i])
		if is(r) {
			return i
		}
		i = backOf(set, s, i-size)
	}
	return 0
}

// lastStop is where the last sentence of s begins, 0 where none ends in it.
func lastStop(s string) int { return behindLast(stopSet, endsSentence, s) }

var (
	listSet  = policy.WideSetOf("（【《〈“‘「『）】》〉”’」』、，。；：！？") // of listStart
	leadSet  = policy.WideSetOf("、—，。；：！？")
	splitSet = policy.WideSetOf("（【《〈“‘「『）】》〉”’」』、；和与及以")
	clauses  = policy.WideSetOf("，。；：！？、")
	stops    = policy.WideSetOf("。；")
	stopSet  = policy.WideSetOf("。！？")
	partSet  = policy.WideSetOf("，。；：！？（")
	nounEnds = policy.WideSetOf("、\u3000—的等和与及为是在二两三四五六七八九十，。；：！？（【《〈“‘「『）】》〉”’」』")
)

func opening(r rune) bool {
	switch r {
	case '（', '(', '【', '[', '《', '〈', '“', '‘', '「', '『':
		return true
	}
	return false
}

func closing(r rune) bool {
	switch r {
	case '）', ')', '】', ']', '》', '〉', '”', '’', '」', '』':
		return true
	}
	return false
}

// endsClause says whether a character ends a clause; 、 does not.
func endsClause(r rune) bool {
	switch r {
	case '，', ',', '。', '；', ';', '：', ':', '！', '？', '\n', '\t':
		return true
	}
	return false
}

// endsSentence says whether a character ends a sentence, 。 and the like.
func endsSentence(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '\n' }

// partsClause says whether a clause begins behind a character.
func partsClause(r rune) bool { return endsClause(r) && r != ':' || r == '（' || r == '(' }

// endsNoun says whether a character ends what is counted.
func endsNoun(r rune) bool {
	switch r {
	case '、', '!', '?', '<', '>', '"', '\'', ' ', '\u3000', '—', '-', '+',
		'的', '等', '和', '与', '及', '为', '是', '在', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return r >= '0' && r <= '9' || endsClause(r) || opening(r) || closing(r)
}
