package read

// An xlsReader reads the records of one sheet.
type xlsReader struct {
	*xls
	s       *sheet
	hidden  map[int]bool // rows
	pending *sheetCell   // a formula whose text follows
}

// sheet reads a sheet.
func (x *xls) sheet(info xlsSheet) *sheet {
	s := &sheet{name: info.name, hidden: info.hidden, hideCols: map[int]bool{}, label: !isDefaultSheetName(info.name)}
	r := &xlsReader{xls: x, s: s, hidden: map[int]bool{}}
	x.at = info.at
	id, body, ok := x.record()
	if !ok || id != biffBOF {
		s.note(-1, 0, "工作表“%s”找不到，文件不完整", info.name)
		return s
	}
	x.old = octets(body).u16(0) < 0x0600
	for depth := 1; depth > 0; {
		if id, body, ok = x.record(); !ok {
			s.note(-1, 0, "工作表“%s”的数据不完整，只读到断开处", info.name)
			break
		}
		switch id {
		case biffBOF: // a chart within the sheet
			depth++
		case biffEOF:
			depth--
		default:
			if depth == 1 {
				r.take(id, octets(body))
			}
		}
	}
	r.countHidden()
	return s
}

// take reads one record.
func (r *xlsReader) take(id int, b octets) {
	row, col, style := b.u16(0), b.u16(2), b.u16(4)
	switch id {
	case biffNumber:
		r.number(row, col, style, b.float(6))
	case biffRK:
		r.number(row, col, style, rk(b.u32(6)))
	case biffMulRK:
		for i := 4; i+6 <= len(b)-2; i += 6 {
			r.number(row, col+(i-4)/6, b.u16(i), rk(b.u32(i+2)))
		}
	case biffLabelSST:
		r.shared(row, col, int(b.u32(6)))
	case biffLabel, biffRString:
		s, _ := r.xls.text(b.from(6), 2)
		r.text(row, col, s)
	case biffBoolErr:
		r.truth(row, col, b.u8(6), b.u8(7) != 0)
	case biffFormula:
		r.formula(row, col, style, b)
	case biffString:
		r.result(b)
	case biffMerged:
		r.merged(b)
	case biffRow:
		if b.u16(12)&0x20 != 0 {
			r.hidden[row] = true
		}
	case biffColInfo:
		for c := row; b.u16(8)&1 != 0 && c <= min(col, 255); c++ { // its first two fields are columns
			r.s.hideCols[c] = true
		}
	}
}

// shared reads a cell whose text is that of number i of the workbook's table.
func (r *xlsReader) shared(row, col, i int) {
	if i >= len(r.strings) {
		r.s.note(row, col, "%s 的文字找不到（文件不完整）", cellName(row, col))
		return
	}
	r.text(row, col, r.strings[i])
}

// result reads the text that the formula before it gives.
func (r *xlsReader) result(b octets) {
	if r.pending == nil {
		return
	}
	s, _ := r.xls.text(b, 2)
	r.text(r.pending.row, r.pending.col, s)
	r.pending = nil
}

// merged reads which cells are merged.
func (r *xlsReader) merged(b octets) {
	for i := 2; i+8 <= len(b); i += 8 {
		m := cellRange{b.u16(i), b.u16(i + 4), b.u16(i + 2), b.u16(i + 6)}
		if m.lastRow >= m.row && m.lastCol >= m.col {
			r.s.merges = append(r.s.merges, m)
		}
	}
}

// formula takes the value that a formula had when the file was saved.
func (r *xlsReader) formula(row, col, style int, b octets) {
	r.pending = nil
	if b.u16(12) != 0xffff {
		r.number(row, col, style, b.float(6))
		return
	}
	switch b.u8(6) {
	case 0:
		r.pending = &sheetCell{row: row, col: col}
	case 1, 2:
		r.truth(row, col, b.u8(8), b.u8(6) == 2)
	}
}

// errorNames are the values of formulas that failed.
var errorNames = map[int]string{0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

func (r *xlsReader) truth(row, col, v int, failed bool) {
	s := map[bool]string{true: "TRUE", false: "FALSE"}[v != 0]
	if failed {
		if s = errorNames[v]; s == "" {
			s = "#ERROR"
		}
		r.s.note(row, col, "%s 是错误值 %s", cellName(row, col), s)
	}
	r.text(row, col, s)
}

func (r *xlsReader) number(row, col, style int, raw string) {
	if c, ok := r.styles.number(row, col, raw, style); ok {
		r.put(c)
	}
}

func (r *xlsReader) text(row, col int, s string) {
	r.put(sheetCell{row: row, col: col, text: plainText(s)})
}

// put adds a filled cell, as far as the limit allows.
func (r *xlsReader) put(c sheetCell) {
	if isBlank(c.text.String()) {
		return
	}
	if r.left--; r.left > 0 {
		r.s.cells = append(r.s.cells, c)
	} else if r.left == 0 {
		r.s.note(c.row, c.col, "单元格过多，从 %s 起没有读取（--max-cells）", cellName(c.row, c.col))
	}
}

// countHidden counts the hidden rows that hold something.
func (r *xlsReader) countHidden() {
	seen := map[int]bool{}
	for _, c := range r.s.cells {
		if r.hidden[c.row] && !seen[c.row] {
			seen[c.row] = true
			r.s.hideRows++
		}
	}
}
