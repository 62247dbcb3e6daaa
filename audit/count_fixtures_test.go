package audit_test

import (
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/policy"
)

// TestCountFixtures holds counts and targets of the documents in fixtures/ against
// NAME.counts.tsv: all that is there, and nothing else.
func TestCountFixtures(t *testing.T) {
	paths, _ := filepath.Glob("../fixtures/*.counts.tsv")
	if len(paths) == 0 {
		t.Fatal("no ../fixtures/*.counts.tsv")
	}
	for _, path := range paths {
		doc := read(t, strings.TrimSuffix(path, ".counts.tsv")+".txt")
		want := map[string]int{}
		for _, row := range lines(t, path)[1:] {
			want[strings.Join(row, "\t")]++
		}
		for i := range doc.Checks {
			c := &doc.Checks[i]
			if c.Kind != policy.CountCheck && c.Kind != policy.ProgressCheck {
				continue
			}
			claim := strings.ReplaceAll(doc.Content.String()[c.Claim.Start:c.Claim.End], "\n", `\n`)
			line := strings.Join([]string{string(c.Kind), string(c.Result), claim, c.Computed}, "\t")
			if want[line]--; want[line] < 0 {
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
