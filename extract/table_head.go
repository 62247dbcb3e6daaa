package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A label is what the header of a column or row says: 2025年目标值（万元） is the
// period 2025, the status target and the unit 万元; 产量 is what it measures.
type label struct {
	full     string // the wording, blanks and line breaks left out
	core     string // what is left when all else is read: the indicator's own words
	spans    []policy.Span
	unit     headUnit
	period   said
	status   policy.Status
	statusAt policy.Span
	comp     policy.Comparator
	compAt   policy.Span
	change   bool // 比上年增长, ±%
	dir      policy.Direction
	base     string
	absolute bool // a change in the indicator's own unit: 增加额, 比年初增加
	yearly   bool // 年均
	total    bool // 累计, [ ]
	rank     bool // 位次
	binding  string
	own      bool // the document's own place: 全市
	place    string
	placeAt  policy.Span
}

// A headUnit is a unit that a header names.
type headUnit struct {
	ok   bool
	unit normalize.Unit
	exp  int
	raw  string
}

// measured says whether the header names a unit, a change or a rank.
func (h *label) measured() bool { return h.unit.ok || h.change || h.rank }

// under is what h says together with the header cell below it, which goes before.
func (h label) under(low *label) label {
	out := *low
	out.full = h.full + low.full
	switch {
	case h.core == "" || h.core == low.core:
	case low.core == "" || generic(low.core) && !generic(h.core):
		out.core = h.core
	case generic(h.core):
	default:
		out.core = h.core + low.core
	}
	out.spans = append(append([]policy.Span(nil), h.spans...), low.spans...)
	if !out.unit.ok {
		out.unit = h.unit
	}
	if !out.period.ok {
		out.period = h.period
	} else if h.period.ok && out.period.period.Relative && !h.period.period.Relative {
		out.period.period = out.period.period.Within(h.period.period.LastYear())
		out.period.edtf = out.period.period.Resolve(0)
	}
	if out.status == "" {
		out.status, out.statusAt = h.status, h.statusAt
	}
	if out.comp == "" {
		out.comp, out.compAt = h.comp, h.compAt
	}
	if h.change {
		out.change, out.yearly, out.absolute = true, out.yearly || h.yearly, out.absolute || h.absolute
		if out.dir == "" {
			out.dir = h.dir
		}
		if out.base == "" {
			out.base = h.base
		}
	}
	out.total, out.rank = out.total || h.total, out.rank || h.rank
	if out.place == "" {
		out.place, out.placeAt = h.place, h.placeAt
	}
	if out.binding == "" {
		out.binding = h.binding
	}
	return out
}

// genericHeads say only that a value stands below.
var genericHeads = []string{
	"绝对值", "绝对额", "绝对数", "数值", "指标值", "值", "数", "总量", "实绩", "合计", "总计", "小计", "总数", "数据", "情况", "指标", "项目", "内容", "名称", "本期", "全年", "累计", "年度", "单位",
	"指标名称", "发展水平", "主要指标", "目标", "金额合计", "实际数", "数额", "一", "二", "三",
}

func generic(core string) bool { return oneOf(core, genericHeads) }

// readHead reads one header cell. In the header of a column the words for periods
// and statuses are taken out of its core; in that of a row only units, numbering
// and words of change, for the rest is the indicator's name.
func readHead(p *passage, column bool) *label {
	h := &label{full: strings.ReplaceAll(p.s, " ", "")}
	if blank(p.s) {
		return h
	}
	h.spans = []policy.Span{p.span(0, len(p.s))}
	r := headReader{h: h, p: p, s: p.s, column: column, from: 0, to: len(p.s)}
	r.number()
	r.unitAsWhole()
	r.brackets()
	r.change()
	if column {
		r.periods()
		r.statuses()
		r.change()
		r.statuses()
	} else if q, ok := normalize.HeaderPeriod(r.left()); ok {
		h.period = said{ok: true, period: q, edtf: q.Resolve(0), raw: r.left(), span: p.span(r.from, r.to)}
		r.cut(r.from, r.to)
	}
	r.place()
	h.core = strings.Trim(r.left(), " ：:、，-—*※#△“”的")
	return h
}

