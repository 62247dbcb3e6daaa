package policy

import "strings"

// Begins is strings.HasPrefix for one of many words, most of which are not there: the last
// byte of a word tells it from nearly all others.
func Begins(s, w string) bool {
	n := len(w)
	return n <= len(s) && (n == 0 || s[n-1] == w[n-1] && s[:n] == w)
}

// Ends is strings.HasSuffix as Begins is strings.HasPrefix. Here the third byte of the word
// tells, the last of its first character.
func Ends(s, w string) bool {
	k := len(s) - len(w)
	return k >= 0 && (len(w) < 3 || s[k+2] == w[2]) && s[k:] == w
}

// BeginsAny says whether s begins with one of the words.
func BeginsAny(s string, words ...string) bool {
	for _, w := range words {
		if Begins(s, w) {
			return true
		}
	}
	return false
}

// EndsAny says whether s ends with one of the words.
func EndsAny(s string, words ...string) bool {
	for _, w := range words {
		if Ends(s, w) {
			return true
		}
	}
	return false
}

// HoldsAny says whether one of the words stands in s.
func HoldsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
