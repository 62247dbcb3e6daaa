package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"

	"shuzheng/extract/read/pdfium"
)

// The scripts in testdata/script run the program as a user does: each is one
// file with its commands, its input files and what must come out.

func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, lang: chinese, reader: trapped}
		switch os.Args[1] {
		case workerName:
			os.Exit(workerCommand(p, nil))
		case attemptName:
			os.Exit(attemptCommand(p, os.Args[2:]))
		}
	}
	testscript.Main(m, map[string]func(){"shuzheng": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SHUZHENG_LANG", "")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "pdfium" {
				return pdfium.Available(), nil
			}
			return false, fmt.Errorf("no condition %s", name)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"alter":   alter,
			"exits":   exits,
			"gbk":     gbk,
			"halve":   halve,
			"pack":    pack,
			"waitfor": waitFor,
		},
	})
}

// exits CODE COMMAND ARGS...: the command ends with that very code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARGS...")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// gbk FILE...: writes the files anew in GB18030.
func gbk(ts *testscript.TestScript, neg bool, args []string) {
	for _, file := range args {
		b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(ts.ReadFile(file)))
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(file), b, 0o666))
	}
}

// alter FILE OLD NEW: puts NEW for OLD, of as many bytes, and leaves the file its time.
func alter(ts *testscript.TestScript, neg bool, args []string) {
	file, text := ts.MkAbs(args[0]), ts.ReadFile(args[0])
	info, err := os.Stat(file)
	ts.Check(err)
	ts.Check(os.WriteFile(file, []byte(strings.ReplaceAll(text, args[1], args[2])), 0o666))
	ts.Check(os.Chtimes(file, time.Time{}, info.ModTime()))
}

// waitfor PATTERN: waits until a file of that name is there.
func waitFor(ts *testscript.TestScript, neg bool, args []string) {
	for range 3000 {
		if found, _ := filepath.Glob(ts.MkAbs(args[0])); len(found) > 0 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	ts.Fatalf("no %s after a minute", args[0])
}
