package main

import (
	"errors"
	"os/exec"
	"runtime"
	"strconv"
	"strings"

	"shuzheng/extract/read"
	"shuzheng/policy"
)

// newExtraction declares the flags of one.
func newExtraction(p *program) (*extraction, *flags) {
	x := &extraction{program: p}
	f := p.flags("extract")
	f.StringVar(&x.to, "o", "", "")
	f.Func("format", "", x.namedFormat)
	x.declare(f)
	x.folders = true
	x.batchFlags.declare(f)
	f.StringVar(&x.review.file, "verdicts", "", "")
	f.Func("working-paper", "", x.workingPaper)
	f.BoolVar(&x.quiet, "quiet", false, "")
	f.BoolVar(&x.opt.Trace, "trace", false, "")
	return x, f
}

// begin takes the arguments and reads what the run rests on.
func (x *extraction) begin(f *flags, args []string) (code int) {
	if x.paths, code = f.parse(args); code != goOn {
		return code
	}
	if len(x.paths) == 0 {
		return x.usage("没有要读的文件；给出文件、文件夹，或用 - 读标准输入", "nothing to read; name files, folders, or - for standard input")
	}
	if code = x.prepare(); code != goOn {
		return code
	}
	return x.review.read(x.program)
}

// declare adds the flags that say how documents are read, for every command that reads some.
func (x *extraction) declare(f *flags) {
	f.Func("charset", "", x.charset)
	f.Func("region", "", x.region)
	f.Func("year", "", x.year)
	x.tables.declare(f)
	x.limits.declare(f)
	x.jobs = count(runtime.GOMAXPROCS(0))
	f.Var(&x.jobs, "jobs", "")
	f.BoolVar(&x.opt.Read.OCR, "ocr", false, "")
	f.Func("office", "", x.office)
}

// prepare takes what those flags say, once they are parsed.
func (x *extraction) prepare() int {
	x.applyLimits()
	if code := x.tables.use(x.program); code != goOn {
		return code
	}
	if x.opt.Read.OCR {
		if err := read.CheckOCR(); err != nil { // it would fail on every scanned page
			return x.ends("%s", "%s", x.explain(err))
		}
	}
	return goOn
}

// charset takes --charset. A name that nobody knows would fail on every document:
// one is read to find out.
func (x *extraction) charset(name string) error {
	x.opt.Read.Charset = name
	if _, err := read.Document(&policy.Source{Bytes: []byte("甲")}, x.opt.Read); err != nil {
		return errors.New(x.explain(err))
	}
	return nil
}

// region takes --region.
func (x *extraction) region(name string) error {
	if x.opt.Region = strings.TrimSpace(name); x.opt.Region == "" {
		return errors.New(x.text("写出地名，如 金华市", "name a place, as 金华市"))
	}
	return nil
}

// year takes --year.
func (x *extraction) year(s string) error {
	y, err := strconv.Atoi(strings.TrimSuffix(s, "年"))
	if err != nil || y < 1949 || y > 2100 {
		return errors.New(x.text("写出公历年份，如 2021", "give a year, as 2021"))
	}
	x.opt.Year = y
	return nil
}

// office takes --office: the program that turns formats of others into DOCX.
func (x *extraction) office(path string) error {
	x.opt.Read.Office = path
	if path == read.NoOffice {
		return nil
	}
	if _, err := exec.LookPath(path); err != nil {
		return errors.New(x.text("没有这个程序", "no such program"))
	}
	return nil
}
