package task

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// table reads the columns of organs of a table: each row is a task. Rows that share
// all cells concerned, merged ones, are one.
func (f *finder) table(t *policy.Table) {
	roles, about := columns(t)
	if len(roles) == 0 {
		return
	}
	tasks := column(t, about)
	for i := range roles {
		roles[i].cells = column(t, roles[i].col)
	}
	for row := t.HeaderRows; row < t.Rows; row++ {
		if row == t.HeaderRows || tasks[row] != tasks[row-1] || slices.ContainsFunc(roles, func(r roleColumn) bool { return r.cells[row] != r.cells[row-1] }) {
			f.row(t, roles, row, tasks[row])
		}
	}
}

// A roleColumn is a column of organs, with the index of the cell in each row.
type roleColumn struct {
	col   int
	role  policy.Role
	cells []int
}

// row makes a task of a row, whose words stand in the cell about.
func (f *finder) row(t *policy.Table, roles []roleColumn, row, about int) {
	var task policy.Task
	var all []organ
	for _, r := range roles {
		if r.cells[row] < 0 {
			continue
		}
		at := t.Cells[r.cells[row]].Span
		organs := f.cell(at, r.role)
		if len(organs) == 0 {
			continue
		}
		if all == nil {
			task.Span = at
		}
		task.Span = policy.Span{Start: min(task.Span.Start, at.Start), End: max(task.Span.End, at.End)}
		all = append(all, organs...)
	}
	if len(all) == 0 {
		return
	}
	if about >= 0 {
		words := normalize.Fold(t.Cells[about].Text)
		task.Task, task.TaskSpan, _ = named(words, 0, words.Len(), t.Section)
	}
	task.Section = t.Section
	task.Lead, task.Responsible = byRole(all)
	f.tasks = append(f.tasks, task)
}

// cell reads the organs of a cell, whose line breaks may part them.
func (f *finder) cell(at policy.Span, role policy.Role) []organ {
	text := normalize.Fold(spacedFrom(policy.Plain(f.doc.Content.String()[at.Start:at.End], at.Start), 0))
	g := listing{text: text, s: text.String()}
	g.segment(0, text.Len(), role)
	if g.dropped {
		f.doc.Report(at, dropped)
	}
	if len(g.organs) > 1 && !known(g.organs) {
		return nil
	}
	return g.organs
}

// columns are the columns of organs, from left to right, and the one that says what
// a row's task is.
func columns(t *policy.Table) (roles []roleColumn, about int) {
	for i := range t.Cells {
		c := &t.Cells[i]
		if !heads(t, c) || !endsAsRole(c.Text.String()) {
			continue
		}
		if r, ok := roleOf(headWord(c.Text)); ok && !slices.ContainsFunc(roles, func(o roleColumn) bool { return o.col == c.Col }) {
			for k := range max(1, min(c.ColSpan, t.Cols-c.Col)) {
				roles = append(roles, roleColumn{col: c.Col + k, role: r})
			}
		}
	}
	if len(roles) > 0 {
		about = aboutColumn(t, roles)
	}
	return roles, about
}

// heads says whether a cell is a header of moderate length.
func heads(t *policy.Table, c *policy.Cell) bool {
	return c.Row < t.HeaderRows && c.Text.Len() > 0 && c.Text.Len() <= 90
}

// aboutColumn is the column that says what a row's task is: by its header, or else
// the one before the organs.
func aboutColumn(t *policy.Table, roles []roleColumn) int {
	best, about := len(aboutWords), max(0, roles[0].col-1)
	for i := range t.Cells {
		c := &t.Cells[i]
		if !heads(t, c) || slices.ContainsFunc(roles, func(o roleColumn) bool { return o.col == c.Col }) {
			continue
		}
		head := headWord(c.Text)
		for k, w := range aboutWords[:best] {
			if strings.Contains(head, w) {
				best, about = k, c.Col
				break
			}
		}
	}
	return about
}

// endsAsRole says whether the first character of a word that heads of organs end in stands
// in a header (blanks may part it from the second), before any other work.
func endsAsRole(s string) bool {
	for _, w := range roleEnds {
		if strings.Contains(s, w[:len("单")]) {
			return true
		}
	}
	return false
}

// headWord is the wording of a header cell without brackets and blanks.
func headWord(t policy.Text) string {
	s := normalize.Fold(t).String()
	if bare := normalize.WithoutBracket(s); bare != "" {
		s = bare
	}
	return strings.ReplaceAll(strings.TrimSuffix(s, "："), " ", "")
}

// roleOf is the role of the organs below a header.
func roleOf(head string) (policy.Role, bool) {
	from, role := labelEnding(head, 0, len(head))
	if role == "" || from > 0 {
		return "", false
	}
	if !policy.EndsAny(head, roleEnds...) {
		return "", false
	}
	return role, true
}

// column is, by row, the index of the cell that covers it in column col, -1 for none.
func column(t *policy.Table, col int) []int {
	out := make([]int, t.Rows)
	for i := range out {
		out[i] = -1
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Col > col || c.Col+max(c.ColSpan, 1) <= col {
			continue
		}
		for row := c.Row; row < min(c.Row+max(c.RowSpan, 1), t.Rows) && out[row] < 0; row++ {
			out[row] = i
		}
	}
	return out
}
