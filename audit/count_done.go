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

// doneTables finds them once.
func (k *counter) doneTables() []doneTable {
	if k.done != nil {
		return k.done
	}
	k.done = []doneTable{}
	for i := range k.doc.Tables {
		d := doneTable{table: &k.doc.Tables[i]}
		row := -1
		for j := range d.table.Cells {
			c := &d.table.Cells[j]
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
		if d.done+d.open >= minDone {
			k.done = append(k.done, d)
		}
	}
	return k.done
}

// finished holds 共15项指标, 2项未完成, 其余13项指标已完成 against the rows of a table
// of the same section; false where there is none or the statement is another.
func (k *counter) finished(c *counted) bool {
	if c.inCell || !policy.BeginsAny(c.noun, "指标", "主要指标", "任务", "目标") {
		return false
	}
	var d *doneTable
	for i := range k.doneTables() {
		t := &k.done[i]
		if at := t.table.Block; at <= c.block && c.block-at <= 4 && k.doc.Blocks[c.block].Section == t.table.Section {
			d = t
		}
	}
	if d == nil {
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
