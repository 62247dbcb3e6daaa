package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// areas gives every figure of the passage the place it is about.
func (w *walk) areas() {
	a := &areaWalk{walk: w, spots: w.spots(), opening: w.p.endAt(0, wholeSentence)}
	if len(a.spots) > 0 {
		w.bracketed()
	}
	w.first, w.sentence = 0, beforeText
	for i := range w.p.marks {
		if m := &w.p.marks[i]; m.fig != nil {
			w.bounds(m.start)
			at, read := a.at(m), m.fig.Indicator
			w.setArea(m, at)
			a.elided(i, at, read)
		}
	}
}

// An areaWalk is the state of areas: the place that governs from here on.
type areaWalk struct {
	*walk
	spots   []spot
	next    int
	opening int  // end of the first sentence
	lead    spot // at the head of the paragraph
	mid     spot // in the sentence being read
	midEnd  int
	partEnd int         // end of the part of a sentence that the last place stood in
	misread string      // an indicator that was read with a place, for the figures that took it over
	meant   *draft      // the figure that has what is meant
	list    dealt[spot] // 东部、中部、西部地区: one figure each
}

// A dealt gives the members of a row to the figures of a list behind it, one each: 6月、7月分别增长3%、8%.
type dealt[T any] struct {
	row  []T
	next int
}

// take is the member for a figure, which may be the last of its list; of more figures than members the last
// member is for the rest.
func (d *dealt[T]) take(last bool) T {
	k := min(d.next, len(d.row)-1)
	if d.next++; last {
		d.next = 0
	}
	return d.row[k]
}

// at is the place that governs the figure m.
func (a *areaWalk) at(m *mark) spot {
	a.pass(m.start)
	row := a.list.row
	if a.together(m) {
		a.list = dealt[spot]{}
		return spot{}
	}
	if m.start > a.midEnd || a.mid.end == 0 {
		if a.list = (dealt[spot]{}); row == nil && a.beside(a.lead, a.mid) {
			return a.mid
		}
		return a.lead
	}
	if row == nil {
		return a.mid
	}
	from, to := row[0].start, row[len(row)-1].end
	switch last := a.newListAfter(m); {
	case a.p.after(to, "等"):
		return a.lead // 甲市、乙市等16个市
	case a.list.next == 0 && last && !containsAny(a.p.s[to:m.start], "分别", "依次", "各"):
		return spot{start: from, end: to, name: a.p.s[from:to]} // 甲市、乙市收购进度八成: of them together
	default:
		return a.list.take(last)
	}
}

// pass goes on to byte i: a place before it that opens the paragraph leads, the last governs its part of a sentence.
func (a *areaWalk) pass(i int) {
	for a.next < len(a.spots) && a.spots[a.next].start < i {
		n := spotRun(a.p.s, a.spots[a.next:])
		sp := a.spots[a.next]
		a.list = dealt[spot]{}
		if n > 1 {
			a.list.row = a.spots[a.next : a.next+n]
		} else if a.lead.end == 0 && sp.start < a.opening && a.opens(sp.start) {
			a.lead = sp
		}
		a.mid, a.midEnd = sp, a.scopeEnd(sp)
		a.next += n
	}
}

// beside says whether a place that opened the paragraph is only the first of several of its rank, of which a later one
// goes on to be spoken of: 青禾县…。松山县新建学校3所。|培训教师80名。
func (a *areaWalk) beside(first, later spot) bool {
	return first.end > 0 && first.name != later.name && first.name != a.st.place.name &&
		(strings.HasSuffix(first.name, "地区") || normalize.LevelOf(first.name) == normalize.LevelOf(later.name))
}

// together says whether the clause of m tells of several places that were named before: 三县投资占全市的51%.
func (a *areaWalk) together(m *mark) bool {
	head := a.p.s[a.p.clauses[m.fig.clause].start:m.start]
	return len(head) > 9 && a.mid.end <= m.start-len(head) && normalize.HanDigit(head) > 1 && severalPlaces.prefix(head[3:]) > 0
}

// scopeEnd is how far a place governs: to the end of the bracket it stands in, to the end of
// the sentence that it opens, or to the next 。 or ；.
func (a *areaWalk) scopeEnd(sp spot) int {
	i := sp.end
	if j := i + ofPlace.prefix(a.p.s[i:]); valueIn(a.p.s[j:]) {
		i = j + len("（")
	}
	if b, ok := a.bracketAt(i); ok {
		return b.End - len("）") // 高于全省平均水平（65%）|5个百分点
	}
	if c := a.p.clauses[a.p.clauseAt(i)]; strings.HasPrefix(a.p.s[i:c.end], "境内") && a.p.markFrom(i) < a.p.markFrom(c.end) {
		return c.end // 四川境内89公里，|总投资320亿元
	}
	if sp.start >= a.first && sp.start < a.sentence && a.opensSentence(sp.start) {
		return a.sentence
	}
	if i > a.partEnd {
		a.partEnd = a.p.endAt(i, '；')
	}
	return a.partEnd
}

