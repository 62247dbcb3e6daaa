package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// What is paid and given for care is told by the rank of who gives it: 一级医院, 三级定点医疗机构.

// classTails stand behind the rank.
var classTails = newLexicon([]string{"医院", "医疗机构", "定点医院", "定点医疗机构", "医疗卫生机构", "公立医院", "及以下医院", "及以下医疗机构", "及以下定点医疗机构"})

// payers are classes of those who are insured: 年度支付限额|在职|2500元、|退休|3000元.
var payers = newLexicon([]string{"在职", "退休", "在职职工", "退休职工", "退休人员", "在职人员"})

// classIn is where words name such a class and its length, 0 where they name none.
func classIn(words string) (i, n int) {
	if i, n = rankIn(words); n == 0 {
		i, n = payers.lastIn(words)
	}
	return i, n
}

// rankIn is classIn for ranks: 一级医院.
func rankIn(words string) (i, n int) {
	for at := 0; ; at += len("级") {
		k := normalize.IndexChar(words[at:], "级")
		if k < 0 {
			return 0, 0
		}
		if at += k; at >= 3 && normalize.HanDigit(words[at-3:]) > 0 {
			return at - 3, len("一级") + classTails.prefix(words[at+len("级"):])
		}
	}
}

// classEnds are the characters that what classFirst turns round ends in.
var classEnds = policy.WideSetOf(classTails.lasts() + payers.lasts() + "级市村镇")

// classFirst puts the class before the standard or rate that s names it behind: 住院起付标准|一级医院.
func classFirst(s *subject) {
	if normalize.HanDigit(s.words) == 0 && !classEnds.Ends(s.words) {
		return // most often
	}
	for _, w := range [...]string{"城市", "农村", "城镇"} {
		if stem, ok := strings.CutSuffix(s.words, w); ok && strings.HasSuffix(stem, "率") {
			s.words = w + stem // 供水普及率|城市|达99%
		}
	}
	if n := classLen(s.words); n > 0 && strings.HasPrefix(s.words[n:], "为") {
		s.words = s.words[:n] + s.words[n+len("为"):] // 一档|为|户月用水量18吨
	}
	i, n := classIn(s.words)
	if i > 0 && i+n == len(s.words) && max(standards.suffix(s.words[:i]), titles.suffix(s.words[:i]), benefits.suffix(s.words[:i])) > 0 {
		s.words = s.words[i:] + s.words[:i]
	}
}

// ofClass is whole with the class of part for its own: 二级 of 一级医院起付线. It is empty where either names none.
func ofClass(part string, whole subject) subject {
	i, n := classIn(part)
	if i > 0 || n == 0 || n < len(part) {
		return subject{}
	}
	j, m := classIn(whole.words)
	if m == 0 {
		return subject{}
	}
	class := part
	if n == len("二级") {
		class += whole.words[j+len("一级") : j+m]
	}
	return whole.as(whole.words[:j] + class + whole.words[j+m:])
}

// ofSeries is s, of which the sum of figure k is told, with what it leaves out of the standards of a series: of which it is where it names
// no more than for whom it holds, or for whom, where it is of what the clause before told. 一类地区最低工资标准1800元，小时最低工资18元；
// |二类地区|1600元; 起付标准递减100元，但|三级医院|不低于300元. It is empty where nothing is left out.
func (p *passage) ofSeries(k int, s subject) subject {
	const same = len("最低工资")
	f, n := p.marks[k].fig, classLen(s.words)
	if 0 < n && n < len(s.words) || n == 0 && len(s.words) < same {
		return subject{}
	}
	for i := p.kindBefore(k, k); i >= 0; i = p.kindBefore(i, k) {
		w, g := p.known[i].words, p.marks[i].fig
		switch m := classLen(w); {
		case n == 0 && m > 0 && g.clause+1 == f.clause && strings.Contains(w[m:], s.words[len(s.words)-same:]):
			return p.known[i].as(w[:m]+s.words, s.spans...)
		case n == 0, m == 0 && namesRank(w), p.titleBefore(f.clause) > g.clause:
			return subject{}
		case m > 0 && m < len(w) && g.Unit == f.Unit:
			return s.as(s.words+w[m:], p.known[i].spans...)
		case m == 0 && sets(w):
			j := strings.LastIndex(w, "的")
			return s.as(s.words+w[(j+len("的"))*btoi(j > 0):], p.known[i].spans...)
		}
	}
	return subject{}
}

// kindBefore is the last figure before i of the kind of figure k, in the sentence of that or the one before. -1 if there is none.
func (p *passage) kindBefore(i, k int) int {
	for i = p.figureBefore(i); i >= 0 && p.sentence(i) >= p.sentence(k)-1; i = p.figureBefore(i) {
		if p.marks[i].fig.kind == p.marks[k].fig.kind {
			return i
		}
	}
	return -1
}

// sets says whether words end in what is set by a standard or as a share: 住院起付标准, 缴费比例.
func sets(words string) bool { return max(standards.suffix(words), titles.suffix(words)) > 0 }

// namesRank says whether words tell of a rank: 一级医院起付标准.
func namesRank(words string) bool {
	_, n := rankIn(words)
	return n > 0
}

// paidFor is s, what somebody pays of what figure k is a share of, with whose case, or with which rank, its sentence begins:
// |三级医院|住院的，基金支付60%，个人负担40%; |一级医院|起付线200元，报销比例90%.
func (p *passage) paidFor(k int, s subject) subject {
	start := p.sentenceStart(p.marks[k].fig.clause)
	end := p.clauses[p.clauseAt(start)].end
	if i, n := rankIn(p.s[start:end]); n > 0 && (i == 0 || p.before(end, "的")) && !namesRank(s.words) {
		return p.subjectAt(start+i, start+i+n).then(s)
	}
	return s
}

// classLen is the length of the class that words begin with: 二类地区, 三级医院. 0 where they begin with none.
func classLen(words string) int {
	if normalize.HanDigit(words) == 0 {
		return 0 // most often
	}
	if i, n := rankIn(words); n > 0 && i == 0 {
		return n
	}
	n := len("一") + seriesUnits.prefix(words[len("一"):])
	return (n + regions.prefix(words[n:])) * btoi(n > len("一"))
}

// regions may stand behind the unit of a class.
var regions = newLexicon([]string{"行政区域", "地区", "区域", "区"})

// classRated is the standard that [a, b) names, for the class of s: 一级200元、二级500元，|报销比例|分别为. It is empty where
// either is missing.
func (p *passage) classRated(s subject, a, b int) subject {
	i, n := classIn(s.words)
	if n == 0 || a >= b || !sets(p.s[a:b]) {
		return subject{}
	}
	return s.as(s.words[i:i+n]+p.s[a:b], policy.Span{Start: a, End: b})
}
