package main

import (
	"context"
	"io"

	"shuzheng/export"
)

// readsApart makes every document be read by a worker, so that none takes the run along.
func (x *extraction) readsApart() error {
	h, err := x.newHands()
	if err != nil {
		return err
	}
	h.room, h.full = int64(x.maxMemory), tooHungry{int64(x.maxMemory)}
	x.apart = h
	return nil
}

// readApart has one document read by a worker.
func (x *extraction) readApart(ctx context.Context, in input) (r result) {
	r.input = in
	src, err := x.bytesOf(ctx, &in)
	if err != nil {
		r.err = err
		return r
	}
	if r.doc, r.err = x.apart.extract(ctx, src.Name, src.Bytes); r.err == nil && x.wantJSON {
		r.json = export.AppendJSON(x.buffers.take(), r.doc)
	}
	return r
}

// A counted writer counts what it passes on.
type counted struct {
	w io.Writer
	n int64
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// A skipping writer leaves out what was written before.
type skipping struct {
	w    io.Writer
	left int64
}

func (s *skipping) Write(p []byte) (int, error) {
	skip := min(s.left, int64(len(p)))
	s.left -= skip
	if int(skip) == len(p) {
		return len(p), nil
	}
	n, err := s.w.Write(p[skip:])
	return n + int(skip), err
}
