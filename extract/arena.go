package extract

import "shuzheng/policy"

// An arena hands out the small things that a document is read with from larger
// pieces: thousands of marks, clauses and spans in a few allocations. What it gave
// lives as long as the document does. The zero value and nil are ready to use.
type arena struct {
	marks   []mark
	clauses []clause
	spans   []policy.Span
	drafts  []draft
}

// Sizes of the pieces: enough that a paragraph seldom crosses one.
const (
	markPiece   = 256
	clausePiece = 512
	spanPiece   = 512
	draftPiece  = 32
)

// room is an empty slice with at least n free places at the end of piece.
func room[T any](piece []T, n, size int) []T {
	if cap(piece)-len(piece) < n {
		piece = make([]T, 0, max(n, size))
	}
	return piece[len(piece):]
}

// keep closes the slice used of a piece that room gave, and is the rest of it.
func keep[T any](used []T) (closed, rest []T) {
	return used[:len(used):len(used)], used[len(used):]
}

// span is a list of one span.
func (a *arena) span(w policy.Span) []policy.Span {
	if a == nil {
		return []policy.Span{w}
	}
	var out []policy.Span
	out, a.spans = keep(append(room(a.spans, 1, spanPiece), w))
	return out
}

// draft is a new draft.
func (a *arena) draft() *draft {
	if a == nil {
		return new(draft)
	}
	if len(a.drafts) == cap(a.drafts) {
		a.drafts = make([]draft, 0, draftPiece)
	}
	a.drafts = append(a.drafts, draft{})
	return &a.drafts[len(a.drafts)-1]
}
