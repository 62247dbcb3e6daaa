package layout

import (
	"bytes"
	"strings"
)

// Tables saved with one cell to a line and nothing to tell rows apart:
//
//	产品名称
//	产量
//	饮料酒
//	15767
//	…
//
// The columns are found by what repeats: a row of words, then rows in which the
// same places hold figures.

// The sorts of cells.
const (
	wordCell   byte = 't'
	figureCell byte = 'n'
	yearCell   byte = 'y' // a bare year: a figure, or the head of a column
	mixedCell  byte = 'm' // words with figures: 预计94亿元
	emptyCell  byte = 'x' // — … /
)

const (
	cellWidth = 44 // columns of a line that may be a cell
	maxCols   = 14
)

// cellTables finds such tables in every stretch of short lines.
func (p *page) cellTables() {
	for i := 0; i < len(p.lines); i++ {
		var sorts []byte
		for end := i; end < len(p.lines) && p.cellLine(end) && (end == i || p.lines[end].gap <= 3); end++ {
			sorts = append(sorts, sortOf(p.str(end)))
		}
		if len(sorts) >= 6 && bytes.Count(sorts, []byte{figureCell}) >= 2 {
			p.cutCells(i, sorts)
		}
		i += max(len(sorts)-1, 0)
	}
}

// cellLine says whether line i may be a cell.
func (p *page) cellLine(i int) bool {
	l := &p.lines[i]
	if l.role != running || l.tab || l.hashes > 0 || l.link || l.width == 0 || l.width > cellWidth || l.end == closedEnd {
		return false
	}
	s := p.str(i)
	if l.has&markStop != 0 || isNote(s) || isCaption(s) || unitOf(s) != "" {
		return false
	}
	st := readMarker(s).style
	return st == noStyle || st > hanParen
}

// sortOf is the sort of cell that s is.
func sortOf(s string) byte {
	switch {
	case isYearNumber(s):
		return yearCell
	case isFigure(s):
		return figureCell
	case s == "" || s == "无" || !isHan(firstRune(s)) && strings.Trim(s, "-—－–―─/…·.*") == "":
		return emptyCell
	case strings.ContainsFunc(s, isDigit):
		return mixedCell
	}
	return wordCell
}

// cutCells makes tables of the lines from i on, whose sorts are given.
func (p *page) cutCells(i int, sorts []byte) {
	budget := 256 * len(sorts) // a text of a million short lines must not take for ever
	for at := 0; len(sorts)-at >= 6 && budget > 0; {
		best, bestCols, bestFrom := 0, 0, 0
		for from := at; from < min(at+4, len(sorts)-5); from++ {
			for cols := 2; cols <= maxCols; cols++ {
				if n := periodic(sorts[from:], cols, &budget); n > best {
					best, bestCols, bestFrom = n, cols, from
				}
			}
		}
		if best == 0 {
			at++
			continue
		}
		p.cellGrid(i+bestFrom, sorts[bestFrom:bestFrom+best], bestCols)
		at = bestFrom + best
	}
}

// periodic is how many sorts make a table of cols columns from the first on: a
// head of words and at least two rows alike with figures; 0 if they make none. What
// it looks at is taken off the budget.
func periodic(sorts []byte, cols int, budget *int) int {
	if len(sorts) < 3*cols || sorts[0] == mixedCell && sorts[1] != mixedCell || !isHeadOfWords(sorts[:cols]) {
		return 0
	}
	var kinds [maxCols]byte
	rows, at := 1, cols
	for n := cols; n > 0; rows++ {
		*budget -= cols
		n = rowSize(kinds[:cols], sorts[at:])
		at += n
	}
	figures := bytes.Count(kinds[1:cols], []byte{figureCell})
	if rows < 4 || figures == 0 || kinds[0] == figureCell && figures == cols-1 {
		return 0
	}
	return at
}

// rowSize is how many of the sorts are a row under columns of such kinds, as far as they are known: one of each,
// or all but the first, where what names several rows stood above, or in the last row as many as are left; 0 if
// they are none.
func rowSize(kinds, sorts []byte) int {
	n := len(kinds)
	switch {
	case len(sorts) >= n && takeSorts(kinds, sorts[:n]):
		return n
	case n > 3 && len(sorts) >= n-1 && kinds[0] == wordCell && kinds[1] != 0 && takeSorts(kinds[1:], sorts[:n-1]):
		return n - 1
	case n > 3 && len(sorts) == n-1 && kinds[0] == wordCell && kinds[n-2] == figureCell && takeSorts(kinds[:n-1], sorts):
		return n - 1 // 合计, without a remark
	}
	return 0
}

// isHeadOfWords says whether cells of such sorts may be a head: words, of which some hold
// no figure, or else they are items of a list: 新增床位100张.
func isHeadOfWords(sorts []byte) bool {
	words := false
	for _, k := range sorts {
		if k == figureCell || k == emptyCell {
			return false
		}
		words = words || k != mixedCell
	}
	return words
}

// takeSorts says whether a row of such sorts fits the kinds of its columns, as far as they
// are known, and if so tells what it adds to them.
func takeSorts(kinds, row []byte) bool {
	fits := row[0] != emptyCell && (kinds[0] != yearCell || row[0] != figureCell)
	return fits && addSorts(kinds, row)
}

// addSorts says whether the sorts are like those of their columns, and if so tells what they add to them.
func addSorts(kinds, row []byte) bool {
	for c, k := range row {
		if !alike(kinds[c], k) {
			return false
		}
	}
	for c, k := range row {
		if kinds[c] == 0 && k != emptyCell && k != mixedCell {
			kinds[c] = k
		}
	}
	return true
}

// alike says whether a cell of sort k may stand in a column of the kind given.
func alike(kind, k byte) bool {
	switch {
	case kind == 0 || k == emptyCell || k == mixedCell:
		return true
	case kind == yearCell || k == yearCell:
		return kind != wordCell && k != wordCell
	}
	return kind == k
}

// cellGrid makes a table of the lines from i on that have these sorts.
func (p *page) cellGrid(i int, sorts []byte, cols int) {
	var kinds [maxCols]byte
	var rows []tabGroup
	for at, n := 0, cols; n > 0; {
		row := p.rowOver(i+at, i+at+n, n).cells
		if at += n; at == len(sorts) && n < cols && !takeSorts(kinds[1:cols], sorts[at-n:]) {
			row = padded(row, cols)
		}
		rows = append(rows, tabGroup{row, i + at - n})
		n = rowSize(kinds[:cols], sorts[at:])
	}
	end := i + len(sorts)
	if row, n := p.totalBelow(end, columnKinds(rows, cols)); n > 0 {
		rows, end = append(rows, tabGroup{row, end}), end+n
	}
	p.takeGroups(rows, cols, end)
}

// totalBelow is the row of totals on the n lines from i on, which has lost its blanks, under columns of such kinds.
func (p *page) totalBelow(i int, kinds []byte) (row []cell, n int) {
	for n = 1; i+n < len(p.lines) && n < len(kinds) && p.figureLine(i+n); n++ {
	}
	if n == 1 || i+n > len(p.lines) {
		return nil, 0
	}
	row = settledTotal(p.rowOver(i, i+n, n).cells, kinds)
	if len(row) == n {
		return nil, 0
	}
	return padded(row, len(kinds)), n
}
