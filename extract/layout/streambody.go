package layout

import (
	"slices"

	"shuzheng/policy"
)

// Streams whose head does not fill its rows: its cells that reach down stand once, those that
// reach over columns have blanks behind them, and rows of blanks may lack some. The rows are
// found first: a name, and as many figures or blanks behind it each time.
//
//	地区 | 县级 | | 乡级 | | 合计 | #市 | 合计 | #镇 | 青禾县 | 3 | 1 | 20 | | 东澄区 | …

// bodyStream makes a table of such cells and gives the line behind it, 0 if there is none.
func (p *page) bodyStream(cells []streamCell) int {
	first, cols := streamBody(cells)
	if cols == 0 {
		return 0
	}
	from, head := streamHead(cells[:first], cols)
	over := blankHead(head, cols)
	if k := first - cols; k > from && cells[k].text.Len() > 0 && blanks(cells[k+1:first]) { // a title over the rows
		if _, upper := streamHead(cells[:k], cols); blankHead(upper, cols) != nil {
			first, head, over = k, upper, blankHead(upper, cols)
		}
	}
	rows, last := bodyStreamRows(cells, first, cols)
	if len(rows) < 2 {
		return 0
	}
	var out []policy.Cell
	depth := 1
	if over != nil {
		depth = deepest(over)
		out = placeRow(nil, over, 0, 0, depth)
		policy.Sort(out, func(a, b policy.Cell) int { return (a.Row-b.Row)*maxRowCells + a.Col - b.Col })
	} else if len(head) > 0 {
		x := joined(head)
		out = []policy.Cell{{RowSpan: 1, ColSpan: cols, Span: x.span, Text: x.text}}
	} else {
		depth = 0
	}
	for r, row := range rows {
		out = appendRow(out, depth+r, row)
	}
	for _, x := range cells[:from] {
		p.release(barRow{[]cell{x.cell}, x.from, x.end}, !latin(x.str()))
	}
	span := policy.Span{Start: p.lines[cells[from].from].span.Start, End: p.lines[p.lastIn(cells[from].from, cells[last].end)].span.End}
	p.markTable(cells[from].from, cells[last].end, p.addCells(out, depth+len(rows), cols, span))
	return cells[last].end
}

// streamBody is where rows begin and how many cells they have; no columns where there are
// fewer than three rows.
func streamBody(cells []streamCell) (first, cols int) {
	sorts := make([]byte, len(cells))
	for k := range cells {
		sorts[k] = sortOf(cells[k].str())
	}
	best := 2
	for n := 2; n <= maxCols; n++ {
		count, at := 0, -1
		for k := 0; k+n <= len(sorts); k++ {
			if !streamRow(sorts[k:], n) {
				continue
			}
			if count++; at < 0 {
				at = k
			}
			k += n - 1
		}
		if count > best {
			best, first, cols = count, at, n
		}
	}
	return first, cols
}

// streamRow says whether a row of n cells begins the sorts: a name, then figures and blanks,
// then another name or a blank.
func streamRow(sorts []byte, n int) bool {
	if !nameSort(sorts[0]) || n < len(sorts) && !nameSort(sorts[n]) && sorts[n] != emptyCell {
		return false
	}
	figures := 0
	for _, k := range sorts[1:n] {
		if k == figureCell {
			figures++
		} else if k != emptyCell && k != yearCell {
			return false
		}
	}
	return figures > 0
}

// nameSort says whether a cell of sort k may name a row.
func nameSort(k byte) bool { return k == wordCell || k == yearCell || k == mixedCell }

// bodyStreamRows are the rows from cell k on, and the last cell of them: a name and the cells
// behind it; blanks behind a whole row are none.
func bodyStreamRows(cells []streamCell, k, cols int) (rows [][]cell, last int) {
	for k < len(cells) {
		if sortOf(cells[k].str()) == emptyCell {
			k++
			continue
		}
		row := []cell{cells[k].cell}
		if s := row[0].str(); !nameSort(sortOf(s)) || isCaption(s) {
			break
		}
		for k++; k < len(cells) && len(row) < cols && !(nameSort(sortOf(cells[k].str())) && !isYearNumber(cells[k].str())); k++ {
			row = append(row, cells[k].cell)
		}
		rows, last = append(rows, padded(row, cols)), k-1
	}
	return rows, last
}

