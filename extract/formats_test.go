package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// A fileFormat writes a document that was read from text as another program would
// have saved it: headings, paragraphs, tables and boxes as the format has them.
type fileFormat struct {
	name  string
	kind  string // what the file is told to be: media type and, of text, charset
	write func(t *testing.T, doc *policy.Document) []byte
}

// The kinds of files that are no text.
const (
	docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	docType  = "application/msword"
	xlsType  = "application/vnd.ms-excel"
	pdfType  = "application/pdf"
	ofdType  = "application/ofd"
)

var fileFormats = []fileFormat{
	{"docx", docxType, plainDOCX},
	{"docx numbered", docxType, numberedDOCX},
	{"doc", docType, savedDOC},
	{"pdf", pdfType, plainPDF},
	{"pdf in two columns", pdfType, columnsPDF},
	{"ofd", ofdType, plainOFD},
	{"xlsx", xlsxType, plainXLSX},
	{"markdown", "text/markdown utf-8", plainMarkdown},
	{"markdown in gb18030", "text/markdown gb18030", in(gb18030, plainMarkdown)},
	{"html", "text/html utf-8", plainHTML},
	{"html in gbk", "text/html gb18030", in(gbk, gbkHTML)},
	{"html in utf-16le", "text/html utf-16le", in(markedLE, plainHTML)},
	{"html with bold headings", "text/html utf-8", boldHTML},
	{"text with crlf", "text/plain utf-8", plainCRLF},
	{"text with cr", "text/plain utf-8", plainCR},
	{"utf-8 with mark", "text/plain utf-8", markedUTF8},
	{"gb18030", "text/plain gb18030", in(gb18030, rawText)},
	{"gb18030 with crlf", "text/plain gb18030", in(gb18030, plainCRLF)},
	{"utf-16le", "text/plain utf-16le", in(littleUTF16, rawText)},
	{"utf-16be", "text/plain utf-16be", in(bigUTF16, plainCRLF)},
	{"utf-16le with mark", "text/plain utf-16le", in(markedLE, plainCRLF)},
	{"utf-16be with mark", "text/plain utf-16be", in(markedBE, rawText)},
	{"member of a zip", "text/plain utf-8", zipMember},
	{"member of a tar", "text/plain utf-8", tarMember},
}

// savedDOC is the numbered DOCX as LibreOffice saved it in the older format.
func savedDOC(t *testing.T, _ *policy.Document) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(fixtureDir, "plan.doc"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestFormats reads plan.txt in every format: the same outline, tables and figures
// must come out as from the text.
func TestFormats(t *testing.T) {
	plan := document(t, filepath.Join(fixtureDir, "plan.txt"))
	for _, f := range fileFormats {
		t.Run(f.name, func(t *testing.T) {
			sameAs(t, plan, f.kind, &policy.Source{Name: f.name, Bytes: f.write(t, plan)})
		})
	}
}

// sameAs holds what is read from src, a file of this kind, against plan.
func sameAs(t *testing.T, plan *policy.Document, kind string, src *policy.Source) {
	t.Helper()
	doc := readAs(t, kind, src)
	compare(t, "outline", outlineOf(plan), outlineOf(doc))
	compare(t, "tables", tablesOf(plan), tablesOf(doc))
	compare(t, "figures", figuresOf(plan), figuresOf(doc))
}

// readAs reads src, which is to be told as a file of this kind.
func readAs(t *testing.T, kind string, src *policy.Source) *policy.Document {
	t.Helper()
	doc, err := extract.Document(src, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(src.MediaType + " " + src.Charset); got != kind {
		t.Errorf("read as %s, not as %s", got, kind)
	}
	return doc
}

// compare tells what is in one list only.
func compare(t *testing.T, what string, want, got []string) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s: nothing to compare with", what)
	}
	count := map[string]int{}
	for _, s := range want {
		count[s]++
	}
	for _, s := range got {
		if count[s]--; count[s] < 0 {
			t.Errorf("%s: not wanted: %s", what, s)
		}
	}
	for _, s := range want {
		if count[s] > 0 {
			t.Errorf("%s: missing: %s", what, s)
			count[s]--
		}
	}
	if strings.Join(want, "\n") != strings.Join(got, "\n") && !t.Failed() {
		t.Errorf("%s: in another order", what)
	}
}

// outlineOf lists the title and the headings with their levels.
func outlineOf(doc *policy.Document) (lines []string) {
	for _, b := range doc.Blocks {
		if b.Kind == policy.Title || b.Kind == policy.Heading {
			lines = append(lines, fmt.Sprintf("%s %d %s", b.Kind, b.Level, squeeze(b.Text.String())))
		}
	}
	return lines
}

// tablesOf lists the tables and their cells.
func tablesOf(doc *policy.Document) (lines []string) {
	for _, t := range doc.Tables {
		lines = append(lines, fmt.Sprintf("%s %d×%d, head %d,%d, %q, note %q", t.ID, t.Rows, t.Cols, t.HeaderRows, t.HeaderCols, t.Caption, t.Note))
		for _, c := range t.Cells {
			lines = append(lines, fmt.Sprintf("%s %d,%d %d×%d %s", t.ID, c.Row, c.Col, c.RowSpan, c.ColSpan, squeeze(c.Text.String())))
		}
	}
	return lines
}

// figuresOf lists the figures with every field that was read.
func figuresOf(doc *policy.Document) (lines []string) {
	for _, f := range doc.Figures {
		cell := ""
		if f.Table != nil {
			cell = fmt.Sprintf("%s %d,%d", f.Table.Table, f.Table.Row, f.Table.Col)
		}
		lines = append(lines, fmt.Sprint(f.Indicator, " ", f.Comparator, f.Value, "–", f.ValueHigh, f.Unit, " ", f.Measure, f.Direction, f.Base, " ", f.Status, " ", f.Period, " ", f.Area, " ", cell))
	}
	return lines
}
