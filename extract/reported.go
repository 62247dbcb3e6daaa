package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// reported finds the period that an article reports on as a whole: that of its headline
// (前三季度全市外贸增长12.3%), or one of the running year where its first paragraph names it:
// 今年以来，…; 1～6月，…. Paragraphs that name no time are about it.
func (r *reading) reported() {
	begun, asked := make([]bool, len(r.articles)), make([]bool, len(r.articles))
	for _, p := range r.ps {
		a := p.block.Article
		st := &r.articles[a]
		switch {
		case st.genre != anyPaper && st.genre != statistics || st.stated.ok || begun[a]:
			continue
		case st.titled.ok:
			begun[a], asked[a] = true, true
			if st.vote >= 0 {
				st.report = st.titled.within(st)
			}
			continue
		case p.block.Kind != policy.Paragraph || len(p.s) < 90 && !endsIn(p.s, "。", "："):
			continue // （资料图）, 记者 陆远舟
		}
		asked[a] = true
		if st.vote >= 0 {
			st.report = st.running(p)
		}
		if st.month > 0 && st.report.edtf == "" {
			if i, n := thisWeek.lastIn(upTo(p.s, weekReach)); n > 0 {
				st.report = st.onPage(p, i, n) // 本周蔬菜价格下降
			}
		}
		begun[a] = st.report.edtf != "" || p.figured
	}
	r.onlyYear(asked)
}

// weekReach is how far into its first paragraph an article tells that it is about the week.
const weekReach = 120

// onlyYear lets the one year, or the one five-year plan, that an article names be that of what names no time behind it,
// where it stands no later than the first figures, or opens a paragraph: 2024年10件民生实事完成情况公布。… 已新增床位
// 1202张. Only articles that report could be asked of are asked for it.
func (r *reading) onlyYear(report []bool) {
	for a := range report {
		st := &r.articles[a]
		if report[a] = report[a] && !st.report.ok; report[a] && st.vote >= 0 && st.plans == 1 && st.years() == 0 {
			st.report, st.since = st.plan, st.planned
		}
		if !st.report.ok && st.upTo.ok {
			st.report = st.upTo
		}
		report[a] = report[a] && !st.report.ok && (st.years() == 1 || strings.Contains(st.title, "普查")) // a census is held against the one before
	}
	for _, p := range r.ps {
		st := &r.articles[p.block.Article]
		for k := 0; report[p.block.Article] && k < len(p.marks); k++ {
			if m := &p.marks[k]; m.as == policy.AsPeriod && (st.since == 0 || m.start == 0) && p.statesYear(m) {
				st.report = p.told(m)
				report[p.block.Article] = false
			}
		}
		if report[p.block.Article] && p.figured {
			st.since, report[p.block.Article] = p.block.ID+1, st.plans == 0
		}
	}
}

// told is what mark m states.
func (p *passage) told(m *mark) said {
	return said{ok: true, period: m.period, edtf: m.period.Resolve(0), raw: p.s[m.start:m.end], span: p.span(m.start, m.end)}
}

// statesYear says whether mark m is a whole year that something is told of: not 到2030年, 2030年启动以来.
func (p *passage) statesYear(m *mark) bool {
	whole := !m.period.Relative && m.period.From == m.period.To && (m.period.From.Month == 0 || p.after(m.end, "零时")) && m.period.Open == normalize.Closed
	return whole && !p.ahead(m) && !beganThen(p.s[m.end:]) && roleOf(p.s, m.time()) == stated
}

// years is how many years the article names.
func (st *setting) years() (n int) {
	for _, times := range st.seen {
		n += btoi(times > 0)
	}
	return n
}

// within is what s says in the reader's year.
func (s said) within(st *setting) said {
	year := st.reportYear(s.period)
	s.term = overYears(s.period)
	s.period = s.period.Within(year)
	if s.period.Open == normalize.Since {
		s.period.Open, s.period.To = normalize.Closed, s.period.From
	}
	s.edtf, s.dater = s.period.Resolve(year), st.dater
	return s
}

