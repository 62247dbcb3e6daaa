package extract

import (
	"strings"

	"shuzheng/normalize"
)

// take reads the k-th statement of time and gives the next to read.
func (w *walk) take(times []timeMark, k int) int {
	t := times[k]
	w.reach(t.start)
	if w.r.pageDate(w.p, t) {
		return k + 1
	}
	if b, ok := w.bracketAt(t.start); ok && t.role != ignored {
		w.takeInBracket(t, b)
		return k + 1
	}
	switch t.role {
	case stated:
		return w.takeStated(times, k)
	case fromPoint:
		w.once = w.say(t)
		w.once.from = true
		w.from = w.once
	case lastTime:
		if w.once = w.yearBefore(t); isBefore.prefix(w.p.s[t.end:]) == 0 && !w.p.after(t.end, "的") && !isDigitAt(w.p.s[t.end:]) {
			w.mid, w.once = w.once, said{}
		}
	}
	return k + 1
}

// takeStated reads the k-th statement of time, which governs what stands behind it, with those that stand in
// a row with it, and gives the next to read.
func (w *walk) takeStated(times []timeMark, k int) int {
	t, n := times[k], runOf(w.p.s, times[k:])
	next, last := k+1, times[k+n-1]
	if n > 1 && w.distributes(last.end) {
		w.takeList(times[k : k+n])
		return k + n
	} else if n > 1 && t.period.Whole() && last.period.Whole() && t.period.To.Year+n-1 == last.period.From.Year {
		t.period.To, t.end, next = last.period.To, last.end, k+n // 2021和2022年项目
	}
	s := w.say(t)
	w.list.row = nil // 6月、7月分别增长3%、8%；1-7月增长5%
	if years := w.eachYear(t); len(years) > 0 {
		w.takeList(years)
	}
	if s.news && (w.sec.stated.ok || w.st.stated.ok || w.st.report.ok || daysOff.in(w.p.s[t.end:w.sentence]) && w.nowadays().ok) {
		return next // what is told is about the time that all is about, or about a feast
	}
	if s.paired = s.toward && w.from.ok; !s.toward {
		w.from = said{}
	}
	if t.period.Vague && !w.leads(t.start) || startsIn(s.raw, "今年", "本年") && t.period.Whole() && w.countsUp() || w.dueBy(t) {
		return next // 历年最多; 截至10月末，我市今年已有; 已完成80个，其余预计10月底前完成；办理案件90件
	}
	w.remember(t, s)
	w.govern(t, s)
	w.once = said{}
	return next
}

// dueBy says whether t only tells by when that is to be done of which figures were told before it in its sentence.
func (w *walk) dueBy(t timeMark) bool {
	if w.given < w.first {
		return false
	}
	c := w.p.clauses[w.p.clauseAt(t.start)]
	rest := strings.TrimRight(w.p.s[t.end:max(t.end, c.end)], "，；。") // 2024年,2025年 goes over the end of its clause
	if completions.suffix(rest) == 0 && !endsIn(rest, "完成", "开工") {
		return false
	}
	return dueWords.in(w.p.s[c.start:t.start]) && !w.p.figureIn(clause{start: t.end, end: c.end})
}

// dueThen says whether t behind figure m tells by when that is to be there: 其余|3个|预计|9月底前|开工.
func (w *walk) dueThen(m *mark, t timeMark) bool {
	gap := w.p.s[m.end:max(m.end, t.start)]
	return t.role == stated && len(gap) <= len("条线路全线预计") && dueWords.suffix(gap) > 0 && !strings.ContainsAny(gap, "，；。、（")
}

// countsUp says whether the sentence has said up to which month it counts.
func (w *walk) countsUp() bool {
	s := w.mid
	if !s.ok && w.leadIn == w.first {
		s = w.lead
	}
	return s.asOf && s.period.From.Month > 0
}

// remember keeps what t says for what names no time further on.
func (w *walk) remember(t timeMark, s said) {
	if !s.toward && !t.period.Relative && t.period.Open == normalize.Closed && t.period.From.Year > 0 && t.period.From == t.period.To && t.period.From.Month == 0 {
		w.latest = s
	}
	if s.plan || s.term {
		w.r.years = s
	}
	switch {
	case fivePlan(t.period):
		if w.r.plan = s; w.leads(t.start) {
			w.r.led = w.p.block.ID + 1
		}
	case w.r.led > 0 && s.period.LastYear() > w.r.plan.period.To.Year && w.leads(t.start):
		w.r.led = 0 // 展望2035年，…
	}
	if t.period.Relative && startsIn(s.raw, "今年", "本年") && s.period.Whole() && s.period.From.Year > 0 && s.period.From.Year == s.period.To.Year {
		w.current = s
	}
}

