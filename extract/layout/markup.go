package layout

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// Text saved from the web or from a converter often keeps some of its markup:
// <p style="…">, &nbsp;, **bold**, ### headings, [查看原文](address). It is left out
// of the wording; the positions still name the file.

// hasMarkup says whether s, of which v is the survey, may hold HTML tags, entities or
// Markdown.
func hasMarkup(s string, v *policy.Survey) bool {
	for i := v.Next(0, marks.Bar); i < len(s); i = v.Next(i+1, marks.Bar) {
		if markupAt(s, i) {
			return true
		}
	}
	return false
}

// markupAt says whether byte i of s may begin markup.
func markupAt(s string, i int) bool {
	switch rest := s[i:]; rest[0] {
	case '*':
		return strings.HasPrefix(rest, "**")
	case '|': // under +----+
		return i > 1 && s[i-1] == '\n' && strings.HasSuffix(strings.TrimSuffix(s[:i-1], "\r"), "-+")
	case frameBar:
		return true
	case ']':
		return strings.HasPrefix(rest, "](")
	case '#':
		return i == 0 || s[i-1] == '\n' || s[i-1] == '\r'
	case '&':
		_, n := entity(rest)
		return n > 0
	case '<':
		return readTag(rest).len > 0
	}
	return false
}

// addMarked appends the line s[a:b], cut at the tags of paragraphs, its wording
// freed of inline markup. It returns where the next line begins if that is behind
// b: a table element may stand on several lines.
func (p *page) addMarked(a, b int) int {
	if isRule(p.s[a:b]) {
		return b
	}
	from := a
	for i := a; i < b; {
		k := strings.IndexByte(p.s[i:b], '<')
		if k < 0 {
			break
		}
		i += k
		t := readTag(p.s[i:min(len(p.s), i+1<<17)])
		if t.inline() {
			i += max(t.len, 1)
			continue
		}
		n := len(p.lines)
		p.addPiece(from, i, true)
		end := 0
		if t.kind == 't' && !t.close {
			end = p.addElement(i)
		}
		switch {
		case end >= b:
			stop, next := lineEnd(p.s, end, p.odd)
			return max(next, p.addMarked(end, stop))
		case end == 0:
			end = min(i+t.len, len(p.s))
		}
		if t.close && t.heading() && len(p.lines) > n {
			p.lines[n].hashes = int(t.kind - '0')
		}
		i, from = end, end
	}
	p.addPiece(from, b, from > a)
	return max(b, from)
}

// frameBar is the first byte of the bars of a frame, │.
const frameBar = 0xe2

// isRule says whether a line is a horizontal rule, ---- ====, perhaps of a frame: +---+, ├──┼──┤.
func isRule(s string) bool {
	s = trim(s)
	return len(s) >= 3 && strings.Trim(s, "-=*_ +─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝") == ""
}

// longestHeading is how many bytes a line is at most that # makes a heading: a page whose line breaks
// are lost may begin with one.
const longestHeading = 600

// addPiece appends s[a:b], a line or a paragraph element of it.
func (p *page) addPiece(a, b int, hard bool) {
	if a >= b {
		return
	}
	n, depth := len(p.lines), p.hashesOf(a, b)
	if depth > 0 {
		a = skipBlanks(p.s[:b], a) + depth
	}
	p.add(a, b)
	if len(p.lines) == n {
		return
	}
	l := &p.lines[n]
	l.hashes = depth
	l.hard = hard || depth > 0
	l.stop = l.hard
	if w := l.span; p.survey.NextIn(w.Start, w.End, marks.Bar) < w.End || strings.ContainsAny(p.s[w.Start:w.End], "[\\") {
		p.clean(l)
		if l.span.Len() == 0 {
			p.lines = p.lines[:n]
		}
	}
}

// hashesOf is how many # make s[a:b] a heading, 0 if it is none, or a row: #工业 | 12 |.
func (p *page) hashesOf(a, b int) int {
	at := skipBlanks(p.s[:b], a)
	depth := 0
	for at+depth < b && p.s[at+depth] == '#' && depth < 7 {
		depth++
	}
	if depth > 0 && depth < 7 && at+depth < b && b-at <= longestHeading && p.s[trimEnd(p.s, a, b)-1] != '|' {
		return depth
	}
	return 0
}
