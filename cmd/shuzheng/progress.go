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
// for; elsewhere a long run writes a line from time to time. (The libraries bring
// their own goroutines and colours, and the one thing needed beside a carriage
// return is whether this is a terminal.)
type progress struct {
	io.Writer
	p      *program
	width  int // of the terminal, 0 if it is none
	silent bool
	what   string // is being done, "" for reading

	total, done    int
	reused, failed int // of those done
	began          time.Time
	next           time.Time // not to be drawn before
	shown          bool
}

// The bar waits this long before it shows, and is redrawn this often; a line is
// written this often where there is no terminal.
const (
	progressDelay = 400 * time.Millisecond
	progressPace  = 100 * time.Millisecond
	progressLine  = time.Minute
	progressCells = 30
)

// newProgress makes the bar for total documents.
func newProgress(w io.Writer, total int, p *program) *progress {
	b := &progress{Writer: w, p: p, total: total}
	if f, ok := w.(*os.File); ok && isTerminal(f) {
		b.width, _, _ = term.GetSize(int(f.Fd()))
	}
	b.again("")
	return b
}

// isTerminal says whether f is a terminal rather than a file or pipe.
func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// again starts to count anew, for what is done next over the same documents.
func (b *progress) again(what string) {
	b.what, b.done, b.reused, b.began = what, 0, 0, time.Now()
	b.next = b.began.Add(progressLine)
	if b.width > 0 {
		b.next = b.began.Add(progressDelay)
	}
}

// silence keeps it from being shown.
func (b *progress) silence() { b.silent = true }

// step counts one document more; name is what is being read.
func (b *progress) step(name string) {
	b.done++
	now := time.Now()
	if b.silent || now.Before(b.next) {
		return
	}
	if b.width == 0 {
		b.next = now.Add(progressLine)
		b.p.say("%s", "%s", strings.TrimSpace(b.counts(now)))
		return
	}
	b.next = now.Add(progressPace)
	b.draw(b.counts(now) + name)
}

// counts says how far it is: 1234/100000 每秒 67 份 约剩 24分 失败 3
func (b *progress) counts(now time.Time) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%d/%d ", b.done, b.total)
	if b.what != "" {
		s.WriteString(b.what + " ")
	}
	passed := now.Sub(b.began).Seconds()
	if worked := b.done - b.reused; worked > 0 && passed >= 1 {
		rate := float64(worked) / passed
		s.WriteString(b.p.text("每秒 %s 份 ", "%s a second ", threeDigits(rate)))
		s.WriteString(b.p.text("约剩 %s ", "about %s left ", roughly(time.Duration(float64(b.total-b.done)/rate*float64(time.Second)))))
	}
	if b.reused > 0 {
		s.WriteString(b.p.text("沿用 %d ", "kept %d ", b.reused))
	}
	if b.failed > 0 {
		s.WriteString(b.p.text("失败 %d ", "failed %d ", b.failed))
	}
	return s.String()
}

// threeDigits is a rate as a person wants it: 0.25, 6.7, 67.
func threeDigits(rate float64) string {
	digits := 0
	for limit := 10.0; digits < 2 && rate < limit; limit /= 10 {
		digits++
	}
	return fmt.Sprintf("%.*f", digits, rate)
}

// roughly is a time to wait: 40s, 24m, 2h5m.
func roughly(d time.Duration) string {
	if d < time.Minute {
		return d.Round(time.Second).String()
	}
	return strings.TrimSuffix(d.Round(time.Minute).String(), "0s")
}

// wait says what is still to be waited for when all documents are read.
func (b *progress) wait(what string) {
	if b.shown {
		b.draw(fmt.Sprintf("%d/%d ", b.done, b.total) + what)
	}
}

func (b *progress) draw(text string) {
	full := progressCells * b.done / max(b.total, 1)
	line := "[" + strings.Repeat("#", full) + strings.Repeat(".", progressCells-full) + "] "
	fmt.Fprint(b.Writer, "\r\x1b[K", clip(line+printable(text), b.width-1))
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
