package audit

import (
	"unicode/utf8"

	"shuzheng/policy"
)

// Every numeral of every document comes by here, so texts are gone over by sets of
// wide characters rather than character by character.

// nextOf is the first byte at or after i where a character of the set may stand, or one
// that is not wide; len(s) where none does.
func nextOf(set *policy.WideSet, s string, i int) int {
	for i < len(s) {
		i = set.Skip(s, i)
		if i >= len(s) {
			break
		}
		if c := s[i]; c < utf8.RuneSelf || c&0xf0 == 0xe0 {
			return i
		}
		_, size := utf8.DecodeRuneInString(s[i:]) // two bytes, or four
		i += size
	}
	return len(s)
}

var (
	splitSet = policy.WideSetOf("（【《〈“‘「『）】》〉”’」』、；和与及以")
	clauses  = policy.WideSetOf("，。；：！？、")
	stops    = policy.WideSetOf("。；")
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

// endsNoun says whether a character ends what is counted.
func endsNoun(r rune) bool {
	switch r {
	case '、', '!', '?', '<', '>', '"', '\'', ' ', '\u3000', '—', '-', '+',
		'的', '等', '和', '与', '及', '为', '是', '在', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return r >= '0' && r <= '9' || endsClause(r) || opening(r) || closing(r)
}
