package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// A progress is standard error whose last line is a bar while documents are
// read. It is drawn on a terminal only, and only once there is something to wait
// for. (Forty lines: the libraries bring their own goroutines and colours, and
// the one thing needed beside a carriage return is whether this is a terminal.)
type progress struct {
	io.Writer
	width       int // of the terminal, 0 if it is none
	total, done int
	next        time.Time // not to be drawn before
	shown       bool
}

// The bar waits this long before it shows, and is redrawn this often.
const (
	progressDelay = 400 * time.Millisecond
	progressPace  = 100 * time.Millisecond
	progressCells = 30
)

// newProgress makes the bar for total documents.
func newProgress(w io.Writer, total int) *progress {
	b := &progress{Writer: w, total: total, next: time.Now().Add(progressDelay)}
	if f, ok := w.(*os.File); ok && isTerminal(f) {
		b.width, _, _ = term.GetSize(int(f.Fd()))
	}
	return b
}

// isTerminal says whether f is a terminal rather than a file or pipe.
func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// step counts one document more; name is what is being read.
func (b *progress) step(name string) {
	b.done++
	if now := time.Now(); b.width > 0 && now.After(b.next) {
		b.next = now.Add(progressPace)
		b.draw(name)
	}
}

// wait says what is still to be waited for when all documents are read.
func (b *progress) wait(what string) {
	if b.shown {
		b.draw(what)
	}
}

func (b *progress) draw(name string) {
	full := progressCells * b.done / max(b.total, 1)
	line := fmt.Sprintf("[%s%s] %d/%d ", strings.Repeat("#", full), strings.Repeat(".", progressCells-full), b.done, b.total)
	fmt.Fprint(b.Writer, "\r\x1b[K", clip(line+printable(name), b.width-1))
	b.shown = true
}

// Write puts a message where the bar was; the next step draws the bar anew.
func (b *progress) Write(message []byte) (int, error) {
	b.clear()
	return b.Writer.Write(message)
}

// clear takes the bar away.
func (b *progress) clear() {
	if b.shown {
		fmt.Fprint(b.Writer, "\r\x1b[K")
		b.shown = false
	}
}
