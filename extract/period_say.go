package extract

import (
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
	toward bool        // 到2025年, 2025年前: what is said is yet to come
	plan   bool        // a five-year plan or another stretch of whole years
}

// say dates a statement of time from what the reader knows where it stands.
func (w *walk) say(t timeMark) said {
	p := t.period
	raw := w.p.s[t.start:t.end]
	if p.Relative {
		p = p.Within(w.yearFor(raw, p))
	}
	year := w.st.year
	if p.Open == normalize.Since {
		if to := w.sec.stated.period.To.Year; w.sec.stated.ok && !w.sec.stated.period.Relative && to >= p.From.Year {
			year = to
		}
		if year < p.From.Year {
			year = 0
		}
		if year > 0 && p.From.Month == 0 {
			p.To = normalize.Moment{Year: year}
		}
	}
	s := said{ok: true, period: p, edtf: p.Resolve(year), raw: raw, span: w.p.span(t.start, t.end), plan: !t.period.Relative && t.period.From.Year != t.period.To.Year && !endsIn(w.p.s[:t.start], "从", "自", "由")}
	before := w.p.s[:t.start]
	s.asOf = startsIn(raw, "截") || endsIn(before, "截至", "截止", "截止到", "截至到", "截止至")
	s.toward = p.Open == normalize.Until && !s.asOf || endsIn(before, "到", "至") && !s.asOf && !endsIn(before, "达到") && !endsIn(before[:len(before)-len("至")], "旬", "月", "日", "季度")
	if p.Relative && p.From.Month > 0 && year == 0 {
		s.edtf = p.Resolve(0)
	}
	return s
}

// yearFor is the year that relative words count from: the reader's for 今年 and
// 近五年, the one just spoken of for 上半年, 年末, 1～6月.
func (w *walk) yearFor(raw string, p normalize.Period) int {
	if startsIn(raw, "去年", "今年", "明年", "前年", "本年", "未来", "今后", "上一年") {
		return w.st.year
	}
	if p.From.Year < 0 || p.To.Year > 0 && p.From.Year > 0 { // 过去五年, 五年来
		if p.To.Year == 0 && w.st.genre == workReport && w.st.year > 0 {
			return w.st.year - 1
		}
		if p.To.Year == 0 {
			return w.st.year
		}
	}
	for _, s := range [...]*said{&w.mid, &w.lead, &w.r.intro, &w.sec.stated, &w.st.stated} {
		if s.ok {
			if y := s.period.LastYear(); y > 0 {
				return y
			}
		}
	}
	return w.st.year
}
