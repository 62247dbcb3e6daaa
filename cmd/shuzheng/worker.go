package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"shuzheng/batch"
	"shuzheng/export/stored"
	"shuzheng/extract"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// A worker is this program started by itself to read documents, one at a time. What
// cannot be stopped or survived within a process, an endless loop, a stack that
// overflows, a heap beyond all bounds, then costs one document and one process. Both
// talk through pipes: a line of JSON, and behind it the bytes that it counts.

// A workerSetup is the first line for a worker.
type workerSetup struct {
	Options   extract.Options
	Tables    tables
	MaxMemory int64 // bytes that it may hold
}

// A workerReady is the first line from it.
type workerReady struct{ Fault string }

// A request is a document to read; its bytes follow.
type request struct {
	Name   string
	Bytes  int64
	SHA256 string // of them, if it is known
}

// An answer is what came of it; the JSON of the document and its trace follow.
type answer struct {
	JSON, Trace                            int64
	Figures, Tables, Unexplained, Problems int
	Besides                                json.RawMessage `json:",omitempty"`
	Failure                                *batch.Failure
}

// workerStack is how deep a goroutine's stack may grow: a recursion without end is
// then noticed long before the memory is full.
const workerStack = 64 << 20

// workerName is the command that a worker is started with; no person calls it, and the
// help does not list it.
const workerName = "worker"

// workerCommand is `shuzheng worker`. It answers requests until its input ends. A person's
// Ctrl-C and the end of a session are for the process that started it.
func workerCommand(p *program, args []string) int {
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	debug.SetMaxStack(workerStack)
	in, out := bufio.NewReaderSize(p.in, 1<<16), bufio.NewWriterSize(p.out, 1<<16)
	var setup workerSetup
	if err := readLine(in, &setup); err != nil {
		return exitUsage
	}
	x := &extraction{program: p, opt: setup.Options, wantJSON: true, buffers: make(buffers, 1)}
	ready := workerReady{}
	if _, err := setup.Tables.apply(); err != nil {
		ready.Fault = err.Error()
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	x.opt.Read.Context = ctx
	watchMemory(setup.MaxMemory)
	if writeLines(out, &ready) != nil {
		return exitFailed
	}
	todo := make(chan *policy.Source)
	go func() {
		feed(in, todo)
		cancel() // nobody waits for the document that is being read
		read.Settle()
		os.Exit(exitOK)
	}()
	for src := range todo {
		a, json, trace := x.answer(x.obtain(src))
		if writeLines(out, a, json, trace) != nil {
			return exitFailed
		}
		x.buffers.give(json)
	}
	return exitOK
}

// feed passes on documents until the pipe ends.
func feed(in *bufio.Reader, to chan<- *policy.Source) {
	for {
		var r request
		if readLine(in, &r) != nil {
			return
		}
		src := &policy.Source{Name: r.Name, Bytes: make([]byte, r.Bytes), SHA256: r.SHA256}
		if _, err := io.ReadFull(in, src.Bytes); err != nil {
			return
		}
		to <- src
	}
}

// answer is what a worker says of a result, with what follows.
func (x *extraction) answer(r result) (a *answer, json, trace []byte) {
	a = &answer{}
	if r.err != nil {
		a.Failure = x.failure(r.err)
		return a, nil, nil
	}
	var t totals
	t.add(r.doc)
	a.Figures, a.Tables, a.Unexplained, a.Problems = t.figures, t.tables, t.unexplained, len(r.doc.Problems)
	a.Besides = stored.Besides(r.doc)
	if x.opt.Trace {
		var b bytes.Buffer
		out := newTrace(&program{out: &b, lang: x.lang})
		r.path = r.doc.Source.Name
		out.add(r)
		out.finish()
		trace = b.Bytes()
	}
	a.JSON, a.Trace = int64(len(r.json)), int64(len(trace))
	return a, r.json, trace
}

// readLine reads a line of JSON into v.
func readLine(in *bufio.Reader, v any) error {
	line, err := in.ReadBytes('\n')
	if err != nil {
		return err
	}
	return json.Unmarshal(line, v)
}

// writeLines writes v as a line of JSON, then what follows it.
func writeLines(out *bufio.Writer, v any, follows ...[]byte) error {
	line, err := json.Marshal(v)
	if err != nil {
		return err
	}
	out.Write(append(line, '\n'))
	for _, b := range follows {
		out.Write(b)
	}
	return out.Flush()
}
