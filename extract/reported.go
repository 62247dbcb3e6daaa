package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// reported finds the period that an article reports on as a whole, where its first
// paragraph names one of the running year: 今年以来，…; 1～6月，…. Paragraphs that name
// no time are about it.
func (r *reading) reported() {
	begun := make([]bool, len(r.articles))
	for _, p := range r.ps {
		a := p.block.Article
		st := &r.articles[a]
		switch {
		case st.genre != anyPaper || st.vote < 0 || st.stated.ok || begun[a]:
			continue
		case p.block.Kind != policy.Paragraph:
			continue
		}
		begun[a] = true
		st.report = st.running(p)
	}
	r.onlyYear(begun)
}

// onlyYear lets the one year that an article names be that of what names no time, where it
// stands no later than the first figures: 2024年10件民生实事完成情况公布。… 已新增床位1202张. Only
// articles that report could be asked of are asked for it.
func (r *reading) onlyYear(report []bool) {
	for a := range report {
		st := &r.articles[a]
		report[a] = report[a] && !st.report.ok && st.years() == 1
	}
	for _, p := range r.ps {
		a := p.block.Article
		if !report[a] {
			continue
		}
		for k := range p.marks {
			m := &p.marks[k]
			if m.as == policy.AsPeriod && !m.period.Relative && m.period.From == m.period.To && m.period.From.Month == 0 && m.period.Open == normalize.Closed && !p.ahead(m) {
				r.articles[a].report = said{ok: true, period: m.period, edtf: m.period.Resolve(0), raw: p.s[m.start:m.end], span: p.span(m.start, m.end)}
				break
			}
		}
		report[a] = !r.articles[a].report.ok && !figuresIn(p)
	}
}

// years is how many years the article names.
func (st *setting) years() (n int) {
	for _, times := range st.seen {
		n += btoi(times > 0)
	}
	return n
}

// running is the first period of the running year that a passage states.
func (st *setting) running(p *passage) said {
	best, from, to := normalize.Period{}, -1, 0
	for i := 0; i < len(p.s); {
		at, n, per := normalize.NextRelative(p.s, i)
		if n == 0 {
			break
		}
		if runs(per) {
			best, from, to = per, at, at+n
			break
		}
		i = at + n
	}
	for k := range p.marks {
		if m := &p.marks[k]; m.as == policy.AsPeriod && runs(m.period) && (from < 0 || m.start < from) {
			best, from, to = m.period, m.start, m.end
			break
		}
	}
	if from < 0 {
		return said{}
	}
	best = best.Within(st.year)
	if best.Open == normalize.Since {
		best.Open, best.To = normalize.Closed, best.From
	}
	return said{ok: true, period: best, edtf: best.Resolve(st.year), raw: p.s[from:to], span: p.span(from, to)}
}

// runs says whether p is the running year so far, or months of it.
func runs(p normalize.Period) bool {
	if !p.Relative || p.Vague || p.From.Year != 0 || p.To.Year != 0 || p.Open == normalize.Until {
		return false
	}
	return p.Open == normalize.Since && p.From.Month == 0 || p.From.Month > 0 && p.To.Month > p.From.Month
}
