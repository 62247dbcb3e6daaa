package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"shuzheng/audit/verdict"
	"shuzheng/export"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// auditMergeCommand is `shuzheng audit merge WORKBOOK... -o VERDICTS`.
func auditMergeCommand(p *program, args []string) int {
	var to, prefer string
	bounds := newBounds()
	f := p.flags("audit-merge")
	f.StringVar(&to, "o", "", "")
	f.StringVar(&prefer, "resolve", "", "")
	f.Var(&bounds.maxBytes, "max-bytes", "")
	paths, code := f.parse(args)
	switch {
	case code != goOn:
		return code
	case len(paths) == 0:
		return p.usage("没有要收回的工作簿", "name the workbooks to read")
	case to != "-" && strings.ToLower(filepath.Ext(to)) != ".jsonl":
		return p.usage("用 -o 写明结论存到哪里，如 -o verdicts.jsonl", "-o says where verdicts are kept, as -o verdicts.jsonl")
	}
	for _, path := range paths {
		if to != "-" && realPath(path) == realPath(to) && !strings.EqualFold(filepath.Ext(path), ".jsonl") {
			return p.usage("%s 是要读的文件，不能覆盖", "%s is an input and must not be overwritten", path)
		}
	}
	var known []policy.Verdict
	if to != "-" {
		if known, code = p.verdicts(to, bounds, true); code != goOn {
			return code
		}
	}
	return p.merge(paths, to, prefer, verdict.NewMerger(known), bounds)
}

// merge reads the files, writes the verdicts and says what came of them.
func (p *program) merge(paths []string, to, prefer string, m *verdict.Merger, bounds bounds) int {
	failed, unread := p.addVerdicts(m, paths, bounds)
	ended := 0
	if prefer != "" {
		ended = m.Resolve(prefer)
	}
	p.conflicts(m.Conflicts())
	if failed == len(paths) {
		return exitFailed
	}
	if err := p.writeWhole(to, verdict.Append(nil, m.Verdicts())); err != nil {
		return p.cannotWrite(err)
	}
	line := p.text("结论：新增 %d，更新 %d，相同 %d，早于已有 %d，共 %d；意见不一 %d，已了结 %d；没能读入 %d 行", "verdicts: %d new, %d changed, %d the same, %d older than known, %d in all; %d in conflict, %d resolved; %d rows not read",
		m.New, m.Changed, m.Same, m.Older, len(m.Verdicts()), len(m.Conflicts()), ended, unread)
	if to != "-" {
		line += " → " + to
	}
	p.say("%s", "%s", line)
	if failed > 0 || unread > 0 {
		return exitFailed
	}
	return exitOK
}

// addVerdicts takes the verdicts of the files in: how many files could not be read, and how many
// rows of the others.
func (p *program) addVerdicts(m *verdict.Merger, paths []string, bounds bounds) (failed, unread int) {
	for _, path := range paths {
		list, troubles, err := p.verdictsOf(path, bounds)
		if err != nil {
			failed++
			p.wrong(path, p.reason(err))
			continue
		}
		unread += len(troubles)
		p.troubles(troubles)
		for _, v := range list {
			m.Add(v)
		}
	}
	return failed, unread
}

// verdictsOf reads a workbook or a file of verdicts, told apart by their bytes.
func (p *program) verdictsOf(path string, bounds bounds) ([]policy.Verdict, []verdict.Trouble, error) {
	src, err := input{path: path}.source(p.in, int64(bounds.maxBytes))
	if err != nil {
		return nil, nil, err
	}
	if bytes.HasPrefix(src.Bytes, []byte("PK")) {
		return verdict.Workbook(path, src.Bytes, bounds.read())
	}
	list, troubles := verdict.Lines(path, src.Bytes)
	if len(list) == 0 && len(troubles) > 0 {
		return nil, nil, &read.Error{Zh: "不是工作簿，也不是结论文件（.jsonl）", En: "neither a workbook nor a file of verdicts (.jsonl)"}
	}
	return list, troubles, nil
}

// verdicts reads a file of verdicts that the program wrote. One that is damaged is not
// to be written over: the code says so then.
func (p *program) verdicts(path string, bounds bounds, mayLack bool) ([]policy.Verdict, int) {
	src, err := input{path: path}.source(p.in, int64(bounds.maxBytes))
	if mayLack && errors.Is(err, fs.ErrNotExist) {
		return nil, goOn
	}
	if err != nil {
		p.wrong(path, p.reason(err))
		return nil, exitFailed
	}
	list, troubles := verdict.Lines(path, src.Bytes)
	if len(troubles) > 0 {
		p.troubles(troubles)
		p.say("%s 里有读不懂的行，请先改正；什么也没有写", "%s has lines that cannot be read: mend them first; nothing was written", printable(path))
		return nil, exitFailed
	}
	return list, goOn
}

// maxTold is how many troubles or conflicts are listed one by one.
const maxTold = 200

func (p *program) troubles(list []verdict.Trouble) {
	for i, t := range list {
		if i == maxTold {
			p.say("……另有 %d 行", "… and %d rows more", len(list)-i)
			return
		}
		place := p.text("第 %d 行", "line %d", t.Line)
		if t.Line == 0 {
			place = ""
		}
		if t.Sheet != "" {
			place = p.text("“%s”%s", "sheet “%s” %s", printable(t.Sheet), place)
		}
		p.say("%s %s：%s", "%s %s: %s", printable(t.File), strings.TrimSpace(place), printable(p.choose(t.Zh, t.En)))
	}
}

func (p *program) conflicts(list [][]policy.Verdict) {
	for i, group := range list {
		if i == maxTold {
			p.say("……另有 %d 处意见不一", "… and %d conflicts more", len(list)-i)
			return
		}
		var words []string
		for _, v := range group {
			words = append(words, export.VerdictWords(p.exportLang(), v))
		}
		p.say("意见不一：%s（%s）：%s", "reviewers differ: %s (%s): %s", printable(group[0].Said), group[0].Figure, printable(strings.Join(words, p.text("；", "; "))))
	}
}

// writeWhole writes a file whole or not at all; "-" is standard output.
func (p *program) writeWhole(path string, b []byte) error {
	if path == "-" {
		_, err := p.out.Write(b)
		return err
	}
	f, err := newPending(path)
	if err != nil {
		return err
	}
	defer f.discard()
	f.Write(b) // a bufio.Writer keeps the first error
	if err := f.finish(); err != nil {
		return err
	}
	return f.place()
}

// exportLang is the language of what is written for people.
func (p *program) exportLang() export.Lang {
	if p.lang == english {
		return export.English
	}
	return export.Chinese
}

// reason says why a file could not be read.
func (p *program) reason(err error) string {
	x := extraction{program: p}
	return x.explain(err)
}

// bounds are the limits on a workbook that is read back.
type bounds struct{ maxBytes size }

func newBounds() bounds { return bounds{256 << 20} }

// maxAuditCells is how many filled cells the sheets of a workbook may have: some two
// hundred thousand figures with their evidence.
const maxAuditCells = 8 << 20

func (b bounds) read() read.Options {
	return read.Options{MaxBytes: int64(b.maxBytes), MaxCells: maxAuditCells, MaxUnpacked: 2 << 30}
}
