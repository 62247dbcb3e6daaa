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

// Digits is the number of the ASCII digits that s begins with.
func Digits(s string) int {
	n := 0
	for n < len(s) && s[n]-'0' < 10 {
		n++
	}
	return n
}

// AllDigits says whether s is nothing but ASCII digits, and some.
func AllDigits(s string) bool { return s != "" && Digits(s) == len(s) }

// LastChar is where the last character of s begins, 0 where s is empty.
func LastChar[S string | []byte](s S) int {
	i := len(s) - 1
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return max(i, 0)
}
