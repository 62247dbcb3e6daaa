package main

import (
	"bytes"
	"io"
	"os"
	"testing"
)

// What another process writes goes on whole and counted, whether the system can move it or not.
func TestPassing(t *testing.T) {
	for name, waits := range map[string]bool{"a pipe that waits": true, "a pipe that does not": false} {
		t.Run(name, func(t *testing.T) {
			out, to := pipe(t)
			if waits {
				to.Fd() // from here on it does
			}
			got := make(chan []byte)
			go func() {
				b, _ := io.ReadAll(out)
				got <- b
			}()
			n := passed(t, to)
			to.Close()
			checkPassed(t, n, <-got)
		})
	}
	t.Run("no pipe", func(t *testing.T) {
		var to bytes.Buffer
		checkPassed(t, passed(t, &to), to.Bytes())
	})
}

var passedText = bytes.Repeat([]byte("全市有高新技术企业438家。\n"), 1<<14)

// passed passes the text on from a pipe and gives how much was counted.
func passed(t *testing.T, to io.Writer) int64 {
	from, in := pipe(t)
	go func() {
		in.Write(passedText)
		in.Close()
	}()
	c := counted{w: to}
	if _, err := io.Copy(&c, from); err != nil {
		t.Error(err)
	}
	return c.n
}

func checkPassed(t *testing.T, n int64, got []byte) {
	if !bytes.Equal(got, passedText) || n != int64(len(got)) {
		t.Errorf("%d bytes of %d, %d counted", len(got), len(passedText), n)
	}
}

func pipe(t *testing.T) (r, w *os.File) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		r.Close()
		w.Close()
	})
	return r, w
}
