package main

import (
	"errors"

	"shuzheng/audit"
	"shuzheng/export"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A workbook is the output for people: one .xlsx over all documents.
type workbook struct {
	*pending
	*export.Workbook
	across *audit.Across // what documents state of one thing is compared in the end
	added  int
	checks []policy.RunCheck // what came of it
}

func openWorkbook(x *extraction, path string, inputs []input) (output, error) {
	f, err := newPending(path)
	if err != nil {
		return nil, err
	}
	return x.newWorkbook(f), nil
}

// newWorkbook is the workbook that becomes f.
func (x *extraction) newWorkbook(f *pending) *workbook {
	return &workbook{pending: f, across: audit.NewAcross(audit.MaxAcross),
		Workbook: export.NewWorkbook(export.Options{Lang: x.exportLang(), Version: version(), Reading: x.reading(), WorkingPaper: x.paper, Concept: concept, Verdicts: x.review.of})}
}

// concept names a concept of the table in use.
func concept(id string) (export.Concept, bool) {
	c := normalize.ConceptByID(id)
	if c == nil {
		return export.Concept{}, false
	}
	return export.Concept{Zh: c.Zh, En: c.En, Order: c.Order()}, true
}

func (o *workbook) add(r result) error {
	o.across.Add(o.added, r.doc)
	o.added++
	return o.Add(r.doc)
}

// fail lists a document that could not be read, and why.
func (o *workbook) fail(path, why string) error { return o.Fail(path, errors.New(why)) }

func (o *workbook) finish() error {
	o.checks = o.across.Checks()
	if err := o.AddRun(o.checks, o.across.Left()); err != nil {
		return err
	}
	if _, err := o.WriteTo(o.pending); err != nil {
		return err
	}
	return o.pending.finish()
}

func (o *workbook) discard() {
	o.Close()
	o.pending.discard()
}
