package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A genre is the kind of paper an article is, as far as it bears on what its
// figures claim.
type genre uint8

// The genres.
const (
	anyPaper   genre = iota
	statistics       // 统计公报, 决算, 情况: of the year in the title
	workReport       // 政府工作报告: the year before, then the year of the title
	yearPlan         // 2024年工作要点
	longPlan         // “十四五”规划, 行动计划（2021—2023年）
	measures         // 办法, 若干政策, 实施细则
)

// A setting is what a reader knows of a whole article before its figures.
type setting struct {
	title  string
	genre  genre
	year   int  // the reader's year, 0 where nothing tells it
	stated said // the period of the title
	place  home
	vote   int             // above 0: it tells what happened; below: what is wanted
	said   [cueClasses]int // cues of each class
	sure   bool            // year comes from the title or a date, not from counting
	dated  int             // the last year of which a month or day is named
	seen   [yearsSeen]int16
}

// yearsSeen is how many years from firstYear on are counted.
const (
	firstYear = 1980
	yearsSeen = 80
)

// A section is what the headings around a block tell.
type section struct {
	stated said
	status policy.Status // "" where the headings say nothing of it
	place  string        // 重庆市 in a heading of a bulletin
}

// A reading goes through the passages of one document.
type reading struct {
	doc      *policy.Document
	ps       []*passage
	articles []setting
	sections []section // by block ID
	cues     []cue     // of the passages with figures, one after the other
	cueAt    []int     // where those of ps[i] begin in cues
	times    []timeMark
	intro    said // of the paragraph that ended with ： and leads a list
	introAim bool // that paragraph announces goals
	introOf  int  // the section it stands in
}

// assignContext gives every figure its period, its status and its area: what a
// reader takes from the clause, the sentence, the paragraph, the headings and
// the title, the nearest first. It gives what it knows of the articles, for the
// tables among them.
func assignContext(doc *policy.Document, ps []*passage) *reading {
	r := newReading(doc, ps)
	for i, p := range ps {
		if p.block.Kind == policy.Heading || p.block.Kind == policy.Title {
			r.intro, r.introAim = said{}, false
		}
		if figuresIn(p) || endsOpen(p.s) || periodIn(p) {
			r.assign(i)
		}
	}
	return r
}

// assign reads the context of the figures of passage i.
func (r *reading) assign(i int) {
	p := r.ps[i]
	st, sec := &r.articles[p.block.Article], r.sectionOf(p.block)
	w := walk{r: r, p: p, st: st, sec: sec, cues: r.cues[r.cueAt[i]:r.cueAt[i+1]]}
	w.periods()
	w.statuses()
	w.areas()
}

