package main

import (
	"time"

	"shuzheng/batch"
)

// reuse keeps the row of a document that did not change. The row that it gives otherwise
// says what is known of the document already.
func (r *folderRun) reuse(in *input) outcome {
	row := batch.Row{Path: in.path, Program: version(), Options: r.digest, File: r.names[in.path]}
	size, changed, ok := statOf(in)
	if ok {
		row.Size, row.MTime, row.Fresh = size, batch.Time(changed), batch.IsFresh(changed, time.Now())
	}
	old, known := r.Prior(in.path)
	if !known || !ok || in.err != nil || !r.holds(&old, &row) || !old.Same(size, changed) && !in.unsettled {
		return outcome{row: row}
	}
	in.skip()
	old.Gone = false
	return outcome{row: old, kept: true}
}

// holds says whether what an earlier run recorded is what this one would find, if the
// document is the same.
func (r *folderRun) holds(old, row *batch.Row) bool {
	if old.Options != row.Options {
		return false
	}
	if old.Failure != nil {
		return old.Failure.Lasting() && r.limitsOf(old.Failure.Kind) == old.Limit
	}
	if old.File != row.File || r.opt.Trace {
		return false
	}
	f, err := r.OpenResult(old)
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Size() != old.FileBytes {
		return false
	}
	if !r.Broken { // the workbook's turn sees whether its bytes are the same
		return true
	}
	sum, err := hashOf(f)
	return err == nil && sum == old.FileSHA256
}

// limitsOf is the limit that a failure of a kind was one of.
func (r *folderRun) limitsOf(kind string) string {
	switch kind {
	case batch.Slow:
		return r.timeout.String()
	case batch.Hungry:
		return r.maxMemory.String()
	}
	return ""
}
