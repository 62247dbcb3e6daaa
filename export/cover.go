package export

import "strconv"

// The first sheet says what the workbook is, what is in it and how to read it.

var coverWidths = []float64{3, 20, 18, 96}

// A coverLine is a line of the first sheet in both languages.
type coverLine struct{ zhKey, enKey, zh, en string }

// howToRead explains what no header can.
var howToRead = []coverLine{
	{"数值", "Value", "万、亿、千已折算成完整数字，如 12.6亿元 记作 1,260,000,000 元；小数位数与原文一致。", "万, 亿 and 千 are folded in: 12.6亿元 is 1,260,000,000 元. As many digits after the point as were printed."},
	{"比较", "Bound", "原文用“超过、不低于、约”等词限定数值的，见图例；区间的两端分列“数值”和“上限值”。", "Words that bound the value (超过, 不低于, 约) are coded as below. The two ends of a range stand under Value and Upper end."},
	{"时期", "Period", "按 EDTF（ISO 8601-2）记：2025 为年，2025-06 为月，2021/2025 为起止（含两端）；XXXX 为原文未写明的年份。", "EDTF (ISO 8601-2): 2025 a year, 2025-06 a month, 2021/2025 from–to with both ends; XXXX a year the text does not give."},
	{"原句", "Sentence", "数据所在的句子，断行已接好；表格中的数据给出所在的一行，各格以“｜”隔开。", "The sentence a figure stands in, with line breaks joined; for a table cell its row, with ｜ between the cells."},
	{"证据", "Evidence", "每个数据在“证据”表中有一行：引文、章节、位置，以及指标、时期、地区等各是从哪里读到的。", "Each figure has a row on the sheet Evidence: quote, section, position, and where indicator, period, area … were read."},
	{"位置", "Positions", "字符位置从 0 数起，含起点、不含终点，按全文字符计；字节位置是原文件中的位置；行从 1 数起。", "Characters of the whole text from 0, start included, end not; bytes are those of the source file; lines from 1."},
	{"面板", "Panel", "大数以万、亿为单位，见“单位”栏；下降记作负数；≥ ＞ ≤ ＜ ≈（约）+（略多）≲（接近）为原文的限定；四舍五入后相同的算一致。", "Large values are in 万 (10⁴) or 亿 (10⁸), as under Unit; a decrease is negative; ≥ > ≤ < ≈ (about) + (slightly over) ≲ (nearly) are the bounds of the text; values equal but for rounding agree."},
	{"勾稽", "Checks", "只说两处对不上，不说哪一处错：口径、范围、四舍五入都可能是原因，请对照证据判断。印出的数按末位的半个单位算作区间，区间相交即为一致。", "Checks say that two places do not fit, never which of them is wrong: scope, coverage or rounding may be why. A printed number stands for half a unit of its last place on either side; where the ranges meet, the statement is consistent."},
	{"复核", "Review", "“指标”表（有“底稿”表时在“底稿”表）右侧底色为米黄的几栏供复核人填写，其余单元格锁定（没有密码）；填好后用 shuzheng audit merge 收回。", "The cream columns at the right of Figures (of Working paper, where there is one) are for the reviewer to fill; other cells are locked, without a password. shuzheng audit merge reads them back."},
	{"台账", "Ledger", "原文中的每一个数字都列在台账里，不遗漏；没有读懂的排在最前，请人工核对。", "Every numeral of the text is in the ledger. Those not understood stand first: please check them by hand."},
}

