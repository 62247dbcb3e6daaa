package audit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/audit"
	"shuzheng/extract"
	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// TestFixtures holds the checks of the documents in fixtures/ against NAME.checks.tsv:
// what is consistent or not must be there and nothing else; what is unchecked need not.
func TestFixtures(t *testing.T) {
	paths, _ := filepath.Glob("../fixtures/*.checks.tsv")
	if len(paths) == 0 {
		t.Fatal("no ../fixtures/*.checks.tsv")
	}
	for _, path := range paths {
		doc := read(t, strings.TrimSuffix(path, ".checks.tsv")+".txt")
		want := map[string]int{}
		for _, row := range lines(t, path)[1:] {
			want[strings.Join(row, "\t")]++
		}
		for i := range doc.Checks {
			c := &doc.Checks[i]
			if c.Kind == policy.CountCheck || c.Kind == policy.ProgressCheck {
				continue // testdata/counts.tsv and progress.tsv
			}
			claim := strings.ReplaceAll(doc.Content.String()[c.Claim.Start:c.Claim.End], "\n", `\n`)
			line := strings.Join([]string{string(c.Kind), string(c.Result), claim, c.Computed}, "\t")
			if want[line] > 0 {
				want[line]--
			} else if c.Result != policy.Unchecked {
				t.Errorf("%s: not in the table: %s", path, line)
			}
		}
		for line, n := range want {
			if n > 0 {
				t.Errorf("%s: not found: %s", path, line)
			}
		}
	}
}

// TestSentences holds single sentences against testdata/sentences.tsv.
func TestSentences(t *testing.T) {
	for n, row := range lines(t, "testdata/sentences.tsv") {
		doc, err := extract.Document(&policy.Source{Name: "示例.txt", Bytes: []byte(strings.ReplaceAll(row[0], `\n`, "\n"))}, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		audit.Check(doc)
		var got []string
		for i := range doc.Checks {
			if c := &doc.Checks[i]; c.Kind != policy.CountCheck && c.Kind != policy.ProgressCheck {
				got = append(got, string(c.Kind)+" "+string(c.Result)+" "+c.Computed)
			}
		}
		if have, want := strings.Join(got, "\n"), strings.Join(row[1:], "\n"); have != want {
			t.Errorf("case %d, %s:\n%s\nwant:\n%s", n+1, row[0], have, want)
		}
	}
}

// Whatever a document holds, checks name figures of it and places in it, and two runs
// give the same.
func FuzzCheck(f *testing.F) {
	paths, _ := filepath.Glob("../fixtures/*.txt")
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("其中0家，占0%，增长-100%，翻0番，翻九十九番；0:0:100，1÷0。\n合计\t1\t2\n201\t-0.0\t9e9\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := extract.Document(&policy.Source{Name: "示例.txt", Bytes: b}, extract.Options{})
		if err != nil {
			return
		}
		policytest.Sound(t, doc)
		audit.Check(doc)
		known := map[string]bool{}
		for i := range doc.Figures {
			known[doc.Figures[i].ID] = true
		}
		before := doc.Checks
		for i := range before {
			c := &before[i]
			if c.Claim.Start < 0 || c.Claim.Start > c.Claim.End || c.Claim.End > doc.Content.Len() {
				t.Fatalf("%s claims %v of %d bytes", c.Kind, c.Claim, doc.Content.Len())
			}
			for _, id := range c.Figures {
				if !known[id] {
					t.Fatalf("%s rests on %s, which is no figure", c.Kind, id)
				}
			}
		}
		audit.Check(doc)
		if len(before) != len(doc.Checks) {
			t.Fatalf("%d checks, then %d", len(before), len(doc.Checks))
		}
		for i := range before {
			if before[i].ID != doc.Checks[i].ID || before[i].Computed != doc.Checks[i].Computed {
				t.Fatalf("check %d differs from one run to the next", i)
			}
		}
	})
}
