package audit_test

import (
	"os"
	"strings"
	"testing"

	"shuzheng/audit"
	"shuzheng/extract"
	"shuzheng/policy"
)

// checked reads a text and checks it; only the kinds named are kept.
func checked(t testing.TB, text string, kinds ...policy.CheckKind) (*policy.Document, []policy.Check) {
	t.Helper()
	doc, err := extract.Document(&policy.Source{Name: "示例.txt", Bytes: []byte(text)}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	audit.Check(doc)
	var found []policy.Check
	for _, c := range doc.Checks {
		for _, k := range kinds {
			if c.Kind == k {
				found = append(found, c)
			}
		}
	}
	return doc, found
}

// TestCounts holds short texts against testdata/counts.tsv.
func TestCounts(t *testing.T) { shortTexts(t, "testdata/counts.tsv") }

// TestProgress holds short texts against testdata/progress.tsv.
func TestProgress(t *testing.T) { shortTexts(t, "testdata/progress.tsv") }

// shortTexts reads the texts of a table and compares their checks of these kinds.
func shortTexts(t *testing.T, path string) {
	table, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cols := append(strings.Split(line, "\t"), "", "", "")
		var claims, results, computed []string
		if cols[1] != "" {
			claims, results, computed = strings.Split(cols[1], "||"), strings.Split(cols[2], "||"), strings.Split(cols[3], "||")
		}
		if len(results) != len(claims) || len(computed) != len(claims) {
			t.Fatalf("line %d: %d claims, %d results, %d computed", i+1, len(claims), len(results), len(computed))
		}
		doc, found := checked(t, strings.ReplaceAll(cols[0], `\n`, "\n"), policy.CountCheck, policy.ProgressCheck)
		text := doc.Content.String()
		for k := range max(len(found), len(claims)) {
			switch {
			case k >= len(claims):
				t.Errorf("line %d: %s %q (%s) is too much", i+1, found[k].Result, text[found[k].Claim.Start:found[k].Claim.End], found[k].Computed)
			case k >= len(found):
				t.Errorf("line %d: %q is not found", i+1, claims[k])
			default:
				c := &found[k]
				if said := text[c.Claim.Start:c.Claim.End]; said != claims[k] || string(c.Result) != results[k] || !strings.HasPrefix(c.Computed, computed[k]) {
					t.Errorf("line %d: %q %s %s, want %q %s %s", i+1, said, c.Result, c.Computed, claims[k], results[k], computed[k])
				}
			}
		}
	}
}
