package extract

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestConcepts reads testdata/concepts.tsv: paragraphs with the concepts of their figures.
func TestConcepts(t *testing.T) {
	f, err := os.Open("testdata/concepts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		line := in.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		text, want, _ := strings.Cut(line, "\t")
		var got []string
		for _, f := range Phrase(text, Options{}).Figures {
			if f.Concept == "" {
				f.Concept = "-"
			}
			got = append(got, f.Concept)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s\n got %s\nwant %s", text, strings.Join(got, " "), want)
		}
	}
}
