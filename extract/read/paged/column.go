package paged

import "slices"

// A stretch is lines that share their margins: the lines of one column, or those
// that go over the whole page.
type stretch struct {
	lines  []line
	column bool
}

// readingOrder puts the lines of a page in the order they are read in.
func readingOrder(lines []line) []stretch {
	parts := make([][]line, len(lines))
	split := false
	for i := range lines {
		parts[i] = lines[i].segments()
		split = split || len(parts[i]) > 1
	}
	if !split {
		return []stretch{{lines: lines}}
	}
	return columnsOf(lines, parts, false, 4)
}

// columnsOf looks for columns among the lines; column says that the lines are one of
// them already, depth bounds how many there may be.
func columnsOf(lines []line, parts [][]line, column bool, depth int) []stretch {
	var out []stretch
	from, budget := 0, 50*len(lines)
	for i := 0; i < len(lines); {
		g, end := gutterAt(parts, i, &budget)
		if end == 0 || depth == 0 {
			i++
			continue
		}
		if from < i {
			out = append(out, stretch{lines[from:i], column})
		}
		left, right := sides(parts[i:end], g)
		out = append(out, stretch{left, true})
		out = append(out, deeper(right, depth-1)...)
		i, from = end, end
	}
	if from < len(lines) {
		out = append(out, stretch{lines[from:], column})
	}
	return out
}

// deeper looks for columns within the right one.
func deeper(lines []line, depth int) []stretch {
	parts := make([][]line, len(lines))
	for i := range lines {
		parts[i] = lines[i].segments()
	}
	return columnsOf(lines, parts, true, depth)
}

// A gutter is the empty stretch between two columns.
type gutter struct{ left, right float64 }

// gutterAt finds the gutter of the columns that begin with line i, and the line
// behind them; 0 where none begin there.
func gutterAt(parts [][]line, i int, budget *int) (gutter, int) {
	for k := 1; k < len(parts[i]); k++ {
		g := gutter{parts[i][k-1].box.Right, parts[i][k].box.Left}
		least := 1.2 * parts[i][k].size
		end := i
		for ; end < len(parts) && *budget > 0; end++ {
			*budget--
			next, free := g.narrowed(parts[end])
			if !free || next.right-next.left < least {
				break
			}
			g = next
		}
		if left, right := sides(parts[i:end], g); prose(left) && prose(right) {
			return g, end
		}
	}
	return gutter{}, 0
}

// narrowed is what a line leaves of the gutter; free is false where it crosses it.
func (g gutter) narrowed(parts []line) (gutter, bool) {
	for _, p := range parts {
		switch mid := (g.left + g.right) / 2; {
		case p.box.Right <= mid:
			g.left = max(g.left, p.box.Right)
		case p.box.Left >= mid:
			g.right = min(g.right, p.box.Left)
		default:
			return g, false
		}
	}
	return g, true
}

// sides are the lines left and right of a gutter, each one line again.
func sides(parts [][]line, g gutter) (left, right []line) {
	for _, row := range parts {
		n := 0
		for n < len(row) && row[n].box.Left < g.right {
			n++
		}
		left, right = appendWhole(left, row[:n]), appendWhole(right, row[n:])
	}
	return left, right
}

func appendWhole(lines []line, parts []line) []line {
	if len(parts) == 0 {
		return lines
	}
	l := line{page: parts[0].page}
	for _, p := range parts {
		l.glyphs = append(l.glyphs, p.glyphs...)
	}
	l.measure()
	return append(lines, l)
}

// prose says whether the lines are a column of running text: most fill it.
func prose(lines []line) bool {
	if len(lines) < 4 {
		return false
	}
	widths := make([]float64, len(lines))
	for i := range lines {
		widths[i] = lines[i].box.Right - lines[i].box.Left
	}
	slices.Sort(widths)
	widest := widths[len(widths)-1]
	return widest >= 10*lines[0].size && widths[len(widths)/2] >= 0.75*widest
}
