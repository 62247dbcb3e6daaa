package layout

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// Tables saved with a bar behind every cell and nothing to tell rows apart, the bar at the
// end of the cell's line or on a line of its own:
//
//	指标          指标 |
//	|             产量 |
//	产量          粮食 |
//	|             12.5 |
//	…
//
// Their cells are one stream, empty ones among them, and the columns are what repeats.

const (
	partLines   = 3       // lines of a cell
	streamCells = 1 << 14 // of one table
)

// A streamCell is a cell of a stream, and the lines [from, end) it stands on.
type streamCell struct {
	cell
	from, end int
}

// cellStream reads such a table whose first bar stands on line i; it gives the line
// behind it, i if there is none.
func (p *page) cellStream(i int) int {
	if i < p.triedStream {
		return i
	}
	from, end := i, i
	if isBars(p.str(i)) && i > 0 && p.mayStream(i-1) && p.lines[i].gap == 0 {
		from--
	}
	cells := p.streamCells(from)
	if len(cells) > 0 {
		end = cells[len(cells)-1].end
	}
	p.triedStream = end
	if cols := repeating(streamSorts(cells)); cols > 0 && !doubled(cells, cols) {
		p.putBars(streamRows(cells, cols))
		return end
	}
	if end = p.bodyStream(cells); end == 0 {
		return i
	}
	p.triedStream = end
	return end
}

// doubled says whether rows of cols cells are two rows or more each, and the head does not name
// its columns as often.
func doubled(cells []streamCell, cols int) bool {
	_, n := streamBody(cells)
	return n > 0 && n < cols && cols%n == 0 && cells[0].str() != cells[n].str()
}

// isBars says whether a line is nothing but bars.
func isBars(s string) bool { return strings.Trim(s, "| ") == "" }

// mayStream says whether line i, which has no bar, may be of a cell.
func (p *page) mayStream(i int) bool {
	l := &p.lines[i]
	return l.role == running && !l.tab && l.hashes == 0 && l.has&markBar == 0 && l.width <= cellWidth && l.end != closedEnd
}

// streamCells reads the cells from line i on.
func (p *page) streamCells(i int) []streamCell {
	var cells []streamCell
	var parts []int // lines of the cell under way
	from := i
	for k := i; k < len(p.lines) && len(cells) < streamCells; k++ {
		l := &p.lines[k]
		if l.role != running || k > i && l.gap > 1 {
			break
		}
		if l.has&markBar == 0 {
			if parts = append(parts, k); len(parts) > partLines || !p.mayStream(k) {
				break
			}
			continue
		}
		x, ok := p.endedCell(k, parts)
		if !ok {
			break
		}
		cells = append(cells, streamCell{x, from, k + 1})
		for n := strings.Count(p.str(k), "|"); n > 1; n-- {
			cells = append(cells, streamCell{emptyCellAt(l.span.End), k + 1, k + 1})
		}
		parts, from = parts[:0], k+1
	}
	return cells
}

// endedCell is the cell that ends with the bar of line k and began on the lines parts; not ok
// where the line has a bar within.
func (p *page) endedCell(k int, parts []int) (x cell, ok bool) {
	text := strings.TrimRight(p.str(k), "| ")
	if strings.Contains(text, "|") {
		return x, false
	}
	x = emptyCellAt(p.lines[k].span.Start)
	if text != "" {
		x = textCell(p.text(k).Slice(0, len(text)))
	}
	if len(parts) > 0 {
		x = p.cellOf(parts).before(x)
	}
	return x, true
}

// before joins two parts of a cell.
func (x cell) before(y cell) cell {
	switch {
	case y.text.Len() == 0:
		return x
	case x.text.Len() == 0:
		return y
	}
	t := x.text.JoinWith(glue(x.str(), y.str()), y.text)
	return textCell(t)
}

// streamSorts are the sorts of the cells.
func streamSorts(cells []streamCell) []byte {
	return sortsOf(len(cells), func(k int) string { return cells[k].str() })
}

// sortsOf are the sorts of n cells, of which str gives the wording; under 序号 the numbers of rows name them.
func sortsOf(n int, str func(int) string) []byte {
	sorts := make([]byte, n)
	next := 0
	for k := range sorts {
		s := str(k)
		switch sorts[k] = sortOf(s); {
		case k == 0 && strings.HasPrefix(s, "序"):
			next = 1
		case next > 0 && s == strconv.Itoa(next):
			sorts[k] = wordCell
			next++
		}
	}
	return sorts
}

// repeating is the least number of columns that cells of these sorts make a table of, 0 if
// none: up to three rows of a head, and under it at least two rows alike with figures.
func repeating(sorts []byte) int {
	for cols := 2; cols <= maxCols && 3*cols <= len(sorts); cols++ {
		for head := 1; head <= 3; head++ {
			if streamFits(sorts, cols, head) {
				return cols
			}
		}
	}
	return 0
}

// streamFits says whether the sorts are rows of cols cells under head rows of words.
func streamFits(sorts []byte, cols, head int) bool {
	n := len(sorts) / cols * cols
	if bytes.Count(sorts[n:], []byte{emptyCell}) < len(sorts)-n || bytes.IndexByte(sorts[:min(head*cols, n)], figureCell) >= 0 {
		return false
	}
	var kind [maxCols]byte
	full := 0 // rows with a figure
	for r := head * cols; r < n; r += cols {
		row := sorts[r : r+cols]
		if row[0] == emptyCell && cols == 2 || row[0] == figureCell && kind[0] == yearCell || !addSorts(kind[:cols], row) {
			return false
		}
		full += min(bytes.Count(row[1:], []byte{figureCell}), 1)
	}
	return full >= 2 && full*2 >= n/cols-head && kind[0] != figureCell && kind[0] != 0
}

// streamRows cuts the cells into rows; the last takes the lines that are left over.
func streamRows(cells []streamCell, cols int) []barRow {
	rows := make([]barRow, 0, len(cells)/cols)
	for row := range slices.Chunk(cells[:len(cells)/cols*cols], cols) {
		rows = append(rows, barRow{make([]cell, cols), row[0].from, row[cols-1].end})
		for c, x := range row {
			rows[len(rows)-1].cells[c] = x.cell
		}
	}
	if n := len(rows); n > 0 {
		rows[n-1].end = max(rows[n-1].end, cells[len(cells)-1].end)
	}
	return rows
}
