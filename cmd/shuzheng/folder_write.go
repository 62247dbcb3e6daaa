package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"shuzheng/batch"
	"shuzheng/export"
	"shuzheng/export/stored"
	"shuzheng/policy"
)

// largeResult is the size of JSON beyond which only one is taken into memory at a time.
const largeResult = 4 << 20

// A stale is the error of a result that is not what its row says: others changed or
// removed it.
var errStale = errors.New("a result was changed while the workbook was made; run the same command again")

// writeWorkbook makes the workbook of what is stored, whether it was read in this run
// or an earlier one: so both give the same bytes.
func (r *folderRun) writeWorkbook(ctx context.Context, bar *progress) error {
	const temporary = "workbook"
	f, err := newPending(r.Temporary(temporary))
	if err != nil {
		return err
	}
	book := r.newWorkbook(f)
	defer book.discard()
	if err := r.fillWorkbook(ctx, book, bar); err != nil {
		return err
	}
	bar.wait(r.text("写出工作簿 …", "writing the workbook …"))
	if err := unlessDone(ctx, book.finish); err != nil {
		return err
	}
	if err := book.place(); err != nil {
		return err
	}
	if err := r.Place(temporary, workbookName); err != nil {
		return err
	}
	return r.writeChecks(book)
}

// fillWorkbook gives the workbook all documents, in the order of the inputs.
func (r *folderRun) fillWorkbook(ctx context.Context, book *workbook, bar *progress) error {
	h := r.newHand(r.self)
	defer h.end()
	load := func(i int) loaded {
		if row := &r.rows[i]; row.Failure != nil || row.FileBytes > largeResult {
			return loaded{i: i}
		}
		return r.load(i)
	}
	take := func(l loaded) error {
		row := &r.rows[l.i]
		bar.step(row.Path)
		if row.Failure == nil && l.doc == nil {
			if l = r.load(l.i); l.err != nil {
				l = r.again(ctx, h, l.i)
			}
		}
		switch {
		case l.err != nil:
			return l.err
		case row.Failure != nil:
			return book.fail(row.Path, r.why(row.Failure))
		}
		r.review.see(l.doc)
		return book.add(result{doc: l.doc})
	}
	return inOrder(ctx, len(r.rows), int(r.jobs), load, take)
}

// checksName is the file of the checks between documents.
const checksName = "checks.jsonl"

// writeChecks writes what the documents state differently, a line a check. One document
// has no such file; what an earlier run of several left is removed.
func (r *folderRun) writeChecks(book *workbook) error {
	if book.added < 2 {
		if err := os.Remove(filepath.Join(r.to, checksName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	const temporary = "checks"
	var lines []byte
	for i := range book.checks {
		lines = append(export.AppendRunCheck(lines, &book.checks[i]), '\n')
	}
	if err := r.writeWhole(r.Temporary(temporary), lines); err != nil {
		return err
	}
	return r.Place(temporary, checksName)
}

// loaded is a document read back; doc is nil where that was left for later or failed.
type loaded struct {
	i   int
	doc *policy.Document
	err error
}

// load reads a result back, if it is what its row says.
func (r *folderRun) load(i int) loaded {
	l := loaded{i: i}
	l.doc, l.err = r.stored(&r.rows[i])
	return l
}

func (r *folderRun) stored(row *batch.Row) (doc *policy.Document, err error) {
	f, err := r.OpenResult(row)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := make([]byte, row.FileBytes)
	if _, err := io.ReadFull(f, b); err != nil {
		return nil, errStale
	}
	if sumOf(b) != row.FileSHA256 {
		return nil, errStale
	}
	err = stored.Each(bytes.NewReader(b), row.FileBytes+1, func(d *stored.Document) error {
		doc = d.Document
		return d.Give(row.Besides)
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", row.File, err)
	}
	return doc, nil
}

// again reads a document whose result was changed or removed since.
func (r *folderRun) again(ctx context.Context, h *hand, i int) loaded {
	in := &r.inputs[i]
	if in.member != nil || in.path == "-" { // nothing gives their bytes a second time
		return loaded{i: i, err: errStale}
	}
	r.Drop(in.path) // it names a result that is none
	o, err := r.readOne(ctx, h, in, r.reuse(in).row, "again")
	if err == nil {
		err = r.Record(&o.row)
	}
	if err != nil {
		return loaded{i: i, err: err}
	}
	r.rows[i] = o.row
	if o.row.Failure != nil {
		return loaded{i: i}
	}
	return r.load(i)
}
