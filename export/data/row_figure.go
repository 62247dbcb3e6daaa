package data

import (
	"strconv"

	"shuzheng/export"
	"shuzheng/policy"
)

// A figureRow is what the columns of figures see.
type figureRow struct {
	*document
	*policy.Figure
	value, high string // with their sign
	bound       policy.Comparator
	period      period
	place       policy.Place
}

var figureTable = newTable("figures", []field[figureRow]{
	{"doc_id", func(r *figureRow) string { return r.document.id }},
	{"figure_id", func(r *figureRow) string { return r.ID }},
	{"INDICATOR", func(r *figureRow) string { return r.Concept }},
	{"indicator_name", func(r *figureRow) string { return r.Indicator }},
	{"OBS_VALUE", func(r *figureRow) string { return fitting(r.value) }},
	{"value_high", func(r *figureRow) string { return fitting(r.high) }},
	{"value_text", func(r *figureRow) string { return r.value }},
	{"value_high_text", func(r *figureRow) string { return r.high }},
	{"UNIT_MEASURE", func(r *figureRow) string { return r.Unit }},
	{"UNIT_MULT", func(r *figureRow) string { return "0" }},
	{"DECIMALS", func(r *figureRow) string { return strconv.Itoa(max(r.Decimals, 0)) }},
	{"OBS_STATUS", func(r *figureRow) string { return obsStatus(r.Status) }},
	{"comparator", func(r *figureRow) string { return string(r.bound) }},
	{"measure", func(r *figureRow) string { return string(r.Measure) }},
	{"direction", func(r *figureRow) string { return string(r.Direction) }},
	{"base", func(r *figureRow) string { return r.Base }},
	{"status", func(r *figureRow) string { return string(r.Status) }},
	{"binding", func(r *figureRow) string { return r.Binding }},
	{"TIME_PERIOD", func(r *figureRow) string { return r.period.sdmx }},
	{"period", func(r *figureRow) string { return r.period.edtf }},
	{"period_start", func(r *figureRow) string { return r.period.start }},
	{"period_end", func(r *figureRow) string { return r.period.end }},
	{"period_raw", func(r *figureRow) string { return r.PeriodRaw }},
	{"REF_AREA", func(r *figureRow) string { return r.Area }},
	{"value_raw", func(r *figureRow) string { return r.ValueRaw }},
	{"unit_raw", func(r *figureRow) string { return r.UnitRaw }},
	{"mult_raw", func(r *figureRow) string { return exponent(r.Scale) }},
	{"decimals_raw", func(r *figureRow) string { return strconv.Itoa(r.Decimals) }},
	{"section_id", func(r *figureRow) string { return r.section(r.Block) }},
	{"table_id", func(r *figureRow) string { return r.cell().Table }},
	{"row_index", func(r *figureRow) string { return r.cellIndex(r.cell().Row) }},
	{"col_index", func(r *figureRow) string { return r.cellIndex(r.cell().Col) }},
	{"sentence", func(r *figureRow) string { return r.Sentence(r.Figure) }},
	{"exact", func(r *figureRow) string { return r.text(r.Evidence.Span) }},
	{"char_start", func(r *figureRow) string { return r.start(r.Evidence.Span) }},
	{"char_end", func(r *figureRow) string { return r.end(r.Evidence.Span) }},
	{"line", func(r *figureRow) string { return strconv.Itoa(r.Line(r.Evidence.Span.Start)) }},
	{"page", func(r *figureRow) string { return positive(r.place.Page) }},
	{"part", func(r *figureRow) string { return r.place.Part }},
	{"sheet_cell", func(r *figureRow) string { return r.place.Cell }},
	{"stored_value", func(r *figureRow) string { return r.place.Stored }},
	{"byte_start", func(r *figureRow) string { return r.byteAt(r.place.Span.Start) }},
	{"byte_end", func(r *figureRow) string { return r.byteAt(r.place.Span.End) }},
	{"rule", func(r *figureRow) string { return r.Rule }},
})

// cell is the cell of a figure; its table is "" in running text.
func (r *figureRow) cell() policy.CellRef {
	if r.Table == nil {
		return policy.CellRef{}
	}
	return *r.Table
}

func (r *figureRow) cellIndex(n int) string {
	if r.Table == nil {
		return ""
	}
	return strconv.Itoa(n)
}

// byteAt writes one end of the figure's bytes, where the format has any.
func (r *figureRow) byteAt(n int) string {
	if r.place.Span.Len() == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// An evidenceRow is one place that a field of a figure was read at.
type evidenceRow struct {
	*document
	figure, field string
	seq           int
	at            policy.Span
}

var evidenceTable = newTable("evidence", []field[evidenceRow]{
	{"doc_id", func(r *evidenceRow) string { return r.id }},
	{"figure_id", func(r *evidenceRow) string { return r.figure }},
	{"field", func(r *evidenceRow) string { return r.field }},
	{"seq", func(r *evidenceRow) string { return strconv.Itoa(r.seq) }},
	{"exact", func(r *evidenceRow) string { return r.text(r.at) }},
	{"char_start", func(r *evidenceRow) string { return r.start(r.at) }},
	{"char_end", func(r *evidenceRow) string { return r.end(r.at) }},
})

// figureRows writes the figures with their evidence.
func (w *Writer) figureRows(d *document) error {
	for i := range d.Figures {
		f := &d.Figures[i]
		r := figureRow{document: d, Figure: f, period: periodOf(f.Period), place: d.Place(f.Evidence.Span)}
		r.value, r.high, r.bound = export.Signed(f)
		if f.Concept != "" {
			w.concepts[f.Concept] = true
		}
		if err := put(w, figureTable, &r); err != nil {
			return err
		}
		if err := w.evidenceRows(d, f); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) evidenceRows(d *document, f *policy.Figure) error {
	e := &f.Evidence
	for _, part := range []struct {
		field string
		spans []policy.Span
	}{{"indicator", e.Indicator}, {"period", e.Period}, {"comparator", e.Comparator}, {"area", e.Area}, {"status", e.Status}, {"direction", e.Direction}} {
		err := putAll(w, evidenceTable, part.spans, func(i int, at *policy.Span) evidenceRow {
			return evidenceRow{d, f.ID, part.field, i + 1, *at}
		})
		if err != nil {
			return err
		}
	}
	return nil
}
