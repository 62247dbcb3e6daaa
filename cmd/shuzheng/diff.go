package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"shuzheng/audit/diff"
	"shuzheng/export"
	"shuzheng/policy"
)

// A differing is one run of `shuzheng diff`.
type differing struct {
	*extraction
	format string // text, json; "" where -o tells
	a, b   []edition
	bar    *progress
	counts export.Counts
	failed int
}

// exitTrouble is the code of a comparison of which something could not be read or
// written: 1 says that there are differences, as in diff.
const exitTrouble = 2

// diffCommand is `shuzheng diff [flags] A B`.
func diffCommand(p *program, args []string) int {
	d := &differing{extraction: &extraction{program: p}}
	f := p.flags("diff")
	f.StringVar(&d.to, "o", "", "")
	f.Func("format", "", oneOf(&d.format, "text", "json"))
	d.declare(f)
	f.BoolVar(&d.quiet, "quiet", false, "")
	var code int
	if d.paths, code = f.parse(args); code != goOn {
		return code
	}
	if len(d.paths) != 2 {
		return p.usage("要比较的是两份文件或两个文件夹：shuzheng diff 前一版 后一版", "name the two files or folders to compare: shuzheng diff FIRST SECOND")
	}
	if d.paths[0] == "-" && d.paths[1] == "-" {
		return p.usage("标准输入只能是其中一份", "standard input can be one of the two only")
	}
	if code = d.prepare(); code != goOn {
		return exitTrouble
	}
	ctx, stop := d.listening()
	defer stop()
	return d.run(ctx)
}

// run lists both sides, pairs their documents, and compares pair by pair.
func (d *differing) run(ctx context.Context) int {
	for i, list := range []*[]edition{&d.a, &d.b} {
		var err error
		if *list, err = d.editions(d.paths[i]); err != nil {
			d.wrong(d.paths[i], d.explain(err))
			return exitTrouble
		}
	}
	out, code := d.diffOutput()
	if code != goOn {
		return code
	}
	defer out.discard()
	err := d.compare(ctx, out)
	switch {
	case errors.Is(err, context.Canceled):
		d.say("已中断，没有留下结果", "interrupted; no output was left")
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitTrouble
	case err != nil:
		d.cannotWrite(err)
		return exitTrouble
	case d.failed > 0:
		return exitTrouble
	case !d.counts.Equal():
		return exitFailed
	}
	return exitOK
}

// A compared is one pair of versions, held against each other or not readable.
type compared struct {
	comparison policy.Comparison
	failures   []failure
}

// A failure is a document that could not be read.
type failure struct {
	name string
	err  error
}

// compare takes every pair through reading to the output, in order.
func (d *differing) compare(ctx context.Context, out diffOutput) error {
	d.bar = newProgress(d.err, 0, d.program)
	if d.quiet || d.listsOnTerminal() {
		d.bar.silence()
	}
	d.err = d.bar
	defer d.bar.clear()
	pairs, err := d.pairs(ctx)
	if err != nil {
		return err
	}
	d.bar.total = len(pairs)
	d.bar.again("")
	work := func(i int) compared { return d.pair(pairs[i][0], pairs[i][1]) }
	take := func(c compared) error { return d.take(&c, out) }
	if err := inOrder(ctx, len(pairs), int(d.jobs), work, take); err != nil {
		return err
	}
	if err := unlessDone(ctx, out.finish); err != nil {
		return err
	}
	return out.place()
}

// take writes what came of one pair.
func (d *differing) take(c *compared, out diffOutput) error {
	d.bar.step("")
	for _, f := range c.failures {
		d.failed++
		why := d.explain(f.err)
		d.say("%s：%s", "%s: %s", printable(f.name), why)
		if err := out.fail(f.name, why); err != nil {
			return err
		}
	}
	if len(c.failures) > 0 {
		return nil
	}
	d.counts.Add(export.CountsOf(&c.comparison))
	return out.add(&c.comparison)
}

// pair reads two versions, one of which may be missing (nil), and compares them.
func (d *differing) pair(a, b *edition) (c compared) {
	var docs [2]*policy.Document
	for i, v := range []*edition{a, b} {
		if v == nil {
			continue
		}
		var err error
		if docs[i], err = v.load(); err != nil {
			c.failures = append(c.failures, failure{v.shown, err})
		}
	}
	if len(c.failures) == 0 {
		err := guarded(func() error {
			c.comparison = diff.Documents(docs[0], docs[1])
			return nil
		})
		if err != nil {
			c.failures = []failure{{a.shown, err}}
		}
	}
	return c
}

// colours says whether results may be coloured: on a terminal, and nobody asked not to.
func (p *program) colours() bool {
	f, ok := p.out.(*os.File)
	return ok && isTerminal(f) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// diffOutput opens what --format and -o name. Both sides are read only: neither may
// be written over.
func (d *differing) diffOutput() (diffOutput, int) {
	format := d.format
	switch ending := strings.ToLower(filepath.Ext(d.to)); {
	case d.to == "" || d.to == "-":
		if format == "json" {
			return newDiffJSON(d, &standard{newLinesStream(d.out).Writer}), goOn
		}
		return newDiffText(d), goOn
	case format == "text":
		return nil, d.usage("--format text 写到标准输出，不用 -o", "--format text goes to standard output; leave out -o")
	case ending != ".json" && ending != ".xlsx":
		return nil, d.usage("-o %s：看不出要写成什么；结尾可以是 .json .xlsx", "-o %s: what to write? The ending may be .json or .xlsx", d.to)
	case ending == ".xlsx" && format == "json":
		return nil, d.usage("--format json 与 -o %s 不合", "--format json does not fit -o %s", d.to)
	default:
		for _, v := range append(d.a, d.b...) {
			if v.file != "" && realPath(v.file) == realPath(d.to) {
				return nil, d.overwrites(d.to)
			}
		}
		f, err := newPending(d.to)
		if err != nil {
			d.cannotWrite(err)
			return nil, exitTrouble
		}
		if ending == ".json" {
			return newDiffJSON(d, f), goOn
		}
		return newDiffSheet(d, f), goOn
	}
}