// valueIn says whether s begins with brackets that a number opens.
func valueIn(s string) bool {
	rest, ok := strings.CutPrefix(s, "（")
	return ok && rest != "" && rest[0]-'0' < 10
}

// opens says whether nothing but a time and the like stands before byte i in the
// passage.
func (a *areaWalk) opens(i int) bool {
	head := a.p.s[min(i, a.p.wire):i]
	return len(head) <= 6 || a.st.place.name == "" && a.onlyTime(head) || len(head) <= 36 && endsIn(head, "，", "，在")
}

// withoutPlace takes the place that a figure is about off its indicator, where it is called by a
// short form, or a name that no table has, that the indicator was read with: 临江|机电产品出口.
func (w *walk) withoutPlace(f *draft, called string) {
	rest, ok := strings.CutPrefix(f.Indicator, called)
	if !ok || len(rest) < 6 || len(f.Evidence.Indicator) == 0 || inName(rest) || placeLen(rest) > 0 || startsIn(rest, "的", "、", "和", "与") {
		return
	}
	at := &f.Evidence.Indicator[0]
	switch read := w.r.doc.Content.String()[at.Start:at.End]; {
	case read == called && len(f.Evidence.Indicator) > 1: // 青禾县|实现|生产总值
		f.Indicator, f.Evidence.Indicator = rest, f.Evidence.Indicator[1:]
	case len(read) > len(called) && strings.HasPrefix(read, called):
		f.Indicator = rest
		at.Start += len(called)
	}
}

// elided gives figure i, whose indicator was read as the short name of its place, that of the last of its kind, and
// one that was read with the place of another what that was found to be: 工业增加值增长6.5%，扎旗|增长6.2%.
func (a *areaWalk) elided(i int, at spot, read string) {
	f := a.p.marks[i].fig
	switch {
	case read == "":
		return
	case f.Indicator != read:
		a.misread, a.meant = read, f
	case read == a.misread:
		f.Indicator, f.Evidence.Indicator = a.meant.Indicator, a.meant.Evidence.Indicator
	case at.end > 0 && strings.HasSuffix(a.p.s[at.start:at.end], read):
		if k := a.lastOfKind(i); k >= 0 {
			a.misread, a.meant = read, a.p.marks[k].fig
			f.Indicator, f.Evidence.Indicator = a.meant.Indicator, a.meant.Evidence.Indicator
		}
	}
}

// lastOfKind is the last figure before figure i that has its unit and measure, -1 if there is none.
func (a *areaWalk) lastOfKind(i int) int {
	f, k := a.p.marks[i].fig, a.p.figureBefore(i)
	for k >= 0 && (a.p.marks[k].fig.Unit != f.Unit || a.p.marks[k].fig.Measure != f.Measure) {
		k = a.p.figureBefore(k)
	}
	return k
}

// opensSentence says whether nothing but a time, or what is heard of it, stands before byte i in its
// sentence: 记者获悉：青禾县….
func (a *areaWalk) opensSentence(i int) bool {
	head := a.p.s[min(i, max(a.first, a.p.wire)):i]
	if len(head) > 0 && !endsIn(head, "，", "：", "年", "月", "度", "份", "日", "来", "末", "底") {
		return false
	}
	if k := lastIndex(head, "："); k >= 0 {
		head = head[k+len("："):]
	}
	if head == "" {
		return true
	}
	n, _ := normalize.MatchPeriod(head)
	return n > 0 && strings.TrimPrefix(head[n:], "，") == ""
}

// setArea writes the area of one figure.
func (w *walk) setArea(m *mark, at spot) {
	f := m.fig
	if f.Area != "" || f.Status == policy.Rule {
		return
	}
	var said policy.Span
	if f.Area, said = w.areaOf(at); said.Len() > 0 {
		f.Evidence.Area = w.p.arena.span(said)
	}
	if called := f.Area; called != "" {
		if at.end > 0 {
			called = w.p.s[at.start:at.end]
		}
		w.withoutPlace(f, called)
	}
}

// areaOf is the name of the place that governs, and where it is said: at, else that of the lines and headings
// above, else the home. Prose in a table is about what its row names.
func (w *walk) areaOf(at spot) (name string, said policy.Span) {
	switch u := &w.r.under; {
	case at.end > 0 && at.name == "":
		return "", said
	case at.end > 0:
		return at.name, w.p.span(at.start, at.end)
	case u.name != "" && w.p.block.Kind == policy.Paragraph:
		return u.name, u.span
	case w.sec.place != "":
		return w.sec.place, said
	case w.p.block.Table >= 0:
		return "", said
	}
	return w.st.place.name, w.st.place.span
}
