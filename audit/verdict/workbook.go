// Package verdict takes back what auditors found: workbooks they filled and files of
// verdicts come in, one list of verdicts comes out, with what could not be read and
// where reviewers differ. Nothing that comes in is ever changed.
package verdict

import (
	"strings"

	"shuzheng/audit/book"
	"shuzheng/export"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// A Trouble is a row or line that was not taken, and why, in both languages.
type Trouble struct {
	File, Sheet string // Sheet "" for a file of lines
	Line        int    // from 1
	Zh, En      string
}

// maxText is how long a reason or a name may be, in bytes: a cell holds no more.
const maxText = 4 * 32767

// Workbook reads the verdicts of a workbook: of every sheet that has the columns
// 标识, 数据指纹 and 结论 of the sheet of figures. An error is a *read.Error.
func Workbook(file string, b []byte, opt read.Options) ([]policy.Verdict, []Trouble, error) {
	sheets, err := read.Workbook(b, opt)
	if err != nil {
		return nil, nil, err
	}
	tables := book.Tables(sheets, export.FigureHeadings(), "id", "digest", "verdict")
	if len(tables) == 0 {
		return nil, nil, &read.Error{
			Zh: "里面没有带“标识”“数据指纹”“结论”三栏的表；只认 shuzheng extract 写出的工作簿",
			En: "no sheet has the columns ID, Digest and Verdict: only workbooks written by shuzheng extract are read",
		}
	}
	w := reading{file: file, sources: sourcesOf(sheets)}
	for i := range tables {
		for r := range tables[i].Rows {
			w.row(&tables[i], &tables[i].Rows[r])
		}
	}
	for _, s := range sheets {
		if s.Cut {
			w.trouble(s.Name, 0, "这张表不完整，只读到断开处", "the sheet is damaged: it was read up to there")
		}
	}
	return w.verdicts, w.troubles, nil
}

// A reading gathers what one workbook says.
type reading struct {
	file     string
	sources  map[string]source // by ID of figure
	verdicts []policy.Verdict
	troubles []Trouble
}

func (w *reading) trouble(sheet string, line int, zh, en string) {
	w.troubles = append(w.troubles, Trouble{w.file, sheet, line, zh, en})
}

// row takes the verdict of a row; one without is passed over.
func (w *reading) row(t *book.Table, r *book.Row) {
	v := policy.Verdict{
		Figure: t.Text(r, "id"), Digest: t.Text(r, "digest"), Value: t.Text(r, "corrected"), Reason: t.Text(r, "reason"), Reviewer: t.Text(r, "reviewer"),
		Said: said(t.Text(r, "indicator"), t.Text(r, "period"), t.Text(r, "value_raw")),
	}
	said, typed := t.Text(r, "verdict"), t.Cell(r, "verdict_date")
	if said == "" && v.Value == "" && v.Reason == "" {
		return // a reviewer's name and a date may be filled in beforehand
	}
	kind, changed, ok := export.VerdictOf(said)
	if changed {
		return // carried forward, and nobody looked at it again
	}
	date, dated := dateOf(typed)
	v.Verdict, v.Date = kind, date
	v.Document, v.SHA256 = w.sources[v.Figure].name, w.sources[v.Figure].sum
	switch {
	case said == "":
		w.trouble(t.Sheet, r.Line, "写了更正值或理由，却没有结论", "a value or a reason, but no verdict")
	case !ok:
		w.trouble(t.Sheet, r.Line, "结论"+quoted(said)+"不是“正确、有误、存疑”之一", "the verdict "+quoted(said)+" is none of correct, wrong, doubtful")
	case !isKey(v.Figure) || !isKey(v.Digest):
		w.trouble(t.Sheet, r.Line, "“标识”或“数据指纹”缺失或被改动，不知道是哪个数据的结论", "ID or Digest is missing or was altered: no telling which figure it is about")
	case !dated:
		w.trouble(t.Sheet, r.Line, "复核日期"+quoted(typed.Text)+"读不懂，请写成 2026-05-01", "the date "+quoted(typed.Text)+" cannot be read; write it as 2026-05-01")
	case len(v.Reason) > maxText || len(v.Value) > maxText || len(v.Reviewer) > maxText:
		w.trouble(t.Sheet, r.Line, "文字过长", "too long a text")
	default:
		w.verdicts = append(w.verdicts, v)
	}
}

// said words what a figure says: 研发经费支出 2025 12.6亿元.
func said(words ...string) string {
	var list []string
	for _, s := range words {
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, " ")
}

// quoted shows the beginning of what people typed, in one line.
func quoted(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 20 {
		s = string(r[:20]) + "…"
	}
	return "“" + s + "”"
}

// isKey says whether s is 16 hexadecimal digits, as IDs and digests are.
func isKey(s string) bool { return len(s) == 16 && strings.Trim(s, "0123456789abcdef") == "" }

// A source is the document of a figure.
type source struct{ name, sum string }

// sourcesOf finds the document of every figure on the sheets 证据 and 文档, as far as
// they are there.
func sourcesOf(sheets []read.Worksheet) map[string]source {
	sums := map[string]string{}
	for _, t := range book.Tables(sheets, export.DocumentHeadings(), "file", "sha256") {
		for i := range t.Rows {
			sums[t.Text(&t.Rows[i], "file")] = t.Text(&t.Rows[i], "sha256")
		}
	}
	sources := map[string]source{}
	for _, t := range book.Tables(sheets, export.EvidenceHeadings(), "id", "file") {
		for i := range t.Rows {
			file := t.Text(&t.Rows[i], "file")
			sources[t.Text(&t.Rows[i], "id")] = source{file, sums[file]}
		}
	}
	return sources
}
