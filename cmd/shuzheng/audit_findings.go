package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"shuzheng/audit/verify"
)

// findings are what verifying a file brought to light.
type findings struct {
	*verification
	file      string
	documents []sourced
	rows      int // figures compared
	list      []verify.Difference
}

func (v *verification) newFindings(file string, docs []sourced) *findings {
	return &findings{verification: v, file: file, documents: docs}
}

// take adds differences; rows that only stand elsewhere are none with --any-order.
func (r *findings) take(list []verify.Difference) {
	for _, d := range list {
		if d.Kind != verify.Moved || !r.anyOrder {
			r.list = append(r.list, d)
		}
	}
}

// state says what came of a document's source: verified, changed (the file is another),
// missing, unreadable.
func (d *sourced) state() string {
	switch {
	case d.doc != nil:
		return "found"
	case d.err != nil:
		return "unreadable"
	case d.path != "":
		return "changed"
	}
	return "missing"
}

// tell writes the findings and gives the exit code.
func (r *findings) tell() int {
	w := bufio.NewWriter(r.out)
	if r.format == "json" {
		r.json(w)
	} else {
		r.text(w)
	}
	if err := w.Flush(); err != nil {
		return r.cannotWrite(err)
	}
	if len(r.list) > 0 || len(r.without()) > 0 {
		return exitFailed
	}
	return exitOK
}

// text writes the findings for people.
func (r *findings) text(w io.Writer) {
	p := r.program
	counts := map[verify.Kind]int{}
	for i := range r.documents {
		if line := r.source(&r.documents[i]); line != "" {
			fmt.Fprintln(w, printable(line))
		}
	}
	for i := range r.list {
		counts[r.list[i].Kind]++
		fmt.Fprintln(w, printable(p.difference(&r.list[i])))
	}
	if n := len(r.without()); len(r.list) == 0 && n == 0 {
		fmt.Fprintln(w, p.text("%s：核对无误，%d 份文件、%d 个数据都与原文一致", "%s: verified; %d documents and %d figures are as their sources give them", printable(r.file), len(r.documents), r.rows))
		return
	}
	fmt.Fprintln(w, p.text("%s：有出入。改动 %d，缺少 %d，多出 %d，移位 %d；没能核对的文件 %d，共 %d", "%s: differs. %d edited, %d missing, %d added, %d moved; %d documents not verified of %d",
		printable(r.file), counts[verify.Edited], counts[verify.Missing], counts[verify.Added], counts[verify.Moved], len(r.without()), len(r.documents)))
}

// source says what is wrong with a document's source, "" where nothing is.
func (r *findings) source(d *sourced) string {
	p := r.program
	switch d.state() {
	case "changed":
		return p.text("原文不同  %s：记录的 SHA-256 是 %s，%s 的是 %s；没有核对它的数据", "another source  %s: recorded SHA-256 %s, that of %s is %s; its figures were not verified", d.Name, d.SHA256, d.path, d.found)
	case "missing":
		return p.text("没有原文  %s（SHA-256 %s）；没有核对它的数据", "no source  %s (SHA-256 %s); its figures were not verified", d.Name, d.SHA256)
	case "unreadable":
		return p.text("原文读不了  %s：%s", "source not readable  %s: %s", d.path, r.explain(d.err))
	}
	return ""
}

// difference words one difference: 改动  指标!E12 数值  18 企业研发费用总额 119.9亿元  应为“11990000000”，现为“12000000000”.
func (p *program) difference(d *verify.Difference) string {
	place := d.Sheet + "!" + d.Cell + " " + d.Column
	switch {
	case d.Cell == "":
		place = d.Sheet
	case strings.ContainsAny(d.Cell, ".["), d.Cell == d.Sheet: // a path of JSON
		place = d.Cell
	case d.Column == "" && d.Kind != verify.Edited:
		place = d.Sheet + p.text("!第 %s 行", "! row %s", d.Cell)
	}
	behind := ""
	if d.Expected != "" {
		behind = p.text("，应在“%s”之后", ", it belongs behind “%s”", d.Expected)
	}
	switch d.Kind {
	case verify.Edited:
		return p.text("改动  %s  %s  应为“%s”，现为“%s”", "edited  %s  %s  expected “%s”, found “%s”", place, d.Row, d.Expected, d.Found)
	case verify.Added:
		return p.text("多出  %s  %s", "added  %s  %s", place, d.Row)
	case verify.Moved:
		return p.text("移位  %s  %s%s", "moved  %s  %s%s", place, d.Row, behind)
	case verify.Missing:
		if d.Column != "" {
			return p.text("缺少  %s  整栏“%s”", "missing  %s  the column “%s”", d.Sheet, d.Column)
		}
		if d.Row == "" {
			return p.text("缺少  %s  整张表", "missing  %s  all of it", place)
		}
		return p.text("缺少  %s  %s%s", "missing  %s  %s%s", place, d.Row, behind)
	}
	return string(d.Kind)
}

// json writes the findings for programs.
func (r *findings) json(w io.Writer) {
	type document struct {
		Name   string `json:"name"`
		SHA256 string `json:"sha256"`
		State  string `json:"state"`
		Path   string `json:"path,omitempty"`
		Found  string `json:"found_sha256,omitempty"`
	}
	type difference struct {
		Kind     string `json:"kind"`
		Sheet    string `json:"sheet"`
		Cell     string `json:"cell,omitempty"`
		Column   string `json:"column,omitempty"`
		Row      string `json:"row,omitempty"`
		Expected string `json:"expected"`
		Found    string `json:"found"`
	}
	out := struct {
		File        string       `json:"file"`
		Verified    bool         `json:"verified"`
		Figures     int          `json:"figures"`
		Documents   []document   `json:"documents"`
		Differences []difference `json:"differences"`
	}{r.file, len(r.list) == 0 && len(r.without()) == 0, r.rows, []document{}, []difference{}}
	for i := range r.documents {
		d := &r.documents[i]
		out.Documents = append(out.Documents, document{d.Name, d.SHA256, d.state(), d.path, d.found})
	}
	for _, d := range r.list {
		out.Differences = append(out.Differences, difference{string(d.Kind), d.Sheet, d.Cell, d.Column, d.Row, d.Expected, d.Found})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(out) // an error of w is kept by w
}
