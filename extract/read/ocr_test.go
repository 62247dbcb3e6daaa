package read

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os/exec"
	"strings"
	"testing"

	"shuzheng/extract/read/pdfium"
	"shuzheng/extract/read/pdftest"
	"shuzheng/policy"
)

// withTesseract skips a test where nothing can be recognised.
func withTesseract(t testing.TB) {
	t.Helper()
	if err := CheckOCR(); err != nil {
		t.Skip("no tesseract with chi_sim: " + err.Error())
	}
}

// scan is a picture of a page with a ruled table of figures, in words that PDFium has
// a font for.
func scan(t testing.TB) *pdfium.Image {
	t.Helper()
	withPDFium(t)
	var f pdftest.File
	p := f.Page(400, 300)
	p.Latin(40, 50, 14, "GDP 2024 and 2025")
	for i, s := range []string{"GDP", "119.9", "126.4", "R&D", "38.25", "41.70"} {
		p.Latin(50+float64(i%3)*100, 102+float64(i/3)*40, 14, s)
	}
	for i := range 4 {
		x, y := 40+float64(i)*100, 80+float64(min(i, 2))*40
		p.Line(x, 80, x, 160)
		p.Line(40, y, 340, y)
	}
	d, err := pdfium.Open(f.Bytes(), &pdfium.Work{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	m, err := d.Render(0, ocrResolution)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// scannedPDF is a file whose only page is the picture.
func scannedPDF(m *pdfium.Image) []byte {
	f := pdftest.File{Compress: true}
	f.Page(400, 300).Picture(m.Width, m.Height, m.Grey)
	return f.Bytes()
}

func pngOf(t testing.TB, m *pdfium.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, &image.Gray{Pix: m.Grey, Stride: m.Width, Rect: image.Rect(0, 0, m.Width, m.Height)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOCR(t *testing.T) {
	m := scan(t)
	withTesseract(t)
	for _, c := range []struct {
		name  string
		file  []byte
		right float64 // of the page, in what its places are told in
	}{{"scanned PDF", scannedPDF(m), 400}, {"PNG", pngOf(t, m), float64(m.Width)}} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Document(&policy.Source{Bytes: c.file}, Options{OCR: true})
			if err != nil {
				t.Fatal(err)
			}
			holdBlocks(t, doc)
			if len(doc.Tables) != 1 || doc.Tables[0].Rows != 2 || doc.Tables[0].Cols != 3 {
				t.Fatalf("tables: %+v, text %q", doc.Tables, doc.Content.String())
			}
			cell := doc.Tables[0].Cells[2]
			if cell.Text.String() != "126.4" {
				t.Errorf("read %q", cell.Text.String())
			}
			at := doc.Place(cell.Span)
			if at.Part != "ocr" || at.Page != 1 || at.Box.Left < c.right*0.55 || at.Box.Right > c.right*0.85 {
				t.Errorf("it stands at %+v", at)
			}
			if len(doc.Problems) == 0 || !strings.Contains(doc.Problems[len(doc.Problems)-1].Message, "OCR") {
				t.Errorf("problems: %+v", doc.Problems)
			}
		})
	}
}

// Without --ocr a picture is refused, and the option named.
func TestPicturesWithoutOCR(t *testing.T) {
	m := scan(t)
	for name, file := range map[string][]byte{"scanned PDF": scannedPDF(m), "PNG": pngOf(t, m), "JPEG": []byte("\xff\xd8\xff\xe0…"), "TIFF": []byte("II*\x00\x08"), "BMP": append([]byte("BM\x00\x00\x00\x00\x00\x00\x00\x00"), make([]byte, 60)...)} {
		_, err := Document(&policy.Source{Bytes: file}, Options{})
		var own *Error
		if !errors.As(err, &own) || !strings.Contains(own.Zh, "--ocr") || !strings.Contains(own.En, "--ocr") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is no picture, though it begins as one, is a clear error.
func TestBrokenPictures(t *testing.T) {
	withTesseract(t)
	for _, b := range []string{"\x89PNG\r\n\x1a\n", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x00\x00\x00\x00", "\xff\xd8\xff\xe0", "II*\x00\x08\x00\x00\x00"} {
		_, err := Document(&policy.Source{Bytes: []byte(b)}, Options{OCR: true})
		var own *Error
		if !errors.As(err, &own) {
			t.Errorf("%q: %v", b, err)
		}
	}
}

func TestWordOf(t *testing.T) {
	for line, want := range map[string]word{
		"5\t1\t2\t1\t3\t4\t10\t20\t30\t40\t96.5\t119.9\n": {5, 1, 10, 20, 30, 40, 96.5, "119.9"},
		"1\t2\t0\t0\t0\t0\t0\t0\t1240\t1754\t-1\t":        {1, 2, 0, 0, 1240, 1754, -1, ""},
	} {
		if got, ok := wordOf(line); !ok || got != want {
			t.Errorf("%q gives %+v, %v", line, got, ok)
		}
	}
	for _, line := range []string{"", "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext", "5\t1\t2"} {
		if got, ok := wordOf(line); ok {
			t.Errorf("%q gives %+v", line, got)
		}
	}
}

// Lines are found where dots are missing, and strokes of letters are none.
func TestPictureLines(t *testing.T) {
	g := &greys{width: 400, height: 300, resolution: 100, dots: bytes.Repeat([]byte{0xff}, 400*300)}
	for x := 20; x < 380; x++ {
		if x%50 != 0 {
			g.dots[100*400+x], g.dots[101*400+x] = 0, 10
		}
	}
	for y := 100; y < 200; y++ {
		g.dots[y*400+60] = 0
	}
	for y := 220; y < 260; y++ { // a letter: it touches no line
		g.dots[y*400+90] = 0
	}
	rules := g.takeLines()
	if len(rules) != 2 || int(rules[0].Left) != 14 || int(rules[0].Bottom) != 73 || int(rules[1].Top) != 72 {
		t.Errorf("lines: %+v", rules)
	}
	if g.dots[100*400+30] != 0xff || g.dots[225*400+90] != 0 {
		t.Error("the line is still there, or the letter is not")
	}
}

// A build without PDFium reads PDF files through pdftotext.
func TestPoppler(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext")
	}
	var f pdftest.File
	f.Page(595, 842).Latin(90, 100, 12, "GDP 119.9 in 2025") // Chinese needs the data of poppler-data
	p := &pdf{src: &policy.Source{Bytes: f.Bytes()}, limit: 5}
	if err := p.poppler(); err != nil {
		t.Fatal(err)
	}
	doc := p.out.Document(p.src)
	if s := doc.Content.String(); s != "GDP 119.9 in 2025" {
		t.Errorf("read %q", s)
	}
	holdPages(t, doc)
	broken := &pdf{src: &policy.Source{Bytes: []byte("%PDF-1.4\n")}, limit: 5}
	var own *Error
	if err := broken.poppler(); !errors.As(err, &own) {
		t.Errorf("a broken file: %v", err)
	}
}
