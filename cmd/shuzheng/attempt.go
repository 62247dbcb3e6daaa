package main

import (
	"context"
	"crypto/rand"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"shuzheng/extract/archive"
)

// Several documents are read quickest in one process. But what a process does not survive,
// a stack that overflows, a heap beyond all bounds, would then cost the whole run. So it is
// a second process that makes the attempt; where that dies, the documents are read once more,
// each by a worker, and only the one at fault is lost.

// attemptName is the command that the second process is started with, a name for its
// hidden files behind it; the help does not list it.
const attemptName = "attempt"

// attemptEnded is added to the exit code of an attempt that came to its end: a Go program
// that dies of a fault ends with 2, as ours with wrong usage.
const attemptEnded = 64

// attemptMessages is the file descriptor of the messages for people: what a dying process
// says goes to standard error, and nobody needs to see it.
const attemptMessages = 3

// attemptCommand is `shuzheng attempt NAME ARGS...`. A person's Ctrl-C and the end of a
// session are for the process that started it, whose end of standard input is a leash.
func attemptCommand(p *program, args []string) int {
	if len(args) == 0 {
		return exitUsage
	}
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	debug.SetMaxStack(workerStack)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		io.Copy(io.Discard, p.in)
		cancel()
	}()
	messages := os.NewFile(attemptMessages, "stderr")
	if _, err := messages.Stat(); err != nil {
		return exitUsage
	}
	hiddenRun = args[0]
	return attemptEnded + (&program{in: strings.NewReader(""), out: p.out, err: messages, reader: p.reader, leash: ctx}).obey(args[1:])
}

// An attempt is the second process as seen from the first.
type attempt struct {
	cmd   *exec.Cmd
	leash io.Closer
	name  string // of its hidden files
	out   passing
}

// A passing is standard output as an attempt writes it: into the very file where that says
// afterwards how much was written, else through this process, which counts.
type passing struct {
	counted
	file  *os.File // nil for through this process
	begin int64    // where in the file
}

// newPassing passes on to w.
func newPassing(w io.Writer) passing {
	p := passing{counted: counted{w: w}}
	f, ok := w.(*os.File)
	if !ok {
		return p
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() && info.Mode()&os.ModeCharDevice == 0 { // of devices, terminals do not come here
		return p
	}
	if p.begin, err = f.Seek(0, io.SeekCurrent); err == nil {
		p.file = f
	}
	return p
}

// wrote says how many bytes were written.
func (p *passing) wrote() int64 {
	if p.file == nil {
		return p.n
	}
	end, err := p.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0
	}
	return end - p.begin
}

// writer is what the process is given.
func (p *passing) writer() io.Writer {
	if p.file != nil {
		return p.file
	}
	return &p.counted
}

// secure sees to it that no document costs the run more than itself. It gives the exit code
// of an attempt, or goOn where this process is to read: one document alone, those of an
// attempt, or all of them by workers.
func (x *extraction) secure(ctx context.Context) int {
	if x.leash != nil {
		watchMemory(int64(x.jobs) * int64(x.maxMemory))
		return goOn
	}
	if !x.several() || x.opt.Trace {
		return goOn
	}
	if x.mayAttempt() {
		code, ended := x.attempt(ctx)
		if ended {
			return code
		}
		x.say("程序读到某一份时异常退出；改为逐份隔开，从头再读", "the program died on one of them; reading all once more, each by itself")
	} else if _, person := x.err.(*os.File); !person {
		return goOn // it is called by Go code, which it would go down with
	}
	if err := x.readsApart(); err != nil {
		return x.cannotWrite(err)
	}
	return goOn
}

// several says whether the paths may be of more than one document.
func (x *extraction) several() bool {
	if len(x.paths) > 1 {
		return true
	}
	info, err := os.Stat(x.paths[0])
	if err != nil || !info.Mode().IsRegular() {
		return err == nil && info.IsDir()
	}
	_, archived, _ := archive.List(x.paths[0], x.archives())
	return archived
}

// mayAttempt says whether a run can be tried in a second process: its messages must go
// where that can write too, and its input and output be had a second time.
func (x *extraction) mayAttempt() bool {
	_, ok := x.err.(*os.File)
	return ok && runtime.GOOS != "windows" && !slices.Contains(x.paths, "-") && !x.listsOnTerminal()
}

// attempt makes the attempt. It gives the exit code, or false where the process died: then
// standard output goes on where that stopped, for the same documents give the same bytes.
func (x *extraction) attempt(ctx context.Context) (code int, ended bool) {
	a := attempt{name: rand.Text(), out: newPassing(x.out)}
	if err := a.start(x.args, x.err.(*os.File)); err != nil {
		return 0, false
	}
	stop := context.AfterFunc(ctx, a.hangUp)
	defer stop()
	if code, ended = a.wait(); ended {
		return code, true
	}
	a.clear(x.to)
	if ctx.Err() != nil {
		return x.interrupted(), true
	}
	x.out = &skipping{w: x.out, left: a.out.wrote()}
	return 0, false
}

// start starts the process with the arguments of this one.
func (a *attempt) start(args []string, messages *os.File) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	a.cmd = exec.Command(self, append([]string{attemptName, a.name}, args...)...)
	a.cmd.ExtraFiles = []*os.File{messages}
	a.cmd.Stdout = a.out.writer()
	if a.leash, err = a.cmd.StdinPipe(); err != nil {
		return err
	}
	return a.cmd.Start()
}

// wait waits for its end.
func (a *attempt) wait() (code int, ended bool) {
	a.cmd.Wait()
	code = a.cmd.ProcessState.ExitCode()
	return code - attemptEnded, code >= attemptEnded && code != exitHungry
}

// hangUp lets the process clear up, and kills it when it does not.
func (a *attempt) hangUp() {
	a.leash.Close()
	time.AfterFunc(graceToEnd, func() { a.cmd.Process.Kill() })
}

// clear removes the hidden files that it left beside the output or in it.
func (a *attempt) clear(to string) {
	for _, dir := range []string{filepath.Dir(to), to} {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), hiddenPrefix+a.name) {
				os.RemoveAll(filepath.Join(dir, e.Name()))
			}
		}
	}
}
