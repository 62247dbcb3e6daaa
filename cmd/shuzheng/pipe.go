package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"shuzheng/export"
	"shuzheng/policy"
)

// A piping is one run of `shuzheng pipe`: lines in, a line out for each, in order.
type piping struct {
	*extraction
	rootPath string   // --root
	root     *os.Root // nil for everywhere
	maxLine  size     // bytes of a line
	figures  bool     // --select figures
	room     *room    // for lines that were read and not yet answered

	lines, failures int
}

// pipeCommand is `shuzheng pipe [flags]`.
func pipeCommand(p *program, args []string) int {
	x := &piping{extraction: &extraction{program: p}}
	f := p.flags("pipe")
	x.declare(f)
	f.StringVar(&x.rootPath, "root", "", "")
	f.Func("select", "", x.choose)
	f.Var(&x.maxLine, "max-line", "")
	f.BoolVar(&x.quiet, "quiet", false, "")
	rest, code := f.parse(args)
	switch {
	case code != goOn:
		return code
	case len(rest) > 0:
		return p.usage("pipe 只读标准输入，不要写路径：%s", "pipe reads standard input only and takes no paths: %s", rest[0])
	}
	if code := x.prepare(); code != goOn {
		return code
	}
	if x.maxLine == 0 {
		x.maxLine = x.maxBytes/3*4 + lineFrame
	}
	if x.rootPath != "" {
		var err error
		if x.root, err = os.OpenRoot(x.rootPath); err != nil {
			return p.usage("--root：%v", "--root: %v", err)
		}
		defer x.root.Close()
	}
	return x.run()
}

// lineFrame is what a line may have around the document in base64.
const lineFrame = 1 << 20

// choose takes --select.
func (x *piping) choose(what string) error {
	x.figures = what == "figures"
	if what != "figures" && what != "all" {
		return errors.New("figures, all")
	}
	return nil
}

// An order is what a line asks for, and a reply what is said to it.
type order struct {
	ID      json.RawMessage `json:"id"`
	Path    *string         `json:"path"`
	Name    string          `json:"name"`
	Content *[]byte         `json:"content"` // base64
	Text    *string         `json:"text"`
}

type reply struct {
	line   []byte
	failed bool
	taken  int64 // of the room
}

// run answers all lines.
func (x *piping) run() int {
	ctx, stop := x.listening()
	defer stop()
	x.room = newRoom(max(pipeRoom, int64(x.maxLine)))
	in := &lineReader{in: bufio.NewReaderSize(x.in, 1<<16), most: int64(x.maxLine), room: x.room}
	out := bufio.NewWriterSize(x.out, 1<<16)
	x.buffers = make(buffers, (waiting+1)*x.jobs)
	err := inOrderOf(ctx, int(x.jobs), in.next, x.answerLine, func(r reply) error {
		x.lines++
		if r.failed {
			x.failures++
		}
		out.Write(r.line)
		x.room.give(r.taken)
		x.buffers.give(r.line)
		return out.Flush() // whoever waits for it may send nothing more before it came
	})
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitFailed
	case err != nil:
		return x.cannotWrite(err)
	case in.err != io.EOF:
		return x.ends("读不了标准输入：%v", "cannot read standard input: %v", in.err)
	}
	if !x.quiet {
		x.say("共 %d 行，失败 %d", "%d lines, failed %d", x.lines, x.failures)
	}
	if x.failures > 0 {
		return exitFailed
	}
	return exitOK
}

// pipeRoom is how many bytes of lines are taken in ahead of their answers.
const pipeRoom = 64 << 20

// answerLine reads the document of a line, within the time it may take.
func (x *piping) answerLine(l inputLine) reply {
	r := reply{taken: l.taken}
	var o order
	src, err := x.sourceOf(&l, &o)
	name := o.Name
	if o.Path != nil {
		name = *o.Path
	}
	if err == nil {
		src.Name = name
		r.line, err = x.within(src, o.Text != nil, func(doc *policy.Document) []byte { return x.replyTo(&o, name, doc) })
	}
	if err != nil {
		r.failed, r.line = true, x.errorReply(&o, name, err)
	}
	return r
}

// within reads a document and words the answer, or gives up when that takes too long.
func (x *piping) within(src *policy.Source, text bool, word func(*policy.Document) []byte) ([]byte, error) {
	type answered struct {
		line []byte
		err  error
	}
	done := make(chan answered, 1)
	go func() {
		y := *x.extraction
		if text {
			y.opt.Read.Charset = "utf-8"
		}
		r := y.document(src)
		var line []byte
		if r.err == nil {
			r.err = guarded(func() error { line = word(r.doc); return nil })
		}
		done <- answered{line, r.err}
	}()
	timer := time.NewTimer(time.Duration(x.timeout))
	defer timer.Stop()
	select {
	case a := <-done:
		return a.line, a.err
	case <-timer.C:
		return nil, tooSlow{time.Duration(x.timeout)}
	}
}

// begin begins the line of an answer: {"id":7,"name":"a.txt"
func (x *piping) begin(o *order, name string) []byte {
	line := append(x.buffers.take(), `{"id":`...)
	if len(o.ID) == 0 {
		line = append(line, "null"...)
	}
	line = append(line, o.ID...)
	line = append(line, `,"name":`...)
	return appendJSON(line, name)
}

func (x *piping) replyTo(o *order, name string, doc *policy.Document) []byte {
	line := x.begin(o, name)
	if !x.figures {
		line = append(line, `,"document":`...)
		return append(export.AppendJSON(line, doc), "}\n"...)
	}
	line = append(line, `,"figures":[`...)
	index := export.NewIndex(doc)
	for i := range doc.Figures {
		if i > 0 {
			line = append(line, ',')
		}
		line = export.AppendFigure(line, doc, &doc.Figures[i], index)
	}
	return append(line, "]}\n"...)
}

func (x *piping) errorReply(o *order, name string, err error) []byte {
	line := append(x.begin(o, name), `,"error":`...)
	return append(appendJSON(line, x.explain(err)), "}\n"...)
}

// appendJSON appends a string.
func appendJSON(line []byte, s string) []byte {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return append(line, b...)
}

// A badLine is the error of a line that asks for nothing that can be done.
type badLine struct{ zh, en string }

func (e badLine) Error() string { return e.en }

func badLinef(number int, zh, en string, args ...any) badLine {
	return badLine{fmt.Sprintf("第 %d 行", number) + fmt.Sprintf(zh, args...), fmt.Sprintf("line %d", number) + fmt.Sprintf(en, args...)}
}
