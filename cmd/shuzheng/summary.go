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
	index := export.NewIndex(r.doc)
	for i := range rows {
		summaryLine(w, index, &rows[i])
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

// summaryLine lists a figure: line, period, value with bound and unit, indicator.
func summaryLine(w *bufio.Writer, index *export.Index, f *policy.Figure) {
	value := f.Value
	if f.ValueHigh != "" {
		value += "–" + f.ValueHigh
	}
	if f.Comparator != policy.Equal {
		value = string(f.Comparator) + value
	}
	fmt.Fprintf(w, "%s  %s  %s %s %s\n", right(fmt.Sprint(index.Line(f.Evidence.Span.Start)), 5),
		left(f.Period, 15), right(value, 16), left(clip(printable(f.Unit), 10), 10), printable(f.Indicator))
}
