package main

import (
	"errors"
	"io"
	"path/filepath"

	"shuzheng/audit"
	"shuzheng/export/page"
)

// A pageFile is the evidence page over the documents of a run.
type pageFile struct {
	*page.Writer
	*pending // nil on standard output
	x        *extraction
	across   *audit.Across // what documents state of one thing is compared in the end
	added    int
}

func openPage(x *extraction, path string, inputs []input) (output, error) {
	if len(inputs) > page.MaxDocuments {
		return nil, errors.New(x.text("一页至多放 %d 份文档，这里有 %d 份；请分几次写，或写成工作簿（-o 名称.xlsx）", "a page holds at most %d documents, and here are %d; write several pages, or a workbook (-o NAME.xlsx)", page.MaxDocuments, len(inputs)))
	}
	f, err := newPending(path)
	if err != nil {
		return nil, err
	}
	return x.newPage(f, f), nil
}

// newPage is the page that goes to w, and by it to f unless that is nil.
func (x *extraction) newPage(w io.Writer, f *pending) *pageFile {
	opt := page.Options{Lang: x.exportLang(), Version: version(), Concept: conceptNames, Verdicts: x.review.of}
	return &pageFile{Writer: page.NewWriter(w, opt), pending: f, x: x, across: audit.NewAcross(audit.MaxAcross)}
}

// conceptNames words a concept of the table in use in both languages.
func conceptNames(id string) (zh, en string) {
	c, _ := concept(id)
	return c.Zh, c.En
}

func (o *pageFile) add(r result) error {
	o.across.Add(o.added, r.doc)
	o.added++
	err := o.Add(r.doc)
	var much page.TooLarge
	if errors.As(err, &much) {
		return errors.New(o.x.text("读到第 %d 份文档，页面已有 %d MB，浏览器难以打开；请分几次写，或写成工作簿（-o 名称.xlsx）", "with document %d the page has %d MB, too much for a browser; write several pages, or a workbook (-o NAME.xlsx)", much.Documents, much.Bytes>>20))
	}
	return err
}

// fail lists a document that could not be read, and why.
func (o *pageFile) fail(path, why string) error {
	o.Fail(filepath.ToSlash(path), why)
	return nil
}

func (o *pageFile) finish() error {
	o.AddRun(o.across.Checks())
	err := o.Writer.Close()
	if err != nil || o.pending == nil {
		return err
	}
	return o.pending.finish()
}

func (o *pageFile) place() error {
	if o.pending == nil {
		return nil
	}
	return o.pending.place()
}

func (o *pageFile) discard() {
	if o.pending != nil {
		o.pending.discard()
	}
}
