package layout

import (
	"cmp"
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// Tables saved with one cell to a line that have titles between their rows, or a head of
// which a cell takes two lines or none:
//
//	总量
//	（亿元）
//	比上年
//	增长（%）
//	生产总值
//	193.5
//	5.7
//	按产业分
//	第一产业
//	34.5
//	…
//
// The rows are found first: a name, perhaps its unit, and as many figures each time. The
// head is what stands above them.

// A bodyShape is how many lines of words and of figures a row has.
type bodyShape struct{ names, figures int }

func (b bodyShape) cols() int { return b.names + b.figures }

// bodyTables finds such tables.
func (p *page) bodyTables() {
	for i := 1; i+3 < len(p.lines); i++ {
		if p.figureLine(i) && !p.figureLine(i-1) {
			i = max(i, p.bodyTable(i)-1)
		}
	}
}

// figureLine says whether line i is a figure, or a dash in the place of one.
func (p *page) figureLine(i int) bool {
	l := &p.lines[i]
	if l.role != running || l.tab || l.hashes > 0 || l.width > 20 || l.width == 0 {
		return false
	}
	k := sortOf(p.str(i))
	return k == figureCell || k == emptyCell
}

// nameLine says whether line i may be a name beside figures, or a title over rows.
func (p *page) nameLine(i int) bool {
	if i < 0 || i >= len(p.lines) {
		return false
	}
	l := &p.lines[i]
	if l.role != running || l.tab || l.link || l.width == 0 || l.width > cellWidth || l.end == closedEnd || l.has&(markStop|markBar) != 0 {
		return false
	}
	s := p.str(i)
	return !isNote(s) && !isCaption(s) && unitOf(s) == "" && !p.figureLine(i)
}

// bodyTable reads the table whose first figure is line i; it gives the line behind what
// was read.
func (p *page) bodyTable(i int) int {
	n := i
	for n < len(p.lines) && n-i < maxCols && p.figureLine(n) {
		n++
	}
	b := bodyShape{1, n - i}
	if p.unitLine(i - 1) {
		b.names = 2
	}
	from := i - b.names
	rows, whole := p.bodyRows(from, b)
	if whole < 3 {
		return n
	}
	end := rows[len(rows)-1].end
	if len(rows) > 2*whole-2 { // a word behind every row is a cell
		return end
	}
	for n := 0; n < titleLines && p.nameLine(from-1) && readMarker(p.str(from-1)).style != noStyle; n++ {
		from--
		rows = slices.Insert(rows, 0, p.rowOver(from, from+1, b.cols()))
	}
	if head := p.bodyHead(from, b); head != nil {
		p.takeBars(append(head, rows...))
	}
	return end
}

// unitLine says whether line i, behind a name, is a unit.
func (p *page) unitLine(i int) bool {
	return p.nameLine(i) && p.nameLine(i-1) && p.lines[i].width <= 12 && isUnit(p.str(i))
}

// isUnit says whether s is a unit and nothing else.
func isUnit(s string) bool {
	_, _, ok := normalize.WholeUnit(s)
	return ok
}

// bodyRows reads rows of the shape from line k on, and the titles between.
func (p *page) bodyRows(k int, b bodyShape) (rows []barRow, whole int) {
	for last := 0; ; {
		switch {
		case p.bodyRow(k, b):
			rows, k = append(rows, p.rowOver(k, k+b.cols(), b.cols())), k+b.cols()
			last, whole = len(rows), whole+1
		case whole > 0 && len(rows)-last < titleLines && p.nameLine(k):
			rows, k = append(rows, p.rowOver(k, k+1, b.cols())), k+1
		default:
			return rows[:last], whole
		}
	}
}

// bodyRow says whether a row of the shape begins at line k.
func (p *page) bodyRow(k int, b bodyShape) bool {
	if k < 0 || k < len(p.lines) && p.lines[k].end == colonEnd || k+b.cols() > len(p.lines) || k+b.cols() < len(p.lines) && p.figureLine(k+b.cols()) {
		return false
	}
	for c := range b.cols() {
		if c < b.names && !p.nameLine(k+c) || c >= b.names && !p.figureLine(k+c) && !isYearNumber(p.str(k+c)) {
			return false
		}
	}
	return true
}

// bodyHead reads the head above line i: a cell for each column of figures, whose lines
// go together, and before them what names the rows, if it stands there.
func (p *page) bodyHead(i int, b bodyShape) []barRow {
	if top := p.loneAbove(i); top >= 0 {
		cells := p.rowOver(top, i, i-top).cells
		k := cmp.Or(upperHead(cells, b.cols()), timesUnder(cells, b.cols()))
		if k > 0 {
			return []barRow{p.rowOver(top, top+k, b.cols()), p.rowOver(top+k, i, b.cols())}
		}
	}
	cells := make([]cell, b.cols())
	k := p.figureHeads(i, cells[b.names:])
	if k < 0 {
		return nil
	}
	if top := p.loneAbove(k); b.names == 1 && top >= 0 && top < k-1 { // a row of the head over these
		if cells[0] = emptyCellAt(p.lines[k].span.Start); k-top < b.cols() {
			cells = padded(cells[1:], b.cols())
		}
		return []barRow{p.rowOver(top, k, b.cols()), {cells, k, i}}
	}
	for c := b.names - 1; c >= 0; c-- {
		if p.nameLine(k-1) && isLoneHead(p.str(k-1)) {
			k--
			cells[c] = p.lineCell(k)
			continue
		}
		if b.names > 1 || b.figures < 2 {
			return nil
		}
		cells[c] = emptyCellAt(p.lines[k].span.Start)
	}
	if x := joined(cells[b.names:]); latin(x.str()) { // the head once more, in English
		return []barRow{{padded([]cell{x}, b.cols()), k, i}}
	}
	return []barRow{{cells, k, i}}
}

// figureHeads reads the head of each column of figures from the lines above line i: the first
// of these lines, -1 where they are no head.
func (p *page) figureHeads(i int, cells []cell) int {
	k := i
	for c := len(cells) - 1; c >= 0; c-- {
		end := k
		for k--; p.nameLine(k) && p.continuesHead(k); k-- {
		}
		if !p.nameLine(k) || hasLabel(p.str(k)) {
			return -1
		}
		parts := make([]int, 0, end-k)
		for x := k; x < end; x++ {
			parts = append(parts, x)
		}
		cells[c] = p.cellOf(parts)
	}
	return k
}

// lineCell is line k as a cell.
func (p *page) lineCell(k int) cell { return cell{p.lines[k].span, p.text(k)} }

// rowOver is the row of a head whose cells are the lines [from, end), or one cell if they are too many.
func (p *page) rowOver(from, end, cols int) barRow {
	var row []cell
	for k := from; k < end; k++ {
		row = append(row, p.lineCell(k))
	}
	if len(row) > cols {
		row = []cell{joined(row)}
	}
	return barRow{padded(row, cols), from, end}
}

// loneAbove is the line above i that names the rows (年份) and begins a head of lines that are
// names, -1 if there is none.
func (p *page) loneAbove(i int) int {
	for k := i - 1; k >= max(i-maxCols, 0) && p.nameLine(k); k-- {
		if isLoneHead(p.str(k)) {
			return k
		}
	}
	return -1
}

// continuesHead says whether line k goes on the cell of the line above: （亿元）, and
// 增长（%） under 比上年.
func (p *page) continuesHead(k int) bool {
	if !p.nameLine(k - 1) {
		return false
	}
	s, over := p.str(k), p.str(k-1)
	if opensBracket(s) {
		return !policy.EndsAny(over, "）", ")") // 绝对额（亿元） over it has its unit
	}
	return (strings.HasPrefix(s, "增") || strings.HasPrefix(s, "±")) && headStarts.begins(over) && !strings.Contains(over, "增")
}

// headStarts are how the first line of a head of changes begins.
var headStarts = firstOf("比", "较", "与")
