package export

import (
	"errors"
	"io"
	"slices"

	"shuzheng/policy"
)

// Options say how a Workbook is made.
type Options struct {
	Lang    Lang   // of headers and explanations; Chinese unless English
	Version string // of the program, shown on the first sheet

	WorkingPaper string // index number of a working paper to add; "" for none

	Reading string // the flags that documents were read with, shown there too

	// Concept names a concept of the table of concepts; without it they go by their IDs.
	Concept func(id string) (Concept, bool)

	// Verdicts are those that auditors gave on a figure, by its ID; nil for none.
	Verdicts func(id string) []policy.Verdict
}

// A Workbook is a spreadsheet (.xlsx) for people over any number of documents:
// what it is, the documents, every figure with its evidence, the checks, the platforms, the tables
// as they stood, tasks and references, the ledger of all numerals, the problems. Documents are added one after
// the other and not kept: what is beyond a megabyte or so waits in temporary files, as rows
// where their place depends on what follows, else compressed as it will stand in the workbook.
//
//	w := export.NewWorkbook(export.Options{Lang: export.Chinese, Version: "1.0"})
//	defer w.Close()
//	err := w.Add(doc) // for each document
//	_, err = w.WriteTo(file)
//
// The same documents in the same order give the same bytes.
type Workbook struct {
	options Options
	press   *press

	documents, figures, evidence, grids, numerals, problems *sheet
	tasks, references, platforms                            *sheet
	checks                                                  *sheet  // a spool for each of resultOrder
	matrix                                                  *matrix // what tasks is made of
	unexplained, explained                                  *spool  // the two parts of numerals
	firsts                                                  []int   // of each document its first row of figures

	figureColumns          []column[figureRow]
	paper                  *paper // nil for none
	facts                  facts  // of the panel
	tables, failures, cuts int
	uncompared             int    // figures that AddRun did not compare
	line                   []cell // the last one filled
}

// fill fills one line of a sheet of columns. It is good until the next.
func fill[T any](w *Workbook, columns []column[T], r *T) []cell {
	w.line = w.line[:0]
	for i := range columns {
		w.line = append(w.line, columns[i].value(r))
	}
	return w.line
}

// NewWorkbook begins an empty workbook. Close removes its temporary files.
func NewWorkbook(options Options) *Workbook {
	if options.Lang == "" {
		options.Lang = Chinese
	}
	l := options.Lang
	w := &Workbook{
		options:    options,
		press:      newPress(),
		documents:  newSheet(l, "文档", "Documents", navy, 2, documentColumns),
		figures:    newSheet(l, "指标", "Figures", blue, 3, auditedColumns),
		evidence:   newSheet(l, "证据", "Evidence", blue, 2, evidenceColumns),
		checks:     newSheet(l, "勾稽", "Checks", red, 3, checkColumns),
		platforms:  newSheet(l, "平台", "Platforms", blue, 3, platformColumns),
		grids:      newGridSheet(l),
		tasks:      newSheet(l, "任务分工", "Tasks", green, 3, taskColumns),
		matrix:     newMatrix(),
		references: newSheet(l, "引用", "References", green, 0, referenceColumns),
		numerals:   newSheet(l, "台账", "Numerals", faint, 0, numeralColumns),
		problems:   newSheet(l, "问题", "Problems", red, 0, problemColumns),
	}
	w.figureColumns, w.figures.form = auditedColumns, verdictForm(l)
	if options.WorkingPaper != "" {
		w.paper = newPaper(l, options.WorkingPaper)
		w.figureColumns, w.figures = lockedColumns, newSheet(l, "指标", "Figures", blue, 3, lockedColumns)
	}
	w.facts.limit = maxFacts
	w.unexplained, w.explained = &spool{}, &spool{}
	w.numerals.spools = []*spool{w.unexplained, w.explained}
	w.checks.spools = []*spool{{}, {}, {}}
	return w
}

// sheets are the sheets that rows are put on, in their order.
func (w *Workbook) sheets() []*sheet {
	return []*sheet{w.documents, w.figures, w.evidence, w.checks, w.platforms, w.grids, w.tasks, w.references, w.numerals, w.problems}
}

// Add puts a document into the workbook. An error is one of the temporary files;
// the workbook is of no use after it.
func (w *Workbook) Add(doc *policy.Document) error {
	v := newView(doc, w.options.Lang)
	v.concept = func(id string) string {
		c := w.concept(id)
		return w.options.Lang.pick(c.Zh, c.En)
	}
	r := documentRow{view: v, number: w.documents.rows() + 1}
	if len(doc.Figures) > 0 {
		r.figure = w.figures.place(w.figures.rows(), 0)
	}
	var err error
	if r.table, err = w.addTables(v); err != nil {
		return err
	}
	if len(doc.Platforms) > 0 {
		r.platform = w.platforms.place(w.platforms.rows(), 0)
	}
	for _, add := range []func(*view) error{w.addFigures, w.addChecks, w.addTasks, w.addPlatforms, w.addReferences} {
		if err := add(v); err != nil {
			return err
		}
	}
	if r.unexplained, err = w.addNumerals(v); err != nil {
		return err
	}
	if err := w.addProblems(v); err != nil {
		return err
	}
	return w.put(w.documents, fill(w, documentColumns, &r))
}

// Fail puts a file into the workbook that could not be read, with the reason.
func (w *Workbook) Fail(name string, reason error) error {
	w.failures++
	return w.put(w.problems, fill(w, problemColumns, &problemRow{file: name, message: reason.Error()}))
}

// WriteTo writes the workbook. It may be called again, also after further Adds.
func (w *Workbook) WriteTo(out io.Writer) (int64, error) {
	w.press.strings.sealed = true // what is put from here on is put anew when it is called again
	defer func() { w.press.strings.sealed = false }()
	own := lay(w.press, w.sheets()) // while what is made of all is made
	defer own.done()
	if err := w.layTasks(); err != nil {
		return 0, err
	}
	p := w.newPanel()
	derived, err := w.derived(p)
	defer func() {
		for _, s := range derived {
			s.close()
		}
	}()
	if err != nil {
		return 0, err
	}
	sheets, err := own.done()
	if err != nil {
		return 0, err
	}
	last := len(derived) - 1
	sheets = append(slices.Insert(sheets, 4, derived[:last]...), derived[last])
	sheets = append([]*sheet{w.cover(sheets, p)}, sheets...)
	if w.paper != nil {
		laid, err := w.paper.lay(w)
		if err != nil {
			return 0, err
		}
		sheets = slices.Insert(sheets, 1, laid)
	}
	c := counter{out: out}
	err = writeXLSX(&c, w.press, w.options, sheets, &p.used)
	return c.n, err
}

// derived makes the sheets that are made of all documents: those of the panel, and last the
// codebook. They are to be closed, those too that come with an error.
func (w *Workbook) derived(p *panel) ([]*sheet, error) {
	sheets, err := p.sheets()
	if err != nil {
		return sheets, err
	}
	book, err := w.codebookSheet()
	return append(sheets, book), err
}

// A counter counts what is written.
type counter struct {
	out io.Writer
	n   int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.out.Write(p)
	c.n += int64(n)
	return n, err
}

// Close removes the temporary files. It may be called more than once.
func (w *Workbook) Close() error {
	errs := []error{w.press.close(), w.matrix.rows.close()}
	if w.paper != nil {
		errs = append(errs, w.paper.body.close())
	}
	for _, s := range w.sheets() {
		errs = append(errs, s.close())
	}
	return errors.Join(errs...)
}
