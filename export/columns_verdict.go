package export

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"shuzheng/policy"
)

// verdictColumns follow those of the figures: the first five are the auditor's to
// fill, the last two tell `audit merge` which figure a row is of.
var verdictColumns = []column[figureRow]{
	{"verdict", "结论", "Verdict", 12, formColumn, func(r *figureRow) cell { return r.seen.cell(r.lang) }},
	{"corrected", "更正值", "Should be", 16, formColumn, func(r *figureRow) cell { return styled(formCentreStyle, r.seen.shown.Value) }},
	{"reason", "理由", "Reason", 34, formColumn, func(r *figureRow) cell { return styled(formTextStyle, r.seen.shown.Reason) }},
	{"reviewer", "复核人", "Reviewer", 12, formColumn, func(r *figureRow) cell { return styled(formCentreStyle, r.seen.shown.Reviewer) }},
	{"verdict_date", "复核日期", "Reviewed on", 14, formColumn, func(r *figureRow) cell { return dateCell(r.seen.shown.Date) }},
	{"remark", "复核提示", "Note", 32, wrapColumn, func(r *figureRow) cell { return styled(remarkStyle, r.seen.remark(r.lang)) }},
	{"id", "标识", "ID", 19, hiddenColumn, func(r *figureRow) cell { return styled(faintStyle, r.figure.ID) }},
	{"digest", "数据指纹", "Digest", 19, hiddenColumn, func(r *figureRow) cell { return styled(faintStyle, r.figure.Digest()) }},
}

// auditedColumns are those of the sheet of figures.
var auditedColumns = slices.Concat(figureColumns, verdictColumns)

// lockedColumns are those of that sheet where the working paper is to be filled.
var lockedColumns = slices.Concat(figureColumns, verdictColumns[len(verdictColumns)-2:])

// A sight is what auditors found of a figure so far.
type sight struct {
	shown   policy.Verdict
	changed bool             // the figure is read otherwise since
	others  []policy.Verdict // of those who find otherwise than shown
}

// sightOf chooses among the verdicts on one figure: those on what it says now before
// those on what it said, a later one before an earlier.
func sightOf(all []policy.Verdict, digest string) (s sight) {
	now := slices.DeleteFunc(slices.Clone(all), func(v policy.Verdict) bool { return v.Digest != digest })
	if len(now) == 0 {
		now, s.changed = all, len(all) > 0
	}
	for i, v := range now {
		if i == 0 || v.Date >= s.shown.Date {
			s.shown = v
		}
	}
	for _, v := range now {
		if !s.changed && (v.Verdict != s.shown.Verdict || v.Value != s.shown.Value) {
			s.others = append(s.others, v)
		}
	}
	return s
}

// changedMark follows a verdict on what the figure said before: it is no verdict on
// what it says now until somebody chooses one.
var changedMark = coverLine{zh: "（已变动）", en: " (changed)"}

// cell is the verdict as the list of choices has it.
func (s *sight) cell(l Lang) cell {
	c := styled(formChoiceStyle, l.word("verdict", string(s.shown.Verdict)))
	if s.changed {
		c.text += l.pick(changedMark.zh, changedMark.en)
		c.style = formChangedStyle
	}
	return c
}

// remark tells what the auditor must know before relying on a verdict carried forward.
func (s *sight) remark(l Lang) string {
	var parts []string
	if s.changed {
		note := l.pick("已变动：这个数据或它的文件与复核时不同", "changed: the figure or its file is not what was reviewed")
		if s.shown.Said != "" {
			note += l.pick("，当时为 ", "; then it was ") + s.shown.Said
		}
		parts = append(parts, note)
	}
	if len(s.others) > 0 {
		note := l.pick("意见不一：", "reviewers differ: ") + VerdictWords(l, s.shown)
		for _, v := range s.others {
			note += l.pick("；", "; ") + VerdictWords(l, v)
		}
		parts = append(parts, note)
	}
	return strings.Join(parts, l.pick("。", ". "))
}

// VerdictWords words a verdict with who gave it and when: 有误（李四，2026-05-02）.
func VerdictWords(l Lang, v policy.Verdict) string {
	s := l.word("verdict", string(v.Verdict))
	var by []string
	for _, part := range []string{v.Value, v.Reviewer, v.Date} {
		if part != "" {
			by = append(by, part)
		}
	}
	if len(by) == 0 {
		return s
	}
	return s + l.pick("（", " (") + strings.Join(by, l.pick("，", ", ")) + l.pick("）", ")")
}

// dateCell is a date that a spreadsheet counts with; what is none stays text.
func dateCell(date string) cell {
	if date == "" {
		return cell{style: formDateStyle}
	}
	t, err := time.Parse(time.DateOnly, date)
	days := int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	if err != nil || days < firstDay {
		return styled(formDateStyle, date)
	}
	return cell{kind: numberCell, style: formDateStyle, text: strconv.Itoa(days)}
}

// firstDay is 1 March 1900 as spreadsheets count: before it they count a day that never was.
const firstDay = 61

// VerdictOf reads a verdict as the auditor's sheet words it, in either language. A
// mark says that it was carried forward to a figure that changed since.
func VerdictOf(s string) (kind policy.VerdictKind, changed, ok bool) {
	s = strings.TrimSpace(s)
	for _, mark := range []string{changedMark.zh, changedMark.en} {
		if rest, found := strings.CutSuffix(s, mark); found {
			s, changed = rest, true
		}
	}
	for _, w := range words {
		if w.field == "verdict" && (s == w.zh || strings.EqualFold(s, w.en)) {
			return policy.VerdictKind(w.code), changed, true
		}
	}
	return "", false, false
}
