package layout

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
	rows, last := bodyStreamRows(cells, first, cols)
	if len(rows) < 2 {
		return 0
	}
	out, depth := streamHeadCells(over, head, cols)
	for r, row := range rows {
		out = appendRow(out, depth+r, row)
	}
	for _, x := range cells[:from] {
		p.release(barRow{[]cell{x.cell}, x.from, x.end}, !latin(x.str()))
	}
	if rest := cells[last+1:]; len(rest) > 0 && rest[0].text.Len() > 0 && (isAside(rest[0].str()) || isNote(rest[0].str()) || blanks(rest[1:]) && !isCaption(rest[0].str())) {
		p.release(barRow{[]cell{rest[0].cell}, rest[0].from, rest[0].end}, false)
	}
	p.takeCells(cells[from].from, cells[last].end, out, depth+len(rows), cols)
	return cells[last].end
}

// streamBody is where rows begin and how many cells they have; no columns where there are
// fewer than three rows.
func streamBody(cells []streamCell) (first, cols int) {
	sorts := streamSorts(cells)
	best := 2
	for n := 2; n <= maxCols; n++ {
		count, at := 0, -1
		for k := 0; k+n <= len(sorts); k++ {
			if !streamRow(sorts[k:], n) || k+n < len(sorts) && sorts[k+1] == yearCell && sorts[k] != yearCell && streamRow(sorts[k+1:], n) {
				continue // the year behind the head names the row
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

// isAside says whether s, under a table, says who made it: （市统计局）.
func isAside(s string) bool { return opensBracket(s) && readMarker(s).style == noStyle }

// bodyStreamRows are the rows from cell k on, and the last cell of them: a name and the cells
// behind it; blanks behind a whole row are none.
func bodyStreamRows(cells []streamCell, k, cols int) (rows [][]cell, last int) {
	for k < len(cells) {
		if sortOf(cells[k].str()) == emptyCell {
			k++
			continue
		}
		row := []cell{cells[k].cell}
		if s := row[0].str(); !nameSort(sortOf(s)) || isCaption(s) || isNote(s) {
			break
		}
		for k++; k < len(cells) && len(row) < cols && !(nameSort(sortOf(cells[k].str())) && !isYearNumber(cells[k].str())); k++ {
			row = append(row, cells[k].cell)
		}
		if len(row) == 1 && (k == len(cells) || isAside(row[0].str())) {
			break
		}
		rows, last = append(rows, padded(row, cols)), k-1
	}
	return rows, last
}
