package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	"shuzheng/export"
	"shuzheng/extract"
)

// parseCommand is `shuzheng parse [TEXT...]`.
func parseCommand(p *program, args []string) int {
	var (
		opt extract.Options
		own tables
	)
	f := p.flags("parse")
	own.declare(f)
	f.BoolVar(&opt.Trace, "trace", false, "")
	texts, code := f.parse(args)
	if code != goOn {
		return code
	}
	if code = own.use(p); code != goOn {
		return code
	}
	w := bufio.NewWriter(p.out)
	for _, text := range texts {
		w.Write(p.phrase(text, opt))
	}
	if len(texts) == 0 {
		if err := p.phrases(w, opt); err != nil {
			return p.ends("读不了标准输入：%v", "cannot read standard input: %v", err)
		}
	}
	if err := w.Flush(); err != nil {
		return p.cannotWrite(err)
	}
	return exitOK
}

// phrases reads a phrase a line, however long, and answers each at once: the
// other end may be a person or a program that waits.
func (p *program) phrases(w *bufio.Writer, opt extract.Options) error {
	lines := bufio.NewReader(p.in)
	for {
		line, err := lines.ReadString('\n')
		if line = strings.TrimRight(line, "\r\n"); line != "" || err == nil {
			w.Write(p.phrase(line, opt))
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

// phrase is the line of one text: {"input": …, "figures": […]}. The trace goes to
// standard error: the lines of standard output stay JSON.
func (p *program) phrase(text string, opt extract.Options) []byte {
	text = strings.ToValidUTF8(text, "\ufffd")
	input, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	doc := extract.Phrase(text, opt)
	index := export.NewIndex(doc)
	line := append([]byte(`{"input":`), input...)
	line = append(line, `,"figures":[`...)
	for i := range doc.Figures {
		if i > 0 {
			line = append(line, ',')
		}
		line = export.AppendFigure(line, doc, &doc.Figures[i], index)
		if opt.Trace {
			derivation(p.err, doc, index, &doc.Figures[i])
		}
	}
	return append(line, "]}\n"...)
}
