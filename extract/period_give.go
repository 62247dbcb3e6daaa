package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// give settles the period of one figure.
func (w *walk) give(m *mark) said {
	f := m.fig
	s := w.governing(m)
	if s.ok && (s.toward || s.period.Vague || s.period.From.Month > 0 && !s.period.Relative) && w.now(m, s) {
		if s = w.inherited(); s.toward {
			s = said{} // 目前，全市有桥梁2100座
		}
	}
	switch {
	case w.inner.ok:
		s = w.inner
	case w.once.ok:
		s = w.once
		if w.newListAfter(m) {
			w.once = said{} // else: 由2019年的3.1万元、1.4万元
		}
	case w.list != nil && w.listAt == 0 && w.newListAfter(m): // 6月、7月分别增长3%、8%，连续|2个月增长
		s = w.list[0]
		s.period.To = w.list[len(w.list)-1].period.To
		s.edtf = s.period.Resolve(0)
	case w.list != nil:
		if w.listAt < len(w.list) {
			s = w.list[w.listAt]
		}
		w.listAt++
		if w.newListAfter(m) {
			w.listAt = 0
		}
	case w.from.ok && s.ok && s.toward && s.period.From.Year > w.from.period.To.Year && w.opensPair(m):
		s = w.from // 生产总值由2010年的77亿元提高到2015年的160亿元；收入由|21亿元提高到41亿元
	case s.toward && s.period.From.Year == s.period.To.Year && w.opensPair(m):
		s = said{} // 到2025年，由|21亿元提高到41亿元
	}
	if s.ok && f.planned && !s.period.Relative {
		s = s.at(s.period.To.Year) // of the year, though months of it are spoken of
	}
	if s.ok && s.period.From.Year != s.period.To.Year && !s.period.Relative && f.Measure == policy.Level {
		s = w.ends(m, s)
	}
	if plan := w.sec.stated; s.toward && plan.ok && plan.plan && plan.period.LastYear() == s.period.LastYear() && w.summedUp(m) {
		s = plan
	}
	w.set(f, s)
	return s
}

// summedUp says whether m is the sum of all years of the plan that a section is about: 累计完成
// 投资1008亿元，是“十一五”的2.5倍.
func (w *walk) summedUp(m *mark) bool {
	p := w.p
	c := p.clauseAt(m.start)
	if m.fig.Measure == policy.Multiple && c > 0 && m.fig.Base != "" {
		return w.clauseSums(c - 1)
	}
	return m.fig.Measure == policy.Level && w.clauseSums(c)
}

// clauseSums says whether clause c tells of what was done altogether.
func (w *walk) clauseSums(c int) bool {
	return containsAny(w.p.s[w.p.clauses[c].start:w.p.clauses[c].end], "累计完成", "累计投入", "累计新增", "累计建成", "累计实施", "累计实现")
}

// sameRatio says whether mark i is a further part of the ratio that the figure before
// it belongs to, and so of its time: 由2022年的14.3:43.9:41.8调整为13.6:44.1:42.3.
func (w *walk) sameRatio(i int) bool {
	p := w.p
	return i > 0 && p.marks[i-1].fig != nil && oneOf(p.s[p.marks[i-1].end:p.marks[i].start], ratioSigns)
}

var ratioSigns = []string{":", "：", "∶"}

// now says whether 目前 stands between a goal and the figure: it is of today.
func (w *walk) now(m *mark, s said) bool {
	from := w.first
	if w.p.block.Span.Contains(s.span) {
		from = max(from, w.p.text.Offset(s.span.End))
	}
	return from < m.start && w.todayBefore(m.start) >= from
}

// todayBefore is where the last 目前 before byte i begins, -1 if there is none. It is
// asked from left to right.
func (w *walk) todayBefore(i int) int {
	if w.todayTo < i {
		if k, n := todays.lastIn(w.p.s[w.todayTo:i]); n > 0 && !endsIn(w.p.s[:w.todayTo+k], "从", "由", "比", "较") {
			w.today = w.todayTo + k
		}
		w.todayTo = i
	}
	return w.today
}

