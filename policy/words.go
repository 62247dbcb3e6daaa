package policy

import (
	"math/bits"
	"strings"
)

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

// LastIndex is strings.LastIndex, a few times as quick: it looks for the last byte of the word eight bytes at a time.
func LastIndex(s, w string) int {
	n, low := len(w), uint64(0x7f7f7f7f7f7f7f7f)
	last, i := w[n-1], len(s)
	for ; i >= 8; i -= 8 {
		x := Word(s[i-8:]) ^ uint64(last)*0x0101010101010101
		for at := ^((x&low + low) | x | low); at != 0; at &= 1<<(63-bits.LeadingZeros64(at)) - 1 { // the top bit of each byte that is it
			if end := i - bits.LeadingZeros64(at)/8; end >= n && s[end-n:end] == w {
				return end - n
			}
		}
	}
	for ; i >= n; i-- {
		if s[i-1] == last && s[i-n:i] == w {
			return i - n
		}
	}
	return -1
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
	if i > 1 && s[i] >= 0x80 && s[i-2] >= 0xe0 {
		return i - 2 // as nearly always
	}
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return max(i, 0)
}
