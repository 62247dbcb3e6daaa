package metadata

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/extract/read"
	"shuzheng/policy"
)

// paged makes a document of lines, a block each: "= " begins a title, "# " a heading,
// "! " what a site writes around the text, "| " a row of a table, "@ NAME=" what its
// page says, "---" the next article. ⏎ is a line break within a block.
func paged(lines []string) *policy.Document {
	doc := &policy.Document{Metadata: map[string]policy.Value{}}
	var text strings.Builder
	article, inTable := 0, false
	for _, s := range lines {
		if name, value, ok := strings.Cut(s, "="); ok && strings.HasPrefix(name, "@ ") {
			doc.Metadata[name[len("@ "):]] = policy.Value{Value: value}
			continue
		} else if s == "---" {
			article++
			continue
		}
		b := policy.Block{ID: len(doc.Blocks), Kind: policy.Paragraph, Section: -1, Table: -1, Article: article}
		if row, ok := strings.CutPrefix(s, "| "); ok {
			if !inTable {
				b.Kind, b.Table = policy.TableBlock, len(doc.Tables)
				doc.Blocks, doc.Tables = append(doc.Blocks, b), append(doc.Tables, policy.Table{})
			}
			addRow(&doc.Tables[len(doc.Tables)-1], &text, strings.Split(row, "|"))
			inTable = true
			continue
		}
		inTable = false
		for mark, kind := range map[string]policy.BlockKind{"= ": policy.Title, "# ": policy.Heading, "! ": policy.Boilerplate} {
			if rest, ok := strings.CutPrefix(s, mark); ok {
				s, b.Kind, b.Level = rest, kind, 1
			}
		}
		s = strings.ReplaceAll(s, "⏎", "\n")
		b.Span = policy.Span{Start: text.Len(), End: text.Len() + len(s)}
		b.Text = policy.Plain(s, text.Len())
		doc.Blocks = append(doc.Blocks, b)
		text.WriteString(s + "\n")
	}
	doc.Content = policy.Plain(text.String(), 0)
	return doc
}

func addRow(t *policy.Table, text *strings.Builder, cells []string) {
	for col, s := range cells {
		s = strings.TrimSpace(s)
		at := policy.Span{Start: text.Len(), End: text.Len() + len(s)}
		t.Cells = append(t.Cells, policy.Cell{Row: t.Rows, Col: col, RowSpan: 1, ColSpan: 1, Span: at, Text: policy.Plain(s, at.Start)})
		text.WriteString(s + "\t")
	}
	t.Rows++
}

// TestMetadata reads testdata/metadata.txt: the blocks of a text, and under them, each
// behind a tab, the facts that must be read: key, value, the words it was read from.
func TestMetadata(t *testing.T) {
	b, err := os.ReadFile("testdata/metadata.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		var lines, want []string
		for line := range strings.Lines(c) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "\t") {
				want = append(want, line)
			} else if !strings.HasPrefix(line, "//") {
				lines = append(lines, line)
			}
		}
		doc := paged(lines)
		Find(doc)
		var got []string
		for _, key := range slices.Sorted(maps.Keys(doc.Metadata)) {
			v := doc.Metadata[key]
			got = append(got, strings.TrimRight("\t"+key+"\t"+v.Value+"\t"+strings.ReplaceAll(doc.Content.String()[v.Span.Start:v.Span.End], "\n", "⏎"), "\t"))
		}
		slices.Sort(want)
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\ngot\n%s", c, strings.Join(got, "\n"))
		}
	}
}

// TestPageNames wants every <meta> element of pages.tsv kept by the reader of pages.
func TestPageNames(t *testing.T) {
	for _, p := range pageNames {
		page := "<html><head><meta name=\"" + p.name + "\" content=\"甲\"></head><body><p>乙</p></body></html>"
		doc, err := read.Document(&policy.Source{Bytes: []byte(page)}, read.Options{})
		if err != nil || doc.Metadata["meta:"+p.name].Value != "甲" {
			t.Errorf("%s: %v, %v", p.name, doc, err)
		}
	}
}

// FuzzFind wants every place inside the text and no fault.
func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/metadata.txt")
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
		whole := policy.Span{Start: 0, End: doc.Content.Len()}
		for key, v := range doc.Metadata {
			if !whole.Contains(v.Span) || v.Span.Len() < 0 || !utf8.ValidString(v.Value) {
				t.Fatalf("%q: %s: %+v", s, key, v)
			}
		}
	})
}
