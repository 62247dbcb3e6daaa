package normalize

import (
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
)

// docNumbers are the numbers of s, with | between.
func docNumbers(s string) string {
	var all []string
	for at := 0; ; {
		n, ok := NextDocNumber(s, at)
		if !ok {
			return strings.Join(all, "|")
		}
		all, at = append(all, n.Number), n.End
	}
}

// TestDocNumbers reads testdata/docnumbers.tsv.
func TestDocNumbers(t *testing.T) {
	b, err := os.ReadFile("testdata/docnumbers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		text, want, ok := strings.Cut(line, "\t")
		if got := docNumbers(Fold(policy.Plain(text, 0)).String()); !ok || got != want {
			t.Errorf("line %d: %s: got %q, want %q", i+1, text, got, want)
		}
	}
}

// FuzzDocNumber holds any text against what NextDocNumber promises: progress, and
// places in the text that end with 号 or the word behind it.
func FuzzDocNumber(f *testing.F) {
	b, err := os.ReadFile("testdata/docnumbers.tsv")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for at := 0; ; {
			n, ok := NextDocNumber(s, at)
			if !ok {
				return
			}
			if n.Start < at || n.End <= n.Start || n.End > len(s) || !strings.Contains(s[n.Start:n.End], "号") {
				t.Fatalf("%q: %+v from %d on", s, n, at)
			}
			at = n.End
		}
	})
}
