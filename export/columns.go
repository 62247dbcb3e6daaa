package export

import (
	"strconv"

	"shuzheng/policy"
)

// A columnKind says how a column's header and cells stand.
type columnKind uint8

const (
	textColumn columnKind = iota
	codeColumn            // short words, centred
	numberColumn
	wrapColumn // long text, broken into lines
	linkColumn
	formColumn   // for people to fill in
	hiddenColumn // for programs
)

// A column is one column of a table of rows T. Declared once, it appears in every
// output that shows such rows, in the order of its list.
type column[T any] struct {
	id     string // stable name for programs
	zh, en string // header
	width  float64
	kind   columnKind
	value  func(*T) cell
}

// A figureRow is what the columns of figures and of their evidence see.
type figureRow struct {
	*view
	figure   *policy.Figure
	number   int    // of the figure in the workbook, from 1
	evidence string // place of its row of evidence
	place    string // place of its row of figures
	quote    quote
	seen     sight // what auditors found

	indexNumber string // in the working paper
}

var figureColumns = []column[figureRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *figureRow) cell { return count(r.number) }},
	{"document", "文档", "Document", 24, textColumn, func(r *figureRow) cell { return styled(faintLineStyle, r.name) }},
	{"indicator", "指标", "Indicator", 28, wrapColumn, func(r *figureRow) cell { return styled(strongStyle, r.figure.Indicator) }},
	{"concept", "标准指标", "Concept", 24, wrapColumn, conceptCell},
	{"value", "数值", "Value", 17, numberColumn, func(r *figureRow) cell { return number(r.figure.Value, r.figure.Decimals) }},
	{"value_high", "上限值", "Upper end", 12, numberColumn, func(r *figureRow) cell { return number(r.figure.ValueHigh, r.figure.Decimals) }},
	{"unit", "单位", "Unit", 10, codeColumn, func(r *figureRow) cell { return centred(r.figure.Unit) }},
	{"value_raw", "原文写法", "As printed", 15, codeColumn, func(r *figureRow) cell { return centred(shorten(r.quote.exact, headingRunes)) }},
	{"comparator", "比较", "Bound", 9, codeColumn, func(r *figureRow) cell { return centred(r.word("comparator", string(r.figure.Comparator))) }},
	{"period", "时期", "Period", 14, codeColumn, func(r *figureRow) cell { return centred(r.figure.Period) }},
	{"area", "地区", "Area", 12, codeColumn, func(r *figureRow) cell { return centred(r.figure.Area) }},
	{"status", "状态", "Status", 9, codeColumn, statusCell},
	{"measure", "类型", "Measure", 9, codeColumn, func(r *figureRow) cell { return centred(r.word("measure", string(r.figure.Measure))) }},
	{"direction", "方向", "Direction", 9, codeColumn, func(r *figureRow) cell { return centred(r.word("direction", string(r.figure.Direction))) }},
	{"base", "对比基准", "Against", 12, codeColumn, func(r *figureRow) cell { return centred(r.word("base", r.figure.Base)) }},
	{"binding", "约束性", "Binding", 10, codeColumn, func(r *figureRow) cell { return centred(r.figure.Binding) }},
	{"section", "章节", "Section", 32, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.section(r.figure.Block)) }},
	{"sentence", "原句", "Sentence", 64, wrapColumn, func(r *figureRow) cell { return wrapped(r.quote.String()) }},
	{"evidence", "证据", "Evidence", 9, linkColumn, func(r *figureRow) cell { return link(r.lang.pick("查看", "show"), r.evidence) }},
}

// conceptCell names the indicator as all documents do.
func conceptCell(r *figureRow) cell {
	if r.figure.Concept == "" {
		return styled(wrapStyle, "")
	}
	return wrapped(r.concept(r.figure.Concept))
}

// statusStyles gives each status a colour of its own.
var statusStyles = map[policy.Status]style{policy.Actual: goodStyle, policy.Target: targetStyle, policy.Estimate: estimateStyle, policy.Rule: ruleStyle}

func statusCell(r *figureRow) cell {
	c := centred(r.word("status", string(r.figure.Status)))
	if s, ok := statusStyles[r.figure.Status]; ok && c.kind != blankCell {
		c.style = s
	}
	return c
}

