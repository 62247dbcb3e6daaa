package task

import (
	"strings"
	"testing"

	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// organs words a list of organs; those that help have a +.
func organs(list []policy.Organ) string {
	var names []string
	for _, o := range list {
		if o.Role == policy.Helps {
			o.Name = "+" + o.Name
		}
		names = append(names, o.Name)
	}
	return strings.Join(names, " ")
}

// TestTasks reads testdata/tasks.txt: the tasks are task, who leads, who else, the list.
func TestTasks(t *testing.T) {
	policytest.Cases(t, "testdata/tasks.txt", func(doc *policy.Document) (got []string) {
		Find(doc)
		for _, k := range doc.Tasks {
			quote := strings.ReplaceAll(policytest.Words(doc, k.Span), "\t", " ")
			got = append(got, strings.Join([]string{k.Task, organs(k.Lead), organs(k.Responsible), quote}, "\t"))
		}
		for _, p := range doc.Problems {
			got = append(got, "! "+p.Message)
		}
		return got
	})
}

// FuzzFind wants every place inside the text, every task with an organ, and no fault.
func FuzzFind(f *testing.F) {
	policytest.Fuzz(f, "testdata/tasks.txt", func(t *testing.T, doc *policy.Document) {
		Find(doc)
		whole := policy.Span{Start: 0, End: doc.Content.Len()}
		for _, k := range doc.Tasks {
			if !whole.Contains(k.Span) || k.Span.Len() <= 0 || !whole.Contains(k.TaskSpan) || len(k.Lead)+len(k.Responsible) == 0 {
				t.Fatalf("%q: %+v", doc.Content.String(), k)
			}
			for _, o := range append(k.Lead, k.Responsible...) {
				if !whole.Contains(o.Span) || o.Name == "" || o.Role == "" {
					t.Fatalf("%q: %+v", doc.Content.String(), o)
				}
			}
		}
	})
}
