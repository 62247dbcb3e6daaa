package extract_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"shuzheng/policy"
)

// A docxFile is a text document being written.
type docxFile struct {
	body  strings.Builder
	lists bool // headings are numbered by the program: 一、 and （一） are not in their text
}

func plainDOCX(t *testing.T, doc *policy.Document) []byte    { return writeDOCX(t, doc, false) }
func numberedDOCX(t *testing.T, doc *policy.Document) []byte { return writeDOCX(t, doc, true) }

// writeDOCX writes doc as a word processor does: headings by styles, tables as
// grids, boxes as frames of one column.
func writeDOCX(t *testing.T, doc *policy.Document, lists bool) []byte {
	t.Helper()
	f := docxFile{lists: lists}
	s := doc.Content.String()
	for i := 0; i < len(doc.Blocks); i++ {
		b := &doc.Blocks[i]
		text := b.Text.String()
		if i+1 < len(doc.Blocks) && b.Kind == policy.Heading && !strings.Contains(s[b.Span.End:doc.Blocks[i+1].Span.Start], "\n") {
			i++ // the text runs on behind its heading
			f.paragraph("", s[b.Span.Start:doc.Blocks[i].Span.End])
			continue
		}
		switch b.Kind {
		case policy.Title:
			f.paragraph(`<w:pStyle w:val="Title"/>`, text)
		case policy.Heading:
			f.heading(b.Level, text)
		case policy.TableBlock:
			f.table(&doc.Tables[b.Table])
		case policy.Box:
			f.body.WriteString("<w:tbl><w:tr><w:tc>")
			f.paragraph("", text)
			f.body.WriteString("</w:tc></w:tr></w:tbl>")
		default:
			f.paragraph("", text)
		}
	}
	return f.pack(t)
}

// heading writes a heading by its style; its number is the program's where it may be.
func (f *docxFile) heading(level int, text string) {
	style := fmt.Sprintf(`<w:pStyle w:val="%d"/>`, level)
	for k, end := range []string{"、", "）"} {
		if rest := strings.SplitN(text, end, 2); f.lists && level == k+1 && len(rest) == 2 {
			f.paragraph(fmt.Sprintf(`%s<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, style, k), rest[1])
			return
		}
	}
	f.paragraph(style, text)
}

// paragraph writes text in runs of some characters each, as programs cut it.
func (f *docxFile) paragraph(props, text string) {
	f.body.WriteString("<w:p><w:pPr>" + props + "</w:pPr>")
	for i, r := 0, []rune(text); i < len(r); i += 7 {
		f.body.WriteString(`<w:r><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&f.body, []byte(string(r[i:min(i+7, len(r))]))); err != nil {
			panic(err)
		}
		f.body.WriteString("</w:t></w:r>")
	}
	f.body.WriteString("</w:p>")
}

// table writes a grid.
func (f *docxFile) table(t *policy.Table) {
	f.body.WriteString("<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="1200"/>`, t.Cols) + "</w:tblGrid>")
	k := 0
	for row := range t.Rows {
		f.body.WriteString("<w:tr>")
		for ; k < len(t.Cells) && t.Cells[k].Row == row; k++ {
			fmt.Fprintf(&f.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/></w:tcPr>`, 1200*t.Cells[k].ColSpan, t.Cells[k].ColSpan)
			f.paragraph("", t.Cells[k].Text.String())
			f.body.WriteString("</w:tc>")
		}
		f.body.WriteString("</w:tr>")
	}
	f.body.WriteString("</w:tbl>")
}

const docxLists = `<w:abstractNum w:abstractNumId="0">` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>` +
	`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

// docxFrame are the parts that say what the others are.
var docxFrame = map[string]string{
	"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
	"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
	"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
}

// pack makes the package.
func (f *docxFile) pack(t *testing.T) []byte {
	t.Helper()
	styles := `<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`
	for k := 1; k <= 6; k++ {
		styles += fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%d"><w:name w:val="heading %d"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr></w:style>`, k, k, k-1)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range docxFrame {
		m, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(m, text)
	}
	for _, part := range [][3]string{
		{"word/document.xml", "document", "<w:body>" + f.body.String() + "</w:body>"},
		{"word/styles.xml", "styles", styles},
		{"word/numbering.xml", "numbering", docxLists},
	} {
		m, err := w.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(m, `<w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:%s>`, part[1], part[2], part[1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
