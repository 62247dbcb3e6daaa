package read

import (
	"strings"
	"testing"
	"time"

	"shuzheng/policy"
)

// para is a paragraph of this wording.
func para(words string) string { return `<w:p><w:r><w:t>` + words + `</w:t></w:r></w:p>` }

// nest puts core into n pairs of before and behind.
func nest(n int, before, core, behind string) string {
	return strings.Repeat(before, n) + core + strings.Repeat(behind, n)
}

// wholeXML is a package whose document.xml is s.
func wholeXML(t testing.TB, s string) []byte {
	return zipOf(t, deflated("word/document.xml", s))
}

// wordPatience is how long a hostile file may be worked on: each takes a fraction of a
// second on a machine of its own, and the tests share theirs.
const wordPatience = 5 * time.Second

// hostileDOCX are files that lie, break off or blow up, with a part of the error they
// must end in, or of the problem; "" for a document without either.
func hostileDOCX(t testing.TB) []struct {
	name string
	b    []byte
	want string
} {
	body := func(s string) []byte { return docxFile(t, map[string]string{"body": s}) }
	whole := body(para("共有35家"))
	const tableOpen, tableClose = `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>`, `</w:tc></w:tr></w:tbl>`
	const boxOpen, boxClose = `<w:p><w:r><w:pict><w:txbxContent>`, `</w:txbxContent></w:pict></w:r></w:p>`
	list := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:start w:val="999999"/><w:lvlText w:val="` + strings.Repeat("%1", 5000) + `"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	numbered := strings.Repeat(`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, 2000)
	return []struct {
		name string
		b    []byte
		want string
	}{
		{"cut in the directory", whole[:len(whole)-30], "不完整"},
		{"cut in the middle", whole[:len(whole)/2], "不完整"},
		{"cut after the name", whole[:60], "不完整"},
		{"encrypted member", patched(whole, 6, 8, []byte{1}), "已加密"},
		{"wrong checksum", patched(whole, 14, 16, []byte{1, 2, 3, 4}), "已损坏"},
		{"a bomb", body(para(strings.Repeat(" ", 30<<20))), "200 倍"},
		{"entities", wholeXML(t, `<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><w:document`+wordNS+`><w:body>`+para("&b;")+`</w:body></w:document>`), "DTD"},
		{"another charset", wholeXML(t, `<?xml version="1.0" encoding="EBCDIC"?><a/>`), "EBCDIC"},
		{"no body", wholeXML(t, `<a/>`), "没有文字"},
		{"an empty part", wholeXML(t, ``), "没有文字"},
		{"XML that breaks off", wholeXML(t, `<w:document`+wordNS+`><w:body>`+para("甲")), "缺少结束标签"},
		{"XML with crossed tags", body(`<w:p><w:r></w:p></w:r>`), "已损坏"},
		{"nested too deep", body(nest(500, "<w:sdt><w:sdtContent>", para("甲"), "</w:sdtContent></w:sdt>")), "256 层"},
		{"tables in tables", body(nest(60, tableOpen, para("甲"), tableClose)), ""},
		{"frames in frames", body(nest(70, `<w:tbl><w:tr><w:tc>`, para("甲"), tableClose)), ""},
		{"boxes in boxes", body(nest(50, boxOpen, para("甲"), boxClose) + para("乙")), "嵌套过深"},
		{"many boxes in a paragraph", body(`<w:p><w:r>` + strings.Repeat(`<w:pict><w:txbxContent>`+para("甲")+`</w:txbxContent></w:pict>`, 20_000) + `</w:r></w:p>`), ""},
		{"fields without end", body(strings.Repeat(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`, 20_000) + para("甲")), "域代码"},
		{"ends without fields", body(strings.Repeat(`<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r></w:p>`, 1000) + para("甲")), ""},
		{"a grid too wide", body(`<w:tbl>` + strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>`+para("甲")+`</w:tc><w:tc>`+para("乙")+`</w:tc></w:tr>`, 3000) + `</w:tbl>`), ""},
		{"a grid too large", body(`<w:tbl><w:tr>` + strings.Repeat(`<w:tc><w:p/></w:tc>`, 1100) + `</w:tr>` + strings.Repeat(`<w:tr><w:tc>`+para("甲")+`</w:tc></w:tr>`, 1000) + `</w:tbl>`), "单元格"},
		{"spans that lie", body(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-5"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="99999999999"/><w:vMerge/></w:tcPr>` + para("甲") + `</w:tc><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr>` + para("乙") + `</w:tc></w:tr></w:tbl>`), ""},
		{"lists that grow", docxFile(t, map[string]string{"numbering": list, "body": numbered}), ""},
		{"a note in itself", docxFile(t, map[string]string{"footnotes": `<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/><w:t>注</w:t></w:r></w:p></w:footnote>`, "body": `<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`}), ""},
		{"styles that break off", zipOf(t, docxMember("body", para("甲")), deflated("word/styles.xml", `<w:styles`+wordNS+`><w:style>`)), "styles.xml 已损坏"},
		{"numbering of nonsense", zipOf(t, docxMember("body", para("甲")), deflated("word/numbering.xml", "\xff\xfe\x00")), ""},
		{"numbering of another charset", zipOf(t, docxMember("body", para("甲")), deflated("word/numbering.xml", `<?xml version="1.0" encoding="x"?>`)), "编码"},
		{"the same part twice", zipOf(t, docxMember("body", para("甲")), docxMember("body", para("乙"))), "两个成员"},
		{"a part outside", zipOf(t, docxMember("body", para("甲")), deflated("../a", "")), "指向包外"},
		{"relationships that lead away", zipOf(t, docxMember("body", para("甲")), deflated("word/_rels/document.xml.rels", `<Relationships><Relationship Type="/styles" Target="../../../../etc/passwd"/><Relationship Type="/header" Target="document.xml"/></Relationships>`)), ""},
		{"many namespaces", wholeXML(t, `<w:document`+wordNS+`>`+strings.Repeat(`<a xmlns:b="c"/>`, 50_000)+`<w:body>`+para("甲")+`</w:body></w:document>`), ""},
		{"characters that are none", body(para("甲&#0;&#xFFFE;&#x1;&#xD800;&nothing;\x01乙")), ""},
	}
}

