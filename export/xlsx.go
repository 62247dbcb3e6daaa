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

	"github.com/xuri/excelize/v2"
)

// Excelize makes everything of the workbook but its rows: styles, panes, filters,
// print setup, properties. The rows go straight into the file while it is written,
// so their number costs no memory.

// created stands as the date of every workbook: a clock would change the bytes.
const created = "2026-01-01T00:00:00Z"

// writeXLSX writes the sheets in their order. Rows that were written already are in press.
func writeXLSX(out io.Writer, press *press, options Options, sheets []*sheet, used *[styles]bool) error {
	f := excelize.NewFile()
	defer f.Close()
	x := xlsxFile{File: f, press: press}
	if err := x.prepare(options, sheets, used); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	// Excelize would gather the whole file in memory: it is led past that buffer.
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newPackage(out, &x) })
	return f.Write(io.Discard)
}

// An xlsxFile is the workbook without rows, and what fills its worksheets.
type xlsxFile struct {
	*excelize.File
	press  *press
	styles [styles]int
	parts  []worksheet
}

// A worksheet is one part of a sheet.
type worksheet struct {
	sheet *sheet
	part  int
}

func (x *xlsxFile) prepare(options Options, sheets []*sheet, used *[styles]bool) error {
	version := "shuzheng"
	if options.Version != "" {
		version += " " + options.Version
	}
	err := x.SetDocProps(&excelize.DocProperties{Creator: version, LastModifiedBy: version, Created: created, Modified: created,
		Title: options.Lang.pick("数证：政策文件中的数据及其出处", "Shuzheng: the figures of policy documents with their evidence"), Language: options.Lang.pick("zh-CN", "en")})
	if err != nil {
		return err
	}
	if err := x.SetDefaultFont(fontName); err != nil {
		return err
	}
	for s := range x.styles {
		if style(s) >= panelNumberStyle && !used[s] {
			continue // there are many, and few are met
		}
		if x.styles[s], err = x.NewStyle(excelizeStyle(lookOf(style(s)))); err != nil {
			return err
		}
	}
	return x.lay(sheets)
}

// lay sets up the sheets and writes the rows that wait.
func (x *xlsxFile) lay(sheets []*sheet) error {
	x.press.styles = &x.styles
	sheets, err := lay(x.press, sheets).done()
	if err != nil {
		return err
	}
	for _, s := range sheets {
		for part := range s.parts() {
			if err := x.add(worksheet{s, part}); err != nil {
				return fmt.Errorf("%s: %w", s.partName(part), err)
			}
		}
	}
	return x.press.settle()
}

// firstNumbers are the workbook's numbers of the styles that every workbook has: they are
// added in their order, those that look alike once. So rows can be written before there
// is a workbook.
var firstNumbers = func() (numbers [styles]int) {
	seen := map[look]int{}
	for s := range panelNumberStyle {
		l := lookOf(s)
		if seen[l] == 0 {
			seen[l] = len(seen) + 1
		}
		numbers[s] = seen[l]
	}
	return numbers
}()

func excelizeStyle(l look) *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Color: l.colour},
		Alignment: &excelize.Alignment{Horizontal: l.align, Vertical: l.valign, WrapText: l.wrap, Indent: l.indent},
	}
	if id, ok := builtinFormats[l.format]; ok {
		s.NumFmt = id
	} else {
		s.CustomNumFmt = &l.format
	}
	if l.open {
		s.Protection = &excelize.Protection{}
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.rule != "" {
		s.Border = []excelize.Border{{Type: "bottom", Color: l.rule, Style: lineWeight(l.heavy)}}
	}
	if l.box {
		for _, side := range []string{"left", "right", "top"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: l.rule, Style: lineWeight(false)})
		}
	}
	return s
}

