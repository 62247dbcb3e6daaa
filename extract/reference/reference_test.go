package reference

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

// paged makes a document of lines, a block each: "= " begins a title, "! " what a
// site writes around the text.
func paged(lines []string) *policy.Document {
	doc := &policy.Document{Metadata: map[string]policy.Value{}}
	var text strings.Builder
	for _, s := range lines {
		kind := policy.Paragraph
		if rest, ok := strings.CutPrefix(s, "= "); ok {
			kind, s = policy.Title, rest
		} else if rest, ok := strings.CutPrefix(s, "! "); ok {
			kind, s = policy.Boilerplate, rest
		}
		at := policy.Span{Start: text.Len(), End: text.Len() + len(s)}
		doc.Blocks = append(doc.Blocks, policy.Block{ID: len(doc.Blocks), Kind: kind, Span: at, Text: policy.Plain(s, at.Start), Section: -1, Table: -1})
		text.WriteString(s + "\n")
	}
	doc.Content = policy.Plain(text.String(), 0)
	return doc
}

// TestReferences reads testdata/references.txt: the blocks of a text, and under them,
// each behind a tab, what must be read from it: title, number, exact words.
func TestReferences(t *testing.T) {
	b, err := os.ReadFile("testdata/references.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(b), "\n\n") {
		var lines, want []string
		for line := range strings.Lines(c) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "\t") {
				want = append(want, line)
			} else if !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		doc := paged(lines)
		Find(doc)
		var got []string
		for _, r := range doc.References {
			got = append(got, "\t"+r.Title+"\t"+r.DocNumber+"\t"+strings.ReplaceAll(doc.Content.String()[r.Span.Start:r.Span.End], "\n", "⏎"))
		}
		for _, p := range doc.Problems {
			got = append(got, "\t! "+p.Message)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\ngot\n%s", c, strings.Join(got, "\n"))
		}
	}
}

// FuzzFind wants places inside the text, in order, and no fault.
func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/references.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(b), "\n\n") {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		doc := paged(strings.Split(s, "\n"))
		Find(doc)
		last := 0
		for _, r := range doc.References {
			if r.Span.Start < last || r.Span.End <= r.Span.Start || r.Span.End > doc.Content.Len() || r.Title == "" && r.DocNumber == "" {
				t.Fatalf("%q: %+v behind %d", s, r, last)
			}
			last = r.Span.Start
		}
	})
}
