package main

import (
	"fmt"
	"io"

	"shuzheng/export"
	"shuzheng/policy"
)

// A trace prints how every figure was read: a person's answer to "where does
// this come from", and the first thing to look at when a rule reads wrongly.
type trace struct{ linesStream }

func newTrace(p *program) trace { return trace{newLinesStream(p.out)} }

func (o trace) add(r result) error {
	fmt.Fprintf(o.Writer, "%s\n", printable(heading(r)))
	index := export.NewIndex(r.doc)
	for i := range r.doc.Figures {
		derivation(o.Writer, r.doc, index, &r.doc.Figures[i])
	}
	_, err := fmt.Fprintln(o.Writer)
	return err
}

// derivation prints one figure and the steps that gave its fields:
//
//	12  119.9亿元 = 11990000000 元  (amount)
//	      indicator   研发费用总额      subject      “研发费用总额”
func derivation(w io.Writer, doc *policy.Document, index *export.Index, f *policy.Figure) {
	text := doc.Content.String()
	quote := func(s policy.Span) string { return printable(text[s.Start:s.End]) }
	fmt.Fprintf(w, "%s  %s = %s %s  (%s)\n", right(fmt.Sprint(index.Line(f.Evidence.Span.Start)), 5),
		quote(f.Evidence.Span), f.Value, f.Unit, f.Rule)
	for _, s := range f.Trace {
		fmt.Fprintf(w, "       %s  %s  %s  “%s”\n", left(s.What, 10), left(clip(printable(s.Got), 30), 30), left(s.Rule, 20), quote(s.Span))
	}
}
