package audit

import (
	"slices"
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

// totalWords end the label of a row or column that is the sum of others, or are all of it.
var totalWords = newWordList("合计", "总计", "共计", "总数", "总额")

// isTotal says whether a label is that of a total.
func isTotal(label string) bool {
	if !totalWords.in(label) {
		return false
	}
	label = strings.TrimRight(label, "：:（）()元万亿")
	w := totalWords.end(label)
	return strings.HasSuffix(w, "计") || w != "" && w == label // 总数, but not 企业总数
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
	if !s.holds && slices.ContainsFunc(parts, falls) {
		return // rather the growth of each than its amount
	}
	if t.sums = append(t.sums, s); s.holds {
		t.holds++
	} else {
		t.fail++
	}
}

// falls says whether a fact is below nothing.
func falls(f *fact) bool { return f.value.Sign() < 0 }

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
	miss := sum.Sub(s.whole.value).Mul(normalize.Int(10)).Abs()
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
func isAmong(label string) bool { return policy.BeginsAny(label, "其中", "#", "＃") }

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
