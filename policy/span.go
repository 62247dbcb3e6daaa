// Package policy is the vocabulary that every stage shares: a Source and Spans
// of it, Text that remembers where it was read, the Blocks and Tables of a
// Document, and the Figures, Numerals and Problems found in it. It imports the
// standard library only and does no work of its own.
package policy

import "unicode/utf8"

// A Span is the half-open byte range [Start, End) of a text that the context
// names: a document's Content unless something else is said.
type Span struct {
	Start, End int
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains says whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// runeStep is the distance in bytes between two counted places of a RuneIndex.
const runeStep = 512

// A RuneIndex turns byte offsets of one string into counts of code points.
type RuneIndex struct {
	text   string
	counts []int // code points before byte i*runeStep
}

// NewRuneIndex counts the code points of s, which must be valid UTF-8.
func NewRuneIndex(s string) *RuneIndex {
	x := &RuneIndex{text: s, counts: make([]int, 0, len(s)/runeStep+1)}
	n := 0
	for i := 0; i < len(s); i += runeStep {
		x.counts = append(x.counts, n)
		n += runeStarts(s[i:min(i+runeStep, len(s))])
	}
	return x
}

// Runes is the number of code points before byte offset off, 0 ≤ off ≤ len.
func (x *RuneIndex) Runes(off int) int {
	k := off / runeStep
	if k >= len(x.counts) {
		if k == 0 {
			return 0
		}
		k = len(x.counts) - 1
	}
	return x.counts[k] + runeStarts(x.text[k*runeStep:off])
}

// runeStarts counts the bytes of s that begin a code point.
func runeStarts(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
