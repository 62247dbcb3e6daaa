package extract

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
)

var record = flag.Bool("record", false, "write testdata/figures*.txt anew from what is read")

// TestFigures reads testdata/figures*.txt: a sentence, and under it, each behind a
// tab, the figures that must be read from it: quote, value, unit, comparator,
// measure with direction, base, indicator.
func TestFigures(t *testing.T) {
	for _, name := range [...]string{"figures.txt", "figures_base.txt", "figures_names.txt", "figures_plans.txt", "figures_press.txt", "figures_reports.txt", "figures_rules.txt", "figures_words.txt", "figures_work.txt"} {
		t.Run(name, func(t *testing.T) { checkFigures(t, "testdata/"+name) })
	}
}

func checkFigures(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out strings.Builder
	sentence, line, want := "", 0, []string{}
	check := func() {
		if sentence == "" {
			return
		}
		got := figureLines(sentence)
		out.WriteString(sentence + "\n" + strings.Join(append(got, ""), "\n"))
		if !*record && strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:%d: %s\ngot\n%s\nwant\n%s", path, line, sentence, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		w := s.Text()
		switch {
		case strings.HasPrefix(w, "\t"):
			want = append(want, w)
		case w == "" || strings.HasPrefix(w, "#"):
			check()
			sentence = ""
			out.WriteString(w + "\n")
		default:
			check()
			sentence, line, want = w, n, nil
		}
	}
	check()
	if *record {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// figureLines are the figures of a sentence, a line each.
func figureLines(s string) []string {
	doc := Phrase(s, Options{})
	var out []string
	for i := range doc.Figures {
		out = append(out, figureLine(doc, &doc.Figures[i]))
	}
	return out
}

func figureLine(doc *policy.Document, f *policy.Figure) string {
	value, measure, base := f.Value, string(f.Measure), f.Base
	if f.ValueHigh != "" {
		value += ".." + f.ValueHigh
	}
	if f.Direction != policy.NoDirection {
		measure += " " + string(f.Direction)
	}
	if base == "" {
		base = "-"
	}
	w := f.Evidence.Span
	return fmt.Sprintf("\t%s\t%s\t%s\t%s\t%s\t%s\t%s", doc.Content.String()[w.Start:w.End], value, f.Unit, f.Comparator, measure, base, f.Indicator)
}