// newListAfter says whether the next figure is not of the same enumeration.
func (w *walk) newListAfter(m *mark) bool {
	rest := w.p.s[m.end:]
	return !strings.HasPrefix(rest, "、") && !strings.HasPrefix(rest, "和") && !strings.HasPrefix(rest, "及") && !strings.HasPrefix(rest, "以及")
}

// governing is the nearest statement of time for what stands at m.
func (w *walk) governing(m *mark) said {
	if m != nil && w.aside(m) {
		return w.lead
	}
	for _, s := range [...]*said{&w.mid, &w.lead} {
		if s.ok {
			return *s
		}
	}
	return w.inherited()
}

// aside says whether the plan that was said last was said of one member of a list only, which the
// year at the head of the sentence governs: 2010年，收入22亿元；“十一五”期间累计投资108亿元；|税收5亿元.
func (w *walk) aside(m *mark) bool {
	if !w.mid.ok || !w.mid.plan || !w.lead.ok || w.leadIn != w.first || w.lead.plan || w.lead.period.Relative || w.mid.toward {
		return false
	}
	return w.p.block.Span.Contains(w.mid.span) && strings.Contains(w.p.s[w.p.text.Offset(w.mid.span.End):m.start], "；")
}

// inherited is what governs a passage from outside it.
func (w *walk) inherited() said {
	if w.r.went.ok && strings.HasPrefix(w.p.s, "其中") {
		return w.r.went // the parts of what was told last
	}
	if w.r.dashes.ok && w.dashed() {
		return w.r.dashes
	}
	if w.r.intro.ok && w.r.introOf == w.p.block.Section {
		return w.r.intro
	}
	if w.sec.stated.ok {
		return w.sec.stated
	}
	if w.st.stated.ok {
		return w.st.stated
	}
	if w.current.ok {
		return w.current
	}
	if w.r.event.ok && containsAny(w.p.s[w.first:w.sentence], thatTime...) {
		return w.r.event
	}
	if s := w.nowadays(); s.ok {
		return s
	}
	if s := w.told(); s.ok {
		return s
	}
	if !w.st.report.ok && w.latest.ok && w.st.vote >= 0 {
		return w.latest
	}
	if !w.st.report.ok && w.planned() {
		return w.r.plan
	}
	if w.p.block.ID < w.st.since {
		return said{}
	}
	return w.st.report
}

// nowadays is the year of the page's date for a sentence of news that says 目前 and the like.
func (w *walk) nowadays() said {
	st := w.st
	if st.month == 0 || st.genre != anyPaper || st.report.ok && st.report.period.LastYear() >= st.year || w.p.block.Table >= 0 {
		return said{}
	}
	i, n := newsTimes.lastIn(w.p.s[w.first:w.sentence])
	if n == 0 {
		return said{}
	}
	at := normalize.Moment{Year: st.year}
	s := said{ok: true, period: normalize.Period{From: at, To: at}, raw: w.p.s[w.first+i : w.first+i+n], span: w.p.span(w.first+i, w.first+i+n), dater: st.dater, asOf: true}
	s.edtf = s.period.Resolve(0)
	return s
}

// told is the year that a report of work last opened a paragraph with, for what it goes on to tell of.
func (w *walk) told() said {
	if w.st.genre == workReport && w.sec.status != policy.Target {
		return w.r.told
	}
	return said{}
}

// thatTime names what an earlier paragraph told of: 9月26日，…举行开工仪式。…本次开工的11个项目.
var thatTime = []string{"本次", "此次", "这次", "当天", "当日", "会上", "仪式上"}

// planned says whether a plan that is over opened one of the last paragraphs of the section, which
// then tells of its time: “十三五”时期，…。 In the next: 路网更加完善，….
func (w *walk) planned() bool {
	r, id := w.r, w.p.block.ID
	if !r.plan.ok || r.led == 0 || id-r.led >= planReach || r.led <= w.p.block.Section {
		return false
	}
	return w.st.vote >= 0 && !r.plan.toward && (w.st.year == 0 || r.plan.period.To.Year <= w.st.year)
}