// builtinFormats are the number formats that every spreadsheet has under a number.
var builtinFormats = map[string]int{"0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "@": 49}

// lineWeight is excelize's number of a thin or a medium line.
func lineWeight(heavy bool) int {
	if heavy {
		return 2
	}
	return 1
}

// add sets up a worksheet, all but its rows.
func (x *xlsxFile) add(p worksheet) error {
	name, s := p.sheet.partName(p.part), p.sheet
	if len(x.parts) == 0 {
		if err := x.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := x.NewSheet(name); err != nil {
		return err
	}
	x.parts = append(x.parts, p)
	for from := 0; from < len(s.widths); {
		to := from + 1
		for to < len(s.widths) && s.widths[to] == s.widths[from] {
			to++ // one call for all columns of a width: each looks at all before
		}
		if err := x.SetColWidth(name, columnName(from), columnName(to-1), s.widths[from]); err != nil {
			return err
		}
		from = to
	}
	no, yes := false, true
	if err := x.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	if err := x.SetSheetDimension(name, "A1:"+p.last()); err != nil {
		return err
	}
	if s.header != nil {
		if err := x.table(name, p); err != nil {
			return err
		}
	}
	for _, i := range s.hidden {
		if err := x.SetColVisible(name, columnName(i), false); err != nil {
			return err
		}
	}
	if s.form != nil {
		if err := x.form(name, p); err != nil {
			return err
		}
	}
	for _, c := range s.charts {
		if err := x.chart(name, c); err != nil {
			return err
		}
	}
	if s.print != nil {
		return x.paperPage(name, s)
	}
	// After the filter, which would undo it.
	if err := x.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &s.tab, FitToPage: &yes}); err != nil {
		return err
	}
	return x.page(name, s)
}

// form locks all cells but those people fill in, and says what these may hold.
func (x *xlsxFile) form(name string, p worksheet) error {
	for _, f := range p.sheet.form.fields {
		v := excelize.NewDataValidation(true)
		v.SetSqref(p.sheet.form.cells(p.sheet, f.column, p.lines()))
		v.SetInput(f.title, f.hint)
		switch {
		case f.choices != nil:
			if err := v.SetDropList(f.choices); err != nil {
				return err
			}
			v.SetError(excelize.DataValidationErrorStyleStop, f.title, f.hint)
		case f.date:
			if err := v.SetRange(firstReview, lastReview, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			v.SetError(excelize.DataValidationErrorStyleStop, f.title, f.hint)
		}
		if err := x.AddDataValidation(name, v); err != nil {
			return err
		}
	}
	return x.ProtectSheet(name, &excelize.SheetProtectionOptions{
		AutoFilter: true, Sort: true, FormatCells: true, FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true,
	})
}

// The size of a chart, in pixels.
const (
	chartWidth  = 900
	chartHeight = 300
)

// chartColours tell the lines of a chart apart; a target has the colour of its area.
var chartColours = []string{blue, green, amber, violet, red, navy, faint, "3AA6B9"}

// chart draws a line chart over the rows left free for it.
func (x *xlsxFile) chart(name string, c chart) error {
	yes := true
	small := excelize.Font{Family: fontName, Size: 9, Color: ink}
	drawn := &excelize.Chart{Type: excelize.Line, Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight}, ShowBlanksAs: "span",
		Title:  excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title + "（" + c.unit + "）", Font: &excelize.Font{Family: fontName, Size: 11, Bold: true, Color: navy}}}},
		Legend: excelize.ChartLegend{Position: "bottom", Font: &small},
		XAxis:  excelize.ChartAxis{Font: small}, YAxis: excelize.ChartAxis{Font: small, MajorGridLines: true},
		Format: excelize.GraphicOptions{PrintObject: &yes, OffsetX: 4, OffsetY: 4}}
	last := columnName(c.years)
	place := func(row int, from string) string {
		n := strconv.Itoa(row + 1)
		return "'" + name + "'!$" + from + "$" + n + ":$" + last + "$" + n
	}
	for _, s := range c.series {
		line := excelize.LineOptions{Width: 2, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{chartColours[s.colour%len(chartColours)]}}}
		if s.goal {
			line.Dash = excelize.LineDashSysDash
		}
		drawn.Series = append(drawn.Series, excelize.ChartSeries{Name: "'" + name + "'!$A$" + strconv.Itoa(s.row+1), Categories: place(c.header, "B"), Values: place(s.row, "B"), Fill: line.Fill, Line: line,
			Marker: excelize.ChartMarker{Symbol: "circle", Size: 5, Fill: line.Fill, Border: line}})
	}
	return x.AddChart(name, "A"+strconv.Itoa(c.row+1), drawn)
}

