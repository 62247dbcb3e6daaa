package extract

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// contextCase builds the document of one case of testdata/context.txt.
func contextCase(lines []string) (doc *policy.Document, want [][]string) {
	doc = &policy.Document{Source: &policy.Source{Name: "case", MediaType: "text/plain", Charset: "utf-8"}}
	var text strings.Builder
	part, chapter, section, article := -1, -1, -1, 0
	for _, line := range lines {
		kind, s := policy.Paragraph, line
		switch {
		case line == "":
			continue
		case line == "@":
			part, section, article = -1, -1, article+1
			continue
		case strings.HasPrefix(line, "> "):
			f := strings.Split(line[2:], "|")
			for i := range f {
				f[i] = strings.TrimPrefix(strings.TrimSpace(f[i]), "-")
			}
			want = append(want, f)
			continue
		case strings.HasPrefix(line, "% "):
			key, value, ok := strings.Cut(line[2:], "=")
			if !ok {
				key, value = "date", line[2:]
			}
			doc.Metadata = map[string]policy.Value{key: {Value: value}}
			continue
		case strings.HasPrefix(line, "= "):
			kind, s = policy.Title, line[2:]
		case strings.HasPrefix(line, "# "), strings.HasPrefix(line, "## "):
			kind, s = policy.Heading, strings.TrimLeft(line, "# ")
		}
		b := policy.Block{ID: len(doc.Blocks), Kind: kind, Section: section, Article: article, Table: -1}
		b.Span = policy.Span{Start: text.Len(), End: text.Len() + len(s)}
		b.Text = policy.Plain(s, text.Len())
		switch {
		case strings.HasPrefix(line, "## "):
			b.Level, b.Section = 2, chapter
			section = b.ID
		case kind == policy.Heading:
			b.Level, b.Section = 1, part
			section, chapter = b.ID, b.ID
		case kind == policy.Title && b.ID > 0 && doc.Blocks[b.ID-1].Article == article:
			part, section = b.ID, b.ID // a second title
		}
		text.WriteString(s + "\n")
		doc.Blocks = append(doc.Blocks, b)
	}
	doc.Content = policy.Plain(text.String(), 0)
	doc.Source.Bytes = []byte(text.String())
	return doc, want
}

func TestContext(t *testing.T) {
	var cases []string
	for _, name := range []string{"context.txt", "context_places.txt", "context_reports.txt", "context_when.txt"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, strings.Split(string(b), "\n---\n")[1:]...)
	}
	for _, c := range cases {
		doc, want := contextCase(strings.Split(c, "\n"))
		analyse(doc, Options{})
		k := 0
		for _, w := range want {
			for k < len(doc.Figures) && quote(doc, &doc.Figures[k]) != w[0] {
				k++
			}
			if k == len(doc.Figures) {
				t.Errorf("%s\n%s is not among the figures", c, w[0])
				break
			}
			f := &doc.Figures[k]
			k++
			if f.Period != w[1] || string(f.Status) != w[2] || f.Area != w[3] {
				t.Errorf("%s: got %q %q %q, want %q %q %q\nin %s", w[0], f.Period, f.Status, f.Area, w[1], w[2], w[3], c)
			}
		}
	}
}

func quote(doc *policy.Document, f *policy.Figure) string {
	return doc.Content.String()[f.Evidence.Span.Start:f.Evidence.Span.End]
}

// FuzzContext reads any text under a title and a heading without fault, and keeps
// every piece of evidence inside the text.
func FuzzContext(f *testing.F) {
	b, err := os.ReadFile("testdata/context.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(b), "\n") {
		f.Add("临江市2024年工作要点", "一、主要目标", line)
	}
	f.Add("A同比", "A同比", "3元")
	f.Fuzz(func(t *testing.T, title, heading, text string) {
		if all := title + heading + text; strings.ContainsAny(all, "\n") || !utf8.ValidString(all) {
			return
		}
		doc, _ := contextCase([]string{"= " + title, "# " + heading, text})
		analyse(doc, Options{Trace: true})
		policytest.Sound(t, doc)
	})
}
