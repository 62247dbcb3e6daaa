package layout

import (
	"slices"

	"shuzheng/policy"
)

// Heads of streams, whose cells have blanks behind them for the columns they reach over.

// streamHeadCells are the cells of a head that was hung together, or the words of it as a line over all
// columns, and how many rows they are.
func streamHeadCells(over []headCell, words []cell, cols int) ([]policy.Cell, int) {
	switch {
	case over != nil:
		return placed(over, deepest(over)), deepest(over)
	case len(words) > 0:
		return []policy.Cell{lineOver(words, 0, cols)}, 1
	}
	return nil, 0
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
	return !slices.ContainsFunc(cells, func(c streamCell) bool { return c.text.Len() > 0 })
}

// blankHead hangs the cells of a head one under the other, by the blanks behind those that
// reach over columns; nil if they do not come to cols columns.
func blankHead(cells []cell, cols int) []headCell {
	if len(cells) < cols {
		return nil
	}
	if k := upperHead(cells, cols); k > 0 {
		return hang(cells[:k], leaves(cells[k:]), len(cells)-cols)
	}
	out, _ := hangBlanks(cells[:cols], cells[cols:], maxHeadDepth)
	return out
}

// upperHead is how many of the cells are the upper row of a head of two over cols columns, 0 if that cannot
// be told: the lower row repeats itself.
func upperHead(cells []cell, cols int) int {
	n := len(cells) - cols // cells with others under them
	for k := n + 1; k < len(cells) && n > 1; k++ {
		if repeats(cells[k:], n) && hang(cells[:k], leaves(cells[k:]), n) != nil {
			return k
		}
	}
	return 0
}

// maxHeadDepth is how many rows a head may have: each may be hung in two ways, and all of them are tried.
const maxHeadDepth = 5

// hangBlanks makes a row of a head, and no more than depth-1 rows under it, of the cells that are left.
func hangBlanks(row, left []cell, depth int) ([]headCell, bool) {
	if depth == 0 {
		return nil, false
	}
	out, widths := widened(row)
	over := count(widths, func(n int) bool { return n > 1 }) // cells over several columns
	wide := len(row) - len(widths) + over                    // these columns
	for len(left) > 0 && left[0].text.Len() == 0 {
		left = left[1:]
	}
	if over == 0 {
		if len(left) != len(out) || !allUnits(left) {
			return out, len(left) == 0
		}
		for k := range out {
			out[k].cell = out[k].before(left[k])
		}
		return out, true
	}
	for own := 0; own <= 1; own++ { // a whole may have a column of its own
		n := wide - own*over
		if n > len(left) {
			continue
		}
		under, ok := hangBlanks(left[:n], left[n:], depth-1)
		if ok && share(out, widths, under, own) {
			return out, true
		}
	}
	return nil, false
}

// widened are the cells of a row and how many columns each reaches over: its own and the blanks behind.
func widened(row []cell) (out []headCell, widths []int) {
	for k := 0; k < len(row); {
		n := 1
		for k+n < len(row) && row[k].text.Len() > 0 && row[k+n].text.Len() == 0 {
			n++
		}
		out, widths = append(out, headCell{cell: row[k]}), append(widths, n)
		k += n
	}
	return out, widths
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
		n = max(n, 1+deepest(row[k].under))
	}
	return n
}