// sheetNotes say what each sheet holds, in the order of the sheets.
var sheetNotes = []coverLine{
	{zh: "每份文档一行：标题、文号、日期、数据、平台和表格的数目、文件指纹。", en: "One row a document: title, number, date, counts of figures, platforms and tables, fingerprint of the file."},
	{zh: "每个数据一行：指标、数值、单位、时期、地区、状态、原句。可筛选、排序。", en: "One row a figure: indicator, value, unit, period, area, status, sentence. Filter and sort at will."},
	{zh: "每个数据的出处：引文中数据标红，附章节、行号和字符、字节位置。", en: "Where each figure was read: the quote with the figure in red, section, line, positions."},
	{zh: "文中能由其他数据复核的表述，一处一行：怎样写的、算出来是多少、凭哪些数据。不一致的在前，其次是待核的，再次是一致的。", en: "One row a statement that other figures allow to recompute: what is stated, what comes out, from which figures. Inconsistent first, then unchecked, then consistent."},
	{zh: "同一标准指标在各文档、各地区、各时期的数值：蓝色为目标，褐色为预计，×2 为两处来源一致，≠ 为来源不一致。点击数值可见来源。", en: "Each concept by area and period over all documents: blue a target, brown an estimate, ×2 two sources agree, ≠ sources differ. Click a value for its sources."},
	{zh: "面板每一格背后的全部数据，连到各自的证据。", en: "Every figure behind each cell of the panel, with a link to its evidence."},
	{zh: "有四个及以上年份的标准指标的折线图。", en: "Line charts of concepts known for four years or more."},
	{zh: "文中点名的平台，一个一行：园区、实验室、院所、中心等的名称、别称、级别、属性和相关数据。", en: "One row a platform that the documents name: zones, laboratories, institutes, centres … with other names, level, attributes, figures."},
	{zh: "文中的表格，保持原样（含合并单元格），依次排列。", en: "The tables of the documents as they stood, merged cells included, one below the other."},
	{zh: "任务与单位的对照：一行一项任务，一列一个单位，按出现次数排列；牵头、责任、配合以颜色区分；不同文档中同名的单位（市科技局）在同一列。", en: "Tasks by organs: a row a task, a column an organ, the most frequent first; who leads, answers and helps in colours. Organs of one name (市科技局) share a column, whatever document they stand in."},
	{zh: "文中引用的文件：名称、文号、次数和首次引用的原句。", en: "The documents cited: title, number, how often, and the sentence that cites them first."},
	{zh: "文中的每一个数字，以及它被看作什么。", en: "Every numeral of the documents and what it was taken for."},
	{zh: "没有读懂、没能读取或放不下的内容。", en: "What was not understood, could not be read or did not fit."},
	{zh: "同一内容写成 CSV、Parquet、SQLite、数据包时各表各列的名称和含义。", en: "Names and meaning of tables and columns where the same is written as CSV, Parquet, SQLite or a Data Package."},
}

// fieldNames are the headings of the key to the codes.
var fieldNames = []coverLine{
	{"comparator", "comparator", "比较", "Bound"},
	{"measure", "measure", "类型", "Measure"},
	{"direction", "direction", "方向", "Direction"},
	{"status", "status", "状态", "Status"},
	{"base", "base", "对比基准", "Against"},
	{"verdict", "verdict", "结论（复核）", "Verdict (review)"},
	{"role", "role", "角色（任务分工）", "Role (tasks)"},
	{"platform", "platform", "类型（平台）", "Type (platforms)"},
	{"check", "check", "类型（勾稽）", "Kind (checks)"},
	{"result", "result", "结果（勾稽）", "Result (checks)"},
	{"numeral", "numeral", "归类（台账）", "Taken for (ledger)"},
}

// A coverSheet is the first sheet being written.
type coverSheet struct {
	*sheet
	lang Lang
}

// cover writes the first sheet. It never outgrows memory.
func (w *Workbook) cover(sheets []*sheet, p *panel) *sheet {
	l := w.options.Lang
	c := coverSheet{&sheet{name: l.pick("说明", "About"), widths: coverWidths, tab: navy, limit: sheetRows, spools: []*spool{{}}, columns: len(coverWidths)}, l}
	c.line(14)
	c.line(40, cell{style: coverTitleStyle}, styled(coverTitleStyle, l.pick("数证", "Shuzheng")))
	c.line(22, cell{style: coverSubtitleStyle}, styled(coverSubtitleStyle, l.pick("政策文件中的每一个数据，连同它的出处", "Every figure of the policy documents, with its evidence")))
	c.section(l.pick("概况", "At a glance"))
	w.counts(&c, sheets)
	p.limits(&c)
	c.section(l.pick("各表", "Sheets"))
	if w.paper != nil {
		c.entry(cell{kind: linkCell, style: coverLinkStyle, text: w.paper.name, place: "'" + w.paper.name + "'!A1"}, cell{kind: numberCell, style: coverNumberStyle, text: strconv.Itoa(w.paper.body.rows)}, paperNote)
	}
	for i, s := range sheets {
		c.entry(cell{kind: linkCell, style: coverLinkStyle, text: s.name, place: "'" + s.name + "'!A1"}, rowCount(s), sheetNotes[i])
	}
	c.section(l.pick("怎样读", "How to read it"))
	for _, n := range howToRead {
		c.entry(styled(coverKeyStyle, l.pick(n.zhKey, n.enKey)), cell{}, n)
	}
	c.section(l.pick("图例", "Key"))
	for _, f := range fieldNames {
		c.key(f)
	}
	return c.sheet
}

// rowCount is how many rows a sheet has; on the sheet of tables they mean nothing.
func rowCount(s *sheet) cell {
	if s.header == nil {
		return cell{style: coverKeyStyle}
	}
	return cell{kind: numberCell, style: coverNumberStyle, text: strconv.Itoa(s.rows())}
}

