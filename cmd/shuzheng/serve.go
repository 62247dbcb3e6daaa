package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"shuzheng/serve"
)

// usualAddr is where the pages are if nothing is said: on this machine only, and at a
// port that stays the same, since browsers keep verdicts by it.
const usualAddr = "127.0.0.1:8321"

// A serving is one run of `shuzheng serve`.
type serving struct {
	*extraction
	addr   string
	hosts  []string
	open   bool
	keep   patience
	memory size
}

// serveCommand is `shuzheng serve [flags] [FOLDER]`.
func serveCommand(p *program, args []string) int {
	s := &serving{extraction: &extraction{program: p}, addr: usualAddr, keep: patience(serve.DefaultKeep), memory: serve.DefaultMemory}
	f := p.flags("serve")
	f.Func("addr", "", s.setAddr)
	f.Func("host", "", s.addHost)
	f.BoolVar(&s.open, "open", false, "")
	f.Var(&s.keep, "keep", "")
	f.Var(&s.memory, "memory", "")
	s.declare(f)
	s.declareMemory(f)
	f.BoolVar(&s.quiet, "quiet", false, "")
	var code int
	if s.paths, code = f.parse(args); code != goOn {
		return code
	}
	if len(s.paths) > 1 {
		return p.usage("一次只能打开一个文件夹：%s", "one folder at a time: %s", strings.Join(s.paths, " "))
	}
	if code = s.prepare(); code != goOn {
		return code
	}
	return s.run()
}

// setAddr takes --addr: address and port, or a port of this machine.
func (s *serving) setAddr(addr string) error {
	if _, err := strconv.ParseUint(addr, 10, 16); err == nil {
		addr = net.JoinHostPort("127.0.0.1", addr)
	}
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return errors.New(s.text("写成 127.0.0.1:8321，或只写端口 8321", "as 127.0.0.1:8321, or a port alone, as 8321"))
	}
	s.addr = addr
	return nil
}

// addHost takes a --host.
func (s *serving) addHost(name string) error {
	if name == "" || strings.ContainsAny(name, "/:[]* ") {
		return errors.New(s.text("写一个主机名，如 audit.example.cn，不带端口", "a name alone, as audit.example.cn, without a port"))
	}
	s.hosts = append(s.hosts, strings.ToLower(name))
	return nil
}

// run listens until somebody ends it.
func (s *serving) run() int {
	ctx, stop := s.untilTold()
	defer stop()
	hands, err := s.newHands()
	if err != nil {
		return s.ends("%v", "%v", err)
	}
	defer hands.end()
	to, err := net.Listen("tcp", s.addr)
	if err != nil {
		return s.cannotListen(err)
	}
	defer to.Close()
	at, anywhere := where(to)
	server, code := s.server(hands, anywhere)
	if code != goOn {
		return code
	}
	defer server.Close()
	s.announce(at, anywhere)
	if err := server.Run(ctx, to, 2*time.Duration(s.timeout), log.New(s.err, "shuzheng: ", 0)); err != nil {
		return s.ends("%v", "%v", err)
	}
	if !s.quiet {
		s.say("已停止", "stopped")
	}
	return exitOK
}

// server makes what answers.
func (s *serving) server(hands *hands, anywhere bool) (*serve.Server, int) {
	opt := serve.Options{Extract: hands.extract, Explain: hands.explain, Concept: concept, Lang: s.exportLang(), Version: version(), Hosts: s.hosts, Anywhere: anywhere,
		MaxBytes: int64(s.maxBytes), Jobs: int(s.jobs), Memory: int64(s.memory), Keep: time.Duration(s.keep)}
	if len(s.paths) == 1 {
		opt.Folder = s.paths[0]
		if info, err := os.Stat(opt.Folder); err == nil && !info.IsDir() {
			return nil, s.usage("%s 不是文件夹；要看一份文件，请用 shuzheng report %[1]s", "%s is no folder; to look at a file: shuzheng report %[1]s", opt.Folder)
		}
	}
	server, err := serve.New(opt)
	if err != nil {
		s.say("%s：%s", "%s: %s", opt.Folder, s.explain(err))
		return nil, exitFailed
	}
	return server, goOn
}

// cannotListen says why, and what to do.
func (s *serving) cannotListen(err error) int {
	_, port, _ := net.SplitHostPort(s.addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		s.say("端口 %s 已被占用，可能另有一个 shuzheng serve 在运行；换一个端口：--addr 8322，或由系统挑选：--addr 0", "port %s is in use, perhaps by another shuzheng serve; choose another with --addr 8322, or let the system choose with --addr 0", port)
	case errors.Is(err, syscall.EACCES):
		s.say("没有权限用端口 %s；请用 1024 以上的端口：--addr 8321", "port %s may not be used; choose one above 1023: --addr 8321", port)
	default:
		s.say("不能在 %s 上监听：%v", "cannot listen at %s: %v", s.addr, err)
	}
	return exitFailed
}

// where gives the address for a browser, and whether others than this machine reach it.
func where(l net.Listener) (url string, anywhere bool) {
	addr, ok := l.Addr().(*net.TCPAddr)
	if !ok {
		return "http://" + l.Addr().String() + "/", true
	}
	host := addr.IP.String()
	if addr.IP.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(addr.Port)) + "/", !addr.IP.IsLoopback()
}

// announce says where the pages are, and opens a browser if that was asked for. The
// address stands alone on standard output, for programs.
func (s *serving) announce(url string, anywhere bool) {
	fmt.Fprintln(s.out, url)
	if anywhere {
		s.say("注意：不止这台电脑能连到这里；没有密码，能连上的人都能看文件夹里的文件", "beware: others than this machine can reach it; there is no password, and whoever reaches it sees the documents")
	}
	if !s.quiet {
		s.say("在浏览器里打开上面的地址；按 Ctrl-C 结束", "open this address in a browser; Ctrl-C ends it")
	}
	if s.open {
		if err := openBrowser(url); err != nil {
			s.say("打不开浏览器：%v", "cannot open a browser: %v", err)
		}
	}
}

// openBrowser opens the browser of the system and does not wait for it.
func openBrowser(url string) error {
	command := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open"}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	cmd := exec.Command(command[0], append(command[1:], url)...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}
