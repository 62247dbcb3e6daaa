package extract

import (
	"cmp"
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A said is a statement of time that governs figures: what, in which words, where.
type said struct {
	ok     bool
	period normalize.Period // its years fixed where they can be
	edtf   string
	raw    string
	span   policy.Span // in Content; empty for a title that only the metadata gives
	asOf   bool        // 截至2022年10月: what is said is there by then
	dater  policy.Span // what tells the year where raw does not, empty where nothing does
	toward bool        // 到2025年, 2025年前: what is said is yet to come
	plan   bool        // a five-year plan or another stretch of whole years
	term   bool        // years that are over: 过去五年, 五年来
	from   bool        // 从2015年的…: what something set out from
	paired bool        // 到2020年的… behind such a year
	news   bool        // the day it was told on: 10月24日，记者从市统计局获悉，
}

// say dates a statement of time from what the reader knows where it stands.
func (w *walk) say(t timeMark) said {
	p, raw, before := t.period, w.p.s[t.start:t.end], w.p.s[:t.start]
	s := said{ok: true, raw: raw, span: w.p.span(t.start, t.end), asOf: startsIn(raw, "截") || endsIn(before, "截至", "截止", "截止到", "截至到", "截止至")}
	if s.asOf && p.From.Month > 0 && p.Open == normalize.Closed {
		p.From = p.To // 截至三季度
	}
	if p.From.Day > 0 && p.From.Month == 0 {
		p.From.Month = w.monthSaid()
		p.To.Month = p.From.Month
	}
	if p.Relative {
		y, said := w.yearFor(t, raw)
		p, s.dater = p.Within(y), said
	}
	year := w.st.year
	if p.Open == normalize.Since {
		p.To, year = w.lasts(p)
	}
	s.period, s.edtf = p, p.Resolve(year)
	s.plan = !t.period.Relative && t.period.From.Year != t.period.To.Year && !endsIn(before, "从", "自", "由")
	s.term = t.period.Relative && t.period.Open == normalize.Closed && p.From.Month == 0 && p.To.Year-p.From.Year >= 2
	s.toward = !s.asOf && (p.Open == normalize.Until || endsIn(before, "到", "至") && !endsIn(before, "达到") && !endsIn(before[:len(before)-len("至")], "旬", "月", "日", "季度")) ||
		t.period.Relative && t.period.From.Year > 0 || fivePlan(t.period) && w.p.aimsBehind(w.cues, t.end) // 今后五年, 明年, “十三五”期间，全省将…
	s.news = p.From.Day > 0 && p.From == p.To && toldOn(w.p.s[t.end:])
	return s
}

// lasts is up to when p, which has an open end, lasts, and the year of that, 0 where it is not known: 2018年以来, said early in
// the year in looking back, lasts up to the year before.
func (w *walk) lasts(p normalize.Period) (to normalize.Moment, year int) {
	year = w.st.year
	if of := w.sec.stated; of.ok && !of.period.Relative && of.period.To.Year >= p.From.Year {
		year = of.period.To.Year
	}
	if year < p.From.Year {
		return p.To, 0
	}
	if w.st.genre == workReport && year == w.st.year && p.From.Year < year && !w.r.turned && w.sec.status != policy.Target {
		year = w.st.reviewed()
	}
	switch {
	case year > 0 && p.From.Month == 0:
		return normalize.Moment{Year: year}, year
	case year > 0 && year == p.From.Year && w.st.year == year && w.st.month > p.From.Month:
		return normalize.Moment{Year: year, Month: w.st.month}, year // the month of the page
	}
	return p.To, year
}

// inYears says whether s and a later one are years that a sentence goes through.
func (s said) inYears(later said) bool {
	p, q := s.period, later.period
	return s.ok && later.ok && oneYear(p) && oneYear(q) && q.From.Year > p.From.Year && !later.toward && !later.from
}

// monthSaid is the month of a day that is said without one: that of the day before it, or of the page. 0 if neither
// is known.
func (w *walk) monthSaid() int {
	for _, s := range [...]*said{&w.mid, &w.lead} {
		if s.ok && s.period.To.Day > 0 {
			return s.period.To.Month
		}
	}
	return w.st.month
}

// toldOn says whether what stands behind a day tells that something was told on it: 记者从…获悉,
// 市统计局发布….
func toldOn(after string) bool {
	near, _, _ := strings.Cut(upTo(strings.TrimPrefix(after, "，"), 60), "，")
	return !strings.Contains(near, "如下") && containsAny(near, "记者", "获悉", "了解到", "发布", "公布", "通报", "新闻", "消息")
}

// yearBefore is what governs, a year earlier: 去年同期为4.1%.
func (w *walk) yearBefore(t timeMark) said {
	s := w.governing(nil)
	if !s.ok || s.period.Vague || !t.period.Relative {
		return w.say(t)
	}
	s.period.From.Year--
	s.period.To.Year--
	s.raw, s.span = w.p.s[t.start:t.end], w.p.span(t.start, t.end)
	s.edtf = s.period.Resolve(0)
	return s
}

// yearFor is the year that relative words count from, and where it is said: the reader's for
// 今年 and 近五年, the one just spoken of for 上半年, 年末, 1～6月.
func (w *walk) yearFor(t timeMark, raw string) (int, policy.Span) {
	p, review := t.period, w.sec.stated.period.LastYear()
	switch {
	case p.From.Year > 0 && p.To.Year > p.From.Year && w.st.year > 0 && (w.st.genre == workReport || w.st.month > 0 && w.st.month <= 3):
		return w.st.reviewed(), w.st.dater // 今后五年, said early in the first of them
	case w.sec.status == policy.Actual && review > 0 && review == w.st.year-1 && p.Whole() && startsIn(raw, "今年", "本年"):
		return review, w.sec.stated.span // in a review written before the year was over
	case w.st.paged > 0 && (startsIn(raw, "去年") || startsIn(raw, "今年") && p.Whole() && w.p.aimsBehind(w.cues, t.end)):
		return w.st.paged, w.r.doc.Metadata["date"].Span
	case startsIn(raw, "去年", "今年", "明年", "前年", "本年", "未来", "今后", "上一年") || startsIn(raw, "年内") && (startsIn(w.mid.raw, "去年") || !w.mid.ok && startsIn(w.lead.raw, "去年")):
		return w.st.year, w.st.dater
	case p.From.Year < 0 || p.To.Year > 0 && p.From.Year > 0: // 过去五年, 五年来
		if plan := w.planBehind(p); plan.ok {
			return plan.period.To.Year, plan.span
		}
		if p.To.Year == 0 && w.st.genre == workReport && w.st.year > 0 {
			return w.st.reviewed(), w.st.dater
		}
		if p.To.Year == 0 {
			return w.st.year, w.st.dater
		}
	}
	return w.yearSpokenOf(p, raw)
}

// yearSpokenOf is the year that was spoken of last, and where it is said; else the reader's, or the one before.
func (w *walk) yearSpokenOf(p normalize.Period, raw string) (int, policy.Span) {
	told := w.told()
	for _, s := range [...]*said{&w.mid, &w.lead, &w.r.intro, &w.sec.stated, &w.st.stated, &told} {
		if y := s.period.LastYear(); s.ok && y > 0 {
			return y, cmp.Or(s.dater, s.span)
		}
	}
	if (strings.Contains(raw, "一年") || raw == "全年" && w.st.month > 0 && w.st.vote >= 0 && !w.heardAim()) && w.st.yearOver(raw) {
		return w.st.year - 1, w.st.dater
	}
	return w.st.reportYear(p), w.st.dater
}

// heardAim says whether the passage, or a paper of plans, says what is wanted.
func (w *walk) heardAim() bool {
	return w.r.turned || w.sec.status == policy.Target || slices.ContainsFunc(w.cues, func(q cue) bool { return q.class == cueAim })
}

// planBehind is the five-year plan just spoken of where p, counted back from the reader's year, is
// the same five years: “十一五”时期，…。五年来，….
func (w *walk) planBehind(p normalize.Period) said {
	plan, year := w.r.plan, w.st.year
	to := plan.period.To.Year
	if !plan.ok || p.From.Year != -4 || p.To.Year != 0 || year > 0 && (to > year || to < year-1) {
		return said{}
	}
	return plan
}

// fivePlan says whether p is the time of a five-year plan.
func fivePlan(p normalize.Period) bool {
	return !p.Relative && p.Open == normalize.Closed && p.To.Year == p.From.Year+4 && p.To.Year%5 == 0 && p.From.Month == 0
}