// planReach is for how many paragraphs a plan that opened one goes on.
const planReach = 5

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
	return s
}

// opensPair says whether m is the first figure of a pair: 由21亿元提高到41亿元.
func (w *walk) opensPair(m *mark) bool {
	p := w.p
	c := p.clauses[p.clauseAt(m.start)]
	rest := strings.TrimLeft(p.s[m.end:c.end], "0123456789.:：∶") // 由14:43:43调整为
	return pairWords.prefix(rest) > 0 && containsAny(p.s[c.start:m.start], "由", "从", "原")
}

// yearly narrows the years that govern a passage to the last of them for what is
// compared with the year before: 十三五 …发明专利申请量6120件，同比增长27.35%、居全省第4位.
func (w *walk) yearly() {
	for i := range w.p.marks {
		f, s := w.p.marks[i].fig, w.when[i]
		if f == nil || !s.ok || s.period.Relative {
			continue
		}
		if s.period.From.Year == s.period.To.Year {
			w.since(i)
			continue
		}
		if w.averageBehind(i) || w.yearOnYear(i) || w.yearOnYear(i+1) && f.Measure == policy.Level || i > 0 && f.Measure == policy.Rank && w.yearOnYear(i-1) {
			w.when[i] = s.at(s.period.To.Year)
			w.set(f, w.when[i])
		}
	}
}

// since gives the years that passed to a change that averages them, where the figure before is held
// against the year that they set out from: 2010年生产总值是2005年的1.9倍，年均增长15%.
func (w *walk) since(i int) {
	if i == 0 || w.p.marks[i-1].fig == nil || w.p.marks[i].fig.Measure != policy.Change {
		return
	}
	before, f := w.p.marks[i-1].fig, w.p.marks[i].fig
	base := yearOf(before.Base[max(0, len(before.Base)-4):])
	if base == 0 || base+1 >= w.when[i].period.To.Year || before.clause+1 != f.clause || !strings.HasPrefix(w.p.s[w.p.clauses[f.clause].start:], "年均") || strings.ContainsAny(before.Base, "-W") {
		return
	}
	s := w.when[i]
	s.period.From = normalize.Moment{Year: base + 1}
	s.edtf = s.period.Resolve(0)
	w.when[i] = s
	w.set(f, s)
}

// averageBehind says whether what the level of mark i grew by each year stands right behind it: 五年来生
// 产总值达到391亿元，年均增长8%. It is that of the last year.
func (w *walk) averageBehind(i int) bool {
	p := w.p
	if i+1 >= len(p.marks) || p.marks[i].fig.Measure != policy.Level || p.marks[i+1].fig == nil || p.marks[i+1].fig.Measure != policy.Change || p.marks[i+1].fig.Unit != "%" {
		return false
	}
	gap := p.s[p.marks[i].end:p.marks[i+1].start]
	return len(gap) <= len("以上，年均增长约") && strings.Contains(gap, "年均") && !containsAny(p.s[p.clauses[p.marks[i].fig.clause].start:p.marks[i].start], "累计", "新增", "共", "由", "从")
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

// at is s narrowed to one of its years, or the year it starts from.
func (s said) at(year int) said {
	s.period = normalize.Period{From: normalize.Moment{Year: year}, To: normalize.Moment{Year: year}}
	s.edtf = s.period.Resolve(0)
	return s
}

// set writes a period into a figure.
func (w *walk) set(f *draft, s said) {
	f.Period, f.PeriodRaw, f.Evidence.Period = s.edtf, s.raw, nil
	if s.ok && s.span.Len() > 0 {
		f.Evidence.Period = w.p.arena.span(s.span)
		if s.dater.Len() > 0 && s.dater != s.span {
			f.Evidence.Period = w.p.arena.twoSpans(s.span, s.dater)
		}
	}
}
