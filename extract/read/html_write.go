package read

import (
	stdhtml "html"
	"strings"
	"unicode"
	"unicode/utf8"

	"shuzheng/policy"
)

// A writer writes the Content of a page piece by piece, with blanks collapsed as
// a browser does and character references resolved.
type writer struct {
	d       *dom
	out     *policy.Editor
	end     int    // of what was written last, in the page
	last    rune   // of the line, 0 at its start
	gap     gap    // blanks that came since
	soft    []soft // no-break and ideographic blanks that came since
	start   int    // where the line begins in what is written
	sep     string // what has to be written before a line begins
	preform func() // inside <pre>: what a line feed does, else nil
	raised  int    // depth inside <sup>
}

// A gap says what blanks came since the last character.
type gap int

const (
	noGap    gap = iota
	feedGap      // blanks with a line feed among them, the layout of the source: nothing beside Han
	blankGap     // blanks within a line
	hardGap      // a line break that has to be told in a blank
)

// A soft blank is kept between characters and dropped at the ends of a line.
type soft struct {
	at, n int    // in the page
	as    string // what it stands for, "" for itself
}

// piece writes one piece.
func (w *writer) piece(p piece) {
	s := w.d.page
	if w.raised > 0 && w.raise(p) {
		return
	}
	for at := p.start; at < p.end; {
		if n := w.run(s[at:p.end], p.literal); n > 0 {
			w.put(at, n, "")
			at += n
			continue
		}
		switch c := s[at]; {
		case c == '&':
			at += w.reference(at, p.end)
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f':
			at++ // a control means nothing in a page
		case c < 0x80:
			w.blank(c)
			at++
		default:
			_, n := utf8.DecodeRuneInString(s[at:p.end])
			w.soft = append(w.soft, soft{at, n, ""})
			at += n
		}
	}
}

// raisedDigits are the forms of digits and signs in <sup>: 10<sup>8</sup> is not 108.
var raisedDigits = map[byte]string{
	'0': "⁰", '1': "¹", '2': "²", '3': "³", '4': "⁴", '5': "⁵", '6': "⁶", '7': "⁷", '8': "⁸", '9': "⁹", '+': "⁺", '-': "⁻",
}

// raise writes p, which stands in <sup>, if it is a number and nothing else.
func (w *writer) raise(p piece) bool {
	if c := w.d.page[p.end-1]; c < '0' || c > '9' {
		return false
	}
	for at := p.start; at < p.end; at++ {
		if raisedDigits[w.d.page[at]] == "" {
			return false
		}
	}
	for at := p.start; at < p.end; at++ {
		w.put(at, 1, raisedDigits[w.d.page[at]])
	}
	return true
}

// run is the length of the ordinary characters at the start of s.
func (w *writer) run(s string, literal bool) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c > ' ' && c < utf8.RuneSelf && c != '&':
			i++
		case c == '&':
			if !literal && i+1 < len(s) && (s[i+1] == '#' || isLetter(s[i+1])) {
				return i
			}
			i++
		case c < utf8.RuneSelf:
			return i
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if isSoft(r) {
				return i
			}
			i += n
		}
	}
	return len(s)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isSoft says whether r is a blank that a browser does not collapse.
func isSoft(r rune) bool {
	return r == 0xa0 || r == 0x3000 || r >= 0x2000 && r <= 0x200b || r == 0x202f || r == 0xfeff
}

// blank takes one collapsible blank.
func (w *writer) blank(c byte) {
	if w.preform != nil && (c == '\n' || c == '\r') {
		w.preform()
		return
	}
	g := blankGap
	if c == '\n' || c == '\r' {
		g = feedGap
	}
	if w.gap == noGap || g == feedGap && w.gap == blankGap {
		w.gap = g
	}
}

// reference resolves the character reference at byte at, before end, and gives
// its length; what is none is a character.
func (w *writer) reference(at, end int) int {
	s := w.d.page[at:end]
	n := 1
	for n < len(s) && n < 40 && (isLetter(s[n]) || s[n] >= '0' && s[n] <= '9' || s[n] == '#' && n == 1) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	r := stdhtml.UnescapeString(s[:n])
	if r == s[:n] {
		w.put(at, 1, "")
		return 1
	}
	if c, _ := utf8.DecodeRuneInString(r); isSoft(c) && len(r) == utf8.RuneLen(c) {
		w.soft = append(w.soft, soft{at, n, r})
		return n
	}
	if strings.Trim(r, " \t\r\n\f") == "" {
		w.blank(r[0])
		return n
	}
	w.put(at, n, r)
	return n
}

// put writes the n bytes at byte at of the page, as s where s is not empty.
func (w *writer) put(at, n int, s string) {
	as := s
	if as == "" {
		as = w.d.page[at : at+n]
	}
	if w.last == 0 {
		w.begin()
	} else {
		first, _ := utf8.DecodeRuneInString(as)
		w.between(at, first)
	}
	w.emit(at, n, s)
	w.last, _ = utf8.DecodeLastRuneInString(as)
	w.soft, w.gap = w.soft[:0], noGap
}

// emit writes the n bytes at byte at of the page, as s where s is not empty.
func (w *writer) emit(at, n int, s string) {
	emit(w.out, at, n, s)
	w.end = at + n
}

// emit goes on with the n bytes at byte at, as s where s is not empty.
func emit(e *policy.Editor, at, n int, s string) {
	e.Skip(at)
	if s == "" {
		e.Copy(n)
	} else {
		e.Replace(n, s)
	}
}

// begin starts a line.
func (w *writer) begin() {
	w.separate(w.sep)
	w.sep = ""
	w.start = w.out.Len()
}

// between writes the blanks before the character next, which stands at byte at.
func (w *writer) between(at int, next rune) {
	switch {
	case len(w.soft) > 0:
		for _, b := range w.soft {
			w.emit(b.at, b.n, b.as)
		}
	case w.gap == blankGap, w.gap == hardGap, w.gap == feedGap && !wide(w.last) && !wide(next):
		w.emit(w.end, at-w.end, " ")
	}
}

// wide says whether r belongs to writing that has no blanks between words.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r >= 0x2014 && r <= 0x2026
}

// separate writes a separator that stands for nothing in the page, and ends the line.
func (w *writer) separate(s string) {
	if s != "" {
		w.out.Skip(w.end)
		w.out.Replace(0, s)
	}
	w.last, w.gap, w.soft = 0, noGap, w.soft[:0]
}
