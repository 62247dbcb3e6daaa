package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// Tables whose columns one blank parts, a row to a line:
//
//	指标 单位 数量 上期
//	一、综合
//	社会救助支出 万元 406.1 398.7
//	城市低保人数 756 759
//
// A blank may stand in a name too, so a row is known by the figures it ends with, and the
// table by rows that end with as many. A row may lack its unit and its last figures; names
// alone on their lines are titles between the rows.

// A wordRow is a line cut at its blanks: words, and the figures behind them.
type wordRow struct {
	parts   []policy.Text
	figures int
}

const (
	titleLines = 3 // names between two rows
	overLines  = 6 // lines above the first row that may be its head
)

// wordTable reads such a table whose first row of figures is line i; it gives the line
// behind it, i if there is none.
func (p *page) wordTable(i int) int {
	if i < p.triedWords {
		return i
	}
	var rows []wordRow
	count := map[[2]int]int{} // rows by words and figures
	end, last, whole := i, i, 0
	for ; end < len(p.lines) && end-last <= titleLines+1 && p.mayWord(end, i); end++ {
		row := p.wordRow(end)
		if first := sortOf(row.parts[0].String()); row.figures > 0 && len(row.parts) > 1 && first != figureCell && first != emptyCell {
			count[[2]int{min(len(row.parts)-row.figures, 2), row.figures}]++
			last, whole = end, whole+1
		} else if end == i {
			return i
		}
		rows = append(rows, row)
	}
	p.triedWords = max(last, i) + 1
	if len(count) == 0 {
		return i
	}
	names, figures := mostRows(count)
	for last >= i && rows[last-i].figures != figures {
		last-- // a table ends with a whole row
	}
	rows = rows[:last+1-i]
	if names == 0 || len(rows) == 0 || 2*count[[2]int{names, figures}] < whole || count[[2]int{names, figures}] < 3 {
		return i
	}
	return p.takeWords(i, rows, names, figures)
}

// endsInFigure says whether the last sign of line i may be that of a figure.
func (p *page) endsInFigure(i int) bool {
	s := p.s[:p.lines[i].span.End]
	c := s[len(s)-1]
	if c < utf8.RuneSelf {
		return c >= '0' && c <= '9' || c == '%' || c == '-'
	}
	r, _ := policy.LastRune(s)
	return r == '—' || r == '％' || isDigit(r)
}

// mayWord says whether line k may be of a table that begins at line i.
func (p *page) mayWord(k, i int) bool {
	l := &p.lines[k]
	return l.role == running && (l.hashes == 0 || k > i && p.endsInFigure(k)) && !l.tab && l.width <= 160 && l.width > 0 && l.end != closedEnd &&
		l.has&(markStop|markBar|markTab) == 0 && (k == i || l.gap <= 1) && !isNote(p.str(k)) && !isCaption(p.str(k))
}

// wordRow cuts line k at its blanks.
func (p *page) wordRow(k int) wordRow {
	t := p.text(k)
	s := t.String()
	var row wordRow
	for at := 0; at < len(s) && len(row.parts) < 2*maxCols; {
		end := at
		for end < len(s) && blankLen(s[end:]) == 0 {
			end++
		}
		part := t.Slice(at, end)
		if k := len(row.parts) - 1; k >= 0 && isHan(firstRune(row.parts[k].String())) && latin(part.String()) {
			row.parts[k] = row.parts[k].JoinWith(" ", part) // 其中 of which: a name and its translation
		} else if k >= 0 && oneHan(part.String()) && oneHan(row.parts[k].String()) {
			row.parts[k] = row.parts[k].JoinWith("", part) // 二、衣 着
		} else {
			row.parts = append(row.parts, part)
		}
		at = skipBlanks(s, end)
	}
	for n := len(row.parts); n > 1 && row.figures < n-1; row.figures++ {
		x := row.parts[n-1-row.figures].String()
		if k := sortOf(x); k != figureCell && k != yearCell && k != emptyCell || x[len(x)-1] == ',' {
			break
		}
	}
	return row
}

