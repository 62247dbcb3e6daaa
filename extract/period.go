package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A walk goes through one passage.
type walk struct {
	r       *reading
	p       *passage
	st      *setting
	sec     *section
	cues    []cue
	signals []signal

	when     []said        // what governs each mark that is a figure
	brackets []policy.Span // outermost （…） of the passage
	ear      listener
	sentence int  // end of the 。-sentence being read
	first    int  // where that sentence begins
	lead     said // said at the head of a sentence: governs the paragraph
	leadIn   int  // where that sentence begins
	latest   said // the last year that was stated, for what has no other
	current  said // 今年, where it was said earlier in the paragraph
	mid      said // said later on: governs the rest of its sentence
	given    int  // where the last figure begins that got its period, -1 if none did
	once     said // 从2015年的…: governs one figure
	from     said // the last such year, where what is stated since went on from it: 到2020年的
	today    int  // where the last 目前 before byte todayTo begins, -1 if none does
	todayTo  int
	among    int // where the last 其中 before byte amongTo begins, -1 if none does
	amongTo  int
	inner    said // said in the brackets being read
	innerEnd int
	list     []said // 2018年、2019年、2020年分别: one figure each
	listAt   int
	listEnd  int

	aims     bool // the paragraph announces goals at its head: 主要任务是：…
	builtFor int  // the sentence that builtAt was sought in: where it begins, counted from 1
	builtAt  int  // where it has told that something is there to be used, -1 if it does not

	estimated int // where figures that are all estimates begin, 0 if nowhere
}

// periods gives every figure of the passage its period.
func (w *walk) periods() {
	p := w.p
	times := w.r.timesOf(p, w.signals)
	w.brackets = p.bracketsOf(w.r.scratch.brackets[:0])
	w.when = slices.Grow(w.r.scratch.when[:0], len(p.marks))[:len(p.marks)]
	w.r.scratch.brackets, w.r.scratch.when = w.brackets, w.when
	w.first, w.sentence, w.today, w.given = 0, w.sentenceEnd(0), -1, -1
	k := 0
	for i := range p.marks {
		m := &p.marks[i]
		if m.fig == nil {
			continue
		}
		for k < len(times) && times[k].start < m.start {
			k = w.take(times, k)
		}
		w.reach(m.start)
		if w.sameRatio(i) {
			w.when[i] = w.when[i-1]
			w.set(m.fig, w.when[i])
			continue
		}
		if j := p.heldOf(i); j >= 0 {
			t := &p.marks[j]
			w.when[i] = w.say(timeMark{t.start, t.end, t.period, stated})
			w.set(m.fig, w.when[i])
			continue
		}
		w.when[i], w.given = w.give(m), m.start
	}
	for k < len(times) {
		k = w.take(times, k)
	}
	w.yearly()
	w.r.went = w.governing(nil)
	if s := w.lead; s.ok && w.p.block.Kind == policy.Paragraph && !s.toward && s.period.From == s.period.To && s.period.From.Month == 0 {
		w.r.told = s
	}
	w.open()
}

// open remembers what governs the paragraphs that follow: a list that this one
// announces, or goals under 到2025年.
func (w *walk) open() {
	if w.p.block.Kind != policy.Paragraph {
		return
	}
	if dashed := w.dashed(); !dashed || w.lead.ok {
		w.r.dashes = said{}
		s := w.lead
		if w.mid.toward {
			s = w.mid
		}
		if !dashed && s.ok && s.toward && s.period.LastYear() > w.st.year {
			w.r.dashes = s
		}
	}
	w.headline()
	if y := w.lead.period.LastYear(); w.lead.ok && y > w.st.year && (w.st.year > 0 || w.lead.toward) && w.lead.span.Start-w.p.block.Span.Start <= 60 && !endsOpen(w.p.s) {
		w.r.intro, w.r.introOf = w.lead, w.p.block.Section
	}
	if endsOpen(w.p.s) {
		w.r.introAim = containsAny(w.p.s[lastIndex(w.p.s, "。")+1:], "目标", "任务", "安排")
		w.r.intro, w.r.introOf = w.lead, w.p.block.Section
		if w.mid.ok {
			w.r.intro = w.mid
		}
		w.announce()
	}
}

// dashed says whether the paragraph is an item of a list that —— begins, or stands first under one.
func (w *walk) dashed() bool {
	return startsIn(w.p.s, "——", "--") || w.sec.dashed && w.p.block.ID == w.p.block.Section+1
}

// headline lets a short line that names a year and has no figures govern what follows, as a
// heading would: ■ 2024年成绩单.
func (w *walk) headline() {
	s := w.p.s
	if !w.lead.ok || len(s) > 75 || w.lead.period.From.Month > 0 || w.lead.period.From.Year != w.lead.period.To.Year || !bullets.Begins(s) || figuresIn(w.p) || endsIn(s, "。", "；", "：") {
		return
	}
	w.r.intro, w.r.introOf, w.r.introAim = w.lead, w.p.block.Section, strings.Contains(s, "目标")
}

// bullets begin the lines of a list.
var bullets = policy.WideSetOf("●■◆▲★○◇□※")

// announce lets the time that an opening paragraph names govern all of its article that has
// no other: 现将2020年11月1日零时全县人口的基本情况公布如下：.
func (w *walk) announce() {
	b := w.p.block
	if b.Section >= 0 && w.r.doc.Blocks[b.Section].Kind != policy.Title || w.st.stated.ok || !endsIn(strings.TrimRight(w.p.s, "：:"), "公布如下", "公告如下", "通报如下", "公报如下", "情况如下") {
		return
	}
	if s := w.r.intro; s.ok && !s.toward && !s.period.Relative {
		w.st.stated = s
	}
}

