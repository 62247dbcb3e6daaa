package export

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// The sheet of tasks is a matrix: a row for each task, a column for each organ. Which
// organs there are is known only when all documents are: the rows wait with the names
// of their organs, and are laid out when the workbook is written.

// A taskRow is what the columns of a task see that stand before those of the organs.
type taskRow struct {
	*view
	task   *policy.Task
	number int // in the workbook, from 1
}

var taskColumns = []column[taskRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *taskRow) cell { return count(r.number) }},
	{"document", "文档", "Document", 24, textColumn, func(r *taskRow) cell { return styled(faintLineStyle, r.name) }},
	{"task", "任务", "Task", 44, wrapColumn, func(r *taskRow) cell { return styled(strongStyle, r.task.Task) }},
	{"section", "章节", "Section", 28, wrapColumn, func(r *taskRow) cell { return styled(faintStyle, r.taskSection()) }},
	{"line", "行", "Line", 7, numberColumn, func(r *taskRow) cell { return count(r.index.Line(r.task.Span.Start)) }},
}

// otherOrgans is the column of the organs that have none of their own.
var otherOrgans = column[taskRow]{"other", "其他", "Others", 40, wrapColumn, nil}

// taskSection words the headings over a task; its own last one, if that is the task,
// stands in the column before.
func (r *taskRow) taskSection() string {
	s := r.task.Section
	if s < 0 || s >= len(r.doc.Blocks) {
		return ""
	}
	path := r.section(s)
	if h := &r.doc.Blocks[s]; h.Kind == policy.Heading && !h.Span.Contains(r.task.TaskSpan) {
		if path != "" {
			path += " › "
		}
		path += shorten(h.Text.String(), headingRunes)
	}
	return path
}

// mostOrgans is how many organs have a column of their own, organWidth how wide it is.
const (
	mostOrgans = 200
	organWidth = 11
)

// A matrix is the sheet of tasks before it is laid out.
type matrix struct {
	rows  *spool         // those of taskColumns, then a cell for each organ with its role
	count map[string]int // tasks of each organ
	names []string       // of the organs, by first mention
	laid  int            // rows that the sheet was laid out for
}

func newMatrix() *matrix { return &matrix{rows: &spool{}, count: map[string]int{}, laid: -1} }

func (w *Workbook) addTasks(v *view) error {
	for i := range v.doc.Tasks {
		t := &v.doc.Tasks[i]
		line := fill(w, taskColumns, &taskRow{view: v, task: t, number: w.matrix.rows.rows + 1})
		for _, o := range t.Lead {
			line = append(line, w.matrix.organ(v.lang, &o))
		}
		for _, o := range t.Responsible {
			line = append(line, w.matrix.organ(v.lang, &o))
		}
		w.line = line
		if err := w.matrix.rows.put(&row{cells: line}); err != nil {
			return err
		}
	}
	return nil
}

// organ is the cell of an organ while it waits: its name, and its role as the style.
func (m *matrix) organ(lang Lang, o *policy.Organ) cell {
	if m.count[o.Name] == 0 {
		m.names = append(m.names, o.Name)
	}
	m.count[o.Name]++
	return styled(roleStyles[o.Role], o.Name)
}

// roleStyles gives each role a colour of its own.
var roleStyles = map[policy.Role]style{policy.Leads: leadStyle, policy.Answers: answerStyle, policy.Helps: helpStyle, "": answerStyle}

// roleWords are the roles of these styles.
var roleWords = map[style]policy.Role{leadStyle: policy.Leads, answerStyle: policy.Answers, helpStyle: policy.Helps}

// columns are the organs that have a column, the most frequent first, and whether
// there are more.
func (m *matrix) columns() (names []string, more bool) {
	names = slices.Clone(m.names)
	slices.SortStableFunc(names, func(a, b string) int { return m.count[b] - m.count[a] })
	if len(names) > mostOrgans {
		return names[:mostOrgans], true
	}
	return names, false
}

// layTasks makes the sheet of tasks of the rows that wait.
func (w *Workbook) layTasks() error {
	m, s := w.matrix, w.tasks
	if m.laid == m.rows.rows {
		return nil
	}
	names, more := m.columns()
	lang := w.options.Lang
	fresh := newSheet(lang, "任务分工", "Tasks", s.tab, s.freeze, taskColumns)
	s.header, s.widths, s.columns, s.bodies, s.written, m.laid = fresh.header, fresh.widths, fresh.columns, nil, 0, m.rows.rows
	for _, n := range names {
		s.header.cells = append(s.header.cells, styled(headCentreStyle, clean(n)))
		s.widths = append(s.widths, organWidth)
	}
	if more {
		s.header.cells = append(s.header.cells, styled(headStyle, lang.pick(otherOrgans.zh, otherOrgans.en)))
		s.widths = append(s.widths, otherOrgans.width)
	}
	s.columns = len(s.widths)
	s.header.height = max(s.header.height, height(s.header.cells, s.widths))
	return w.layRows(names, more)
}

// layRows puts the rows that wait onto the sheet.
func (w *Workbook) layRows(names []string, more bool) error {
	at := make(map[string]int, len(names))
	for i, n := range names {
		at[n] = len(taskColumns) + i
	}
	from := w.matrix.rows.reader()
	for from.left > 0 {
		if err := from.read(); err != nil {
			return err
		}
		if err := w.put(w.tasks, w.spread(from.row.cells, at, more)); err != nil {
			return err
		}
	}
	return nil
}

// spread puts the organs of a row into their columns, the others into the last.
func (w *Workbook) spread(waiting []cell, at map[string]int, more bool) []cell {
	own := len(taskColumns)
	line := append(w.line[:0], waiting[:own]...)
	for range len(at) {
		line = append(line, cell{style: centreStyle})
	}
	var others []string
	for _, o := range waiting[own:] {
		word := w.options.Lang.word("role", string(roleWords[o.style]))
		if k, ok := at[o.text]; !ok {
			others = append(others, o.text+w.options.Lang.pick("（"+word+"）", " ("+word+")"))
		} else if line[k].kind == blankCell {
			line[k] = styled(o.style, word)
		} else {
			line[k].text += w.options.Lang.pick("、", ", ") + word
		}
	}
	if more {
		line = append(line, wrapped(strings.Join(others, w.options.Lang.pick("、", ", "))))
	}
	w.line = line
	return line
}
