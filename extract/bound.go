package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// The words that bound a number: right before it, right behind its unit, far before it, and with a verb
// of giving between.
var (
	beforeLexicon, beforeSays = saying[policy.Comparator]("before/")
	afterLexicon, afterSays   = saying[policy.Comparator]("behind/")
	farLexicon, farSays       = saying[policy.Comparator]("far/")
	capLexicon, capSays       = saying[policy.Comparator]("cap/")
)

// bind reads the comparator of the figure at [m.start, m.end).
func (p *passage) bind(m *mark) {
	f := m.fig
	if f.Measure == policy.Rank {
		return
	}
	w, says, at := p.boundOf(f)
	if w == "破" && oneOf(f.Unit, caseUnits) {
		return // 立案900起，破320起
	}
	after, saysAfter := "", policy.Equal
	if f.past > m.end {
		after, saysAfter = p.boundAfter(m.end)
	}
	if after != "" && p.excludes(f.past) {
		saysAfter = exclusive(saysAfter)
	}
	switch {
	case after != "" && !(w != "" && says == policy.AtMost && saysAfter == policy.AtLeast):
		f.Comparator, w, at = saysAfter, after, m.end
	case w != "" && (f.Comparator == policy.Equal || says == policy.AtMost):
		f.Comparator = says
	default:
		return
	}
	if span := (policy.Span{Start: at, End: at + len(w)}); f.bound == nil {
		f.bound = p.arena.within(span)
	} else {
		f.bound = append(f.bound, span)
	}
}

// boundOf is the word before figure f that bounds it, what it says and where it stands; "" if none does.
func (p *passage) boundOf(f *draft) (w string, says policy.Comparator, at int) {
	from, to := p.clauses[f.clause].start, f.num.Start
	if w, says, at = p.boundBefore(to); w == "" {
		w, says, at = p.boundFar(from, to)
	}
	if w == "" && f.Unit == "%" && p.before(to, "的") {
		w, says, at = p.passedShare(from, to)
	}
	if w == "" && isAge(f) && p.before(to, "满") {
		return "满", policy.AtLeast, to - len("满") // 年满65周岁
	}
	return w, says, at
}

// caseUnits count cases, which are solved, and records, which are broken, not passed.
var caseUnits = []string{"起", "件", "宗", "项"}

// excludes says whether the bracket at byte i leaves the number of a bound out: 1亿元以上（不含
// 1亿元）, but 8000万元以上（不含土地价款）.
func (p *passage) excludes(i int) bool {
	w := p.afterAny(i, "（不含", "（不包含")
	return w != "" && (p.after(i+len(w), "）") || p.after(i+len(w), "本数") || normalize.ScanNumeral(p.s, i+len(w)).Form != normalize.NoNumeral)
}

// exclusive is the bound that leaves its number out: 1亿元以上（不含1亿元）.
func exclusive(c policy.Comparator) policy.Comparator {
	switch c {
	case policy.AtLeast:
		return policy.MoreThan
	case policy.AtMost:
		return policy.LessThan
	}
	return c
}

// boundFar is a bound word before byte i in the same clause with only a short
// phrase between.
func (p *passage) boundFar(from, i int) (w string, says policy.Comparator, at int) {
	s := p.s[max(from, i-90):i]
	if !farFirsts.In(s) {
		return
	}
	j, n := farLexicon.lastIn(s)
	if n == 0 {
		return capFar(s, i)
	}
	gap := s[j+n:]
	if startsIn(gap, "处", "的") {
		return "", "", 0 // 降水最多|处|1280毫米, 最多|的一天
	}
	if (len(gap) <= 45 || strings.HasSuffix(gap, "的")) && !strings.ContainsAny(gap, "，、；（）”0123456789") {
		return s[j : j+n], farSays[s[j:j+n]], i - len(s) + j
	}
	return
}

// capFar is a cap that a verb of giving parts from the number that s, which ends at
// byte i, leads to: 最高奖励50万元, 最长可享受3年.
func capFar(s string, i int) (w string, says policy.Comparator, at int) {
	j, n := capLexicon.lastIn(s)
	if n == 0 {
		return
	}
	rest := strings.TrimSuffix(strings.TrimPrefix(s[j+n:], "可"), "达")
	if v := capVerbs.prefix(rest); v == 0 || v < len(rest) && capSums.prefix(rest[v:]) < len(rest)-v {
		return
	}
	return s[j : j+n], capSays[s[j:j+n]], i - len(s) + j
}

// capSums are what may stand between what is capped and its number: 最高奖励|额度为|10万元, 最高奖励|限每家|20万元.
var capSums = phrases["capsum"]

// farFirsts are the characters that far bounds and caps begin with.
var farFirsts = policy.WideSetOf(farLexicon.firsts() + capLexicon.firsts())