func figuresIn(p *passage) bool {
	for i := range p.marks {
		if p.marks[i].fig != nil {
			return true
		}
	}
	return false
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

// newReading looks over the document once: headings, titles, and the words that
// tell what kind of paper it is.
func newReading(doc *policy.Document, ps []*passage) *reading {
	n := 0
	for i := range doc.Blocks {
		n = max(n, doc.Blocks[i].Article)
	}
	r := &reading{
		doc: doc, ps: ps, articles: make([]setting, n+1), sections: make([]section, len(doc.Blocks)),
		cueAt: make([]int, len(ps)+1), introOf: -1,
	}
	r.titles()
	for i, p := range ps {
		if figuresIn(p) {
			r.cues = cues.find(p.s, r.cues)
		}
		r.cueAt[i+1] = len(r.cues)
		r.count(p, r.cues[r.cueAt[i]:])
	}
	r.settle()
	r.places()
	for _, p := range ps {
		if p.block.Kind == policy.Heading {
			r.heading(p)
		}
	}
	return r
}

// titles takes the title of each article.
func (r *reading) titles() {
	for _, p := range r.ps {
		st := &r.articles[p.block.Article]
		if p.block.Kind == policy.Title && st.title == "" {
			st.title = p.s
		}
	}
	if v := r.doc.Metadata["title"].Value; v != "" && len(r.articles) == 1 {
		t := normalize.Fold(policy.Plain(v, 0)).String()
		if len(t) > len(r.articles[0].title) {
			r.articles[0].title = t
		}
	}
	for a := range r.articles {
		st := &r.articles[a]
		st.genre = genreOf(st.title)
		for i := range st.title {
			if n, p := normalize.MatchPeriod(st.title[i:]); n > 0 && !p.Relative && !p.Vague {
				st.stated = said{ok: true, period: p, edtf: p.Resolve(0), raw: st.title[i : i+n]}
				break
			}
		}
	}
}

// genreWords tell the genre by the end of a title; the last that stands in it wins.
var genreWords = [...]struct {
	word  string
	genre genre
}{
	{"政府工作报告", workReport}, {"工作报告", workReport},
	{"说明", anyPaper}, {"解读", anyPaper}, {"工作要点", yearPlan}, {"工作计划", yearPlan}, {"工作安排", yearPlan}, {"重点工作", yearPlan}, {"年度计划", yearPlan},
	{"统计公报", statistics}, {"公报", statistics}, {"决算", statistics}, {"执行情况", statistics}, {"运行情况", statistics}, {"年报", statistics}, {"统计数据", statistics}, {"工作总结", statistics},
	{"规划", longPlan}, {"五年计划", longPlan}, {"计划纲要", longPlan}, {"行动计划", longPlan}, {"实施方案", longPlan}, {"行动方案", longPlan}, {"工作方案", longPlan}, {"规划纲要", longPlan}, {"三年计划", longPlan}, {"实施意见", longPlan},
	{"办法", measures}, {"若干政策", measures}, {"若干措施", measures}, {"政策措施", measures}, {"细则", measures}, {"规定", measures}, {"条例", measures}, {"管理规程", measures}, {"申报指南", measures}, {"申报通知", measures}, {"优惠政策", measures}, {"扶持政策", measures},
	{"政策", measures}, {"措施", measures}, {"标准", measures}, {"公约", measures},
}

func genreOf(title string) genre {
	best, at := anyPaper, -1
	for _, w := range genreWords {
		if k := strings.LastIndex(title, w.word); k >= 0 && k+len(w.word) > at {
			best, at = w.genre, k+len(w.word)
		}
	}
	return best
}

// count notes the years, and whether the words tell of what happened or of what
// is wanted.
func (r *reading) count(p *passage, found []cue) {
	if p.block.Kind == policy.Boilerplate {
		return
	}
	st := &r.articles[p.block.Article]
	for i := range p.marks {
		m := &p.marks[i]
		if m.as != policy.AsPeriod {
			continue
		}
		if m.period.Relative && (m.period.To.Month > m.period.From.Month || m.period.Open == normalize.Since) {
			st.vote += 2 // 1～6月
		}
		if endsIn(p.s[:m.start], "到", "目标") || startsIn(p.s[m.end:], "远景", "目标", "前") || insideTitle(p.s, m.start) {
			continue // 到2025年 is not the reader's year
		}
		if y := m.period.To.Year - firstYear; !m.period.Relative && m.period.From.Year == m.period.To.Year && y >= 0 && y < yearsSeen {
			st.seen[y]++
			if m.period.From.Month > 0 {
				st.seen[y]++
				st.dated = max(st.dated, m.period.To.Year)
			}
		}
	}
	for _, c := range found {
		st.said[c.class]++
		switch c.class {
		case cueDone:
			st.vote += 2
		case cueDeed:
			st.vote++
		case cueAim:
			st.vote -= 2
		}
	}
	for i := range p.marks {
		if f := p.marks[i].fig; f != nil && f.Comparator == policy.AtLeast {
			st.vote -= 2
		}
	}
}

// metaDate is the year and month of the date that the page gives for article a.
func (r *reading) metaDate(a int) normalize.Period {
	if a > 0 {
		return normalize.Period{}
	}
	v := r.doc.Metadata["date"].Value
	_, p := normalize.MatchPeriod(v)
	if p.Relative {
		return normalize.Period{}
	}
	return p
}

// settle finds the reader's year of each article. An article that hardly names
// one is read in the year of the whole page.
func (r *reading) settle() {
	var all setting
	for a := range r.articles {
		for y, n := range r.articles[a].seen {
			all.seen[y] += n
		}
	}
	all.settle(r.metaDate(0))
	for a := range r.articles {
		st := &r.articles[a]
		st.settle(r.metaDate(a))
		if !st.stated.ok && len(r.articles) > 1 && (st.named() < 3 || st.year < all.year) {
			st.year = all.year
		}
	}
}

// named is how often the article names its year.
func (st *setting) named() int {
	if k := st.year - firstYear; k >= 0 && k < yearsSeen {
		return int(st.seen[k])
	}
	return 0
}

// settle finds the reader's year: of the title, of the date, or the one named most.
func (st *setting) settle(date normalize.Period) {
	t := st.stated.period
	switch {
	case st.stated.ok && t.From.Year == t.To.Year:
		st.year, st.sure = t.To.Year, true
	case date.To.Year > 0:
		st.year, st.sure = date.To.Year, true
	case st.stated.ok && st.genre == longPlan:
		st.year = max(t.From.Year-1, st.dated)
	default:
		st.year = st.latest()
	}
	if plans := st.said[cuePlan]; plans >= 10 && plans > 8*st.said[cueDone] {
		st.vote -= plans / 4
	}
	if st.genre == anyPaper && st.sets() {
		st.genre = measures
	}
	if st.stated.ok && st.genre == workReport && st.year == t.To.Year {
		st.stated = said{} // the report tells of the year before
	}
	if st.genre != statistics && st.genre != yearPlan && t.From.Year != t.To.Year {
		st.stated = said{}
	}
}

// latest is the last of the years that the text names often.
func (st *setting) latest() int {
	most, year := int16(0), 0
	for _, n := range st.seen {
		most = max(most, n)
	}
	for y, n := range st.seen {
		if n > 0 && 2*n >= most {
			year = firstYear + y
		}
	}
	return year
}

// sets says whether the words are those of a paper that sets rules: 应当, 给予,
// 不超过, far more often than those of a report or a plan.
func (st *setting) sets() bool {
	rules := st.said[cueGrant] + st.said[cueLimit] + st.said[cueDuty]
	return rules >= 4 && st.said[cueDuty]+st.said[cueGrant] > 0 && rules > 2*st.said[cueDone] && 2*rules > st.said[cueAim]+st.said[cuePlan]
}

// heading takes what a heading says of time and of what its section is about.
func (r *reading) heading(p *passage) {
	id := p.block.ID
	var up section
	if h := p.block.Section; h >= 0 && h != id {
		up = r.sections[h]
	}
	st := &r.articles[p.block.Article]
	w := walk{r: r, p: p, st: st, sec: &up}
	for _, t := range r.timesOf(p) {
		if t.role == stated && !endsIn(p.s[:t.start], "批", "批“", "个", "推进", "推进“") {
			up.stated = w.say(t)
			break
		}
	}
	if s := headingStatus(p.s, up.stated, st); s != "" {
		up.status = s
	}
	if name := headingPlace(p.s, st.place.level); name != "" {
		up.place = name
	}
	r.sections[id] = up
}

// sectionOf is the section that block b stands in.
func (r *reading) sectionOf(b *policy.Block) *section {
	if b.Kind == policy.Heading {
		return &r.sections[b.ID]
	}
	if b.Section >= 0 {
		return &r.sections[b.Section]
	}
	return &section{}
}

// insideTitle says whether byte i of s stands in 《》.
func insideTitle(s string, i int) bool {
	for i -= 3; i >= 0; i-- {
		if s[i] == 0xE3 && s[i+1] == 0x80 && (s[i+2] == 0x8A || s[i+2] == 0x8B) {
			return s[i+2] == 0x8A
		}
	}
	return false
}
