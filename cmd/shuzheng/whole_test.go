package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// What a program of others relies on, read from the JSON alone.
type written struct {
	Source struct{ Name string }
	Text   struct {
		Length  int
		Content string
	}
	Blocks  []place
	Tables  []struct{ Cells []place }
	Figures []struct {
		ID       string
		Evidence place
	}
	Numerals []place
}

// A place is whatever has start and end, and perhaps the words there.
type place struct {
	Start, End int
	Exact      string
}

// TestWhole runs the program over the fixtures, on one processor and on several:
// the same bytes, and every place holds the words it is said to hold.
func TestWhole(t *testing.T) { whole(t, "../../fixtures") }

// TestWholeReal does so over real documents, where the folder beside has them.
func TestWholeReal(t *testing.T) {
	dir := "../../../shared/documents"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/documents beside the project")
	}
	whole(t, dir)
}

func whole(t *testing.T, dir string) {
	var paths []string
	for _, ending := range []string{"*.txt", "*.html", "*.docx", "*.doc"} {
		found, _ := filepath.Glob(filepath.Join(dir, ending))
		paths = append(paths, found...)
	}
	if len(paths) == 0 {
		t.Fatalf("no documents in %s", dir)
	}
	one, several := extracted(t, 1, paths), extracted(t, 4, paths)
	if !bytes.Equal(one, several) {
		t.Error("the output depends on the number of processors")
	}
	for line := range bytes.Lines(one) {
		var doc written
		if err := json.Unmarshal(line, &doc); err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(doc.Source.Name), doc.check)
	}
}

// extracted is what the program writes for paths on so many processors.
func extracted(t *testing.T, processors int, paths []string) []byte {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
	var out, errs bytes.Buffer
	if code := run(append([]string{"extract", "--quiet"}, paths...), strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	return out.Bytes()
}

func (doc *written) check(t *testing.T) {
	text := []rune(doc.Text.Content)
	if doc.Text.Length != len(text) {
		t.Errorf("length %d of a text of %d code points", doc.Text.Length, len(text))
	}
	holds := func(what string, p place) {
		if p.Start < 0 || p.End < p.Start || p.End > len(text) {
			t.Errorf("%s [%d, %d) lies outside the text", what, p.Start, p.End)
		} else if p.Exact != "" && string(text[p.Start:p.End]) != p.Exact {
			t.Errorf("%s [%d, %d) is %q, not %q", what, p.Start, p.End, string(text[p.Start:p.End]), p.Exact)
		}
	}
	for _, b := range doc.Blocks {
		holds("block", b)
	}
	for _, table := range doc.Tables {
		for _, c := range table.Cells {
			holds("cell", c)
		}
	}
	ids := map[string]bool{}
	for _, f := range doc.Figures {
		holds("figure", f.Evidence)
		if ids[f.ID] {
			t.Errorf("two figures are called %s", f.ID)
		}
		ids[f.ID] = true
	}
	last := 0
	for _, n := range doc.Numerals {
		holds("numeral", n)
		if n.Start < last {
			t.Errorf("the numeral at %d stands twice in the ledger", n.Start)
		}
		last = n.End
	}
}
