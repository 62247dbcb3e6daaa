package read

import (
	"strings"
)

// maxRows and maxColumns are the size of a sheet.
const (
	maxSheetRows    = 1 << 20
	maxSheetColumns = 1 << 14
)

// add reads a sheet; charts have none.
func (x *xlsx) add(sheets []*sheet, info xlsxSheet) ([]*sheet, error) {
	if info.part == "" {
		return sheets, nil
	}
	b, err := x.pack.read(info.part)
	if err != nil {
		return nil, err
	}
	s := &sheet{name: info.name, hidden: info.hidden, hideCols: map[int]bool{}}
	s.label = !isDefaultSheetName(info.name)
	part := scanBytes(b)
	(&xlsxReader{x: x, s: s, part: part}).read()
	if part.x.err != nil {
		s.note(-1, 0, "工作表“%s”的数据不完整，只读到断开处", info.name)
	}
	return append(sheets, s), nil
}

// isDefaultSheetName says whether a sheet was never given a name.
func isDefaultSheetName(s string) bool {
	for _, w := range [...]string{"Sheet", "sheet", "工作表", "SHEET", "Table"} {
		if rest, ok := strings.CutPrefix(s, w); ok && strings.Trim(rest, "0123456789 ") == "" {
			return true
		}
	}
	return strings.TrimSpace(s) == ""
}

// An xlsxReader reads one sheet.
type xlsxReader struct {
	x         *xlsx
	s         *sheet
	part      *partScanner
	row, col  int // of the next cell
	hidden    bool
	rowFilled bool
}

func (r *xlsxReader) read() {
	for {
		switch r.part.next() {
		case xmlEOF:
			return
		case xmlStart:
			r.element()
		case xmlEnd:
			if r.part.name == "row" {
				r.row++
			}
		}
	}
}

func (r *xlsxReader) element() {
	p := r.part
	switch p.name {
	case "row":
		if n := atoi(p.attr("r")); n > 0 && n <= maxSheetRows {
			r.row = n - 1
		}
		r.col, r.rowFilled = 0, false
		r.hidden = isTrue(p.attr("hidden"))
	case "c":
		r.cell()
	case "col":
		if isTrue(p.attr("hidden")) {
			last := min(atoi(p.attr("max")), maxSheetColumns)
			for c := max(atoi(p.attr("min")), 1); c <= last; c++ {
				r.s.hideCols[c-1] = true
			}
		}
	case "mergeCell":
		if m, ok := readRange(p.attr("ref")); ok && len(r.s.merges) < defaultMaxCells {
			r.s.merges = append(r.s.merges, m)
		}
	}
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// cell reads the cell that was just opened.
func (r *xlsxReader) cell() {
	p := r.part
	if row, col, ok := readCellName(p.attr("r")); ok {
		r.row, r.col = row, col
	}
	kind, style := p.attr("t"), atoi(p.attr("s"))
	value, formula := "", false
	p.within(func(t xmlKind) {
		if t != xmlStart {
			return
		}
		switch p.name {
		case "v":
			value = p.content()
		case "is":
			value = richText(p)
		case "f":
			formula = true
			p.skip()
		}
	})
	r.take(kind, value, style, formula)
	r.col++
}

// take adds a cell with its stored value.
func (r *xlsxReader) take(kind, value string, style int, formula bool) {
	if value == "" {
		if formula && kind != "str" {
			r.s.note(r.row, r.col, "%s 只有公式，没有算出的值；请用表格软件打开并保存后再读", cellName(r.row, r.col))
		}
		return
	}
	c := sheetCell{row: r.row, col: r.col}
	switch kind {
	case "s":
		i := atoi(value)
		if i >= len(r.x.strings) {
			r.s.note(r.row, r.col, "%s 的文字找不到（文件不完整）", cellName(r.row, r.col))
			return
		}
		value = r.x.strings[i]
	case "b":
		value = map[bool]string{true: "TRUE", false: "FALSE"}[value == "1"]
	case "e":
		r.s.note(r.row, r.col, "%s 是错误值 %s", cellName(r.row, r.col), value)
	case "str", "inlineStr", "d":
	default:
		if n, ok := r.x.styles.number(r.row, r.col, value, style); ok {
			r.put(n)
			return
		}
	}
	c.text = plainText(value)
	r.put(c)
}

// put adds a filled cell, as far as the limit allows.
func (r *xlsxReader) put(c sheetCell) {
	if isBlank(c.text.String()) {
		return
	}
	if r.x.left--; r.x.left <= 0 {
		if r.x.left == 0 {
			r.s.note(c.row, c.col, "单元格过多，从 %s 起没有读取（--max-cells）", cellName(c.row, c.col))
		}
		return
	}
	if r.hidden && !r.rowFilled {
		r.s.hideRows++
	}
	r.rowFilled = true
	r.s.cells = append(r.s.cells, c)
}

// readCellName reads B7.
func readCellName(s string) (row, col int, ok bool) {
	i := 0
	for ; i < len(s) && i < 4 && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z'; i++ {
		col = col*26 + int(s[i]|0x20-'a') + 1
	}
	row = atoi(s[i:])
	if i == 0 || row == 0 || row > maxSheetRows || col > maxSheetColumns {
		return 0, 0, false
	}
	return row - 1, col - 1, true
}

// readRange reads A1:C3.
func readRange(s string) (cellRange, bool) {
	from, to, _ := strings.Cut(s, ":")
	row, col, ok := readCellName(from)
	lastRow, lastCol, also := readCellName(to)
	return cellRange{row, col, lastRow, lastCol}, ok && also && lastRow >= row && lastCol >= col
}
