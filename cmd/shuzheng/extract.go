package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/policy"
)

// An extraction is one run of `shuzheng extract`.
type extraction struct {
	*program
	paths    []string
	to       string
	maxBytes size
	quiet    bool
	opt      extract.Options
}

// extractCommand is `shuzheng extract [flags] PATH... -o OUT`.
func extractCommand(p *program, args []string) int {
	x := &extraction{program: p, maxBytes: 64 << 20}
	f := p.flags("extract")
	f.StringVar(&x.to, "o", "", "")
	f.Var(&x.maxBytes, "max-bytes", "")
	f.BoolVar(&x.quiet, "quiet", false, "")
	f.BoolVar(&x.opt.Trace, "trace", false, "")
	var code int
	if x.paths, code = f.parse(args); code != goOn {
		return code
	}
	if len(x.paths) == 0 {
		return p.usage("没有要读的文件；给出文件、文件夹，或用 - 读标准输入", "nothing to read; name files, folders, or - for standard input")
	}
	return x.run()
}

// run reads the inputs and writes the output.
func (x *extraction) run() int {
	inputs := inputsOf(x.paths, x.to)
	if len(inputs) == 0 {
		x.say("没有找到文件：%s", "no files found: %s", strings.Join(x.paths, " "))
		return exitFailed
	}
	out, code := x.output(inputs)
	if code != goOn {
		return code
	}
	defer out.discard()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal kills

	var t totals
	work := func(i int) result { return x.read(inputs[i]) }
	take := func(_ int, r result) error { return x.take(out, &t, r) }
	err := inOrder(ctx, len(inputs), runtime.GOMAXPROCS(0), work, take)
	if err == nil && t.documents > 0 {
		err = unlessDone(ctx, out.finish)
		if err == nil {
			err = out.place()
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		x.say("已中断，没有留下结果", "interrupted, no output left")
		return exitInterrupted
	case err != nil:
		x.say("写不出结果：%v", "cannot write the output: %v", err)
		return exitFailed
	}
	if !x.quiet {
		x.closing(&t)
	}
	if t.failures > 0 {
		return exitFailed
	}
	return exitOK
}

// unlessDone runs do, but does not wait for it once ctx ends.
func unlessDone(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// read extracts one document. A panic is our own mistake; it costs this document only.
func (x *extraction) read(in input) (r result) {
	r.input = in
	defer func() {
		if fault := recover(); fault != nil {
			r.doc, r.err = nil, fmt.Errorf("%s: %v", x.text("程序出错，请连同这个文件一起报告", "a fault of the program, please report it with this file"), fault)
		}
	}()
	src, err := in.source(x.in, int64(x.maxBytes))
	if err != nil {
		r.err = err
		return r
	}
	if r.doc, r.err = extract.Document(src, x.opt); r.err == nil {
		r.json = export.AppendJSON(nil, r.doc)
	}
	return r
}

// take hands one result to the output, or reports why there is none.
func (x *extraction) take(out output, t *totals, r result) error {
	if r.err != nil {
		t.failures++
		x.say("%s：%s", "%s: %s", r.path, x.explain(r.err))
		return nil
	}
	t.add(r.doc)
	return out.add(r)
}

// explain says what went wrong with an input and what to try.
func (x *extraction) explain(err error) string {
	var large tooLarge
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return x.text("没有这个文件", "no such file")
	case errors.Is(err, fs.ErrPermission):
		return x.text("没有读取的权限", "no permission to read it")
	case errors.As(err, &large):
		return x.text("超过 %d 字节；确要读它，请把 --max-bytes 调大", "more than %d bytes; to read it all the same, raise --max-bytes", large.limit)
	}
	return err.Error()
}

// output opens what -o names by its ending.
func (x *extraction) output(inputs []input) (output, int) {
	if x.to == "" || x.to == "-" {
		return newLinesStream(x.out), goOn
	}
	for _, in := range inputs {
		if in.path != "-" && realPath(in.path) == realPath(x.to) {
			return nil, x.usage("-o %s 会覆盖要读的文件", "-o %s would overwrite an input", x.to)
		}
	}
	var open func(*pending) output
	switch strings.ToLower(filepath.Ext(x.to)) {
	case ".json":
		open = func(f *pending) output { return &jsonFile{pending: f, several: len(inputs) > 1} }
	case ".jsonl":
		open = func(f *pending) output { return linesFile{f} }
	default:
		return nil, x.usage("-o %s：结尾要是 .json、.jsonl", "-o %s: the ending must be .json or .jsonl", x.to)
	}
	f, err := newPending(x.to)
	if err != nil {
		x.say("写不出结果：%v", "cannot write the output: %v", err)
		return nil, exitFailed
	}
	return open(f), goOn
}

// totals are what the closing line counts.
type totals struct {
	documents, figures, tables, unexplained, failures int
}

func (t *totals) add(doc *policy.Document) {
	t.documents++
	t.figures += len(doc.Figures)
	t.tables += len(doc.Tables)
	for i := range doc.Numerals {
		if doc.Numerals[i].As == policy.Unexplained {
			t.unexplained++
		}
	}
}

// closing writes the line that ends a run.
func (x *extraction) closing(t *totals) {
	x.say("文档 %d，指标 %d，表格 %d，未解释的数字 %d，失败 %d", "documents %d, figures %d, tables %d, unexplained numerals %d, failed %d",
		t.documents, t.figures, t.tables, t.unexplained, t.failures)
}
