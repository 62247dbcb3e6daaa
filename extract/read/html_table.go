package read

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

const (
	maxSpan  = 1000      // columns or rows that one cell may cover
	maxCells = 1_000_000 // places in the grids of one document
)

// A slot is a cell of the page and its place in the grid.
type slot struct {
	n                *node
	row, col         int
	rowSpan, colSpan int
}

// A grid is a table of the page laid out: its cells by row, then column.
type grid struct {
	rows, cols int
	headRows   int // rows of <thead>
	slots      []slot
	cut        bool // spans were made smaller
}

// table writes n as a data table, and says whether it is one. Tables that only
// arrange the page are read as the blocks in them.
func (b *builder) table(n *node, c place) bool {
	if b.inCell || c.kind != policy.Paragraph || n.hidden() || n.first < 0 {
		return false
	}
	g := n.grid()
	if !g.isData(n) {
		return false
	}
	if b.cells += g.rows * g.cols; b.cells > maxCells {
		b.doc.Report(policy.Span{Start: b.out.Len(), End: b.out.Len()}, fmt.Sprintf("网页里的表格超过 %d 个单元格，此表按段落读取", maxCells))
		return false
	}
	b.endLine()
	id := len(b.doc.Tables)
	t := policy.Table{ID: "t" + strconv.Itoa(id+1), Rows: g.rows, Cols: g.cols, HeaderRows: g.headRows, Section: -1}
	if caption := n.child("caption"); caption != nil {
		b.walk(caption, place{kind: policy.Caption, main: true, joined: true})
		for i := len(b.doc.Blocks) - 1; i >= 0 && b.doc.Blocks[i].Kind == policy.Caption && b.doc.Blocks[i].Table < 0; i-- {
			b.doc.Blocks[i].Table = id
		}
	}
	b.begin()
	start := b.start
	b.inCell, b.unread = true, false
	b.doc.Tables = append(b.doc.Tables, b.grid(t, g, c))
	b.inCell = false
	last := &b.doc.Tables[id]
	last.Span = policy.Span{Start: start, End: b.out.Len()}
	last.Block = len(b.doc.Blocks)
	if g.cut {
		b.doc.Report(last.Span, fmt.Sprintf("表格 %s 的合并单元格过大，已按实际行列截短", last.ID))
	}
	if b.unread {
		b.doc.Report(last.Span, fmt.Sprintf("表格 %s 里有网页上看不见的文字，没有读取", last.ID))
	}
	b.block(policy.TableBlock, 0, start, id)
	b.last = 0
	b.sep = "\n"
	return true
}

// grid writes the cells: a tab before each column but the first, a line feed
// before each row but the first, a blank for a line break inside a cell.
func (b *builder) grid(t policy.Table, g grid, c place) policy.Table {
	c.kind = policy.TableBlock
	k := 0
	for row := 0; row < g.rows; row++ {
		if row > 0 {
			b.separate("\n")
		}
		for col := 0; col < g.cols; col++ {
			if col > 0 {
				b.separate("\t")
			}
			if k == len(g.slots) || g.slots[k].row != row || g.slots[k].col != col {
				continue
			}
			s := g.slots[k]
			k++
			start := b.out.Len()
			b.last, b.sep = 0, ""
			if !s.n.hidden() && !s.n.parent.hidden() {
				for _, n := range s.n.kids {
					b.walk(n, c)
				}
			} else {
				b.unread = b.unread || s.n.first >= 0
			}
			t.Cells = append(t.Cells, policy.Cell{
				Row: row, Col: col, RowSpan: s.rowSpan, ColSpan: s.colSpan,
				Header: s.n.tag == "th", Span: policy.Span{Start: start, End: b.out.Len()},
			})
		}
	}
	return t
}

// child is the first element under n with this tag, nil if there is none.
func (n *node) child(tag string) *node {
	for _, k := range n.kids {
		if k.tag == tag {
			return k
		}
	}
	return nil
}

// A layer is the state of laying out one table.
type layer struct {
	grid
	busy []int // by column: the first row that is free again
}