// running is the first period of the running year that a passage states.
func (st *setting) running(p *passage) said {
	best := p.runningWords()
	for k := range p.marks {
		m := &p.marks[k]
		if m.as == policy.AsPeriod && (runs(m.period) || m.start == 0 && (ranMonths(m.period, st.year) || overYears(m.period)) || best.end == 0 && p.countedUpTo(m)) && (best.end == 0 || m.start < best.start || best.period.From.Month == 0 && !p.figured) && p.tellsOf(m.time()) {
			best = m.time()
			break
		}
	}
	if best.end == 0 && p.figured && p.marks[0].start == 0 && oneMonth(p.marks[0].period) {
		best = p.marks[0].time()
	}
	if best.end == 0 {
		return said{}
	}
	return said{ok: true, period: best.period, raw: p.s[best.start:best.end], span: p.span(best.start, best.end)}.within(st)
}

// runningWords is the first period of the running year that a passage states in words: 今年以来, 上半年. Its end is 0 where there is none.
func (p *passage) runningWords() (best timeMark) {
	for i := 0; i < len(p.s); {
		at, n, per := normalize.NextRelative(p.s, i)
		if n == 0 {
			break
		}
		i = at + n
		near := at-p.clauses[p.clauseAt(at)].start <= len("临江市劳动保障部门在今年") || madeKnown.suffix(p.s[:at]) > 0 // its clause is about it
		t := timeMark{at, i, per, stated}
		if near && (runs(per) || per.Whole() && startsIn(p.s[at:i], "今年", "本年") && p.yearOfFirst(at, i)) && p.tellsOf(t) {
			if best = t; per.From.Month > 0 || p.figured {
				break // else: 今年以来，…。一季度全县经济增势良好。
			}
		}
	}
	return best
}

// tellsOf says whether something is told of t: not 比|上半年, nor 延续|上半年|的势头.
func (p *passage) tellsOf(t timeMark) bool {
	return goneOn.suffix(p.s[:t.start]) == 0 && !isBase(p.s[:t.start], p.s[t.start:t.end], p.s[t.end:], timeMark{period: t.period})
}

// ranMonths says whether p is some months of the given year: 2031年1—6月，….
func ranMonths(p normalize.Period, year int) bool {
	return !p.Relative && p.Open == normalize.Closed && p.From.Year == year && p.To.Year == year && p.From.Month > 0 && p.To.Month > p.From.Month
}

// oneMonth says whether p is a month of the running year: 10月份，….
func oneMonth(p normalize.Period) bool {
	return p.Relative && p.Open == normalize.Closed && p.From == p.To && p.From.Year == 0 && p.From.Month > 0 && p.From.Day == 0
}

// yearOfFirst says whether 今年 at [i, j) opens the passage, or its clause tells the first number of it: 青禾县今年种植
// 小麦12万亩.
func (p *passage) yearOfFirst(i, j int) bool {
	return i == 0 && p.after(j, "，") || p.figured && p.marks[0].start > i && p.clauseAt(p.marks[0].start) == p.clauseAt(i)
}

// countedUpTo says whether mark m is the day or month of the running year up to which a passage that it opens
// counts: 截至5月末，全州….
func (p *passage) countedUpTo(m *mark) bool {
	return m.start <= len("青禾县：截至") && endsIn(p.s[:m.start], "截至", "截止", "截止到", "截至到") && m.period.Relative && m.period.From.Year == 0 && m.period.To.Month > 0
}

// overYears says whether p is some years up to the running one: 五年来, 过去三年.
func overYears(p normalize.Period) bool {
	return p.Relative && !p.Vague && p.Open == normalize.Closed && p.From.Year < -1 && p.To.Year == 0 && p.Whole()
}

// runs says whether p is the running year so far, or months of it.
func runs(p normalize.Period) bool {
	return p.Relative && !p.Vague && p.From.Year == 0 && p.To.Year == 0 && p.Open != normalize.Until &&
		(p.Open == normalize.Since && p.From.Month == 0 || p.From.Month > 0 && p.To.Month > p.From.Month)
}
