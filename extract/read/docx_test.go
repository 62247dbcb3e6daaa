package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"shuzheng/policy"
)

// docxRoots are the parts that a test may give, and the element around its lines.
var docxRoots = map[string]string{
	"body": "document", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
	"header1": "hdr", "header2": "hdr", "footer1": "ftr",
}

const docxSpaces = wordNS +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// docxMember is the member of a package that a part of a test makes.
func docxMember(name, inside string) zipEntry {
	root := docxRoots[name]
	if name == "body" {
		name, inside = "document", "<w:body>"+inside+"<w:sectPr/></w:body>"
	}
	return deflated("word/"+name+".xml", `<?xml version="1.0" encoding="UTF-8"?>`+"\r\n<w:"+root+docxSpaces+">"+inside+"</w:"+root+">")
}

// docxContentType says what a part is.
func docxContentType(name string) string {
	kind := strings.TrimRight(name, "12")
	if name == "body" {
		name, kind = "document", "document.main"
	}
	return fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, name, kind)
}

// docxFile packs parts, by their names in docxRoots, into a document.
func docxFile(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	rels := ""
	types := `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	var entries []zipEntry
	for _, name := range []string{"body", "styles", "numbering", "footnotes", "endnotes", "header1", "header2", "footer1"} {
		if inside, ok := parts[name]; ok {
			entries = append(entries, docxMember(name, inside))
			types += docxContentType(name)
			rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, name, kinds, strings.TrimRight(name, "12"), name)
		}
	}
	const list = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	entries = append(entries,
		deflated("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+types+`</Types>`),
		deflated("_rels/.rels", list+`<Relationship Id="r" Type="`+kinds+`officeDocument" Target="word/document.xml"/></Relationships>`),
		deflated("word/_rels/document.xml.rels", list+rels+`</Relationships>`))
	return zipOf(t, entries...)
}

// readBytes reads a file that a test made.
func readBytes(t testing.TB, b []byte, opt Options) *policy.Document {
	t.Helper()
	doc, err := Document(&policy.Source{Bytes: b}, opt)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// said writes a document down: a line a block, a line a cell.
func said(doc *policy.Document) string {
	var out strings.Builder
	for _, b := range doc.Blocks {
		switch {
		case b.Kind == policy.TableBlock:
			saidTable(&out, &doc.Tables[b.Table])
			continue
		case b.Level > 0:
			fmt.Fprintf(&out, "%s %d", b.Kind, b.Level)
		default:
			fmt.Fprint(&out, b.Kind)
		}
		fmt.Fprintf(&out, ": %s\n", b.Text.String())
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&out, "problem: %s\n", p.Message)
	}
	return out.String()
}

func saidTable(out *strings.Builder, t *policy.Table) {
	fmt.Fprintf(out, "table %d×%d\n", t.Rows, t.Cols)
	for _, c := range t.Cells {
		fmt.Fprintf(out, " %d,%d", c.Row, c.Col)
		if c.RowSpan > 1 || c.ColSpan > 1 {
			fmt.Fprintf(out, " %d×%d", c.RowSpan, c.ColSpan)
		}
		if c.Header {
			out.WriteString(" head")
		}
		fmt.Fprintf(out, ": %s\n", c.Text.String())
	}
}

// TestDOCX reads the documents of testdata/docx, whose parts are written there.
func TestDOCX(t *testing.T) {
	files, err := filepath.Glob("testdata/docx/*.txtar")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			parts := docxParts(t, name)
			doc := readBytes(t, docxFile(t, parts), Options{})
			if got := said(doc); got != parts["want"] {
				t.Errorf("got:\n%s\nwant:\n%s", got, parts["want"])
			}
			holdBlocks(t, doc)
			holdOrigin(t, doc)
		})
	}
}

// docxParts reads a file of testdata/docx.
func docxParts(t testing.TB, name string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range txtar.Parse(b).Files {
		if f.Name != "want" && docxRoots[f.Name] == "" {
			t.Fatalf("%s: no part is called %s", name, f.Name)
		}
		parts[f.Name] = string(f.Data)
	}
	return parts
}

// holdOrigin checks that the bytes every character names hold it, as itself or as a
// reference, unless it was written for something else.
func holdOrigin(t *testing.T, doc *policy.Document) {
	t.Helper()
	zip, err := openZip(doc.Source.Bytes, Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, name := range zip.names {
		b, err := zip.read(name)
		if err != nil {
			t.Fatal(err)
		}
		parts[name] = string(b)
	}
	for i, r := range doc.Content.String() {
		p := doc.Place(policy.Span{Start: i, End: i + len(string(r))})
		part, ok := parts[p.Part]
		if !ok || p.Span.Start > p.Span.End || p.Span.End > len(part) {
			t.Fatalf("%q at %d names %v", r, i, p)
		}
		if s := part[p.Span.Start:p.Span.End]; p.Span.Len() == len(string(r)) && s != string(r) && !(r == ' ' && (s < " " || s == "\x7f")) {
			t.Fatalf("%q at %d names %q of %s", r, i, s, p.Part)
		}
	}
}

// Some programs number the main part, or write backslashes.
func TestDOCXMainPart(t *testing.T) {
	const rels = `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`
	part := `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>` + para("甲") + `</w:body></w:document>`
	for _, b := range [][]byte{
		zipOf(t, deflated("word/document2.xml", part), deflated("_rels/.rels", rels)),
		zipOf(t, deflated(`word\document.xml`, part)),
	} {
		if doc := readBytes(t, b, Options{}); said(doc) != "paragraph: 甲\n" {
			t.Error(said(doc))
		}
	}
}

// A figure's place is that of the run it stands in, not of the paragraph.
func TestDOCXPlace(t *testing.T) {
	body := `<w:p><w:r><w:t>共有</w:t></w:r><w:r><w:t>35家</w:t></w:r></w:p>`
	b := docxFile(t, map[string]string{"body": body})
	doc := readBytes(t, b, Options{})
	at := strings.Index(doc.Content.String(), "35家")
	p := doc.Place(policy.Span{Start: at, End: at + 2})
	zip, _ := openZip(b, Options{})
	part, _ := zip.read("word/document.xml")
	if got := string(part[p.Span.Start:p.Span.End]); p.Part != "word/document.xml" || got != "35" {
		t.Errorf("%v is %q", p, got)
	}
}

// A number written out stands for the paragraph's beginning.
func TestDOCXNumberPlace(t *testing.T) {
	b := docxFile(t, map[string]string{
		"numbering": `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
		"body":      `<w:p><w:r><w:t>前</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`,
	})
	doc := readBytes(t, b, Options{})
	at := strings.Index(doc.Content.String(), "1.")
	p := doc.Place(policy.Span{Start: at, End: at + 2})
	zip, _ := openZip(b, Options{})
	part, _ := zip.read("word/document.xml")
	if got := string(part[p.Span.Start:p.Span.End]); !strings.HasPrefix(got, "<w:p><w:pPr>") || !strings.HasSuffix(got, "<w:t>") {
		t.Errorf("%v is %q", p, got)
	}
}

// TestDOCXCharsets reads a part in each charset that XML may have.
func TestDOCXCharsets(t *testing.T) {
	s := `<?xml version="1.0" encoding="%s"?><w:document` + wordNS + `><w:body><w:p><w:r><w:t>共有35家</w:t></w:r></w:p></w:body></w:document>`
	for charset, name := range map[string]string{utf8Name: "UTF-8", utf16leName: "UTF-16", utf16beName: "UTF-16", gb18030Name: "GBK"} {
		part := encode(t, fmt.Sprintf(s, name), charset)
		doc := readBytes(t, zipOf(t, deflated("word/document.xml", string(part))), Options{})
		at := strings.Index(doc.Content.String(), "35")
		p := doc.Place(policy.Span{Start: at, End: at + 2})
		if got := decodeAs(part[p.Span.Start:p.Span.End], charset, 0).text.String(); doc.Content.String() != "共有35家" || got != "35" {
			t.Errorf("%s: %q, %q", charset, doc.Content.String(), got)
		}
	}
}
