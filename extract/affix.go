package extract

import (
	"strings"
)

func startsIn(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func endsIn(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// holdsMark is strings.Contains for one character of three bytes, found by its last,
// which is rarer than the first.
func holdsMark(s, mark string) bool {
	for {
		i := strings.IndexByte(s, mark[2])
		if i < 0 {
			return false
		}
		if i >= 2 && s[i-1] == mark[1] && s[i-2] == mark[0] {
			return true
		}
		s = s[i+1:]
	}
}

func upTo(s string, n int) string { return s[:min(n, len(s))] }
