package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// recordPromises are how many of the documents of ../shared/gold may at most have
// another value than a careful reader wrote, by key of the metadata.
var recordPromises = map[string]int{
	"title": 0, "issuer": 0, "doc_number": 0, "date": 0, "effective_date": 0, "level": 1, "validity": 1, "subject": 3, "region": 0,
}

// A goldRecord is a NAME.doc.json: metadata whose values are a string or a list of
// strings that are all right, "" where there is none; and the tasks.
type goldRecord struct {
	facts map[string][]string
	tasks []goldTask
}

type goldTask struct {
	Start, End        int
	Task              string
	Lead, Responsible []string
}

// A readRecord is as much of a document's JSON.
type readRecord struct {
	Metadata map[string]struct{ Value string }
	Tasks    []goldTask
}

// TestGoldRecords reads real documents and holds their metadata and tasks against
// what a careful reader found.
func TestGoldRecords(t *testing.T) {
	paths, _ := filepath.Glob("../../../shared/gold/*.doc.json")
	if len(paths) == 0 {
		t.Skip("no ../shared/gold beside the project: real documents are not compared")
	}
	wrong, tasks, right := map[string]int{}, 0, 0
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".doc.json")
		want, got := readGold(t, path), readDocument(t, filepath.Dir(path), name)
		for key := range recordPromises {
			if value := got.Metadata[key].Value; !slices.Contains(want.facts[key], value) {
				wrong[key]++
				t.Logf("%s: %s is %q, want one of %q", name, key, value, want.facts[key])
			}
		}
		if len(got.Tasks) > len(want.tasks) {
			t.Errorf("%s: %d tasks, want %d", name, len(got.Tasks), len(want.tasks))
		}
		tasks += len(want.tasks)
		right += exactTasks(t, name, want.tasks, got.Tasks)
	}
	t.Logf("%d documents, wrong: %v; tasks exact: %d of %d", len(paths), wrong, right, tasks)
	for key, most := range recordPromises {
		if wrong[key] > most {
			t.Errorf("%s is wrong in %d documents, may be in %d", key, wrong[key], most)
		}
	}
	if right < tasks {
		t.Errorf("%d tasks of %d are exact", right, tasks)
	}
}

// exactTasks counts the tasks that were read with all their fields.
func exactTasks(t *testing.T, name string, want, got []goldTask) (right int) {
	for _, w := range want {
		i := slices.IndexFunc(got, func(g goldTask) bool { return g.Start == w.Start })
		if i >= 0 && got[i].End == w.End && got[i].Task == w.Task && slices.Equal(got[i].Lead, w.Lead) && slices.Equal(got[i].Responsible, w.Responsible) {
			right++
			continue
		}
		t.Logf("%s: the task %s at %d is not read so", name, w.Task, w.Start)
	}
	return right
}

// readGold reads a NAME.doc.json.
func readGold(t *testing.T, path string) (r goldRecord) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	r.facts = map[string][]string{}
	for key := range recordPromises {
		var one string
		var list []string
		if raw, there := all[key]; !there || json.Unmarshal(raw, &one) == nil {
			list = []string{one}
		} else if err := json.Unmarshal(raw, &list); err != nil {
			t.Fatalf("%s: %s: %v", path, key, err)
		}
		r.facts[key] = list
	}
	if raw, there := all["tasks"]; there {
		if err := json.Unmarshal(raw, &r.tasks); err != nil {
			t.Fatalf("%s: tasks: %v", path, err)
		}
	}
	return r
}

// readDocument runs the program over the text of a gold document.
func readDocument(t *testing.T, gold, name string) (r readRecord) {
	texts, _ := filepath.Glob(filepath.Join(gold, "text", name+"_*.txt"))
	if len(texts) == 0 {
		texts, _ = filepath.Glob(filepath.Join(gold, "../seeds", name+"_*.txt"))
	}
	if len(texts) != 1 {
		t.Fatalf("%s: %d texts", name, len(texts))
	}
	var out, errs bytes.Buffer
	if code := run([]string{"extract", "--quiet", texts[0], "-o", "-"}, strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("%s: exit code %d: %s", texts[0], code, &errs)
	}
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}
