package platform

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A passage is a block or a cell of a table as the rules read it: folded.
type passage struct {
	text    policy.Text
	s       string
	survey  policy.Survey // where ends is a class of it
	ends    uint8
	index   int // among the passages
	block   int // ID
	section int
	heading bool
	title   bool
	table   *policy.Table // nil for running text
	row     int
	col     int
	label   bool   // a cell of the column that names the platforms of its table
	names   []name // in order of place, none over another
}

// passages appends what is read for names, in reading order.
func passages(out []passage, doc *policy.Document, folded []Folded) []passage {
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch b.Kind {
		case policy.Boilerplate:
		case policy.TableBlock:
			out = cells(out, doc, b)
		default:
			if s := b.Text.String(); len(s) > longBlock || strings.Contains(s, "”APP") || mayName(s) {
				var t Folded
				if i < len(folded) {
					t = folded[i]
				}
				if t.Text.Len() == 0 {
					t = Folded{Text: normalize.Folded(b)}
				}
				out = append(out, passage{text: t.Text, s: t.Text.String(), survey: t.Survey, ends: t.Ends, block: b.ID, section: b.Section, heading: b.Kind == policy.Heading || b.Kind == policy.Title, title: b.Kind == policy.Title})
			}
		}
	}
	for i := range out {
		out[i].index = i
	}
	return out
}

// longBlock is the number of bytes from which on a block is read without looking
// whether it holds a head, or a service.
const longBlock = 120

// cells appends the cells of a table, by row.
func cells(out []passage, doc *policy.Document, b *policy.Block) []passage {
	if b.Table < 0 || b.Table >= len(doc.Tables) {
		return out
	}
	t := &doc.Tables[b.Table]
	labels := labelColumn(t)
	for i := range t.Cells {
		c := &t.Cells[i]
		if !mayName(c.Text.String()) {
			continue
		}
		x := normalize.Fold(c.Text)
		out = append(out, passage{text: x, s: x.String(), block: b.ID, section: b.Section, table: t, row: c.Row, col: c.Col, label: c.Col == labels && c.Row >= t.HeaderRows})
	}
	return out
}

// mayName says whether some head of a name may end in s.
func mayName(s string) bool {
	for i := next(headEnds, s, 0); i < len(s); i = next(headEnds, s, i+3) {
		if isHan(s, i) && words.mayEndHead(s[:i+3]) {
			return true
		}
	}
	return false
}

// nextEnd is where at or behind byte i a character stands that heads end in.
func (p *passage) nextEnd(i int) int {
	if p.ends != 0 {
		return p.survey.Next(i, p.ends)
	}
	return next(headEnds, p.s, i)
}

// headEnds are the characters that heads end in.
var headEnds = policy.WideSetOf(HeadEnds())
