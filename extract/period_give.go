package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// give settles the period of one figure.
func (w *walk) give(m *mark) said {
	s := w.governing(m)
	if s.ok && s.yields() && w.now(m, s) {
		s = w.ofToday(s)
	}
	switch {
	case w.inner.ok:
		s = w.inner
	case w.once.ok:
		s = w.once
		if w.newListAfter(m) {
			w.once = said{} // else: 由2019年的3.1万元、1.4万元
		}
	case w.list.row != nil && w.list.next == 0 && w.newListAfter(m): // 6月、7月分别增长3%、8%，连续|2个月增长
		s = w.list.row[0]
		s.period.To = w.list.row[len(w.list.row)-1].period.To
		s.edtf = s.period.Resolve(0)
	case w.list.row != nil:
		s = w.list.take(w.newListAfter(m))
	case w.from.ok && s.ok && s.toward && s.period.From.Year > w.from.period.To.Year && w.opensPair(m):
		s = w.from // 生产总值由2010年的77亿元提高到2015年的160亿元；收入由|21亿元提高到41亿元
	case s.toward && (s.period.From.Year == s.period.To.Year && w.opensPair(m) || w.isPresent(m)):
		s = said{} // 到2025年，由|21亿元提高到41亿元
	}
	s = w.narrowed(m, s)
	w.set(m.fig, s)
	return s
}

// yields says whether s is a time that 目前 may stand against: not a year that is over, nor one that is told from today.
func (s *said) yields() bool {
	of := &s.period
	return s.toward || s.plan || of.Vague || of.From.Year != of.To.Year || of.From.Month > 0 && !of.Relative
}

// ofToday is s for what 目前 stands before, which is neither of a time to come nor of the years of a plan.
func (w *walk) ofToday(s said) said {
	if s.toward || s.period.Vague || s.period.From.Month > 0 && !s.period.Relative {
		s = w.inherited()
	}
	if s.toward || s.plan && s.span == w.sec.stated.span && w.sec.status != policy.Actual {
		return said{} // 目前，全市有桥梁2100座; “十三五”设施普及: 目前已建成15个
	}
	if now := w.nowadays(); now.ok && s.period.From.Year != s.period.To.Year {
		return now // “十四五”前四年，…。目前，
	}
	return s
}

// narrowed is s, which governs m, as far as m is about it.
func (w *walk) narrowed(m *mark, s said) said {
	f := m.fig
	if s.ok && f.planned && !s.period.Relative {
		s = s.at(s.period.To.Year) // of the year, though months of it are spoken of
	}
	if s.ok && s.period.From != s.period.To && !s.period.Relative && f.Measure == policy.Level {
		if s.period.From.Year != s.period.To.Year {
			s = w.ends(m, s)
		} else if s.period.From.Month == 1 && strings.HasSuffix(f.Indicator, "余额") {
			s.period.From = s.period.To // 1—8月，贷款余额
			s.edtf = s.period.Resolve(0)
		}
	}
	if n := w.nthYear(m); n > 0 && !w.p.span(w.first, m.start).Contains(s.span) {
		if w.st.aimed.plan {
			return w.st.aimed.at(w.st.aimed.period.From.Year + n - 1)
		}
		return said{}
	}
	if plan := w.sec.stated; s.toward && plan.ok && plan.plan && plan.period.LastYear() == s.period.LastYear() && w.summedUp(m) {
		return plan
	}
	return s
}

// nthYear is which year of a stretch the clause of m is about: 第二年，|新增企业20家. 0 where it does not say so.
func (w *walk) nthYear(m *mark) int {
	c := m.fig.clause
	head := w.p.s[w.p.clauses[c].start:m.start]
	k := normalize.IndexChar(head, "第")
	if k < 0 && c > 0 {
		head = w.p.s[w.p.clauses[c-1].start:m.start] // 第二年，…
		k = normalize.IndexChar(head, "第")
	}
	if k < 0 || strings.HasSuffix(head[:k], "连续") {
		return 0
	}
	for n, digit := range [...]string{"一年", "二年", "三年", "四年", "五年"} {
		if rest, ok := strings.CutPrefix(head[k+len("第"):], digit); ok && !startsIn(rest, "度", "级", "期") {
			return n + 1
		}
	}
	return 0
}

// summedUp says whether m is the sum of all years of the plan that a section is about: 累计完成
// 投资1008亿元，是“十一五”的2.5倍.
func (w *walk) summedUp(m *mark) bool {
	c := w.p.clauseAt(m.start)
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
	return !startsIn(w.p.s[m.end:], "、", "和", "及", "以及")
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
