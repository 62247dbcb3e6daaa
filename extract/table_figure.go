package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A rowLabel is what stands beside the values of one row.
type rowLabel struct {
	label
	above *label   // the row it is a part of: 其中 rows and the title over several rows
	over  headUnit // the unit of that row, else the last one named further up
}

// figures reads the numeric cells, with what the article around tells, and appends
// them to out.
func (g *sheet) figures(out []policy.Figure, r *reading) []policy.Figure {
	scene := g.scene(r)
	var above, title label
	var unit headUnit
	for row := g.top; row < g.t.Rows; row++ {
		var beside rowLabel
		read := -2 // the name column that beside was read for
		for c := range g.cols {
			i := g.at[row][c]
			if i < 0 || g.t.Cells[i].Row != row || g.t.Cells[i].Col != c || !g.isValue(i, c) {
				continue
			}
			if g.cols[c].name != read {
				beside, read = g.rowOf(row, c), g.cols[c].name
			}
			rl := beside
			if rl.above = &title; g.partOf(row, c) {
				rl.above = &above
			}
			if rl.over = rl.above.unit; !rl.over.ok {
				rl.over = unit
			}
			out = append(out, g.figure(i, &rl, &g.cols[c], &scene))
		}
		if g.names >= 0 {
			l := g.rowOf(row, len(g.cols)-1)
			if l.unit.ok {
				unit = l.unit
			}
			switch {
			case g.titleRow(row):
				title, above, unit = g.titleOf(row), label{}, headUnit{}
			case !g.partOf(row, len(g.cols)-1):
				above = l.label
			}
		}
	}
	return out
}

// titleRow says whether row r is nothing but a title over the rows below it.
func (g *sheet) titleRow(r int) bool {
	if g.banner(r) {
		return true
	}
	filled := 0
	for c := range g.cols {
		if g.cols[c].role != serialColumn && g.starts(r, c) && !g.blank(r, c) {
			filled++
		}
	}
	return filled == 1
}

// titleOf reads the title that row r is.
func (g *sheet) titleOf(r int) label {
	for c := range g.cols {
		if g.cols[c].role != serialColumn && !g.blank(r, c) {
			return *g.cells[g.at[r][c]].label(true)
		}
	}
	return label{}
}

// partOf says whether row r tells a part of the row above: 其中：, # .
func (g *sheet) partOf(r, c int) bool {
	name := g.cols[c].name
	if name < 0 {
		return false
	}
	s := g.str(r, name)
	return startsIn(s, "其中", "#", "＃")
}

// isValue says whether cell i, in column c, states a figure.
func (g *sheet) isValue(i, c int) bool {
	x := g.cells[i].num
	if x == nil {
		return false
	}
	switch g.cols[c].role {
	case serialColumn, codeColumn, unitColumn, periodColumn, nameColumn, groupColumn, bindingColumn:
		return false
	}
	own := x.low.unit.Name != "" || x.ranged && x.high.unit.Name != ""
	if g.cols[c].data || g.rowOfValues(g.t.Cells[i].Row) {
		return x.strict || len(x.rest) <= 30
	}
	return x.strict && (own || !x.year())
}

// rowOfValues says whether most cells of row r beside its name are numbers.
func (g *sheet) rowOfValues(r int) bool {
	filled, numbers := 0, 0
	for c := range g.cols {
		if role := g.cols[c].role; role != wordColumn && role != valueColumn || !g.starts(r, c) || g.blank(r, c) {
			continue
		}
		filled++
		if x := g.cells[g.at[r][c]].num; x != nil && x.strict && !x.year() {
			numbers++
		}
	}
	return numbers*2 >= filled && numbers > 0
}