var evidenceColumns = []column[figureRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *figureRow) cell { return linkedCount(r.number, r.place) }},
	{"indicator", "指标", "Indicator", 28, wrapColumn, func(r *figureRow) cell { return styled(strongStyle, r.figure.Indicator) }},
	{"quote", "引文（数据已标红）", "Quote (the figure in red)", 72, wrapColumn, func(r *figureRow) cell { return marked(r.quote.before, r.quote.exact, r.quote.after) }},
	{"section", "章节", "Section", 32, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.section(r.figure.Block)) }},
	{"table", "表格", "Table", 13, linkColumn, tableCell},
	{"line", "行", "Line", 7, numberColumn, func(r *figureRow) cell { return count(r.index.Line(r.figure.Evidence.Span.Start)) }},
	{"start", "字符起", "Start", 9, numberColumn, func(r *figureRow) cell { return count(r.index.Rune(r.figure.Evidence.Span.Start)) }},
	{"end", "字符止", "End", 9, numberColumn, func(r *figureRow) cell { return count(r.index.Rune(r.figure.Evidence.Span.End)) }},
	{"byte_start", "字节起", "Byte start", 9, numberColumn, func(r *figureRow) cell { return r.byteCell(spanStart) }},
	{"byte_end", "字节止", "Byte end", 9, numberColumn, func(r *figureRow) cell { return r.byteCell(spanEnd) }},
	{"indicator_at", "指标读自", "Indicator read at", 26, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.where(r.figure.Evidence.Indicator)) }},
	{"period_at", "时期读自", "Period read at", 20, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.where(r.figure.Evidence.Period)) }},
	{"comparator_at", "比较读自", "Bound read at", 17, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.where(r.figure.Evidence.Comparator)) }},
	{"area_at", "地区读自", "Area read at", 20, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.where(r.figure.Evidence.Area)) }},
	{"status_at", "状态读自", "Status read at", 17, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.where(r.figure.Evidence.Status)) }},
	{"direction_at", "方向读自", "Direction read at", 17, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.where(r.figure.Evidence.Direction)) }},
	{"place", "文件中的位置", "Place in the file", 17, codeColumn, func(r *figureRow) cell { return centred(r.filePlace()) }},
	{"file", "文件", "File", 28, textColumn, func(r *figureRow) cell { return styled(faintLineStyle, r.doc.Source.Name) }},
	{"rule", "规则", "Rule", 16, wrapColumn, func(r *figureRow) cell { return styled(faintStyle, r.figure.Rule) }},
	{"id", "标识", "ID", 19, codeColumn, func(r *figureRow) cell { return styled(faintCentreStyle, r.figure.ID) }},
}

// byteCell counts one end of the figure's bytes in its part of the file; it is empty
// where the format has none, as pages have not.
func (r *figureRow) byteCell(end func(policy.Span) int) cell {
	at := r.doc.Place(r.figure.Evidence.Span).Span
	if at.Len() == 0 {
		return cell{style: countStyle}
	}
	return count(end(at))
}

func spanStart(s policy.Span) int { return s.Start }
func spanEnd(s policy.Span) int   { return s.End }

// recognised is the part of a file that OCR made.
const recognised = "ocr"

// filePlace words where in a file of pages, sheets or parts the figure stands: 第3页,
// 第3页（识别）, 表1!B7, word/document.xml.
func (r *figureRow) filePlace() string {
	at := r.doc.Place(r.figure.Evidence.Span)
	switch page := strconv.Itoa(at.Page); {
	case at.Page > 0 && at.Part == recognised:
		return r.lang.pick("第"+page+"页（识别，请核对）", "page "+page+" (OCR, check it)")
	case at.Page > 0:
		return r.lang.pick("第"+page+"页", "page "+page)
	case at.Cell != "":
		return at.Part + "!" + at.Cell
	}
	return at.Part
}

// tableCell leads to the cell of the sheet of tables: 表1 第3行第2列.
func tableCell(r *figureRow) cell {
	c := r.figure.Table
	if c == nil {
		return styled(centreStyle, "")
	}
	row, col := strconv.Itoa(c.Row+1), strconv.Itoa(c.Col+1)
	name := r.lang.pick("第"+row+"行第"+col+"列", "row "+row+", col "+col)
	if place := r.gridPlace(c); place != "" {
		return link(name, place)
	}
	return centred(name)
}

// A numeralRow is what the columns of the ledger see.
type numeralRow struct {
	*view
	numeral *policy.Numeral
	figure  int    // number of its figure, 0 for none
	place   string // of that figure
}

var numeralColumns = []column[numeralRow]{
	{"document", "文档", "Document", 30, textColumn, func(r *numeralRow) cell { return styled(faintLineStyle, r.name) }},
	{"exact", "数字", "Numeral", 16, codeColumn, func(r *numeralRow) cell { return centred(shorten(r.exact(), headingRunes)) }},
	{"as", "归类", "Taken for", 12, codeColumn, numeralKindCell},
	{"figure", "指标序号", "Figure", 10, linkColumn, numeralFigureCell},
	{"context", "上下文", "Context", 84, wrapColumn, contextCell},
	{"line", "行", "Line", 8, numberColumn, func(r *numeralRow) cell { return count(r.index.Line(r.numeral.Span.Start)) }},
	{"start", "字符起", "Start", 10, numberColumn, func(r *numeralRow) cell { return count(r.index.Rune(r.numeral.Span.Start)) }},
	{"end", "字符止", "End", 10, numberColumn, func(r *numeralRow) cell { return count(r.index.Rune(r.numeral.Span.End)) }},
}

func (r *numeralRow) exact() string { return r.index.text[r.numeral.Span.Start:r.numeral.Span.End] }

func numeralKindCell(r *numeralRow) cell {
	c := centred(r.word("numeral", string(r.numeral.As)))
	if r.numeral.As == policy.Unexplained {
		c.style = alarmStyle
	}
	return c
}

func numeralFigureCell(r *numeralRow) cell {
	if r.figure == 0 {
		return styled(centreStyle, "")
	}
	return linkedCount(r.figure, r.place)
}

