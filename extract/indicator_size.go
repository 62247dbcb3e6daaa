package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// How large the things are that are counted, which places, which crops, and what was reached.

// placesCounted is the unit of figure k where it counts places that need no other word, or households: 6县市, 3区.
func (p *passage) placesCounted(k int) subject {
	m := &p.marks[k]
	if !placeFirsts.Begins(m.fig.Unit) || !oneOf(m.fig.Unit, placeClassifiers) || m.fig.Unit != "农户" && p.nounEnd(m.end, k) > m.end {
		return subject{}
	}
	at := m.fig.unit.Start
	return p.subjectAt(at+len(p.afterAny(at, "个")), m.fig.unit.End)
}

// placeFirsts are the characters that placeClassifiers begin with.
var placeFirsts = policy.WideSetOf("县市区乡镇村街方农")

// reckonings tell how a change was reckoned, or only that something is planned or built, not of what.
var reckonings = newLexicon([]string{"自然", "自然口径", "调整", "可比", "同口径", "名义", "现价", "规划", "建", "总和", "汇率", "汇率计算", "平均汇率", "平均汇率计算", "折", "平均水平"})

var placeClassifiers = []string{"县市", "县", "市", "区", "乡", "镇", "村", "街道", "方面", "农户"}

// sized completes things whose size alone is told with what it is the size of:
// 突破50亿元的企业5个 → 年产值突破50亿元的企业; 50亿元以上的达到5家; 达到1亿元，再奖励20万元.
func (p *passage) sized(s *subject) {
	if len(s.spans) != 1 {
		return
	}
	w := s.spans[0]
	i := p.markFrom(w.Start)
	f := p.figureAt(i)
	if f == nil || p.marks[i].start >= w.End || f.kind != normalize.CurrencyUnit && !p.opensTier(i) {
		return
	}
	start, end := p.marks[i].start-len(p.beforeAny(p.marks[i].start, "达到", "达")), w.End
	if len(f.bound) > 0 {
		start = min(p.marks[i].start, f.bound[0].Start)
	}
	if w.Start != start && w.Start != p.marks[i].start || start == w.Start && !p.isRange(i) {
		return
	}
	w.Start = start
	what, size := p.known[i], p.s[w.Start:w.End]
	switch {
	case what.words == "" || len(what.spans) == 0 || what.spans[0].End >= w.Start:
		return
	case p.opensTier(i), max(heads.suffix(what.words), amounts.suffix(what.words)) > 0 && !endsIn(what.words, "企业", "项目"):
		*s = subject{what.words + size, []policy.Span{what.spans[0], w}}
	case end <= p.figureEnd(&p.marks[i]):
		*s = subject{resized(what.words, size), what.spans} // 收入超亿元的企业达到20家，超10亿元的|达到3家
	}
}

// ofThatSize names what figure k counts where only the size of the things stands before it: 亿元以上项目32个，其中
// 10亿元以上|3个.
func (p *passage) ofThatSize(k, prev int) subject {
	size, f := p.marks[prev].fig, p.marks[k].fig
	if size.kind != normalize.CurrencyUnit || !p.countUnit(f) || p.boundAfterLen(p.marks[prev].end) == 0 || p.figureEnd(&p.marks[prev]) != p.marks[k].start {
		return subject{}
	}
	i := p.unitBefore(prev, len(p.s), f.Unit)
	if i < 0 || p.sentence(i) != p.sentence(k) {
		return subject{}
	}
	w := policy.Span{Start: p.marks[prev].start, End: p.marks[k].start}
	if what := p.known[i].words; strings.Contains(what, "元") {
		return p.known[i].as(resized(what, p.s[w.Start:w.End]), w)
	}
	return p.known[i].as(p.s[w.Start:w.End]+p.known[i].words, w)
}

// resized is what s names with another sum in it: 收入超亿元的企业, 超10亿元 → 收入超10亿元的企业.
func resized(s, size string) string {
	head, rest, _ := strings.Cut(s, "元")
	head = strings.TrimRight(head, "0123456789.百千万亿")
	for _, w := range sizeVerbs {
		head = strings.TrimSuffix(head, w)
	}
	return head + size + strings.TrimPrefix(rest, "以上")
}

