package audit

import (
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A doneTable is a table that says of each row whether it was done.
type doneTable struct {
	table      *policy.Table
	done, open int // rows
}

// doneWords and openWords are what the cells of such a table say.
var (
	doneWords = wordClasses.Of("donerow")
	openWords = wordClasses.Of("openrow")
)

// undoneWords and setOutWords tell which rows a statement counts.
var (
	undoneWords = wordClasses.Of("undone")
	setOutWords = wordClasses.Of("setout")
)

// minDone is how many rows make such a table.
const minDone = 3

// doneTableOf counts the rows of a table.
func doneTableOf(t *policy.Table) doneTable {
	d, row := doneTable{table: t}, -1
	for j := range t.Cells {
		c := &t.Cells[j]
		if c.Header || c.Row == row || c.Text.Len() > len("提前完成") {
			continue
		}
		s := trimSpace(c.Text.String())
		switch {
		case slices.Contains(doneWords, s):
			d.done++
		case slices.Contains(openWords, s):
			d.open++
		default:
			continue
		}
		row = c.Row
	}
	return d
}

// doneTable is the last such table shortly before a block of its section.
func (k *counter) doneTable(block int) (d doneTable, ok bool) {
	for i := range k.doc.Tables {
		if t := &k.doc.Tables[i]; t.Block <= block && block-t.Block <= 4 && k.doc.Blocks[block].Section == t.Section {
			if k.done.table != t {
				k.done = doneTableOf(t)
			}
			if k.done.done+k.done.open >= minDone {
				d, ok = k.done, true
			}
		}
	}
	return d, ok
}

// finished holds 共15项指标, 2项未完成, 其余13项指标已完成 against the rows of a table
// of the same section; false where there is none or the statement is another.
func (k *counter) finished(c *counted) bool {
	if c.inCell || !policy.BeginsAny(c.noun, "指标", "主要指标", "任务", "目标") {
		return false
	}
	d, ok := k.doneTable(c.block)
	if !ok {
		return false
	}
	rows, what := d.rows(c)
	if whole := d.done+d.open == d.table.Rows-d.table.HeaderRows; rows == 0 || rows != c.n && (!whole || !near(rows, c.n)) {
		return false
	}
	r := result(rows == c.n)
	name := strings.TrimSpace(d.table.Caption)
	check := k.countCheck(c, r, strconv.Itoa(rows)+"："+shortened(name, nameRunes)+"，"+what, reason(policy.CountCheck, "rows."+string(r)))
	k.add(check)
	return true
}

// rows says which rows a statement counts.
func (d *doneTable) rows(c *counted) (int, string) {
	all := d.done + d.open
	counts := "完成" + strconv.Itoa(d.done) + "行，未完成" + strconv.Itoa(d.open) + "行"
	before := c.s[clauseStart(c.s, 0, c.at):c.at]
	after := clauseOf(c.s[c.at:])
	switch {
	case policy.HoldsAny(after, undoneWords...), strings.Contains(before, "除") && strings.Contains(after, "外"):
		return d.open, counts
	case strings.Contains(after, "完成") || strings.Contains(before, "完成"), policy.HoldsAny(before, "其余", "其他"):
		return d.done, counts
	case policy.HoldsAny(before, setOutWords...):
		return all, counts
	}
	return 0, ""
}