// grid lays n's cells out. Spans reach no further than their row group.
func (n *node) grid() grid {
	var l layer
	for _, k := range n.kids {
		switch k.tag {
		case "tr":
			l.row(k, l.rows+1+following(n, k))
		case "thead", "tbody", "tfoot":
			end := l.rows + countRows(k)
			for _, r := range k.kids {
				if r.tag == "tr" {
					l.row(r, end)
				}
			}
			if k.tag == "thead" && l.headRows == 0 && len(l.slots) > 0 && l.rows == countRows(k) {
				l.headRows = l.rows
			}
		}
	}
	l.settle()
	return l.grid
}

// countRows is the number of rows right under n.
func countRows(n *node) int {
	c := 0
	for _, k := range n.kids {
		if k.tag == "tr" {
			c++
		}
	}
	return c
}

// following is the number of rows that come after row k right under n.
func following(n, k *node) int {
	c, seen := 0, false
	for _, r := range n.kids {
		if seen && r.tag == "tr" {
			c++
		}
		seen = seen || r == k
	}
	return c
}

// row lays out the cells of one row; spans end before row end.
func (l *layer) row(tr *node, end int) {
	col := 0
	for _, k := range tr.kids {
		if k.tag != "td" && k.tag != "th" {
			continue
		}
		for col < len(l.busy) && l.busy[col] > l.rows {
			col++
		}
		s := slot{n: k, row: l.rows, col: col, rowSpan: k.span("rowspan"), colSpan: k.span("colspan")}
		if s.rowSpan == 0 || s.rowSpan > end-l.rows {
			s.rowSpan = end - l.rows
		}
		s.colSpan = max(s.colSpan, 1)
		if s.colSpan > maxSpan {
			s.colSpan, l.cut = 1, true
		}
		for len(l.busy) < col+s.colSpan {
			l.busy = append(l.busy, 0)
		}
		// a cell that a merged one above already covers is cut short
		for i := col; i < col+s.colSpan; i++ {
			if l.busy[i] > l.rows {
				s.colSpan, l.cut = i-col, true
			}
		}
		for i := col; i < col+s.colSpan; i++ {
			l.busy[i] = l.rows + s.rowSpan
		}
		l.slots = append(l.slots, s)
		col += s.colSpan
	}
	l.rows++
}

// settle counts the columns: as far as a cell begins, for pages give the last
// cell of a row any number to cover.
func (l *layer) settle() {
	l.cols = len(l.busy)
}

// span is the number in n's attribute name: 1 if there is none, 0 for “to the end”.
func (n *node) span(name string) int {
	v, err := strconv.Atoi(strings.TrimSpace(n.attr[name]))
	if err != nil || v < 0 {
		return 1
	}
	return min(v, 1<<16)
}

// isData says whether g, the grid of n, is a table of data rather than a means
// of arranging the page.
func (g *grid) isData(n *node) bool {
	if g.rows < 2 || g.cols < 2 || n.attr["role"] == "presentation" {
		return false
	}
	filled, longest, inner := 0, 0, 0
	rows, cols := map[int]bool{}, map[int]bool{}
	for _, s := range g.slots {
		if s.n.first < 0 {
			continue
		}
		filled++
		longest = max(longest, s.n.size)
		inner += s.n.innerTables()
		rows[s.row], cols[s.col] = true, true
	}
	switch {
	case filled < 3 || len(rows) < 2 || len(cols) < 2:
		return false
	case inner*2 > n.size:
		return false
	case longest*10 > n.size*6 && longest > 1200 && filled <= 8:
		return false // prose beside a side bar
	}
	return n.linked*10 < n.size*8 || n.linked < 200
}

// innerTables is the size of the wording in data tables under n.
func (n *node) innerTables() int {
	size := 0
	for _, k := range n.kids {
		if k.tag == "table" {
			if g := k.grid(); g.rows > 1 && g.cols > 1 {
				size += k.size
				continue
			}
		}
		size += k.innerTables()
	}
	return size
}

// cellText is the wording of a cell: beside a character of writing without blanks
// a blank or line break leaves nothing (指 标, 25⏎家).
func cellText(content string, at policy.Span) policy.Text {
	s := content[at.Start:at.End]
	e := policy.Plain(s, at.Start).Edit()
	edited := false
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if wide(before) || wide(after) {
			e.CopyTo(i)
			e.Skip(i + 1)
			edited = true
		}
	}
	if !edited {
		return policy.Plain(s, at.Start)
	}
	return e.Text()
}