// sizedBehind is where what figure k counts, which stands at byte at, ends behind the next figure
// where that tells how large or how old the things are, and [at, end) leads to it: 3个年产值|超万亿元的支柱产业,
// 3000名|80岁以上老人, 5家|亿元以上企业, 2家年销售额|10亿元以上的企业. 0 where it does not.
func (p *passage) sizedBehind(k, at, end int) int {
	if p.figureAt(k+1) == nil || !p.countUnit(p.marks[k].fig) {
		return 0
	}
	next := &p.marks[k+1]
	from, start := p.figureEnd(next), next.start
	if p.boundedBefore(k + 1) {
		start = next.fig.bound[0].Start
	}
	behind := from > next.end
	large := behind || next.fig.Comparator == policy.MoreThan || isAge(next.fig)
	sized := start < next.start || behind && max(heads.suffix(p.s[at:end]), amounts.suffix(p.s[at:end])) > 0
	if start != end || end == at && !large || end > at && (end-at < 6 || !sized || start < next.start && !p.after(from, "的")) {
		return 0
	}
	from += len(p.afterAny(from, "的"))
	if end := p.nounEnd(from, k+1); end-from >= 6 {
		return p.withoutLanding(end)
	}
	return 0
}

// sizeBefore is the size before figure k, where k is another one and prev, the figure before it,
// counts the things of the first: 产值突破100亿元的企业1个、突破50亿元的企业5个. -1 if there is none.
func (p *passage) sizeBefore(k, prev int) int {
	if p.figureAt(k+1) == nil || prev < 1 {
		return -1
	}
	i, f := prev-1, p.marks[k].fig
	size := p.marks[i].fig
	if size == nil || size.Unit != f.Unit || f.kind != normalize.CurrencyUnit || !p.countUnit(p.marks[prev].fig) || p.sentence(i) != p.sentence(k) ||
		!p.attributive(i, p.marks[prev].start) && p.figureEnd(&p.marks[i]) < p.marks[prev].start || !p.countUnit(p.marks[k+1].fig) {
		return -1
	}
	return i
}

// threshold is where clause c tells which round number was passed, or its end: 财政收入|迈过
// 千亿大关，达1330亿元.
func (p *passage) threshold(c clause) int {
	s := p.s[c.start:c.end]
	if !endsIn(s, "大关", "台阶", "关口", "门槛") {
		return c.end
	}
	if i, n := roundPassed.lastIn(s); n > 0 {
		return c.start + i
	}
	return c.end
}

// sharedBehind is what stands behind the second of two figures of the same things, for both, where nothing
// before the first names them: 列入范围的|385台、785.9蒸吨|燃煤锅炉, 15台|35至65蒸吨|燃煤锅炉.
func (p *passage) sharedBehind(k int) subject {
	m, next := &p.marks[k], p.figureAt(k+1)
	if k > 0 && len(p.known[k-1].spans) > 0 && p.known[k-1].spans[0].Start == m.end && p.joins(k-1) {
		return p.known[k-1]
	}
	if next == nil || !p.joins(k) || next.Unit == m.fig.Unit || next.kind == normalize.CountUnit && m.fig.Unit == "户" {
		return subject{}
	}
	a, b := p.prefix(k)
	if !p.before(b, "的") {
		if a, b = p.trim(a, b, m.fig); a < b {
			return subject{}
		}
	}
	end := p.marks[k+1].end
	if to := p.nounEnd(end, k+1); to-end >= 6 {
		return p.subjectAt(end, to)
	}
	return subject{}
}

// joins says whether figure k is a count that the next figure, of some measure, follows at once or behind 、.
func (p *passage) joins(k int) bool {
	m, next := &p.marks[k], p.figureAt(k+1)
	return m.fig != nil && next != nil && m.fig.kind == normalize.CountUnit && strings.TrimPrefix(p.s[m.end:p.marks[k+1].start], "、") == "" &&
		next.Measure == policy.Level && next.kind != normalize.CurrencyUnit && next.kind != normalize.RatioUnit && next.kind != normalize.TimeUnit && !isAge(next)
}
