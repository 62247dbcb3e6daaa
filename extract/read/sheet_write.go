package read

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"shuzheng/extract/read/compose"
	"shuzheng/policy"
)

// A sheetWriter makes a document of sheets.
type sheetWriter struct {
	*compose.Composer
	origin *sheetOrigin
	left   int // fields that tables may still have
	cut    bool
}

// sheetDocument is the document of a workbook.
func sheetDocument(src *policy.Source, sheets []*sheet, opt Options) (*policy.Document, error) {
	w := sheetWriter{compose.New(src), &sheetOrigin{}, limitOr(opt.MaxCells, defaultMaxCells), false}
	for _, s := range sheets {
		w.sheet(s)
	}
	if w.Empty() {
		return nil, &Error{"表格文件里没有内容", "the workbook holds nothing"}
	}
	doc := w.Document()
	doc.Origin = w.origin
	countAllHeaders(doc)
	return doc, nil
}

// sheet writes one sheet and tells its problems.
func (w *sheetWriter) sheet(s *sheet) {
	s.order()
	start := w.Len()
	w.origin.part = s.name
	first := len(w.origin.marks)
	if s.label && len(s.cells) > 0 {
		w.origin.add(w.next(), 0, 0, nil)
		w.origin.marks[first].row = -1
		w.Paragraph(policy.Heading, 1, strings.TrimSpace(s.name))
	}
	for _, r := range s.regions() {
		w.lines(r.above)
		w.table(s, r.table)
		w.lines(r.below)
	}
	w.tell(s, start, first)
}

// next is the base offset of the first byte of the next block.
func (w *sheetWriter) next() int {
	if w.Empty() {
		return 0
	}
	return w.Len() + 1
}

// tell reports what is to be said of a sheet.
func (w *sheetWriter) tell(s *sheet, start, first int) {
	if s.hidden && len(s.cells) > 0 {
		w.Report(start, fmt.Sprintf("工作表“%s”是隐藏的，已照常读取", s.name))
	}
	if s.hideRows > 0 {
		w.Report(start, fmt.Sprintf("工作表“%s”有 %d 个隐藏的行，已照常读取", s.name, s.hideRows))
	}
	if n := s.hiddenColumns(); n > 0 {
		w.Report(start, fmt.Sprintf("工作表“%s”有 %d 个隐藏的列，已照常读取", s.name, n))
	}
	for _, n := range s.notes {
		w.ReportAt(w.origin.find(first, n.row, n.col, start), n.message)
	}
}

// hiddenColumns is how many hidden columns hold something.
func (s *sheet) hiddenColumns() int {
	if len(s.hideCols) == 0 {
		return 0
	}
	seen := map[int]bool{}
	for _, c := range s.cells {
		if s.hideCols[c.col] {
			seen[c.col] = true
		}
	}
	return len(seen)
}

// lines writes every cell as a paragraph.
func (w *sheetWriter) lines(rows []sheetRow) {
	for _, r := range rows {
		for i := range r.cells {
			c := &r.cells[i]
			if c.text = cleanLine(c.text); c.text.Len() > 0 {
				w.Begin()
				w.cell(c)
				w.End(policy.Paragraph, 0)
			}
		}
	}
}

func (w *sheetWriter) cell(c *sheetCell) {
	w.origin.add(w.Len(), c.row, c.col, c)
	w.Write(c.text.String())
}

// table writes rows as a grid of the columns that are filled.
func (w *sheetWriter) table(s *sheet, rows []sheetRow) {
	cols := columnsIn(rows)
	fit := len(rows)
	if len(rows)*len(cols) > w.left {
		fit = w.left / len(cols)
	}
	w.left -= fit * len(cols)
	if fit < len(rows) && !w.cut {
		w.cut = true
		defer w.Report(w.Len(), "单元格过多，从这里起没有读取（--max-cells）")
	}
	if rows = rows[:fit]; fit == 0 {
		return
	}
	g := gridWriter{sheetWriter: w, s: s, rows: rows, cols: cols, spans: s.spans(rows, cols), covered: make([]int, len(cols))}
	w.BeginTable(len(rows), len(cols))
	for r := range rows {
		g.row(r)
	}
	w.EndTable()
}

// A gridWriter writes rows of a sheet as a grid of some of its columns.
type gridWriter struct {
	*sheetWriter
	s       *sheet
	rows    []sheetRow
	cols    []int
	spans   map[[2]int]cellRange // see sheet.spans
	covered []int                // by column: the first row that is free again
}

