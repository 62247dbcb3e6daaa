package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// behindCounted moves a, where what may name the figure of mark k begins, behind the things
// that the figure before counts, where they do something: 564万户企业|发放补贴850亿元.
func (p *passage) behindCounted(a, b, k int, known []subject) int {
	i := p.figureBefore(k)
	if i < 0 || a < p.marks[i].end || a > p.marks[i].end+len("以上") || len(known[i].spans) != 1 {
		return a
	}
	w := known[i].spans[0]
	if n := len(p.afterAny(w.End, "、", "和", "及", "与", "以及")); n > 0 && w.Start >= a && w.End+n == b {
		return b // 人才专项资金和|10亿元科技专项资金
	}
	if !p.countUnit(p.marks[i].fig) || w.Start < a || w.Start > a+len("的") || w.End >= b {
		return a
	}
	rest := p.s[w.End:b]
	if n := bracketLen(rest); n > 0 || p.before(w.End, "市）") || p.before(w.End, "区）") {
		return w.End + n // 六个分区（北方六区，下同）|面平均降水量, 31个省（区、市）|夏粮产量
	}
	if n := max(verbs.prefix(rest), weak.prefix(rest)); n == 0 || heads.prefix(rest) > 0 || nominal.prefix(rest[n:]) > 0 {
		return a
	}
	return w.End
}

// onlyPlaceBefore says whether the name of a place stands right before byte a.
func (p *passage) onlyPlaceBefore(a int) bool {
	c := p.clauses[p.clauseAt(a)]
	head := strings.TrimPrefix(p.s[c.start:a], "其中")
	return head != "" && placeLen(head) == len(head)
}

// among is where the 其中 stands in clause c, or before it up to one of the marks ends, that it is told under:
// 其中，农业20亿元；|林业3亿元. -1 if there is none.
func (p *passage) among(c int, ends string) int {
	for ; c >= 0; c-- {
		if i := strings.Index(p.s[p.clauses[c].start:p.clauses[c].end], "其中"); i >= 0 {
			return p.clauses[c].start + i
		}
		if c > 0 && strings.ContainsRune(ends, p.clauses[c-1].stop) {
			break
		}
	}
	return -1
}

// counting is what the figure before k counts, where that closes the clause before: 实施道路工程62个，|
// 总投资7900万元.
func (p *passage) counting(k int, known []subject) subject {
	i := p.figureBefore(k)
	if i < 0 || p.marks[i].fig.clause+1 != p.marks[k].fig.clause || !p.countUnit(p.marks[i].fig) || p.marks[i].fig.Measure != policy.Level || works.suffix(known[i].words) == 0 {
		return subject{}
	}
	return known[i]
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

// ofEach is what a share of several that are told side by side is of, and what that does, which
// stand behind it: 98%以上的乡镇和94%以上的建制村通沥青路.
func (p *passage) ofEach(k int) subject {
	m := &p.marks[k]
	if m.fig.Unit != "%" || m.fig.Measure != policy.Level {
		return subject{}
	}
	at := p.figureEnd(m)
	if p.after(at, "的") {
		at += len("的")
	} else if at == m.end {
		return subject{}
	}
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, at))
	joined := p.beforeAny(end, joiners...)
	if joined == "" && p.beforeAny(m.fig.num.Start, joiners...) == "" {
		return subject{}
	}
	if end -= len(joined); end-at < 6 {
		return subject{}
	}
	return p.subjectAt(at, end)
}

// portion reads a share that opens its clause and says of what behind it: 94%的贫困县实现摘帽,
// 95%以上的村庄开展了清洁行动.
func (p *passage) portion(k int) subject {
	m := &p.marks[k]
	if m.fig.Unit != "%" && m.fig.Unit != "成" {
		return subject{}
	}
	at := p.figureEnd(m)
	a, b := p.prefix(k)
	if m.fig.Measure != policy.Level || m.fig.group >= 0 || !p.after(at, "的") || strings.Trim(p.s[a:b], " ，；。、") != "" && p.beforeAny(b, "超过", "超", "约", "近") != p.s[a:b] && !(b-a <= len("项目区") && endsIn(p.s[a:b], "里", "区", "村", "镇", "县", "市", "国")) {
		return subject{}
	}
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, at))
	if end-at <= len("的")+3 || end-at > 90 {
		return subject{}
	}
	end -= len(p.beforeAny(end, "和", "及", "与", "、")) // 96%的乡镇|和91%的村通电
	return p.subjectAt(at+len("的"), end)
}

// notShare is the figure before prev in the sentence that is no share, where prev is one
// and mark k is none: 为预算的92.98%，比上年增支8807万元; 完成年度预算的96%，增长8%. Else prev.
func (p *passage) notShare(prev, k int, known []subject) int {
	f := p.marks[k].fig
	if f.Unit == "百分点" || f.Measure != policy.Change && (f.Measure != policy.Level || f.kind == normalize.RatioUnit || p.marks[prev].fig.Unit != "%") {
		return prev
	}
	for i := prev; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil {
			continue
		}
		if p.clauses[f.clause].sentence != p.clauses[p.marks[prev].fig.clause].sentence {
			break
		}
		if w := known[i].words; w != "" && !f.whole && !endsIn(w, "比重", "比例", "占比", "完成率") {
			return i
		}
	}
	return prev
}
