package extract

import "strings"

// What is given, and where it is named.

// givenBehind is the benefit that stands between the verb of giving that ends at byte i and
// figure k, with nothing else: 给予|安家补助|30万元.
func (p *passage) givenBehind(k, i int) subject {
	a, b := p.prefix(k)
	if a > i {
		return subject{} // 给予30万元安家费、每月|3000元
	}
	if a, b = p.trim(a, b, p.marks[k].fig); a < i && b > i {
		a = i // 每人发放|生活补贴|2万元
	}
	if a < i || a > i+len("一次性") || b-a > 24 || benefits.suffix(p.s[a:b]) == 0 || benefits.suffix(p.s[a:b]) == b-a && b-a == 6 {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// givenBy is the benefit that is given by the verb behind figure k.
func (p *passage) givenBy(k int) subject {
	if g := p.marks[k].fig.group; g >= 0 {
		k = g + p.listLen(g) - 1
	}
	m := &p.marks[k]
	end := p.clauses[m.fig.clause].end
	if a, b := p.prefix(k); end > m.end && benefits.prefix(p.s[m.end:end]) == end-m.end && strings.Index(p.s[a:b], "按") >= 6 {
		return p.subjectAt(m.end, end) // 渔船拆解按每总吨3000元|补助
	}
	for _, w := range [...]string{"给予", "予以", "领取", "进行", "发放"} {
		i := strings.Index(p.s[m.end:end], w)
		from := m.end + i + len(w)
		if n := len("的标准，"); p.after(m.end, "的标准，") && p.after(m.end+n, w) {
			i, from = 0, m.end+n+len(w) // 按20元/平方米的标准，给予补助
		}
		if i >= 0 && i <= len("的资助标准") {
			if end := p.benefitEnd(from, k); end > from {
				return p.subjectAt(from, end)
			}
		}
	}
	return subject{}
}

// namesNothing says whether only per-head words lead to figure k: 按每人每天.
func (p *passage) namesNothing(k int) bool {
	first, b := p.prefix(k)
	a, b := p.trim(first, b, p.marks[k].fig)
	return b-a < 6 || startsIn(p.s[a:b], "每", "进行每") || p.eachBefore(p.marks[k].start) > 0 && strings.Contains(p.s[first:b], "按") || endsIn(p.s[:p.beforeEach(p.marks[k].start)], "按", "按照") && isWho(p.s[a:b])
}

// boundedClause says whether clause c ends in a figure that a bound stands behind: 库容500立方米以上，.
func (p *passage) boundedClause(c int) bool {
	k := p.markFrom(p.clauses[c].end) - 1
	return k >= 0 && p.marks[k].fig != nil && p.marks[k].end > p.clauses[c].start && p.figureEnd(&p.marks[k]) == p.clauses[c].end
}

// namesBenefit says whether the words before figure k name the benefit in full
// already: 每个企业租金补贴每年不超过5万元.
func (p *passage) namesBenefit(k int) bool {
	a, b := p.prefix(k)
	if i := lastIndex(p.s[a:b], "基础上"); i > 0 {
		a += i + len("基础上") // 市级在省级奖补基础上|一次性奖补
	}
	a, b = p.trim(a, b, p.marks[k].fig)
	if a += max(len(p.afterAny(a, "最高", "最低", "最多")), yearLen(p.s[a:max(a, b)])); a >= b {
		return false
	}
	sum := len(p.beforeAny(b, "额度", "总额", "金额", "标准", "额"))
	b -= sum
	n := benefits.suffix(p.s[a:b])
	return n > 0 && p.beforeAny(b-n, "再", "另", "额外", "的一次性") == "" && (b-a-n-p.eachBefore(b-n) >= 6 || sum >= len("金额")) && !containsAny(p.s[a:b], "给予", "予以")
}

// benefitOf is what is given: named behind the sum, or before it behind the verb.
func (p *passage) benefitOf(k, from int) subject {
	if s := p.nextBenefit(k, from); s.words != "" {
		return s
	}
	at, last := p.behindSum(k)
	if end := p.benefitEnd(at, last); end > at {
		return p.subjectAt(at, end)
	}
	if s := p.shareBenefit(last, from); s.words != "" {
		return s
	}
	m, end := &p.marks[k], from
	limit := min(m.start, p.firstFigure(from))
	for end < limit && !strings.Contains("，；。、：（", p.nextRune(end)) {
		end += runeLen(p.s[end])
	}
	if a, b := p.trim(from, end, m.fig); b > a && p.benefit(a, b) {
		return p.subjectAt(a, b)
	}
	if n := benefits.suffix(p.s[from:end]); n > 0 && (end == limit || p.after(end, "，") && p.unnamed(last)) {
		return p.subjectAt(end-n, end) // 给予|奖励|30万元
	}
	return subject{}
}

// behindSum is where the sum of figure k ends with the further ones right behind it, and the last of them: 50万元（复评20万元）|的奖励.
func (p *passage) behindSum(k int) (at, last int) {
	for at = p.marks[k].end; ; {
		if n := max(len(p.afterAny(at, "、", "的", "和", "、连续", "）")), bracketLen(p.s[at:])); n > 0 {
			at += n
		} else if p.figureAt(k+1) != nil && p.marks[k+1].start == at {
			at, k = p.marks[k+1].end, k+1
		} else {
			return at + p.boundAfterLen(at), k
		}
	}
}

// silent says whether [a, b), the words before figure k, name nothing that it measures.
func (p *passage) silent(a, b, k int) bool {
	a, b = p.trim(a, b, p.marks[k].fig)
	return a >= b
}

// unnamed says whether the words before figure k name nothing that it measures, or no more than a rank.
func (p *passage) unnamed(k int) bool {
	a, b := p.prefix(k)
	return p.silent(a, b, k) || rankLen(p.s[a:b]) == b-a
}

// shareBenefit is the benefit named behind a share that stands between byte from and figure
// k, its cap: 给予购房款的5%|一次性补助|，最高200万元.
func (p *passage) shareBenefit(k, from int) subject {
	if a, b := p.prefix(k); !p.silent(a, b, k) {
		return subject{}
	}
	for j := p.markFrom(from); j < k; j++ {
		if f := p.marks[j].fig; f == nil || f.Unit != "%" || p.marks[j].start < from {
			continue
		}
		at := p.marks[j].end
		at += len(p.afterAny(at, "的"))
		if end := p.benefitEnd(at, j); end > at {
			return p.subjectAt(at, end)
		}
	}
	return subject{}
}

// nextBenefit is the benefit named between figure k and the one before it, where that is
// given by the same verb: 给予安家补助30万元、|购房补贴|20万元.
func (p *passage) nextBenefit(k, from int) subject {
	a, b := p.prefix(k)
	if a <= from || k == 0 || p.marks[k-1].fig == nil || a == p.marks[k-1].end && p.afterAny(a, joiners...) == "" {
		return subject{} // 给予30万元安家费、每月|3000元
	}
	a, b = p.trim(a, b, p.marks[k].fig)
	if n := benefits.suffix(p.s[a:b]); n == 0 || b-a > 24 || n < 12 && n == b-a {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// benefitEnd is where the benefit that is named at byte i ends: behind the last word
// of giving before the phrase does, i if it names none.
func (p *passage) benefitEnd(i, k int) int {
	limit := max(p.clauses[p.marks[k].fig.clause].end, p.clauses[p.clauseAt(i)].end)
	limit = min(limit, p.nextFigure(k, i))
	end := i
	for at := i; at < limit && at-i <= 54 && !strings.Contains("、（）", p.nextRune(at)); {
		if n := benefits.prefix(p.s[at:limit]); n > 0 {
			at += n
			end = at
		} else {
			at += runeLen(p.s[at])
		}
	}
	return end
}
