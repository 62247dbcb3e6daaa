package extract

import (
	"cmp"
	"strings"

	"shuzheng/extract/layout"
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
	reach    reach
	earlier  bool // 上年同期: the same time a year before
	own      bool // the document's own place: 全市
	place    string
	placeAt  policy.Span
}

// A reach says how the values of a column lie to the month of the table.
type reach string

// The reaches of columns that rules ask for, by their names in phrases.tsv.
const (
	noReach   reach = ""
	toMonth   reach = "tomonth" // 累计: from January on
	lastMonth reach = "last"    // 上期: the month before
	wholeYear reach = "year"    // 年度预算
)

// A headUnit is a unit that a header names.
type headUnit struct {
	ok   bool
	unit normalize.Unit
	exp  int
	raw  string
}

// measured says whether the header names a unit, a change or a rank.
func (h *label) measured() bool { return h.unit.ok || h.change || h.rank }

// share says whether the header is that of shares, of the same time as what stands on its left: 占比, 为预算%.
func (h *label) share() bool {
	return startsIn(h.core, "占", "为", "完成") || endsIn(h.core, shareNames...)
}

// ratio says whether the header is that of changes or shares.
func (h *label) ratio() bool { return h.change || h.unit.unit.Kind == normalize.RatioUnit }

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
	out.lend(&h)
	if !out.period.ok {
		out.period = h.period
	} else if h.period.ok && out.period.period.Relative && !h.period.period.Relative {
		out.period.period = out.period.period.Within(h.period.period.LastYear())
		out.period.edtf = out.period.period.Resolve(0)
	}
	if h.change {
		out.change, out.yearly, out.absolute = true, out.yearly || h.yearly, out.absolute || h.absolute
		out.dir, out.base = cmp.Or(out.dir, h.dir), cmp.Or(out.base, h.base)
	}
	return out
}

// lend takes from h what l itself does not say.
func (l *label) lend(h *label) {
	l.lendMeasure(h)
	if l.comp == "" {
		l.comp, l.compAt = h.comp, h.compAt
	}
	if l.place == "" {
		l.place, l.placeAt = h.place, h.placeAt
	}
	l.reach, l.binding = cmp.Or(l.reach, h.reach), cmp.Or(l.binding, h.binding)
	l.earlier, l.total, l.rank = l.earlier || h.earlier, l.total || h.total, l.rank || h.rank
}

// lendMeasure takes from h the unit and the status where l has none.
func (l *label) lendMeasure(h *label) {
	if !l.unit.ok {
		l.unit = h.unit
	}
	if l.status == "" {
		l.status, l.statusAt = h.status, h.statusAt
	}
}

// genericHeads say only that a value stands below.
var genericHeads = phrases["headgeneric"]

func generic(core string) bool { return genericHeads.is(core) }

// readHead reads one header cell. In the header of a column the words for periods
// and statuses are taken out of its core; in that of a row only units, numbering
// and words of change, for the rest is the indicator's name.
func readHead(p *passage, column bool) *label {
	h := p.arena.label()
	end := translation(p.s)
	h.full = strings.ReplaceAll(p.s[:end], " ", "")
	if blank(p.s) {
		return h
	}
	h.spans = p.arena.span(p.span(0, len(p.s)))
	r := headReader{h: h, p: p, s: p.s, column: column, from: 0, to: len(p.s)}
	r.cut(end, len(p.s))
	r.number()
	r.indexBase()
	r.unitAsWhole()
	r.brackets()
	r.change()
	if column {
		r.sameTime()
		r.months()
		r.periods()
		r.statuses()
		r.change()
		r.statuses()
		r.months()
	} else if q, ok := normalize.HeaderPeriod(r.left()); ok {
		h.period = said{ok: true, period: q, edtf: q.Resolve(0), raw: r.left(), span: p.span(r.from, r.to)}
		r.cut(r.from, r.to)
	}
	r.place()
	if h.core = trimHead(r.left()); strings.HasPrefix(h.core, "按") && strings.HasSuffix(h.core, "分") {
		h.core = "" // 按性别分
	}
	return h
}

// trimHead takes off what means nothing at the ends of a header.
func trimHead(s string) string {
	if normalize.HanEdges(s) && !strings.HasPrefix(s, "的") && !strings.HasSuffix(s, "的") {
		return s
	}
	t := strings.Trim(s, " ：:、，-—*※#△_“”的")
	if strings.Contains(t, "“") != strings.Contains(t, "”") { // “三公”经费
		return strings.Trim(s, " ：:、，-—*※#△的")
	}
	return t
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
	if j-i <= len(blanked) {
		r.s = r.s[:i] + blanked[:j-i] + r.s[j:]
		return
	}
	r.s = r.s[:i] + strings.Repeat("\x00", j-i) + r.s[j:]
}

// blanked is enough for most cuts.
var blanked = strings.Repeat("\x00", 64)

// left is what has not been read.
func (r *headReader) left() string {
	s := strings.Trim(r.s, "\x00")
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	return strings.Trim(s, " ")
}

// headTails are the wide signs that mean nothing at the end of a header.
var headTails = []string{"：", "、", "※", "△"}

// tail is where the text that is not yet read ends.
func (r *headReader) tail() int {
	end := len(r.s)
	for end > 0 {
		switch r.s[end-1] {
		case 0, ' ', ':', '*', '#', '_':
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

// number takes off a leading list number, and of a row the code in a classification: 1. （一） 其中：.
func (r *headReader) number() {
	i := 0
	for n := listPrefix(r.s); n > 0; n = listPrefix(r.s[i:]) {
		i += n
	}
	if !r.column {
		i += len(leadingCode(r.s[i:])) // 20101人大事务
	}
	if i < len(r.s) {
		r.cut(0, i)
	}
}

// listLeads stand before an item of a list.
var listLeads = newLexicon([]string{"其中：", "其中:", "其中，", "其中、", "其中", "#", "＃", "*", "※", "★", "●", "·", " ", "-", "—"})

// listPrefix is the length of a list number or 其中： that s begins with.
func listPrefix(s string) int {
	if n := cmp.Or(listLeads.prefix(s), letterPrefix(s)); n > 0 {
		return n
	}
	if n := layout.MarkerLen(s); n < len(s) {
		return n
	}
	return 0
}

// letterPrefix is the length of a capital or a Roman number before a name: A.城市, II.农村.
func letterPrefix(s string) int {
	n := 0
	for n < len(s) && n < 4 && strings.IndexByte("IVX", s[n]) >= 0 {
		n++
	}
	if n == 0 && s != "" && s[0] >= 'A' && s[0] <= 'H' {
		n = 1
	}
	if n > 0 && n+1 < len(s) && s[n] == '.' && s[n+1] >= 0x80 {
		return n + 1
	}
	return 0
}
