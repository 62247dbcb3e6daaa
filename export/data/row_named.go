package data

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// What a text names besides its figures: platforms, tasks, the documents it cites.

// A platformRow is a platform, or one of its mentions, attributes or figures.
type platformRow struct {
	*document
	*policy.Platform
	seq       int
	mention   policy.Mention
	attribute policy.Attribute
	figure    string
}

var platformTable = newTable("platforms", []field[platformRow]{
	{"doc_id", func(r *platformRow) string { return r.id }},
	{"platform_id", func(r *platformRow) string { return r.ID }},
	{"name", func(r *platformRow) string { return r.Platform.Name }},
	{"platform_type", func(r *platformRow) string { return string(r.Type) }},
	{"level", func(r *platformRow) string { return r.Level }},
	{"aliases", func(r *platformRow) string { return strings.Join(r.Aliases, "、") }},
	{"n_mentions", func(r *platformRow) string { return strconv.Itoa(len(r.Mentions)) }},
	{"n_figures", func(r *platformRow) string { return strconv.Itoa(len(r.Platform.Figures)) }},
})

var mentionTable = newTable("mentions", []field[platformRow]{
	{"doc_id", func(r *platformRow) string { return r.id }},
	{"platform_id", func(r *platformRow) string { return r.ID }},
	{"seq", func(r *platformRow) string { return strconv.Itoa(r.seq) }},
	{"exact", func(r *platformRow) string { return r.mention.Exact }},
	{"section_id", func(r *platformRow) string { return r.sectionAt(r.mention.Span) }},
	{"char_start", func(r *platformRow) string { return r.start(r.mention.Span) }},
	{"char_end", func(r *platformRow) string { return r.end(r.mention.Span) }},
})

var attributeTable = newTable("attributes", []field[platformRow]{
	{"doc_id", func(r *platformRow) string { return r.id }},
	{"platform_id", func(r *platformRow) string { return r.ID }},
	{"seq", func(r *platformRow) string { return strconv.Itoa(r.seq) }},
	{"name", func(r *platformRow) string { return r.attribute.Name }},
	{"value", func(r *platformRow) string { return r.attribute.Value }},
	{"char_start", func(r *platformRow) string { return r.start(r.attribute.Span) }},
	{"char_end", func(r *platformRow) string { return r.end(r.attribute.Span) }},
})

var platformFigureTable = newTable("platform_figures", []field[platformRow]{
	{"doc_id", func(r *platformRow) string { return r.id }},
	{"platform_id", func(r *platformRow) string { return r.ID }},
	{"figure_id", func(r *platformRow) string { return r.figure }},
})

// platformRows writes the platforms with what is known of them.
func (w *Writer) platformRows(d *document) error {
	for i := range d.Platforms {
		p := &d.Platforms[i]
		err := put(w, platformTable, &platformRow{document: d, Platform: p})
		if err == nil {
			err = putAll(w, mentionTable, p.Mentions, func(i int, m *policy.Mention) platformRow {
				return platformRow{document: d, Platform: p, seq: i + 1, mention: *m}
			})
		}
		if err == nil {
			err = putAll(w, attributeTable, p.Attributes, func(i int, a *policy.Attribute) platformRow {
				return platformRow{document: d, Platform: p, seq: i + 1, attribute: *a}
			})
		}
		if err == nil {
			err = putAll(w, platformFigureTable, p.Figures, func(i int, id *string) platformRow {
				return platformRow{document: d, Platform: p, figure: *id}
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// A taskRow is a task, or one of its organs.
type taskRow struct {
	*document
	*policy.Task
	number, seq int
	organ       policy.Organ
}

var taskTable = newTable("tasks", []field[taskRow]{
	{"doc_id", func(r *taskRow) string { return r.id }},
	{"task_no", func(r *taskRow) string { return strconv.Itoa(r.number) }},
	{"task", func(r *taskRow) string { return r.Task.Task }},
	{"section_id", func(r *taskRow) string { return r.section(r.Task.Section) }},
	{"char_start", func(r *taskRow) string { return r.start(r.Task.Span) }},
	{"char_end", func(r *taskRow) string { return r.end(r.Task.Span) }},
})

var organTable = newTable("task_organs", []field[taskRow]{
	{"doc_id", func(r *taskRow) string { return r.id }},
	{"task_no", func(r *taskRow) string { return strconv.Itoa(r.number) }},
	{"seq", func(r *taskRow) string { return strconv.Itoa(r.seq) }},
	{"organ", func(r *taskRow) string { return r.organ.Name }},
	{"role", func(r *taskRow) string { return string(r.organ.Role) }},
	{"char_start", func(r *taskRow) string { return r.start(r.organ.Span) }},
	{"char_end", func(r *taskRow) string { return r.end(r.organ.Span) }},
})

// taskRows writes the tasks with their organs, those that lead first.
func (w *Writer) taskRows(d *document) error {
	for i := range d.Tasks {
		t := &d.Tasks[i]
		if err := put(w, taskTable, &taskRow{document: d, Task: t, number: i + 1}); err != nil {
			return err
		}
		for k, list := range [][]policy.Organ{t.Lead, t.Responsible} {
			err := putAll(w, organTable, list, func(j int, o *policy.Organ) taskRow {
				return taskRow{document: d, Task: t, number: i + 1, seq: k*len(t.Lead) + j + 1, organ: *o}
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// A citationRow is a place where a document cites another.
type citationRow struct {
	*document
	*policy.Reference
	seq int
}

// Its table is not called references: SQL has that word for itself.
var citationTable = newTable("citations", []field[citationRow]{
	{"doc_id", func(r *citationRow) string { return r.id }},
	{"seq", func(r *citationRow) string { return strconv.Itoa(r.seq) }},
	{"title", func(r *citationRow) string { return r.Title }},
	{"doc_number", func(r *citationRow) string { return r.DocNumber }},
	{"section_id", func(r *citationRow) string { return r.sectionAt(r.Span) }},
	{"sentence", func(r *citationRow) string { return r.SentenceAt(r.Span) }},
	{"char_start", func(r *citationRow) string { return r.start(r.Span) }},
	{"char_end", func(r *citationRow) string { return r.end(r.Span) }},
})
