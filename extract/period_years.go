package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// ends splits 由1家扩大到8家 over a stretch of years: the first belongs to the year
// before it, the second to its last.
func (w *walk) ends(m *mark, s said) said {
	p := w.p
	c := p.clauses[p.clauseAt(m.start)]
	before := p.s[c.start:m.start]
	if i := lastIndex(before, "由"); w.opensPair(m) && !strings.Contains(before, "累计") && !p.span(c.start+max(i, lastIndex(before, "从"), 0), m.start).Contains(s.span) {
		year := s.period.From.Year
		if s.plan || s.term {
			year-- // 十三五 sets out from what was there at the end of 2015
		}
		return s.at(year)
	}
	if k := p.markFrom(m.start) - 1; k >= 0 && p.marks[k].start >= c.start && p.marks[k].fig != nil && w.opensPair(&p.marks[k]) && containsAny(before[max(len(before)-11, 0):], "到", "至", "为") {
		return s.at(s.period.To.Year)
	}
	if (reached.suffix(before) > 0 || startsIn(before, "拥有", "现有", "共有")) && !containsAny(before, "累计", "每年", "年均", "总") {
		return s.at(s.period.To.Year)
	}
	return s
}

// opensPair says whether m is the first figure of a pair: 由21亿元提高到41亿元.
func (w *walk) opensPair(m *mark) bool {
	p := w.p
	c := p.clauses[p.clauseAt(m.start)]
	rest := p.s[m.end:c.end]
	if rest != "" && (rest[0] < 0xe4 || rest[0] > 0xe9) {
		rest = strings.TrimLeft(rest, "0123456789.:：∶") // 由14:43:43调整为
	}
	return pairWords.prefix(rest) > 0 && containsAny(p.s[c.start:m.start], "由", "从", "原")
}

// yearly narrows the years that govern a passage to the last of them for what is
// compared with the year before: 十三五 …发明专利申请量6120件，同比增长27.35%、居全省第4位.
func (w *walk) yearly() {
	for i := range w.p.marks {
		f, s := w.p.marks[i].fig, w.when[i]
		if f == nil || !s.ok || s.period.Relative || s.period.From.Month > 0 { // 2019年10月—2020年3月
			continue
		}
		if s.period.From.Year == s.period.To.Year {
			w.spread(i)
			continue
		}
		if w.averageBehind(i) || w.yearOnYear(i) || w.yearOnYear(i+1) && f.Measure == policy.Level || i > 0 && f.Measure == policy.Rank && w.yearOnYear(i-1) {
			w.when[i] = s.at(s.period.To.Year)
			w.set(f, w.when[i])
		}
	}
}

// spread gives what is told of a year, but averages or sums up the years that end with it, these years: in 五年来, 2010
// 年生产总值达到300亿元，年均增长|15%.
func (w *walk) spread(i int) {
	f, to := w.p.marks[i].fig, w.when[i].period.To.Year
	from := w.base(i) + 1
	for _, of := range [...]*said{&w.sec.stated, &w.r.years, &w.st.aimed} {
		if p := &of.period; from == 1 && of.ok && p.To.Year == to && p.Whole() && p.From.Year > 0 {
			from = p.From.Year
		}
	}
	if from == 1 || from >= to {
		return
	}
	head := w.p.s[w.p.clauses[f.clause].start:w.p.marks[i].start]
	if normalize.IndexChar(head, "年") < 0 || !containsAny(head, "年均", "三年累计", "四年累计", "五年累计") && !(f.Measure == policy.Multiple && containsAny(head, "三年翻", "四年翻", "五年翻")) {
		return
	}
	s := &w.when[i]
	s.period.From = normalize.Moment{Year: from}
	s.edtf = s.period.Resolve(0)
	w.set(f, *s)
}

// base is the year that the figure before mark i is held against: 2010年生产总值是2005年的1.9倍，年均增长|15%. 0 if there
// is none.
func (w *walk) base(i int) int {
	before := w.p.figureAt(i - 1)
	if before == nil || before.clause+1 != w.p.marks[i].fig.clause || strings.ContainsAny(before.Base, "-W") {
		return 0
	}
	return yearOf(before.Base[max(0, len(before.Base)-4):])
}

// averageBehind says whether what the level of mark i grew by each year stands right behind it: 五年来生
// 产总值达到391亿元，年均增长8%. It is that of the last year.
func (w *walk) averageBehind(i int) bool {
	p := w.p
	if i+1 >= len(p.marks) || p.marks[i].fig.Measure != policy.Level || p.marks[i+1].fig == nil {
		return false
	}
	gap := p.s[p.marks[i].end:p.marks[i+1].start]
	if isAnd(gap) {
		return w.averageBehind(i + 1) // 收入分别达到3万元和2万元，年均增长8%和9%
	}
	return p.marks[i+1].fig.Measure == policy.Change && p.marks[i+1].fig.Unit == "%" && len(gap) <= len("以上，年均增长约") && strings.Contains(gap, "年均") && !containsAny(p.s[p.clauses[p.marks[i].fig.clause].start:p.marks[i].start], "累计", "新增", "共", "由", "从", "受理", "办理", "审结", "办结", "查处", "接待", "培训", "投入", "安排")
}

// yearOnYear says whether the figure of mark i follows upon another in its sentence
// and gives a change of one year, no average.
func (w *walk) yearOnYear(i int) bool {
	p := w.p
	if i == 0 || i >= len(p.marks) || p.marks[i].fig == nil {
		return false
	}
	gap := p.s[p.marks[i-1].end:p.marks[i].start]
	return p.marks[i].fig.Base == "yoy" && p.marks[i-1].fig != nil && !strings.Contains(gap, "。") && !strings.Contains(gap, "年均")
}
