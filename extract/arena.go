package extract

import (
	"sync"

	"shuzheng/extract/marks"
	"shuzheng/extract/platform"
	"shuzheng/policy"
)

// An arena hands out the small things that a document is read with from larger
// pieces: thousands of passages, marks, clauses and drafts in a few allocations. All
// of it but the spans, which figures keep, is used again for the next document. nil is
// ready to use.
type arena struct {
	passages shelf[passage]
	marks    shelf[mark]
	clauses  shelf[clause]
	drafts   shelf[draft]
	cells    shelf[sheetCell]
	numbers  shelf[cellText]
	labels   shelf[label]
	surveys  shelf[uint8]
	sections shelf[section]
	subjects shelf[subject]
	ranges   shelf[policy.Span] // of passages
	folded   []platform.Folded
	scratch  scratch
	ctx      context
	signals  []signal
	cues     []cue
	takings  []taking
	spans    []policy.Span // of the Content
}

// arenas keeps those that no document is read with.
var arenas = sync.Pool{New: func() any { return new(arena) }}

// newArena gives an arena that is empty. Nothing it hands out may be used after free.
func newArena() *arena { return arenas.Get().(*arena) }

func (a *arena) free() {
	a.passages.reset()
	a.marks.reset()
	a.clauses.reset()
	a.drafts.reset()
	a.cells.reset()
	a.numbers.reset()
	a.labels.reset()
	a.surveys.reset()
	a.sections.reset()
	a.subjects.reset()
	a.ranges.reset()
	a.spans = nil
	arenas.Put(a)
}

// Sizes of the pieces: enough that a paragraph seldom crosses one.
const (
	passagePiece = 64
	markPiece    = 256
	clausePiece  = 512
	spanPiece    = 128
	draftPiece   = 32
	cellPiece    = 256
	numberPiece  = 64
	labelPiece   = 64
	surveyPiece  = 64 << 10
	sectionPiece = 64
	subjectPiece = 64
)

// A shelf hands out slices of larger pieces.
type shelf[T any] struct {
	rest   []T // of the piece in use: empty, with what is free behind it
	pieces [][]T
	used   int // of them
}

// room is an empty slice with at least n free places behind it.
func (s *shelf[T]) room(n, size int) []T {
	for cap(s.rest) < n {
		if s.used == len(s.pieces) {
			s.pieces = append(s.pieces, make([]T, 0, max(n, size)))
		}
		s.rest = s.pieces[s.used]
		s.used++
	}
	return s.rest
}

// keep closes the slice that room gave, now that it is filled.
func (s *shelf[T]) keep(filled []T) []T {
	if cap(filled) <= cap(s.rest) { // else it has outgrown its piece
		s.rest = filled[len(filled):]
	}
	return filled[:len(filled):len(filled)]
}

// take is n zero values.
func (s *shelf[T]) take(n, size int) []T {
	out := s.keep(s.room(n, size)[:n])
	clear(out)
	return out
}

func (s *shelf[T]) reset() { s.rest, s.used = nil, 0 }

// span is a list of one span of the Content.
func (a *arena) span(w policy.Span) []policy.Span {
	if a == nil {
		return []policy.Span{w}
	}
	if len(a.spans) == cap(a.spans) {
		a.spans = make([]policy.Span, 0, spanPiece)
	}
	n := len(a.spans)
	a.spans = append(a.spans, w)
	return a.spans[n : n+1 : n+1]
}

// within is span for a range of a passage, which no figure keeps.
func (a *arena) within(w policy.Span) []policy.Span {
	if a == nil {
		return []policy.Span{w}
	}
	return a.ranges.keep(append(a.ranges.room(1, spanPiece), w))
}

// twoSpans is a list of two spans.
func (a *arena) twoSpans(v, w policy.Span) []policy.Span {
	if a == nil {
		return []policy.Span{v, w}
	}
	if len(a.spans)+2 > cap(a.spans) {
		a.spans = make([]policy.Span, 0, spanPiece)
	}
	n := len(a.spans)
	a.spans = append(a.spans, v, w)
	return a.spans[n : n+2 : n+2]
}

// draft is a new draft.
func (a *arena) draft() *draft {
	if a == nil {
		return new(draft)
	}
	return &a.drafts.take(1, draftPiece)[0]
}

// context is that of the passage being read; there is but one.
func (a *arena) context() *context {
	if a == nil {
		return new(context)
	}
	return &a.ctx
}

// number is a new cellText.
func (a *arena) number() *cellText {
	if a == nil {
		return new(cellText)
	}
	return &a.numbers.take(1, numberPiece)[0]
}

// label is a new label.
func (a *arena) label() *label {
	if a == nil {
		return new(label)
	}
	return &a.labels.take(1, labelPiece)[0]
}

// bytes is n zeros.
func (a *arena) bytes(n int) []uint8 {
	if a == nil {
		return make([]uint8, n)
	}
	return a.surveys.take(n, surveyPiece)
}

// content is the survey of the Content of doc.
func (a *arena) content(doc *policy.Document) policy.Survey {
	s := doc.Content.String()
	return marks.Content.Survey(a.bytes(policy.SurveyRoom(len(s))), s)
}

// subjectList is n empty subjects.
func (a *arena) subjectList(n int) []subject {
	if a == nil {
		return make([]subject, n)
	}
	return a.subjects.take(n, subjectPiece)
}

// passage is a new passage.
func (a *arena) passage() *passage {
	if a == nil {
		return new(passage)
	}
	p := &a.passages.take(1, passagePiece)[0]
	p.arena = a
	return p
}
