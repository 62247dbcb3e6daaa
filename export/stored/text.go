package stored

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// farthest is how many bytes of the text the wording of a block may leave out at once:
// a line break, markup, the number of a page.
const farthest = 512

// aligned finds the wording of a block or cell again in its stretch of the text. Every
// character of it names the one it was read from; one that is not there, such as the
// space for a line break, stands for the next.
func aligned(from policy.Text, wording string) policy.Text {
	s, e := from.String(), from.Edit()
	for len(wording) > 0 {
		_, n := utf8.DecodeRuneInString(wording)
		rest := s[e.At():]
		switch i := strings.Index(rest[:min(len(rest), farthest)], wording[:n]); {
		case i == 0:
			e.Copy(n)
		case i > 0 && !strings.Contains(rest[:i], next(wording[n:])):
			e.Skip(e.At() + i)
			e.Copy(n)
		default:
			_, gone := utf8.DecodeRuneInString(rest)
			e.Replace(gone, wording[:n])
		}
		wording = wording[n:]
	}
	return e.Cut()
}

// next is the first character of s, and what no text holds where there is none.
func next(s string) string {
	if s == "" {
		return "\xff"
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// places is the Origin of a document that was read back: only where the figures stand
// in the file is known.
type places map[policy.Span]policy.Place

// Place finds the place of a figure; that of anything else is empty.
func (p places) Place(at policy.Span) policy.Place { return p[at] }
