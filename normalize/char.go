package normalize

import "strings"

// HanEdges says whether s begins and ends with a common Chinese character, so that there
// is nothing to trim but Chinese: most often, and far sooner than strings.Trim knows.
func HanEdges(s string) bool { return len(s) > 2 && isHanByte(s[0]) && isHanByte(s[len(s)-3]) }

// TrimSpace is strings.TrimSpace, which is slow on what begins or ends with Chinese.
func TrimSpace(s string) string {
	if n := len(s); n > 2 && solid(s[0]) && (s[n-1] < 0x80 && solid(s[n-1]) || s[n-3] >= 0xe4) {
		return s // s[n-3] begins the last character, of three bytes, which is no blank
	}
	return strings.TrimSpace(s)
}

// solid says whether no blank begins with c, in UTF-8.
func solid(c byte) bool { return c > ' ' && c < 0x7f || c >= 0xe4 }

// IndexChar is strings.Index for one character of three bytes. It looks for the last
// of them, which in Chinese text is far rarer than the first.
func IndexChar(s, char string) int {
	for i := 2; i < len(s); i++ {
		k := strings.IndexByte(s[i:], char[2])
		if k < 0 {
			return -1
		}
		i += k
		if s[i-2] == char[0] && s[i-1] == char[1] {
			return i - 2
		}
	}
	return -1
}
