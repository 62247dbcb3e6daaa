package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"shuzheng/extract"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// An extraction is one run of `shuzheng extract`.
type extraction struct {
	*program
	paths  []string
	to     string  // -o
	format *format // --format; nil: told by the ending of -o
	limits
	quiet  bool
	opt    extract.Options
	tables tables
	batchFlags
	folders  bool    // -o may name a folder
	wantJSON bool    // some output takes the JSON of a document
	buffers  buffers // for it
	review   review
	pace     pacer
	paper    string // --working-paper: its index number
	apart    *hands // by which every document is read, nil for in this process
}

// defaultMaxBytes is far above any policy document and far below the memory.
const defaultMaxBytes = 64 << 20

// extractCommand is `shuzheng extract [flags] PATH... -o OUT`.
func extractCommand(p *program, args []string) int {
	x, f := newExtraction(p)
	if code := x.begin(f, args); code != goOn {
		return code
	}
	return x.run(x.open)
}

// run reads the inputs and writes the output that open makes for them.
func (x *extraction) run(open func([]input) (output, int)) int {
	ctx, stop := x.listening()
	defer stop()
	into := x.folders && x.writesFolder()
	if x.watch && !into {
		return x.usage("--watch 要把结果写进文件夹：-o 文件夹", "--watch writes into a folder: -o FOLDER")
	}
	if x.watch {
		return x.watching(ctx)
	}
	if !into {
		if code := x.secure(ctx); code != goOn {
			return code
		}
	}
	inputs := inputsOf(x.paths, x.to, x.archives())
	if len(inputs) == 0 {
		return x.ends("这里没有文件：%s", "no files in %s", strings.Join(x.paths, " "))
	}
	if into {
		return x.intoFolder(ctx, inputs)
	}
	out, code := open(inputs)
	if code != goOn {
		return code
	}
	defer out.discard()
	t, err := x.process(ctx, inputs, out)
	if errors.Is(err, context.Canceled) {
		return x.interrupted()
	}
	return x.ended(t, err)
}

// listening is untilTold for a run that reads documents; stop waits for conversions to end.
func (x *extraction) listening() (ctx context.Context, stop func()) {
	ctx, cancel := x.untilTold()
	x.opt.Read.Context = ctx
	signal.Ignore(syscall.SIGPIPE) // | head: an error of Write, so that hidden files are removed
	return ctx, func() {
		cancel() // ends a conversion
		read.Settle()
	}
}

// untilTold ends with Ctrl-C, of which a second one kills, or with an attempt's leash.
func (p *program) untilTold() (context.Context, context.CancelFunc) {
	if p.leash != nil {
		return context.WithCancel(p.leash)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// interrupted ends a run that was.
func (x *extraction) interrupted() int {
	x.say("已中断，没有留下结果", "interrupted; no output was left")
	return exitInterrupted
}

// ended says how a run ended and gives its exit code.
func (x *extraction) ended(t totals, err error) int {
	switch {
	case errors.Is(err, errStopped):
		return x.ends("按 --fail-fast 停在第一份失败的文件，没有留下结果", "stopped at the first failure for --fail-fast; no output was left")
	case errors.Is(err, syscall.EPIPE): // nobody reads any more: nobody needs to be told
		return exitFailed
	case err != nil:
		x.cannotWrite(err)
		return exitFailed
	}
	if !x.quiet {
		x.closing(t)
		x.review.closing(x.program)
	}
	if t.failures > 0 {
		return exitFailed
	}
	return exitOK
}

// process takes every input through reading to the output, and puts the output
// in its place if anything could be read.
func (x *extraction) process(ctx context.Context, inputs []input, out output) (t totals, err error) {
	workers := int(x.jobs)
	x.buffers = make(buffers, (waiting+1)*workers)
	bar := newProgress(x.err, len(inputs), x.program)
	if x.quiet || x.listsOnTerminal() {
		bar.silence()
	}
	x.err = bar
	defer bar.clear()
	work := func(i int) result { return x.read(inputs[i]) }
	if x.apart != nil {
		defer x.apart.end()
		work = func(i int) result { return x.readApart(ctx, inputs[i]) }
	}
	take := func(r result) error {
		if r.err != nil {
			bar.failed++
		}
		bar.step(r.path)
		return x.take(out, &t, r)
	}
	if err = inOrder(ctx, len(inputs), workers, work, take); err != nil || t.documents == 0 {
		return t, err
	}
	bar.wait(x.text("写出结果 …", "writing …"))
	if err = unlessDone(ctx, out.finish); err != nil {
		return t, err
	}
	return t, out.place()
}

// listsOnTerminal says whether results appear on the terminal as they come: the
// bar would stand among them.
func (x *extraction) listsOnTerminal() bool {
	f, ok := x.out.(*os.File)
	return ok && isTerminal(f) && (x.to == "" || x.to == "-" || x.opt.Trace)
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

// take hands one result to the output, or reports why there is none.
func (x *extraction) take(out output, t *totals, r result) error {
	if r.err != nil {
		t.failures++
		why := x.explain(r.err)
		x.say("%s：%s", "%s: %s", printable(r.path), why)
		if x.failFast {
			return errStopped
		}
		return out.fail(r.path, why)
	}
	t.add(r.doc)
	x.pace.step()
	x.review.see(r.doc)
	err := out.add(r)
	if r.json != nil {
		x.buffers.give(r.json)
	}
	return err
}

// totals are what the closing line counts.
type totals struct {
	documents, figures, tables, unexplained, failures int

	reused int // of both, as an earlier run left them
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
func (x *extraction) closing(t totals) {
	line := x.text("文档 %d，指标 %d，表格 %d，未解释的数字 %d，失败 %d", "documents %d, figures %d, tables %d, unexplained numerals %d, failed %d",
		t.documents, t.figures, t.tables, t.unexplained, t.failures)
	if t.reused > 0 {
		line += x.text("，沿用 %d", ", kept %d", t.reused)
	}
	if x.to != "" && x.to != "-" && t.documents > 0 {
		line += " → " + x.to
	}
	x.say("%s", "%s", line)
}
