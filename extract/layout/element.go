package layout

import (
	"strings"

	"shuzheng/policy"
)

// Converters write tables into Markdown as HTML: <table><tr><td>….

// maxElement bounds a table element, in bytes.
const maxElement = 1 << 21

// maxGrid bounds the places of a grid.
const maxGrid = 1 << 18

// addElement reads the table element that begins at byte i of the text and adds it
// as a line; it gives the end of the element, 0 where there is no whole one.
func (p *page) addElement(i int) int {
	if p.tableEnd < i {
		k := strings.Index(p.s[i:], "</table")
		if k < 0 {
			k = len(p.s) - i
		}
		p.tableEnd = i + k
	}
	end := p.tableEnd
	if end == len(p.s) || end-i > maxElement {
		return 0
	}
	rows := p.elementRows(i, end)
	t := readTag(p.s[end:])
	end += max(t.len, 1)
	if t.len == 0 || len(rows) == 0 {
		return 0
	}
	span := policy.Span{Start: i, End: end}
	table := p.addSpans(rows, span)
	if table < 0 {
		return 0
	}
	p.lines = append(p.lines, line{span: span, role: tableLine, table: table, hard: true, stop: true, width: 1})
	return end
}

// A spanned cell reaches over rows and columns.
type spanned struct {
	cell
	rows, cols int
	head       bool
}

// elementRows reads the cells between byte a and b.
func (p *page) elementRows(a, b int) [][]spanned {
	r := rowReader{p: p, from: -1}
	for i := a; i < b; {
		k := strings.IndexByte(p.s[i:b], '<')
		if k < 0 {
			break
		}
		i += k
		t := readTag(p.s[i:b])
		if t.len > 0 {
			r.tag(p.s[i:i+t.len], i, t.close)
		}
		i += max(t.len, 1)
	}
	r.end(b)
	return r.rows
}

// A rowReader reads the rows of a table element.
type rowReader struct {
	p    *page
	rows [][]spanned
	cell spanned // the one under way
	from int     // where its wording begins, -1 where none is open
}

// tag takes the tag s, at byte i: it ends the cell under way if it is of a row or a cell.
func (r *rowReader) tag(s string, i int, closes bool) {
	name := strings.ToLower(strings.TrimLeft(s[1:min(4, len(s))], "/"))
	switch {
	case strings.HasPrefix(name, "tr"):
		r.end(i)
		if !closes {
			r.rows = append(r.rows, nil)
		}
	case strings.HasPrefix(name, "td"), strings.HasPrefix(name, "th") && !strings.HasPrefix(name, "the"):
		r.end(i)
		if !closes {
			r.cell = spanned{rows: attribute(s, "rowspan"), cols: attribute(s, "colspan"), head: name[1] == 'h'}
			r.from = i + len(s)
		}
	}
}

// end ends the cell under way at byte i.
func (r *rowReader) end(i int) {
	if r.from >= 0 && len(r.rows) > 0 {
		r.cell.text = r.p.plainText(r.from, i)
		r.cell.span = policy.Span{Start: r.from, End: i}
		last := len(r.rows) - 1
		r.rows[last] = append(r.rows[last], r.cell)
	}
	r.from = -1
}

// attribute is the number that an element's attribute holds, 1 if it has none.
func attribute(element, name string) int {
	k := strings.Index(strings.ToLower(element), name)
	if k < 0 {
		return 1
	}
	v, n := readArabic(strings.TrimLeft(element[k+len(name):], "= \"'"))
	if n == 0 || v == 0 || v > 1000 {
		return 1
	}
	return v
}

// plainText is the wording of the text between byte a and b without markup.
func (p *page) plainText(a, b int) policy.Text {
	src := policy.Plain(p.s[a:b], a)
	c := cleaner{e: src.Edit(), s: src.String()}
	c.run()
	return c.e.Text().TrimSpace()
}

// addSpans makes a table of rows whose cells reach over others; -1 if it has no
// cells or is too large to be one.
func (p *page) addSpans(rows [][]spanned, span policy.Span) int {
	taken := map[[2]int]bool{}
	var cells []policy.Cell
	cols := 0
	for r, row := range rows {
		c := 0
		for _, x := range row {
			for taken[[2]int{r, c}] {
				c++
			}
			x.rows = min(x.rows, len(rows)-r)
			if len(taken)+x.rows*x.cols > maxGrid {
				return -1
			}
			for i := range x.rows {
				for j := range x.cols {
					taken[[2]int{r + i, c + j}] = true
				}
			}
			cells = append(cells, policy.Cell{Row: r, Col: c, RowSpan: x.rows, ColSpan: x.cols, Header: x.head, Span: x.span, Text: x.text})
			c += x.cols
			cols = max(cols, c)
		}
	}
	if len(cells) == 0 || cols < 2 || len(rows) < 2 || cols*len(rows) > maxGrid {
		return -1
	}
	return p.addCells(cells, len(rows), cols, span)
}
