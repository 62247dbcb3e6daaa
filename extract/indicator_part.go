package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// behindCounted moves a, where what may name the figure of mark k begins, behind the things
// that the figure before counts, where they do something: 564万户企业|发放补贴850亿元.
func (p *passage) behindCounted(a, b, k int) int {
	i := p.figureBefore(k)
	if i < 0 || a < p.marks[i].end || a > p.marks[i].end+len("以上") || len(p.known[i].spans) != 1 || p.known[i].spans[0].End < a {
		return a
	}
	w := p.known[i].spans[0]
	if n := len(p.afterAny(w.End, "、", "和", "及", "与", "以及")); n > 0 && w.Start >= a && w.End+n == b {
		return b // 人才专项资金和|10亿元科技专项资金
	}
	if !p.countUnit(p.marks[i].fig) || w.Start < a || w.Start > a && !p.before(w.Start, "的") || w.End >= b {
		return a + (b-a)*btoi(w.End == b && p.before(b, "的") && !strings.Contains(p.s[a:b], "由")) // 30家企业的|500人次参加培训
	}
	rest, next := p.s[w.End:b], &p.marks[p.markFrom(w.End)]
	n, m := max(verbal.prefix(rest), faults.prefix(rest)), lights.prefix(rest)
	switch bracket, listed := bracketLen(rest), enumerating.prefix(rest); {
	case next.as == policy.AsPeriod && next.start == w.End:
		return w.End // 9个城市|6月优良天数比例
	case bracket > 0 || p.beforeAny(w.End, "市）", "区）") != "":
		return w.End + bracket // 六个分区（北方六区，下同）|面平均降水量, 31个省（区、市）|夏粮产量
	case listed > 0:
		return w.End + listed // 3个行业|依次为|金融业5万元
	case n > 3 && p.countUnit(p.marks[k].fig) && p.carryOut(w.Start, w.End, w.End+n, b):
		return w.End // 5个县|实施产业项目70个
	case n == 0 || heads.prefix(rest) > 0 || nominal.prefix(rest[n:]) > 0 && !handsOut(rest[:n], rest[n:]):
		return a
	case m > 0 && heads.prefix(rest[m:]) == p.trimTail(w.End, b)-w.End-m:
		return a // 8家企业实现|产值
	}
	return w.End
}

// onlyPlaceBefore says whether the name of a place stands right before byte a.
func (p *passage) onlyPlaceBefore(a int) bool {
	c := p.clauses[p.clauseAt(a)]
	head := strings.TrimPrefix(p.s[c.start:a], "其中")
	return head != "" && placeLen(head) == len(head)
}

// among is where the 其中 stands in clause c, or before it up to one of the marks ends, that it is told under, or
// what tells as much: 其中，农业20亿元；|林业3亿元; 分产业看，|农业20亿元. -1 if there is none.
func (p *passage) among(c int, ends string) int {
	for ; c >= 0; c-- {
		if i := strings.Index(p.s[p.clauses[c].start:p.clauses[c].end], "其中"); i >= 0 {
			return p.clauses[c].start + i
		} else if p.divides(p.clauses[c]) {
			return p.clauses[c].start
		}
		if c > 0 && strings.Contains(ends, string(p.clauses[c-1].stop)) {
			break
		}
	}
	return -1
}

// divides says whether clause c tells by what the parts behind it are told apart: 分产业看, 按经营地分, 从行业看.
func (p *passage) divides(c clause) bool {
	if c.stop != '，' || c.end-c.start > 12*len("字") || p.beforeAny(c.end, "看", "分") == "" {
		return false
	}
	s := p.s[c.start:c.end]
	return startsIn(s, "分", "按") || startsIn(s, "从") && divisions.suffix(s) > 0
}

// divisions are what parts are told apart by.
var divisions = phrases["division"]

// counting is what the figure before k counts, where that closes the clause before: 实施道路工程62个，|
// 总投资7900万元.
func (p *passage) counting(k int) subject {
	i, c := p.figureBefore(k), p.marks[k].fig.clause
	for ; i >= 0; i = p.figureBefore(i) {
		at := p.marks[i].fig.clause
		if at < c-1 || p.clauses[at].stop == '；' && at < c {
			return subject{}
		} else if c = at; p.marks[i].fig.kind != normalize.CurrencyUnit || !strings.HasSuffix(p.known[i].words, "投资") {
			break // 项目104个，计划投资90亿元，|完成投资40亿元
		}
	}
	if i >= 0 && p.clauses[c].stop == '。' {
		if at := p.among(c, "。"); at >= 0 {
			i = p.figureBefore(p.markFrom(at)) // 工程30项，其中省级6项、市级24项。|总投资519亿元
		}
	}
	if i < 0 || !p.countUnit(p.marks[i].fig) || p.marks[i].fig.Measure != policy.Level || works.suffix(p.known[i].words) == 0 {
		return subject{}
	}
	return p.known[i]
}

