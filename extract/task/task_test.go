package task

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

// paged makes a document of lines, a block each: "# " begins a heading, "! " what a
// site writes around the text, "| " a row of a table whose first row is its head; an
// empty cell goes on with the one above it. ⏎ is a line break within a block.
func paged(lines []string) *policy.Document {
	doc := &policy.Document{}
	var text strings.Builder
	section := -1
	var table *policy.Table
	for _, s := range lines {
		if row, ok := strings.CutPrefix(s, "| "); ok {
			if table == nil {
				doc.Tables = append(doc.Tables, policy.Table{Section: section, HeaderRows: 1})
				table = &doc.Tables[len(doc.Tables)-1]
			}
			addRow(table, &text, strings.Split(row, "|"))
			continue
		}
		table = nil
		kind := policy.Paragraph
		if rest, ok := strings.CutPrefix(s, "# "); ok {
			kind, s = policy.Heading, rest
		} else if rest, ok := strings.CutPrefix(s, "! "); ok {
			kind, s = policy.Boilerplate, rest
		}
		s = strings.ReplaceAll(s, "⏎", "\n")
		b := policy.Block{ID: len(doc.Blocks), Kind: kind, Section: section, Table: -1}
		b.Span = policy.Span{Start: text.Len(), End: text.Len() + len(s)}
		b.Text = policy.Plain(s, text.Len())
		if kind == policy.Heading {
			b.Section, section = -1, b.ID
		}
		doc.Blocks = append(doc.Blocks, b)
		text.WriteString(s + "\n")
	}
	doc.Content = policy.Plain(text.String(), 0)
	return doc
}

func addRow(t *policy.Table, text *strings.Builder, cells []string) {
	for col, s := range cells {
		s = strings.ReplaceAll(strings.TrimSpace(s), "⏎", "\n")
		if s == "" && t.Rows > 0 {
			for i := len(t.Cells) - 1; i >= 0; i-- {
				if t.Cells[i].Col == col {
					t.Cells[i].RowSpan++
					break
				}
			}
			continue
		}
		at := policy.Span{Start: text.Len(), End: text.Len() + len(s)}
		t.Cells = append(t.Cells, policy.Cell{Row: t.Rows, Col: col, RowSpan: 1, ColSpan: 1, Span: at, Text: policy.Plain(s, at.Start)})
		text.WriteString(s + "\t")
	}
	text.WriteString("\n")
	t.Rows, t.Cols = t.Rows+1, max(t.Cols, len(cells))
}

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

// TestTasks reads testdata/tasks.txt: the blocks of a text, and under them, each
// behind a tab, the tasks that must be read: task, who leads, who else, the list.
func TestTasks(t *testing.T) {
	b, err := os.ReadFile("testdata/tasks.txt")
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
		for _, k := range doc.Tasks {
			quote := strings.ReplaceAll(doc.Content.String()[k.Span.Start:k.Span.End], "\n", "⏎")
			got = append(got, "\t"+strings.Join([]string{k.Task, organs(k.Lead), organs(k.Responsible), strings.ReplaceAll(quote, "\t", " ")}, "\t"))
		}
		for _, p := range doc.Problems {
			got = append(got, "\t! "+p.Message)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\ngot\n%s", c, strings.Join(got, "\n"))
		}
	}
}

// FuzzFind wants every place inside the text, every task with an organ, and no fault.
func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/tasks.txt")
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
		for _, k := range doc.Tasks {
			if !whole.Contains(k.Span) || k.Span.Len() <= 0 || !whole.Contains(k.TaskSpan) || len(k.Lead)+len(k.Responsible) == 0 {
				t.Fatalf("%q: %+v", s, k)
			}
			for _, o := range append(k.Lead, k.Responsible...) {
				if !whole.Contains(o.Span) || o.Name == "" || o.Role == "" {
					t.Fatalf("%q: %+v", s, o)
				}
			}
		}
	})
}
