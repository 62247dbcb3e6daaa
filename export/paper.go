package export

import (
	"slices"
	"strconv"

	"shuzheng/policy"
)

// A working paper (审计工作底稿) is a sheet of its own: who prepared and reviewed it, every
// figure under its index number (索引号) with room for the verdict, what was found,
// signatures; laid out for A4. Its rows are filled instead of those of the sheet of figures.
type paper struct {
	*sheet
	index     string // of the whole paper: A1
	heads     *row   // above the columns
	body      *spool
	documents []string // index number, title and file of each
	verdicts  map[policy.VerdictKind]int
}

// paperNote says on the first sheet what the working paper is.
var paperNote = coverLine{zh: "审计工作底稿：逐项核对数据与原文，填结论、编制人和复核人；A4 横向打印，每页有表头、索引号和页码。", en: "The audit working paper: figures to hold against their sources, with verdicts and signatures; printed on A4, with headings, index and page numbers on each."}

// paperColumns are those of the working paper: few, so that they can be read on A4.
var paperColumns = []column[figureRow]{
	{"index", "索引号", "Index", 11, codeColumn, func(r *figureRow) cell { return centred(r.indexNumber) }},
	{"indicator", "指标", "Indicator", 22, wrapColumn, func(r *figureRow) cell { return styled(strongStyle, r.figure.Indicator) }},
	{"value_raw", "原文写法", "As printed", 13, codeColumn, func(r *figureRow) cell { return styled(paperCentreStyle, shorten(r.quote.exact, headingRunes)) }},
	{"period", "时期", "Period", 12, codeColumn, func(r *figureRow) cell { return styled(paperCentreStyle, r.figure.Period) }},
	{"quote", "原文摘录（数据已标红）", "Source (the figure in red)", 50, wrapColumn, paperQuote},
	{"source", "出处", "Place", 22, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.paperPlace()) }},
}

// paperWidths are the widths of the columns to fill, narrower than on a screen.
var paperWidths = map[string]float64{"verdict": 12, "corrected": 12, "reason": 18, "reviewer": 10, "verdict_date": 13}

// paperForm are the columns of verdicts on the working paper.
func paperForm() (list []column[figureRow]) {
	for _, c := range verdictColumns {
		if width, ok := paperWidths[c.id]; ok {
			c.width = width
		} else if c.kind != hiddenColumn {
			continue
		}
		list = append(list, c)
	}
	return list
}

// paperRunes is how much of the sentence stands on each side of a figure on paper.
const paperRunes = 50

// paperQuote is the figure with what stands right around it.
func paperQuote(r *figureRow) cell {
	before := []rune(r.quote.before)
	if extra := len(before) - paperRunes; extra > 0 {
		before = append([]rune("…"), before[extra:]...)
	}
	return marked(string(before), r.quote.exact, shorten(r.quote.after, paperRunes))
}

// paperPlace says where a figure stands, for people with the paper in hand: its line or
// page, and the section.
func (r *figureRow) paperPlace() string {
	place := r.filePlace()
	if place == "" {
		n := strconv.Itoa(r.index.Line(r.figure.Evidence.Span.Start))
		place = r.lang.pick("第"+n+"行", "line "+n)
	}
	if section := r.section(r.figure.Block); section != "" {
		place += "\n" + section
	}
	return place
}

func newPaper(l Lang, index string) *paper {
	columns := slices.Concat(paperColumns, paperForm())
	p := &paper{sheet: newSheet(l, "底稿", "Working paper", amber, 0, columns), index: index, body: &spool{}, verdicts: map[policy.VerdictKind]int{}}
	for i, c := range columns {
		p.widths[i] = max(c.width, float64(displayWidth(p.header.cells[i].text))/digitQuarters/2+1) // headers break into two lines
	}
	p.heads, p.header = p.header, nil
	p.print = &printing{}
	return p
}

