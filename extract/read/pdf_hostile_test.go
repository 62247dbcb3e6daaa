package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"shuzheng/extract/read/pdftest"
	"shuzheng/policy"
)

const (
	catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
	onePage   = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
)

// content is a file of one page with these operators and resources.
func content(operators, resources string, more ...string) []byte {
	page := fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> %s >> >>", resources)
	return pdftest.Objects("", append([]string{catalogue, onePage, page, stream("", operators)}, more...)...)
}

func stream(entries, s string) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(s), entries, s)
}

// forms is a page whose form draws the next one so many times, and so on.
func forms(depth, times int) []byte {
	var more []string
	for i := range depth {
		next := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>", 6+i)
		more = append(more, stream(next, strings.Repeat("/X Do ", times)))
	}
	more = append(more, stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "BT (1) Tj ET"))
	return content("/X Do", "/XObject << /X 5 0 R >>", more...)
}

// blankBomb is a page whose content unpacks to n bytes of blanks.
func blankBomb(n int) []byte {
	f := pdftest.File{Compress: true}
	p := f.Page(595, 842)
	p.Text(90, 90, 12, "临江市2025年")
	p.Raw(strings.Repeat(" ", n))
	return f.Bytes()
}

// crowded is a page with n times the operators.
func crowded(n int, format string) []byte {
	f := pdftest.File{Compress: true}
	p := f.Page(595, 842)
	p.Text(90, 90, 12, "临江市2025年")
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"\n", i%500, i/500%800)
	}
	p.Raw(b.String())
	return f.Bytes()
}

// hostile are files that say wrong things or too much. What is to be in the error's
// Chinese wording stands beside; "" where a document may come of it.
var hostile = []struct {
	name, want string
	file       func() []byte
}{
	{"header alone", "损坏", func() []byte { return []byte("%PDF-1.7\n") }},
	{"noise", "损坏", func() []byte { return append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte("\x00\xff<<>>[("), 5000)...) }},
	{"no pages", "没有文字", func() []byte { return pdftest.Objects("", catalogue, "<< /Type /Pages /Count 0 /Kids [] >>") }},
	{"encrypted", "加密", func() []byte {
		return pdftest.Objects("/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> >>", catalogue, onePage)
	}},
	{"encrypted in an unknown way", "加密", func() []byte {
		return pdftest.Objects("/ID [<00><00>] /Encrypt << /Filter /Own /V 9 /R 9 /P -4 >>", catalogue, onePage)
	}},
	{"pages in a ring", "损坏", func() []byte {
		return pdftest.Objects("", catalogue, "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>")
	}},
	{"catalogue of itself", "没有文字", func() []byte { return pdftest.Objects("", "<< /Type /Catalog /Pages 1 0 R >>") }},
	{"a billion pages", "没有文字", func() []byte {
		return pdftest.Objects("", catalogue, "<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>", "<< /Type /Page >>")
	}},
	{"negative count of pages", "", func() []byte {
		return pdftest.Objects("", catalogue, "<< /Type /Pages /Count -7 /Kids [3 0 R] >>", "<< /Type /Page >>")
	}},
	{"forms of themselves", "", func() []byte {
		return content("/X Do", "/XObject << /X 5 0 R >>", stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>", "/X Do /X Do"))
	}},
	{"ten million forms", "复杂", func() []byte { return forms(7, 10) }},
	{"forms forty deep", "", func() []byte { return forms(40, 2) }},
	{"deep arrays", "", func() []byte {
		return content("BT /F1 12 Tf (1) Tj ET", "/A "+strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000))
	}},
	{"deep operators", "", func() []byte { return content(strings.Repeat("q ", 200_000)+"BT /F1 12 Tf 9 9 Td (1) Tj ET", "") }},
	{"content that unpacks to 40 MB", "", func() []byte { return blankBomb(40 << 20) }},
	{"200,000 characters in one place", "", func() []byte {
		return crowded(1, "BT /F2 9 Tf 1 0 0 1 %d %d Tm ("+strings.Repeat("7", 200_000)+") Tj ET")
	}},
	{"50,000 lines across", "", func() []byte { return crowded(50_000, "%d %d m 590 400 l S") }},
	{"50,000 upright lines", "", func() []byte { return crowded(50_000, "%[1]d 0 m %[1]d 8%[2]d l S") }},
	{"a grid of 300 by 300", "", func() []byte { return crowded(300, "%[1]d 0 m %[1]d 300 l S 0 %[1]d m 300 %[1]d l S %% %[2]d") }},
	{"characters nowhere", "", func() []byte {
		return content("BT /F1 1e30 Tf 1e30 0 0 1e30 1e38 -1e38 Tm (12) Tj /F1 12 Tf 1 0 0 1 9 9 Tm (34) Tj ET", "")
	}},
	{"a page without size", "", func() []byte {
		return bytes.Replace(content("BT /F1 12 Tf 9 9 Td (1) Tj ET", ""), []byte("[0 0 595 842]"), []byte("[0 0 000 000]"), 1)
	}},
	{"a page larger than a country", "", func() []byte {
		return bytes.Replace(content("BT /F1 12 Tf 9 9 Td (1) Tj ET", ""), []byte("[0 0 595 842]"), []byte("[0 0 9e9 9e9]"), 1)
	}},
	{"a picture of 10^9 dots", "扫描", func() []byte {
		return content("q 595 0 0 842 0 0 cm /X Do Q", "/XObject << /X 5 0 R >>", stream("/Type /XObject /Subtype /Image /Width 32000 /Height 32000 /ColorSpace /DeviceGray /BitsPerComponent 8", "1"))
	}},
	{"lying lengths", "", func() []byte {
		return bytes.Replace(content("BT /F1 12 Tf 9 9 Td (1) Tj ET", ""), []byte("/Length 29"), []byte("/Length 99999999"), 1)
	}},
	{"a font that is none", "", func() []byte {
		return content("BT /F9 12 Tf 9 9 Td (12) Tj ET", "/Font << /F9 << /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /FontFile2 5 0 R >> >> >>", stream("", strings.Repeat("\x00\x01", 5000)))
	}},
}