// A headReader takes a header apart. What is read is cut out of s by keep.
type headReader struct {
	h        *label
	p        *passage
	s        string // the wording; what was read is blanked with NULs
	column   bool
	from, to int
}

// cut takes [i, j) out of what is left.
func (r *headReader) cut(i, j int) {
	r.s = r.s[:i] + strings.Repeat("\x00", j-i) + r.s[j:]
}

// left is what has not been read.
func (r *headReader) left() string {
	return strings.Trim(strings.ReplaceAll(r.s, "\x00", ""), " ")
}

// headTails are the wide signs that mean nothing at the end of a header.
var headTails = []string{"：", "、", "※", "△"}

// tail is where the text that is not yet read ends.
func (r *headReader) tail() int {
	end := len(r.s)
	for end > 0 {
		switch r.s[end-1] {
		case 0, ' ', ':', '*', '#':
			end--
			continue
		}
		if end < 3 || !oneOf(r.s[end-3:end], headTails) {
			break
		}
		end -= 3
	}
	return end
}

// number takes off a leading list number: 1. （一） 其中：.
func (r *headReader) number() {
	i := 0
	for {
		j := i + listPrefix(r.s[i:])
		if j == i {
			break
		}
		i = j
	}
	if i < len(r.s) {
		r.cut(0, i)
	}
}

