package export

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// An Index turns byte offsets of one document's Content into what the outputs
// name: code points and lines. It remembers where it was asked last, so asking
// in reading order is quick. It is not for several goroutines at once.
type Index struct {
	text  string
	runes *policy.RuneIndex

	runeAt, runeCount int // code points before byte runeAt
	lineAt, lineCount int // line feeds before byte lineAt
}

// NewIndex makes the Index of a document's Content.
func NewIndex(doc *policy.Document) *Index {
	text := doc.Content.String()
	return &Index{text: text, runes: policy.NewRuneIndex(text)}
}

// near is how many bytes are counted one by one before the RuneIndex is asked.
const near = 256

// Rune is the number of code points before byte offset off, 0 ≤ off ≤ length.
func (x *Index) Rune(off int) int {
	switch d := off - x.runeAt; {
	case 0 <= d && d < near:
		x.runeCount += utf8.RuneCountInString(x.text[x.runeAt:off])
	case -near < d && d < 0:
		x.runeCount -= utf8.RuneCountInString(x.text[off:x.runeAt])
	default:
		x.runeCount = x.runes.Runes(off)
	}
	x.runeAt = off
	return x.runeCount
}

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
	i, j := at.Start, at.End
	for range contextRunes {
		_, n := utf8.DecodeLastRuneInString(x.text[:i])
		i -= n
		_, n = utf8.DecodeRuneInString(x.text[j:])
		j += n
	}
	return x.text[i:at.Start], x.text[at.End:j]
}
