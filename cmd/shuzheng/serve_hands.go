package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"time"

	"shuzheng/batch"
	"shuzheng/export/stored"
	"shuzheng/policy"
)

// hands are the workers of a server: a document that a stranger sends may loop, crash or
// fill the memory, and must not take the server with it.
type hands struct {
	free   chan *hand
	room   int64    // bytes of JSON that a document may become
	full   error    // where it becomes more
	zh, en *program // to word errors with
}

// newHands makes as many as documents are read at a time. A worker starts with its
// first document.
func (x *extraction) newHands() (*hands, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	h := &hands{free: make(chan *hand, x.jobs), room: largestJSON, full: tooMuch, zh: &program{lang: chinese, err: io.Discard}, en: &program{lang: english, err: io.Discard}}
	for range x.jobs {
		h.free <- x.newHand(self)
	}
	return h, nil
}

// end ends the workers, once all of them are free.
func (h *hands) end() {
	for range cap(h.free) {
		select {
		case one := <-h.free:
			one.end()
		case <-time.After(graceToEnd):
			return
		}
	}
}

// A workerFailure is the error of a document that a worker could not read.
type workerFailure struct{ batch.Failure }

func (f workerFailure) Error() string { return f.En }

// largestJSON is how much JSON a document may become: many times what any that people
// wrote becomes, and little enough for a few at a time.
const largestJSON = 512 << 20

// tooMuch is the failure of a document that becomes more.
var tooMuch = workerFailure{batch.Failure{Kind: batch.Hungry, Zh: "读出的内容太多，网页里放不下；请用 shuzheng extract 读它", En: "too much was read from it for a page; read it with shuzheng extract"}}

// extract has a document read by a worker.
func (h *hands) extract(ctx context.Context, name string, b []byte) (*policy.Document, error) {
	var one *hand
	select {
	case one = <-h.free:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { h.free <- one }()
	json := bounded{room: h.room, full: h.full}
	a, _, err := one.ask(ctx, &policy.Source{Name: name, Bytes: b}, func() (io.Writer, error) {
		json.Reset()
		return &json, nil
	})
	switch {
	case errors.Is(err, h.full):
		return nil, h.full
	case err != nil:
		return nil, err
	case a.Failure != nil:
		return nil, workerFailure{*a.Failure}
	}
	return restored(json.Bytes(), a, b)
}

// restored makes the document that a worker wrote; source is the file's bytes.
func restored(json []byte, a *answer, source []byte) (doc *policy.Document, err error) {
	err = stored.Each(bytes.NewReader(json), int64(len(json))+1, func(d *stored.Document) error {
		doc = d.Document
		return d.Give(a.Besides)
	})
	if err == nil && doc == nil {
		err = errors.New("the worker gave nothing")
	}
	if err != nil {
		return nil, err
	}
	doc.Source.Bytes = source
	return doc, nil
}

// A bounded buffer takes so much and no more.
type bounded struct {
	bytes.Buffer
	room int64
	full error // when there is no more
}

func (b *bounded) Write(p []byte) (int, error) {
	if int64(b.Len()+len(p)) > b.room {
		return 0, b.full
	}
	return b.Buffer.Write(p)
}

// explain words an error in both languages.
func (h *hands) explain(err error) (zh, en string) {
	var failure workerFailure
	if errors.As(err, &failure) {
		return failure.Zh, failure.En
	}
	return h.zh.explain(err), h.en.explain(err)
}
