package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// A packageWriter takes the files of the workbook from excelize, puts them into a
// fixed order and fills the worksheets.
type packageWriter struct {
	zip   *zip.Writer
	file  *xlsxFile
	files map[string]*bytes.Buffer
}

func newPackage(w io.Writer, x *xlsxFile) *packageWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return newDeflater(out), nil })
	return &packageWriter{zip: z, file: x, files: map[string]*bytes.Buffer{}}
}

// Create takes a file.
func (p *packageWriter) Create(name string) (io.Writer, error) {
	b := &bytes.Buffer{}
	p.files[name] = b
	return b, nil
}

// AddFS takes a folder; no workbook has one.
func (p *packageWriter) AddFS(f fs.FS) error { return p.zip.AddFS(f) }

const sheetPath = "xl/worksheets/sheet"

// Close writes the files: the list of types first, the worksheets last.
func (p *packageWriter) Close() error {
	const first = "[Content_Types].xml"
	names := []string{first}
	for name := range p.files {
		if name != first && !strings.HasPrefix(name, sheetPath) {
			names = append(names, name)
		}
	}
	slices.Sort(names[1:])
	if b := p.files[first]; b != nil {
		p.files[first] = bytes.NewBuffer(withoutImages(b.Bytes()))
	}
	if err := p.listStrings(first); err != nil {
		return err
	}
	for _, name := range names {
		w, err := p.zip.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(p.files[name].Bytes()); err != nil {
			return err
		}
	}
	if err := p.stringTable(); err != nil {
		return fmt.Errorf("%s: %w", stringsPath, err)
	}
	for i, part := range p.file.parts {
		name := sheetPath + strconv.Itoa(i+1) + ".xml"
		if err := p.worksheet(name, part); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return p.zip.Close()
}

// withoutImages drops the types of images from the list of types: excelize adds them
// with the first chart, in any order, and no workbook has images.
func withoutImages(list []byte) []byte {
	var out []byte
	for len(list) > 0 {
		end := bytes.IndexByte(list, '>') + 1
		if end == 0 {
			end = len(list)
		}
		tag := list[:end]
		list = list[end:]
		if bytes.HasPrefix(tag, []byte("<Default ")) && bytes.Contains(tag, []byte(`ContentType="image/`)) {
			list = bytes.TrimPrefix(list, []byte("</Default>"))
			continue
		}
		out = append(out, tag...)
	}
	return out
}

// worksheet writes a worksheet with its rows in the place excelize left for them.
func (p *packageWriter) worksheet(name string, part worksheet) error {
	frame := p.files[name]
	if frame == nil {
		return fmt.Errorf("not in the workbook")
	}
	head, tail, ok := bytes.Cut(frame.Bytes(), []byte("<sheetData></sheetData>"))
	if !ok {
		return fmt.Errorf("no place for rows")
	}
	var before, behind rowXML
	before.styles = &p.file.styles
	before.raw(string(head))
	before.raw("<sheetData>")
	part.writeTop(&before)
	behind.raw("</sheetData>")
	top, bottom := splitTail(tail)
	behind.raw(string(top))
	part.writeMerges(&behind)
	behind.raw(string(bottom))
	return p.member(name, part.body(p.file.press), before.buf, behind.buf)
}

// listStrings tells the lists of types and of relations about the table of strings.
func (p *packageWriter) listStrings(types string) error {
	if p.file.press.strings.n == 0 {
		return nil
	}
	for _, l := range []struct{ name, element, end string }{{types, stringsType, "</Types>"}, {relationsPath, stringsLink, "</Relationships>"}} {
		b := p.files[l.name]
		if b == nil || !bytes.HasSuffix(b.Bytes(), []byte(l.end)) {
			return fmt.Errorf("%s: no place for the table of strings", l.name)
		}
		at := b.Len() - len(l.end)
		p.files[l.name] = bytes.NewBuffer(slices.Concat(b.Bytes()[:at], []byte(l.element), b.Bytes()[at:]))
	}
	return nil
}

// stringTable writes the texts that cells refer to, where there are any.
func (p *packageWriter) stringTable() error {
	t := p.file.press.strings
	if t.n == 0 {
		return nil
	}
	return p.member(stringsPath, &t.body, []byte(stringsHead), []byte(stringsTail))
}

// member writes a part made of rows, and what stands before and behind them.
func (p *packageWriter) member(name string, rows *body, before, behind []byte) error {
	m, err := rows.wrap(before, behind)
	if err != nil {
		return err
	}
	w, err := p.zip.CreateRaw(m.header(name))
	if err != nil {
		return err
	}
	return m.write(w, p.file.press)
}

// header is what the package says of a member. Its sums and sizes stand behind it, as
// they do where they are not known before, for there they may be large.
func (m *member) header(name string) *zip.FileHeader {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Flags: 0x8, CRC32: m.sum, CompressedSize64: m.packed, UncompressedSize64: m.length}
	h.CreatorVersion, h.ReaderVersion = 20, 20
	return h
}

// body is the rows of the worksheet.
func (p worksheet) body(press *press) *body {
	if p.sheet.written == 0 {
		return &body{press: press}
	}
	return p.sheet.bodies[p.part]
}

// writeTop writes the header, and what is shown where there are no rows.
func (p worksheet) writeTop(x *rowXML) {
	s, line := p.sheet, 1
	if s.header != nil {
		x.write(s.header, line)
		line++
	}
	if s.rows() == 0 && s.empty != nil {
		x.write(s.empty, line)
	}
}

// splitTail cuts what follows the rows where merged cells belong: behind protection and
// filter.
func splitTail(tail []byte) (before, behind []byte) {
	at := 0
	for _, end := range []string{"</sheetProtection>", "</autoFilter>"} {
		if i := bytes.Index(tail, []byte(end)); i >= 0 {
			at = max(at, i+len(end))
		}
	}
	return tail[:at], tail[at:]
}

// writeMerges writes the merged cells of a worksheet without a filter, where they
// follow the rows.
func (p worksheet) writeMerges(x *rowXML) {
	s := p.sheet
	first := p.part * s.capacity()
	var own []merge
	for _, m := range s.merges {
		if first <= m.row && m.row < first+s.capacity() {
			own = append(own, m)
		}
	}
	if len(own) == 0 {
		return
	}
	x.raw(`<mergeCells count="` + strconv.Itoa(len(own)) + `">`)
	for _, m := range own {
		line := s.line(m.row)
		x.raw(`<mergeCell ref="` + columnName(m.col) + strconv.Itoa(line) + ":" + columnName(m.col+m.cols-1) + strconv.Itoa(line+m.rows-1) + `"/>`)
	}
	x.raw(`</mergeCells>`)
}
