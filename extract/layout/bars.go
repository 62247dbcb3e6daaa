package layout

import (
	"slices"
	"strings"
)

// Tables whose rows bars part hold their title, unit and notes as rows of one cell:
//
//	2023年主要指标 | |||
//	单位:万元 | |||
//	指标 | 本月 | 累计 | 增长% |
//	…
//	注:累计为1—9月。 | |||
//
// Those rows are lines of the text around the table. Where one stands between rows and a
// head follows, it is the title of the next table.

// putBars makes tables of rows of the same number of cells.
func (p *page) putBars(rows []barRow) {
	if isForm(rows) {
		p.takeLines(rows[0].from, rows[len(rows)-1].end, cellsOf(rows))
		return
	}
	for len(rows) > 0 {
		n := prefaceRows(rows)
		for _, r := range rows[:n] {
			p.release(r, true)
		}
		rows = rows[n:]
		next := nextTitle(rows)
		end := beforeNotes(rows[:next])
		for _, r := range rows[end:next] {
			p.release(r, false)
		}
		if end > 0 {
			p.takeBars(rows[:end])
		}
		rows = rows[next:]
	}
}

// isForm says whether most rows begin with a label: 索引号： | … | 主题分类： | …. Such a table has neither
// head nor title.
func isForm(rows []barRow) bool {
	n := count(rows, func(r barRow) bool { return endOf(r.cells[0].str()) == colonEnd })
	return n > 1 && n*3 >= len(rows)*2
}

// cellsOf are the cells of rows.
func cellsOf(rows []barRow) [][]cell {
	grid := make([][]cell, len(rows))
	for k := range rows {
		grid[k] = rows[k].cells
	}
	return grid
}

// lone says whether the first cell of a row of several is the only one with text.
func lone(row []cell) bool { return len(row) > 1 && filledCells(row) == 1 }

// filledCells counts the cells with text up to the last of them.
func filledCells(row []cell) int {
	n := len(row)
	for n > 0 && row[n-1].text.Len() == 0 {
		n--
	}
	return n
}

// prefaceRows is how many rows stand above the head: lone cells, lines of labels (编制单位：…), and above these what
// does not fill half of the columns. Where no row of several cells follows there is no head.
func prefaceRows(rows []barRow) int {
	n := 0
	for k, r := range rows {
		switch labels := labelRow(r.cells); {
		case labels || n == k && lone(r.cells):
			n = k + 1
		case 2*filledCells(r.cells) >= len(r.cells):
			return n
		}
	}
	return 0
}

// beforeNotes is where the notes under the rows begin, which are lone cells: 注：1.…, and 2.… under it.
func beforeNotes(rows []barRow) int {
	end := len(rows)
	for k := end - 1; k >= 0 && lone(rows[k].cells); k-- {
		if s := rows[k].cells[0].str(); isNote(s) || k+1 == len(rows) && isAside(s) {
			end = k
		}
	}
	return end
}

// labelRow says whether a row says who made the table, when, in which unit.
func labelRow(row []cell) bool {
	for c := range row {
		s := row[c].str()
		if isFigure(s) {
			return false
		}
		if k := strings.IndexAny(s, "：:"); k > 0 && k <= 15 && labelWords.ends(s[:k]) {
			return true
		}
	}
	return false
}

// labelWords are the ends of what stands before the colon above a table: 编制单位, 表号.
var labelWords = lastOf(words.Of("labelend")...)

// nextTitle is the row at which another table begins: a lone cell, and under it a head
// that fills the columns, or another head whose first cell is that of the first; len(rows) if
// there is none.
func nextTitle(rows []barRow) int {
	for k := 2; k+1 < len(rows); k++ {
		s, row := rows[k].cells[0].str(), rows[k].cells
		titled := k+2 < len(rows) && lone(row) && !isNote(s) && !isFigure(s) && isHead(rows[k+1].cells)
		if titled || otherHead(rows[0].cells, row) && isHead(row) && !isHead(rows[k-1].cells) {
			return k
		}
	}
	return len(rows)
}

// otherHead says whether row is another head that begins as the first does.
func otherHead(first, row []cell) bool {
	return row[0].text.Len() > 0 && sameWords(first[0], row[0]) && !slices.EqualFunc(row, first, sameWords)
}

// sameWords says whether two cells have the same wording.
func sameWords(x, y cell) bool { return x.str() == y.str() }

// isHead says whether a row holds words in all columns but one at most.
func isHead(row []cell) bool {
	for c := range row {
		if k := sortOf(row[c].str()); k == figureCell || k == emptyCell && row[c].text.Len() > 0 {
			return false
		}
	}
	n := filledCells(row)
	return n > 1 && n+1 >= len(row)
}

// release gives the first line of a row the wording of its cells alone, so that it is a
// line of the text around the table; titled says that it stands above the table.
func (p *page) release(r barRow, titled bool) {
	t := r.cells[0].text
	for c := 1; c < len(r.cells); c++ {
		switch s := r.cells[c].str(); {
		case s == "":
		case t.Len() == 0:
			t = r.cells[c].text
		default:
			t = t.JoinWith(" ", r.cells[c].text)
		}
	}
	for k := r.from + 1; k < r.end; k++ {
		p.lines[k].span.End = p.lines[k].span.Start
	}
	p.reword(r.from, t)
	l := &p.lines[r.from]
	l.has &^= markBar
	l.titled, l.hard, l.stop = titled, true, true
}

// takeBars makes a table of rows.
func (p *page) takeBars(rows []barRow) {
	grid := cellsOf(rows)
	from, end := rows[0].from, rows[len(rows)-1].end
	if headerRows(grid) == 0 {
		if head, k := p.headLinesAbove(from, fullest(grid), len(grid[0])); head != nil {
			grid, from = append([][]cell{head}, grid...), k
		}
	}
	cells := spreadHead(grid)
	if cells == nil {
		p.takeLines(from, end, grid)
		return
	}
	if n := headerRows(grid); n > 1 && strayUnits(grid[n-1]) {
		p.doc.Report(p.spanOf(from, end), "表头中的计量单位属于哪一列没有保留下来")
	}
	p.takeCells(from, end, cells, cells[len(cells)-1].Row+1, len(grid[0]))
}

// strayUnits says whether a row of heads that lost their places holds units in brackets beside them: 面积 | (亩) | 产量.
// Whose they are only the places told.
func strayUnits(row []cell) bool {
	return slices.ContainsFunc(row, func(x cell) bool { return opensBracket(x.str()) }) &&
		slices.ContainsFunc(row, func(x cell) bool { return x.str() != "" && !opensBracket(x.str()) })
}

// headLinesAbove is a head whose cells stand on lines of their own above line i, each with a bar
// behind it, and its first line; nil if they do not fill the columns that have text, or all
// but the first of them.
func (p *page) headLinesAbove(i, filled, cols int) ([]cell, int) {
	var head []cell
	k := i
	for ; k > 0 && len(head) < filled; k-- {
		l, t := &p.lines[k-1], p.text(k-1)
		s := t.String()
		if l.role != running || l.gap > 0 && k < i || strings.Count(s, "|") != 1 || !strings.HasSuffix(s, "|") {
			break
		}
		if t = t.Slice(0, len(s)-1).TrimSpace(); t.Len() > 0 {
			head = append(head, textCell(t))
		}
	}
	slices.Reverse(head)
	switch {
	case filled < 3 || len(head) < filled-1:
		return nil, 0
	case len(head) < filled:
		head = cornered(head)
	}
	return padded(head, cols), k
}
