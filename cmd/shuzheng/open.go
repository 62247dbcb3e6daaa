package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// open makes the outputs of a run: what -o names by its ending, and the trace.
// A wrong -o is refused before anything is read.
func (x *extraction) open(inputs []input) (output, int) {
	if x.to == "" && x.opt.Trace {
		return newTrace(x.program), goOn
	}
	if x.to == "-" && x.opt.Trace {
		return nil, x.usage("-trace 与 -o - 都要用标准输出，只能选一个", "-trace and -o - both need standard output; choose one")
	}
	out, code := x.destination(inputs)
	if code == goOn && x.opt.Trace {
		out = both{out, newTrace(x.program)}
	}
	return out, code
}

// destination opens what -o names.
func (x *extraction) destination(inputs []input) (output, int) {
	if x.to == "" || x.to == "-" {
		if x.format != nil && x.format.name != "jsonl" {
			return nil, x.usage("--format %s 要写成文件；请用 -o 给出写到哪里", "--format %s is written to files; say where with -o", x.format.name)
		}
		return x.standardOutput(), goOn
	}
	f := x.format
	if f == nil {
		f = formatOf(x.to)
	}
	switch {
	case f != nil && (f.open == nil || x.format != nil && x.namesFolder()):
		return x.tablesIn(*f, inputs)
	case f != nil:
		return x.file(*f, inputs)
	}
	var endings []string
	for _, f := range formats() {
		endings = append(endings, f.ending)
	}
	return nil, x.usage("-o %s：看不出要写成什么；结尾可以是 %s，或给一个文件夹（以 / 结尾）", "-o %s: what to write? The ending may be %s, or name a folder, with a / at its end",
		x.to, strings.Join(endings, " "))
}

// formatOf is the format that a path's ending names, nil if it names none.
func formatOf(path string) *format {
	path = strings.ToLower(strings.TrimRight(path, string(filepath.Separator)))
	for _, f := range formats() {
		if strings.HasSuffix(path, f.ending) {
			return &f
		}
	}
	return nil
}

// namedFormat takes --format.
func (x *extraction) namedFormat(name string) error {
	var names []string
	for _, f := range formats() {
		if f.name == name {
			x.format = &f
			return nil
		}
		if !slices.Contains(names, f.name) {
			names = append(names, f.name)
		}
	}
	return errors.New(x.text("可用的有：", "there are: ") + strings.Join(names, " "))
}

// tablesIn opens an output that is a folder of tables.
func (x *extraction) tablesIn(f format, inputs []input) (output, int) {
	if f.folder == nil {
		return nil, x.usage("--format %s 写成一个文件，-o %s 却是文件夹", "--format %s is one file, but -o %s is a folder", f.name, x.to)
	}
	f.open = f.folder
	return x.file(f, inputs)
}

// file opens an output of a format.
func (x *extraction) file(f format, inputs []input) (output, int) {
	if at := x.reads(inputs, x.to); at != "" {
		return nil, x.overwrites(x.to)
	}
	out, err := f.open(x, x.to, inputs)
	if input, ok := errors.AsType[errOverwrites](err); ok {
		return nil, x.overwrites(input.path)
	}
	if taken, ok := errors.AsType[errTaken](err); ok {
		return nil, x.usage("数据要写进 %s，那里已有别的文件：换个名字，或先把它移走", "the data go to %s, where there is another file: choose another name, or move it away", taken.path)
	}
	if err != nil {
		return nil, x.cannotWrite(err)
	}
	x.wantJSON = f.wantJSON
	return out, goOn
}

// standardOutput is JSON lines for a program, a summary for a person.
func (x *extraction) standardOutput() output {
	if f, ok := x.out.(*os.File); ok && x.to == "" && isTerminal(f) {
		return newSummary(x.program)
	}
	x.wantJSON = true
	return newLinesStream(x.out)
}

// reads gives the first of the paths that is an input or a table, "" if none is.
func (x *extraction) reads(inputs []input, paths ...string) string {
	real := map[string]bool{}
	for _, file := range x.tables.files() {
		real[realPath(file)] = true
	}
	if x.review.file != "" {
		real[realPath(x.review.file)] = true
	}
	for _, in := range inputs {
		if in.path != "-" {
			real[realPath(in.path)] = true
		}
	}
	for _, path := range paths {
		if real[realPath(path)] {
			return path
		}
	}
	return ""
}

func (x *extraction) overwrites(path string) int {
	return x.usage("%s 是要读的文件，不能覆盖；请换一个 -o", "%s is an input and must not be overwritten; choose another -o", path)
}
