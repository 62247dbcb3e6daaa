package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// A lockedLog is what a program says while others look.
type lockedLog struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// get gives what an address answers.
func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

// A server is started over a folder, asked, and ended as by Ctrl-C; a document over
// which its worker dies, or never ends, costs that document only.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send itself Ctrl-C here")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "规划.txt"), []byte("到2030年，青禾县研发投入强度达到3.2%以上。"), 0o666); err != nil {
		t.Fatal(err)
	}
	out, stdout := io.Pipe()
	var stderr lockedLog
	code := make(chan int, 1)
	go func() {
		code <- run([]string{"serve", dir, "--addr", "127.0.0.1:0", "--timeout", "5s", "--jobs", "1"}, strings.NewReader(""), stdout, &stderr)
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	url := strings.TrimSpace(line)
	if err != nil || !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Fatalf("%q, %v, %s", line, err, &stderr)
	}
	if status, body := get(t, url); status != 200 || !strings.Contains(body, "规划.txt") {
		t.Errorf("%d %.300s", status, body)
	}
	answered := func(name, text string) (int, string) {
		t.Helper()
		r, err := http.Post(url+"api/extract?name="+name, "text/plain", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		return r.StatusCode, string(b)
	}
	good := "到2030年，青禾县研发投入强度达到3.2%以上。"
	for _, c := range []struct {
		text, holds string
		want        int
	}{
		{good, `"value":"3.2"`, 200},
		{"陷阱：退出\n" + good, "崩溃", 422},
		{good, `"value":"3.2"`, 200},
		{"陷阱：死循环\n" + good, "5s 内没有读完", 422},
		{good, `"value":"3.2"`, 200},
		{"\x00\x01\x02\x03", "unreadable", 422},
	} {
		if status, body := answered("a.txt", c.text); status != c.want || !strings.Contains(body, c.holds) {
			t.Errorf("%q gives %d %.300s", c.text, status, body)
		}
	}

	// The port is taken now.
	addr := strings.TrimSuffix(strings.TrimPrefix(url, "http://"), "/")
	var second bytes.Buffer
	if got := run([]string{"serve", "--addr", addr}, strings.NewReader(""), io.Discard, &second); got != exitFailed || !strings.Contains(second.String(), "已被占用") || !strings.Contains(second.String(), "--addr 0") {
		t.Errorf("a second one: %d %s", got, &second)
	}
	interruptSelf(t)
	if got := <-code; got != exitOK {
		t.Errorf("it ended with %d: %s", got, &stderr)
	}
	if !strings.Contains(stderr.String(), "已停止") || strings.Contains(stderr.String(), "注意") {
		t.Errorf("it said %s", &stderr)
	}
	if _, err := net.Dial("tcp", addr); err == nil {
		t.Error("it listens still")
	}
}

func interruptSelf(t *testing.T) {
	t.Helper()
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(os.Interrupt)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Wrong calls are told before anything is served.
func TestServeUsage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("有水库12座。"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args, want string
		code       int
	}{
		{"--addr nonsense", "127.0.0.1:8321", exitUsage},
		{"--addr 127.0.0.1:99999", "127.0.0.1:8321", exitUsage},
		{"--host http://x", "主机名", exitUsage},
		{"--keep soon", "--keep", exitUsage},
		{"a b", "一次只能打开一个文件夹", exitUsage},
		{"--addr 0 " + file, "不是文件夹", exitUsage},
		{"--addr 0 " + file + ".none", "没有这个文件", exitFailed},
		{"--addr 192.0.2.1:8321", "不能在 192.0.2.1:8321 上监听", exitFailed},
	} {
		var stderr bytes.Buffer
		if got := run(append([]string{"serve"}, strings.Fields(c.args)...), strings.NewReader(""), io.Discard, &stderr); got != c.code || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%s: %d %s", c.args, got, &stderr)
		}
	}
}

// A worker that writes more than there is room for is told apart from one that fails.
func TestBounded(t *testing.T) {
	b := bounded{room: 5, full: tooMuch}
	if _, err := b.Write([]byte("12345")); err != nil {
		t.Error(err)
	}
	w := errWriter{w: &b}
	if _, err := io.Copy(&w, strings.NewReader("6")); !errors.Is(writeError{w.err}, tooMuch) || err == nil || b.String() != "12345" {
		t.Errorf("%v, %s", err, &b)
	}
}

func TestWhere(t *testing.T) {
	for addr, want := range map[string]struct {
		host     string
		anywhere bool
	}{"127.0.0.1:0": {"http://127.0.0.1:", false}, ":0": {"http://localhost:", true}} {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			t.Skip(err)
		}
		defer l.Close()
		if url, anywhere := where(l); !strings.HasPrefix(url, want.host) || anywhere != want.anywhere {
			t.Errorf("%s: %s, %v", addr, url, anywhere)
		}
	}
}
