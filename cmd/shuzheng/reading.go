package main

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"strings"

	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/extract/read"
)

// read extracts one document. A panic is a mistake of ours; it costs this
// document only.
func (x *extraction) read(in input) (r result) {
	r.input = in
	defer func() {
		if fault := recover(); fault != nil {
			r.doc, r.err = nil, panicked{fault, string(debug.Stack())}
		}
	}()
	src, err := in.source(x.in, int64(x.maxBytes))
	if err != nil {
		r.err = err
		return r
	}
	if r.doc, r.err = extract.Document(src, x.opt); r.err == nil && x.wantJSON {
		r.json = export.AppendJSON(nil, r.doc)
	}
	return r
}

// A panicked is the error of a document that our code stumbled over.
type panicked struct {
	fault any
	stack string
}

// Error names the fault and the first of our own lines on the stack.
func (e panicked) Error() string {
	for line := range strings.Lines(e.stack) {
		line = strings.TrimSpace(line)
		if _, place, ok := strings.Cut(line, "/shuzheng/"); ok && strings.Contains(place, ".go:") && !strings.Contains(place, "reading.go") {
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
