package diff_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/audit/diff"
	"shuzheng/extract"
	"shuzheng/policy"
)

// extracted reads a text.
func extracted(t testing.TB, text string) *policy.Document {
	t.Helper()
	doc, err := extract.Document(&policy.Source{Name: "文.txt", Bytes: []byte(text)}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// A versions is one case of testdata/versions.txt.
type versions struct{ name, a, b, want string }

func cases(t *testing.T) (list []versions) {
	b, err := os.ReadFile("testdata/versions.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, stretch := range strings.Split(string(b), "\n\n")[1:] {
		var c versions
		for line := range strings.Lines(stretch) {
			switch rest := line[1:]; line[0] {
			case '#':
				c.name = strings.TrimSpace(rest)
			case '-':
				c.a += rest
			case '+':
				c.b += rest
			case ' ':
				c.a, c.b = c.a+rest, c.b+rest
			case '\t':
				c.want += strings.TrimRight(rest, "\t\n") + "\n"
			default:
				t.Fatalf("%s: a line begins with %q", c.name, line[0])
			}
		}
		list = append(list, c)
	}
	return list
}

func TestVersions(t *testing.T) {
	for _, c := range cases(t) {
		a, b := extracted(t, c.a), extracted(t, c.b)
		got := diff.Documents(a, b)
		check(t, &got)
		if got := told(&got); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
		back := diff.Documents(b, a)
		if back.Count(policy.Added) != got.Count(policy.Removed) || back.Count(policy.Changed) != got.Count(policy.Changed) {
			t.Errorf("%s: backwards it is\n%s", c.name, told(&back))
		}
	}
}

// told writes a comparison as the cases do.
func told(c *policy.Comparison) string {
	var b strings.Builder
	for _, d := range c.Differences {
		var more []string
		for _, f := range d.Fields {
			more = append(more, f.Name+":"+f.Old+"→"+f.New)
		}
		if d.Moved {
			more = append(more, "moved")
		}
		if d.Reworded {
			more = append(more, "reworded")
		}
		if d.Kind == policy.Unchanged && len(more) == 0 {
			continue
		}
		line := fmt.Sprintf("%s\t%s\t%s\t%s", d.Kind, printed(c.A, d.A), printed(c.B, d.B), strings.Join(more, " "))
		b.WriteString(strings.TrimRight(line, "\t") + "\n")
	}
	return b.String()
}

func printed(doc *policy.Document, i int) string {
	if i < 0 {
		return "-"
	}
	at := doc.Figures[i].Evidence.Span
	return doc.Content.String()[at.Start:at.End]
}

// check holds a comparison to what is true of all: every figure once, fields where
// and only where something changed.
func check(t *testing.T, c *policy.Comparison) {
	t.Helper()
	a, b := map[int]int{-1: 1}, map[int]int{-1: 1}
	for _, d := range c.Differences {
		a[d.A]++
		b[d.B]++
		if (d.Kind == policy.Changed) != (len(d.Fields) > 0) || (d.A < 0) != (d.Kind == policy.Added) || (d.B < 0) != (d.Kind == policy.Removed) {
			t.Errorf("%+v", d)
		}
	}
	for _, side := range []struct {
		doc  *policy.Document
		seen map[int]int
	}{{c.A, a}, {c.B, b}} {
		if side.doc == nil {
			continue
		}
		for i := range side.doc.Figures {
			if side.seen[i] != 1 {
				t.Errorf("figure %d is there %d times", i, side.seen[i])
			}
		}
	}
}

// A document is equal to itself, and to itself from the end to the beginning.
func TestFixtures(t *testing.T) {
	for _, file := range []string{"plan.txt", "report.txt", "communique.txt", "page.html", "subsidy.txt"} {
		text, err := os.ReadFile("../../fixtures/" + file)
		if err != nil {
			t.Fatal(err)
		}
		doc := extracted(t, string(text))
		same := diff.Documents(doc, extracted(t, string(text)))
		check(t, &same)
		if told(&same) != "" {
			t.Errorf("%s differs from itself:\n%s", file, told(&same))
		}
		gone := diff.Documents(doc, nil)
		check(t, &gone)
		if gone.Count(policy.Removed) != len(doc.Figures) {
			t.Errorf("%s: without a second version %d of %d figures are removed", file, gone.Count(policy.Removed), len(doc.Figures))
		}
	}
}

// many is n sentences with two figures each; of every tenth one figure says another.
func many(n, plus int) string {
	var b strings.Builder
	for i := range n {
		more := 0
		if i%10 == 3 {
			more = plus
		}
		fmt.Fprintf(&b, "2024年，青禾县第%c%c村新修水渠%d公里，惠及农户%d户。\n", 0x4e00+i%5003, 0x4e00+i/7, 100+i%37+more, 200+i%41)
	}
	return b.String()
}

// Many figures with one name are told apart by what stands around them.
func TestMany(t *testing.T) {
	const n = 3000
	lines := strings.SplitAfter(many(n, 5), "\n")
	turned := strings.Join(lines[n/2:], "") + strings.Join(lines[:n/2], "")
	for name, b := range map[string]string{"in order": many(n, 5), "halves changed": turned} {
		c := diff.Documents(extracted(t, many(n, 0)), extracted(t, b))
		check(t, &c)
		if got := c.Count(policy.Changed); got != n/10 || c.Count(policy.Added) != 0 {
			t.Errorf("%s: %d changed, want %d; %d added", name, got, n/10, c.Count(policy.Added))
		}
		for _, d := range c.Differences {
			if d.Kind == policy.Changed && (len(d.Fields) != 1 || d.Fields[0].Name != "value") {
				t.Errorf("%s: %+v", name, d)
				break
			}
		}
	}
}

func BenchmarkDocuments(b *testing.B) {
	x, y := extracted(b, many(10000, 0)), extracted(b, many(10000, 5))
	for b.Loop() {
		diff.Documents(x, y)
	}
	b.ReportMetric(float64(len(x.Figures)), "figures")
}

func FuzzDocuments(f *testing.F) {
	f.Add("到2030年，研发投入强度达到3.2%以上。", "研发投入强度达到3.5%。2024年有水库12座。")
	f.Add("单位：家\n| 指标 | 2023 | 2024 |\n|---|---|---|\n| 企业 | 12 | 13 |\n", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		var docs [2]*policy.Document
		for i, text := range []string{a, b} {
			docs[i], _ = extract.Document(&policy.Source{Name: "文.txt", Bytes: []byte(text)}, extract.Options{}) // nil for what is no text
		}
		c := diff.Documents(docs[0], docs[1])
		check(t, &c)
	})
}
