package extract

import (
	"slices"

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
	list     dealt[said] // 2018年、2019年、2020年分别: one figure each
	listEnd  int

	aims     bool // the paragraph announces goals at its head: 主要任务是：…
	builtFor int  // the sentence that builtAt was sought in: where it begins, counted from 1
	builtAt  int  // where it has told that something is there to be used, -1 if it does not

	estimated int  // where figures that are all estimates begin, 0 if nowhere
	carried   int  // the last figure to which the plan of the sentence before went on, -1 if there is none
	plansOn   bool // the passage goes on with what the one before plans
}

// periods gives every figure of the passage its period.
func (w *walk) periods() {
	p := w.p
	times := w.r.timesOf(p, w.signals)
	w.bracketed()
	w.when = slices.Grow(w.r.scratch.when[:0], len(p.marks))[:len(p.marks)]
	w.r.scratch.when = w.when
	w.first, w.sentence, w.today, w.given = 0, w.p.endAt(0, wholeSentence), -1, -1
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
		if w.when[i] = w.periodOf(i); k < len(times) && w.dueThen(m, times[k]) {
			w.when[i], m.fig.goal = w.say(times[k]), !endsIn(p.s[:times[k].start], "预计", "可望", "有望")
			w.set(m.fig, w.when[i])
		}
	}
	for k < len(times) {
		k = w.take(times, k)
	}
	w.yearly()
	w.r.went = w.governing(nil)
	w.turn()
	w.open()
}

// turn remembers the year that a paragraph opens with, and whether its article turns to what is to come with it.
func (w *walk) turn() {
	s := w.lead
	if !s.ok || w.p.block.Kind != policy.Paragraph || s.toward || s.period.From != s.period.To || s.period.From.Month > 0 || s.period.Open != normalize.Closed {
		return
	}
	if turns := w.turnsTo(s); turns || !w.r.turned { // 去年引进的项目, among what is to come
		w.r.told, w.r.turned = s, turns
	}
}

// periodOf settles the period of the figure at mark i.
func (w *walk) periodOf(i int) (s said) {
	m := &w.p.marks[i]
	switch j := w.p.heldOf(i); {
	case w.sameRatio(i):
		s = w.when[i-1]
	case j >= 0:
		t := &w.p.marks[j]
		s = w.say(timeMark{t.start, t.end, t.period, stated})
	default:
		w.given = m.start
		return w.give(m)
	}
	w.set(m.fig, s)
	return s
}

// endAt is where the clauses from that of byte i on come to an end of a sentence, or to part.
func (p *passage) endAt(i int, part rune) int {
	for c := p.clauseAt(i); c < len(p.clauses); c++ {
		switch p.clauses[c].stop {
		case '。', '！', '？', part:
			return p.clauses[c].end
		}
	}
	return len(p.s)
}

// wholeSentence is what endAt takes for a part of a sentence where there is none.
const wholeSentence = -1

// reach goes on to byte i: a sentence that ended takes what was said in its
// middle with it.
func (w *walk) reach(i int) {
	if i > w.innerEnd {
		w.inner = said{}
	}
	if i > w.listEnd {
		w.list.row = nil
	}
	for i > w.sentence && w.sentence < len(w.p.s) {
		if s := w.mid; s.ok && w.given < w.first && !s.toward && !s.period.Point && s.period.From.Month > 0 && s.period.From.Day == 0 {
			w.lead, w.leadIn = s, w.sentence+len("。") // 3月份主要指标回升。比如，…
		} else if w.leadIn == w.first && w.lead.inYears(s) {
			w.lead = s // 2029年投入3亿元，2030年投入5亿元。贫困发生率降至|0.2%
		}
		w.mid, w.once, w.list.row = said{}, said{}, nil
		w.first = w.sentence + len("。")
		w.sentence = max(w.p.endAt(w.first, wholeSentence), w.first)
	}
}