// rowOf reads what stands beside the value in column c of row r: its name, its
// unit, its period, 约束性 or 预期性.
func (g *sheet) rowOf(r, c int) rowLabel {
	var l label
	if name := g.cols[c].name; name >= 0 && name != c {
		if i := g.at[r][name]; i >= 0 {
			l = *g.cells[i].label(false)
			if g.cols[name].places {
				l.asPlace(g.cells[i].passage)
			}
		}
	}
	for k := range g.cols {
		i := g.at[r][k]
		if i < 0 || k > c && l.unit.ok && g.cols[k].role == unitColumn {
			continue // the unit of the next group of columns
		}
		x := &g.cells[i]
		switch g.cols[k].role {
		case unitColumn:
			if x.unit.ok {
				l.unit = x.unit
			}
		case bindingColumn:
			if x.binding != "" {
				l.binding = x.binding
			}
		case periodColumn:
			if x.dated {
				l.period = said{ok: true, period: x.period, edtf: x.period.Resolve(0), raw: x.s, span: x.span(0, len(x.s))}
			}
		case groupColumn:
			if g.hierarchy(k, c) {
				l = x.label(false).under(&l)
			}
		}
	}
	return rowLabel{label: l}
}

// asPlace reads the name of a row as that of a place.
func (l *label) asPlace(p *passage) {
	if l.core == "" || oneOf(l.core, totals) {
		return
	}
	l.place, l.placeAt, l.core = l.core, p.span(0, len(p.s)), ""
	if n, at := normalize.MatchPlace(l.place); n == len(l.place) {
		l.place = at.Name
	}
}

// hierarchy says whether column k and the name column of c stand under one header
// cell, so that both together are the name.
func (g *sheet) hierarchy(k, c int) bool {
	name := g.cols[c].name
	return name > k && g.top > 0 && g.at[g.top-1][k] >= 0 && g.at[g.top-1][k] == g.at[g.top-1][name]
}

// A scene is what a table takes from the text around it.
type scene struct {
	st      *setting
	sec     *section
	caption label
	subject string // what the caption is about
	planned bool   // its years are those of a plan
	unit    headUnit
	second  headUnit // 单位：万元、%
	star    policy.Status
}

func (g *sheet) scene(r *reading) scene {
	s := scene{st: &setting{}, sec: &section{}}
	if a := g.t.Article; a >= 0 && a < len(r.articles) {
		s.st = &r.articles[a]
	}
	if k := g.t.Section; k >= 0 && k < len(r.sections) {
		s.sec = &r.sections[k]
	}
	p := newPassage(g.block(), policy.Plain(g.t.Caption, 0))
	s.caption = *readHead(p, true)
	s.caption.spans, s.caption.period.span = nil, policy.Span{}
	s.subject = captionSubject(s.caption.core)
	raw := s.caption.period.raw
	s.planned = raw != "" && (!isDigitAt(raw) || containsAny(p.s, "规划", "计划", "目标", "任务"))
	for k, w := range strings.FieldsFunc(fold(g.t.Unit), func(r rune) bool { return strings.ContainsRune("、，,；; ", r) }) {
		if u, _, ok := unitName(w); ok && k == 0 {
			s.unit = u
		} else if ok {
			s.second = u
		}
	}
	s.star = starred(fold(g.t.Note))
	return s
}

func fold(s string) string { return normalize.Fold(policy.Plain(s, 0)).String() }

func isDigitAt(s string) bool { return s != "" && s[0]-'0' < 10 }

// starred is what a note says of the values it marks: 加*为预计数据.
func starred(note string) policy.Status {
	if !strings.ContainsAny(note, "*＊※#△①") && !strings.Contains(note, "标") {
		return ""
	}
	switch {
	case containsAny(note, "预计", "预测", "估计", "估算", "初步", "暂"):
		return policy.Estimate
	case containsAny(note, "目标", "规划"):
		return policy.Target
	}
	return ""
}

