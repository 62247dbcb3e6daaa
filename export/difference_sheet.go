package export

import (
	"io"
	"strings"

	"shuzheng/policy"
)

// A DiffWorkbook is a spreadsheet over comparisons: 差异, every figure that was added,
// removed or changed with old and new and the two quotes, and 文档, what was compared.
// Like a Workbook it keeps no document.
type DiffWorkbook struct {
	options                        Options
	press                          *press
	differences, documents, failed *sheet
	line                           []cell
}

// NewDiffWorkbook begins an empty one. Close removes its temporary files.
func NewDiffWorkbook(options Options) *DiffWorkbook {
	if options.Lang == "" {
		options.Lang = Chinese
	}
	l := options.Lang
	return &DiffWorkbook{options: options, press: newPress(),
		differences: newSheet(l, "差异", "Differences", amber, 3, differenceColumns),
		documents:   newSheet(l, "文档", "Documents", navy, 1, comparisonColumns),
		failed:      newSheet(l, "问题", "Problems", red, 0, problemColumns)}
}

// A differenceRow is what the columns of differences see.
type differenceRow struct {
	lang     Lang
	number   int
	name     string // of the document
	document string // place of its row
	kind     policy.DifferenceKind
	changes  []Change
	a, b     *figureRow // nil where there is none
}

// either is the figure of the second version, or of the first where it was removed.
func (r *differenceRow) either() *figureRow {
	if r.b != nil {
		return r.b
	}
	return r.a
}

var differenceColumns = []column[differenceRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *differenceRow) cell { return count(r.number) }},
	{"kind", "差异", "Difference", 10, codeColumn, differenceKindCell},
	{"indicator", "指标", "Indicator", 28, wrapColumn, func(r *differenceRow) cell { return styled(strongStyle, r.either().figure.Indicator) }},
	{"period", "时期", "Period", 13, codeColumn, func(r *differenceRow) cell { return centred(r.either().figure.Period) }},
	{"area", "地区", "Area", 12, codeColumn, func(r *differenceRow) cell { return centred(r.either().figure.Area) }},
	{"fields", "改了什么", "What changed", 16, wrapColumn, func(r *differenceRow) cell { return wrapped(strings.Join(r.fields(), "\n")) }},
	{"old", "原为", "Old", 18, wrapColumn, func(r *differenceRow) cell { return wrapped(r.side(r.a, func(c Change) string { return c.Old })) }},
	{"new", "现为", "New", 18, wrapColumn, func(r *differenceRow) cell { return wrapped(r.side(r.b, func(c Change) string { return c.New })) }},
	{"quote_a", "前一版原句（数据已标红）", "First version (the figure in red)", 52, wrapColumn, func(r *differenceRow) cell { return r.a.quoteCell() }},
	{"quote_b", "后一版原句（数据已标红）", "Second version (the figure in red)", 52, wrapColumn, func(r *differenceRow) cell { return r.b.quoteCell() }},
	{"value_a", "原数值", "Old value", 15, numberColumn, func(r *differenceRow) cell { return r.a.valueCell() }},
	{"value_b", "现数值", "New value", 15, numberColumn, func(r *differenceRow) cell { return r.b.valueCell() }},
	{"unit", "单位", "Unit", 10, codeColumn, func(r *differenceRow) cell { return centred(r.either().figure.Unit) }},
	{"section", "章节", "Section", 30, wrapColumn, func(r *differenceRow) cell { f := r.either(); return styled(faintStyle, f.section(f.figure.Block)) }},
	{"line_a", "原行", "Old line", 8, numberColumn, func(r *differenceRow) cell { return r.a.lineCell() }},
	{"line_b", "现行", "New line", 8, numberColumn, func(r *differenceRow) cell { return r.b.lineCell() }},
	{"document", "文档", "Document", 30, linkColumn, func(r *differenceRow) cell { return link(r.name, r.document) }},
	{"id_a", "原标识", "Old ID", 19, codeColumn, func(r *differenceRow) cell { return r.a.idCell() }},
	{"id_b", "现标识", "New ID", 19, codeColumn, func(r *differenceRow) cell { return r.b.idCell() }},
}

func differenceKindCell(r *differenceRow) cell {
	styles := map[policy.DifferenceKind]style{policy.Added: goodStyle, policy.Changed: estimateStyle, policy.Removed: alarmStyle}
	return styled(styles[r.kind], r.lang.Difference(r.kind))
}

func (r *differenceRow) fields() (names []string) {
	for _, c := range r.changes {
		names = append(names, c.Name)
	}
	return names
}

// side is what one version says: the changed fields a line each, the figure as it is
// printed where all of it is new or gone.
func (r *differenceRow) side(f *figureRow, of func(Change) string) string {
	if f == nil {
		return ""
	}
	if len(r.changes) == 0 {
		return Printed(f.doc, f.figure)
	}
	var lines []string
	for _, c := range r.changes {
		if s := of(c); s != "" {
			lines = append(lines, s)
		} else {
			lines = append(lines, "—")
		}
	}
	return strings.Join(lines, "\n")
}

// The cells of one version, empty for a figure that is not there.

func (r *figureRow) quoteCell() cell {
	if r == nil {
		return styled(wrapStyle, "")
	}
	return marked(r.quote.before, r.quote.exact, r.quote.after)
}

func (r *figureRow) valueCell() cell {
	if r == nil {
		return cell{style: numberStyle}
	}
	return number(r.figure.Value, r.figure.Decimals)
}

func (r *figureRow) lineCell() cell {
	if r == nil {
		return cell{style: countStyle}
	}
	return count(r.index.Line(r.figure.Evidence.Span.Start))
}

