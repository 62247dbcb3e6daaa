package main

import (
	"flag"
	"io"
	"sort"
	"strings"
)

// goOn is what parse gives instead of an exit code when the command is to run.
const goOn = -1

// flags are the flags of one command. They are declared with the standard
// library's flag package; only the walk over the arguments is our own, because
// flags may follow paths (extract FILE -o OUT), -trace and --trace are the same,
// and a mistake is answered in the user's language with the nearest name.
type flags struct {
	*flag.FlagSet
	p         *program
	command   string // "" before the subcommand
	untilName bool   // stop at the first argument that is no flag
}

// flags starts the flags of a command with those that all commands share.
func (p *program) flags(command string) *flags {
	f := &flags{FlagSet: flag.NewFlagSet(command, flag.ContinueOnError), p: p, command: command}
	f.SetOutput(io.Discard)
	f.Var(&p.lang, "lang", "")
	f.Bool("help", false, "")
	f.Bool("h", false, "")
	return f
}

// parse sets the flags among args and gives the other arguments in order. The
// code is goOn, or the exit code after help was shown or a mistake reported.
func (f *flags) parse(args []string) (rest []string, code int) {
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			return f.done(append(rest, args...))
		case len(arg) < 2 || arg[0] != '-':
			rest = append(rest, arg)
			if f.untilName {
				return f.done(append(rest, args...))
			}
		default:
			if args, code = f.one(arg, args); code != goOn {
				return nil, code
			}
		}
	}
	return f.done(rest)
}

// one sets the flag that arg names; its value may be the first of args.
func (f *flags) one(arg string, args []string) ([]string, int) {
	name, value, given := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
	known := f.Lookup(name)
	if known == nil {
		return nil, f.unknown(arg, name)
	}
	if _, yesNo := known.Value.(interface{ IsBoolFlag() bool }); yesNo && !given {
		value, given = "true", true
	}
	if !given {
		if len(args) == 0 {
			return nil, f.p.usage("%s 后面缺少它的值", "%s needs a value", arg)
		}
		value, args = args[0], args[1:]
	}
	if err := f.Set(name, value); err != nil {
		return nil, f.p.usage("%s 的值 %q 不对：%s", "bad value %[2]q for %[1]s: %[3]s", "--"+name, value, err)
	}
	return args, goOn
}

// done shows the help if it was asked for, in the language asked for.
func (f *flags) done(rest []string) ([]string, int) {
	for _, name := range []string{"help", "h"} {
		if f.Lookup(name).Value.String() == "true" {
			return nil, f.p.help(f.command)
		}
	}
	return rest, goOn
}

// unknown names the nearest flag, or all.
func (f *flags) unknown(arg, name string) int {
	var names []string
	f.VisitAll(func(known *flag.Flag) {
		if known.Name != "h" {
			names = append(names, known.Name)
		}
	})
	sort.Strings(names)
	if near := nearest(name, names); near != "" {
		return f.p.usage("没有选项 %s，是不是 %s？", "no flag %s; did you mean %s?", arg, dashed(near))
	}
	for i := range names {
		names[i] = dashed(names[i])
	}
	return f.p.usage("没有选项 %s，可用的有：%s", "no flag %s; there are: %s", arg, strings.Join(names, " "))
}

// dashed writes a flag the way the help does.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// nearest is the name that word was most likely meant to be, "" if none is near.
func nearest(word string, names []string) string {
	best, least := "", len(word)/3+2
	for _, name := range names {
		if len(name) > 1 && (strings.HasPrefix(name, word) || distance(word, name) < least) {
			best, least = name, min(least, distance(word, name))
		}
	}
	return best
}

// distance counts the letters to insert, drop or change to make a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, corner+1)
		}
	}
	return row[len(b)]
}
