package audit_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"shuzheng/audit"
	"shuzheng/audit/audittest"
	"shuzheng/policy"
)

// read extracts and checks a file.
func read(t testing.TB, path string) *policy.Document {
	t.Helper()
	doc := audittest.Document(t, path)
	audit.Check(doc)
	return doc
}

// lines reads a table: its lines without those that begin with #, cut at tabs.
func lines(t testing.TB, path string) [][]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.SplitSeq(strings.TrimRight(string(b), "\n"), "\n") {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// TestPlan holds the checks of a real plan against what a careful reader found in it.
func TestPlan(t *testing.T) {
	paths, _ := filepath.Glob("../../shared/seeds/000_*.txt")
	if len(paths) == 0 {
		t.Skip("no ../shared: the checks of the real plan are not tested")
	}
	doc := read(t, paths[0])
	at := policy.NewRuneIndex(doc.Content.String())
	start := map[string]string{} // of each figure, by ID
	for i := range doc.Figures {
		f := &doc.Figures[i]
		start[f.ID] = strconv.Itoa(at.Runes(f.Evidence.Span.Start))
	}
	expected := map[string]bool{} // checks that the table knows
	for _, row := range lines(t, "testdata/plan.tsv") {
		found := false
		for i := range doc.Checks {
			c := &doc.Checks[i]
			if string(c.Kind) == row[1] && restsOn(c, start, strings.Fields(row[3])) {
				expected[c.ID] = true
				if found = true; string(c.Result) != row[2] {
					t.Errorf("%s: %s %s, want %s: %s", row[0], c.Kind, c.Result, row[2], c.Computed)
				}
			}
		}
		if !found {
			t.Errorf("%s: no check %s of the figures at %s", row[0], row[1], row[3])
		}
	}
	for i := range doc.Checks {
		if c := &doc.Checks[i]; c.Result == policy.Inconsistent && !expected[c.ID] {
			t.Errorf("inconsistent, and the reader found no fault: %s", sentence(doc, c))
		}
	}
}

// restsOn says whether a check rests on figures that begin at given places.
func restsOn(c *policy.Check, start map[string]string, places []string) bool {
	for _, p := range places {
		found := false
		for _, id := range c.Figures {
			found = found || start[id] == p
		}
		if !found {
			return false
		}
	}
	return true
}

// sentence is a check in one line.
func sentence(doc *policy.Document, c *policy.Check) string {
	return fmt.Sprintf("%s %s %q: %s (%s)", c.Kind, c.Result, doc.Content.String()[c.Claim.Start:c.Claim.End], c.Computed, c.Reason)
}

// TestNoFalseAlarm reads every real document that needs no other program: an
// inconsistent result that no reader confirmed is the worst mistake of a checker.
func TestNoFalseAlarm(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"seeds/*.txt", "gold/text/*.txt", "documents/*.html", "documents/*.txt", "documents/*.md", "documents/*.xls"} {
		more, _ := filepath.Glob("../../shared/" + pattern)
		paths = append(paths, more...)
	}
	if len(paths) == 0 {
		t.Skip("no ../shared: the checks of real documents are not tested")
	}
	confirmed := map[string]bool{}
	for _, row := range lines(t, "testdata/inconsistent.tsv") {
		confirmed[strings.Join(row, "\t")] = true
	}
	known := lines(t, "testdata/inconsistent.tsv")
	for _, path := range paths {
		doc := read(t, path)
		for i := range doc.Checks {
			c := &doc.Checks[i]
			if c.Result != policy.Inconsistent || c.Kind == policy.CountCheck || c.Kind == policy.ProgressCheck {
				continue
			}
			found := false
			for _, row := range known {
				if strings.Contains(path, row[0]) && string(c.Kind) == row[1] && c.Stated == row[2] && c.Computed == row[3] {
					found = true
					delete(confirmed, strings.Join(row, "\t"))
				}
			}
			if !found {
				t.Errorf("%s: no reader has confirmed: %s", path, sentence(doc, c))
			}
		}
	}
	for line := range confirmed {
		t.Errorf("not found: %s", line)
	}
}