func (w *Workbook) counts(c *coverSheet, sheets []*sheet) {
	for _, n := range []struct {
		zh, en         string
		n              int
		zhNote, enNote string
	}{
		{"文档", "Documents", w.documents.rows(), "", ""},
		{"指标数据", "Figures", w.figures.rows(), "", ""},
		{"平台", "Platforms", w.platforms.rows(), "", ""},
		{"表格", "Tables", w.tables, "", ""},
		{"数字", "Numerals", w.numerals.rows(), "文中全部数字", "all numerals of the texts"},
		{"未解释", "Unexplained", w.unexplained.rows, "没有读懂的数字，列在台账最前", "numerals not understood: first in the ledger"},
		{"勾稽", "Checks", w.checks.rows(), "能由文中其他数据复核的表述", "statements that other figures of the texts allow to recompute"},
		{"不一致", "Inconsistent", w.checks.spools[0].rows, "两处对不上的表述，列在“勾稽”最前", "statements that do not fit: first on the sheet Checks"},
		{"待核", "Unchecked", w.checks.spools[1].rows, "缺少所需的数据，或要看口径才能断定", "figures are missing, or scope decides"},
		{"未比较", "Not compared", w.uncompared, "个数据超出文件之间比较的容量，见“指标”", "figures beyond what is compared between documents: see Figures"},
		{"未读取", "Not read", w.failures, "没能读取的文件，见“问题”", "files that could not be read: see Problems"},
		{"已截断", "Cut", w.cuts, "一个单元格放不下的内容，见“问题”", "contents too large for a cell or sheet: see Problems"},
	} {
		if n.n > 0 || n.zhNote == "" {
			value := cell{kind: numberCell, style: coverNumberStyle, text: strconv.Itoa(n.n)}
			c.entry(styled(coverKeyStyle, c.lang.pick(n.zh, n.en)), value, coverLine{zh: n.zhNote, en: n.enNote})
		}
	}
	for _, s := range sheets {
		if s.parts() > 1 {
			last := s.partName(s.parts() - 1)
			c.entry(styled(coverKeyStyle, s.name), cell{}, coverLine{zh: "超过一张工作表的行数上限，续至“" + last + "”。", en: "Too many rows for one worksheet: goes on up to " + last + "."})
		}
	}
	if w.options.Version != "" {
		c.entry(styled(coverKeyStyle, c.lang.pick(VersionKey.Zh, VersionKey.En)), styled(coverKeyStyle, w.options.Version), coverLine{})
	}
	if how := w.options.Reading; how != "" {
		c.entry(styled(coverKeyStyle, c.lang.pick(ReadingKey.Zh, ReadingKey.En)), cell{}, coverLine{zh: how, en: how})
	}
}

// limits says what the panel leaves out.
func (p *panel) limits(c *coverSheet) {
	for _, n := range []struct {
		n      int
		zh, en string
	}{
		{p.Workbook.facts.left, "个数据超出面板的容量，没有列入；见“指标”", "figures beyond what the panel holds: see Figures"},
		{p.hidden, "个时期（非年份）没有单列一栏；其数据见“面板来源”", "periods (not years) without a column: see Panel sources"},
		{p.left, "个指标没有画图；其数值见“面板”", "concepts without a chart: see Panel"},
	} {
		if n.n > 0 {
			c.entry(styled(coverKeyStyle, c.lang.pick("面板", "Panel")), cell{kind: numberCell, style: coverNumberStyle, text: strconv.Itoa(n.n)}, coverLine{zh: n.zh, en: n.en})
		}
	}
}

// line appends a line of some height.
func (c *coverSheet) line(height int, cells ...cell) {
	for i := range cells {
		cells[i].text = clean(cells[i].text)
	}
	r := row{height: height, cells: cells}
	c.spools[0].put(&r) // stays in memory
}

func (c *coverSheet) section(title string) {
	c.line(18)
	bar := styled(coverSectionStyle, "")
	c.line(26, cell{style: coverSubtitleStyle}, styled(coverSectionStyle, title), bar, bar)
}

// entry is a key, a value and an explanation.
func (c *coverSheet) entry(key, value cell, note coverLine) {
	if value.kind == blankCell {
		value.style = coverKeyStyle
	}
	cells := []cell{{style: coverSubtitleStyle}, key, value, styled(coverTextStyle, c.lang.pick(note.zh, note.en))}
	c.line(height(cells, c.widths), cells...)
}

// key lists the codes of a field.
func (c *coverSheet) key(f coverLine) {
	name := c.lang.pick(f.zh, f.en)
	for _, w := range words {
		if w.field != f.zhKey {
			continue
		}
		c.entry(styled(coverKeyStyle, name), styled(textStyle, c.lang.pick(w.zh, w.en)), coverLine{zh: w.zhNote, en: w.enNote})
		name = ""
	}
}
