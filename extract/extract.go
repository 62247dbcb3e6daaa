// Package extract turns the bytes of a policy document into its text, blocks and
// tables, the figures in them with the place of every field, and the ledger of
// its numerals.
package extract

import (
	"strings"

	"shuzheng/extract/layout"
	"shuzheng/extract/marks"
	"shuzheng/extract/metadata"
	"shuzheng/extract/read"
	"shuzheng/extract/reference"
	"shuzheng/extract/task"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// Options say how a document is read. The zero value is ready to use.
type Options struct {
	Read  read.Options
	Trace bool // keep the derivation of every figure

	Region string // the place that documents are about, whatever they say: 金华市; "" for what they say
	Year   int    // the year they speak in: 2021 of a report of 2021; 0 for what they say
}

// Document reads src: text, layout, tables, figures and the ledger. The error
// says why a file could not be read at all; all else is in Document.Problems.
func Document(src *policy.Source, opt Options) (*policy.Document, error) {
	doc, err := read.Document(src, opt.Read)
	if err != nil {
		return nil, err
	}
	printed := normalize.Simplify(doc)
	a := newArena()
	defer a.free()
	survey := a.content(doc)
	layout.ArrangeIn(doc, survey)
	marks.Fold(doc, &survey)
	in := marks.Of(doc)
	metadata.FindIn(doc, in)
	analyseIn(a, doc, &survey, opt)
	task.FindIn(doc, in)
	reference.FindIn(doc, in)
	normalize.Reprint(doc, printed)
	return doc, nil
}

// Phrase reads s as one paragraph.
func Phrase(s string, opt Options) *policy.Document {
	s = strings.ToValidUTF8(s, "\uFFFD")
	doc := &policy.Document{
		Source:  &policy.Source{Name: "", MediaType: "text/plain", Charset: "utf-8", Bytes: []byte(s)},
		Content: policy.Plain(s, 0),
	}
	doc.Blocks = []policy.Block{{Kind: policy.Paragraph, Span: policy.Span{Start: 0, End: len(s)}, Text: policy.Plain(s, 0), Section: -1, Table: -1}}
	printed := normalize.Simplify(doc)
	analyse(doc, opt)
	whole(doc)
	normalize.Reprint(doc, printed)
	return doc
}

// whole takes a phrase that is a number as a whole (一, 十万零一, 壹拾壹元壹角) for one
// figure, where no rule read all of it.
func whole(doc *policy.Document) {
	t := doc.Content.TrimSpace()
	if len(doc.Figures) == 1 && doc.Figures[0].Evidence.Span.Len() >= t.Len() {
		return
	}
	v, ok := normalize.WholeNumber(t.String())
	if !ok {
		return
	}
	doc.Figures = []policy.Figure{{
		Value: v.String(), ValueRaw: t.String(), Scale: "1", Decimals: v.Digits(),
		Comparator: policy.Equal, Measure: policy.Level, Status: policy.Actual,
		Evidence: policy.Evidence{Span: t.Span(0, t.Len())}, Rule: "whole number",
	}}
	for i := range doc.Numerals {
		doc.Numerals[i].As = policy.AsFigure
	}
	number(doc)
	for i := range doc.Numerals {
		doc.Numerals[i].Figure = doc.Figures[0].ID
	}
}
