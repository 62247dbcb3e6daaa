// Command shuzheng reads Chinese policy documents and writes down every figure
// in them with the place it was read from. In come files, folders or standard
// input; out go JSON, JSON lines, a workbook or a folder of them. What the
// program knows about documents lives in the packages it calls: here are only
// arguments, files, messages and exit codes.
package main

import (
	"context"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"shuzheng/policy"
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// gcPercent lets the heap grow to five times what lives: a few documents live at
// a time, so that is some ten megabytes, and collecting less saves a fifth of the run.
const gcPercent = 400

// The exit codes. An interrupted run gives what a shell gives for SIGINT.
const (
	exitOK          = 0
	exitFailed      = 1 // some document could not be read, or the output not be written
	exitUsage       = 2 // nothing was read, nothing was written
	exitInterrupted = 130
)

// A program is one run with its streams and the language of its messages.
type program struct {
	in       io.Reader
	out, err io.Writer
	lang     language

	args   []string                                 // of the command line
	reader func(*extraction, *policy.Source) result // (*extraction).document, but for tests
	leash  context.Context                          // of an attempt: ends when it is to end; else nil
}

// A command is one subcommand: what follows its name goes to run.
type command struct {
	name string
	run  func(p *program, args []string) int
}

// commands lists the subcommands in the order of the help.
func commands() []command {
	return []command{
		{"extract", extractCommand},
		{"report", reportCommand},
		{"serve", serveCommand},
		{"diff", diffCommand},
		{"pipe", pipeCommand},
		{"parse", parseCommand},
		{"audit", auditCommand},
		{"schema", schemaCommand},
		{"version", versionCommand},
		{"help", helpCommand},
	}
}

// run is the whole program: it obeys args and gives the exit code.
func run(args []string, in io.Reader, out, err io.Writer) int {
	return (&program{in: in, out: out, err: err}).obey(args)
}

// obey does what the arguments say.
func (p *program) obey(args []string) int {
	p.args, p.lang = args, languageOf(os.Getenv("SHUZHENG_LANG"))
	top := p.flags("")
	version := top.Bool("version", false, "")
	top.untilName = true
	rest, code := top.parse(args)
	switch {
	case code != goOn:
		return code
	case *version:
		return versionCommand(p, nil)
	case len(rest) == 0:
		return p.usage("缺少子命令", "no command given")
	}
	switch rest[0] {
	case workerName:
		return workerCommand(p, rest[1:])
	case attemptName:
		return attemptCommand(p, rest[1:])
	}
	for _, c := range commands() {
		if c.name == rest[0] {
			return c.run(p, rest[1:])
		}
	}
	return p.unknownCommand(rest[0])
}

// unknownCommand names the commands there are.
func (p *program) unknownCommand(name string) int {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	if _, err := os.Stat(name); err == nil { // shuzheng FILE: the word that is missing is known
		return p.usage("没有子命令 %q；要读这个文件，请用 shuzheng extract %[1]s", "no command %q; to read this file: shuzheng extract %[1]s", name)
	}
	if near := nearest(name, names); near != "" {
		return p.usage("没有子命令 %q，是不是 %s？", "no command %q; did you mean %s?", name, near)
	}
	return p.usage("没有子命令 %q，可用的有：%s", "no command %q; there are: %s", name, strings.Join(slices.Clone(names), " "))
}
