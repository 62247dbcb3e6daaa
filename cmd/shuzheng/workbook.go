package main

// A workbook is the output for people: an .xlsx over all documents.
type workbook struct {
	*pending
}

func newWorkbook(f *pending, p *program) *workbook { return &workbook{f} }

func (o *workbook) add(r result) error { return nil }
