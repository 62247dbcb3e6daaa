// Package policy is the vocabulary that every stage shares: a Source and Spans
// of it, Text that remembers where it was read, the Blocks and Tables of a
// Document, and the Figures, Numerals and Problems found in it. It imports the
// standard library only and does no work of its own.
package policy

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
