package normalize

import (
	"strings"

	"shuzheng/policy"
)

// A text in traditional characters is read in simplified ones, which the rules and tables are written
// in, and given as it was printed: quotes, titles and cells. What was normalised, names of indicators
// and places above all, is in simplified characters in all documents.

// Simplify writes the document in simplified characters, if it is in traditional ones. The text as
// it was printed is what is needed to undo it, "" where nothing was done.
func Simplify(doc *policy.Document) (printed string) {
	s := doc.Content.String()
	simple, ok := Simplified(s)
	if doc.Traditional = ok; !ok {
		return ""
	}
	doc.Content = doc.Content.As(simple)
	rewrite(doc, s, simple)
	return s
}

// Reprint gives the document the text back that Simplify took, and what is quoted from it.
func Reprint(doc *policy.Document, printed string) {
	if printed == "" {
		return
	}
	r := reprinter{doc.Content.String(), printed}
	doc.Content = doc.Content.As(printed)
	rewrite(doc, r.simple, printed)
	for key, v := range doc.Metadata {
		if key == "region" {
			continue // a place of the table, as the areas of figures are
		}
		r.word(&v.Value, v.Span)
		doc.Metadata[key] = v
	}
	for i := range doc.Figures {
		r.figure(&doc.Figures[i])
	}
	for i := range doc.Platforms {
		for k := range doc.Platforms[i].Mentions {
			m := &doc.Platforms[i].Mentions[k]
			r.word(&m.Exact, m.Span)
		}
	}
	for i := range doc.References {
		r.word(&doc.References[i].Title, doc.References[i].Span)
	}
	for i := range doc.Checks {
		r.word(&doc.Checks[i].Stated, doc.Checks[i].Claim)
	}
	for i := range doc.Tasks {
		r.word(&doc.Tasks[i].Task, doc.Tasks[i].TaskSpan)
	}
}

// A reprinter knows a Content in simplified characters and as it was printed.
type reprinter struct{ simple, printed string }

// word writes a word as it is printed, if it stands at that place of the Content.
func (r reprinter) word(word *string, at policy.Span) {
	if at.End > len(r.simple) || *word == "" {
		return
	}
	if i := strings.Index(r.simple[at.Start:at.End], *word); i >= 0 {
		*word = r.printed[at.Start+i : at.Start+i+len(*word)]
	}
}

// figure writes what is quoted in a figure as it is printed.
func (r reprinter) figure(f *policy.Figure) {
	r.word(&f.ValueRaw, f.Evidence.Span)
	r.word(&f.UnitRaw, f.Evidence.Span)
	for _, at := range f.Evidence.Period {
		r.word(&f.PeriodRaw, at)
	}
}

// rewrite gives blocks and cells the wording that content has where it was old.
func rewrite(doc *policy.Document, old, content string) {
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		b.Text, b.Folded = b.Text.On(old, content), policy.Text{}
	}
	for i := range doc.Tables {
		cells := doc.Tables[i].Cells
		for k := range cells {
			cells[k].Text = cells[k].Text.On(old, content)
		}
	}
}