// captionSubject takes off a caption what tells of its table rather than of its
// subject: 表1 各县区固定资产投资情况表 → 固定资产投资.
func captionSubject(s string) string {
	for _, w := range [...]string{"附表", "表", "附件"} {
		if t, ok := strings.CutPrefix(s, w); ok {
			if n := normalize.ScanNumeral(t, 0); n.Form != normalize.NoNumeral {
				s = strings.TrimLeft(t[n.End:], " ：:.、-—0123456789")
			}
		}
	}
	if n, _ := normalize.MatchPlace(s); n > 0 {
		s = s[n:]
	}
	for _, w := range [...]string{"各县（市、区）", "各县（市区）", "各县（区）", "各县市区", "各县区", "各市县", "各地区", "各市", "各区", "分县区", "分地区", "全市", "全省", "全县", "全区", "及", "年", "时期"} {
		s = strings.TrimPrefix(s, w)
	}
	for _, w := range [...]string{"情况一览表", "一览表", "统计表", "明细表", "汇总表", "情况表", "完成情况", "基本情况", "主要指标", "核心指标", "指标", "情况", "表", "统计", "“”"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.Trim(s, " “”及和年")
}

// figure puts together what cell i, its row, its column and the scene say.
func (g *sheet) figure(i int, row *rowLabel, col *column, s *scene) policy.Figure {
	x := g.cells[i].num
	cell := &g.t.Cells[i]
	f := policy.Figure{
		Measure: policy.Level, Comparator: x.comp, Block: max(g.t.Block, 0), Rule: "table cell",
		Table: &policy.CellRef{Table: g.t.ID, Row: cell.Row, Col: cell.Col},
	}
	g.indicator(&f, row, cell.Col, s)
	g.measure(&f, x, row, &col.head)
	g.amount(&f, x, row, cell.Col, s)
	g.period(&f, x, row, &col.head, s)
	g.status(&f, x, row, &col.head, s)
	g.area(&f, row, &col.head, s)
	for _, w := range x.bound {
		f.Evidence.Comparator = append(f.Evidence.Comparator, x.p.span(w.Start, w.End))
	}
	for _, h := range [...]*label{&row.label, &col.head} {
		if f.Comparator == policy.Equal && h.comp != "" {
			f.Comparator, f.Evidence.Comparator = h.comp, []policy.Span{h.compAt}
		}
	}
	f.Binding = orName(row.binding, col.head.binding)
	g.cells[i].told = f.Evidence.Span == x.p.span(0, len(x.p.s))
	return f
}

// amount writes the value, its unit and its scale.
func (g *sheet) amount(f *policy.Figure, x *cellText, row *rowLabel, c int, s *scene) {
	q, end := x.low, x.low.end
	if x.ranged {
		q, end = x.high, x.high.end
	}
	u := headUnit{ok: q.unit.Name != "", unit: q.unit, raw: ""}
	own := u.ok
	if !own {
		u = g.unitFor(f, row, c, s)
	}
	exp := 0
	if !own && q.exp == 0 {
		exp = u.exp
	}
	low := x.low.value.Shift(exp)
	f.Value, f.Decimals = low.String(), low.Digits()
	if x.ranged {
		high := x.high.value.Shift(exp)
		f.ValueHigh, f.Decimals = high.String(), high.Digits()
	}
	f.Scale = normalize.Int(1).Shift(q.exp + exp).String()
	f.Unit = u.unit.String()
	f.ValueRaw = x.p.s[x.start:q.numeral.To]
	f.UnitRaw = x.p.s[q.numeral.To:end]
	if !own {
		f.UnitRaw += u.raw
	}
	f.Evidence.Span = x.p.span(x.start, end)
}

// unitFor is the unit of a value that names none: of its column, its row, the
// table, or the one its indicator implies.
func (g *sheet) unitFor(f *policy.Figure, row *rowLabel, c int, s *scene) headUnit {
	h := &g.cols[c].head
	percent := headUnit{true, normalize.Unit{Name: "%", Kind: normalize.RatioUnit}, 0, ""}
	switch {
	case h.unit.ok:
		return h.unit
	case h.rank || row.rank:
		return headUnit{true, normalize.Unit{Name: "位", Kind: normalize.CountUnit}, 0, ""}
	case h.change && !row.change && !h.absolute:
		return percent
	case row.unit.ok:
		return row.unit
	case s.second.ok && (f.Measure == policy.Change || share(f.Indicator)):
		return s.second
	case row.over.ok:
		return row.over
	case s.unit.ok:
		return s.unit
	case s.caption.unit.ok:
		return s.caption.unit
	case row.change || share(f.Indicator):
		return percent
	}
	return counted(f.Indicator)
}

// counted is the unit that a name says itself: 套 in 签约套数.
func counted(name string) headUnit {
	for _, w := range [...]string{"人", "户", "套", "家", "件", "个", "台", "次", "项", "辆", "头", "宗", "笔", "所", "座", "栋", "张", "条", "处", "例", "批", "艘"} {
		if strings.HasSuffix(name, w+"数") {
			return headUnit{true, normalize.Unit{Name: w, Kind: normalize.CountUnit}, 0, ""}
		}
	}
	return headUnit{}
}

// share says whether an indicator is a part of a hundred by its name.
func share(name string) bool {
	return endsIn(name, "率", "比重", "占比", "比例", "增速", "增幅")
}

// ownNames end the names that need no word like 产量 of the column.
var ownNames = []string{"量", "额", "率", "数", "值", "比重", "占比", "收入", "支出", "面积", "人口", "投资", "产值", "总产值", "里程", "能力", "指数", "产量"}

// amountHeads say in a column's header what a row's name may say already.
var amountHeads = []string{"产量", "数量", "总量", "金额", "数额", "规模", "个数", "面积", "产值"}

// indicator puts the names of row and column together.
func (g *sheet) indicator(f *policy.Figure, row *rowLabel, c int, s *scene) {
	h := &g.cols[c].head
	colCore, spans := h.core, h.spans
	if colCore == "" && (h.change || h.rank) {
		if k := g.leftValue(c); k >= 0 {
			colCore, spans = g.cols[k].head.core, append(append([]policy.Span(nil), g.cols[k].head.spans...), spans...)
		}
	}
	if generic(colCore) {
		colCore = ""
	}
	rowCore := row.core
	if generic(rowCore) || oneOf(rowCore, totals) {
		rowCore = ""
	}
	if up := row.above.core; up != "" && rowCore != "" {
		switch {
		case g.isPart(row) && oneOf(rowCore, partNames) && endsIn(up, ownNames...):
			rowCore = up + rowCore
		case !g.isPart(row) && colCore == "" && endsIn(up, titleNames...) && !endsIn(rowCore, ownNames...):
			rowCore += up
		}
	}
	switch {
	case rowCore == "" && colCore == "":
		f.Indicator = s.subject
	case rowCore == "":
		f.Indicator = colCore
	case colCore == "":
		f.Indicator = rowCore
	case strings.Contains(rowCore, colCore), oneOf(colCore, amountHeads) && endsIn(rowCore, ownNames...):
		f.Indicator = rowCore
	case strings.Contains(colCore, rowCore):
		f.Indicator = colCore
	case endsIn(rowCore, ownNames...) && !endsIn(colCore, ownNames...):
		f.Indicator = colCore + rowCore
	default:
		f.Indicator = rowCore + colCore
	}
	if rowCore != "" || colCore == "" {
		f.Evidence.Indicator = append(f.Evidence.Indicator, row.spans...)
	}
	if colCore != "" {
		f.Evidence.Indicator = append(f.Evidence.Indicator, spans...)
	}
}

// titleNames end the titles over several rows that say what is measured in them.
var titleNames = []string{"存栏", "出栏", "产量", "销量", "面积", "投资", "收入", "支出", "人数", "数量", "总产值", "增加值", "产值", "人口"}

// partNames are names of parts that say nothing without the whole.
var partNames = []string{
	"城镇", "农村", "乡村", "城市", "男性", "女性", "男", "女", "公办", "民办", "国有", "民营", "外资", "内资", "国家级", "省级", "市级", "县级",
	"中央", "地方", "住宅", "新建", "续建", "第一产业", "第二产业", "第三产业", "城镇居民", "农村居民",
}

// totals name rows that sum up the others.
var totals = []string{"合计", "总计", "小计", "总数", "共计", "全部", "总量", "总额"}

// isPart says whether the row above was taken for 其中 rather than as a title.
func (g *sheet) isPart(row *rowLabel) bool { return startsIn(row.full, "其中", "#", "＃") }

// leftValue is the next column to the left that holds values and a name of its own.
func (g *sheet) leftValue(c int) int {
	for k := c - 1; k >= 0 && k != g.cols[c].name; k-- {
		if x := &g.cols[k]; x.role == valueColumn && x.head.core != "" && !x.head.change {
			return k
		}
	}
	return -1
}

// measure says what kind of statement the figure is.
func (g *sheet) measure(f *policy.Figure, x *cellText, row *rowLabel, h *label) {
	negative := x.low.value.Sign() < 0
	switch {
	case h.rank || row.rank || x.low.unit.Name == "位次":
		f.Measure = policy.Rank
	case h.change || row.change || x.dir != "":
		f.Measure, f.Direction = policy.Change, policy.Up
		for _, d := range [...]policy.Direction{h.dir, row.dir, x.dir} {
			if d != "" {
				f.Direction = d
			}
		}
		if negative {
			f.Direction = policy.Down
		}
		f.Base = orName(h.base, row.base)
		f.Evidence.Direction = append(append([]policy.Span(nil), row.spans...), h.spans...)
		if h.change {
			f.Evidence.Direction = h.spans
		}
		if x.dirAt.Len() > 0 {
			f.Evidence.Direction = []policy.Span{x.p.span(x.dirAt.Start, x.dirAt.End)}
		}
	}
}

// period takes the nearest statement of time: of the column, the row, the title
// over some rows, the caption, the section, the title of the article.
func (g *sheet) period(f *policy.Figure, x *cellText, row *rowLabel, h *label, s *scene) {
	year := s.st.year
	if y := s.caption.period.period.LastYear(); s.caption.period.ok && y > 0 {
		year = y
	} else if y := s.sec.stated.period.LastYear(); s.sec.stated.ok && y > 0 {
		year = y
	}
	own := &h.period
	switch {
	case own.ok || row.period.ok:
	case h.yearly || h.total:
		if !s.caption.period.ok {
			own = g.between(f.Table.Col)
		}
	case h.change || h.rank:
		own = g.leftPeriod(f.Table.Col)
	}
	near := [...]*said{own, &row.period, nil, &s.caption.period, &s.sec.stated, &s.st.stated}
	if row.above != nil {
		near[2] = &row.above.period
	}
	for k, t := range near {
		if t == nil || !t.ok {
			continue
		}
		q := t.period
		if k > 2 && q.From.Year != q.To.Year && !q.Relative {
			q = g.ofPlan(q, h, x, s)
		} else if h.status == policy.Target && q.From.Year != q.To.Year && !q.Relative && q.Whole() {
			q.From = q.To // “十三五”目标: at its end
		}
		if e := q.Resolve(year); e != "" {
			f.Period, f.PeriodRaw = e, t.raw
			if t.span.Len() > 0 {
				f.Evidence.Period = []policy.Span{t.span}
			}
			return
		}
	}
}

// leftPeriod is the time of the values that the changes in column c belong to.
func (g *sheet) leftPeriod(c int) *said {
	for k := c - 1; k >= 0 && k != g.cols[c].name; k-- {
		if x := &g.cols[k]; x.role == valueColumn && x.head.period.ok && !x.head.yearly && k >= c-2 {
			return &x.head.period
		}
	}
	return &said{}
}

// between is the time from the first to the last year of the columns left of c,
// over which 年均增长 runs: 2021/2025 for 2020年 and 2025年.
func (g *sheet) between(c int) *said {
	var years []int
	for k := 0; k < c; k++ {
		if t := &g.cols[k].head.period; g.cols[k].role == valueColumn && t.ok && t.period.LastYear() > 0 {
			years = append(years, t.period.LastYear())
		}
	}
	if len(years) < 2 || years[0] >= years[len(years)-1] {
		return &said{}
	}
	q := normalize.Period{From: normalize.Moment{Year: years[0] + 1}, To: normalize.Moment{Year: years[len(years)-1]}}
	return &said{ok: true, period: q, edtf: q.Resolve(0)}
}

// ofPlan fits the years of a plan that only the caption or the title names to a
// value: a target is for its last year, a base for the year before its first.
func (g *sheet) ofPlan(q normalize.Period, h *label, x *cellText, s *scene) normalize.Period {
	switch {
	case h.yearly || h.total || h.change:
		return q
	case h.status == policy.Target:
		q.From = q.To
	case h.status == policy.Actual && containsAny(h.full, "基", "现状"):
		q.From.Year--
		q.To = q.From
	}
	return q
}

// status takes what the cell says of itself, then its note, the header, the time,
// the section, the paper.
func (g *sheet) status(f *policy.Figure, x *cellText, row *rowLabel, h *label, s *scene) {
	f.Status = policy.Actual
	switch {
	case x.status != "":
		f.Status = x.status
		f.Evidence.Status = []policy.Span{x.p.span(x.statusAt.Start, x.statusAt.End)}
	case x.star != "" && s.star != "":
		f.Status = s.star
	case h.status != "":
		f.Status, f.Evidence.Status = h.status, []policy.Span{h.statusAt}
	case g.future(f, s):
		f.Status = policy.Target
	case f.Period != "" && (h.period.ok || row.period.ok || s.caption.period.ok && !s.planned):
	case s.caption.status != "":
		f.Status = s.caption.status
	case s.sec.status != "":
		f.Status = s.sec.status
	case s.st.genre == measures:
		f.Status = policy.Rule
	case s.st.genre == yearPlan || s.st.genre == longPlan && s.caption.period.ok:
		f.Status = policy.Target
	}
}

// future says whether the figure's period lies ahead of the reader: in the years
// of the plan that the caption names, or after the reader's year.
func (g *sheet) future(f *policy.Figure, s *scene) bool {
	y := lastYearOf(f.Period)
	var plan normalize.Period
	switch {
	case s.planned:
		plan = s.caption.period.period
	case !s.caption.period.ok && s.st.genre == longPlan:
		plan = s.st.stated.period
	}
	switch {
	case y == 0:
		return false
	case !plan.Relative && plan.From.Year < plan.To.Year && s.caption.status != policy.Actual:
		return y >= plan.From.Year
	}
	return s.st.year > 0 && (y > s.st.year || y == s.st.year && s.st.genre == yearPlan)
}

// lastYearOf is the last year that an EDTF period names, 0 if none.
func lastYearOf(edtf string) int {
	if k := strings.LastIndexByte(edtf, '/'); k >= 0 {
		edtf = edtf[k+1:]
	}
	return yearOf(edtf)
}

// area is the place that the row or the column is named for, else the article's.
func (g *sheet) area(f *policy.Figure, row *rowLabel, h *label, s *scene) {
	for _, l := range [...]*label{&row.label, h, &s.caption} {
		if l.place != "" {
			f.Area = l.place
			if l.placeAt.Len() > 0 && l != &s.caption {
				f.Evidence.Area = []policy.Span{l.placeAt}
			}
			return
		}
	}
	if f.Status == policy.Rule {
		return
	}
	if s.sec.place != "" {
		f.Area = s.sec.place
		return
	}
	f.Area = s.st.place.name
	if s.st.place.span.Len() > 0 {
		f.Evidence.Area = []policy.Span{s.st.place.span}
	}
}