func TestHostileDOCX(t *testing.T) {
	for _, c := range hostileDOCX(t) {
		began := time.Now()
		doc, err := Document(&policy.Source{Bytes: c.b}, Options{MaxBytes: 512 << 20})
		if took := time.Since(began); took > wordPatience {
			t.Errorf("%s: %v", c.name, took)
		}
		holdHostile(t, c.name, c.want, doc, err)
	}
}

// holdHostile checks that a hostile file ended in an error or a document, and that
// either says what is wanted.
func holdHostile(t *testing.T, name, want string, doc *policy.Document, err error) {
	t.Helper()
	told := ""
	if err != nil {
		fault, ok := err.(*Error)
		if !ok || fault.En == "" {
			t.Errorf("%s: %v is no *Error", name, err)
			return
		}
		if want == "" {
			t.Errorf("%s: %v", name, err)
		}
		told = fault.Zh
	} else {
		for _, p := range doc.Problems {
			told += p.Message + "\n"
		}
		holdBlocks(t, doc)
	}
	if !strings.Contains(told, want) {
		t.Errorf("%s: %q, want %q", name, told, want)
	}
}

// A document that is cut anywhere is an error or a document, never a panic.
func TestDOCXCutAnywhere(t *testing.T) {
	whole := docxFile(t, docxParts(t, "testdata/docx/asides.txtar"))
	for n := len(zipMagic); n < len(whole); n++ {
		if _, err := Document(&policy.Source{Bytes: whole[:n]}, Options{}); err == nil {
			t.Fatalf("%d of %d bytes are read", n, len(whole))
		}
	}
}

func FuzzDOCX(f *testing.F) {
	for _, name := range []string{"asides", "tables", "nested", "fields", "runs", "revisions"} {
		f.Add(docxParts(f, "testdata/docx/"+name+".txtar")["body"])
	}
	parts := docxParts(f, "testdata/docx/asides.txtar")
	f.Fuzz(func(t *testing.T, body string) {
		parts["body"] = body
		doc, err := Document(&policy.Source{Bytes: docxFile(t, parts)}, Options{})
		if err == nil {
			holdBlocks(t, doc)
			holdOrigin(t, doc)
		}
	})
}