func TestHostilePDF(t *testing.T) {
	withPDFium(t)
	readPDF(&policy.Source{Bytes: []byte("%PDF-1.7\n")}, Options{}) // compiles PDFium
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			b := h.file()
			start := time.Now()
			doc, err := Document(&policy.Source{Bytes: b}, Options{})
			if d := time.Since(start); d > hostileTime {
				t.Errorf("took %s", d)
			} else {
				t.Logf("%s, %v", d, err)
			}
			var own *Error
			switch {
			case err == nil && h.want != "":
				t.Errorf("no error, but %q", doc.Content.String())
			case err != nil && (!errors.As(err, &own) || !strings.Contains(own.Zh, h.want)):
				t.Errorf("%v", err)
			case err == nil:
				holdBlocks(t, doc)
			}
		})
	}
}

// A file that is cut off anywhere gives a document or a clear error.
func TestTruncatedPDF(t *testing.T) {
	withPDFium(t)
	whole := printed()
	for i := 9; i < len(whole); i += len(whole)/60 + 1 {
		doc, err := Document(&policy.Source{Bytes: whole[:i]}, Options{})
		var own *Error
		if err != nil && !errors.As(err, &own) {
			t.Errorf("at %d: %v", i, err)
		}
		if err == nil {
			holdBlocks(t, doc)
		}
	}
}

// printed is a page with a heading, a paragraph, a table and a page number.
func printed() []byte {
	var f pdftest.File
	p := f.Page(595, 842)
	p.Text(200, 90, 18, "临江市统计公报")
	p.Text(114, 130, 12, "2025年，全市实现地区生产总值119.9亿元，同比增长6.5%。")
	for _, x := range []float64{90, 190, 290} {
		p.Line(x, 160, x, 200)
	}
	for _, y := range []float64{160, 180, 200} {
		p.Line(90, y, 290, y)
	}
	p.Text(95, 174, 10, "指标")
	p.Text(195, 174, 10, "数值")
	p.Text(95, 194, 10, "粮食（万吨）")
	p.Text(195, 194, 10, "65.0")
	p.Text(290, 800, 9, "- 1 -")
	return f.Bytes()
}

func FuzzPDF(f *testing.F) {
	withPDFium(f)
	f.Add(printed())
	for _, h := range hostile {
		if b := h.file(); len(b) < 5000 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !isPDF(b) {
			return
		}
		doc, err := readPDF(&policy.Source{Bytes: b}, Options{})
		var own *Error
		if err != nil && !errors.As(err, &own) {
			t.Fatal(err)
		}
		if err == nil {
			holdBlocks(t, doc)
			holdPages(t, doc)
		}
	})
}

// holdPages checks that every block names a page and a box on it.
func holdPages(t *testing.T, doc *policy.Document) {
	t.Helper()
	for _, b := range doc.Blocks {
		at := doc.Place(b.Span)
		if at.Page < 1 || at.Box.Left > at.Box.Right || at.Box.Top > at.Box.Bottom {
			t.Fatalf("block %d, %q, stands at %+v", b.ID, b.Text.String(), at)
		}
	}
}
