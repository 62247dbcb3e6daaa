package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"shuzheng/export"
	"shuzheng/policy"
)

// A diffText tells differences to a person: a document after the other, in each what
// became of a figure with the words that say so in both versions.
type diffText struct {
	linesStream
	d         *differing
	colour    bool
	documents int
	alike     int // documents without a difference
}

func newDiffText(d *differing) *diffText {
	return &diffText{linesStream: newLinesStream(d.out), d: d, colour: d.colours()}
}

// The colours of a terminal: a letter, as SGR has it.
const (
	boldText  = "1"
	faintText = "2"
	redText   = "31"
	greenText = "32"
	amberText = "33"
)

// paint colours a text, if colours are wanted.
func (o *diffText) paint(sgr, s string) string {
	if !o.colour || sgr == "" || s == "" {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[0m"
}

func (o *diffText) add(c *policy.Comparison) error {
	o.documents++
	n := export.CountsOf(c)
	if n.Equal() && c.A != nil && c.B != nil {
		o.alike++
		return nil
	}
	w := o.Writer
	fmt.Fprintln(w, o.paint(boldText, o.heading(c)))
	fmt.Fprintf(w, "%s\n\n", o.paint(faintText, o.counts(n)))
	a, b := quoterOf(c.A), quoterOf(c.B)
	for i := range c.Differences {
		if d := &c.Differences[i]; d.Kind != policy.Unchanged {
			o.difference(w, c, d, a, b)
		}
	}
	return w.Flush()
}

// heading names both versions, or says which of them there is none of.
func (o *diffText) heading(c *policy.Comparison) string {
	switch {
	case c.A == nil:
		return o.d.text("只见于后一版：%s", "in the second only: %s", printable(c.B.Source.Name))
	case c.B == nil:
		return o.d.text("只见于前一版：%s", "in the first only: %s", printable(c.A.Source.Name))
	}
	return printable(c.A.Source.Name) + " → " + printable(c.B.Source.Name)
}

// counts says how much differs.
func (o *diffText) counts(n export.Counts) string {
	s := o.d.text("改动 %d，新增 %d，删除 %d，未变 %d", "changed %d, added %d, removed %d, unchanged %d", n.Changed, n.Added, n.Removed, n.Unchanged)
	if n.Moved+n.Reworded > 0 {
		s += o.d.text("（其中移动 %d，改写 %d）", " (of them moved %d, reworded %d)", n.Moved, n.Reworded)
	}
	return s
}

func quoterOf(doc *policy.Document) *export.Quoter {
	if doc == nil {
		return nil
	}
	q := export.NewQuoter(doc)
	return &q
}

// difference tells one: its sign and what it is a figure of, the fields that changed,
// and the words of both versions.
func (o *diffText) difference(w *bufio.Writer, c *policy.Comparison, d *policy.Difference, a, b *export.Quoter) {
	sign, sgr := "~", amberText
	f := (*policy.Figure)(nil)
	switch d.Kind {
	case policy.Added:
		sign, sgr, f = "+", greenText, &c.B.Figures[d.B]
	case policy.Removed:
		sign, sgr, f = "-", redText, &c.A.Figures[d.A]
	default:
		f = &c.B.Figures[d.B]
	}
	fmt.Fprintf(w, "%s %s\n", o.paint(sgr, sign), o.paint(boldText, printable(o.about(f))))
	changes := o.d.exportLang().Changes(c, d, concept)
	widest := 0
	for _, change := range changes {
		widest = max(widest, width(change.Name))
	}
	for _, change := range changes {
		fmt.Fprintf(w, "    %s  %s → %s\n", left(change.Name, widest), o.paint(redText, orDash(change.Old)), o.paint(greenText, orDash(change.New)))
	}
	if d.A >= 0 {
		o.quote(w, "-", redText, a, &c.A.Figures[d.A])
	}
	if d.B >= 0 {
		o.quote(w, "+", greenText, b, &c.B.Figures[d.B])
	}
	fmt.Fprintln(w)
}

// about says what f is a figure of: 研发经费支出  2025  云川省.
func (o *diffText) about(f *policy.Figure) string {
	about := []string{f.Indicator}
	if f.Indicator == "" {
		about[0] = o.d.text("（没有指标名）", "(no indicator)")
	}
	for _, s := range []string{f.Period, f.Area} {
		if s != "" {
			about = append(about, s)
		}
	}
	return strings.Join(about, "  ")
}

// orDash stands for nothing.
func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return printable(s)
}

// How many characters of a sentence stand before and behind the figure.
const (
	quoteBefore = 28
	quoteAfter  = 20
)

// quote shows the sentence of a figure with its line; the figure stands in colour, or in
// brackets where there is none.
func (o *diffText) quote(w *bufio.Writer, sign, sgr string, q *export.Quoter, f *policy.Figure) {
	before, exact, after := q.Quote(f)
	if extra := utf8.RuneCountInString(before) - quoteBefore; extra > 0 {
		before = "…" + string([]rune(before)[extra:])
	}
	if runes := []rune(after); len(runes) > quoteAfter {
		after = string(runes[:quoteAfter]) + "…"
	}
	mark := "【" + printable(exact) + "】"
	if o.colour {
		mark = o.paint(boldText+";"+sgr, printable(exact))
	}
	fmt.Fprintf(w, "    %s %s  %s%s%s\n", o.paint(sgr, sign), o.paint(faintText, right(strconv.Itoa(q.Line(f)), 5)), printable(before), mark, printable(after))
}

func (o *diffText) fail(name, why string) error { return nil } // told on standard error

// finish says how much differs over all, where there are several documents or none differs.
func (o *diffText) finish() error {
	switch {
	case o.d.quiet:
	case o.d.counts.Equal() && o.alike == o.documents:
		fmt.Fprintln(o.Writer, o.d.text("没有差异：文档 %d，%s", "no differences: documents %d, %s", o.documents, o.counts(o.d.counts)))
	case o.documents > 1:
		fmt.Fprintln(o.Writer, o.d.text("文档 %d，其中 %d 份没有差异；%s", "documents %d, %d of them without differences; %s", o.documents, o.alike, o.counts(o.d.counts)))
	}
	return o.linesStream.finish()
}
