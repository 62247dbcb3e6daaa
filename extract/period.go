package extract

import (
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
	toward bool        // 到2025年, 2025年前: what is said is yet to come
	plan   bool        // a five-year plan or another stretch of whole years
}

// A walk goes through one passage.
type walk struct {
	r    *reading
	p    *passage
	st   *setting
	sec  *section
	cues []cue

	when     []said        // what governs each mark that is a figure
	brackets []policy.Span // outermost （…） of the passage
	sentence int           // end of the 。-sentence being read
	first    int           // where that sentence begins
	lead     said          // said at the head of a sentence: governs the paragraph
	leadIn   int           // where that sentence begins
	mid      said          // said later on: governs the rest of its sentence
	once     said          // 从2015年的…: governs one figure
	inner    said          // said in the brackets being read
	innerEnd int
	list     []said // 2018年、2019年、2020年分别: one figure each
	listAt   int
	listEnd  int
}

// periods gives every figure of the passage its period.
func (w *walk) periods() {
	p := w.p
	times := w.r.timesOf(p)
	w.brackets = bracketsOf(p.s)
	w.when = make([]said, len(p.marks))
	w.first, w.sentence = 0, w.sentenceEnd(0)
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
		w.when[i] = w.give(m)
	}
	for k < len(times) {
		k = w.take(times, k)
	}
	w.open()
}

// open remembers what governs the paragraphs that follow: a list that this one
// announces, or goals under 到2025年.
func (w *walk) open() {
	if w.p.block.Kind != policy.Paragraph {
		return
	}
	if y := w.lead.period.LastYear(); w.lead.ok && y > w.st.year && w.st.year > 0 && w.lead.span.Start-w.p.block.Span.Start <= 60 && !endsOpen(w.p.s) {
		w.r.intro, w.r.introOf = w.lead, w.p.block.Section
	}
	if endsOpen(w.p.s) {
		w.r.introAim = containsAny(w.p.s, "目标", "任务", "安排")
		w.r.intro, w.r.introOf = w.lead, w.p.block.Section
		if w.mid.ok {
			w.r.intro = w.mid
		}
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
		}
		s := w.say(t)
		if w.leads(t.start) || (!w.lead.ok || w.leadIn != w.first) && w.ahead(s) {
			w.lead, w.leadIn, w.mid = s, w.first, said{}
		} else {
			w.mid = s
		}
		w.once = said{}
	case fromPoint:
		w.once = w.say(t)
	}
	return k + 1
}

// takeInBracket reads （1～5月，…57家） for the figures inside, and （1～4月） for the
// figure before it and those after.
func (w *walk) takeInBracket(t timeMark, b policy.Span) {
	if t.role != stated {
		return
	}
	s := w.say(t)
	if !w.figureIn(b) {
		if rest := w.p.s[t.end : b.End-len("）")]; len(rest) > len("数据统计口径") || startsIn(rest, "美元", "价", "不变", "为", "版", "修") {
			return
		}
		for i := range w.p.marks {
			if m := &w.p.marks[i]; m.fig != nil && m.end <= b.Start && b.Start-m.end <= 3 {
				w.set(m.fig, s)
			}
		}
		w.mid = s
		return
	}
	w.inner, w.innerEnd = s, b.End
}

func (w *walk) figureIn(b policy.Span) bool {
	for i := range w.p.marks {
		if m := &w.p.marks[i]; m.fig != nil && m.start >= b.Start && m.end <= b.End {
			return true
		}
	}
	return false
}

func (w *walk) bracketAt(i int) (policy.Span, bool) {
	for _, b := range w.brackets {
		if b.Start < i && i < b.End {
			return b, true
		}
	}
	return policy.Span{}, false
}

// bracketsOf finds the outermost （…） of s.
func bracketsOf(s string) []policy.Span {
	var out []policy.Span
	for at := 0; ; {
		i := strings.Index(s[at:], "（")
		if i < 0 {
			return out
		}
		i += at
		depth, j := 1, i+3
		for ; j < len(s) && depth > 0; j++ {
			if s[j] != 0xEF {
				continue
			}
			if strings.HasPrefix(s[j:], "（") {
				depth++
			} else if strings.HasPrefix(s[j:], "）") {
				depth--
			}
		}
		if depth == 0 {
			out = append(out, policy.Span{Start: i, End: j + 2})
		}
		at = min(j+2, len(s))
	}
}

