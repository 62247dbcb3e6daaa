package page_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/audit"
	"shuzheng/export/page"
	"shuzheng/extract"
	"shuzheng/policy"
)

// read extracts a document as the program does.
func read(t testing.TB, name, text string) *policy.Document {
	t.Helper()
	sum := sha256.Sum256([]byte(text))
	doc, err := extract.Document(&policy.Source{Name: name, Bytes: []byte(text), SHA256: hex.EncodeToString(sum[:])}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	audit.Check(doc)
	return doc
}

// fixture is a document of the project's fixtures.
func fixture(t testing.TB, name string) *policy.Document {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../fixtures", name))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, "fixtures/"+name, string(b))
}

// written is the page of documents, in memory.
func written(t testing.TB, opt page.Options, docs ...*policy.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, docs, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// stored is the address of a page in a folder of the test.
func stored(t testing.TB, html string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "核对 页.html")
	if err := os.WriteFile(path, []byte(html), 0o666); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// many is a document with some n figures.
func many(t testing.TB, n int) *policy.Document {
	var b strings.Builder
	b.WriteString("云川省临江市国民经济和社会发展统计资料\n\n")
	for i := 0; i*4 < n; i++ {
		if i%12 == 0 {
			fmt.Fprintf(&b, "%d.第%d部分\n\n", i/12+1, i/12+1)
		}
		fmt.Fprintf(&b, "2025年，全市第%d类企业实现营业收入%d.%d亿元，同比增长%d.%d%%；年末从业人员%d人，比上年增加%d人。规模以上企业的数字由统计部门按月审核，并在公报中公布。\n\n", i+1, 100+i, i%10, i%30+1, i%9+1, 2000+i*3, i%50+7)
	}
	return read(t, "多.txt", b.String())
}

// hostile is a text that tries what a text can.
const hostile = "临江市概况</script><script>window.hit=1</script>\n\n" +
	"一、<img src=x onerror=\"window.hit=1\">基础\n\n" +
	"2025年，<b onclick=hit()>全市</b>研发经费支出12.6亿元，]]>--><!--同比增长8.35%。<svg onload=window.hit=1>\u2028高新技术企业320家\u2029。\n\n" +
	"看起来是\u202e%57.3长增\u202c，其实不是；青禾县\u200b有水库1\u200b2座。\"'`${window.hit=1}&lt;script&gt;&#60;img&#62;\n\n" +
	"javascript:window.hit=1 共有3处。=HYPERLINK(\"http://example.com\") {{7*7}} 𠮷林镇有企业25家。\n"

// asItStands is a document with a block for each line, whatever the lines look like, and a
// figure in the last.
func asItStands(name, text string) *policy.Document {
	doc := &policy.Document{Source: &policy.Source{Name: name, Bytes: []byte(text), SHA256: strings.Repeat("0", 64)}, Content: policy.Plain(text, 0), Metadata: map[string]policy.Value{}}
	at := 0
	for line := range strings.Lines(text) {
		s := policy.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}
		if at += len(line); s.Len() > 0 {
			doc.Blocks = append(doc.Blocks, policy.Block{ID: len(doc.Blocks), Kind: policy.Paragraph, Span: s, Text: doc.Content.Slice(s.Start, s.End), Section: -1, Table: -1})
		}
	}
	last := len(doc.Blocks) - 1
	s := doc.Blocks[last].Span
	doc.Blocks[0].Kind = policy.Title
	doc.Metadata["issuer"] = policy.Value{Value: "<img src=x onerror=window.hit=1>", Span: doc.Blocks[0].Span}
	doc.Figures = []policy.Figure{{ID: "00000000000000aa", Indicator: "<img src=x onerror=window.hit=1>\u202e", Value: "25", Unit: "<b>", Period: "</script>", Area: "\u2067区",
		Comparator: "<", Status: "<i>", Measure: "</style>", Block: last, Evidence: policy.Evidence{Span: s, Indicator: []policy.Span{s}}}}
	doc.Numerals = []policy.Numeral{{Span: s, As: policy.AsFigure, Figure: "00000000000000aa"}, {Span: doc.Blocks[1].Span, As: policy.Unexplained}}
	doc.Platforms = []policy.Platform{{ID: "p1", Name: "<svg onload=window.hit=1>", Type: "<b>", Aliases: []string{"</script>"}, Mentions: []policy.Mention{{Span: doc.Blocks[1].Span, Exact: "<b>"}}, Attributes: []policy.Attribute{{Name: "<b>", Value: "<b>", Span: s}}}}
	doc.Tasks = []policy.Task{{Task: "<b>", Span: s, Section: -1, Lead: []policy.Organ{{Name: "<img src=x onerror=window.hit=1>", Role: policy.Leads, Span: s}}}}
	doc.References = []policy.Reference{{Title: "<b onclick=hit()>", DocNumber: "</title>", Span: s}}
	return doc
}
