package data

import (
	"slices"
	"strconv"

	"shuzheng/export"
	"shuzheng/policy"
)

// A numeralRow is one line of the ledger.
type numeralRow struct {
	*document
	*policy.Numeral
	seq int
}

var numeralTable = newTable("numerals", []field[numeralRow]{
	{"doc_id", func(r *numeralRow) string { return r.id }},
	{"seq", func(r *numeralRow) string { return strconv.Itoa(r.seq) }},
	{"exact", func(r *numeralRow) string { return r.text(r.Span) }},
	{"taken_for", func(r *numeralRow) string { return string(r.As) }},
	{"figure_id", func(r *numeralRow) string { return r.Figure }},
	{"char_start", func(r *numeralRow) string { return r.start(r.Span) }},
	{"char_end", func(r *numeralRow) string { return r.end(r.Span) }},
	{"line", func(r *numeralRow) string { return strconv.Itoa(r.Line(r.Span.Start)) }},
})

// A checkRow is a check, or one of the figures it rests on.
type checkRow struct {
	*document
	*policy.Check
	key    string
	seq    int
	figure string
}

var checkTable = newTable("checks", []field[checkRow]{
	{"doc_id", func(r *checkRow) string { return r.id }},
	{"check_id", func(r *checkRow) string { return r.key }},
	{"check_kind", func(r *checkRow) string { return string(r.Kind) }},
	{"result", func(r *checkRow) string { return string(r.Result) }},
	{"claim", func(r *checkRow) string { return r.text(r.Claim) }},
	{"stated", func(r *checkRow) string { return r.Stated }},
	{"computed", func(r *checkRow) string { return r.Computed }},
	{"explanation", func(r *checkRow) string { return export.ExplainCheck(export.Chinese, r.Check) }},
	{"char_start", func(r *checkRow) string { return r.start(r.Claim) }},
	{"char_end", func(r *checkRow) string { return r.end(r.Claim) }},
})

var checkFigureTable = newTable("check_figures", []field[checkRow]{
	{"doc_id", func(r *checkRow) string { return r.id }},
	{"check_id", func(r *checkRow) string { return r.key }},
	{"seq", func(r *checkRow) string { return strconv.Itoa(r.seq) }},
	{"figure_id", func(r *checkRow) string { return r.figure }},
})

// checkRows writes the checks with their figures.
func (w *Writer) checkRows(d *document) error {
	for i := range d.Checks {
		c := &d.Checks[i]
		key := d.checks.id(c.ID)
		if err := put(w, checkTable, &checkRow{document: d, Check: c, key: key}); err != nil {
			return err
		}
		err := putAll(w, checkFigureTable, c.Figures, func(i int, id *string) checkRow {
			return checkRow{document: d, Check: c, key: key, seq: i + 1, figure: *id}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// A problemRow is a problem in a document, or a file that could not be read.
type problemRow struct {
	*document     // nil for a file that could not be read
	number        int
	file, message string
	at            policy.Span
}

var problemTable = newTable("problems", []field[problemRow]{
	{"problem_no", func(r *problemRow) string { return strconv.Itoa(r.number) }},
	{"doc_id", placed(func(r *problemRow) string { return r.id })},
	{"file", func(r *problemRow) string { return r.file }},
	{"message", func(r *problemRow) string { return r.message }},
	{"quote", placed(func(r *problemRow) string { return r.text(r.at) })},
	{"char_start", placed(func(r *problemRow) string { return r.start(r.at) })},
	{"char_end", placed(func(r *problemRow) string { return r.end(r.at) })},
	{"line", placed(func(r *problemRow) string { return strconv.Itoa(r.Line(r.at.Start)) })},
})

// placed is a column that only a problem within a document has.
func placed(value func(*problemRow) string) func(*problemRow) string {
	return func(r *problemRow) string {
		if r.document == nil {
			return ""
		}
		return value(r)
	}
}

// otherRows writes the documents cited, the ledger and the problems.
func (w *Writer) otherRows(d *document) error {
	err := putAll(w, citationTable, d.References, func(i int, r *policy.Reference) citationRow { return citationRow{d, r, i + 1} })
	if err == nil {
		err = putAll(w, numeralTable, d.Numerals, func(i int, n *policy.Numeral) numeralRow { return numeralRow{d, n, i + 1} })
	}
	if err == nil {
		err = putAll(w, problemTable, d.Problems, func(_ int, p *policy.Problem) problemRow {
			w.problems++
			return problemRow{document: d, number: w.problems, file: d.Source.Name, message: p.Message, at: p.Span}
		})
	}
	return err
}

// sortedKeys are the keys of a set in their order.
func sortedKeys(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for k := range set {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
