package layout

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// Tables with a row to a line: cells parted by tabs, by |, by commas, or set in
// columns with blanks between.

// A cutter is a way of cutting a line's wording into cells.
type cutter int

const (
	maxRowCells = 256 // of a row on one line
	widestRow   = 600 // columns of one
	wideRow     = 60  // columns of a line that may be a whole table
	wideCells   = 8   // bars in it
)

const (
	byTabs cutter = iota
	byBlanks
	byCommas
	byPipes
)

// cut cuts t into cells; nil if it is no row.
func (c cutter) cut(t policy.Text) []policy.Text {
	switch c {
	case byTabs:
		return cutAt(t, "\t")
	case byBlanks:
		return cutBlanks(t)
	case byCommas:
		return cutCommas(t)
	}
	return cutAt(t, "|")
}

// rowTables finds such tables.
func (p *page) rowTables() {
	for i := 0; i < len(p.lines); i++ {
		has := p.lines[i].has
		if p.lines[i].role != running || p.lines[i].hard && p.lines[i].hashes > 0 || has&markBar != 0 && p.partTitle(i) {
			continue
		}
		end := p.partedTable(i, has)
		if end == i && has&markBar != 0 && p.lines[i].width > wideRow && strings.Count(p.str(i), "|") > wideCells && p.partRows(i) {
			p.tried[byPipes], p.triedStream, i = i, i, i-1
			continue
		}
		if end == i {
			end = p.looseTable(i, has)
		}
		i = max(i, end-1)
	}
}

// partedTable reads the table from line i on, which has these marks, whose cells bars, tabs or gaps part; it gives the
// line behind it, i if there is none.
func (p *page) partedTable(i int, has mark) int {
	switch {
	case has&markBar != 0:
		if end := p.rowTable(i, byPipes, 1); end != i {
			return end
		}
		return p.cellStream(i)
	case has&markTab != 0:
		return p.rowTable(i, byTabs, 2)
	case has&markGap != 0:
		return p.rowTable(i, byBlanks, 3)
	}
	return i
}

// looseTable reads the table from line i on, which has these marks, whose cells single blanks or commas part.
func (p *page) looseTable(i int, has mark) (end int) {
	end = i
	if has&(markBlank|markDigit|markStop) == markBlank|markDigit && p.endsInFigure(i) {
		end = p.wordTable(i)
	}
	if end == i && has&(markComma|markGap) == markComma && p.lines[i].width < 400 && strings.Count(p.str(i), ",") >= 2 {
		end = p.rowTable(i, byCommas, 3)
	}
	if end == i && has&markDigit != 0 && has&(markBlank|markClause) != 0 && p.mayUniform(i) && p.mayUniform(i+1) {
		end = p.uniformTable(i)
	}
	return end
}

// rowTable reads rows from line i on with the given cutter, at least minRows of them; it
// gives the line behind the table, i if there is none.
func (p *page) rowTable(i int, by cutter, minRows int) int {
	if i < p.tried[by] {
		return i
	}
	rows, proof, end := p.cutRows(i, by)
	p.tried[by] = end
	if by == byBlanks {
		p.alignRows(rows)
	}
	if rows = evenRows(rows, by); len(rows) < minRows || len(rows[0].cells) == 0 || !proof.of(rows, by) {
		return i
	}
	p.putBars(rows)
	return end
}

// cutRows cuts the lines from i on into rows, and gives the line behind them.
func (p *page) cutRows(i int, by cutter) (rows []barRow, proof rowProof, end int) {
	cols := 0
	for end = i; end < len(p.lines) && p.mayRow(end, i, by); end++ {
		if by == byPipes && isRuler(p.str(end)) {
			proof.ruled = proof.ruled || end == i+1
			if n := len(rows); n > 0 {
				rows[n-1].end = end + 1
			}
			continue
		}
		if row := p.brokenRow(end, cols, by); row.end > 0 {
			rows, cols, end = append(rows, row), len(row.cells), row.end-1
			continue
		}
		if by == byPipes {
			p.partNote(end, rows, cols)
		}
		parts, n := p.cutRow(end, by, cols)
		if n == 0 || n > maxRowCells || cols > 0 && p.otherTable(end, parts, n, rows, cols, by) {
			break
		}
		cols = max(cols, n)
		rows = append(rows, barRow{plainCells(parts), end, end + 1})
	}
	if by == byPipes {
		proof.unframe(rows)
	}
	return rows, proof, end
}

