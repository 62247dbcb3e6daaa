package normalize

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"shuzheng/policy"
)

//go:embed concept_words.tsv
var conceptWordsTSV string

// A conceptWord is words in the name of an indicator and what stands for them.
type conceptWord struct{ from, to string }

// conceptWords are the lines of concept_words.tsv by where they count, the longest
// words first.
type conceptWords struct {
	any                [512][]conceptWord // by hashChar of the first character
	anyFirst           policy.WideSet     // of those, the ones of three bytes
	start, end, growth []conceptWord
	starts, ends       [512]bool // by hashChar: the first characters of start, the last of end and growth
}

// conceptFolding is loaded with the first name that is looked up.
var conceptFolding = sync.OnceValue(func() *conceptWords { return newConceptWords(conceptWordsTSV) })

// newConceptWords panics on a fault: the table is the program's own.
func newConceptWords(tsv string) *conceptWords {
	w := &conceptWords{}
	n := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(tsv, "\n"), "\n") {
		if n++; strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 5 || c[1] == "" || !w.add(c[0], conceptWord{c[1], c[2]}) {
			panic(fmt.Sprintf("concept_words.tsv:%d: want where, words, what stands for them, example, result", n))
		}
	}
	longest := func(a, b conceptWord) int { return len(b.from) - len(a.from) }
	for _, list := range w.any {
		slices.SortStableFunc(list, longest)
	}
	for _, list := range [][]conceptWord{w.start, w.end, w.growth} {
		slices.SortStableFunc(list, longest)
	}
	return w
}

// add takes in a line, if where is one of the places there are. What is replaced in
// place must not grow.
func (w *conceptWords) add(where string, word conceptWord) bool {
	if where != "any" && len(word.to) > len(word.from) {
		return false
	}
	switch where {
	case "any":
		first := hashChar(word.from[:charLen(word.from[0])])
		w.any[first] = append(w.any[first], word)
		if charLen(word.from[0]) == 3 {
			w.anyFirst.Add(word.from)
		}
	case "start":
		w.start = append(w.start, word)
		w.starts[hashChar(word.from[:charLen(word.from[0])])] = true
	case "end":
		w.end = append(w.end, word)
		w.ends[hashChar(word.from[lastChar(word.from):])] = true
	case "growth":
		w.growth = append(w.growth, word)
		w.ends[hashChar(word.from[lastChar(word.from):])] = true
	default:
		return false
	}
	return true
}

// lastChar is where the last character of s begins.
func lastChar[S string | []byte](s S) int {
	i := len(s) - 1
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

// charLen is the length in bytes of the character that c begins.
func charLen(c byte) int {
	switch {
	case c < 0xc0:
		return 1
	case c < 0xe0:
		return 2
	case c < 0xf0:
		return 3
	}
	return 4
}

// hashChar tells most characters apart.
func hashChar[S string | []byte](char S) uint16 {
	if len(char) < 3 {
		return uint16(char[0])
	}
	return (uint16(char[0])<<6 ^ uint16(char[1])<<3 ^ uint16(char[2])) & 511
}

// fold appends to out the name s with all words of any replaced, from left to right.
func (w *conceptWords) fold(out []byte, s string) []byte {
next:
	for i := 0; i < len(s); {
		if j := w.anyFirst.Skip(s, i); j > i {
			out = append(out, s[i:j]...)
			i = j
			continue
		}
		n := min(charLen(s[i]), len(s)-i)
		for _, word := range w.any[hashChar(s[i:i+n])] {
			if strings.HasPrefix(s[i:], word.from) {
				out = append(out, word.to...)
				i += len(word.from)
				continue next
			}
		}
		out = append(out, s[i:i+n]...)
		i += n
	}
	return out
}

// trimStart replaces the first words of a folded name, in place, where they are of start.
func (w *conceptWords) trimStart(key []byte) ([]byte, bool) {
	if len(key) < 3 || !w.starts[hashChar(key[:min(charLen(key[0]), len(key))])] {
		return key, false
	}
	for _, word := range w.start {
		if n := len(word.from); len(key) > n && string(key[:n]) == word.from {
			key = key[n-len(word.to):]
			copy(key, word.to)
			return key, true
		}
	}
	return key, false
}

// minStem is how many bytes of a name its end must leave: 人才总量 says more than 人才.
const minStem = 7

// trimEnd is a folded name without words of end, which change nothing: 旅客吞吐量. What
// stands for them is written in place; a table has such words only where a second
// trimEnd does nothing.
func (w *conceptWords) trimEnd(key []byte) []byte {
	if len(key) < minStem || !w.ends[hashChar(key[lastChar(key):])] {
		return key
	}
	for _, word := range w.end {
		at := len(key) - len(word.from)
		if at+len(word.to) >= minStem && string(key[at:]) == word.from {
			return append(key[:at], word.to...)
		}
	}
	return key
}

// trimGrowth is a folded name without 增速 and the like.
func (w *conceptWords) trimGrowth(key []byte) ([]byte, bool) {
	if len(key) < 3 || !w.ends[hashChar(key[lastChar(key):])] {
		return key, false
	}
	for _, word := range w.growth {
		if bytes.HasSuffix(key, []byte(word.from)) && len(key) > len(word.from) {
			return key[:len(key)-len(word.from)], true
		}
	}
	return key, false
}