// document begins the figures of a document.
func (p *paper) document(v *view) {
	n := strconv.Itoa(len(p.documents) + 1)
	p.documents = append(p.documents, p.index+"-"+n+"  "+v.name+"（"+v.doc.Source.Name+"，SHA-256 "+v.doc.Source.SHA256+"）")
}

// addPaper puts figure i of its document onto the working paper, if there is one.
func (w *Workbook) addPaper(r *figureRow, i int) error {
	p := w.paper
	if p == nil {
		return nil
	}
	r.indexNumber = p.number(i)
	if !r.seen.changed {
		p.verdicts[r.seen.shown.Verdict]++
	}
	return w.putOn(p.body, p.sheet, fill(w, slices.Concat(paperColumns, paperForm()), r))
}

// number is the index number of figure i of the last document: A1-2-15.
func (p *paper) number(i int) string {
	return p.index + "-" + strconv.Itoa(len(p.documents)) + "-" + strconv.Itoa(i+1)
}

// lay puts the sheet together: what stands above the figures, they, and what stands below.
// It may be called again, after more documents.
func (p *paper) lay(w *Workbook) (*sheet, error) {
	s := *p.sheet
	top, foot := &spool{}, &spool{} // a page each: they stay in memory
	s.spools = []*spool{top, p.body, foot}
	l := w.options.Lang
	b := paperBuilder{workbook: w, sheet: &s, to: top, lang: l, last: len(s.widths) - 3}
	p.putTop(&b)
	head := top.rows
	b.to, b.above = foot, head+p.body.rows
	p.putFoot(&b, head)
	s.form = verdictFormAt(l, len(paperColumns))
	s.form.first, s.form.last = head+1, head+p.body.rows
	s.print = &printing{title: l.pick("审计工作底稿", "Audit working paper"), pages: l.pick("第 &P 页 共 &N 页", "page &P of &N"), index: l.pick("索引号：", "Index: ") + p.index,
		head: head, last: b.last, rows: p.body.rows}
	return &s, b.err
}

// putTop puts what stands above the figures: title, fields to fill in, headings.
func (p *paper) putTop(b *paperBuilder) {
	l, n := b.lang, strconv.Itoa(len(p.documents))
	b.across(36, styled(paperTitleStyle, l.pick("审计工作底稿", "Audit working paper")))
	b.across(24, styled(paperSubtitleStyle, l.pick("政策文件数据与原文核对表", "Figures of policy documents held against their sources")))
	b.fields("被审计单位", "Auditee", "", "索引号", "Index", p.index)
	b.fields("审计项目", "Audit", "", "编制人", "Prepared by", "")
	b.fields("审计期间或截止日", "Period or date", "", "编制日期", "Prepared on", "")
	b.fields("审计事项", "Matter", l.pick("文件所载数据是否与原文一致", "whether the figures are as their sources have them"), "复核人", "Reviewed by", "")
	b.fields("资料来源", "Sources", l.pick(n+" 份文件，列于表末", n+" documents, listed at the end"), "复核日期", "Reviewed on", "")
	b.put(&row{height: 8})
	b.put(&row{height: 34, cells: p.heads.cells})
}

// putFoot puts what stands below the figures, which begin below row head: what came of them,
// room to write and to sign, the documents.
func (p *paper) putFoot(b *paperBuilder, head int) {
	b.put(&row{height: 8})
	b.block("核对结果", "Result", p.tally(b.lang, head), 26)
	b.block("审计说明", "Work done", styled(paperAreaStyle, ""), 66)
	b.block("审计结论", "Conclusion", styled(paperAreaStyle, ""), 66)
	b.block("复核意见", "Review", styled(paperAreaStyle, ""), 52)
	b.fields("编制人（签字）", "Prepared (signed)", "", "日期", "Date", "")
	b.fields("复核人（签字）", "Reviewed (signed)", "", "日期", "Date", "")
	for i, d := range p.documents {
		zh, en := "", ""
		if i == 0 {
			zh, en = "资料来源", "Sources"
		}
		b.block(zh, en, styled(paperTextStyle, d), 0)
	}
}

