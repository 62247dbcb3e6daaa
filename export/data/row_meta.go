package data

import (
	"strconv"

	"shuzheng/export"
	"shuzheng/export/codebook"
)

// The tables that explain the others; they are written at the end.

// A conceptRow is a concept that occurred.
type conceptRow struct{ id, zh, en string }

var conceptTable = newTable("concepts", []field[conceptRow]{
	{"INDICATOR", func(r *conceptRow) string { return r.id }},
	{"name_zh", func(r *conceptRow) string { return r.zh }},
	{"name_en", func(r *conceptRow) string { return r.en }},
})

var codeTable = newTable("codes", []field[codebook.Code]{
	{"code_list", func(r *codebook.Code) string { return r.List }},
	{"code", func(r *codebook.Code) string { return r.Code }},
	{"label_zh", func(r *codebook.Code) string { return r.Zh }},
	{"label_en", func(r *codebook.Code) string { return r.En }},
	{"note_zh", func(r *codebook.Code) string { return r.ZhNote }},
	{"note_en", func(r *codebook.Code) string { return r.EnNote }},
})

// A columnRow is one line of the codebook.
type columnRow struct {
	table    string
	position int
	*codebook.Column
}

var codebookTable = newTable("codebook", []field[columnRow]{
	{"table_name", func(r *columnRow) string { return r.table }},
	{"column_name", func(r *columnRow) string { return r.Name }},
	{"position", func(r *columnRow) string { return strconv.Itoa(r.position) }},
	{"type", func(r *columnRow) string { return string(r.Type) }},
	{"key", func(r *columnRow) string { return r.KeyWord() }},
	{"code_list", func(r *columnRow) string { return r.Values }},
	{"sdmx", func(r *columnRow) string { return r.SDMX }},
	{"label_zh", func(r *columnRow) string { return r.Zh }},
	{"label_en", func(r *columnRow) string { return r.En }},
	{"note_zh", func(r *columnRow) string { return r.ZhNote }},
	{"note_en", func(r *columnRow) string { return r.EnNote }},
})

// closing writes the tables that explain the others.
func (w *Writer) closing() error {
	err := putAll(w, conceptTable, sortedKeys(w.concepts), func(_ int, id *string) conceptRow {
		r := conceptRow{*id, *id, *id}
		if w.options.Concept != nil {
			r.zh, r.en = w.options.Concept(*id)
		}
		return r
	})
	if err == nil {
		err = putAll(w, codeTable, usedCodes(), func(_ int, c *codebook.Code) codebook.Code { return *c })
	}
	for _, t := range codebook.Tables() {
		if err == nil {
			err = putAll(w, codebookTable, t.Columns, func(i int, c *codebook.Column) columnRow { return columnRow{t.Name, i + 1, c} })
		}
	}
	return err
}

// usedCodes are the codes of the lists that some column has.
func usedCodes() (list []codebook.Code) {
	used := map[string]bool{}
	for _, t := range codebook.Tables() {
		for _, c := range t.Columns {
			used[c.Values] = true
		}
	}
	for _, w := range export.Wordings() {
		if used[w.Field] {
			list = append(list, codebook.Code{List: w.Field, Code: w.Code, Label: codebook.Label{Zh: w.Zh, En: w.En, ZhNote: w.ZhNote, EnNote: w.EnNote}})
		}
	}
	return append(list, codebook.Codes()...)
}