// listPrefix is the length of a list number or 其中： that s begins with.
func listPrefix(s string) int {
	for _, w := range [...]string{"其中：", "其中:", "其中，", "其中、", "其中", "#", "＃", "*", "※", "★", "●", "·", " ", "-", "—"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	t := s
	for _, open := range [...]string{"（", "("} {
		t = strings.TrimPrefix(t, open)
	}
	bracket := len(t) < len(s)
	if t == "" || bracket && t[0] >= 0x80 && normalize.NextNumeral(t, 0) != 0 {
		return 0
	}
	n := normalize.ScanNumeral(t, 0)
	if n.Form == normalize.NoNumeral {
		if k := strings.IndexRune("①②③④⑤⑥⑦⑧⑨⑩", firstRune(s)); k >= 0 {
			return 3
		}
		return 0
	}
	rest := t[n.End:]
	for _, close := range [...]string{"）", ")", ".", "．", "、"} {
		if strings.HasPrefix(rest, close) && (bracket == (close == "）" || close == ")")) && len(rest) > len(close) {
			return len(s) - len(rest) + len(close)
		}
	}
	return 0
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// placeUnits count places, but in a bracket of a header they are part of a word: 县（区）.
var placeUnits = []string{"省", "市", "县", "区", "镇", "乡", "村", "国", "校", "街道", "州"}

// unitName reads a string that is a unit, perhaps after 单位：.
func unitName(s string) (headUnit, string, bool) {
	for _, w := range [...]string{"计量单位", "单位"} {
		if t, ok := strings.CutPrefix(s, w); ok && (strings.HasPrefix(t, "：") || strings.HasPrefix(t, ":")) {
			s = strings.TrimLeft(t, "：: ")
		}
	}
	s = strings.TrimSpace(s)
	if exp, u, ok := normalize.WholeUnit(s); ok && !oneOf(u.Name, placeUnits) {
		return headUnit{true, u, exp, s}, s, true
	}
	return headUnit{}, s, false
}

// unitAsWhole reads a header cell that is nothing but a unit: 亿元. A lone classifier
// may be a word of its own (市, 户), so it must be measured to count.
func (r *headReader) unitAsWhole() {
	if u, _, ok := unitName(r.left()); ok && (u.exp > 0 || u.unit.Kind != normalize.CountUnit) && u.unit.Kind != normalize.TimeUnit {
		r.h.unit = u
		r.cut(0, len(r.s))
	}
}

var headBrackets = [...][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"【", "】"}}

// brackets reads what stands in brackets, and a % at the end.
func (r *headReader) brackets() {
	for _, b := range headBrackets {
		for at := 0; ; {
			i := strings.Index(r.s[at:], b[0])
			if i < 0 {
				break
			}
			i += at
			j := strings.Index(r.s[i:], b[1])
			if j < 0 {
				break
			}
			j += i + len(b[1])
			if r.bracket(strings.Trim(r.s[i+len(b[0]):j-len(b[1])], " "), i, j) {
				r.cut(i, j)
			}
			at = j
		}
	}
	for _, w := range [...]string{"%", "‰"} {
		if t := r.tail(); strings.HasSuffix(r.s[:t], w) && !r.h.unit.ok {
			r.h.unit = headUnit{true, normalize.Unit{Name: w, Kind: normalize.RatioUnit}, 0, w}
			r.cut(t-len(w), t)
		}
	}
}

// bracket reads the bracket [i, j) that holds s, and says whether it is understood.
func (r *headReader) bracket(s string, i, j int) bool {
	if u, _, ok := unitName(s); ok {
		r.h.unit = u
		return true
	}
	if t := strings.TrimLeft(s, "±+-增减长幅"); t != s && t != "" { // （±%）
		if u, _, ok := unitName(t); ok {
			r.h.unit, r.h.change = u, true
			return true
		}
	}
	if b := bindingOf(s); b != "" {
		r.h.binding = b
		return true
	}
	switch s {
	case "累计", "累计数", "":
		r.h.total = true
		return true
	case "≥", "不低于", "以上":
		r.h.comp, r.h.compAt = policy.AtLeast, r.p.span(i, j)
		return true
	case "≤", "不高于", "以下", "不超过":
		r.h.comp, r.h.compAt = policy.AtMost, r.p.span(i, j)
		return true
	}
	if k := strings.IndexAny(s, "，、,"); k > 0 { // （亿元，现价）
		if u, _, ok := unitName(s[:k]); ok {
			r.h.unit = u
			return true
		}
		if u, _, ok := unitName(strings.TrimLeft(s[k:], "，、,")); ok {
			r.h.unit = u
			return true
		}
	}
	if q, ok := normalize.HeaderPeriod(s); ok {
		r.h.period = said{ok: true, period: q, edtf: q.Resolve(0), raw: s, span: r.p.span(i, j)}
		return true
	}
	if w := statusEndings.of(s); r.column && w != nil && len(w.word) == len(s) {
		r.h.status, r.h.statusAt = w.status, r.p.span(i, j)
		return true
	}
	return false
}

// A headChange is a word of change with what it compares to and its direction.
type headChange struct {
	word string
	base string
	dir  policy.Direction
}

// headChanges tell that a column or row holds changes; the longest that ends the
// header is taken off it.
var headChanges = []headChange{
	{"年均增长率", "", policy.Up}, {"年均增长", "", policy.Up}, {"年均增速", "", policy.Up}, {"年均增幅", "", policy.Up}, {"年均", "", ""},
	{"比上年同期增长", "yoy", ""}, {"比上年增长", "yoy", ""}, {"比上年增减", "yoy", ""}, {"比上年±", "yoy", ""}, {"比上年", "yoy", ""}, {"比去年同期", "yoy", ""}, {"比去年", "yoy", ""}, {"比上年末", "yoy", ""}, {"比上年末增长", "yoy", ""},
	{"较上年增长", "yoy", ""}, {"较上年增减", "yoy", ""}, {"较上年±", "yoy", ""}, {"较上年", "yoy", ""}, {"较上年同期", "yoy", ""}, {"较去年同期", "yoy", ""}, {"为上年", "yoy", ""}, {"比上年同期", "yoy", ""}, {"比上年同期±", "yoy", ""}, {"与上年相比", "yoy", ""},
	{"同比增长", "yoy", ""}, {"同比增速", "yoy", ""}, {"同比增幅", "yoy", ""}, {"同比增减", "yoy", ""}, {"同比±", "yoy", ""}, {"同比", "yoy", ""}, {"同比增长率", "yoy", ""}, {"同比变化", "yoy", ""}, {"比上年增减", "yoy", ""}, {"可比增长", "yoy", ""},
	{"环比增长", "mom", ""}, {"环比", "mom", ""}, {"比上月增长", "mom", ""}, {"较上月", "mom", ""}, {"比上月", "mom", ""},
	{"增长率", "", ""}, {"增长速度", "", ""}, {"增速", "", ""}, {"增幅", "", ""}, {"增长", "", ""}, {"增减", "", ""}, {"增减幅度", "", ""}, {"增减额", "", ""}, {"增减量", "", ""}, {"涨幅", "", ""}, {"±", "", ""}, {"升降", "", ""}, {"变动", "", ""}, {"变化率", "", ""},
	{"比年初增加额", "年初", policy.Up}, {"比年初增加", "年初", policy.Up}, {"比年初", "年初", ""}, {"较年初", "年初", ""}, {"较年初增加", "年初", policy.Up}, {"比年初增减", "年初", ""}, {"比年初增长", "年初", ""},
	{"比上年增加", "yoy", policy.Up}, {"比上年末增加", "yoy", policy.Up}, {"比上年减少", "yoy", policy.Down}, {"增加额", "", policy.Up}, {"减少额", "", policy.Down}, {"增加量", "", policy.Up}, {"同比增加", "yoy", policy.Up}, {"同比减少", "yoy", policy.Down}, {"净增", "", policy.Up}, {"净增加", "", policy.Up},
	{"下降", "", policy.Down}, {"降低", "", policy.Down}, {"降幅", "", policy.Down}, {"下降率", "", policy.Down}, {"降低率", "", policy.Down}, {"减少", "", policy.Down}, {"累计下降", "", policy.Down}, {"累计降低", "", policy.Down}, {"下降幅度", "", policy.Down},
	{"累计增长", "", policy.Up}, {"提高", "", policy.Up}, {"增加", "", policy.Up},
}

var changeEndings = newEndings(headChanges, func(w *headChange) string { return w.word })

// notChanges end in a word of change and are levels all the same.
var notChanges = []string{"自然增长率", "机械增长率", "自然增长", "社会增加", "工业增加"}

// change takes the words of change off the end of what is left.
func (r *headReader) change() {
	s := r.s[:r.tail()]
	for _, w := range notChanges {
		if strings.HasSuffix(s, w) {
			return
		}
	}
	if w := changeEndings.of(s); w != nil {
		i := len(s) - len(w.word)
		r.h.change, r.h.dir = true, w.dir
		if w.base != "" {
			r.h.base = w.base
		}
		r.h.yearly = strings.HasPrefix(w.word, "年均")
		r.h.absolute = endsIn(w.word, "额", "量", "增加", "减少", "年初", "变化", "变动") || strings.HasPrefix(w.word, "净")
		r.cut(i, len(s))
		r.comparedYear(i)
		return
	}
	for _, w := range [...]string{"位次", "排名", "名次", "排位", "位数次"} {
		if strings.HasSuffix(s, w) {
			r.h.rank = true
			r.cut(len(s)-len(w), len(s))
		}
	}
}

// comparedYear reads the year a change counts from: 比2019年, 较2020年.
func (r *headReader) comparedYear(end int) {
	for _, w := range [...]string{"比", "较"} {
		i := strings.LastIndex(r.s[:end], w)
		if i < 0 {
			continue
		}
		at := i + len(w)
		if n, q := normalize.MatchPeriod(r.s[at:end]); n > 0 && at+n == end && !q.Relative {
			r.h.base = q.Resolve(0)
			r.cut(i, end)
		}
	}
}

// periods reads the first statement of time in a column's header.
func (r *headReader) periods() {
	if r.h.period.ok {
		return
	}
	left := r.left()
	if q, ok := normalize.HeaderPeriod(left); ok && left != "" {
		i := strings.Index(r.s, left)
		if i >= 0 {
			r.say(q, i, i+len(left))
			return
		}
	}
	for i := 0; i < len(r.s); i++ {
		if r.s[i] == 0 || r.s[i]&0xc0 == 0x80 {
			continue
		}
		if n, q := normalize.MatchPeriod(r.s[i:]); n > 0 && !q.Vague {
			r.say(q, i, i+n)
			return
		}
	}
}

func (r *headReader) say(q normalize.Period, i, j int) {
	r.h.period = said{ok: true, period: q, edtf: q.Resolve(0), raw: r.p.s[i:j], span: r.p.span(i, j)}
	r.cut(i, j)
}

// A headStatus is a word of a column's header that says what its values claim.
type headStatus struct {
	word   string
	status policy.Status
}

var headStatuses = []headStatus{
	{"目标任务", policy.Target}, {"目标值", policy.Target}, {"目标数", policy.Target}, {"规划目标", policy.Target}, {"发展目标", policy.Target}, {"预期目标", policy.Target}, {"年度目标", policy.Target}, {"目标", policy.Target},
	{"规划值", policy.Target}, {"规划数", policy.Target}, {"规划", policy.Target}, {"计划数", policy.Target}, {"计划", policy.Target}, {"计划值", policy.Target}, {"预期值", policy.Target}, {"预期", policy.Target}, {"任务数", policy.Target}, {"任务", policy.Target}, {"预算数", policy.Target}, {"预算", policy.Target}, {"力争", policy.Target}, {"展望", policy.Target}, {"展望值", policy.Target},
	{"预计数", policy.Estimate}, {"预计完成", policy.Estimate}, {"预计值", policy.Estimate}, {"预计达到", policy.Estimate}, {"预计", policy.Estimate}, {"预测值", policy.Estimate}, {"预测", policy.Estimate}, {"估计", policy.Estimate}, {"快报数", policy.Actual}, {"初步数", policy.Actual},
	{"实际完成", policy.Actual}, {"实际值", policy.Actual}, {"实际数", policy.Actual}, {"实际", policy.Actual}, {"完成值", policy.Actual}, {"完成数", policy.Actual}, {"完成情况", policy.Actual}, {"完成", policy.Actual}, {"实绩", policy.Actual}, {"基期值", policy.Actual}, {"基期", policy.Actual}, {"基数", policy.Actual}, {"基础值", policy.Actual}, {"现状值", policy.Actual}, {"现状", policy.Actual}, {"基准值", policy.Actual}, {"基准", policy.Actual}, {"决算数", policy.Actual}, {"执行数", policy.Actual}, {"达到值", policy.Actual}, {"发生额", policy.Actual}, {"基年", policy.Actual},
}

var statusEndings = newEndings(headStatuses, func(w *headStatus) string { return w.word })

// statuses takes a status word off the end of what is left.
func (r *headReader) statuses() {
	t := r.tail()
	w := statusEndings.of(r.s[:t])
	if w == nil {
		return
	}
	if r.h.status == "" {
		r.h.status, r.h.statusAt = w.status, r.p.span(t-len(w.word), t)
	}
	r.cut(t-len(w.word), t)
}

// place reads a header that is the name of a place.
func (r *headReader) place() {
	left := r.left()
	if left == "" {
		return
	}
	n, p := normalize.MatchPlace(left)
	if n != len(left) {
		if n, p = normalize.MatchRelativePlace(left); n != len(left) {
			return
		}
	}
	r.h.place, r.h.placeAt = p.Name, r.p.span(0, len(r.p.s))
	if p.Scope == normalize.Whole {
		r.h.place, r.h.own = "", true
	}
	r.cut(0, len(r.s))
	r.h.full = left
}
