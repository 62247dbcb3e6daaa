package extract

import (
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
)

// TestGiven reads testdata/names.tsv: the name of a file, a text, the place and the
// year it must be read in, - for none.
func TestGiven(t *testing.T) {
	b, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' {
			continue
		}
		if len(c) != 4 {
			t.Fatalf("%q: %d columns", line, len(c))
		}
		doc, err := Document(&policy.Source{Name: c[0], Bytes: []byte(strings.ReplaceAll(c[1], "⏎", "\n"))}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range c {
			c[i] = strings.TrimPrefix(c[i], "-")
		}
		if f := doc.Figures[0]; doc.Metadata["region"].Value != c[2] || f.Period != c[3] {
			t.Errorf("%s: region %q, period %q", line, doc.Metadata["region"].Value, f.Period)
		}
	}
}

// FuzzFileTitle wants a year of four digits that stand in the name, or none.
func FuzzFileTitle(f *testing.F) {
	for _, s := range []string{"临江市_2021年政府工作报告.txt", "a/b!2020.txt", "", ".", "2021-2025"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if y := fileYear(fileTitle(s)); y != 0 && (y < 1949 || y > 2100) {
			t.Fatalf("%q: %d", s, y)
		}
	})
}
