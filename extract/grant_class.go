package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// classed reads a sum of several that stand side by side, each behind the class that it is given to, under one verb:
// 给予|甲类|50万元、|乙类|30万元补助; 按|国家级|80万元、|省级|40万元给予奖励. first is where who is helped may begin.
func (p *passage) classed(k, first int) subject {
	lo, hi := p.sideBySide(k)
	a, b := p.prefix(lo)
	i, n := classLeads.lastIn(p.s[a:b])
	if n == 0 || lo == hi {
		return subject{}
	}
	from := a + i + n
	what := p.benefitOf(hi, from)
	if p.after(a+i, "按") {
		what = p.givenBy(hi)
	}
	if from += len(p.afterAny(from, "一次性")); k > lo {
		from = p.classAt(p.figureBefore(k), k)
	}
	to := p.beforeEach(p.marks[k].fig.num.Start)
	if what.words == "" || to-from > 8*len("字") || from < to && (benefits.suffix(p.s[from:to]) > 0 || strings.ContainsAny(p.s[from:to], "，、每0123456789")) {
		return subject{}
	}
	s := p.subjectAt(from, to)
	if s.words == "" || endsIn(s.words, "类", "级", "档", "等", "等奖", "名") {
		s = s.then(p.recipient(k, first, a+i))
	}
	return s.then(what)
}

// sideBySide are the first and the last of the sums around figure k that stand so.
func (p *passage) sideBySide(k int) (lo, hi int) {
	lo, hi = k, k
	for i := p.figureBefore(lo); p.classAt(i, lo) > 0; i = p.figureBefore(lo) {
		lo = i
	}
	for i := p.figureBehind(hi); p.classAt(hi, i) > 0; i = p.figureBehind(hi) {
		hi = i
	}
	return lo, hi
}

// classLeads stand before the first of such classes.
var classLeads = newLexicon([]string{"给予", "予以", "按", "按照", "分别按", "分别按照"})

// classAt is where the class begins that stands between the sum before, i, and 、, and figure k. 0 if none does.
func (p *passage) classAt(i, k int) int {
	f, before := p.figureAt(k), p.figureAt(i)
	if f == nil || before == nil || f.kind != normalize.CurrencyUnit || before.kind != normalize.CurrencyUnit || f.Measure != policy.Level {
		return 0
	}
	at := p.figureEnd(&p.marks[i])
	n := len(p.afterAny(at, "、", "和", "，"))
	to := p.beforeEach(f.num.Start)
	if at += n; n == 0 || at < p.clauses[f.clause].start || to-at < 6 || to-at > 8*len("字") || benefits.suffix(p.s[at:to]) > 0 {
		return 0
	}
	return at
}

// figureBehind is the next figure behind figure k, len(p.marks) if there is none.
func (p *passage) figureBehind(k int) int {
	for k++; k < len(p.marks) && p.marks[k].fig == nil; k++ {
	}
	return k
}

// beforeEach is where byte i is without the words for each of those counted before it, and without its bound: 硕士|每人每月.
func (p *passage) beforeEach(i int) int {
	i -= len(p.beforeAny(i, "最高", "最高不超过", "不超过"))
	for n := p.eachBefore(i); n > 0; n = p.eachBefore(i) {
		i -= n
	}
	return i
}
