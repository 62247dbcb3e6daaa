package reference

import (
	"testing"

	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// TestReferences reads testdata/references.txt: the references are title, number, exact words.
func TestReferences(t *testing.T) {
	policytest.Cases(t, "testdata/references.txt", func(doc *policy.Document) (got []string) {
		Find(doc)
		for _, r := range doc.References {
			got = append(got, r.Title+"\t"+r.DocNumber+"\t"+policytest.Words(doc, r.Span))
		}
		for _, p := range doc.Problems {
			got = append(got, "! "+p.Message)
		}
		return got
	})
}

// FuzzFind wants places inside the text, in order, and no fault.
func FuzzFind(f *testing.F) {
	policytest.Fuzz(f, "testdata/references.txt", func(t *testing.T, doc *policy.Document) {
		Find(doc)
		last := 0
		for _, r := range doc.References {
			if r.Span.Start < last || r.Span.End <= r.Span.Start || r.Span.End > doc.Content.Len() || r.Title == "" && r.DocNumber == "" {
				t.Fatalf("%q: %+v behind %d", doc.Content.String(), r, last)
			}
			last = r.Span.Start
		}
	})
}
