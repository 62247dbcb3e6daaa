package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// placeUnits count places, but in a bracket of a header they are part of a word: 县（区）.
var placeUnits = []string{"省", "市", "县", "区", "镇", "乡", "村", "国", "地", "校", "街道", "州"}

// unitLeads stand before a unit.
var unitLeads = newLexicon([]string{"计量单位：", "计量单位:", "单位：", "单位:"})

// unitName reads a string that is a unit, perhaps after 单位：.
func unitName(s string) (headUnit, string, bool) {
	if unitLeads.prefix(s) > 0 {
		s = strings.TrimLeft(s[strings.Index(s, "单位")+len("单位"):], "：: ")
	}
	s = normalize.TrimSpace(s)
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

// openers are those of headBrackets that have three bytes.
var openers = policy.WideSetOf("（〔【")

// mayOpen says whether one of headBrackets may open in s; it errs on the side of yes.
func mayOpen(s string) bool {
	for i := 0; i < len(s); i++ {
		if i = openers.Skip(s, i); i == len(s) {
			return false
		}
		if s[i] == '(' || s[i] == '[' || s[i]>>4 == 0xe {
			return true
		}
	}
	return false
}

// brackets reads what stands in brackets, and a % at the end.
func (r *headReader) brackets() {
	if mayOpen(r.s) {
		for _, b := range headBrackets {
			r.within(b[0], b[1])
		}
	}
	t := r.tail()
	for _, w := range [...]string{"%", "‰", "个百分点", "百分点"} {
		if strings.HasSuffix(r.s[:t], w) && !r.h.unit.ok && !(t > len(w) && isDigitAt(r.s[t-len(w)-1:])) { // no unit: 增值税50%
			r.h.unit = headUnit{true, normalize.Unit{Name: strings.TrimPrefix(w, "个"), Kind: normalize.RatioUnit}, 0, w}
			r.cut(t-len(w), t)
		}
	}
}

// within reads what stands between two brackets.
func (r *headReader) within(open, closed string) {
	for at := 0; ; {
		i := strings.Index(r.s[at:], open)
		if i < 0 {
			return
		}
		i += at
		j := strings.Index(r.s[i:], closed)
		if j < 0 {
			return
		}
		j += i + len(closed)
		if r.bracket(strings.Trim(r.s[i+len(open):j-len(closed)], " "), i, j) {
			r.cut(i, j)
		}
		at = j
	}
}

// bracketUnit takes the unit that the bracket holding s names, perhaps with more: ±%; 亿元，现价.
func (r *headReader) bracketUnit(s string) bool {
	if t := strings.TrimLeft(s, "±+-增减长幅"); t != s && t != "" {
		if u, _, ok := unitName(t); ok {
			r.h.unit, r.h.change = u, true
			return true
		}
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("，、,", r) }) {
		if u, _, ok := unitName(w); ok {
			r.h.unit = u
			return true
		}
	}
	n := normalize.ScanNumeral(s, 0)
	u, _, ok := unitName(s[n.End:])
	return !r.column && ok && n.Form == normalize.Arabic && n.Start == 0 && u.unit.Kind == normalize.CountUnit // 产业项目（12个）
}

// bracket reads the bracket [i, j) that holds s, and says whether it is understood.
func (r *headReader) bracket(s string, i, j int) bool {
	if r.bracketUnit(s) {
		return true
	}
	q, dated := normalize.HeaderPeriod(s)
	bound := cmp.Or(beforeSays[s], afterSays[s])
	switch b := bindingOf(s); {
	case b != "":
		r.h.binding = b
	case s == "" || s == "累计" || s == "累计数":
		r.h.total = true
	case r.s[i] == '[' && len(s) < 3 && strings.Trim(s, "0123456789") == "": // 比重[6]: sends to a note
	case bound != "":
		r.h.comp, r.h.compAt = bound, r.p.span(i, j)
	case dated:
		r.h.period = said{ok: true, period: q, edtf: q.Resolve(0), raw: s, span: r.p.span(i, j)}
	case r.column && statusSays[s] != "":
		r.h.status, r.h.statusAt = statusSays[s], r.p.span(i, j)
	default:
		return false
	}
	return true
}