// row writes row r of the grid.
func (g *gridWriter) row(r int) {
	cells := g.rows[r].cells
	for c, col := range g.cols {
		for len(cells) > 0 && cells[0].col < col {
			cells = cells[1:]
		}
		var own *sheetCell
		if len(cells) > 0 && cells[0].col == col {
			own = &cells[0]
		}
		if g.covered[c] <= r {
			g.cell(r, c, own)
		} else if own != nil {
			g.s.note(own.row, own.col, "%s 被合并单元格盖住，里面的“%s”没有读取", cellName(own.row, own.col), own.text.String())
		}
	}
}

// cell writes what the sheet has at row r and column c of the grid, nil for nothing.
func (g *gridWriter) cell(r, c int, own *sheetCell) {
	high, broad := 1, 1
	if m, ok := g.spans[[2]int{g.rows[r].row, g.cols[c]}]; ok {
		high, broad = fitting(m, g.rows, g.cols, r, c, g.covered)
	}
	g.BeginCell(r, c, high, broad)
	if own != nil {
		own.text = cleanCell(own.text)
		g.sheetWriter.cell(own)
	}
	g.EndCell()
	for i := c; i < c+broad; i++ {
		g.covered[i] = r + high
	}
}

// spans finds the merged cells that begin in the rows, by row and column.
func (s *sheet) spans(rows []sheetRow, cols []int) map[[2]int]cellRange {
	out := map[[2]int]cellRange{}
	for _, m := range s.merges {
		if m.row <= rows[len(rows)-1].row && m.lastRow >= rows[0].row && m.col <= cols[len(cols)-1] {
			out[[2]int{m.row, m.col}] = m
		}
	}
	return out
}

// fitting is how many of the rows and columns from r and c on a merged cell covers,
// as far as they are free.
func fitting(m cellRange, rows []sheetRow, cols []int, r, c int, covered []int) (high, broad int) {
	for r+high < len(rows) && rows[r+high].row <= m.lastRow {
		high++
	}
	for c+broad < len(cols) && cols[c+broad] <= m.lastCol && covered[c+broad] <= r {
		broad++
	}
	return max(high, 1), max(broad, 1)
}

// A sheetOrigin leads from the Content back to the cells.
type sheetOrigin struct {
	part  string // of the sheet being written
	marks []sheetMark
}

type sheetMark struct {
	at       int // base offset of the cell's first byte
	part     string
	row, col int // row -1 for the name of the sheet
	cell     *sheetCell
}

func (o *sheetOrigin) add(at, row, col int, c *sheetCell) {
	o.marks = append(o.marks, sheetMark{at, o.part, row, col, c})
}

// find is where a cell's wording stands, from mark first on; otherwise usual.
func (o *sheetOrigin) find(first, row, col, usual int) int {
	for _, m := range o.marks[first:] {
		if m.row == row && m.col == col {
			return m.at
		}
	}
	return usual
}

// Place finds the sheet and the cell in which a range begins.
func (o *sheetOrigin) Place(at policy.Span) policy.Place {
	i := sort.Search(len(o.marks), func(i int) bool { return o.marks[i].at > at.Start }) - 1
	if i < 0 {
		return policy.Place{}
	}
	m := &o.marks[i]
	p := policy.Place{Part: m.part}
	if m.row < 0 {
		return p
	}
	p.Cell = cellName(m.row, m.col)
	if c := m.cell; c != nil {
		p.Stored = c.stored
		if n := c.text.Len(); p.Part == "" && at.Start-m.at <= n { // a text file: its bytes are known
			p.Span = c.text.Span(at.Start-m.at, min(at.End-m.at, n))
		}
	}
	return p
}

func decodeRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

// isBlankRune says whether r is a blank or ends a line.
func isBlankRune(r rune) bool {
	return r <= ' ' || r == '\u00a0' || r == '\u3000' || r == '\ufeff' || r == '\u200b' || r >= '\u2000' && r <= '\u200a' || r == '\u2028' || r == '\u2029' || r == '\u0085'
}

// hasBlank says whether s holds such a character.
func hasBlank(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ' || c == 0xc2 || c == 0xef:
			return true
		case c == 0xe2 && i+1 < len(s) && s[i+1] == 0x80, c == 0xe3 && i+1 < len(s) && s[i+1] == 0x80:
			return true
		}
	}
	return false
}
