package read

import (
	"strings"
	"testing"
	"time"

	"shuzheng/extract/read/pdfium"
	"shuzheng/extract/read/pdftest"
	"shuzheng/policy"
)

// withPDFium skips a test in a build without PDFium.
func withPDFium(t testing.TB) {
	t.Helper()
	if !pdfium.Available() {
		t.Skip("this build has no PDFium; make fetches it where npm is installed, and go test -tags pdfium tests it")
	}
}

// A printed page gives a heading, a paragraph, a grid and a page number, each with
// its page and its box.
func TestPDF(t *testing.T) {
	withPDFium(t)
	src := &policy.Source{Bytes: printed()}
	doc, err := Document(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	holdBlocks(t, doc)
	want := "临江市统计公报\n2025年，全市实现地区生产总值119.9亿元，同比增长6.5%。\n指标\t数值\n粮食（万吨）\t65.0\n- 1 -"
	if s := doc.Content.String(); s != want {
		t.Errorf("read %q", s)
	}
	var kinds []string
	for _, b := range doc.Blocks {
		kinds = append(kinds, string(b.Kind))
	}
	if k := strings.Join(kinds, " "); k != "heading paragraph table boilerplate" || src.MediaType != "application/pdf" {
		t.Errorf("blocks: %s of %s", k, src.MediaType)
	}
	at := doc.Place(doc.Tables[0].Cells[3].Span)
	if at.Page != 1 || at.Part != "" || at.Box.Left < 190 || at.Box.Right > 290 || at.Box.Top < 180 || at.Box.Bottom > 200 {
		t.Errorf("65.0 stands at %+v", at)
	}
}

// Pages without wording are told, and the others read.
func TestScannedPage(t *testing.T) {
	withPDFium(t)
	var f pdftest.File
	f.Page(595, 842).Text(90, 100, 12, "临江市2025年地区生产总值119.9亿元")
	f.Page(595, 842).Picture(10, 10, make([]byte, 100))
	f.Page(595, 842) // blank: nothing is missing
	ocr := f.Page(595, 842)
	ocr.Picture(10, 10, make([]byte, 100))
	ocr.Hidden(90, 100, 12, "青禾县2025年粮食总产量65.0万吨，油料3.1万吨")
	doc, err := Document(&policy.Source{Bytes: f.Bytes()}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if s := doc.Content.String(); s != "临江市2025年地区生产总值119.9亿元\n青禾县2025年粮食总产量65.0万吨，油料3.1万吨" {
		t.Errorf("read %q", s)
	}
	var told []string
	for _, p := range doc.Problems {
		told = append(told, p.Message)
	}
	if len(told) != 2 || !strings.Contains(told[0], "第 2 页") || !strings.Contains(told[0], "--ocr") || !strings.Contains(told[1], "第 4 页") {
		t.Errorf("problems: %q", told)
	}
}

func TestIsPDF(t *testing.T) {
	whole := string(printed())
	for s, want := range map[string]bool{
		whole: true, "%PDF-1.4": true, "HTTP/1.1 200 OK\r\n\r\n" + whole: true,
		"文件以 %PDF-1.7 开头，以 startxref 结尾": false, "": false, "%PD": false, strings.Repeat(" ", 2000) + whole: false,
	} {
		if got := isPDF([]byte(s)); got != want {
			t.Errorf("%.40q: %v", s, got)
		}
	}
}

func TestTooManyPages(t *testing.T) {
	withPDFium(t)
	var f pdftest.File
	for range 3 {
		f.Page(595, 842).Text(90, 100, 12, "甲")
	}
	_, err := Document(&policy.Source{Bytes: f.Bytes()}, Options{MaxPages: 2})
	if err == nil || !strings.Contains(err.Error(), "3 页") {
		t.Errorf("error: %v", err)
	}
}

// hostileTime is how long a file may take that is made to take long: a second or two
// by the counts that bound PDFium, and many times that on a machine that is busy.
const hostileTime = 30 * time.Second