// sentenceEnd is where the sentence that holds byte i ends, 。！？ counting only.
func (w *walk) sentenceEnd(i int) int {
	p := w.p
	for c := p.clauseAt(i); c < len(p.clauses); c++ {
		if s := p.clauses[c].stop; s == '。' || s == '！' || s == '？' {
			return p.clauses[c].end
		}
	}
	return len(p.s)
}

// reach goes on to byte i: a sentence that ended takes what was said in its
// middle with it.
func (w *walk) reach(i int) {
	if i > w.innerEnd {
		w.inner = said{}
	}
	if i > w.listEnd {
		w.list = nil
	}
	for i > w.sentence && w.sentence < len(w.p.s) {
		if s := w.mid; s.ok && w.given < w.first && !s.toward && !s.period.Point && s.period.From.Month > 0 && s.period.From.Day == 0 {
			w.lead, w.leadIn = s, w.sentence+len("。") // 3月份主要指标回升。比如，…
		}
		w.mid, w.once, w.list = said{}, said{}, nil
		w.first = w.sentence + len("。")
		w.sentence = max(w.sentenceEnd(w.first), w.first)
	}
}

// take reads the k-th statement of time and gives the next to read.
func (w *walk) take(times []timeMark, k int) int {
	t := times[k]
	w.reach(t.start)
	if b, ok := w.bracketAt(t.start); ok && t.role != ignored {
		w.takeInBracket(t, b)
		return k + 1
	}
	switch t.role {
	case stated:
		if n := runOf(w.p.s, times[k:]); n > 1 && w.distributes(times[k+n-1].end) {
			w.takeList(times[k : k+n])
			return k + n
		} else if last := times[k+n-1].period; n > 1 && t.period.Whole() && last.Whole() && t.period.To.Year+n-1 == last.From.Year {
			t.period.To = last.To // 2021和2022年项目
			k, t.end = k+n-1, times[k+n-1].end
		}
		s := w.say(t)
		w.list = nil // 6月、7月分别增长3%、8%；1-7月增长5%
		if years := w.eachYear(t); len(years) > 0 {
			w.takeList(years)
		}
		if s.news && (w.sec.stated.ok || w.st.stated.ok || w.st.report.ok) {
			break // what is told is about the time that all is about
		}
		if s.paired = s.toward && w.from.ok; !s.toward {
			w.from = said{}
		}
		if t.period.Vague && !w.leads(t.start) {
			break // 历年最多
		}
		if !s.toward && !t.period.Relative && t.period.Open == normalize.Closed && t.period.From.Year > 0 && t.period.From == t.period.To && t.period.From.Month == 0 {
			w.latest = s
		}
		if fivePlan(t.period) {
			w.r.plan = s
			if w.leads(t.start) {
				w.r.led = w.p.block.ID + 1
			}
		}
		if t.period.Relative && startsIn(s.raw, "今年", "本年") && s.period.Whole() && s.period.From.Year > 0 && s.period.From.Year == s.period.To.Year {
			w.current = s
		}
		if startsIn(w.p.s[t.end:], "当月", "单月") || s.period.From.Month > 0 && s.period.From.Day == 0 && endsIn(s.raw, "起", "开始") || w.partOfLead(s, t.start) {
			w.mid = s // 8月当月, 从7月开始, 分季度看，一季度: of its sentence alone
		} else if w.leads(t.start) || (!w.lead.ok || w.leadIn != w.first) && w.ahead(s) || w.lead.ok && w.lead.news && w.leadIn == w.first || w.opensMonths(t) {
			w.lead, w.leadIn, w.mid = s, w.first, said{}
			w.eventful(s)
		} else {
			w.mid = s
		}
		w.once = said{}
	case fromPoint:
		w.once = w.say(t)
		w.once.from = true
		w.from = w.once
	case lastTime:
		w.once = w.yearBefore(t)
	}
	return k + 1
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
	w.list, w.listAt, w.listEnd = w.list[:0], 0, w.sentence
	for _, t := range times {
		w.list = append(w.list, w.say(t))
	}
}

// leads says whether what stands at byte i opens its sentence: nothing before it
// but 一是, 到, 其中 and the like, or 据海关统计，.
func (w *walk) leads(i int) bool {
	head := normalize.TrimSpace(w.p.s[w.first:i])
	if wire := unbracketed(head); endsIn(wire, "电", "讯") {
		return true // 新华社…电, 本报讯（记者…）
	}
	if len(head) <= 33 && endsIn(strings.TrimRight(head, `"“`), "显示，", "介绍，", "指出，") {
		return true // 纲要显示，
	}
	if startsIn(head, "据", "根据") && endsIn(head, "，", "，截至", "，到") {
		if _, rest, _ := strings.Cut(head, "，"); !strings.Contains(rest, "，") {
			return true
		}
	}
	if startsIn(head, "从", "分", "按") && endsIn(head, "看，") && len(head) <= len("从规模以上工业营业收入来看，") {
		return true // 从利润看，1-9月…; 分行业看，7月…
	}
	if who := strings.TrimRight(head, "，："); len(who) < len(head) && toldBy.suffix(who) > 0 && !strings.Contains(who, "，") {
		return true // 数据显示，
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

// ahead says whether 到2025年 is said of what is wanted: it governs the goals that
// follow in the paragraph, wherever it stands.
func (w *walk) ahead(s said) bool {
	return s.period.LastYear() > w.st.year && s.toward
}