// otherTable says whether line k, cut into n parts, is no row under those given, of cols cells.
func (p *page) otherTable(k int, parts []policy.Text, n int, rows []barRow, cols int, by cutter) bool {
	bars := by == byPipes
	switch {
	case n > 2*cols, n*2 < cols && !(bars && p.shortBars(k, rows, cols)), n > cols && bars && p.widerBars(k, n, rows, cols):
		return true
	}
	return p.lines[k].gap > 0 && (n != cols || bars && (parts[0].Len() == 0) != (rows[0].cells[0].text.Len() == 0))
}

// mayRow says whether line k may be a row of a table that begins at line i.
func (p *page) mayRow(k, i int, by cutter) bool {
	l := &p.lines[k]
	return l.role == running && l.hashes == 0 && (k == i || l.gap <= 1) && (l.width <= widestRow || by == byPipes) && (by != byCommas || l.has&markGap == 0)
}

// cutRow cuts line k into cells, and says how many; a title over rows of so many cells is as
// good as one of them.
func (p *page) cutRow(k int, by cutter, cols int) ([]policy.Text, int) {
	t := p.rowText(k, by)
	parts := by.cut(t)
	if len(parts) == 0 && cols > 0 && p.titles(k, by, cols) {
		return []policy.Text{t.TrimSpace()}, cols
	}
	return parts, len(parts)
}

// titles says whether line k names the rows under it, of so many cells: 分地区.
func (p *page) titles(k int, by cutter, cols int) bool {
	for stop := k + titleLines; by <= byBlanks && k < min(stop, len(p.lines)-1) && p.nameLine(k) && !latin(p.str(k)) && p.lines[k+1].gap == 0; {
		if k++; len(by.cut(p.rowText(k, by))) == cols {
			return true
		}
	}
	return false
}

// rowText is the wording of line k, with the tabs at its ends if cells are cut by tabs: they
// may be blank.
func (p *page) rowText(k int, by cutter) policy.Text {
	w := p.lines[k].span
	if by != byTabs || p.lines[k].clean > 0 {
		return p.text(k)
	}
	for w.Start > 0 && (p.s[w.Start-1] == '\t' || p.s[w.Start-1] == ' ') {
		w.Start--
	}
	for w.End < len(p.s) && (p.s[w.End] == '\t' || p.s[w.End] == ' ') {
		w.End++
	}
	return policy.Plain(p.s[w.Start:w.End], w.Start)
}

// cutCommas cuts at commas, where no cell is longer than a name.
func cutCommas(t policy.Text) []policy.Text {
	if policy.HoldsAny(t.String(), "，", "。") {
		return nil
	}
	parts := cutAt(t, ",")
	if slices.ContainsFunc(parts, func(x policy.Text) bool { return x.Len() > 90 }) {
		return nil
	}
	return parts
}

// cutAt cuts at every sep.
func cutAt(t policy.Text, sep string) []policy.Text {
	s, at := t.String(), 0
	var parts []policy.Text
	for k := strings.Index(s, sep); k >= 0; k = strings.Index(s[at:], sep) {
		parts = append(parts, t.Slice(at, at+k).TrimSpace())
		at += k + len(sep)
	}
	if at == 0 {
		return nil
	}
	return append(parts, t.Slice(at, len(s)).TrimSpace())
}

// hasGap says whether s has two blanks in a row, or a full-width one.
func hasGap(s string) bool {
	if policy.HoldsAny(s, "  ", "\u3000\u3000") {
		return true
	}
	for before, rest, ok := strings.Cut(s, "\u00a0"); ok; before, rest, ok = strings.Cut(rest, "\u00a0") {
		if blankLen(rest) > 0 || strings.HasSuffix(before, " ") {
			return true
		}
	}
	return false
}

// spacedHead says whether a and what rest begins with are the two characters of one head: 项  目, 合  计.
func spacedHead(a, rest string) bool {
	const n = len("字")
	return len(a) == n && len(rest) > n && blankLen(rest[n:]) > 0 && (isLoneHead(a+rest[:n]) || slices.Contains(sums, a+rest[:n]))
}

var sums = words.Of("sum")

// cutBlanks cuts at two or more blanks.
func cutBlanks(t policy.Text) []policy.Text {
	s := t.String()
	var parts []policy.Text
	from := 0
	for i := 0; i < len(s); {
		n := blankLen(s[i:])
		if n == 0 {
			i++
			continue
		}
		k := skipBlanks(s, i)
		if policy.Columns(s[i:k]) >= 2 && !spacedHead(s[from:i], s[k:]) {
			parts = append(parts, t.Slice(from, i))
			from = k
		}
		i = k
	}
	if from == 0 {
		return nil
	}
	return append(parts, t.Slice(from, len(s)))
}
