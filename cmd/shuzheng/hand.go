package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"shuzheng/policy"
)

// A hand holds a worker at this end: it starts the process, hands it documents, ends it
// when one takes too long and starts another where one died.
type hand struct {
	self    string // the program
	setup   workerSetup
	timeout time.Duration

	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	errs head // what it says when it dies
	done int  // documents that this process has read
}

// graceToEnd is how long a worker has for removing what it began (a conversion by
// LibreOffice) once its pipe is closed.
const graceToEnd = 3 * time.Second

// A writeError is one of the place where a result was to go, not of the document.
type writeError struct{ error }

func (e writeError) Unwrap() error { return e.error }

// ask has a document read: its JSON goes to to. A worker that dies over a document
// which was not its first is not believed, for it may have died of the others; a fresh
// one tries again. The error of a document is tooSlow, tooHungry or crashed; any other
// is one of the run.
func (h *hand) ask(ctx context.Context, src *policy.Source, to func() (io.Writer, error)) (a *answer, trace []byte, err error) {
	for {
		if h.cmd == nil {
			if err := h.start(); err != nil {
				return nil, nil, err
			}
		}
		first := h.done == 0
		w, err := to()
		if err != nil {
			return nil, nil, writeError{err}
		}
		a, trace, err := h.once(ctx, src, w)
		if err == nil || ctx.Err() != nil || first {
			return a, trace, err
		}
		switch err.(type) {
		case tooSlow, writeError:
			return nil, nil, err
		}
	}
}

// once hands the document to the process there is.
func (h *hand) once(ctx context.Context, src *policy.Source, to io.Writer) (a *answer, trace []byte, err error) {
	h.done++
	h.errs.Reset()
	var late sync.Once
	slow := false
	end := func() { late.Do(h.hangUp) }
	timer := time.AfterFunc(h.timeout, func() { late.Do(func() { slow = true; h.hangUp() }) })
	stop := context.AfterFunc(ctx, end)
	a, trace, err = h.talk(src, to)
	timer.Stop()
	stop()
	late.Do(func() {}) // from here on nobody hangs up
	if err == nil && !slow && ctx.Err() == nil {
		return a, trace, nil
	}
	died := h.end()
	var wrote writeError
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case errors.As(err, &wrote):
		return nil, nil, wrote
	case slow:
		return nil, nil, tooSlow{h.timeout}
	}
	return nil, nil, died
}

// talk sends the document and takes the answer.
func (h *hand) talk(src *policy.Source, to io.Writer) (*answer, []byte, error) {
	in := bufio.NewWriterSize(h.in, 1<<16)
	if err := writeLines(in, &request{src.Name, int64(len(src.Bytes)), src.SHA256}, src.Bytes); err != nil {
		return nil, nil, err
	}
	var a answer
	if err := readLine(h.out, &a); err != nil {
		return nil, nil, err
	}
	out := errWriter{w: to}
	if _, err := io.CopyN(&out, h.out, a.JSON); err != nil {
		if out.err != nil {
			err = writeError{out.err}
		}
		return nil, nil, err
	}
	trace := make([]byte, a.Trace)
	_, err := io.ReadFull(h.out, trace)
	return &a, trace, err
}

// An errWriter keeps the error of a writer apart from that of the reader.
type errWriter struct {
	w   io.Writer
	err error
}

func (w *errWriter) Write(p []byte) (n int, err error) {
	n, w.err = w.w.Write(p)
	return n, w.err
}

// start starts a process and waits until it is ready.
func (h *hand) start() error {
	h.cmd = exec.Command(h.self, workerName)
	h.errs.Reset()
	h.cmd.Stderr = &h.errs
	h.cmd.WaitDelay = graceToEnd
	in, err := h.cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := h.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := h.cmd.Start(); err != nil {
		h.cmd = nil
		return fmt.Errorf("worker: %w", err)
	}
	h.in, h.out, h.done = in, bufio.NewReaderSize(out, 1<<16), 0
	var ready workerReady
	w := bufio.NewWriter(in)
	if err = writeLines(w, &h.setup); err == nil {
		err = readLine(h.out, &ready)
	}
	if err == nil && ready.Fault != "" {
		err = errors.New(ready.Fault)
	}
	if err != nil {
		h.end()
		return fmt.Errorf("worker: %w", err)
	}
	return nil
}

// hangUp tells the process to end, and kills it when it does not.
func (h *hand) hangUp() {
	h.in.Close()
	cmd := h.cmd
	time.AfterFunc(graceToEnd, func() { cmd.Process.Kill() })
}

// end ends the process and says what it died of.
func (h *hand) end() error {
	if h.cmd == nil {
		return nil
	}
	h.hangUp()
	io.Copy(io.Discard, h.out) // it may be in the middle of an answer
	err := h.cmd.Wait()
	h.cmd = nil
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == exitHungry {
		return tooHungry{h.setup.MaxMemory}
	}
	return crashed{h.errs.fault(err)}
}

// A head keeps the beginning of what is written to it: there a Go program says what it
// dies of, and behind follow the stacks of all that it was doing.
type head struct {
	mu sync.Mutex
	b  bytes.Buffer
}

const headBytes = 4 << 10

func (t *head) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.b.Write(p[:min(len(p), max(headBytes-t.b.Len(), 0))])
	return len(p), nil
}

func (t *head) Reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.b.Reset()
}

// fault is the line that says why a process died, or how it ended.
func (t *head) fault(exit error) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	for line := range strings.Lines(t.b.String()) {
		for _, begin := range []string{"fatal error: ", "panic: "} {
			if what, ok := strings.CutPrefix(line, begin); ok {
				return strings.TrimSpace(what)
			}
		}
	}
	if exit == nil {
		return "it ended without an answer"
	}
	return exit.Error()
}
