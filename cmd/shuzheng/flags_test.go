package main

import (
	"bytes"
	"flag"
	"slices"
	"strings"
	"testing"
)

// Every flag of every command stands in the help of both languages.
func TestHelpNamesEveryFlag(t *testing.T) {
	for _, c := range slices.Concat(commands(), auditCommands()) {
		for _, lang := range []language{chinese, english} {
			var out bytes.Buffer
			p := &program{in: strings.NewReader(""), out: &out, err: &out, lang: lang}
			if code := c.run(p, []string{"--help"}); code != exitOK {
				t.Errorf("%s --help gives %d", c.name, code)
			}
			help := out.String()
			for _, name := range flagNames(c) {
				if name != "help" && !strings.Contains(help, " "+dashed(name)) {
					t.Errorf("the help of %s in %s lacks %s", c.name, lang, dashed(name))
				}
			}
			for line := range strings.Lines(help) {
				if width(line) > 88 {
					t.Errorf("the help of %s in %s is too wide: %s", c.name, lang, line)
				}
			}
		}
	}
}

// flagNames asks a command for a flag it does not have: the answer names all.
func flagNames(c command) (names []string) {
	var answer bytes.Buffer
	c.run(&program{in: strings.NewReader(""), out: &answer, err: &answer, lang: english}, []string{"--qqqqqqqqqq"})
	line, _, _ := strings.Cut(answer.String(), "\n")
	_, list, _ := strings.Cut(line, "there are: ")
	for _, name := range strings.Fields(list) {
		names = append(names, strings.TrimLeft(name, "-"))
	}
	return names
}

func TestNearest(t *testing.T) {
	names := []string{"extract", "parse", "schema", "version", "help"}
	for word, want := range map[string]string{
		"extrct": "extract", "extract ": "extract", "pares": "parse", "ver": "version",
		"hlep": "help", "ls": "", "读": "", "x": "",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for s, want := range map[string]size{"1": 1, "500000": 500000, "64MB": 64 << 20, "2g": 2 << 30, "10K": 10 << 10, "7b": 7} {
		var got size
		if err := flag.Value(&got).Set(s); err != nil || got != want {
			t.Errorf("%s: got %d, %v, want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"", "0", "-1", "1.5M", "MB", "k", "9999999999G", "1TB"} {
		var got size
		if err := got.Set(s); err == nil {
			t.Errorf("%q is taken as %d", s, got)
		}
	}
}
