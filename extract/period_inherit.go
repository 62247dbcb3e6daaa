package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// governing is the nearest statement of time for what stands at m.
func (w *walk) governing(m *mark) said {
	k := w.partOf(m)
	switch {
	case m != nil && w.aside(m):
		return w.lead
	case k >= 0:
		return w.when[k]
	case w.mid.ok:
		return w.mid
	case w.lead.ok:
		return w.lead
	}
	return w.inherited()
}

// partOf is the last figure of the sentence before, where the sentence of m tells of its parts and names no time:
// 截至目前，已完工58个。其中，|大型项目12个. -1 if there is none.
func (w *walk) partOf(m *mark) int {
	if m == nil || w.mid.ok || w.leadIn == w.first || w.first == 0 || !strings.HasPrefix(w.p.s[w.first:], "其中") {
		return -1
	}
	k := w.p.figureBefore(w.p.markFrom(w.first))
	if k < 0 || w.p.marks[k].start < w.p.sentenceStart(w.p.clauseAt(w.first-1)) || w.when[k].from || w.when[k].ok && w.lead.period.From.Month > 0 && w.when[k].period.From.Day == 0 {
		return -1 // 1—5月增长7%。5月增长6%。其中，采矿业增长3%
	}
	return k
}

// aside says whether the plan that was said last was said of one member of a list only, which the
// year at the head of the sentence governs: 2010年，收入22亿元；“十一五”期间累计投资108亿元；|税收5亿元.
func (w *walk) aside(m *mark) bool {
	return w.mid.plan && !w.mid.toward && w.lead.ok && !w.lead.plan && w.leadIn == w.first && w.p.block.Span.Contains(w.mid.span) && strings.Contains(w.p.s[w.p.text.Offset(w.mid.span.End):m.start], "；")
}

// inherited is what governs a passage from outside it.
func (w *walk) inherited() said {
	switch {
	case w.r.went.ok && strings.HasPrefix(w.p.s, "其中"):
		return w.r.went // the parts of what was told last
	case w.r.dashes.ok && w.dashed():
		return w.r.dashes
	case w.r.intro.ok && w.r.introOf == w.p.block.Section:
		return w.r.intro
	case w.sec.stated.ok:
		return w.sec.stated
	case !w.st.stated.ok:
		return w.remembered()
	}
	if s := w.st.stated.period; s.From.Year != s.To.Year {
		if now := w.nowadays(); now.ok {
			return now // “十四五”规划实施情况: 目前，…
		}
	}
	return w.st.stated
}

// remembered is what was said earlier of the time that an article tells of whose title names none.
func (w *walk) remembered() said {
	switch {
	case w.current.ok:
		return w.current
	case w.r.event.ok && thatTime.in(w.p.s[w.first:w.sentence]):
		return w.r.event
	}
	if s := w.nowadays(); s.ok {
		if !w.latest.ok {
			w.latest = s
		}
		return s
	}
	if s := w.told(); s.ok {
		return s
	}
	switch {
	case !w.st.report.ok && w.latest.ok && w.st.vote >= 0:
		return w.latest
	case !w.st.report.ok && w.planned():
		return w.r.plan
	case w.p.block.ID < w.st.since:
		return said{}
	}
	return w.st.report
}

// nowadays is the year of the page's date for a sentence of news that says 目前 and the like.
func (w *walk) nowadays() said {
	st := w.st
	if st.month == 0 || st.genre > statistics || st.report.ok && st.report.period.LastYear() >= st.year && !st.report.plan && !st.report.term || w.p.block.Table >= 0 {
		return said{}
	}
	from := w.first
	i, n := newsTimes.lastIn(w.p.s[from:w.sentence])
	if n == 0 {
		from = 0
		if i, n = daysOff.lastIn(w.p.s[:w.first]); n == 0 {
			return said{}
		}
	}
	return st.onPage(w.p, from+i, n)
}

// onPage is the year of the page's date for the n bytes at byte i of p, or its month where they tell of a week: 本周.
func (st *setting) onPage(p *passage, i, n int) said {
	at := normalize.Moment{Year: st.year}
	if thisWeek.prefix(p.s[i:]) == n {
		at.Month = st.month
	}
	s := said{ok: true, period: normalize.Period{From: at, To: at}, raw: p.s[i : i+n], span: p.span(i, i+n), dater: st.dater, asOf: true}
	s.edtf = s.period.Resolve(0)
	return s
}

// told is the year that a report of work last opened a paragraph with, for what it goes on to tell of.
func (w *walk) told() said {
	if w.st.next.ok && w.p.block.ID < w.st.turnsAt {
		return w.st.next.at(w.st.next.period.To.Year - 1)
	}
	if w.st.genre == workReport && w.sec.status != policy.Target {
		return w.r.told
	}
	return said{}
}

// thatTime names what an earlier paragraph told of: 9月26日，…举行开工仪式。…本次开工的11个项目.
var thatTime = newLexicon([]string{"本次", "此次", "这次", "当天", "当日", "会上", "仪式上"})

// planned says whether a plan that is over opened one of the last paragraphs of the section, which
// then tells of its time: “十三五”时期，…。 In the next: 路网更加完善，….
func (w *walk) planned() bool {
	r, id := w.r, w.p.block.ID
	return r.plan.ok && r.led > w.p.block.Section && r.led > 0 && id-r.led < planReach &&
		w.st.vote >= 0 && !r.plan.toward && (w.st.year == 0 || r.plan.period.To.Year <= w.st.year)
}

// planReach is for how many paragraphs a plan that opened one goes on.
const planReach = 5