// distributes says whether the figures after byte i are dealt out one by one.
func (w *walk) distributes(i int) bool {
	rest := w.p.s[i:max(w.sentence, i)]
	for _, word := range [...]string{"分别", "依次"} {
		if k := strings.Index(rest, word); k >= 0 && k < 90 {
			return true
		}
	}
	return false
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
	head := strings.TrimSpace(w.p.s[w.first:i])
	if endsIn(head, "电", "讯") {
		return true // 新华社…电
	}
	if startsIn(head, "据", "根据") && strings.Count(head, "，") == 1 && endsIn(head, "，", "，截至", "，到") {
		return true
	}
	for _, cut := range [...]string{"一是", "二是", "三是", "四是", "五是", "——", "其中", "截至", "预计", "力争", "，", "“", "到", "至", "在", "从", "如"} {
		head = strings.ReplaceAll(head, cut, "")
	}
	return len(head) <= len("全市") || len(head) <= len("全市上下") && endsIn(head, "市", "县", "省", "区")
}

// ahead says whether 到2025年 is said of what is wanted: it governs the goals that
// follow in the paragraph, wherever it stands.
func (w *walk) ahead(s said) bool {
	return w.st.year > 0 && s.period.LastYear() > w.st.year && s.toward
}

// give settles the period of one figure.
func (w *walk) give(m *mark) said {
	f := m.fig
	s := w.governing(m)
	if s.toward && w.now(m, s) {
		s = w.inherited()
	}
	switch {
	case w.inner.ok:
		s = w.inner
	case w.once.ok:
		s, w.once = w.once, said{}
	case w.list != nil:
		if w.listAt < len(w.list) {
			s = w.list[w.listAt]
		}
		w.listAt++
		if w.newListAfter(m) {
			w.listAt = 0
		}
	}
	if s.ok && s.period.From.Year != s.period.To.Year && !s.period.Relative && f.Measure == policy.Level {
		s = w.ends(m, s)
	}
	w.set(f, s)
	return s
}

// now says whether 目前 stands between a goal and the figure: it is of today.
func (w *walk) now(m *mark, s said) bool {
	from := w.first
	if w.p.block.Span.Contains(s.span) {
		from = max(from, w.p.text.Offset(s.span.End))
	}
	return from < m.start && strings.Contains(w.p.s[from:m.start], "目前")
}

// newListAfter says whether the next figure is not of the same enumeration.
func (w *walk) newListAfter(m *mark) bool {
	rest := w.p.s[m.end:]
	return !strings.HasPrefix(rest, "、") && !strings.HasPrefix(rest, "和") && !strings.HasPrefix(rest, "及") && !strings.HasPrefix(rest, "以及")
}

// governing is the nearest statement of time for what stands at m.
func (w *walk) governing(m *mark) said {
	for _, s := range [...]*said{&w.mid, &w.lead} {
		if s.ok {
			return *s
		}
	}
	return w.inherited()
}

// inherited is what governs a passage from outside it.
func (w *walk) inherited() said {
	if w.r.intro.ok && w.r.introOf == w.p.block.Section {
		return w.r.intro
	}
	if w.sec.stated.ok {
		return w.sec.stated
	}
	return w.st.stated
}

// ends splits 由1家扩大到8家 over a stretch of years: the first belongs to the year
// before it, the second to its last.
func (w *walk) ends(m *mark, s said) said {
	p := w.p
	c := p.clauses[p.clauseAt(m.start)]
	before, after := p.s[c.start:m.start], p.s[m.end:c.end]
	if w.pairWord(after) && (strings.Contains(before, "由") || strings.Contains(before, "从") || strings.Contains(before, "原")) {
		year := s.period.From.Year
		if s.plan {
			year-- // 十三五 sets out from what was there at the end of 2015
		}
		return s.at(year)
	}
	if k := strings.LastIndexAny(before, "到至为"); k >= 0 && len(before)-k < 12 && (strings.Contains(before, "由") || strings.Contains(before, "从") || strings.Contains(before, "原")) {
		return s.at(s.period.To.Year)
	}
	return s
}

// at is s narrowed to one of its years, or the year it starts from.
func (s said) at(year int) said {
	s.period = normalize.Period{From: normalize.Moment{Year: year}, To: normalize.Moment{Year: year}}
	s.edtf = s.period.Resolve(0)
	return s
}

// pairWord says whether rest goes on to the second figure of a pair.
func (w *walk) pairWord(rest string) bool {
	for _, v := range [...]string{"增", "提", "上升", "升", "扩", "减", "下降", "缩", "降", "压", "跃", "发展", "拓展", "到", "至", "精简"} {
		if strings.HasPrefix(rest, v) {
			return true
		}
	}
	return false
}

// set writes a period into a figure.
func (w *walk) set(f *draft, s said) {
	f.Period, f.PeriodRaw, f.Evidence.Period = s.edtf, s.raw, nil
	if s.ok && s.span.Len() > 0 {
		f.Evidence.Period = []policy.Span{s.span}
	}
}

// yearOf is the year that an EDTF string begins with, 0 if it begins with none.
func yearOf(s string) int {
	if len(s) < 4 {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		y = y*10 + int(s[i]-'0')
	}
	return y
}