// contextCell shows what stands around a numeral in the same line.
func contextCell(r *numeralRow) cell {
	before, after := r.index.Around(r.numeral.Span)
	return marked(lastLine(before), r.exact(), firstLine(after))
}

// A documentRow is what the columns of documents see.
type documentRow struct {
	*view
	number        int // of the document in the workbook, from 1
	unexplained   int
	figure, table string // places of the first figure and the first table
	platform      string // place of the first platform
}

var documentColumns = []column[documentRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *documentRow) cell { return count(r.number) }},
	{"title", "文档", "Document", 44, wrapColumn, func(r *documentRow) cell { return styled(strongStyle, r.name) }},
	{"issuer", "发文机关", "Issuer", 22, wrapColumn, metadataCell("issuer")},
	{"doc_number", "文号", "Document number", 22, wrapColumn, metadataCell("doc_number")},
	{"date", "日期", "Date", 13, codeColumn, func(r *documentRow) cell { return centred(r.doc.Metadata["date"].Value) }},
	{"effective_date", "施行日期", "In force from", 13, codeColumn, func(r *documentRow) cell { return centred(r.doc.Metadata["effective_date"].Value) }},
	{"level", "效力级别", "Level", 16, wrapColumn, metadataCell("level")},
	{"validity", "时效性", "Validity", 16, wrapColumn, metadataCell("validity")},
	{"subject", "主题", "Subject", 18, wrapColumn, metadataCell("subject")},
	{"region", "地区", "Region", 20, wrapColumn, metadataCell("region")},
	{"figures", "指标数据", "Figures", 10, numberColumn, func(r *documentRow) cell { return linkedCount(len(r.doc.Figures), r.figure) }},
	{"tables", "表格", "Tables", 9, numberColumn, func(r *documentRow) cell { return linkedCount(len(r.doc.Tables), r.table) }},
	{"platforms", "平台", "Platforms", 10, numberColumn, func(r *documentRow) cell { return linkedCount(len(r.doc.Platforms), r.platform) }},
	{"numerals", "数字", "Numerals", 10, numberColumn, func(r *documentRow) cell { return count(len(r.doc.Numerals)) }},
	{"unexplained", "未解释", "Unexplained", 10, numberColumn, func(r *documentRow) cell { return count(r.unexplained) }},
	{"problems", "问题", "Problems", 9, numberColumn, func(r *documentRow) cell { return count(len(r.doc.Problems)) }},
	{"inconsistent", "勾稽不一致", "Inconsistent", 12, numberColumn, inconsistentCell},
	{"characters", "字数", "Characters", 11, numberColumn, func(r *documentRow) cell { return count(r.index.Rune(len(r.index.text))) }},
	{"file", "文件", "File", 40, wrapColumn, func(r *documentRow) cell { return styled(faintStyle, r.doc.Source.Name) }},
	{"media_type", "格式", "Format", 14, codeColumn, func(r *documentRow) cell { return styled(faintCentreStyle, r.doc.Source.MediaType) }},
	{"charset", "编码", "Encoding", 12, codeColumn, func(r *documentRow) cell { return styled(faintCentreStyle, r.doc.Source.Charset) }},
	{"bytes", "字节数", "Bytes", 12, numberColumn, func(r *documentRow) cell { return count(r.doc.Source.Len()) }},
	{"sha256", "SHA-256", "SHA-256", 68, textColumn, func(r *documentRow) cell { return styled(faintLineStyle, r.doc.Source.SHA256) }},
}

// inconsistentCell counts the checks of a document that did not fit.
func inconsistentCell(r *documentRow) cell {
	n := 0
	for i := range r.doc.Checks {
		n += b2i(r.doc.Checks[i].Result == policy.Inconsistent)
	}
	if n == 0 {
		return count(0)
	}
	return cell{kind: numberCell, style: alarmCountStyle, text: strconv.Itoa(n)}
}

func metadataCell(key string) func(*documentRow) cell {
	return func(r *documentRow) cell { return wrapped(r.doc.Metadata[key].Value) }
}

// A problemRow is what the columns of problems see.
type problemRow struct {
	file, message, quote string
	line, start, end     int // line 0 where it has no place in the text
}

var problemColumns = []column[problemRow]{
	{"file", "文件", "File", 44, wrapColumn, func(r *problemRow) cell { return styled(faintStyle, r.file) }},
	{"message", "问题", "Problem", 60, wrapColumn, func(r *problemRow) cell { return wrapped(r.message) }},
	{"quote", "原文", "Text", 60, wrapColumn, func(r *problemRow) cell { return wrapped(r.quote) }},
	{"line", "行", "Line", 9, numberColumn, func(r *problemRow) cell { return r.position(r.line) }},
	{"start", "字符起", "Start", 11, numberColumn, func(r *problemRow) cell { return r.position(r.start) }},
	{"end", "字符止", "End", 11, numberColumn, func(r *problemRow) cell { return r.position(r.end) }},
}

func (r *problemRow) position(n int) cell {
	if r.line == 0 {
		return cell{style: countStyle}
	}
	return count(n)
}
