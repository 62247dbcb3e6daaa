package extract_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuzheng/policy"
)

// TestFixtureRecords holds the metadata, the tasks and the references of every
// document of fixtures/ against NAME.metadata.tsv, NAME.tasks.tsv and
// NAME.references.tsv. All must be as they are written there, and no more.
func TestFixtureRecords(t *testing.T) {
	for _, f := range readFixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			doc, stem := document(t, f.path), filepath.Join(fixtureDir, f.name)
			checkMetadata(t, doc, readRows(t, stem+".metadata.tsv"))
			checkTasks(t, doc, readRows(t, stem+".tasks.tsv"))
			checkReferences(t, doc, readRows(t, stem+".references.tsv"))
			checkInside(t, doc)
		})
	}
}

// standsAt says whether span is the place of a row's quote; * is any place.
func standsAt(doc *policy.Document, span policy.Span, r row) bool {
	switch r["quote"] {
	case "":
		return span.Len() == 0
	case "*":
		return true
	}
	at, ok := place(doc.Content.String(), r)
	return ok && at == span
}

func checkMetadata(t *testing.T, doc *policy.Document, want []row) {
	if want == nil {
		return
	}
	wanted := map[string]bool{}
	for _, r := range want {
		v, there := doc.Metadata[r["key"]]
		wanted[r["key"]] = true
		if !slices.Contains(r.any("value"), v.Value) || there && !standsAt(doc, v.Span, r) {
			t.Errorf("%s is %q at %v, want %q", r["key"], v.Value, v.Span, r["value"])
		}
	}
	for key, v := range doc.Metadata {
		if !wanted[key] {
			t.Errorf("%s is %q, want none", key, v.Value)
		}
	}
}

func checkTasks(t *testing.T, doc *policy.Document, want []row) {
	if len(doc.Tasks) != len(want) {
		t.Errorf("%d tasks, want %d", len(doc.Tasks), len(want))
		return
	}
	for i, r := range want {
		k := &doc.Tasks[i]
		if k.Task != r["task"] || names(k.Lead) != r["lead"] || names(k.Responsible) != r["responsible"] || !standsAt(doc, k.Span, r) {
			t.Errorf("task %q: lead %q, responsible %q at %v, want %v", k.Task, names(k.Lead), names(k.Responsible), k.Span, r)
		}
	}
}

func names(organs []policy.Organ) string {
	var all []string
	for _, o := range organs {
		all = append(all, o.Name)
	}
	return strings.Join(all, " ")
}

func checkReferences(t *testing.T, doc *policy.Document, want []row) {
	if len(doc.References) != len(want) {
		t.Errorf("%d references, want %d: %v", len(doc.References), len(want), doc.References)
		return
	}
	for i, r := range want {
		k := &doc.References[i]
		if k.Title != r["title"] || k.DocNumber != r["doc_number"] || !standsAt(doc, k.Span, r) {
			t.Errorf("reference %+v, want %v", k, r)
		}
	}
}

// checkInside wants the places of all of these in the text.
func checkInside(t *testing.T, doc *policy.Document) {
	whole := policy.Span{Start: 0, End: doc.Content.Len()}
	for key, v := range doc.Metadata {
		if !whole.Contains(v.Span) {
			t.Errorf("%s at %v", key, v.Span)
		}
	}
	for i := range doc.Tasks {
		k := &doc.Tasks[i]
		if !whole.Contains(k.Span) || !whole.Contains(k.TaskSpan) {
			t.Errorf("task at %v, %v", k.Span, k.TaskSpan)
		}
		for _, o := range append(k.Lead, k.Responsible...) {
			if !k.Span.Contains(o.Span) {
				t.Errorf("%s at %v, its list at %v", o.Name, o.Span, k.Span)
			}
		}
	}
}
