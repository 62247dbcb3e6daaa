package export

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// The sheet of tables shows each grid as it stood, one below the other.

// Limits of what the sheet shows of one table; the JSON holds all of it.
const (
	maxGridCols  = 16384
	maxGridCells = 4 << 20
	gridWidth    = 20 // of every column, in digits
	gridColumns  = 40 // that get this width
)

func newGridSheet(lang Lang) *sheet {
	s := &sheet{name: lang.pick("表格", "Tables"), tab: navy, limit: sheetRows, columns: 1}
	s.empty = &row{height: 30, cells: []cell{styled(gridInfoStyle, lang.pick("文中没有表格", "There are no tables."))}}
	for range gridColumns {
		s.widths = append(s.widths, gridWidth)
	}
	return s
}

// A gridOrigin is where a table's first cell stands on the sheet.
type gridOrigin struct {
	sheet *sheet
	row   int // over the whole sheet, from 0
	rows  int // shown
}

// gridPlace is the place of a table's cell, "" where it is not shown.
func (v *view) gridPlace(c *policy.CellRef) string {
	o, ok := v.grids[c.Table]
	if !ok || c.Row >= o.rows || c.Col >= maxGridCols {
		return ""
	}
	return o.sheet.place(o.row+c.Row, c.Col)
}

// addTables gives the place of the first table, "" where there is none.
func (w *Workbook) addTables(v *view) (first string, err error) {
	for i := range v.doc.Tables {
		t := &v.doc.Tables[i]
		at, err := w.addTable(v, t)
		if err != nil {
			return "", err
		}
		if i == 0 {
			first = at
		}
	}
	return first, nil
}

// Rows of a table's frame: title, origin, note, two blank.
const gridFrame = 5

func (w *Workbook) addTable(v *view, t *policy.Table) (place string, err error) {
	s := w.grids
	g := layGrid(t, s.capacity()-gridFrame)
	if err := w.makeRoom(s, g.rows+gridFrame); err != nil {
		return "", err
	}
	w.tables++
	place = s.place(s.rows(), 0)
	lines := [][]cell{{styled(gridTitleStyle, w.gridTitle(t))}, w.gridInfo(v, t)}
	v.grids[t.ID] = gridOrigin{s, s.rows() + len(lines), g.rows}
	s.columns = max(s.columns, g.cols, len(lines[1]))
	for _, m := range g.merges {
		m.row += s.rows() + len(lines)
		s.merges = append(s.merges, m)
	}
	for _, line := range lines {
		if err := w.put(s, line); err != nil {
			return "", err
		}
	}
	if err := w.putGrid(g); err != nil {
		return "", err
	}
	if g.cut == "" {
		return place, nil
	}
	w.cuts++
	message := place + w.options.Lang.pick("："+g.cut, ": "+g.cutEnglish)
	return place, w.put(w.problems, fill(w, problemColumns, &problemRow{file: v.doc.Source.Name, message: message}))
}

// makeRoom fills up a worksheet that has no room for so many rows, so that they begin another.
func (w *Workbook) makeRoom(s *sheet, rows int) error {
	free := s.capacity() - s.rows()%s.capacity()
	if free >= rows {
		return nil
	}
	for range free {
		if err := w.put(s, nil); err != nil {
			return err
		}
	}
	return nil
}

// gridTitle is what a table is headed by.
func (w *Workbook) gridTitle(t *policy.Table) string {
	if t.Caption != "" {
		return t.Caption
	}
	return w.options.Lang.pick("（无题表格 ", "(untitled table ") + t.ID + w.options.Lang.pick("）", ")")
}

// putGrid puts the rows of a table, its note and the gap to the next.
func (w *Workbook) putGrid(g *grid) error {
	line := make([]cell, g.cols)
	for r := range g.rows {
		if err := w.putRow(w.grids, &row{height: g.line(r, line), cells: line}); err != nil {
			return err
		}
	}
	note := []cell{}
	if g.table.Note != "" {
		note = append(note, styled(gridNoteStyle, w.options.Lang.pick("注：", "Note: ")+strings.TrimPrefix(g.table.Note, "注：")))
	}
	for _, line := range [][]cell{note, nil, nil} {
		if err := w.put(w.grids, line); err != nil {
			return err
		}
	}
	return nil
}

