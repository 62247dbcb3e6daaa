package paper

import (
	"strings"
	"unicode/utf8"
)

// goesBefore says whether r ends or parts what stands before it.
func goesBefore(r rune) bool {
	return strings.ContainsRune("，。、；：）”》！？%％〕】’", r)
}

func opensBracket(r rune) bool { return strings.ContainsRune("（(〔【", r) }

// isMarker says whether s begins with the number of an item or a heading: 一、（二）
// 3. 第四条 （5）①.
func isMarker(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	switch {
	case r >= '①' && r <= '⑳':
		return true
	case r == '（' || r == '(':
		k := numberLen(rest)
		r, _ = utf8.DecodeRuneInString(rest[k:])
		return k > 0 && (r == '）' || r == ')')
	case r == '第':
		k := numberLen(rest)
		r, _ = utf8.DecodeRuneInString(rest[k:])
		return k > 0 && strings.ContainsRune("章节条编篇部", r)
	}
	k := numberLen(s)
	if k == 0 {
		return false
	}
	r, n = utf8.DecodeRuneInString(s[k:])
	if r == '.' || r == '．' {
		r, _ = utf8.DecodeRuneInString(s[k+n:])
		return r < '0' || r > '9'
	}
	return r == '、'
}

// numberLen is the length of the Arabic or Chinese number that s begins with.
func numberLen(s string) int {
	for i, r := range s {
		if !(r >= '0' && r <= '9') && !strings.ContainsRune("一二三四五六七八九十百", r) {
			return i
		}
	}
	return len(s)
}
