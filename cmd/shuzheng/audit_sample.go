package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"shuzheng/audit/sample"
	"shuzheng/export"
	"shuzheng/export/stored"
	"shuzheng/extract/read"
)

// A drawing is one run of `shuzheng audit sample`.
type drawing struct {
	*program
	to, seed, by      string
	n, expect         count
	bound, confidence share
	review            review
	bounds            bounds
}

// A share is a flag in percent.
type share struct{ sample.Share }

// Set reads 5% or 0.05.
func (s *share) Set(text string) (err error) {
	s.Share, err = sample.ParseShare(text)
	return err
}

// usualConfidence is that of most tables.
var usualConfidence = share{950_000}

// auditSampleCommand is `shuzheng audit sample WORKBOOK|JSON -n N --seed S -o SAMPLE`.
func auditSampleCommand(p *program, args []string) int {
	d := drawing{program: p, confidence: usualConfidence, by: "none", bounds: newBounds()}
	f := p.flags("audit-sample")
	f.StringVar(&d.to, "o", "", "")
	f.Var(&d.n, "n", "")
	f.Var(&d.bound, "bound", "")
	f.Func("expect", "", d.expected)
	f.Var(&d.confidence, "confidence", "")
	f.StringVar(&d.seed, "seed", "", "")
	f.Func("by", "", oneOf(&d.by, "none", "document", "status", "measure"))
	f.StringVar(&d.review.file, "verdicts", "", "")
	files, code := f.parse(args)
	switch {
	case code != goOn:
		return code
	case len(files) == 0 && d.bound.Share > 0 && d.to == "":
		return d.size()
	case len(files) != 1:
		return p.usage("写明从哪个文件抽样：工作簿（.xlsx）或 JSON", "name the one file to draw from: a workbook (.xlsx) or JSON")
	case (d.n > 0) == (d.bound.Share > 0):
		return p.usage("用 -n 写明抽多少项，或用 --bound 写明要把错误率说到多少以下，二者选一", "say with -n how many, or with --bound which share of errors is to be ruled out; one of them")
	case d.seed == "":
		return p.usage("用 --seed 写明种子，任一数字或文字；种子相同，抽出的就相同", "--seed is any number or word; the same seed draws the same")
	case !strings.EqualFold(filepath.Ext(d.to), ".xlsx"):
		return p.usage("用 -o 写明样本存到哪里，如 -o 样本.xlsx", "-o says where the sample goes, as -o sample.xlsx")
	case realPath(d.to) == realPath(files[0]):
		return p.usage("%s 是要读的文件，不能覆盖", "%s is an input and must not be overwritten", d.to)
	}
	if code = d.review.read(p); code != goOn {
		return code
	}
	return d.draw(files[0])
}

// expected takes --expect.
func (d *drawing) expected(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1000 {
		return errors.New("0 … 1000")
	}
	d.expect = count(n)
	return nil
}

// size says how many are to be drawn from a population of unknown size.
func (d *drawing) size() int {
	n := sample.Size(0, int(d.expect), d.bound.Share, d.confidence.Share)
	line := d.text("抽 %d 项，若无一有误，就有 %[3]s 的把握说总体的错误率不超过 %[4]s", "where none of a sample of %d is wrong, it can be said with %[3]s confidence that no more than %[4]s of all are", n, d.expect, d.confidence, d.bound)
	if d.expect > 0 {
		line = d.text("抽 %d 项，若至多 %d 项有误，就有 %s 的把握说总体的错误率不超过 %s", "where at most %[2]d of a sample of %[1]d are wrong, it can be said with %[3]s confidence that no more than %[4]s of all are", n, d.expect, d.confidence, d.bound)
	}
	if _, err := fmt.Fprintln(d.out, line+d.text("，不论总体多大", ", however many they are")); err != nil {
		return exitFailed
	}
	return exitOK
}

// draw draws from a file and writes the sample.
func (d *drawing) draw(file string) int {
	population, sum, code := d.population(file)
	if code != goOn {
		return code
	}
	lang := export.Chinese
	if population.English {
		lang = export.English
	}
	all, n := len(population.Rows), int(d.n)
	if d.bound.Share > 0 {
		n = sample.Size(all, int(d.expect), d.bound.Share, d.confidence.Share)
	}
	strata := d.divide(&population, lang)
	s, err := population.Draw(n, d.seed)
	if err != nil {
		return d.usage("从 %d 项、%d 层中抽不出 %d 项：不能多于总数，每层至少一项", "of %d figures in %d strata %d cannot be drawn: no more than there are, one of each stratum at least", all, strata, n)
	}
	for i := range s.Rows {
		s.Rows[i].Verdict = d.review.of(s.Rows[i].Texts["id"])
	}
	s.About = d.about(lang, file, sum, all, n)
	var b bytes.Buffer
	if err = s.WriteTo(&b, export.Options{Lang: lang, Version: version()}); err == nil {
		err = d.writeWhole(d.to, b.Bytes())
	}
	if err != nil {
		return d.cannotWrite(err)
	}
	d.say("从 %d 项中抽出 %d 项，分 %d 层 → %s", "%[2]d of %[1]d drawn, in %[3]d strata → %[4]s", all, n, len(s.Strata), d.to)
	return exitOK
}

