package export

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A checkRow is what the columns of checks see. One over several documents has no
// section: its documents are gone by the time it is made.
type checkRow struct {
	lang       Lang
	check      *policy.Check
	document   string
	section    string
	quote      quote // the claim in its sentence
	figures    []int // rows on the sheet of figures, from 0, the stated one first
	line       int   // of the claim, 0 where it is not told
	start, end int   // of the claim, in code points
	sheets     *Workbook
}

var checkColumns = []column[checkRow]{
	{"result", "结果", "Result", 10, codeColumn, resultCell},
	{"kind", "类型", "Kind", 12, codeColumn, func(r *checkRow) cell { return centred(r.lang.word("check", string(r.check.Kind))) }},
	{"document", "文档", "Document", 24, textColumn, func(r *checkRow) cell { return styled(faintLineStyle, r.document) }},
	{"section", "章节", "Section", 28, wrapColumn, func(r *checkRow) cell { return styled(faintStyle, r.section) }},
	{"claim", "原句（被核对的表述已标红）", "Sentence (what was checked in red)", 60, wrapColumn, func(r *checkRow) cell {
		return marked(r.quote.before, shorten(r.quote.exact, claimRunes), r.quote.after)
	}},
	{"stated", "文中所述", "As stated", 20, wrapColumn, func(r *checkRow) cell { return styled(strongStyle, shorten(r.check.Stated, claimRunes)) }},
	{"computed", "按文中其他数据算得", "Computed from the rest", 36, wrapColumn, func(r *checkRow) cell { return wrapped(shorten(r.check.Computed, claimRunes)) }},
	{"explain", "说明", "Explanation", 40, wrapColumn, func(r *checkRow) cell { return wrapped(explainCheck(r.lang, r.check)) }},
	{"figures", "指标序号", "Figures", 14, linkColumn, checkFiguresCell},
	{"evidence", "证据", "Evidence", 9, linkColumn, func(r *checkRow) cell { return r.evidenceCell(0) }},
	{"against", "对照证据", "Held against", 11, linkColumn, func(r *checkRow) cell { return r.evidenceCell(1) }},
	{"line", "行", "Line", 7, numberColumn, func(r *checkRow) cell { return r.position(r.line) }},
	{"start", "字符起", "Start", 9, numberColumn, func(r *checkRow) cell { return r.position(r.start) }},
	{"end", "字符止", "End", 9, numberColumn, func(r *checkRow) cell { return r.position(r.end) }},
	{"id", "标识", "ID", 19, codeColumn, func(r *checkRow) cell { return styled(faintCentreStyle, r.check.ID) }},
}

// claimRunes is how much is shown of what was checked: a list of many items is long.
const claimRunes = 600

// resultOrder is the order of the rows: what needs an eye first.
var resultOrder = []policy.CheckResult{policy.Inconsistent, policy.Unchecked, policy.Consistent}

// resultStyles give each result its colour.
var resultStyles = map[policy.CheckResult]style{policy.Inconsistent: alarmStyle, policy.Unchecked: estimateStyle, policy.Consistent: goodStyle}

func resultCell(r *checkRow) cell {
	c := centred(r.lang.word("result", string(r.check.Result)))
	if s, ok := resultStyles[r.check.Result]; ok {
		c.style = s
	}
	return c
}

// maxListed is how many numbers of figures a cell lists.
const maxListed = 12

// checkFiguresCell lists the numbers of the figures and leads to the first.
func checkFiguresCell(r *checkRow) cell {
	if len(r.figures) == 0 {
		return styled(centreStyle, "")
	}
	var b strings.Builder
	for i, row := range r.figures {
		if i > 0 {
			b.WriteString(r.lang.pick("、", ", "))
		}
		if i == maxListed {
			b.WriteString("…")
			break
		}
		b.WriteString(strconv.Itoa(row + 1))
	}
	return link(b.String(), r.sheets.figures.place(r.figures[0], 0))
}

// evidenceCell leads to the evidence of figure i of the check, where it has so many.
func (r *checkRow) evidenceCell(i int) cell {
	if i >= len(r.figures) {
		return styled(centreStyle, "")
	}
	return link(r.lang.pick("查看", "show"), r.sheets.evidence.place(r.figures[i], 0))
}

func (r *checkRow) position(n int) cell {
	if r.line == 0 {
		return cell{style: countStyle}
	}
	return count(n)
}

// addChecks puts the checks of a document into the workbook; its figures must be
// there already.
func (w *Workbook) addChecks(v *view) error {
	for i := range v.doc.Checks {
		c := &v.doc.Checks[i]
		block := blockAt(v.doc, c.Claim)
		r := checkRow{lang: v.lang, check: c, document: v.name, quote: v.quoteAt(block, c.Claim), sheets: w,
			line: v.index.Line(c.Claim.Start), start: v.index.Rune(c.Claim.Start), end: v.index.Rune(c.Claim.End)}
		if block >= 0 {
			r.section = v.section(block)
		}
		for _, id := range c.Figures {
			if n := v.figures[id]; n > 0 {
				r.figures = append(r.figures, n-1)
			}
		}
		if err := w.putCheck(&r); err != nil {
			return err
		}
	}
	return nil
}

// putCheck puts a row among those of its result.
func (w *Workbook) putCheck(r *checkRow) error {
	for i, result := range resultOrder {
		if r.check.Result == result {
			return w.putOn(w.checks.spools[i], w.checks, fill(w, checkColumns, r))
		}
	}
	return nil // no result, no row
}
