package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"shuzheng/audit"
	"shuzheng/batch"
	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// read extracts one document, or gives up when it takes too long. What was given up
// cannot be stopped: it works on unseen until it ends by itself.
func (x *extraction) read(in input) result {
	done := make(chan result, 1)
	go func() {
		deepen()
		done <- x.input(in)
	}()
	timer := time.NewTimer(time.Duration(x.timeout))
	defer timer.Stop()
	select {
	case r := <-done:
		return r
	case <-timer.C:
		return result{input: in, err: tooSlow{time.Duration(x.timeout)}}
	}
}

// deepen grows the stack of a new goroutine at once to what most documents need. Grown
// step by step it would be moved five times, with more frames on it each time.
//
//go:noinline
func deepen() {
	var room [48 << 10]byte
	runtime.KeepAlive(&room)
}

// A tooSlow is the error of a document that takes longer than --timeout.
type tooSlow struct{ limit time.Duration }

func (e tooSlow) Error() string { return fmt.Sprintf("not read within %s", e.limit) }

// input extracts the document of one input.
func (x *extraction) input(in input) (r result) {
	var src *policy.Source
	err := guarded(func() (err error) {
		src, err = in.source(x.in, int64(x.maxBytes))
		return err
	})
	if err != nil {
		return result{input: in, err: err}
	}
	r = x.obtain(src)
	r.input = in
	return r
}

// obtain extracts one document, as this program does it.
func (x *extraction) obtain(src *policy.Source) result {
	if x.reader != nil {
		return x.reader(x, src)
	}
	return x.document(src)
}

// document extracts one document.
func (x *extraction) document(src *policy.Source) (r result) {
	r.err = guarded(func() (err error) {
		if r.doc, err = extract.Document(src, x.opt); err != nil {
			return err
		}
		audit.Check(r.doc)
		if x.wantJSON {
			r.json = export.AppendJSON(x.buffers.take(), r.doc)
		}
		return nil
	})
	return r
}

// buffers hold the JSON of documents that are written already: a document's JSON
// is many times its text, and growing it anew each time would cost a third of the run.
type buffers chan []byte

// take gives an empty buffer; the first ones have no room yet.
func (b buffers) take() []byte {
	select {
	case buf := <-b:
		return buf[:0]
	default:
		return nil
	}
}

// give takes back a buffer that nobody reads any more.
func (b buffers) give(buf []byte) {
	select {
	case b <- buf:
	default:
	}
}

// guarded turns a panic into an error: it is a mistake of ours and must cost one
// document only.
func guarded(do func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = panicked{fault, string(debug.Stack())}
		}
	}()
	return do()
}

// A panicked is the error of a document that our code stumbled over.
type panicked struct {
	fault any
	stack string
}

// Error names the fault and the place in our code where it happened.
func (e panicked) Error() string {
	_, below, _ := strings.Cut(e.stack, "\npanic(") // above stands the recovery
	for line := range strings.Lines(below) {
		if line = strings.TrimSpace(line); strings.Contains(line, ".go:") && !strings.Contains(line, "runtime/") {
			place, _, _ := strings.Cut(filepath.Base(filepath.Dir(line))+"/"+filepath.Base(line), " ")
			return fmt.Sprintf("%v (%s)", e.fault, place)
		}
	}
	return fmt.Sprint(e.fault)
}

// failure is why an input could not be read, in both languages.
func (p *program) failure(err error) *batch.Failure {
	f := batch.Failure{Kind: batch.Unreadable, Zh: (&program{lang: chinese}).explain(err), En: (&program{lang: english}).explain(err)}
	switch err.(type) {
	case tooSlow:
		f.Kind = batch.Slow
	case panicked:
		f.Kind = batch.Crashed
	case tooHungry:
		f.Kind = batch.Hungry
	case crashed:
		f.Kind = batch.Crashed
	}
	return &f
}

// A tooHungry is the error of a document that takes more memory than --max-memory.
type tooHungry struct{ limit int64 }

func (e tooHungry) Error() string { return fmt.Sprintf("more than %d bytes of memory", e.limit) }

// A crashed is the error of a document that the process that read it did not survive.
type crashed struct{ how string }

func (e crashed) Error() string { return e.how }

// explain says what went wrong with an input and what to try.
func (p *program) explain(err error) string {
	var (
		large    tooLarge
		slow     tooSlow
		hungry   tooHungry
		crash    crashed
		fault    panicked
		line     badLine
		unusable *read.Error
		failure  workerFailure
	)
	switch {
	case errors.As(err, &failure):
		return p.why(&failure.Failure)
	case errors.Is(err, fs.ErrNotExist):
		return p.text("没有这个文件", "no such file")
	case errors.Is(err, fs.ErrPermission):
		return p.text("没有读取的权限", "no permission to read it")
	case errors.As(err, &large):
		return p.text("超过 %d 字节；确要读它，请调大 --max-bytes", "more than %d bytes; to read it all the same, raise --max-bytes", large.limit)
	case errors.As(err, &slow):
		return p.text("%s 内没有读完；确要读它，请调大 --timeout", "not read within %s; to read it all the same, raise --timeout", slow.limit)
	case errors.As(err, &hungry):
		return p.text("读它要用的内存超过 %d MB；确要读它，请调大 --max-memory", "reading it takes more than %d MB of memory; to read it all the same, raise --max-memory", hungry.limit>>20)
	case errors.As(err, &crash):
		return p.text("程序读它时崩溃了：%v；请把这个文件和这一行报告给我们", "the program crashed on it: %v; please report it with the file", crash)
	case errors.As(err, &fault):
		return p.text("程序自身出错：%v；请把这个文件和这一行报告给我们", "a fault of the program: %v; please report it with the file", fault)
	case errors.As(err, &line):
		return p.choose(line.zh, line.en)
	case errors.As(err, &unusable):
		return p.choose(unusable.Zh, unusable.En)
	}
	return err.Error()
}
