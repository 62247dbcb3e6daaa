package export

import (
	"strconv"

	"shuzheng/policy"
)

func (w *Workbook) addFigures(v *view) error {
	w.firsts = append(w.firsts, w.figures.rows())
	if w.paper != nil {
		w.paper.document(v)
	}
	var r figureRow // one for all, since columns are asked by its address
	for i := range v.doc.Figures {
		f := &v.doc.Figures[i]
		n := w.figures.rows()
		r = figureRow{view: v, figure: f, number: n + 1, quote: v.quote(f), place: w.figures.place(n, 0), evidence: w.evidence.place(n, 0)}
		v.figures[f.ID] = n + 1
		if w.options.Verdicts != nil {
			if all := w.options.Verdicts(f.ID); len(all) > 0 {
				r.seen = sightOf(all, f.Digest())
			}
		}
		w.facts.add(f, v.name, n)
		if err := w.put(w.figures, fill(w, w.figureColumns, &r)); err != nil {
			return err
		}
		if err := w.put(w.evidence, fill(w, evidenceColumns, &r)); err != nil {
			return err
		}
		if err := w.addPaper(&r, i); err != nil {
			return err
		}
	}
	return nil
}

// addNumerals counts the unexplained ones, which stand first in the workbook.
func (w *Workbook) addNumerals(v *view) (unexplained int, err error) {
	var r numeralRow
	for i := range v.doc.Numerals {
		n := &v.doc.Numerals[i]
		r = numeralRow{view: v, numeral: n, figure: v.figures[n.Figure]}
		if r.figure > 0 {
			r.place = w.figures.place(r.figure-1, 0)
		}
		to := w.explained
		if n.As == policy.Unexplained {
			to = w.unexplained
			unexplained++
		}
		if err := w.putOn(to, w.numerals, fill(w, numeralColumns, &r)); err != nil {
			return 0, err
		}
	}
	return unexplained, nil
}

func (w *Workbook) addProblems(v *view) error {
	for _, p := range v.doc.Problems {
		r := problemRow{file: v.doc.Source.Name, message: w.options.Lang.Message(p.Message), quote: shorten(v.index.text[p.Span.Start:p.Span.End], sentenceRunes),
			line: v.index.Line(p.Span.Start), start: v.index.Rune(p.Span.Start), end: v.index.Rune(p.Span.End)}
		if err := w.put(w.problems, fill(w, problemColumns, &r)); err != nil {
			return err
		}
	}
	return nil
}

// put appends a line of cells to a sheet, as high as its texts need.
func (w *Workbook) put(s *sheet, line []cell) error { return w.putOn(nil, s, line) }

// putOn is put for a line that waits in a spool of the sheet; nil for none.
func (w *Workbook) putOn(to *spool, s *sheet, line []cell) error {
	r := row{cells: line}
	if len(line) > 0 {
		r.height = height(line, s.widths)
	}
	return w.putRowOn(to, s, &r)
}

func (w *Workbook) putRow(s *sheet, r *row) error { return w.putRowOn(nil, s, r) }

func (w *Workbook) putRowOn(to *spool, s *sheet, r *row) error {
	tooLong := -1
	for i := range r.cells {
		if r.cells[i].kind == blankCell {
			continue
		}
		if w.fit(&r.cells[i]) {
			tooLong = i
		}
		if err := w.press.strings.share(&r.cells[i]); err != nil {
			return err
		}
	}
	var err error
	if to == nil {
		err = s.write(w.press, r)
	} else {
		err = to.put(r)
	}
	if err != nil || tooLong < 0 {
		return err
	}
	return w.noteCut(s, tooLong)
}

// fit makes a cell's text one that a spreadsheet can hold, and says whether it had to be cut.
func (w *Workbook) fit(c *cell) bool {
	if len(c.text)+len(c.mark)+len(c.rest) <= maxUnits {
		return false
	}
	var wasCut bool
	*c, wasCut = fitted(*c, w.options.Lang)
	return wasCut
}

// noteCut lists the last row of a sheet among the problems. The ledger's rows
// find their lines only when all are there, and none of its cells can be so long.
func (w *Workbook) noteCut(s *sheet, col int) error {
	w.cuts++
	place := s.place(s.rows()-1, col)
	message := w.options.Lang.pick("单元格 "+place+" 的内容过长，已截断（上限 "+strconv.Itoa(maxUnits)+" 字）；全文见 JSON 输出",
		"cell "+place+" is too long for a spreadsheet and was cut at "+strconv.Itoa(maxUnits)+" characters; the JSON holds it all")
	return w.put(w.problems, fill(w, problemColumns, &problemRow{file: "", message: message}))
}