// last is the cell at the lower right.
func (p worksheet) last() string {
	return columnName(p.sheet.columns-1) + strconv.Itoa(p.lines())
}

// lines is how many lines the worksheet has, its header included.
func (p worksheet) lines() int {
	s := p.sheet
	return max(1, min(s.rows()-p.part*s.capacity(), s.capacity())+s.limit-s.capacity())
}

// Paper sizes by excelize's numbers.
const (
	a3 = 8
	a4 = 9
)

// wideSheet is the width in digits beyond which a sheet needs A3 to be read on paper.
const wideSheet = 250

// widestPage is the width in digits beyond which a sheet takes several pages side by
// side; the columns that stay in sight are repeated on each.
const widestPage = 600

// width is the width of all columns together, but those that are hidden.
func (s *sheet) width() (width float64) {
	for i, w := range s.widths {
		if !slices.Contains(s.hidden, i) {
			width += w
		}
	}
	return width
}

// page sets up the print: one page wide, or as many as a very wide sheet needs to be
// read; tables lie.
func (x *xlsxFile) page(name string, s *sheet) error {
	width := s.width()
	paper, wide, many, orientation := a4, 1+int(width/widestPage), 0, "landscape"
	switch {
	case s.header == nil:
		orientation = "portrait"
	case width > wideSheet:
		paper = a3
	}
	err := x.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &many})
	if err != nil {
		return err
	}
	side, top, head, centred := 0.4, 0.6, 0.3, true
	if err := x.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &head, Footer: &head, Horizontally: &centred}); err != nil {
		return err
	}
	return x.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"})
}

// paperPage sets up a working paper: A4 lying, its headings on every page, with its index
// number and the pages counted as auditors write them.
func (x *xlsxFile) paperPage(name string, s *sheet) error {
	p, head := s.print, strconv.Itoa(s.print.head)
	last := columnName(p.last) + strconv.Itoa(p.head+p.rows)
	if p.rows > 0 {
		if err := x.AutoFilter(name, "A"+head+":"+last, nil); err != nil {
			return err
		}
		if err := x.AddIgnoredErrors(name, "A"+head+":"+last, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	if err := x.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: p.head, TopLeftCell: "A" + strconv.Itoa(p.head+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$" + head + ":$" + head, Scope: name}); err != nil {
		return err
	}
	yes := true
	if err := x.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &s.tab, FitToPage: &yes}); err != nil {
		return err
	}
	paper, wide, many, orientation, first := a4, 1, 0, "landscape", uint(1)
	if err := x.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, FirstPageNumber: &first, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &many}); err != nil {
		return err
	}
	left, right, side, edge, centred := 0.79, 0.4, 0.7, 0.35, true // two centimetres to bind
	if err := x.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &left, Right: &right, Top: &side, Bottom: &side, Header: &edge, Footer: &edge, Horizontally: &centred}); err != nil {
		return err
	}
	plain := strings.NewReplacer("&", "&&")
	return x.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: "&L" + p.title + "&R" + plain.Replace(p.index), OddFooter: "&C" + p.pages})
}

// table freezes the header, lets the reader filter, and repeats the header on every page.
func (x *xlsxFile) table(name string, p worksheet) error {
	pane, corner := "bottomLeft", columnName(p.sheet.freeze)+"2"
	if p.sheet.freeze > 0 {
		pane = "bottomRight"
	}
	if err := x.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: p.sheet.freeze, YSplit: 1, TopLeftCell: corner, ActivePane: pane}); err != nil {
		return err
	}
	if err := x.AutoFilter(name, "A1:"+p.last(), nil); err != nil {
		return err
	}
	if err := x.AddIgnoredErrors(name, "A1:"+p.last(), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	titles := "'" + name + "'!$1:$1"
	if p.sheet.freeze > 0 && p.sheet.width() > widestPage {
		titles = "'" + name + "'!$A:$" + columnName(p.sheet.freeze-1) + "," + titles
	}
	return x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: name})
}

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
	for _, name := range names {
		w, err := p.zip.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(p.files[name].Bytes()); err != nil {
			return err
		}
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
	m, err := part.body(p.file.press).wrap(before.buf, behind.buf)
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