func (r *figureRow) idCell() cell {
	if r == nil {
		return styled(faintCentreStyle, "")
	}
	return styled(faintCentreStyle, r.figure.ID)
}

// A comparisonRow is what the columns of compared documents see.
type comparisonRow struct {
	number int
	*policy.Comparison
	Counts
	place string // of the first difference
}

var comparisonColumns = []column[comparisonRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *comparisonRow) cell { return count(r.number) }},
	{"title_a", "前一版", "First version", 40, wrapColumn, func(r *comparisonRow) cell { return titleCell(r.A) }},
	{"title_b", "后一版", "Second version", 40, wrapColumn, func(r *comparisonRow) cell { return titleCell(r.B) }},
	{"changed", "改动", "Changed", 9, numberColumn, func(r *comparisonRow) cell { return linkedCount(r.Changed, r.place) }},
	{"added", "新增", "Added", 9, numberColumn, func(r *comparisonRow) cell { return linkedCount(r.Added, r.place) }},
	{"removed", "删除", "Removed", 9, numberColumn, func(r *comparisonRow) cell { return linkedCount(r.Removed, r.place) }},
	{"unchanged", "未变", "Unchanged", 10, numberColumn, func(r *comparisonRow) cell { return count(r.Unchanged) }},
	{"moved", "其中移动", "of them moved", 10, numberColumn, func(r *comparisonRow) cell { return count(r.Moved) }},
	{"reworded", "其中改写", "of them reworded", 10, numberColumn, func(r *comparisonRow) cell { return count(r.Reworded) }},
	{"file_a", "前一版文件", "First file", 36, wrapColumn, func(r *comparisonRow) cell { return fileCell(r.A) }},
	{"file_b", "后一版文件", "Second file", 36, wrapColumn, func(r *comparisonRow) cell { return fileCell(r.B) }},
	{"sha256_a", "前一版 SHA-256", "First SHA-256", 68, textColumn, func(r *comparisonRow) cell { return sumCell(r.A) }},
	{"sha256_b", "后一版 SHA-256", "Second SHA-256", 68, textColumn, func(r *comparisonRow) cell { return sumCell(r.B) }},
}

func titleCell(doc *policy.Document) cell {
	if doc == nil {
		return styled(faintStyle, "—")
	}
	return styled(strongStyle, documentName(doc))
}

func fileCell(doc *policy.Document) cell {
	if doc == nil {
		return styled(faintStyle, "")
	}
	return styled(faintStyle, doc.Source.Name)
}

func sumCell(doc *policy.Document) cell {
	if doc == nil {
		return styled(faintLineStyle, "")
	}
	return styled(faintLineStyle, doc.Source.SHA256)
}

// Add puts a comparison into the workbook.
func (w *DiffWorkbook) Add(c *policy.Comparison) error {
	r := comparisonRow{number: w.documents.rows() + 1, Comparison: c, Counts: CountsOf(c)}
	if !r.Equal() {
		r.place = w.differences.place(w.differences.rows(), 0)
	}
	a, b := w.side(c.A), w.side(c.B)
	for i := range c.Differences {
		d := &c.Differences[i]
		if d.Kind == policy.Unchanged {
			continue
		}
		row := differenceRow{lang: w.options.Lang, number: w.differences.rows() + 1, document: w.documents.place(w.documents.rows(), 0), kind: d.Kind,
			changes: w.options.Lang.Changes(c, d, w.options.Concept), a: a.row(d.A), b: b.row(d.B)}
		row.name = row.either().name
		if err := w.put(w.differences, filled(&w.line, differenceColumns, &row)); err != nil {
			return err
		}
	}
	return w.put(w.documents, filled(&w.line, comparisonColumns, &r))
}

// Fail puts a file into the workbook that could not be read, with the reason.
func (w *DiffWorkbook) Fail(name, why string) error {
	return w.put(w.failed, filled(&w.line, problemColumns, &problemRow{file: name, message: why}))
}

// side is the view of one version, nil for none.
func (w *DiffWorkbook) side(doc *policy.Document) *view {
	if doc == nil {
		return nil
	}
	return newView(doc, w.options.Lang)
}

func (v *view) row(i int) *figureRow {
	if i < 0 {
		return nil
	}
	f := &v.doc.Figures[i]
	return &figureRow{view: v, figure: f, quote: v.quote(f)}
}

// filled is fill for whoever is no Workbook.
func filled[T any](line *[]cell, columns []column[T], r *T) []cell {
	*line = (*line)[:0]
	for i := range columns {
		*line = append(*line, columns[i].value(r))
	}
	return *line
}

// put appends a line of cells; what no cell can hold is cut and says so.
func (w *DiffWorkbook) put(s *sheet, line []cell) error {
	for i := range line {
		if c := &line[i]; len(c.text)+len(c.mark)+len(c.rest) > maxUnits {
			*c, _ = fitted(*c, w.options.Lang)
		}
	}
	return s.write(w.press, &row{cells: line, height: height(line, s.widths)})
}

// WriteTo writes the workbook.
func (w *DiffWorkbook) WriteTo(out io.Writer) (int64, error) {
	sheets := []*sheet{w.differences, w.documents}
	if w.failed.rows() > 0 {
		sheets = append(sheets, w.failed)
	}
	w.differences.empty = &row{height: 2 * lineHeight, cells: []cell{styled(textStyle, ""), styled(textStyle, ""), styled(strongStyle, w.options.Lang.pick("没有差异", "No differences"))}}
	c := counter{out: out}
	err := writeXLSX(&c, w.press, w.options, sheets, &[styles]bool{})
	return c.n, err
}

// Close removes the temporary files.
func (w *DiffWorkbook) Close() error { return w.press.close() }