// innerParts are the parts of a place for which a bracket says again what was said of it all:
// 城镇化率达到67%（核心区70%）.
var innerParts = []string{"核心区", "中心城区", "主城区", "起步区", "城区", "其中核心区", "其中城区"}

// onlyPlace says whether [a, b) names nothing but a place: （全国2.23%、云川省2.67%）.
func (p *passage) onlyPlace(a, b int) bool {
	s := p.s[a:b]
	if (normalize.MayEndPlace(s) || endsIn(s, "部", "东北", "地区")) && placeLen(s) == len(s) {
		return true
	}
	n, _ := normalize.GuessPlace(s)
	return n == len(s) && !wordsOnly(s) || townAt(s) == len(s)
}

// portion reads a share of what is named behind it: 94%的贫困县|实现摘帽; behind a verb or those who have it
// with these: 航空服务覆盖全国|92%的|县级单元, 干部人才|85%以上|本科学历.
func (p *passage) portion(k int) subject {
	f := p.marks[k].fig
	if f.Unit != "%" && f.Unit != "成" || f.Measure != policy.Level || f.group >= 0 {
		return subject{}
	}
	of := p.figureEnd(&p.marks[k])
	at := of + len(p.afterAny(of, "的"))
	if at == len(p.s) || at == of && strings.Contains("，。；、：（）", p.nextRune(at)) {
		return subject{}
	}
	limit, end := p.untilNext(k, at), p.nounEnd(at, k)
	a, b := p.takers(k)
	if rateNouns.in(p.s[at:max(at, end, min(limit, at+18))]) {
		return subject{} // 以20%的速度增长
	}
	if a == b && (at > of || of > p.marks[k].end && p.beforeAny(f.num.Start, joiners...) != "") && limit-at > 3 && limit-at <= 150 {
		return p.subjectAt(at, limit-len(p.beforeAny(limit, joiners...))) // 96%的乡镇|和91%的村通电
	}
	if next := p.markFrom(at); end == at && at > of && p.figureAt(next) != nil && p.marks[next].start == at {
		end = p.nounEnd(p.figureEnd(&p.marks[next]), next) // 覆盖97%的|50万以上人口城市
	}
	if a >= b || end-at < 6 || p.benefit(at, end) || verbal.prefix(p.s[at:end]) > 0 {
		return subject{}
	}
	return p.subjectAt(a, b).then(p.subjectAt(at, end))
}

// takers are what stands before the share of figure k and has a part of what is named behind it: a phrase
// that ends in a verb, or people. Empty where nothing stands there, b < a where it is something else.
func (p *passage) takers(k int) (a, b int) {
	if a, b = p.prefix(k); p.beforeAny(b, joiners...) != "" {
		return b, b // 96%的乡镇和|91%的村
	} else if p.boundedBefore(k) {
		b = max(a, p.marks[k].fig.bound[0].Start)
	}
	from, to := p.trim(a, b, p.marks[k].fig)
	if near := p.s[from:max(from, to)]; near == "" || p.onlyPlace(from, to) || endsIn(near, "里", "村", "区") && len(near) <= len("项目区") {
		return b, b
	}
	b = a + len(without(p.s[a:b], ofAll))
	if w := p.s[from:max(from, b)]; verbal.suffix(w) > tails.suffix(w) {
		return from, b
	} else if people.suffix(p.s[from:to]) > 0 {
		return from, to
	}
	return b, a - 1
}

// ofAll stand before a share and say no more than of which place, or that it is about so much: 覆盖|全国近|92%的县级单元.
var ofAll = newLexicon([]string{"近", "约", "了", "全国", "全省", "全市", "全县", "全区", "全球"})

// isPart says whether words name which share of something is told, or was done: 占比, but not 优良天数比例.
func isPart(words string) bool {
	return endsIn(words, "比重", "占比", "完成率") || strings.HasSuffix(words, "比例") && strings.Contains(words, "占")
}

// notShare is the figure before prev in the sentence that is no share, where prev is one and mark k is
// none: 为预算的92.98%，比上年增支8807万元; 完成年度预算的96%，增长8%. Else prev, as where a sum caps what
// prev gives: 按投资的8%给予奖励，最高50万元.
func (p *passage) notShare(prev, k int) int {
	f := p.marks[k].fig
	if f.kind == normalize.CurrencyUnit && benefits.suffix(withoutRate(p.known[prev], f).words) > 0 || f.Unit == "百分点" ||
		f.Measure != policy.Change && (f.Measure != policy.Level || f.kind == normalize.RatioUnit || p.marks[prev].fig.Unit != "%") {
		return prev
	}
	return p.unshared(prev)
}
