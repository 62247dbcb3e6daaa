package export

import (
	"strings"

	"shuzheng/policy"
)

// An Index turns byte offsets of one document's Content into what the outputs
// name: code points and lines. It remembers which line it was asked for last, so
// asking in reading order is quick. It is not for several goroutines at once.
type Index struct {
	text  string
	runes policy.RuneIndex

	lineAt, lineCount int // line feeds before byte lineAt
}

// NewIndex makes the Index of a document's Content.
func NewIndex(doc *policy.Document) *Index {
	x := new(Index)
	x.begin(doc)
	return x
}

// begin makes x the Index of another document, in the room that it has.
func (x *Index) begin(doc *policy.Document) {
	x.text, x.lineAt, x.lineCount = doc.Content.String(), 0, 0
	x.runes.Count(x.text)
}

// Rune is the number of code points before byte offset off, 0 ≤ off ≤ length.
func (x *Index) Rune(off int) int { return x.runes.Runes(off) }

// Line is the number of the line that holds byte offset off, from 1.
func (x *Index) Line(off int) int {
	if off >= x.lineAt {
		x.lineCount += strings.Count(x.text[x.lineAt:off], "\n")
	} else {
		x.lineCount -= strings.Count(x.text[off:x.lineAt], "\n")
	}
	x.lineAt = off
	return x.lineCount + 1
}

// contextRunes is how many code points of a quote's surroundings are shown.
const contextRunes = 32

// Around gives the code points right before and right after a span, at most 32
// on each side: prefix and suffix of a W3C TextQuoteSelector.
func (x *Index) Around(at policy.Span) (prefix, suffix string) {
	i, j := x.around(at)
	return x.text[i:at.Start], x.text[at.End:j]
}

// around is where the prefix of a span begins and its suffix ends.
func (x *Index) around(at policy.Span) (from, to int) {
	return x.runes.Skip(at.Start, -contextRunes), x.runes.Skip(at.End, contextRunes)
}