// tally counts the verdicts, now and while they are filled in.
func (p *paper) tally(l Lang, head int) cell {
	column, total := columnName(len(paperColumns)), strconv.Itoa(p.body.rows)
	if p.body.rows == 0 {
		return styled(paperTextStyle, l.pick("没有数据", "no figures"))
	}
	span := "$" + column + "$" + strconv.Itoa(head+1) + ":$" + column + "$" + strconv.Itoa(head+p.body.rows)
	text, formula, left, open := l.pick("共 ", "all ")+total+l.pick(" 项", ""), `"`+l.pick("共 ", "all ")+total+l.pick(" 项", "")+`"`, total, p.body.rows
	for _, w := range words {
		if w.field != "verdict" {
			continue
		}
		said, n := l.pick(w.zh, w.en), p.verdicts[policy.VerdictKind(w.code)]
		count := `COUNTIF(` + span + `,"` + said + `")`
		before, after := l.pick("，", ", ")+said+" ", l.pick(" 项", "")
		text += before + strconv.Itoa(n) + after
		formula += `&"` + before + `"&` + count + `&"` + after + `"`
		left += "-" + count
		open -= n
	}
	before, after := l.pick("，尚未核对 ", ", open "), l.pick(" 项", "")
	return cell{kind: formulaCell, style: paperTextStyle, text: text + before + strconv.Itoa(open) + after, place: formula + `&"` + before + `"&(` + left + `)&"` + after + `"`}
}

// A printing is how the sheet of a working paper is printed.
type printing struct {
	title, index, pages string
	head                int // line of the headings, which every page repeats
	last                int // the last column that is seen
	rows                int // below the headings
}

// A paperBuilder lays lines across the columns of the working paper.
type paperBuilder struct {
	workbook *Workbook
	sheet    *sheet
	lang     Lang
	to       *spool
	above    int // rows before those of to
	last     int
	err      error
}

// put appends a line.
func (b *paperBuilder) put(r *row) {
	if err := b.workbook.putRowOn(b.to, b.sheet, r); err != nil && b.err == nil {
		b.err = err
	}
}

// cells appends a line of blocks; each goes from its column to the next block.
func (b *paperBuilder) cells(height int, at []int, blocks ...cell) {
	line := make([]cell, b.last+1)
	for i, from := range at {
		to := b.last
		if i+1 < len(at) {
			to = at[i+1] - 1
		}
		for k := from; k <= to; k++ {
			line[k] = cell{style: blocks[i].style}
		}
		line[from] = blocks[i]
		if to > from {
			b.sheet.merges = append(b.sheet.merges, merge{b.above + b.to.rows, from, 1, to - from + 1})
		}
	}
	b.put(&row{height: height, cells: line})
}

// across is one block over all columns.
func (b *paperBuilder) across(height int, c cell) { b.cells(height, []int{0}, c) }

// Where the blocks of a line begin: a label, what is filled in, and once more.
var (
	fieldColumns = []int{0, 2, 5, 6}
	blockColumns = []int{0, 2}
)

// fields is a line of two labels with room to write, or with what is known.
func (b *paperBuilder) fields(zh, en, left, zhRight, enRight, right string) {
	b.cells(24, fieldColumns, styled(paperKeyStyle, b.lang.pick(zh, en)), styled(paperFieldStyle, left),
		styled(paperKeyStyle, b.lang.pick(zhRight, enRight)), styled(paperFieldStyle, right))
}

// block is a label with a large block beside it; without a height it is as high as its text.
func (b *paperBuilder) block(zh, en string, c cell, high int) {
	if high == 0 {
		width := 0.0
		for _, w := range b.sheet.widths[blockColumns[1] : b.last+1] {
			width += w
		}
		high = min(lines(width, c.text)*lineHeight+rowPadding, maxHeight)
	}
	b.cells(high, blockColumns, styled(paperKeyStyle, b.lang.pick(zh, en)), c)
}
