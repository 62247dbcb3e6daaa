package paper

import (
	"slices"
	"unicode"
)

// A letter is one character of a line's wording and its place on the page as it is
// shown; a blank that was seen stands where the gap is.
type letter struct {
	r    rune
	at   Box
	tall bool // it stands raised
}

// letters are the characters of the glyphs of one line, with a blank where a reader
// sees one.
func letters(gs []glyph) []letter {
	out := make([]letter, 0, len(gs)+len(gs)/8)
	usual := usualGap(gs)
	for i := range gs {
		g := &gs[i]
		if i > 0 && blankBetween(&gs[i-1], g, usual) {
			out = append(out, letter{r: ' ', at: gs[i-1].at.to(g.at)})
		}
		out = append(out, letter{g.Rune, g.at, g.raised})
	}
	raise(out)
	return out
}

// to is what lies between b and c, which stands behind it.
func (b Box) to(c Box) Box { return Box{min(b.Right, c.Left), b.Top, max(b.Right, c.Left), b.Bottom} }

// usualGap is the room between the characters of a line that is set wide, as lines
// with even margins are; in sizes.
func usualGap(gs []glyph) float32 {
	if len(gs) < 6 {
		return 0
	}
	gaps := make([]float32, 0, len(gs))
	for i := 1; i < len(gs); i++ {
		gaps = append(gaps, (gs[i].Left-gs[i-1].Right)/max(gs[i].Size, 1))
	}
	slices.Sort(gaps)
	return max(gaps[len(gaps)/2], 0)
}

// blankBetween says whether a reader sees a blank between a and b. Beside Chinese
// characters it must be half as wide as they are: 2024 年 has none.
func blankBetween(a, b *glyph, usual float32) bool {
	size := max(a.Size, b.Size, 1)
	gap := (b.Left-a.Right)/size - usual
	if Wide(a.Rune) || Wide(b.Rune) {
		return gap >= 0.45
	}
	return gap >= 0.25 || b.Space && gap >= 0.1
}

// Wide says whether r belongs to writing without blanks between words.
func Wide(r rune) bool {
	return r >= 0x2e80 && (unicode.Is(unicode.Han, r) || r <= 0x30ff || r >= 0xfe30 && r <= 0xfe4f || r >= 0xff00 && r <= 0xffef) ||
		r >= 0x2014 && r <= 0x2026
}

// raisedForms are the forms of digits and signs that stand raised: 10⁸ is not 108.
var raisedForms = map[rune]rune{
	'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻',
}

// raise gives the raised numbers of ls their forms, where a number is all that
// stands raised.
func raise(ls []letter) {
	for i := 0; i < len(ls); i++ {
		j, number := i, true
		for ; j < len(ls) && ls[j].tall; j++ {
			number = number && raisedForms[ls[j].r] != 0
		}
		for k := i; k < j && number; k++ {
			ls[k].r = raisedForms[ls[k].r]
		}
		i = max(i, j-1)
	}
}

// str is the wording of ls.
func str(ls []letter) string {
	rs := make([]rune, len(ls))
	for i := range ls {
		rs[i] = ls[i].r
	}
	return string(rs)
}
