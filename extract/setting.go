package extract

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// A setting is what a reader knows of a whole article before its figures.
type setting struct {
	title   string
	genre   genre
	year    int  // the reader's year, 0 where nothing tells it
	press   bool // it is news, as 本报讯（记者…） says
	eve     int  // the year before those of the plan in the title, 0 where it names none
	stated  said // the period of the title
	titled  said // that of a title that names no year: 前三季度
	report  said // the period of the running year that its head names
	upTo    said // up to when its data go, as a note says
	next    said // the year to which an article without a title turns with a heading
	turnsAt int  // the block of that heading
	goals   int  // how many of its headings are those of the goals of a plan
	parts   int  // how many of its headings are those of the articles of a law
	since   int  // the block from which on report holds
	place   home
	vote    int             // above 0: it tells what happened; below: what is wanted
	least   int             // how many figures are lower bounds: 达到80%以上
	said    [cueClasses]int // cues of each class
	sure    bool            // year comes from the title or a date, not from counting
	dater   policy.Span     // the words that tell year, empty where it was counted
	month   int             // of the date that tells year, 0 where none does
	paged   int             // the year of the page's date where news of the year before stands under it, else 0
	inPlan  int             // the year that 今年 is by its place in a plan, or by a bulletin that has come out, 0 where it is not told so
	over    int             // the last whole year that something is told of, which opens a clause
	dated   int             // the last year of which a month or day is named
	plan    said            // the five-year plan that is named as a time
	planned int             // the block in which it is named behind figures, else 0
	plans   int             // 1 where there is no other, 2 where there are more
	aimed   said            // the years of the plan that news tells of, for goals that name none
	seen    [yearsSeen]int16

	ofReport bool // a paragraph tells what a government reports of its work: 市长作政府工作报告
	promised bool // a paragraph tells that it lists what is to be done
	figured  bool // a paragraph that was counted has figures
}

// yearsSeen is how many years from firstYear on are counted.
const (
	firstYear = 1980
	yearsSeen = 80
)

// A reading goes through the passages of one document.
type reading struct {
	doc      *policy.Document
	given    Options // what the user says of all documents
	ps       []*passage
	articles []setting
	sections []section // by block ID
	cues     []cue     // of the passages with figures, one after the other
	cueAt    []int     // where those of ps[i] begin in cues
	before   []int     // how many bytes of its article stand before ps[i]
	signals  []signal  // of all passages
	signalAt []int     // where those of ps[i] begin
	walk     walk      // of the passage being read
	scratch  *scratch
	intro    said     // of the paragraph that ended with ： and leads a list
	event    said     // of the day that a paragraph of the article last opened with
	dashes   said     // of the paragraph that names goals, for those behind it that begin with ——
	introAim bool     // that paragraph announces goals
	introOf  int      // the section it stands in
	went     said     // what governed the end of the passage before
	told     said     // the year that a paragraph of the article last opened with
	turned   bool     // the report of work has turned to the year to come
	plan     said     // the last five-year plan that was stated as a time
	years    said     // the last stretch of years that was stated
	led      int      // the block in which it opened a sentence, plus one
	under    labelled // what a line over the paragraphs says they are about: 松山区：

	formers     map[string]string // see former
	estimatesOf int               // the section whose figures are estimates, as it says: （预计数，下同）
	estimatesIn int               // the year of the first of them
}

// A scratch holds the lists that are needed for one passage only.
type scratch struct {
	times    []timeMark
	when     []said
	brackets []policy.Span
	spots    []spot
}

// signalsOf are the signals of passage i.
func (r *reading) signalsOf(i int) []signal { return r.signals[r.signalAt[i]:r.signalAt[i+1]] }

// cuesOf are the cues of passage i.
func (r *reading) cuesOf(i int) []cue { return r.cues[r.cueAt[i]:r.cueAt[i+1]] }

// assignContext gives every figure its period, its status and its area: what a
// reader takes from the clause, the sentence, the paragraph, the headings and
// the title, the nearest first. It gives what it knows of the articles, for the
// tables among them.
func assignContext(doc *policy.Document, ps []*passage, opt Options, a *arena) *reading {
	r := newReading(doc, ps, opt, a)
	for i, p := range ps {
		if p.block.Kind == policy.Title {
			r.plan, r.years, r.event, r.told, r.turned = said{}, said{}, said{}, said{}, false
		}
		if p.breaks() {
			r.intro, r.went, r.introAim = said{}, said{}, false
		}
		if r.timed(p) {
			r.assign(i)
		}
	}
	r.areas()
	return r
}

// areas gives every figure the place it is about, once all have their status.
func (r *reading) areas() {
	for i, p := range r.ps {
		if p.breaks() {
			r.under = labelled{}
		} else if len(p.s) <= maxLabel && (endsOpen(p.s) || placeLine(p.s)) {
			r.label(p)
		}
		if p.figured {
			r.walk = walk{r: r, p: p, st: &r.articles[p.block.Article], sec: r.sectionOf(p.block), signals: r.signalsOf(i)}
			r.walk.areas()
		}
	}
}

// breaks says whether a passage opens something new: a heading, a title, a box.
func (p *passage) breaks() bool {
	k := p.block.Kind
	return k == policy.Heading || k == policy.Title || k == policy.Box
}

