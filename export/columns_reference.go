package export

import "shuzheng/policy"

// A referenceRow is a document that another cites.
type referenceRow struct {
	*view
	title, number string
	times         int
	first         policy.Span
}

var referenceColumns = []column[referenceRow]{
	{"document", "文档", "Document", 30, textColumn, func(r *referenceRow) cell { return styled(faintLineStyle, r.name) }},
	{"title", "引用的文件", "Document cited", 44, wrapColumn, func(r *referenceRow) cell { return styled(strongStyle, r.title) }},
	{"doc_number", "文号", "Document number", 24, wrapColumn, func(r *referenceRow) cell { return wrapped(r.number) }},
	{"times", "次数", "Times", 8, numberColumn, func(r *referenceRow) cell { return count(r.times) }},
	{"sentence", "首次引用的原句（引用已标红）", "First cited in (the reference in red)", 72, wrapColumn, referenceSentence},
	{"line", "行", "Line", 8, numberColumn, func(r *referenceRow) cell { return count(r.index.Line(r.first.Start)) }},
	{"start", "字符起", "Start", 10, numberColumn, func(r *referenceRow) cell { return count(r.index.Rune(r.first.Start)) }},
	{"end", "字符止", "End", 10, numberColumn, func(r *referenceRow) cell { return count(r.index.Rune(r.first.End)) }},
}

func referenceSentence(r *referenceRow) cell {
	q := r.sentenceAt(r.first)
	return marked(q.before, q.exact, q.after)
}

// citations are the documents that a document cites, by first mention. One that is
// cited by title here, by number there and by both somewhere is one.
func (v *view) citations() []referenceRow {
	var rows []referenceRow
	byTitle, byNumber := map[string]int{}, map[string]int{}
	for i := range v.doc.References {
		r := &v.doc.References[i]
		k, known := byTitle[r.Title]
		if r.Title == "" || !known {
			if n, numbered := byNumber[r.DocNumber]; numbered && r.DocNumber != "" && (r.Title == "" || rows[n].title == "") {
				k, known = n, true
			} else if r.Title == "" {
				known = false
			}
		}
		if !known {
			k = len(rows)
			rows = append(rows, referenceRow{view: v, first: r.Span})
		}
		c := &rows[k]
		c.times++
		if c.title == "" && r.Title != "" {
			c.title = r.Title
			byTitle[r.Title] = k
		}
		if c.number == "" && r.DocNumber != "" {
			c.number = r.DocNumber
			byNumber[r.DocNumber] = k
		}
	}
	return rows
}

func (w *Workbook) addReferences(v *view) error {
	for _, r := range v.citations() {
		if err := w.put(w.references, fill(w, referenceColumns, &r)); err != nil {
			return err
		}
	}
	return nil
}
