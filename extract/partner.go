package extract

import (
	"strings"

	"shuzheng/policy"
)

// Trade with others: 对东盟进出口, 与“一带一路”沿线国家贸易. The partner is no area that figures are
// about, and belongs to the indicator.

var (
	partnerWords = phrases["withpartner"]
	tradeWords   = phrases["trade"]
	tradeFirsts  = policy.WideSetOf(tradeWords.firsts() + "进出贸")
)

// partnerLen is how much of s tells whom is traded with, up to the word for the trade: 对|东盟|
// 进出口. 0 if s does not begin so.
func partnerLen(s string) int {
	w := partnerWords.prefix(s)
	if w == 0 {
		return 0
	}
	near := upToAny(upTo(s[w:], 75), "，；。、0123456789")
	for i := 6; i < len(near); i += runeLen(near[i]) {
		if tradeWords.prefix(near[i:]) > 0 && isPartner(strings.TrimSuffix(near[:i], "合计")) {
			return w + i
		}
	}
	return 0
}

// traded is the trade with the i-th of the n partners that [a, b) names in a row: 对欧盟、美国|分别|进出口.
func (p *passage) traded(a, b, i, n int) subject {
	from, to, what := p.partners(a, b)
	if what == 0 {
		return subject{}
	}
	w := partnerWords.prefix(p.s[from:to])
	for _, all := range [...]bool{false, true} {
		if parts := p.splitList(from+w, to, all); len(parts) == n {
			s := p.subjectAt(parts[i].Start, parts[i].End)
			return s.as(p.s[from:from+w]+s.words+p.s[what:b], policy.Span{Start: what, End: b})
		}
	}
	return subject{}
}

// partnersReach is how far behind the head of its clause 分别 may stand, in bytes.
const partnersReach = 600

// upToAny is s as far as the first of some marks.
func upToAny(s, marks string) string {
	if i := strings.IndexAny(s, marks); i >= 0 {
		return s[:i]
	}
	return s
}

// partners are the list [from, to) of whom is traded with in [a, b), and where what is done with each is named
// before or behind 分别; 0 where none is.
func (p *passage) partners(a, b int) (from, to, what int) {
	i := strings.Index(p.s[a:min(b, a+partnersReach)], "分别")
	if n := tradeWords.suffix(p.s[a:b]); i < 0 && n > 0 && partnerWords.prefix(p.s[a:b]) > 0 && isPartner(p.s[a:b-n]) {
		return a, b - n, b - n // 对东盟、欧盟|出口|分别增长
	}
	if i < 0 || tradeWords.prefix(p.s[a+i+len("分别"):b]) == 0 || !isPartner(p.s[a:a+i]) {
		return 0, 0, 0
	}
	for at := a; at < a+i; at += runeLen(p.s[at]) {
		if w := partnerWords.prefix(p.s[at : a+i]); w > 0 && !splitsWord(p.s[a:a+i], at-a) {
			return at, a + i, a + i + len("分别")
		}
	}
	return 0, 0, 0
}

// tradedBehind says whether clause c tells what is traded with each of those named before it: 分别|进出口62亿元、48亿元.
func (p *passage) tradedBehind(c int) bool {
	before, what, ok := strings.Cut(p.s[p.clauses[c].start:p.clauses[c].end], "分别")
	return ok && (tradeWords.prefix(what) > 0 || before != "" && tradeWords.suffix(before) == len(before))
}

// isPartner says whether s ends in a country, a group of them or a place.
func isPartner(s string) bool {
	if partnerEnds.suffix(s) > 0 {
		return true
	}
	for i := 0; i+6 <= len(s); i += runeLen(s[i]) {
		if placeLen(s[i:]) == len(s)-i {
			return true
		}
	}
	return false
}

// inTradeList says whether the place between head and what follows is one of a list of partners: 对欧盟、|美国|、日本进出口
// 分别为.
func inTradeList(head, behind string) bool {
	k := max(lastIndex(head, "对"), lastIndex(head, "与"))
	if k < 0 {
		return false
	}
	behind = upToAny(behind, "0123456789")
	return containsAny(behind, "进出口", "出口", "进口", "贸易") && (strings.Contains(head[k:], "、") || strings.Contains(behind, "、"))
}

// partner says whether the place [i, j) of the passage is traded with rather than spoken of.
func (w *walk) partner(i, j int) bool {
	p, c := w.p, &w.p.clauses[w.p.clauseAt(i)]
	head := p.s[c.start:i]
	if !tradeFirsts.In(p.s[c.start:c.end]) {
		return false // most often
	}
	if strings.Contains(p.s[i:c.end], "贸易伙伴") || (endsIn(head, "、", "和") || startsIn(p.s[j:], "、", "和")) && inTradeList(head, p.s[i:c.end]) {
		return true
	}
	if from, to, what := p.partners(c.start, c.end); what > 0 && from <= i && j <= to {
		return true
	}
	return tradeWords.prefix(strings.TrimPrefix(p.s[j:], "合计")) > 0 && (partnerWords.suffix(head) > 0 || strings.HasSuffix(head, "伙伴"))
}
