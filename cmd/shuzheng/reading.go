package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime/debug"
	"strings"

	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/extract/read"
)

// read extracts one document.
func (x *extraction) read(in input) result {
	r := result{input: in}
	r.err = guarded(func() error {
		src, err := in.source(x.in, int64(x.maxBytes))
		if err != nil {
			return err
		}
		r.doc, err = extract.Document(src, x.opt)
		if err == nil && x.wantJSON {
			r.json = export.AppendJSON(x.buffers.take(), r.doc)
		}
		return err
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

// explain says what went wrong with an input and what to try.
func (x *extraction) explain(err error) string {
	var (
		large    tooLarge
		fault    panicked
		unusable *read.Error
	)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return x.text("没有这个文件", "no such file")
	case errors.Is(err, fs.ErrPermission):
		return x.text("没有读取的权限", "no permission to read it")
	case errors.As(err, &large):
		return x.text("超过 %d 字节；确要读它，请调大 --max-bytes", "more than %d bytes; to read it all the same, raise --max-bytes", large.limit)
	case errors.As(err, &fault):
		return x.text("程序自身出错：%v；请把这个文件和这一行报告给我们", "a fault of the program: %v; please report it with the file", fault)
	case errors.As(err, &unusable):
		if x.lang == english {
			return unusable.En
		}
		return unusable.Zh
	}
	return err.Error()
}
