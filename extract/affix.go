package extract

import (
	"strings"

	"shuzheng/normalize"
)

func startsIn(s string, words ...string) bool {
	for _, w := range words {
		if normalize.Begins(s, w) {
			return true
		}
	}
	return false
}

func endsIn(s string, words ...string) bool {
	for _, w := range words {
		if normalize.Ends(s, w) {
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

func upTo(s string, n int) string { return s[:min(n, len(s))] }
