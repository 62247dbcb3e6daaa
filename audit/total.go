package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// totals checks the totals of tables: rows and columns 合计, rows of numbered items that
// make up the item above them, the kinds of a thing in one column.
func totals(c *checker) {
	for i := range c.doc.Tables {
		t := &c.doc.Tables[i]
		facts := c.tableFacts(t.ID)
		if len(facts) < 3 {
			continue
		}
		g := c.newSheet(t, facts)
		c.totalRows(g)
		c.codedRows(g)
		c.totalColumns(g)
		for _, col := range g.columns {
			if len(col) >= 3 && len(col) <= maxColumn {
				c.kindSums(col)
			}
		}
	}
}

// maxColumn is how long a column may be in which kinds are looked for.
const maxColumn = 500

// A sheet is a table as rows and columns of facts.
type sheet struct {
	table   *policy.Table
	rows    []sheetRow
	columns [][]*fact // by column of the table
}

// A sheetRow is the facts of one row, and the words before the first of them.
type sheetRow struct {
	label string
	facts []*fact
}

// newSheet arranges the facts of a table, those of cells with several figures left out.
func (c *checker) newSheet(t *policy.Table, facts []fact) *sheet {
	g := &sheet{table: t}
	all := make([]*fact, 0, len(facts))
	from, cell := 0, 0 // of the last row
	for i := range facts {
		f := &facts[i]
		if f.passage >= 0 || f.Table.Col == 0 && c.inWords(f) {
			continue
		}
		if n := len(all); n == 0 || all[n-1].Table.Row != f.Table.Row {
			var label string
			label, cell = rowLabel(t, cell, f.Table)
			g.rows = append(g.rows, sheetRow{label: label})
			from = n
		}
		all = append(all, f)
		g.rows[len(g.rows)-1].facts = all[from:]
	}
	g.columns = columnsOf(all, t.Cols)
	return g
}

// columnsOf puts facts into the columns of a table.
func columnsOf(all []*fact, cols int) [][]*fact {
	sizes := make([]int, cols)
	for _, f := range all {
		if col := f.Table.Col; col < cols {
			sizes[col]++
		}
	}
	columns, room := make([][]*fact, cols), make([]*fact, len(all))
	for col, size := range sizes {
		columns[col], room = room[:0:size], room[size:]
	}
	for _, f := range all {
		if col := f.Table.Col; col < cols {
			columns[col] = append(columns[col], f)
		}
	}
	return columns
}

// inWords says whether the cell of a fact says much more than the number: 20101人大事务
// names a row.
func (c *checker) inWords(f *fact) bool {
	cell := c.cell(f.Table)
	return cell != nil && cell.Text.Len() > f.Evidence.Span.Len()+len("万元")
}

// rowLabel is the words of a row before one of its cells; from is where to look on.
func rowLabel(t *policy.Table, from int, at *policy.CellRef) (string, int) {
	for from < len(t.Cells) && t.Cells[from].Row < at.Row {
		from++
	}
	i := from
	for i < len(t.Cells) && t.Cells[i].Row == at.Row && t.Cells[i].Col < at.Col {
		i++
	}
	if i == from+1 { // as in most tables
		return unspaced(t.Cells[from].Text.String()), i
	}
	var b strings.Builder
	for j := from; j < i; j++ {
		b.WriteString(unspaced(t.Cells[j].Text.String()))
	}
	return b.String(), i
}

// at is the fact of a row in a column, nil where it has none.
func (r *sheetRow) at(col int) *fact {
	for _, f := range r.facts {
		if f.Table.Col == col {
			return f
		}
	}
	return nil
}

// totalWords end the label of a row or column that is the sum of others.
var totalWords = []string{"合计", "总计", "共计"}

// isTotal says whether a label is that of a total.
func isTotal(label string) bool {
	label = strings.TrimRight(label, "：:（）()元万亿")
	for _, w := range totalWords {
		if strings.HasSuffix(label, w) {
			return true
		}
	}
	return label == "总数" || label == "总额"
}

// A tally is the totals of one make in a table: how many of them add up says whether it
// is one at all.
type tally struct {
	sums        []tabled
	holds, fail int
}

// A tabled is a total with its parts.
type tabled struct {
	whole *fact
	parts []*fact
	holds bool
}

// add takes in a total, if its parts may be added up.
func (t *tally) add(whole *fact, parts []*fact) {
	if len(parts) < 2 || !whole.additive() || whole.loose() || whole.value.Sign() == 0 {
		return
	}
	for _, f := range parts {
		if !f.additive() || f.loose() || f.Unit != whole.Unit || f.Period != whole.Period {
			return
		}
	}
	s := tabled{whole, parts, bandOf(parts).meets(whole.band())}
	if t.sums = append(t.sums, s); s.holds {
		t.holds++
	} else {
		t.fail++
	}
}

// report adds the checks of a tally. One that does not add up is told only where at
// least so many others do for each that does not.
func (c *checker) report(t *tally, others int) {
	sure := t.holds >= 2 && t.holds >= others*t.fail
	for _, s := range t.sums {
		switch {
		case s.holds:
			c.addUp(s.whole, s.parts, policy.Consistent, "consistent")
		case sure:
			c.addUp(s.whole, s.parts, policy.Inconsistent, "inconsistent")
		}
	}
}

// totalRows checks rows 合计 against the rows below them, or above a last one.
func (c *checker) totalRows(g *sheet) {
	var t tally
	for i := range g.rows {
		if !isTotal(g.rows[i].label) {
			continue
		}
		below := partRows(g.rows[i+1:])
		if len(below) >= 2 {
			t.columns(&g.rows[i], below)
			continue
		}
		t.columns(&g.rows[i], partRows(g.rows[lastTotal(g.rows, i)+1:i]))
	}
	if len(t.sums) == 1 && !t.sums[0].holds {
		c.alone(&t.sums[0])
		return
	}
	c.report(&t, 2)
}

