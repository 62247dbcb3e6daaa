package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/policy"
)

func TestMarkdown(t *testing.T) {
	b, err := os.ReadFile("testdata/markdown.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "ends a case.\n")
	for c := range strings.SplitSeq(strings.TrimSuffix(rest, "====\n"), "====\n") {
		file, want, _ := strings.Cut(c, "----\n")
		src := &policy.Source{Bytes: []byte(file)}
		doc, err := Document(src, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := markdownWords(doc); src.MediaType != markdownType || got != want {
			t.Errorf("%s of\n%s\ngot\n%s\nwant\n%s", src.MediaType, file, got, want)
		}
		holdMonotone(t, doc.Content, len(file))
		holdBlocks(t, doc)
	}
}

// markdownWords writes the blocks, a line each; ~ is a place that a merged cell covers.
func markdownWords(doc *policy.Document) string {
	var out strings.Builder
	for _, b := range doc.Blocks {
		kind := string(b.Kind)
		if b.Kind == policy.Heading {
			kind += fmt.Sprint(b.Level)
		}
		text := b.Text.String()
		if b.Kind == policy.TableBlock {
			text = gridLine(&doc.Tables[b.Table])
		}
		out.WriteString(kind + " " + text + "\n")
	}
	return out.String()
}

func gridLine(t *policy.Table) string {
	rows := make([][]string, t.Rows)
	for r := range rows {
		rows[r] = strings.Split(strings.Repeat("~|", t.Cols-1)+"~", "|")
	}
	for _, c := range t.Cells {
		rows[c.Row][c.Col] = c.Text.String()
	}
	lines := make([]string, len(rows))
	for r := range rows {
		lines[r] = strings.Join(rows[r], "/")
	}
	return strings.Join(lines, ";")
}

// Text with a few marks of Markdown is text.
func TestNoMarkdown(t *testing.T) {
	for _, s := range []string{
		"# 2025年政府工作报告\n\n各位代表：\n全年增长6%。\n",
		"### 新闻一\n正文。\n### 新闻二\n正文。\n### 新闻三\n正文。\n",
		"注：带*号的为预计数，#为初步数。\n| 甲 | 乙 |\n",
		"价格从$5到$6。\n----\n完。\n",
		"1号楼 # 2号楼\n**重点**：增长6%。\n",
	} {
		src := &policy.Source{Bytes: []byte(s)}
		if _, err := Document(src, Options{}); err != nil || src.MediaType != "text/plain" {
			t.Errorf("%q: %s, %v", s, src.MediaType, err)
		}
	}
}

// The places name the bytes of the file, formulas too.
func TestMarkdownPlace(t *testing.T) {
	file := "# 甲\n\n## 乙\n\n### 丙\n\n占比 $2 5 . 8 \\%$ ，**12**家。\n"
	doc, err := Document(&policy.Source{Bytes: []byte(file)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{"25.8%": `2 5 . 8 \%`, "12": "12"} {
		i := strings.Index(doc.Content.String(), words)
		if p := doc.Place(policy.Span{Start: i, End: i + len(words)}); file[p.Span.Start:p.Span.End] != want {
			t.Errorf("%s stands at %q", words, file[p.Span.Start:p.Span.End])
		}
	}
}

// The real file that lies beside the project.
func TestMarkdownDocument(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("../../../shared/documents", "chinaxiv_sti_power_mineru.md"))
	if err != nil {
		t.Skip("no ../shared/documents beside the project")
	}
	doc, err := Document(&policy.Source{Bytes: b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"中国人均GDP为美国该值的25.8%，处于", "水平5%的为低收入国家，高于40%为", "分别为10.9%和1.2%，中国"} {
		if !strings.Contains(doc.Content.String(), w) {
			t.Errorf("%q is not in the text", w)
		}
	}
	if len(doc.Tables) != 4 || strings.Contains(doc.Content.String(), "images/") {
		t.Errorf("%d tables", len(doc.Tables))
	}
}

func hostileMarkdown() []hostileFile {
	head := "# 甲\n\n## 乙\n\n### 丙\n\n"
	r := func(s string, n int) string { return strings.Repeat(s, max(n/slow, min(n, 500))) }
	var files []hostileFile
	for name, s := range map[string]string{
		"quotes":          r(">", 50_000) + "字",
		"lists":           r("- ", 50_000) + "字",
		"nested lists":    nested(2000 / slow),
		"brackets":        r("[", 50_000),
		"links":           r("[a](", 30_000),
		"pictures":        r("![", 50_000) + r("](a)", 50_000),
		"emphasis":        r("*a **b ", 30_000),
		"backticks":       ticks(600 / slow),
		"dollars":         r("$", 100_000),
		"formulas":        r("$\\frac{", 20_000) + r("}$", 20_000),
		"braces":          "$" + r("{", 390) + "$",
		"tables":          "|a|b|\n|-|-|\n" + r("|1|2|\n", 50_000),
		"wide table":      "|" + r("a|", 5000) + "\n|" + r("-|", 5000) + "\n" + r("|"+r("1|", 5000)+"\n", 20),
		"ragged table":    "|a|b|\n|-|-|\n" + r("|1", 20_000) + "\n",
		"HTML tables":     r("<table><tr><td>\n\n", 3000),
		"HTML":            r("<div>", 50_000),
		"footnotes":       r("[^1]", 20_000) + "\n\n" + r("[^1]: 注\n\n", 2000),
		"references":      r("[a]: /b\n", 20_000) + r("[a]", 20_000),
		"entities":        r("&#x41;&nbsp;&", 30_000),
		"escapes":         r("\\", 100_001),
		"fences":          r("```\n", 50_001),
		"rules":           r("---\n", 50_000),
		"underlined":      r("甲\n===\n", 30_000),
		"one long line":   r("字，", 200_000),
		"NUL and control": "\x00\x01\x02\x1b字|",
	} {
		files = append(files, hostileFile{name, []byte(head + s + "\n")})
	}
	return files
}

// nested is lists in lists.
func nested(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(strings.Repeat(" ", 2*(i%200)) + "- 字\n")
	}
	return s.String()
}

// ticks is runs of backticks of every length.
func ticks(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(strings.Repeat("`", i) + "a")
	}
	return s.String()
}

func TestHostileMarkdown(t *testing.T) { endures(t, hostileMarkdown()) }

func FuzzMarkdown(f *testing.F) {
	b, err := os.ReadFile("testdata/markdown.txt")
	if err != nil {
		f.Fatal(err)
	}
	for c := range strings.SplitSeq(string(b), "====\n") {
		f.Add(c)
	}
	f.Add("[^a]\n\n[^a]: b\n    c\n\n<table>\n\n<tr><td>1</table>\n\n1) $x_{1}$ &amp; \\* `a`\n***\n    code")
	f.Fuzz(func(t *testing.T, s string) {
		src := &policy.Source{Bytes: []byte(s)}
		d, err := decode(src.Bytes, "utf-8")
		if err != nil {
			return
		}
		doc, err := markdown(src, d)
		if err != nil || len(doc.Blocks) == 0 {
			return
		}
		holdMonotone(t, doc.Content, len(s))
		holdBlocks(t, doc)
	})
}
