package main

import (
	"bufio"
	"fmt"

	"shuzheng/export"
	"shuzheng/policy"
)

// A summary is what a person at a terminal sees who names no output: each
// document with its first figures.
type summary struct {
	linesStream
	*program
}

// summaryRows is how many figures of a document a summary lists.
const summaryRows = 20

func newSummary(p *program) *summary { return &summary{newLinesStream(p.out), p} }

func (o *summary) add(r result) error {
	w := o.linesStream.Writer
	fmt.Fprintf(w, "%s\n", printable(heading(r)))
	rows := r.doc.Figures[:min(len(r.doc.Figures), summaryRows)]
	text, index := r.doc.Content.String(), export.NewIndex(r.doc)
	for i := range rows {
		summaryLine(w, text, index, &rows[i])
	}
	if more := len(r.doc.Figures) - len(rows); more > 0 {
		fmt.Fprintln(w, o.text("  … 还有 %d 个，写成表格：-o 结果.xlsx", "  … and %d more; for all of them: -o result.xlsx", more))
	}
	_, err := fmt.Fprintln(w)
	return err
}

// heading names a document: its path and, where known, its title.
func heading(r result) string {
	if title := r.doc.Metadata["title"].Value; title != "" {
		return r.path + "  " + title
	}
	return r.path
}

// summaryLine lists a figure: line, period, the figure as printed with its bound,
// place, indicator.
func summaryLine(w *bufio.Writer, text string, index *export.Index, f *policy.Figure) {
	at := f.Evidence.Span
	quote := printable(text[at.Start:at.End])
	if f.Comparator != policy.Equal {
		quote = string(f.Comparator) + " " + quote
	}
	fmt.Fprintf(w, "%s  %s  %s  %s  %s\n", right(fmt.Sprint(index.Line(at.Start)), 5), left(f.Period, 15),
		right(clip(quote, 16), 16), left(clip(printable(f.Area), 12), 12), printable(f.Indicator))
}
