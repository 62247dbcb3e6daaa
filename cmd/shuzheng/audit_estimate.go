package main

import (
	"encoding/json"
	"fmt"

	"shuzheng/audit/sample"
	"shuzheng/extract/read"
)

// auditEstimateCommand is `shuzheng audit estimate SAMPLE`.
func auditEstimateCommand(p *program, args []string) int {
	var confidence share
	format := "text"
	f := p.flags("audit-estimate")
	f.Var(&confidence, "confidence", "")
	f.Func("format", "", oneOf(&format, "text", "json"))
	files, code := f.parse(args)
	switch {
	case code != goOn:
		return code
	case len(files) != 1:
		return p.usage("写明填好的样本：shuzheng audit sample 写出的 .xlsx", "name the sample that was filled: the .xlsx of shuzheng audit sample")
	}
	r, recorded, code := p.resultOf(files[0])
	if code != exitOK {
		return code
	}
	if confidence.Share == 0 && confidence.Set(recorded) != nil {
		confidence = usualConfidence
	}
	if format == "json" {
		return p.estimateJSON(&r, confidence.Share)
	}
	return p.estimate(&r, confidence.Share)
}

// resultOf reads a sample that was filled: what it says and the confidence it was drawn for.
func (p *program) resultOf(file string) (r sample.Result, confidence string, code int) {
	bounds := newBounds()
	src, err := input{path: file}.source(p.in, int64(bounds.maxBytes))
	var sheets []read.Worksheet
	if err == nil {
		sheets, err = read.Workbook(src.Bytes, bounds.read())
	}
	if err != nil {
		return r, "", p.wrong(file, p.reason(err))
	}
	r, confidence, troubles := sample.ResultOf(sheets)
	for _, t := range troubles {
		place := t.Sheet
		if t.Line > 0 {
			place += p.text(" 第 %d 行", " row %d", t.Line)
		}
		p.say("%s %s：%s", "%s %s: %s", printable(file), printable(place), printable(p.choose(t.Zh, t.En)))
		code = exitFailed
	}
	return r, confidence, code
}

// estimate says in plain sentences what a sample tells of all.
func (p *program) estimate(r *sample.Result, confidence sample.Share) int {
	bound, most := r.Bound(confidence)
	fmt.Fprintln(p.out, p.text("样本 %d 项，总体 %d 项：有误 %d，存疑 %d，尚未复核 %d", "%d drawn of %d: %d wrong, %d doubtful, %d not looked at", r.Drawn(), r.All(), r.Wrong, r.Doubtful, r.Open))
	fmt.Fprintln(p.out, p.text("据样本推算的错误率：约 %s", "rate of errors that the sample suggests: about %s", r.Rate().UpTo()))
	note := ""
	if r.Doubtful+r.Open > 0 {
		note = p.text("（存疑和尚未复核的按有误计）", " (doubtful and open ones counted as wrong)")
	}
	fmt.Fprintln(p.out, p.text("有 %s 的把握说：总体中有误的数据不超过 %s，即 %d 项中至多 %d 项%s", "with %s confidence, no more than %s of all figures are wrong: at most %[4]d of %[3]d%[5]s", confidence, bound.UpTo(), r.All(), most, note))
	if r.Open > 0 {
		return p.ends("还有 %d 项没有复核，复核完再推算", "%d rows are still open: estimate again when they are filled", r.Open)
	}
	return exitOK
}

// estimateJSON is estimate for programs.
func (p *program) estimateJSON(r *sample.Result, confidence sample.Share) int {
	bound, most := r.Bound(confidence)
	e := json.NewEncoder(p.out)
	e.SetIndent("", "  ")
	err := e.Encode(struct {
		Population int    `json:"population"`
		Sample     int    `json:"sample"`
		Wrong      int    `json:"wrong"`
		Doubtful   int    `json:"doubtful"`
		Open       int    `json:"open"`
		Rate       string `json:"rate"`
		Confidence string `json:"confidence"`
		Bound      string `json:"bound"`
		Most       int    `json:"most_wrong"`
	}{r.All(), r.Drawn(), r.Wrong, r.Doubtful, r.Open, r.Rate().String(), confidence.String(), bound.String(), most})
	if err != nil || r.Open > 0 {
		return exitFailed
	}
	return exitOK
}