// population reads what is drawn from, a workbook or JSON, and sums up its bytes.
func (d *drawing) population(file string) (p sample.Population, sum string, code int) {
	src, err := input{path: file}.source(d.in, int64(d.bounds.maxBytes))
	if err != nil {
		return p, "", d.wrong(file, d.reason(err))
	}
	book := src.Bytes
	if !bytes.HasPrefix(book, []byte("PK")) {
		if book, err = d.workbookOf(src.Bytes); err != nil {
			return p, "", d.ends("%s：不是工作簿，也不是 extract 写出的 JSON（%v）", "%s: neither a workbook nor JSON of extract (%v)", printable(file), err)
		}
	}
	sheets, err := read.Workbook(book, d.bounds.read())
	if err != nil {
		return p, "", d.wrong(file, d.reason(err))
	}
	if p = sample.PopulationOf(sheets); len(p.Rows) == 0 {
		return p, "", d.ends("%s：没有“指标”表，或其中没有数据", "%s: no sheet of figures, or none in it", printable(file))
	}
	return p, sumOf(src.Bytes), goOn
}

// divide puts the figures into strata and counts these.
func (d *drawing) divide(p *sample.Population, lang export.Lang) int {
	column, all := d.by, "全部"
	if d.by == "none" {
		column = ""
	}
	if lang == export.English {
		all = "all"
	}
	p.Strata(column, all, "—")
	strata := map[string]bool{}
	for i := range p.Rows {
		strata[p.Rows[i].Stratum] = true
	}
	return len(strata)
}

// workbookOf makes a workbook in memory of the documents in JSON.
func (d *drawing) workbookOf(b []byte) ([]byte, error) {
	w := export.NewWorkbook(export.Options{Lang: d.exportLang(), Concept: concept})
	defer w.Close()
	if err := stored.Each(bytes.NewReader(b), int64(d.bounds.maxBytes), func(doc *stored.Document) error { return w.Add(doc.Document) }); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	_, err := w.WriteTo(&out)
	return out.Bytes(), err
}

// about says on the first sheet how the sample was drawn.
func (d *drawing) about(l export.Lang, file, sum string, all, n int) []export.SampleLine {
	pick := func(zh, en string) string {
		if l == export.English {
			return en
		}
		return zh
	}
	by := map[string]string{"none": pick("不分层", "none"), "document": pick("按文档", "by document"), "status": pick("按状态", "by status"), "measure": pick("按类型", "by measure")}[d.by]
	return []export.SampleLine{
		{Key: export.Heading{Zh: "总体", En: "Population"}, Value: filepath.Base(file), Note: "SHA-256 " + sum},
		{Key: export.Heading{Zh: "总体数", En: "Size"}, Value: strconv.Itoa(all)},
		{Key: export.Heading{Zh: "样本量", En: "Drawn"}, Value: strconv.Itoa(n), Note: d.why(pick)},
		{Key: export.Heading{Zh: "分层", En: "Strata"}, Value: by, Note: pick("各层按比例，每层至少一项，见“分层”表", "in proportion, one of each at least; see Strata")},
		{Key: export.Heading{Zh: "种子", En: "Seed"}, Value: d.seed, Note: pick("每项算出“种子、换行、标识、换行、第几次出现”的 SHA-256，各层取最小的若干项；任何人都能照样重抽", "of each stratum those whose SHA-256 of seed, line feed, ID, line feed, number of occurrence comes first: anybody can draw it again")},
		{Key: export.ConfidenceKey, Value: d.confidence.String(), Note: pick("推算错误率上限时所用", "for the upper bound of errors")},
	}
}

// why says where the size of the sample comes from.
func (d *drawing) why(pick func(zh, en string) string) string {
	if d.bound.Share == 0 {
		return ""
	}
	return pick("有误的不超过 ", "with at most ") + strconv.Itoa(int(d.expect)) + pick(" 项时，可说总体错误率不超过 ", " wrong, it rules out more than ") + d.bound.String()
}
