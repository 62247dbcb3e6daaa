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
