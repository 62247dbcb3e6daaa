package audit_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"shuzheng/policy"
)

// TestLists holds the counts of real texts against what a careful reader counted. No
// list of theirs is miscounted, so none may come out so.
func TestLists(t *testing.T) {
	paths, _ := filepath.Glob("../../shared/seeds/*.txt")
	if len(paths) == 0 {
		t.Skip("no ../shared: the counts of real texts are not tested")
	}
	more, _ := filepath.Glob("../../shared/gold/text/*.txt")
	others, _ := filepath.Glob("../../shared/documents/*.txt")
	pages, _ := filepath.Glob("../../shared/documents/*.html")
	found := map[[4]string]bool{} // document, place, kind, result
	for _, path := range append(append(append(paths, more...), others...), pages...) {
		doc := read(t, path)
		at := policy.NewRuneIndex(doc.Content.String())
		for i := range doc.Checks {
			c := &doc.Checks[i]
			found[[4]string{filepath.Base(path)[:3], strconv.Itoa(at.Runes(c.Claim.Start)), string(c.Kind), string(c.Result)}] = true
			if (c.Kind == policy.CountCheck || c.Kind == policy.ProgressCheck) && c.Result == policy.Inconsistent {
				t.Errorf("%s: %s", filepath.Base(path), sentence(doc, c))
			}
		}
	}
	for _, row := range lines(t, "testdata/lists.tsv") {
		if !found[[4]string{row[0], row[2], row[3], row[4]}] {
			t.Errorf("%s %s: no check at %s that is %s", row[0], row[1], row[2], row[4])
		}
	}
}
