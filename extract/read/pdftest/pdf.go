// Package pdftest writes small PDF files for tests: text in Chinese and Latin
// characters at given places, lines, boxes and grey pictures. Lengths are points from
// the top left corner of the page.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"unicode/utf16"
)

// A File is a PDF file on its way. The zero value has no pages.
type File struct {
	Compress bool // write streams compressed, as most programs do
	pages    []*Page
}

// A Page is one page of a File.
type Page struct {
	Width, Height float64
	Rotate        int // degrees clockwise, by which readers turn the page
	content       bytes.Buffer
	pictures      []picture
}

type picture struct {
	width, height int
	grey          []byte
}

// Page adds a page.
func (f *File) Page(width, height float64) *Page {
	p := &Page{Width: width, Height: height}
	f.pages = append(f.pages, p)
	return p
}

// Text writes s on the base line y. A Chinese character is as wide as size, any
// other half as wide.
func (p *Page) Text(x, y, size float64, s string) {
	fmt.Fprintf(&p.content, "BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n", size, x, p.Height-y, hex(s))
}

// Turned writes s along an upright line from (x, y) upwards.
func (p *Page) Turned(x, y, size float64, s string) {
	fmt.Fprintf(&p.content, "BT /F1 %.2f Tf 0 1 -1 0 %.2f %.2f Tm <%s> Tj ET\n", size, x, p.Height-y, hex(s))
}

// Hidden writes s so that it is not seen.
func (p *Page) Hidden(x, y, size float64, s string) {
	fmt.Fprintf(&p.content, "BT 3 Tr /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj 0 Tr ET\n", size, x, p.Height-y, hex(s))
}

// Latin writes s in a font that every reader can draw.
func (p *Page) Latin(x, y, size float64, s string) {
	fmt.Fprintf(&p.content, "BT /F2 %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET\n", size, x, p.Height-y, s)
}

// Line draws a line.
func (p *Page) Line(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&p.content, "0.5 w %.2f %.2f m %.2f %.2f l S\n", x0, p.Height-y0, x1, p.Height-y1)
}

// Fill draws a filled rectangle, as some programs draw lines.
func (p *Page) Fill(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&p.content, "%.2f %.2f %.2f %.2f re f\n", x0, p.Height-y1, x1-x0, y1-y0)
}

// Frame draws a rectangle.
func (p *Page) Frame(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&p.content, "0.5 w %.2f %.2f %.2f %.2f re S\n", x0, p.Height-y1, x1-x0, y1-y0)
}

// Picture draws a grey picture over the whole page.
func (p *Page) Picture(width, height int, grey []byte) {
	p.pictures = append(p.pictures, picture{width, height, grey})
	fmt.Fprintf(&p.content, "q %.2f 0 0 %.2f 0 0 cm /I%d Do Q\n", p.Width, p.Height, len(p.pictures))
}

// Raw adds operators as they stand.
func (p *Page) Raw(operators string) { p.content.WriteString(operators + "\n") }

// Width is how wide Text sets s.
func Width(s string, size float64) (w float64) {
	for _, r := range s {
		if r < 0x80 {
			w += size / 2
		} else {
			w += size
		}
	}
	return w
}

func hex(s string) string {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// A writer writes the objects of a file and remembers where they are.
type writer struct {
	bytes.Buffer
	at       []int
	compress bool
}

// object adds an object and gives its number.
func (w *writer) object(format string, args ...any) int {
	w.at = append(w.at, w.Len())
	fmt.Fprintf(w, "%d 0 obj\n", len(w.at))
	fmt.Fprintf(w, format, args...)
	w.WriteString("\nendobj\n")
	return len(w.at)
}

// stream adds a stream with the entries of its dictionary.
func (w *writer) stream(entries string, b []byte) int {
	if w.compress {
		var z bytes.Buffer
		c := zlib.NewWriter(&z)
		c.Write(b)
		c.Close()
		b, entries = z.Bytes(), entries+" /Filter /FlateDecode"
	}
	return w.object("<< /Length %d %s >>\nstream\n%s\nendstream", len(b), entries, b)
}

// Bytes is the file.
func (f *File) Bytes() []byte {
	w := &writer{compress: f.Compress}
	w.WriteString("%PDF-1.7\n")
	cid := w.object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor %d 0 R >>", 2)
	w.object("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 90 /ItalicAngle 0 /FontBBox [-25 -254 1000 880] >>")
	han := w.object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [%d 0 R] >>", cid)
	latin := w.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	tree := len(w.at) + 2*len(f.pages) + 1
	for _, p := range f.pages {
		tree += len(p.pictures)
	}
	var kids []int
	for _, p := range f.pages {
		kids = append(kids, p.write(w, han, latin, tree))
	}
	w.object("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), refs(kids))
	root := w.object("<< /Type /Catalog /Pages %d 0 R >>", tree)
	return w.end(fmt.Sprintf("/Root %d 0 R", root))
}

// write adds the page and what is on it, and gives its number.
func (p *Page) write(w *writer, han, latin, tree int) int {
	var pictures bytes.Buffer
	for i, m := range p.pictures {
		n := w.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8", m.width, m.height), m.grey)
		fmt.Fprintf(&pictures, "/I%d %d 0 R ", i+1, n)
	}
	content := w.stream("", p.content.Bytes())
	return w.object("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Rotate %d /Contents %d 0 R /Resources << /Font << /F1 %d 0 R /F2 %d 0 R >> /XObject << %s>> >> >>",
		tree, p.Width, p.Height, p.Rotate, content, han, latin, pictures.String())
}

func refs(numbers []int) string {
	var b bytes.Buffer
	for _, n := range numbers {
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	return b.String()
}

// end writes the table of objects and the trailer with these entries.
func (w *writer) end(entries string) []byte {
	start := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(w.at)+1)
	for _, at := range w.at {
		fmt.Fprintf(w, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(w, "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", len(w.at)+1, entries, start)
	return w.Bytes()
}

// Objects is a file of the given objects, whose first is the catalogue, numbered from
// 1, with these entries in its trailer: for files that say wrong things.
func Objects(trailer string, objects ...string) []byte {
	w := &writer{}
	w.WriteString("%PDF-1.7\n")
	for _, o := range objects {
		w.object("%s", o)
	}
	return w.end("/Root 1 0 R " + trailer)
}
