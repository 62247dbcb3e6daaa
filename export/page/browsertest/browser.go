// Package browsertest drives a real Chromium for tests: pages go in, what a reader of
// them would see, press and be told comes out. A test is skipped where there is no
// browser. The browser is spoken to through a pair of pipes in its DevTools Protocol, of
// which a dozen commands are enough; nothing listens on the network.
package browsertest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// names are those under which systems know Chromium.
var names = []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "headless-shell"}

// A Browser is a running Chromium.
type Browser struct {
	t       testing.TB
	write   *os.File
	mu      sync.Mutex
	next    int
	answers map[int]chan answer
	events  map[string]func(method string, params json.RawMessage) // by session
	gone    chan struct{}
}

type answer struct {
	Result json.RawMessage
	Error  *struct{ Message string }
}

// Path is the program of the browser; SHUZHENG_CHROMIUM names another. It is "" where
// there is none.
func Path() string {
	if named := os.Getenv("SHUZHENG_CHROMIUM"); named != "" {
		return named
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Open starts a browser with a profile of its own, which ends with the test.
func Open(t testing.TB) *Browser {
	t.Helper()
	path := Path()
	if path == "" {
		t.Skip("no Chromium here (apt-get install chromium): what only a browser can tell is not tested")
	}
	toRead, toWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	fromRead, fromWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{toRead, fromWrite} // descriptors 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	toRead.Close()
	fromWrite.Close()
	b := &Browser{t: t, write: toWrite, answers: map[int]chan answer{}, events: map[string]func(string, json.RawMessage){}, gone: make(chan struct{})}
	go b.listen(fromRead)
	t.Cleanup(func() {
		b.send("", "Browser.close", nil)
		ended := make(chan struct{})
		go func() { cmd.Wait(); close(ended) }()
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			cmd.Process.Kill()
			<-ended
		}
		toWrite.Close()
		fromRead.Close()
	})
	return b
}

// listen hands every message to whom it is for, until the browser ends.
func (b *Browser) listen(from *os.File) {
	defer close(b.gone)
	in := bufio.NewReaderSize(from, 1<<20)
	for {
		raw, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var m struct {
			ID        int
			SessionID string
			Method    string
			Params    json.RawMessage
			answer
		}
		if json.Unmarshal(raw[:len(raw)-1], &m) != nil {
			continue
		}
		b.mu.Lock()
		wait, event := b.answers[m.ID], b.events[m.SessionID]
		delete(b.answers, m.ID)
		b.mu.Unlock()
		if m.ID != 0 && wait != nil {
			wait <- m.answer
		} else if m.Method != "" && event != nil {
			event(m.Method, m.Params)
		}
	}
}

// send sends a command without waiting for its answer.
func (b *Browser) send(session, method string, params any) (chan answer, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	message := map[string]any{"id": b.next, "method": method}
	if params != nil {
		message["params"] = params
	}
	if session != "" {
		message["sessionId"] = session
	}
	raw, err := json.Marshal(message)
	if err != nil {
		return nil, err
	}
	wait := make(chan answer, 1)
	b.answers[b.next] = wait
	_, err = b.write.Write(append(raw, 0))
	return wait, err
}

// call sends a command and takes its answer into result, which may be nil.
func (b *Browser) call(session, method string, params, result any) error {
	wait, err := b.send(session, method, params)
	if err != nil {
		return err
	}
	select {
	case a := <-wait:
		if a.Error != nil {
			return fmt.Errorf("%s: %s", method, a.Error.Message)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(a.Result, result)
	case <-b.gone:
		return fmt.Errorf("%s: the browser has ended", method)
	case <-time.After(patience):
		return fmt.Errorf("%s: no answer within %s", method, patience)
	}
}

// patience is how long anything is waited for: far longer than it takes on a slow machine.
const patience = 90 * time.Second

// lines writes what a page was told one a line.
func lines(told []string) string { return strings.Join(told, "\n\t") }
