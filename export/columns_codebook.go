package export

import "shuzheng/export/codebook"

// A codebookRow is a column of the data outputs, or a table of them where column is nil.
type codebookRow struct {
	lang   Lang
	table  *codebook.Table
	column *codebook.Column
}

var codebookColumns = []column[codebookRow]{
	{"table", "表", "Table", 17, textColumn, func(r *codebookRow) cell { return styled(faintLineStyle, r.table.Name) }},
	{"column", "列", "Column", 19, textColumn, func(r *codebookRow) cell {
		return styled(textStyle, r.of(func(c *codebook.Column) string { return c.Name }))
	}},
	{"label", "名称", "Label", 22, wrapColumn, func(r *codebookRow) cell { return styled(strongStyle, r.lang.pick(r.label().Zh, r.label().En)) }},
	{"note", "含义", "Meaning", 70, wrapColumn, func(r *codebookRow) cell { return wrapped(r.lang.pick(r.label().ZhNote, r.label().EnNote)) }},
	{"type", "类型", "Type", 11, codeColumn, func(r *codebookRow) cell {
		return centred(r.of(func(c *codebook.Column) string { return string(c.Type) }))
	}},
	{"key", "键", "Key", 17, codeColumn, func(r *codebookRow) cell { return centred(r.of((*codebook.Column).KeyWord)) }},
	{"codes", "代码表", "Codes", 14, codeColumn, func(r *codebookRow) cell { return centred(r.of(func(c *codebook.Column) string { return c.Values })) }},
	{"sdmx", "SDMX 概念", "SDMX concept", 26, wrapColumn, func(r *codebookRow) cell { return wrapped(r.of(func(c *codebook.Column) string { return c.SDMX })) }},
}

// of is what a column has and a table has not.
func (r *codebookRow) of(value func(*codebook.Column) string) string {
	if r.column == nil {
		return ""
	}
	return value(r.column)
}

func (r *codebookRow) label() codebook.Label {
	if r.column == nil {
		return r.table.Label
	}
	return r.column.Label
}

// codebookSheet explains the tables and columns of the data outputs, which hold what the
// workbook does.
func (w *Workbook) codebookSheet() (*sheet, error) {
	s := newSheet(w.options.Lang, "数据字典", "Codebook", faint, 2, codebookColumns)
	for i := range codebook.Tables() {
		t := &codebook.Tables()[i]
		if err := w.put(s, fill(w, codebookColumns, &codebookRow{w.options.Lang, t, nil})); err != nil {
			return s, err
		}
		for k := range t.Columns {
			if err := w.put(s, fill(w, codebookColumns, &codebookRow{w.options.Lang, t, &t.Columns[k]})); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}
