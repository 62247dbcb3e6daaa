package layout

import (
	"slices"

	"shuzheng/policy"
)

// Joining hard-wrapped lines. A text is wrapped where most of its longer lines
// stop in the middle of a sentence at about the same width; such a line goes on
// in the next. A text with a paragraph a line has long lines that end in 。 or are
// longer than any print column.

const (
	longLine   = 24  // columns from which a line says something about wrapping
	widestLine = 150 // columns no print column exceeds
	around     = 16  // lines on either side that are looked at
	maxLines   = 500 // lines of a paragraph at most
)

// A flow holds, for every line, how many of the lines before it stop open and how
// many are closed.
type flow []struct {
	open, closed int32
	indents      int32 // lines that begin indented
}

// measure counts open and closed lines.
func (p *page) measure() flow {
	f := make(flow, len(p.lines)+1)
	for i := range p.lines {
		l, to := &p.lines[i], &f[i+1]
		*to = f[i]
		if l.role != running || l.hashes > 0 || l.hard || l.width < longLine {
			continue
		}
		if l.indent > 1 {
			to.indents++
		}
		switch {
		case l.width > widestLine:
			to.closed += 2
		case l.end == openEnd || l.end == commaEnd:
			to.open++
		default:
			to.closed++
		}
	}
	return f
}

// near counts the open, closed and indented lines around line i.
func (f flow) near(i int) (open, closed, indents int32) {
	a, b := &f[max(i-around, 0)], &f[min(i+around, len(f)-1)]
	return b.open - a.open, b.closed - a.closed, b.indents - a.indents
}

// wrapped says whether the lines around i are hard-wrapped.
func (f flow) wrapped(i int) bool {
	open, closed, _ := f.near(i)
	return open > 0 && open*5 >= (open+closed)*2
}

// indented says whether paragraphs around i begin with an indent.
func (f flow) indented(i int) bool {
	open, closed, n := f.near(i)
	return n > 0 && n*3 <= (open+closed)*2
}

// A joiner makes units of lines.
type joiner struct {
	p    *page
	f    flow
	cur  []int // lines of the unit under way
	last int   // last line of cur

	sentence bool // cur has the punctuation of prose, so that it is no heading
}

// units joins the page's lines.
func (p *page) units() []unit {
	j := joiner{p: p, f: p.measure()}
	p.us = slices.Grow(p.us, p.countUnits())
	out := p.us
	table := -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.role == tableLine {
			if l.table != table {
				out = append(j.flush(out), p.tableUnit(l.table, l.gap))
				table = l.table
			}
			continue
		}
		table = -1
		switch {
		case l.span.Len() == 0:
			out = j.flush(out)
		case l.role == chrome:
			out = j.between(i, out)
		default:
			if len(j.cur) > 0 && !j.goesOn(j.last, i) {
				out = j.flush(out)
			}
			j.cur, j.last = append(j.cur, i), i
			j.sentence = j.sentence || l.prosy()
		}
	}
	return j.flush(out)
}

// between ends the unit under way for the page furniture at line i, unless that is a page
// number within a sentence.
func (j *joiner) between(i int, out []unit) []unit {
	if next := j.p.nextRunning(i); len(j.cur) > 0 && next > 0 && j.goesOn(j.last, next) {
		return out
	}
	return append(j.flush(out), j.p.lineUnit(i, policy.Boilerplate))
}

// countUnits is how many units the lines make, if none are joined.
func (p *page) countUnits() int {
	n := len(p.doc.Tables)
	for i := range p.lines {
		if p.lines[i].role != tableLine {
			n++
		}
	}
	return n
}

// nextRunning is the next line of running text behind the page furniture at i, -1
// if it is far or something else stands before it.
func (p *page) nextRunning(i int) int {
	for k := i + 1; k < len(p.lines) && k < i+6; k++ {
		switch l := &p.lines[k]; {
		case l.role == tableLine || l.span.Len() == 0:
			return -1
		case l.role == running:
			return k
		}
	}
	return -1
}

// lineUnit is line i as a unit of its own.
func (p *page) lineUnit(i int, kind policy.BlockKind) unit {
	l := &p.lines[i]
	t := p.text(i)
	if kind == policy.Paragraph && l.has&markBlank != 0 {
		t = closeUp(t)
	}
	return unit{kind: kind, text: t, span: l.span, gap: l.gap, depth: l.hashes, table: -1, titled: l.titled,
		width: l.width, lines: 1, tab: l.tab, bold: l.bold, link: l.link}
}

// flush ends the unit under way.
func (j *joiner) flush(out []unit) []unit {
	if len(j.cur) == 0 {
		return out
	}
	u := j.p.lineUnit(j.cur[0], policy.Paragraph)
	if len(j.cur) > 1 {
		u.text = closeUp(j.p.join(j.cur))
		u.span = policy.Span{Start: u.span.Start, End: j.p.lines[j.last].span.End}
		u.lines = len(j.cur)
		for _, i := range j.cur {
			u.width = max(u.width, j.p.lines[i].width)
		}
	}
	j.cur, j.sentence = j.cur[:0], false
	return append(out, u)
}

// join puts lines one behind the other: nothing between Han characters, a blank
// between Latin words.
func (p *page) join(lines []int) policy.Text {
	if len(lines) == 1 {
		return p.text(lines[0])
	}
	if slices.ContainsFunc(lines, func(i int) bool { return p.lines[i].clean > 0 }) {
		n := len(lines) / 2
		a, b := p.join(lines[:n]), p.join(lines[n:])
		return a.JoinWith(glue(a.String(), b.String()), b)
	}
	from, to := p.lines[lines[0]].span.Start, p.lines[lines[len(lines)-1]].span.End
	e := policy.Plain(p.s[from:to], from).Edit()
	e.Grow(to - from)
	e.GrowEdits(len(lines) / 2) // a run for each line
	e.CopyTo(p.lines[lines[0]].span.End - from)
	for k, i := range lines[1:] {
		w := p.lines[i].span
		if g := glue(p.str(lines[k]), p.str(i)); g != "" {
			e.Replace(w.Start-from-e.At(), g)
		} else {
			e.Skip(w.Start - from)
		}
		e.CopyTo(w.End - from)
	}
	return e.Cut()
}

// glue is what stands between two joined lines.
func glue(a, b string) string {
	if isLatin(a[len(a)-1]) && isLatin(b[0]) {
		return " "
	}
	return ""
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
