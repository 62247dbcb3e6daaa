package layout

import (
	"slices"
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// A role says what a line is for before paragraphs are made of the lines.
type role uint8

const (
	running   role = iota // part of the text
	tableLine             // holds cells of a table
	chrome                // of the site or the page, not of the document
)

// A line is one line of the canonical text that is not blank. Where the text has
// markup, a paragraph element is a line of its own.
type line struct {
	span   policy.Span // in Content, without the blanks at both ends
	indent int         // columns of white space before it
	width  int         // columns of the line itself
	gap    int         // blank lines before it
	hashes int         // depth of a Markdown heading, 0 if it is none
	clean  int         // index+1 in page.cleaned of its wording without markup, 0 if it has none
	table  int         // index of its table where role is tableLine
	role   role
	end    ending
	tab    bool // begins with a tab: a flattened cell
	sheet  bool // the first line of a printed page
	hard   bool // begins a paragraph whatever stands before it
	stop   bool // ends its paragraph whatever follows
	bold   bool // set in bold as a whole
	link   bool // nothing but a link
	row    bool // has wide gaps, as a row of a table has
	titled bool // stood above a table as a row of it
	has    mark // what its wording holds
}

// A page is a document on its way from lines to blocks.
type page struct {
	doc     *policy.Document
	s       string        // the Content
	survey  policy.Survey // of the Content
	lines   []line
	us      []unit // room for the units that the lines make
	grid    []cell // and for the cells of a table
	cleaned []policy.Text

	odd         bool   // there are other line breaks than LF
	tableEnd    int    // where the next end tag of a table stands
	tried       [4]int // line up to which each cutter of rows has been tried
	triedWords  int
	triedStream int // and the stream of cells
	parted      int // lines that were cut in two
}

// str is the wording of line i without markup.
func (p *page) str(i int) string {
	if k := p.lines[i].clean; k > 0 {
		return p.cleaned[k-1].String()
	}
	w := p.lines[i].span
	return p.s[w.Start:w.End]
}

// text is str with its place in Content.
func (p *page) text(i int) policy.Text {
	if k := p.lines[i].clean; k > 0 {
		return p.cleaned[k-1]
	}
	w := p.lines[i].span
	return policy.Plain(p.s[w.Start:w.End], w.Start)
}

// split cuts the Content into lines.
func (p *page) split() {
	p.lines = slices.Grow(p.lines, strings.Count(p.s, "\n")+1)
	has := p.survey.In(0, len(p.s))
	marked := has&marks.Bar != 0 && hasMarkup(p.s, &p.survey)
	p.odd = has&marks.Break != 0
	sheet, gap := false, 0
	for at := 0; at < len(p.s); {
		end, next := lineEnd(p.s, at, p.odd)
		n := len(p.lines)
		if marked {
			if after := p.addMarked(at, end); after > end {
				next = after
			}
		} else {
			p.add(at, end)
		}
		feed := end < len(p.s) && p.s[end] == '\f'
		if len(p.lines) > n {
			p.lines[n].gap, p.lines[n].sheet = gap, sheet
			gap, sheet = 0, false
		} else if !feed {
			gap++
		}
		sheet = sheet || feed
		at = next
	}
}

// oddBreak is the length of the line break other than LF that s begins with.
func oddBreak(s string) int {
	switch s[0] {
	case '\f', '\v':
		return 1
	case '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
		return 1
	case 0xc2:
		if len(s) > 1 && s[1] == 0x85 { // next line
			return 2
		}
	case 0xe2:
		if len(s) > 2 && s[1] == 0x80 && (s[2] == 0xa8 || s[2] == 0xa9) { // line, paragraph separator
			return 3
		}
	}
	return 0
}

// lineEnd finds where the line that begins at at ends and where the next begins; odd
// says that there may be other line breaks than LF.
func lineEnd(s string, at int, odd bool) (end, next int) {
	if odd {
		for i := at; i < len(s); i++ {
			if s[i] == '\n' {
				return i, i + 1
			}
			if n := oddBreak(s[i:]); n > 0 {
				return i, i + n
			}
		}
		return len(s), len(s)
	}
	if k := strings.IndexByte(s[at:], '\n'); k >= 0 {
		return at + k, at + k + 1
	}
	return len(s), len(s)
}

// add appends the line s[a:b] unless it is blank.
func (p *page) add(a, b int) {
	l := line{tab: a < b && p.s[a] == '\t'}
	from := a
	a = from + skipBlanks(p.s[from:b], 0)
	l.indent = policy.Columns(p.s[from:a])
	b = trimEnd(p.s, a, b)
	if a >= b {
		if l.tab { // an empty cell: its content may follow on later lines
			l.span = policy.Span{Start: b, End: b}
			p.lines = append(p.lines, l)
		}
		return
	}
	l.span = policy.Span{Start: a, End: b}
	l.look(p.s[a:b], p.survey.In(a, b))
	l.row = l.has&markGap != 0 && strings.Contains(p.s[a:b], "   ") || l.has&markTab != 0 && strings.Count(p.s[a:b], "\t") > 1
	p.lines = append(p.lines, l)
}