// alone reports the only total of a table where it differs by little: else it is rather
// a total of something else.
func (c *checker) alone(s *tabled) {
	sum := normalize.Int(0)
	for _, f := range s.parts {
		sum = sum.Add(f.value)
	}
	miss := sum.Sub(s.whole.value).Mul(normalize.Int(10))
	if miss.Sign() < 0 {
		miss = miss.Neg()
	}
	if len(s.parts) >= 3 && miss.Cmp(s.whole.value) < 0 {
		c.addUp(s.whole, s.parts, policy.Inconsistent, "inconsistent")
	}
}

// lastTotal is the last total before row i, -1 where there is none.
func lastTotal(rows []sheetRow, i int) int {
	for i--; i >= 0; i-- {
		if isTotal(rows[i].label) {
			return i
		}
	}
	return -1
}

// partRows is the rows up to the next total that are parts of one: those of the
// outermost numbering where they are numbered, without 其中.
func partRows(rows []sheetRow) []*sheetRow {
	n := 0
	shortest := 0
	for n < len(rows) && !isTotal(rows[n].label) {
		if d := len(code(rows[n].label)); d > 0 && (shortest == 0 || d < shortest) {
			shortest = d
		}
		n++
	}
	outer := outermost(rows[:n])
	var parts []*sheetRow
	for i := range rows[:n] {
		label := rows[i].label
		switch {
		case isAmong(label), strings.HasSuffix(label, "小计"):
		case shortest > 0 && len(code(label)) != shortest:
		case shortest == 0 && outer != 0 && numbering(label) != outer:
		default:
			parts = append(parts, &rows[i])
		}
	}
	return parts
}

// isAmong says whether a label is that of a part of the row before.
func isAmong(label string) bool {
	return strings.HasPrefix(label, "其中") || strings.HasPrefix(label, "#") || strings.HasPrefix(label, "＃")
}

// code is the digits that a label begins with: 20106 of 20106财政事务.
func code(label string) string {
	i := 0
	for i < len(label) && label[i] >= '0' && label[i] <= '9' {
		i++
	}
	if i < 3 {
		return "" // a number of a row
	}
	return label[:i]
}

// numbering is the way a label is numbered: 1 for 一、, 2 for （一）, 0 for none.
func numbering(label string) int {
	const numerals = "一二三四五六七八九十"
	rest := strings.TrimLeft(label, numerals)
	switch {
	case rest != label && strings.HasPrefix(rest, "、"):
		return 1
	case strings.HasPrefix(label, "（") && strings.HasPrefix(strings.TrimLeft(label[len("（"):], numerals), "）"):
		return 2
	}
	return 0
}

// outermost is the outermost numbering of rows, 0 where the first has none.
func outermost(rows []sheetRow) int {
	if len(rows) == 0 {
		return 0
	}
	return numbering(rows[0].label)
}

// columns adds the totals of a row over others, column by column. A column with an empty
// cell among the parts is one of other things, unless it adds up.
func (t *tally) columns(total *sheetRow, rows []*sheetRow) {
	for _, whole := range total.facts {
		var parts []*fact
		for _, r := range rows {
			if f := r.at(whole.Table.Col); f != nil {
				parts = append(parts, f)
			}
		}
		before := t.fail
		t.add(whole, parts)
		if t.fail > before && len(parts) < len(rows) {
			t.fail, t.sums = before, t.sums[:len(t.sums)-1]
		}
	}
}

// codedRows checks the rows of a budget: 201 is the sum of 20101, 20106 and so on.
func (c *checker) codedRows(g *sheet) {
	var t tally
	for i := range g.rows {
		own := code(g.rows[i].label)
		if own == "" {
			continue
		}
		var parts []*sheetRow
		length := 0
		for j := i + 1; j < len(g.rows); j++ {
			k := code(g.rows[j].label)
			if len(k) <= len(own) || !strings.HasPrefix(k, own) {
				break
			}
			if length == 0 {
				length = len(k)
			}
			if len(k) == length {
				parts = append(parts, &g.rows[j])
			}
		}
		t.columns(&g.rows[i], parts)
	}
	c.report(&t, 3)
}

// totalColumns checks columns 合计 against those that follow, or go before a last one.
func (c *checker) totalColumns(g *sheet) {
	heads := headings(g.table)
	for col, h := range heads {
		if !isTotal(h) {
			continue
		}
		var after, before tally
		for i := range g.rows {
			r := &g.rows[i]
			if whole := r.at(col); whole != nil {
				after.add(whole, beside(r, heads, col, 1))
				before.add(whole, beside(r, heads, col, -1))
			}
		}
		if before.holds > after.holds {
			after = before
		}
		c.report(&after, 4)
	}
}

// headings is the last header cell of each column, without spaces.
func headings(t *policy.Table) []string {
	heads := make([]string, t.Cols)
	for i := range t.Cells {
		cell := &t.Cells[i]
		if cell.Row >= t.HeaderRows {
			break
		}
		for col := cell.Col; col < min(cell.Col+max(cell.ColSpan, 1), t.Cols); col++ {
			if s := unspaced(cell.Text.String()); s != "" {
				heads[col] = s
			}
		}
	}
	return heads
}

// beside is the facts of a row on one side of a column, as far as the next total.
func beside(r *sheetRow, heads []string, col, step int) []*fact {
	var parts []*fact
	for at := col + step; at >= 0 && at < len(heads) && !isTotal(heads[at]); at += step {
		if f := r.at(at); f != nil {
			parts = append(parts, f)
		}
	}
	return parts
}
