package audit

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// rows checks what a table says of goals in a column of its own (完成, 未完成) against
// goal and result of the same row.
func rows(c *checker) {
	for i := range c.doc.Tables {
		t := &c.doc.Tables[i]
		col, ok := doneColumn(t)
		if !ok {
			continue
		}
		for _, r := range c.rowsOf(t.ID) {
			c.doneRow(t, col, r)
		}
	}
}

// doneHeads are in the header of a column that says whether goals were met.
var doneHeads = newWordList(wordClasses.Of("donehead")...)

// doneColumn finds the column of a table that says whether goals were met.
func doneColumn(t *policy.Table) (int, bool) {
	for i := range t.Cells {
		cell := &t.Cells[i]
		if cell.Row >= max(t.HeaderRows, 1) {
			break
		}
		if doneHeads.in(unspaced(cell.Text.String())) {
			return cell.Col, true
		}
	}
	return 0, false
}

// unspaced leaves out white space: the header 完成 情况 is broken over lines.
func unspaced(s string) string {
	for i := 0; i < len(s); i++ {
		if mayBlank(s[i]) {
			return strings.Join(strings.Fields(s), "")
		}
	}
	return s
}

// met is what a cell says of a goal: that it was met, was not, or nothing of the kind.
func met(s string) (yes, ok bool) {
	s = unspaced(s)
	yes = slices.Contains(metWords, s)
	return yes, yes || slices.Contains(unmetWords, s)
}

var metWords, unmetWords = wordClasses.Of("met"), wordClasses.Of("unmet")

// rowsOf is the facts of a table, row by row.
func (c *checker) rowsOf(table string) [][]fact {
	r := c.tableFacts(table)
	var rows [][]fact
	for lo := 0; lo < len(r); {
		hi := lo + 1
		for hi < len(r) && r[hi].Table.Row == r[lo].Table.Row {
			hi++
		}
		rows = append(rows, r[lo:hi])
		lo = hi
	}
	return rows
}

// doneRow checks one row.
func (c *checker) doneRow(t *policy.Table, col int, row []fact) {
	cell := c.cell(&policy.CellRef{Table: t.ID, Row: row[0].Table.Row, Col: col})
	if cell == nil {
		return
	}
	yes, ok := met(cell.Text.String())
	base, got, goal := goalAndResult(row)
	if !ok || goal == nil || got == nil || got.base != goal.base {
		return
	}
	less := lessIsMore(base, goal)
	short := got.band().below(goal.band())
	under := got.value.Cmp(goal.value) < 0
	sign := " ≥ "
	if under {
		sign = " < "
	}
	if less {
		short, under = goal.band().below(got.band()), got.value.Cmp(goal.value) > 0
		if sign = " ≤ "; under {
			sign = " > "
		}
	}
	holds := yes && !short || !yes && (under || got.Comparator != policy.Equal)
	k := policy.Check{Kind: policy.RowCheck, Result: result(holds), Claim: cell.Span, Stated: unspaced(cell.Text.String()), Figures: ids(got, goal)}
	k.Reason = reason(k.Kind, string(k.Result))
	k.Computed = against(got, sign, goal)
	c.add(k)
}

// goalAndResult picks from a row the goal, the result of its period (of the last one
// where the goal has none) and where it began.
func goalAndResult(row []fact) (base, got, goal *fact) {
	for i := range row {
		f := &row[i]
		if f.Measure != policy.Level || f.ranged {
			continue
		}
		if f.goal {
			if goal != nil {
				return nil, nil, nil // which of them was met?
			}
			goal = f
		} else if f.Status != policy.Rule && (base == nil || f.Period < base.Period) {
			base = f
		}
	}
	for i := range row {
		f := &row[i]
		if goal == nil || f.goal || f.Measure != policy.Level || f.ranged || f.Status == policy.Rule {
			continue
		}
		if goal.Period == f.Period || goal.Period == "" && (got == nil || f.Period > got.Period) {
			got = f
		}
	}
	if base == got {
		base = nil
	}
	return base, got, goal
}

// fallWords are in the names of what is meant to fall.
var fallWords = newWordList(wordClasses.Of("fall")...)

// lessIsMore says whether a goal is met from above: it lies below where things began, or
// bounds them from above, or is of something that should fall.
func lessIsMore(base, goal *fact) bool {
	switch {
	case goal.Comparator == policy.AtMost || goal.Comparator == policy.LessThan:
		return true
	case goal.Comparator == policy.AtLeast || goal.Comparator == policy.MoreThan:
		return false
	case base != nil && base.base == goal.base && base.value.Cmp(goal.value) != 0:
		return goal.value.Cmp(base.value) < 0
	}
	return fallWords.in(goal.Indicator) && !policy.HoldsAny(goal.Indicator, "降低", "下降", "减少", "降幅")
}
