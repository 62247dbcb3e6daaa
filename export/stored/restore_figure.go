package stored

import "shuzheng/policy"

// figures restores the figures with their places in the file.
func (r *restorer) figures() {
	for i := range r.raw.Figures {
		f := r.figure(i, &r.raw.Figures[i])
		if r.fault != nil {
			return
		}
		r.Figures = append(r.Figures, f)
	}
}

func (r *restorer) figure(i int, f *figure) policy.Figure {
	out := policy.Figure{ID: r.need("figures", i, "id", f.ID), Indicator: f.Indicator, Concept: f.Concept,
		Value: f.Value, ValueHigh: f.ValueHigh, Unit: f.Unit, ValueRaw: f.ValueRaw, UnitRaw: f.UnitRaw, Scale: f.Scale, Decimals: f.Decimals,
		Comparator: oneOf(r, "figures", i, "comparator", f.Comparator, comparators),
		Measure:    oneOf(r, "figures", i, "measure", f.Measure, measures),
		Direction:  oneOf(r, "figures", i, "direction", f.Direction, directions), Base: f.Base,
		Status: oneOf(r, "figures", i, "status", f.Status, statuses), Binding: f.Binding,
		Period: f.Period, PeriodRaw: f.PeriodRaw, Area: f.Area, Evidence: r.evidence(i, &f.Evidence), Rule: f.Rule}
	for _, d := range []struct{ key, s string }{{"value", f.Value}, {"value_high", f.ValueHigh}, {"scale", f.Scale}} {
		if !decimal(d.s) && (d.s != "" || d.key == "value") {
			r.fail("figures", i, d.key, "is no decimal number")
		}
	}
	if c := f.Table; c != nil {
		out.Table = &policy.CellRef{Table: c.ID, Row: c.Row, Col: c.Col}
		if !r.hasCell(c) {
			r.fail("figures", i, "table", "is no cell of a table")
		}
	}
	out.Block = r.block(out.Evidence.Span)
	if !r.under(out.Block, f.Section) {
		r.fail("figures", i, "section", "is not where the figure stands")
	}
	return out
}

// under says whether path is what Document.Sections gives for a block, -1 for none.
func (r *restorer) under(block int, path []int) bool {
	if block < 0 {
		return len(path) == 0
	}
	s := r.Blocks[block].Section
	for i := len(path) - 1; i >= 0; i-- {
		if s < 0 || s != path[i] {
			return false
		}
		s = r.Blocks[s].Section
	}
	return s < 0
}

func (r *restorer) hasCell(c *cellRef) bool {
	i, ok := r.tableOf[c.ID]
	return ok && 0 <= c.Row && c.Row < r.Tables[i].Rows && 0 <= c.Col && c.Col < r.Tables[i].Cols
}

// evidence restores where a figure and its fields were read.
func (r *restorer) evidence(i int, e *evidence) policy.Evidence {
	span := r.span("figures", i, "evidence.start", e.place)
	at := policy.Place{Part: e.Source.Part, Span: policy.Span{Start: e.Source.Start, End: e.Source.End}, Cell: e.Source.Cell,
		Stored: e.Source.Stored, Page: e.Page}
	if at.Span.Start < 0 || at.Span.Start > at.Span.End {
		r.fail("figures", i, "evidence.source", "is no range of bytes")
	}
	if len(e.Box) == 4 {
		at.Box = policy.Rect{Left: e.Box[0], Top: e.Box[1], Right: e.Box[2], Bottom: e.Box[3]}
	} else if len(e.Box) > 0 {
		r.fail("figures", i, "evidence.bbox", "is no box")
	}
	r.places[span] = at
	return policy.Evidence{Span: span, Indicator: r.spans(i, "indicator", e.Indicator), Period: r.spans(i, "period", e.Period),
		Comparator: r.spans(i, "comparator", e.Comparator), Area: r.spans(i, "area", e.Area), Status: r.spans(i, "status", e.Status),
		Direction: r.spans(i, "direction", e.Direction)}
}

// quotes are what the file says stands at the figures.
func (d *document) quotes() []Quote {
	out := make([]Quote, len(d.Figures))
	for i := range d.Figures {
		e := &d.Figures[i].Evidence
		out[i] = Quote{e.Exact, e.Prefix, e.Suffix, e.Line}
	}
	return out
}

// decimal says whether s is an exact decimal number: -0.5, 12, 3.20.
func decimal(s string) bool {
	digits, point := 0, false
	for i, c := range []byte(s) {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '-' && i == 0 && len(s) > 1 && s[1] != '.':
		case c == '.' && !point && digits > 0 && i+1 < len(s):
			point = true
		default:
			return false
		}
	}
	return digits > 0
}