// govern lets what t says govern the paragraph from there on, or the rest of its sentence alone: 8月当月,
// 从7月开始, 分季度看，一季度.
func (w *walk) govern(t timeMark, s said) {
	alone := startsIn(w.p.s[t.end:], "当月", "单月") || s.period.From.Month > 0 && s.period.From.Day == 0 && endsIn(s.raw, "起", "开始") || w.partOfLead(s, t.start)
	if !alone && (w.leads(t.start) || (!w.lead.ok || w.leadIn != w.first) && w.ahead(s) || w.lead.ok && w.lead.news && w.leadIn == w.first || w.opensMonths(t)) {
		w.lead, w.leadIn, w.mid = s, w.first, said{}
		w.eventful(s)
		return
	}
	w.mid = s
}

// partOfLead says whether s, said at byte i, is only a part of the stretch that the paragraph tells of:
// 二季度，…。其中，4月份增长2%.
func (w *walk) partOfLead(s said, i int) bool {
	whole := w.lead.period
	if !w.lead.ok || w.leadIn == w.first || whole.From.Month == 0 || s.period.From.Month < whole.From.Month || s.period.To.Month > whole.To.Month || s.period.From.Year != whole.From.Year || whole.From == whole.To {
		return false
	}
	head := w.p.s[w.first:i]
	return startsIn(head, "其中") || startsIn(head, "分季", "分月", "从季", "从月", "逐季", "逐月")
}

// eventful remembers the day that a paragraph opens with, for what is told of it further on.
func (w *walk) eventful(s said) {
	if w.first == 0 && s.period.From.Day > 0 && s.period.From == s.period.To && !s.toward {
		w.r.event = s
	}
}

// opensMonths says whether months stand behind what the first sentence of a paragraph speaks of, which
// has said no other time: 松山区9月用水量….
func (w *walk) opensMonths(t timeMark) bool {
	return w.first == 0 && !w.lead.ok && !w.mid.ok && t.period.Relative && t.period.From.Month > 0 && t.period.From.Day == 0 && t.start <= 60 &&
		!strings.ContainsAny(w.p.s[:t.start], "，：（") && w.p.markFrom(0) < len(w.p.marks)
}

// distributes says whether the figures after byte i are dealt out one by one.
func (w *walk) distributes(i int) bool {
	return containsAny(upTo(w.p.s[i:max(w.sentence, i)], 90+len("分")), "分别", "依次")
}

// eachYear are the years of a stretch that as many figures behind it are dealt out to: 2002-2004年产量分别为10万吨、
// 11万吨和12万吨.
func (w *walk) eachYear(t timeMark) (years []timeMark) {
	k, n := w.p.markFrom(t.end), t.period.To.Year-t.period.From.Year+1
	if !t.period.Whole() || t.period.Relative || n < 2 || k+n > len(w.p.marks) || !w.distributes(t.end) || strings.ContainsAny(strings.TrimPrefix(w.p.s[t.end:w.p.marks[k].start], "，"), "、和与，；") {
		return nil
	}
	for i := range n {
		if m, y := &w.p.marks[k+i], (normalize.Moment{Year: t.period.From.Year + i}); m.fig != nil && (i == n-1) == w.newListAfter(m) {
			years = append(years, timeMark{t.start, t.end, normalize.Period{From: y, To: y}, stated})
		}
	}
	return years[:len(years)/n*n]
}

func (w *walk) takeList(times []timeMark) {
	w.list, w.listEnd = dealt[said]{}, w.sentence
	for _, t := range times {
		w.list.row = append(w.list.row, w.say(t))
	}
}

// leads says whether what stands at byte i opens its sentence: nothing before it
// but 一是, 到, 其中 and the like, or 据海关统计，.
func (w *walk) leads(i int) bool {
	head := normalize.TrimSpace(w.p.s[min(i, max(w.first, w.p.wire)):i])
	if head == "" || heardFrom(head) {
		return true
	}
	if who, rest, ok := strings.Cut(head, "，"); ok && toldBy.suffix(who) > 0 {
		head = rest // 报告指出，松山区|2021年…
	}
	own, last := 0, ""
	for head != "" && own <= len("全市上下") {
		n := headWords.prefix(head)
		if n == 0 {
			n = runeLen(head[0])
			own, last = own+n, head[:n]
		}
		head = head[n:]
	}
	return own <= len("全市") || own <= len("全市上下") && startsIn(last, "市", "县", "省", "区")
}

// heardFrom says whether all that head, which stands before a time, tells is whom it was heard from: 据海关统计，; 数据显示，;
// 生态环境部通报|2020年1—8月….
func heardFrom(head string) bool {
	who := strings.TrimSuffix(strings.TrimRight(head, "，：“"), "说")
	_, rest, _ := strings.Cut(head, "，")
	return len(head) <= len("生态环境部办公厅9月16日发布") && endsIn(head, "通报", "发布", "公布") && madeKnown.suffix(head) > 0 && !strings.Contains(head, "，") ||
		startsIn(head, "据", "根据") && endsIn(head, "，", "，截至", "，到") && !strings.Contains(rest, "，") ||
		len(who) < len(head) && toldBy.suffix(who) > 0 && !strings.Contains(who, "，")
}

// ahead says whether 到2025年 is said of what is wanted: it governs the goals that
// follow in the paragraph, wherever it stands.
func (w *walk) ahead(s said) bool {
	return s.period.LastYear() > w.st.year && s.toward
}
