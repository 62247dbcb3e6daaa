package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"shuzheng/batch"
	"shuzheng/policy"
)

// readAll brings every document to its row: it is as an earlier run left it, or it is
// read now. Workers do not wait for one another, so that one slow document holds up
// nothing but itself.
func (r *folderRun) readAll(ctx context.Context, bar *progress) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	for k := range min(int(r.jobs), len(r.inputs)) {
		h := r.newHand(r.self)
		wg.Go(func() {
			defer h.end()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(r.inputs) {
					return
				}
				if err := r.one(ctx, h, i, fmt.Sprint(k), bar); err != nil {
					stop(err)
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	select {
	case <-done:
	case <-ctx.Done():
		select {
		case <-done:
		case <-time.After(2 * graceToEnd):
		}
	}
	if err := context.Cause(ctx); err != errStopped {
		return err
	}
	return nil
}

// newHand is a hand whose worker, a process of the program self, reads as this run does.
func (x *extraction) newHand(self string) *hand {
	opt := x.opt
	opt.Read.Context = nil
	return &hand{self: self, setup: workerSetup{opt, x.tables, int64(x.maxMemory)}, timeout: time.Duration(x.timeout)}
}

// errStopped ends a run with --fail-fast.
var errStopped = fmt.Errorf("stopped at the first failure")

// An outcome is the row of a document, whether it is as an earlier run left it, and its
// trace.
type outcome struct {
	row   batch.Row
	kept  bool
	trace []byte
}

// one makes the row of document i.
func (r *folderRun) one(ctx context.Context, h *hand, i int, temporary string, bar *progress) error {
	in := &r.inputs[i]
	o := r.reuse(in)
	if !o.kept {
		var err error
		if o, err = r.readOne(ctx, h, in, o.row, temporary); err != nil {
			return err
		}
		if err := r.Record(&o.row); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	row := &r.rows[i]
	*row = o.row
	if o.kept {
		bar.reused++
	}
	bar.step(in.path)
	if row.Failure != nil {
		bar.failed++
		r.wrong(in.path, r.why(row.Failure))
		if r.failFast {
			r.stopped.Store(true)
			return errStopped
		}
	}
	return r.showTrace(i, o.trace)
}

// why words a failure.
func (p *program) why(f *batch.Failure) string { return p.choose(f.Zh, f.En) }

// readOne has a document read and puts its JSON into its place.
func (r *folderRun) readOne(ctx context.Context, h *hand, in *input, row batch.Row, temporary string) (outcome, error) {
	src, err := r.bytesOf(ctx, in)
	switch {
	case ctx.Err() != nil:
		return outcome{}, ctx.Err()
	case err != nil:
		return r.failed(row, err), nil
	}
	src.SHA256 = sumOf(src.Bytes)
	row.SHA256 = src.SHA256
	if in.path == "-" {
		row.Size = int64(len(src.Bytes))
	}
	if old, ok := r.Prior(in.path); ok && old.SHA256 == row.SHA256 && r.holds(&old, &row) { // touched, but the same
		old.Size, old.MTime, old.Fresh, old.Gone = row.Size, row.MTime, row.Fresh, false
		return outcome{row: old, kept: true}, nil
	}
	return r.extract(ctx, h, src, row, temporary)
}

// extract has src read by a worker, and puts the JSON into its place by way of a temporary file.
func (r *folderRun) extract(ctx context.Context, h *hand, src *policy.Source, row batch.Row, temporary string) (outcome, error) {
	var w *summed
	a, trace, err := h.ask(ctx, src, func() (_ io.Writer, err error) {
		w.close()
		w, err = newSummed(r.Temporary(temporary))
		return w, err
	})
	defer w.close()
	switch e := err.(type) {
	case nil:
	case tooSlow, tooHungry, crashed:
		return r.failed(row, err), nil
	default:
		return outcome{}, e
	}
	if a.Failure != nil {
		row.File, row.Failure = "", a.Failure
		return outcome{row: row, trace: trace}, nil
	}
	w.Write([]byte("\n"))
	if err := w.close(); err != nil {
		return outcome{}, err
	}
	row.FileBytes, row.FileSHA256 = w.n, hex.EncodeToString(w.sum.Sum(nil))
	row.Figures, row.Tables, row.Unexplained, row.Problems, row.Besides = a.Figures, a.Tables, a.Unexplained, a.Problems, a.Besides
	return outcome{row: row, trace: trace}, r.Place(temporary, row.File)
}

// bytesOf reads a file, but does not wait for one that never ends: it may be a pipe that
// nobody fills.
func (x *extraction) bytesOf(ctx context.Context, in *input) (src *policy.Source, err error) {
	ctx, stop := context.WithTimeoutCause(ctx, time.Duration(x.timeout), tooSlow{time.Duration(x.timeout)})
	defer stop()
	err = unlessDone(ctx, func() error {
		return guarded(func() error {
			s, err := in.source(x.in, int64(x.maxBytes))
			if ctx.Err() == nil {
				src = s
			}
			return err
		})
	})
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return src, err
}

// failed is the row of a document that could not be read.
func (r *folderRun) failed(row batch.Row, err error) outcome {
	row.File, row.Failure = "", r.failure(err)
	row.Limit = r.limitsOf(row.Failure.Kind)
	return outcome{row: row}
}

// showTrace prints the traces that were read, in the order of the documents.
func (r *folderRun) showTrace(i int, trace []byte) error {
	if !r.opt.Trace {
		return nil
	}
	r.traces[i] = trace
	for {
		t, ok := r.traces[r.traced]
		if !ok {
			return nil
		}
		delete(r.traces, r.traced)
		r.traced++
		if _, err := r.out.Write(t); err != nil {
			return err
		}
	}
}
