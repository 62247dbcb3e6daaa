package read

import (
	"strings"

	"shuzheng/policy"
)

// docxType is the media type of a DOCX file.
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// isDOCX says whether b is a package with a text document in it. Some programs number
// its main part: word/document2.xml.
func isDOCX(b []byte) bool {
	return holds(b, "word/document", func(name string) bool {
		return strings.HasPrefix(name, "word/document") && strings.HasSuffix(name, ".xml")
	})
}

// readDOCX reads a text document: its body with the notes behind the paragraphs
// they belong to and text boxes behind those they hang on, headers and footers
// last. Deleted wording is left out, comments are not read.
func readDOCX(src *policy.Source, opt Options) (*policy.Document, error) {
	zip, err := openZip(src.Bytes, opt)
	if err != nil {
		return nil, err
	}
	d := &docx{opt: opt, zip: zip, doc: &policy.Document{Source: src, Metadata: map[string]policy.Value{}}}
	if err := d.load(); err != nil {
		return nil, err
	}
	d.w = wordWriter{doc: d.doc, out: d.text.Edit(), s: d.text.String()}
	body := d.scan(d.body)
	d.part(body, docxPlace{kind: policy.Paragraph})
	if body.err != nil {
		return nil, inPart(d.body.name, body.err)
	}
	d.furniture()
	d.w.finish()
	d.doc.Origin = d.origin
	d.tell()
	if len(d.doc.Blocks) == 0 {
		return nil, &Error{"文件里没有文字（可能只有图片）", "the file holds no text (perhaps pictures alone)"}
	}
	return d.doc, nil
}

// A docx is a text document being read.
type docx struct {
	opt    Options
	zip    *zipPackage
	doc    *policy.Document
	w      wordWriter
	text   policy.Text // the parts end to end
	origin partOrigin

	body       docxPart
	notes      map[string]xmlPlace // by f (footnote) or e (endnote) and id
	furnitures []docxPart          // headers and footers
	styles     docxStyles
	numbering  docxNumbering

	para    docxPara
	run     docxRun
	fields  wordFields
	pending []docxAside
	inTable int // depth of tables
	asides  int // depth of text boxes and notes
	unread  docxUnread
}

// A docxPlace says what the wording of a part of the document plays in it.
type docxPlace struct {
	kind policy.BlockKind
}

// A docxAside is what waits for the end of the paragraph or the table it stands in:
// a text box, a note, a table inside a cell.
type docxAside struct {
	at    xmlPlace
	kind  policy.BlockKind
	table bool
}

// inPart adds to an error of XML the part it stands in.
func inPart(name string, err error) error {
	if e, ok := err.(*Error); ok {
		return &Error{"文件的 " + name + " 已损坏：" + e.Zh, name + " of the file is damaged: " + e.En}
	}
	return err
}

// A docxUnread counts what the document shows and nobody read.
type docxUnread struct {
	pictures, hidden, objects, symbols, deep, below, codes, deleted int

	at policy.Span // of the first
}

// miss counts one of n.
func (d *docx) miss(n *int) {
	if d.unread == (docxUnread{}) {
		d.unread.at = d.w.here()
	}
	*n++
}

// tell reports what was not read.
func (d *docx) tell() {
	at := min(d.unread.at.Start, d.doc.Content.Len())
	reportCounts(d.doc, policy.Span{Start: at, End: at}, []countOf{
		{d.unread.pictures, "文件里有 %d 张图片，图中的文字没有读取"},
		{d.unread.objects, "文件里有 %d 处嵌入的图表、表格或文档，没有读取"},
		{d.unread.deleted, manyDeleted},
		{d.unread.hidden, manyHidden},
		{d.unread.symbols, manySymbols},
		{d.unread.deep, "有 %d 处文本框或表格嵌套过深，没有读取"},
		{d.unread.below, "有 %d 个被合并的单元格里还有文字，页面上看不见，没有读取"},
		{d.unread.codes, manyCodes},
	})
}