// gridInfo says below the title where a table comes from; it leads to its document.
func (w *Workbook) gridInfo(v *view, t *policy.Table) []cell {
	l := w.options.Lang
	document := cell{kind: linkCell, style: gridLinkStyle, text: l.pick("→ 文档 ", "→ document ") + strconv.Itoa(w.documents.rows()+1), place: w.documents.place(w.documents.rows(), 0)}
	parts := []string{v.name}
	if section := v.section(t.Block); section != "" {
		parts = append(parts, section)
	}
	if t.Unit != "" {
		parts = append(parts, l.pick("单位：", "unit: ")+t.Unit)
	}
	parts = append(parts, l.pick("第 ", "line ")+strconv.Itoa(v.index.Line(t.Span.Start))+l.pick(" 行", ""))
	return []cell{document, styled(gridInfoStyle, strings.Join(parts, "  ·  "))}
}

// A grid is a table laid out: each place holds the number of its cell.
type grid struct {
	table           *policy.Table
	rows, cols      int
	owner           []int32 // by place: index of the cell + 1, negative where another cell's span covers it
	merges          []merge // rows from the top of the grid
	cut, cutEnglish string  // what could not be shown
}

// layGrid lays a table out in at most some rows.
func layGrid(t *policy.Table, room int) *grid {
	g := &grid{table: t, rows: t.Rows, cols: t.Cols}
	g.cols = min(g.cols, maxGridCols)
	g.rows = min(g.rows, room, maxGridCells/max(g.cols, 1))
	if g.rows < t.Rows || g.cols < t.Cols {
		g.cut = "表格过大，只列出前 " + strconv.Itoa(g.rows) + " 行、" + strconv.Itoa(g.cols) + " 列；全表见 JSON 输出"
		g.cutEnglish = "the table is too large: its first " + strconv.Itoa(g.rows) + " rows and " + strconv.Itoa(g.cols) + " columns are shown; the JSON holds it all"
	}
	g.owner = make([]int32, g.rows*g.cols)
	for i := range t.Cells {
		g.place(i)
	}
	return g
}

// place gives a cell its places; one whose span meets another cell keeps only its first.
func (g *grid) place(i int) {
	c := &g.table.Cells[i]
	if c.Row < 0 || c.Col < 0 || c.Row >= g.rows || c.Col >= g.cols || g.owner[c.Row*g.cols+c.Col] != 0 {
		return
	}
	m := merge{c.Row, c.Col, min(max(c.RowSpan, 1), g.rows-c.Row), min(max(c.ColSpan, 1), g.cols-c.Col)}
	if !g.free(m) {
		m.rows, m.cols = 1, 1
	}
	for r := m.row; r < m.row+m.rows; r++ {
		for k := m.col; k < m.col+m.cols; k++ {
			g.owner[r*g.cols+k] = -int32(i + 1)
		}
	}
	g.owner[m.row*g.cols+m.col] = int32(i + 1)
	if m.rows*m.cols > 1 {
		g.merges = append(g.merges, m)
	}
}

func (g *grid) free(m merge) bool {
	for r := m.row; r < m.row+m.rows; r++ {
		for k := m.col; k < m.col+m.cols; k++ {
			if g.owner[r*g.cols+k] != 0 {
				return false
			}
		}
	}
	return true
}

// line fills in the cells of row r and gives its height.
func (g *grid) line(r int, line []cell) int {
	n := 1
	for k := range line {
		owner := g.owner[r*g.cols+k]
		line[k] = g.cell(owner)
		if owner > 0 {
			c := &g.table.Cells[owner-1]
			wide := float64(gridWidth * max(c.ColSpan, 1))
			tall := max(c.RowSpan, 1)
			n = max(n, (lines(wide, line[k].text)+tall-1)/tall)
		}
	}
	return min(n*lineHeight+rowPadding, maxHeight)
}

func (g *grid) cell(owner int32) cell {
	if owner == 0 {
		return cell{style: gridTextStyle}
	}
	c := &g.table.Cells[max(owner, -owner)-1]
	style := gridTextStyle
	switch {
	case c.Header && c.Row < g.table.HeaderRows:
		style = gridHeadStyle
	case c.Header:
		style = gridRowHeadStyle
	}
	if owner < 0 {
		return cell{style: style}
	}
	s := c.Text.String()
	if n, ok := gridNumber(s); ok && !c.Header {
		return n
	}
	return styled(style, s)
}