// boundBefore is the longest bound word right before byte i that is no part of
// another word, and where it stands.
func (p *passage) boundBefore(i int) (w string, says policy.Comparator, at int) {
	for _, skip := range [...]string{"", "的", "了", "其"} {
		if !policy.Ends(p.s[:i], skip) {
			continue
		}
		s := p.s[:i-len(skip)]
		for b := range beforeLexicon.ending(s) {
			if skip == "的" && strings.HasPrefix(b, "最") || len(b) <= 3 && splitsWord(s, len(s)-len(b)) || b == "过" && !p.large(i) {
				continue
			}
			return b, beforeSays[b], len(s) - len(b)
		}
	}
	return
}

// large says whether the number at byte i is one that 过 passes: 产值过500亿元, 过亿元,
// 过半, but 举办过5届.
func (p *passage) large(i int) bool {
	n := normalize.ScanNumeral(p.s, i)
	return n.Form != normalize.NoNumeral && (n.Exp >= 4 || p.afterAny(n.End, "万", "亿", "%", "元") != "")
}

// boundAfter is the bound word at byte i.
func (p *passage) boundAfter(i int) (w string, says policy.Comparator) {
	switch w = p.afterIn(i, afterLexicon); {
	case w == "" && p.after(i, "（"):
		return p.boundBehind(i)
	case w == "",
		w == "起" && (p.afterAny(i, "起来", "起步", "起点", "起草", "起重", "起降") != "" || p.beforeAny(i, "元", "岁", "周岁") == ""), // 50元起
		w == "多" && !p.endsExtent(i+len(w)), // 5人多次获奖
		w == "内" && (p.afterAny(i, "内部", "内外", "内容", "内地", "内陆", "内资", "内河", "内需", "内生") != "" || p.beforeAny(i, "年", "月", "日", "天", "小时", "分钟") == ""):
		return "", ""
	}
	return w, afterSays[w]
}

// endsExtent says whether how large something is ends at byte i, or how it is measured stands there:
// 10米多|高.
func (p *passage) endsExtent(i int) bool {
	return p.afterAny(i, "高", "长", "宽", "深", "厚", "远", "重", "的", "，", "。", "；", "、", "）") != "" && p.afterAny(i, "高级", "高校", "长期", "重点", "重要") == ""
}

// maxAside bounds the bracket that may stand between a number and its bound, in bytes.
const maxAside = 20 * len("字")

// boundBehind is the bracket at byte i with the bound word behind it: 200万元|（不含税）以上,
// 500万元|（含500万元）以上.
func (p *passage) boundBehind(i int) (w string, says policy.Comparator) {
	n := bracketLen(p.s[i:min(len(p.s), i+maxAside)])
	if n == 0 {
		return
	}
	b := p.afterAny(i+n, "以上", "及以上", "以下", "及以下", "以内")
	if b == "" || p.figuresBetween(i, i+n) || p.clauseAt(i) != p.clauseAt(i+n) {
		return // 30人（其中女10人）以上, 30人（含。）以上
	}
	says = afterSays[b]
	if p.after(i, "（不") && strings.ContainsAny(p.s[i:i+n], "0123456789") {
		says = exclusive(says)
	}
	return p.s[i : i+n+len(b)], says
}

// figureEnd is where figure m ends, the bound behind it included: 5万户以上|.
func (p *passage) figureEnd(m *mark) int {
	if m.fig != nil {
		return m.fig.past
	}
	return m.end + p.boundAfterLen(m.end)
}

// figuresBetween says whether a figure stands between bytes i and j.
func (p *passage) figuresBetween(i, j int) bool {
	for k := p.markFrom(i); k < len(p.marks) && p.marks[k].start < j; k++ {
		if p.marks[k].fig != nil {
			return true
		}
	}
	return false
}

// includes open a bracket that says whether a bound holds its number.
var includes = phrases["include"]

// boundAgain takes the number that a bound says again in brackets: 1亿元以上（不含1亿元）.
func (c *context) boundAgain(n normalize.Numeral) (mark, bool) {
	w := c.beforeIn(n.Start, includes)
	k := len(c.marks) - 1
	if w == "" || k < 0 || c.marks[k].fig == nil {
		return mark{}, false
	}
	last, open := &c.marks[k], n.Start-len(w)
	if last.end > open || last.end+afterLexicon.prefix(c.s[last.end:]) != open {
		return mark{}, false
	}
	q := c.quantityAt(n)
	again := q.valued && c.afterAny(q.end, "）", "，") != "" && q.value.String() == last.fig.Value
	return mark{start: n.Start, end: q.end, as: policy.AsWord}, again
}

// passedShare is the 超过 before a share of a plan whose number begins at byte i: 超过年计划的
// 50%.
func (p *passage) passedShare(from, i int) (w string, says policy.Comparator, at int) {
	s := p.s[max(from, i-45):i]
	j := lastIndex(s, "超过")
	if j < 0 || plans.suffix(strings.TrimSuffix(s, "的")) == 0 || strings.ContainsAny(s[j:], "，、；（）0123456789") || strings.HasSuffix(s[:j], "不") {
		return
	}
	return "超过", policy.MoreThan, i - len(s) + j
}
