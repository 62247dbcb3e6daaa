package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/policy"
)

// A parsing is one run of `shuzheng parse`.
type parsing struct {
	*program
	opt    extract.Options
	read   func(string, extract.Options) *policy.Document
	faults int // texts that it stumbled over
}

// parseCommand is `shuzheng parse [TEXT...]`.
func parseCommand(p *program, args []string) int {
	x := &parsing{program: p, read: extract.Phrase}
	var own tables
	f := p.flags("parse")
	own.declare(f)
	f.BoolVar(&x.opt.Trace, "trace", false, "")
	texts, code := f.parse(args)
	if code != goOn {
		return code
	}
	if code = own.use(p); code != goOn {
		return code
	}
	return x.run(texts)
}

// run answers the texts, those of standard input where there are none.
func (x *parsing) run(texts []string) int {
	w := bufio.NewWriter(x.out)
	for _, text := range texts {
		w.Write(x.answer(text))
	}
	if len(texts) == 0 {
		if err := x.lines(w); err != nil {
			return x.ends("读不了标准输入：%v", "cannot read standard input: %v", err)
		}
	}
	if err := w.Flush(); err != nil {
		return x.cannotWrite(err)
	}
	if x.faults > 0 {
		return exitFailed
	}
	return exitOK
}

// lines reads a phrase a line, however long, and answers each at once: the
// other end may be a person or a program that waits.
func (x *parsing) lines(w *bufio.Writer) error {
	lines := bufio.NewReader(x.in)
	for {
		line, err := lines.ReadString('\n')
		if line = strings.TrimRight(line, "\r\n"); line != "" || err == nil {
			w.Write(x.answer(line))
			w.Flush()
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// answer is the line of one text: {"input": …, "figures": […]}, or {"input": …, "error": …}
// where our code stumbles over it, which costs the other texts nothing.
func (x *parsing) answer(text string) (line []byte) {
	text = strings.ToValidUTF8(text, "\ufffd")
	head := append([]byte(`{"input":`), quoted(text)...)
	err := guarded(func() error {
		line = x.figures(append(head, `,"figures":[`...), x.read(text, x.opt))
		return nil
	})
	if err == nil {
		return append(line, "]}\n"...)
	}
	x.faults++
	return append(append(append(head, `,"error":`...), quoted(x.explain(err))...), "}\n"...)
}

// figures writes those of a text behind line. The trace goes to standard error: the lines of standard
// output stay JSON.
func (x *parsing) figures(line []byte, doc *policy.Document) []byte {
	index := export.NewIndex(doc)
	for i := range doc.Figures {
		if i > 0 {
			line = append(line, ',')
		}
		line = export.AppendFigure(line, doc, &doc.Figures[i], index)
		if x.opt.Trace {
			derivation(x.err, doc, index, &doc.Figures[i])
		}
	}
	return line
}

// quoted is s as a string of JSON.
func quoted(s string) []byte {
	line, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return line
}
