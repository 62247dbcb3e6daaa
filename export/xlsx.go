package export

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"

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
	styles [styles]string
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
		number, err := x.NewStyle(excelizeStyle(lookOf(style(s))))
		if err != nil {
			return err
		}
		x.styles[s] = strconv.Itoa(number)
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
var firstNumbers = func() (numbers [styles]string) {
	seen := map[look]string{}
	for s := range panelNumberStyle {
		l := lookOf(s)
		if seen[l] == "" {
			seen[l] = strconv.Itoa(len(seen) + 1)
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

// add sets up a worksheet, all but its rows. The properties come after the filter, which
// would undo them.
func (x *xlsxFile) add(p worksheet) error {
	name, s := p.sheet.partName(p.part), p.sheet
	if err := x.begin(name); err != nil {
		return err
	}
	x.parts = append(x.parts, p)
	for _, step := range []func(string, worksheet) error{x.columns, x.frame, x.table, x.form, x.drawCharts} {
		if err := step(name, p); err != nil {
			return err
		}
	}
	if s.print != nil {
		return x.paperPage(name, s)
	}
	if err := x.properties(name, s); err != nil {
		return err
	}
	return x.page(name, s)
}

// begin makes a worksheet; a new workbook has one.
func (x *xlsxFile) begin(name string) error {
	if len(x.parts) == 0 {
		return x.SetSheetName("Sheet1", name)
	}
	_, err := x.NewSheet(name)
	return err
}

// columns sets how wide they are, and hides some.
func (x *xlsxFile) columns(name string, p worksheet) error {
	// one call for all columns of a width: each looks at all before
	for from, run := range policy.Runs(p.sheet.widths, func(a, b *float64) bool { return *a == *b }) {
		if err := x.SetColWidth(name, columnName(from), columnName(from+len(run)-1), run[0]); err != nil {
			return err
		}
	}
	for _, i := range p.sheet.hidden {
		if err := x.SetColVisible(name, columnName(i), false); err != nil {
			return err
		}
	}
	return nil
}

// frame says how large it is, and that no lines stand between cells.
func (x *xlsxFile) frame(name string, p worksheet) error {
	no := false
	if err := x.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	return x.SetSheetDimension(name, "A1:"+p.last())
}

// properties sets the colour of the tab, and that the print fits the page.
func (x *xlsxFile) properties(name string, s *sheet) error {
	yes := true
	return x.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &s.tab, FitToPage: &yes})
}

// form locks all cells but those people fill in, and says what these may hold.
func (x *xlsxFile) form(name string, p worksheet) error {
	if p.sheet.form == nil {
		return nil
	}
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

// drawCharts draws the charts of a sheet.
func (x *xlsxFile) drawCharts(name string, p worksheet) error {
	for _, c := range p.sheet.charts {
		if err := x.chart(name, c); err != nil {
			return err
		}
	}
	return nil
}

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
func (p worksheet) last() string { return columnName(p.sheet.columns-1) + strconv.Itoa(p.lines()) }

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
	if err := x.properties(name, s); err != nil {
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
	if p.sheet.header == nil {
		return nil
	}
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