// streamHead are the cells of the head, and where it begins: behind the title, the unit and
// their blanks.
func streamHead(cells []streamCell, cols int) (from int, head []cell) {
	for k, filled := 0, 0; k < len(cells); k++ {
		s := cells[len(cells)-1-k].str()
		if at := len(cells) - 1 - k; isLoneHead(s) {
			from = at
		} else if from == 0 && filled >= cols-1 && (unitOf(s) != "" || s != "" && blanks(cells[at+1:at+cols])) {
			from = at + 1
		}
		if s != "" {
			filled++
		}
	}
	for from < len(cells) && (cells[from].text.Len() == 0 || latin(cells[from].str())) {
		from++
	}
	for k := from; k < len(cells); k++ {
		if s := cells[k].str(); !latin(s) && !(s == "" && len(head) == 0) {
			head = append(head, cells[k].cell)
		}
	}
	return from, head[:filledCells(head)]
}

// blanks says whether no cell has text.
func blanks(cells []streamCell) bool {
	for k := range cells {
		if cells[k].text.Len() > 0 {
			return false
		}
	}
	return true
}

// blankHead hangs the cells of a head one under the other, by the blanks behind those that
// reach over columns; nil if they do not come to cols columns. A lone last cell goes on the
// one before it.
func blankHead(cells []cell, cols int) []headCell {
	if len(cells) == cols-1 && filledCells(cells) == cols-1 && !isLoneHead(cells[0].str()) {
		cells = append([]cell{emptyCellAt(cells[0].span.Start)}, cells...) // the corner
	}
	if len(cells) < cols {
		return nil
	}
	if out, ok := hangBlanks(cells[:cols], cells[cols:]); ok {
		return out
	}
	n := len(cells) - 1
	k := filledCells(cells[:n])
	if k == n || k <= cols {
		return nil
	}
	last := cells[n]
	cells = slices.Clone(cells[:k])
	cells[k-1] = cells[k-1].before(last)
	out, _ := hangBlanks(cells[:cols], cells[cols:])
	return out
}

// hangBlanks makes a row of a head, and the rows under it, of the cells that are left.
func hangBlanks(row, left []cell) ([]headCell, bool) {
	var out []headCell
	var widths []int
	over, wide := 0, 0 // cells over several columns, and these columns
	for k := 0; k < len(row); {
		n := 1
		for k+n < len(row) && row[k].text.Len() > 0 && row[k+n].text.Len() == 0 {
			n++
		}
		if n > 1 {
			over, wide = over+1, wide+n
		}
		out, widths = append(out, headCell{cell: row[k]}), append(widths, n)
		k += n
	}
	for len(left) > 0 && left[0].text.Len() == 0 {
		left = left[1:]
	}
	if over == 0 && len(left) == len(out) && allUnits(left) {
		for k := range out {
			out[k].cell = out[k].before(left[k])
		}
		left = nil
	}
	if over == 0 {
		return out, len(left) == 0
	}
	for own := 0; own <= 1; own++ { // a whole may have a column of its own
		n := wide - own*over
		if n > len(left) {
			continue
		}
		under, ok := hangBlanks(left[:n], left[n:])
		if ok && share(out, widths, under, own) {
			return out, true
		}
	}
	return nil, false
}

// share deals the cells out to those of the row above that reach over several columns.
func share(row []headCell, widths []int, under []headCell, own int) bool {
	for k := range row {
		if widths[k] == 1 {
			continue
		}
		row[k].under = nil
		if own == 1 {
			row[k].under = []headCell{{cell: emptyCellAt(row[k].span.End)}}
		}
		for need := widths[k] - own; need > 0; {
			if len(under) == 0 {
				return false
			}
			need -= under[0].width()
			if row[k].under, under = append(row[k].under, under[0]), under[1:]; need < 0 {
				return false
			}
		}
	}
	return len(under) == 0
}

// deepest is the number of rows of a head.
func deepest(row []headCell) int {
	n := 0
	for k := range row {
		n = max(n, deepest(row[k].under))
	}
	if len(row) == 0 {
		return 0
	}
	return n + 1
}
