package export

import (
	"strings"

	"shuzheng/policy"
)

// A Change is one field of a changed figure, worded for people.
type Change struct{ Name, Old, New string }

// Changes words what changed between two versions of a figure: 数值 3.2% → 3.5%, 状态
// 目标 → 实际. Numbers are shown as both versions print them. The concept names
// concepts, as in Options.
func (l Lang) Changes(c *policy.Comparison, d *policy.Difference, concept func(id string) (Concept, bool)) (list []Change) {
	if d.A < 0 || d.B < 0 {
		return nil
	}
	printed := false
	for _, f := range d.Fields {
		name := l.word("field", f.Name)
		switch f.Name {
		case "value", "value_high", "unit":
			if f.Name == "unit" && !printed {
				list = append(list, Change{name, f.Old, f.New})
			} else if !printed {
				list = append(list, Change{name, Printed(c.A, &c.A.Figures[d.A]), Printed(c.B, &c.B.Figures[d.B])})
			}
			printed = true
		case "concept":
			list = append(list, Change{name, l.conceptName(f.Old, concept), l.conceptName(f.New, concept)})
		case "comparator", "measure", "direction", "base", "status":
			list = append(list, Change{name, l.word(f.Name, f.Old), l.word(f.Name, f.New)})
		default:
			list = append(list, Change{name, f.Old, f.New})
		}
	}
	return list
}

// conceptName is the name of a concept, its ID where none is known.
func (l Lang) conceptName(id string, concept func(id string) (Concept, bool)) string {
	if concept != nil && id != "" {
		if c, ok := concept(id); ok {
			return l.pick(c.Zh, c.En)
		}
	}
	return id
}

// Difference words a kind of difference: 改动, 新增.
func (l Lang) Difference(kind policy.DifferenceKind) string {
	return l.word("difference", string(kind))
}

// Printed is a figure as its document prints it, line breaks left out: 119.9亿元.
func Printed(doc *policy.Document, f *policy.Figure) string {
	at := f.Evidence.Span
	return strings.Join(strings.FieldsFunc(doc.Content.String()[at.Start:at.End], func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), "")
}

// A Quoter gives the sentences that figures of one document stand in.
type Quoter struct{ v *view }

// NewQuoter begins a Quoter.
func NewQuoter(doc *policy.Document) Quoter { return Quoter{newView(doc, Chinese)} }

// Quote is the sentence of a figure, or its row of a table, in three parts: the
// figure is the middle one.
func (q Quoter) Quote(f *policy.Figure) (before, exact, after string) {
	s := q.v.quote(f)
	return s.before, s.exact, s.after
}

// Line is the line of the content that a figure stands in, from 1.
func (q Quoter) Line(f *policy.Figure) int { return q.v.index.Line(f.Evidence.Span.Start) }
