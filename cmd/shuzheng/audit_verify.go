package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"shuzheng/audit/verify"
	"shuzheng/export"
	"shuzheng/extract/read"
)

// A verification is one run of `shuzheng audit verify`.
type verification struct {
	extraction
	dirs     []string // --sources
	format   string
	anyOrder bool
	bounds   bounds
}

// auditVerifyCommand is `shuzheng audit verify WORKBOOK|JSON --sources DIR`.
func auditVerifyCommand(p *program, args []string) int {
	v := verification{extraction: extraction{program: p}, format: "text", bounds: newBounds()}
	f := p.flags("audit-verify")
	v.declare(f)
	f.Func("sources", "", func(dir string) error {
		v.dirs = append(v.dirs, dir)
		return nil
	})
	f.Func("format", "", oneOf(&v.format, "text", "json"))
	f.BoolVar(&v.anyOrder, "any-order", false, "")
	files, code := f.parse(args)
	switch {
	case code != goOn:
		return code
	case len(files) != 1:
		return p.usage("写明要核对的一个文件：工作簿（.xlsx）或 JSON", "name the one file to verify: a workbook (.xlsx) or JSON")
	case len(v.dirs) == 0:
		return p.usage("用 --sources 写明原文在哪个文件夹", "--sources names the folder with the sources")
	}
	src, err := input{path: files[0]}.source(p.in, int64(v.bounds.maxBytes))
	if err != nil {
		return p.wrong(files[0], v.explain(err))
	}
	if bytes.HasPrefix(src.Bytes, []byte("PK")) {
		return v.verifyWorkbook(files[0], src.Bytes)
	}
	return v.verifyJSON(files[0], src.Bytes)
}

// oneOf makes a flag that is one of some words.
func oneOf(to *string, words ...string) func(string) error {
	return func(s string) error {
		if !slices.Contains(words, s) {
			return errors.New(strings.Join(words, ", "))
		}
		*to = s
		return nil
	}
}

// start takes the flags of reading, with those that the file records where none were given.
func (v *verification) start(recorded string) int {
	v.recorded(recorded)
	return v.prepare()
}

// recorded takes region, year, charset and ocr as the workbook records them. Files that
// it names are not opened: whoever altered the workbook may have named them.
func (v *verification) recorded(flags string) {
	fields := strings.Split(flags, " --")
	for _, field := range fields {
		name, value, _ := strings.Cut(strings.TrimPrefix(field, "--"), " ")
		var err error
		switch {
		case name == "region" && v.opt.Region == "":
			err = v.region(value)
		case name == "year" && v.opt.Year == 0:
			err = v.year(value)
		case name == "charset" && v.opt.Read.Charset == "":
			err = v.charset(value)
		case name == "ocr":
			v.opt.Read.OCR = true
		}
		if err != nil {
			v.say("记录的读取选项 --%s %s 不能用：%v", "the recorded flag --%s %s cannot be used: %v", name, printable(value), err)
		}
	}
	if given := v.reading(); given != flags {
		v.say("读取选项与记录的不同：记录的是“%s”，现在是“%s”", "read with other flags than recorded: “%s” then, “%s” now", printable(flags), given)
	}
}

// verifyWorkbook compares a workbook with one made anew.
func (v *verification) verifyWorkbook(file string, b []byte) int {
	found, err := read.Workbook(b, v.bounds.read())
	if err != nil {
		return v.wrong(file, v.explain(err))
	}
	rec := verify.RecordedBy(found)
	if len(rec.Documents) == 0 {
		return v.ends("%s：没有“文档”表，也没有“证据”表，无从核对", "%s: neither a sheet of documents nor one of evidence: nothing to verify", printable(file))
	}
	if code := v.start(rec.Options); code != goOn {
		return code
	}
	if rec.Version != "" && rec.Version != version() {
		v.say("这个工作簿由版本 %s 写出，现在的版本是 %s，读法可能不同", "the workbook was written by version %s, this is %s: they may read differently", printable(rec.Version), version())
	}
	r := v.newFindings(file, v.findSources(v.dirs).all(rec.Documents))
	expected, err := v.expected(r.documents, &rec)
	if err != nil {
		return v.cannotWrite(err)
	}
	r.rows = r.figures()
	r.take(verify.Workbook(expected, found, r.without()))
	return r.tell()
}

// expected is the workbook as it must be.
func (v *verification) expected(docs []sourced, rec *verify.Recorded) ([]read.Worksheet, error) {
	o := export.Options{Version: rec.Version, Reading: rec.Options, Concept: concept}
	if rec.English {
		o.Lang = export.English
	}
	w := export.NewWorkbook(o)
	defer w.Close()
	for i := range docs {
		doc := docs[i].doc
		if doc == nil {
			doc = verify.Placeholder(docs[i].Name, len(docs[i].IDs))
		}
		if err := w.Add(doc); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		return nil, err
	}
	return read.Workbook(b.Bytes(), v.bounds.read())
}

// verifyJSON compares a file of JSON with what extract writes now.
func (v *verification) verifyJSON(file string, b []byte) int {
	found, err := verify.ReadJSON(b)
	if err != nil || len(found) == 0 {
		return v.ends("%s：不是工作簿，也不是 JSON", "%s: neither a workbook nor JSON", printable(file))
	}
	if code := v.prepare(); code != goOn {
		return code
	}
	s := v.findSources(v.dirs)
	var docs []sourced
	for i := range found {
		docs = append(docs, s.of(found[i].Source))
	}
	r := v.newFindings(file, docs)
	for i := range docs {
		r.rows += len(found[i].Source.IDs)
		if docs[i].doc == nil {
			continue
		}
		expected, err := verify.ReadJSON(export.AppendJSON(nil, docs[i].doc))
		if err != nil {
			panic(err) // our own JSON
		}
		r.take(verify.JSON(&expected[0], &found[i]))
	}
	return r.tell()
}

// without are the names of the documents that there is nothing to compare with.
func (r *findings) without() (names []string) {
	for i := range r.documents {
		if r.documents[i].doc == nil {
			names = append(names, r.documents[i].Name)
		}
	}
	return names
}

// figures counts those of the documents that were found.
func (r *findings) figures() (n int) {
	for i := range r.documents {
		if doc := r.documents[i].doc; doc != nil {
			n += len(doc.Figures)
		}
	}
	return n
}
