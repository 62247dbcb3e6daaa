package read

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Worksheet is a page of a workbook as it is stored: for those who read back what
// the program wrote and people filled in.
type Worksheet struct {
	Name  string
	Cells []Cell // filled ones, by row, then column
	Cut   bool   // the part is damaged or too large: what follows is not here
}

// A CellKind says what a Cell stores.
type CellKind uint8

// The kinds of cells.
const (
	TextCell CellKind = iota
	NumberCell
	DateCell // a number that its format shows as a date
)

// A Cell is a filled cell. Rows and columns count from 0.
type Cell struct {
	Row, Col int
	Kind     CellKind
	Text     string // of a number its decimal digits, at most 15; of a date 2026-05-01
	Formula  string // without =; "" where the value was typed
}

// Name is the cell's name on its sheet: B7.
func (c *Cell) Name() string { return cellName(c.Row, c.Col) }

// Workbook reads the cells of an XLSX file as Excel, WPS or LibreOffice save it, with
// the limits of opt. Formulas are not computed: what they gave last is stored with them.
// An error is an *Error.
func Workbook(b []byte, opt Options) ([]Worksheet, error) {
	if !isXLSX(b) {
		return nil, &Error{"不是 XLSX 工作簿；请在表格软件里另存为 .xlsx", "not an XLSX workbook: save it as .xlsx in your spreadsheet program"}
	}
	x, list, err := openXLSX(b, opt)
	if err != nil {
		return nil, err
	}
	var sheets []Worksheet
	for _, info := range list {
		if info.part == "" {
			continue // a chart
		}
		part, err := x.pack.read(info.part)
		if err != nil {
			return nil, err
		}
		r := cellReader{x: x, part: scanBytes(part), sheet: Worksheet{Name: info.name}}
		r.read()
		sheets = append(sheets, r.sheet)
	}
	return sheets, nil
}

// A cellReader reads the cells of one worksheet.
type cellReader struct {
	x        *xlsx
	part     *partScanner
	sheet    Worksheet
	row, col int // of the next cell
}

func (r *cellReader) read() {
	for kind := r.part.next(); kind != xmlEOF; kind = r.part.next() {
		switch {
		case kind == xmlEnd && r.part.name == "row":
			r.row++
		case kind == xmlStart && r.part.name == "row":
			if n := atoi(r.part.attr("r")); n > 0 && n <= maxSheetRows {
				r.row = n - 1
			}
			r.col = 0
		case kind == xmlStart && r.part.name == "c":
			r.cell()
		}
	}
	r.sheet.Cut = r.sheet.Cut || r.part.x.err != nil
	r.order()
}

// order puts the cells in order; of two at one place the first stays, as in spreadsheets.
func (r *cellReader) order() {
	place := func(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) }
	slices.SortStableFunc(r.sheet.Cells, place)
	r.sheet.Cells = slices.CompactFunc(r.sheet.Cells, func(a, b Cell) bool { return place(a, b) == 0 })
}

// cell reads the cell that was just opened.
func (r *cellReader) cell() {
	p := r.part
	if row, col, ok := readCellName(p.attr("r")); ok {
		r.row, r.col = row, col
	}
	c := Cell{Row: r.row, Col: r.col}
	r.col++
	kind, style := p.attr("t"), atoi(p.attr("s"))
	p.within(func(t xmlKind) {
		if t != xmlStart {
			return
		}
		switch p.name {
		case "v":
			c.Text = p.content()
		case "is":
			c.Text = richText(p)
		case "f":
			c.Formula = p.content()
		}
	})
	if !r.value(&c, kind, style) || c.Text == "" && c.Formula == "" {
		return
	}
	if r.x.left--; r.x.left < 0 {
		r.sheet.Cut = true
		return
	}
	r.sheet.Cells = append(r.sheet.Cells, c)
}

// value turns what is stored into what is meant; false where that is lost.
func (r *cellReader) value(c *Cell, kind string, style int) bool {
	switch kind {
	case "s":
		i := atoi(c.Text)
		if c.Text == "" || i >= len(r.x.strings) {
			return false
		}
		c.Text = plainCell(r.x.strings[i])
	case "b":
		c.Text = map[bool]string{true: "TRUE", false: "FALSE"}[c.Text == "1"]
	case "d": // a date in words: 2026-05-01T00:00:00
		c.Kind = DateCell
		c.Text, _, _ = strings.Cut(c.Text, "T")
	case "str", "inlineStr", "e":
		c.Text = plainCell(c.Text)
	default:
		n, ok := readDigits(c.Text)
		if !ok {
			return true
		}
		c.Kind, c.Text = NumberCell, n.plain()
		if _, isDate := r.x.styles.format(style).display(n, r.x.styles.since1904); isDate {
			if t, ok := n.time(r.x.styles.since1904); ok {
				c.Kind, c.Text = DateCell, t.Format("2006-01-02")
			}
		}
	}
	return true
}

// plainCell writes the characters that XML cannot hold and files write as _x000D_;
// line ends become line feeds.
func plainCell(s string) string {
	if strings.Contains(s, "_x") {
		var out strings.Builder
		for i := 0; i < len(s); {
			if n, ok := escapeAt(s[i:]); ok {
				out.WriteRune(n)
				i += len("_x0000_")
				continue
			}
			out.WriteByte(s[i])
			i++
		}
		s = out.String()
	}
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// escapeAt reads _x0041_ at the beginning of s.
func escapeAt(s string) (rune, bool) {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
