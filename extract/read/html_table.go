package read

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"shuzheng/policy"
)

// maxCells is how many places the grids of one document may have.
const maxCells = 1_000_000

// table writes n as a data table, and says whether it is one. Tables that only
// arrange the page are read as the blocks in them; c becomes boilerplate in the
// index card of a document.
func (b *builder) table(n *node, c *place) bool {
	if b.inCell || c.kind != policy.Paragraph || n.hidden() || n.first < 0 {
		return false
	}
	g := n.grid()
	if !g.isData(n) && !g.huge {
		return false
	}
	if b.d.isCard(&g) {
		c.kind = policy.Boilerplate
		return false
	}
	if b.cells += g.rows * g.cols; g.huge || b.cells > maxCells {
		b.doc.Report(policy.Span{Start: b.out.Len(), End: b.out.Len()}, fmt.Sprintf("网页里的表格超过 %d 个单元格，此表按段落读取", maxCells))
		return false
	}
	b.writeTable(n, g, *c)
	return true
}

// writeTable writes n, laid out as g, as a data table.
func (b *builder) writeTable(n *node, g grid, c place) {
	b.endLine()
	id := len(b.doc.Tables)
	if caption := n.child("caption"); caption != nil {
		b.caption(caption, id)
	}
	b.begin()
	t := policy.Table{ID: "t" + strconv.Itoa(id+1), Rows: g.rows, Cols: g.cols, HeaderRows: g.headRows, Section: -1}
	t.Span.Start = b.start
	b.inCell, b.unread = true, g.unread
	t = b.grid(t, g, c)
	b.inCell = false
	t.Span.End, t.Block = b.out.Len(), len(b.doc.Blocks)
	b.doc.Tables = append(b.doc.Tables, t)
	if g.cut {
		b.doc.Report(t.Span, fmt.Sprintf("表格 %s 的合并单元格过大，已按实际行列截短", t.ID))
	}
	if b.unread {
		b.doc.Report(t.Span, fmt.Sprintf("表格 %s 里有网页上看不见的文字，没有读取", t.ID))
	}
	b.block(policy.TableBlock, 0, t.Span.Start, id)
	b.last, b.sep = 0, "\n"
}

// caption writes the caption of table id.
func (b *builder) caption(n *node, id int) {
	b.walk(n, place{kind: policy.Caption, main: true, joined: true})
	for i := len(b.doc.Blocks) - 1; i >= 0 && b.doc.Blocks[i].Kind == policy.Caption && b.doc.Blocks[i].Table < 0; i-- {
		b.doc.Blocks[i].Table = id
	}
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
			if !s.n.hidden() {
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