// timed says whether it matters what times a passage names: it has figures, or leads
// to others that have.
func (r *reading) timed(p *passage) bool {
	return p.figured || endsOpen(p.s) || asks(p.s) || bulleted(p.s) || periodIn(p)
}

// asks says whether a paragraph only asks what the next is to answer: 问：明年有什么打算？
func asks(s string) bool { return strings.HasSuffix(s, "？") && len(s) < 240 }

// assign reads the times of the figures of passage i, and what they claim.
func (r *reading) assign(i int) {
	p := r.ps[i]
	st, sec := &r.articles[p.block.Article], r.sectionOf(p.block)
	if says := p.claims(); says != "" {
		own := *sec
		sec, own.status = &own, says
	}
	w := &r.walk
	plansOn := w.goesOnFrom(p)
	*w = walk{plansOn: plansOn, r: r, p: p, st: st, sec: sec, signals: r.signalsOf(i), cues: r.cuesOf(i)}
	w.periods()
	w.statuses()
}

// claims is what the passage says of its figures by what it stands under, or opens with: 收费标准：….
func (p *passage) claims() policy.Status {
	if k := strings.Index(upTo(p.s, longestLabel), "："); k > 0 && p.says == "" && papers["rule"].suffix(p.s[:k]) > 0 {
		return policy.Rule
	}
	return p.says
}

// longestLabel is how many bytes of a paragraph its label and the colon behind take at most.
const longestLabel = 60

func figuresIn(p *passage) bool {
	return slices.ContainsFunc(p.marks, func(m mark) bool { return m.fig != nil })
}

// periodIn says whether a paragraph begins with a time: 到2025年，…
func periodIn(p *passage) bool {
	for i := range p.marks {
		if m := &p.marks[i]; m.start > 30 {
			return false
		} else if m.as == policy.AsPeriod {
			return true
		}
	}
	return false
}

// endsOpen says whether a paragraph announces a list: 主要预期目标是：
func endsOpen(s string) bool { return strings.HasSuffix(s, "：") || strings.HasSuffix(s, ":") }

// promises says whether a short paragraph only tells that what is listed behind it is to be done: 今年，我市将办好“十件实事”。
func promises(s string) bool {
	s = strings.TrimRight(s, "。！”")
	if !endsIn(s, "实事", "大事", "任务") {
		return false
	}
	s = s[lastIndex(s, "。")+1:]
	return len(s) <= 300 && containsAny(s, "将", "要", "计划", "努力") && containsAny(s, "办", "抓好", "实施")
}

// newReading looks over the document once: headings, titles, and the words that
// tell what kind of paper it is.
func newReading(doc *policy.Document, ps []*passage, opt Options, a *arena) *reading {
	n := 0
	for i := range doc.Blocks {
		n = max(n, doc.Blocks[i].Article)
	}
	r := &reading{
		doc: doc, given: opt, ps: ps, articles: make([]setting, n+1), sections: a.sections.take(len(doc.Blocks), sectionPiece),
		cueAt: make([]int, len(ps)+1), signalAt: make([]int, len(ps)+1), introOf: -1, estimatesOf: -2,
		signals: a.signals[:0], cues: a.cues[:0], scratch: &a.scratch,
	}
	r.titles()
	r.measure()
	r.madeHere()
	for i, p := range ps {
		r.signals, r.cues = look(p.s, &p.survey, r.wantedOf(i), r.signals, r.cues)
		r.cueAt[i+1], r.signalAt[i+1] = len(r.cues), len(r.signals)
	}
	a.signals, a.cues = r.signals, r.cues
	for i, p := range ps {
		r.count(p, r.cuesOf(i))
	}
	r.settle()
	r.reported()
	r.places()
	for i, p := range ps {
		if p.block.Kind == policy.Heading || p.block.Kind == policy.Title && !strings.Contains(r.articles[p.block.Article].title, p.s) {
			r.heading(p, r.signalsOf(i)) // a second title: 2023年工作总结
		}
	}
	return r
}

// measure notes how far into its article each passage stands and whether it has figures, and makes room.
func (r *reading) measure() {
	r.before = make([]int, len(r.ps))
	length, all := make([]int, len(r.articles)), 0
	for i, p := range r.ps {
		r.before[i] = length[p.block.Article]
		length[p.block.Article] += len(p.s)
		all += len(p.s)
		p.figured = figuresIn(p)
	}
	r.signals = slices.Grow(r.signals, all/16)
	r.cues = slices.Grow(r.cues, all/64)
}

// guesses says whether places of unknown names are looked for in passage i.
func (r *reading) guesses(i int) bool {
	p := r.ps[i]
	return p.block.Kind == policy.Title || p.block.Kind == policy.Heading || r.before[i]+len(p.s) < guessOver
}

// wantedOf are the signals that passage i is read for.
func (r *reading) wantedOf(i int) wantedSignals {
	var kinds uint8
	p := r.ps[i]
	if p.block.Kind == policy.Heading || p.block.Kind == policy.Title || r.timed(p) {
		kinds |= timeFirst
	}
	if p.figured {
		kinds |= cueFirst | placeFirst | itemBefore
	}
	if r.before[i] < lookOver {
		kinds |= placeFirst
	}
	if r.guesses(i) {
		kinds |= nameBefore
	}
	return wantedSignals(kinds)
}
