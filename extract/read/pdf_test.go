package read

import (
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

func TestTryPDF(t *testing.T) {
	withPDFium(t)
	var f pdftest.File
	p := f.Page(595, 842)
	p.Text(90, 100, 16, "临江市2025年，GDP达119.9亿元")
	p.Latin(90, 200, 12, "Helvetica 12.5")
	doc, err := readPDF(&policy.Source{Bytes: f.Bytes()}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%q", doc.Content.String())
	for _, b := range doc.Blocks {
		t.Logf("%+v", doc.Place(b.Span))
	}
}

// hostileTime is how long a file may take that is made to take long.
const hostileTime = 3 * time.Second