// oneHan says whether s is one Chinese character, perhaps behind the number of an item.
func oneHan(s string) bool {
	s = s[readMarker(s).len:]
	return len(s) == len("字") && isHan(firstRune(s))
}

// mostRows is the commonest number of words, one or two, and figures, two or more.
func mostRows(count map[[2]int]int) (names, figures int) {
	best := 0
	for f := 2; f <= maxCols; f++ {
		for n := 1; n <= 2; n++ {
			if c := count[[2]int{n, f}]; c > best {
				best, names, figures = c, n, f
			}
		}
	}
	return names, figures
}

// takeWords makes a table of the rows from line i on and the head above them; it gives
// the line behind the table.
func (p *page) takeWords(i int, rows []wordRow, names, figures int) int {
	out, end := p.wordHead(i, names+figures), i
	for ; end < i+len(rows) && rows[end-i].figures <= figures; end++ {
		out = append(out, barRow{p.wordCells(rows[end-i], names, names+figures), end, end + 1})
	}
	p.putBars(out)
	return end
}

// wordHead gives the rows of the head above line i, and the titles between.
func (p *page) wordHead(i, cols int) []barRow {
	var over []barRow
	head := 0 // rows of over that belong to the table
	for k := i - 1; k >= 0 && k >= i-overLines && p.mayWord(k, k) && p.lines[k+1].gap <= 1; k-- {
		row := p.wordRow(k)
		n := len(row.parts)
		if row.figures == 0 && latin(p.str(k)) {
			continue // the head once more, in English
		}
		for n > 2 && latin(row.parts[0].String()) && (n+1 < cols || latin(row.parts[1].String())) {
			row.parts, n = row.parts[1:], n-1
		}
		full := head > 0 && filledCells(over[head-1].cells) == cols
		if full || n > cols || !row.mayHead() || hasLabel(p.str(k)) && n < cols-1 {
			break
		}
		over = append(over, barRow{padded(plainCells(row.parts), cols), k, k + 1})
		if n > 1 {
			head = len(over)
		}
	}
	over = over[:head]
	slices.Reverse(over)
	return over
}

// mayHead says whether the row may be of a head: its figures are years, or it counts the columns.
func (r *wordRow) mayHead() bool {
	n := len(r.parts)
	return (n != 2 || !isFigure(r.parts[0].String())) && (r.figures == 0 || isNumbering(plainCells(r.parts)) || all(r.parts[n-r.figures:], isYearNumber))
}

// latin says whether s is a Latin word, or what stands between such.
func latin(s string) bool {
	return len(s) == runeCount(s) && (strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz&") || len(s) > 8 && strings.ContainsAny(s, "AEIOU"))
}

// all says whether all parts are such.
func all(parts []policy.Text, such func(string) bool) bool {
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(t policy.Text) bool { return !such(t.String()) })
}

// plainCells are cells of the parts.
func plainCells(parts []policy.Text) []cell {
	cells := make([]cell, len(parts))
	for c, t := range parts {
		cells[c] = textCell(t)
	}
	return cells
}

// padded fills a row up with empty cells.
func padded(row []cell, cols int) []cell {
	for len(row) < cols {
		row = append(row, emptyCellAt(row[len(row)-1].span.End))
	}
	return row
}

// wordCells puts the parts of a row into its columns: a name may hold blanks, and a unit
// may be missing.
func (p *page) wordCells(row wordRow, names, cols int) []cell {
	parts := plainCells(row.parts)
	n := len(parts) - row.figures
	switch {
	case n == cols && row.figures == 0:
		return parts
	case row.figures == 0: // a title, or words in all columns
		return padded([]cell{joined(parts)}, cols)
	case names == 2 && n > 1:
		return padded(append([]cell{joined(parts[:n-1])}, parts[n-1:]...), cols)
	}
	out := padded([]cell{joined(parts[:n])}, names)
	return padded(append(out, parts[n:]...), cols)
}

// joined is the parts as one cell.
func joined(parts []cell) cell {
	t := parts[0].text
	for _, x := range parts[1:] {
		t = t.JoinWith(" ", x.text)
	}
	return textCell(t)
}
