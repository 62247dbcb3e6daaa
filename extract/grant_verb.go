package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
)

// The verb of giving, and what it is told by.

// giveWords promise a benefit; the later ones only where a sum, a bound or the end
// of the clause follows (奖励最高50万元), not in 奖励资金.
var (
	giveWords = []string{"给予", "予以", "领取"}
	giveNouns = []string{"奖励", "补助", "补贴", "资助", "奖补", "补偿", "贴息", "扶持", "配套", "返还", "增补"}

	giveLexicon = newLexicon(slices.Concat(giveWords, giveNouns))
)

// takes are the verbs of those who are given something.
var takes = newLexicon([]string{"申请", "申领", "享受", "获得", "可获", "得到", "获取", "领取"})

// giveVerb is the last word of giving in [from, to) and where it stands, -1 if none.
func (p *passage) giveVerb(from, to int) (at int, w string) {
	if at, w = p.handsOut(from, p.markAt(to)); at >= 0 {
		return
	}
	if at, w = p.takenInShares(from, p.markAt(to)); at >= 0 {
		return
	}
	if w = p.beforeAny(to, "奖", "补"); w != "" && p.startsPromise(to-len(w), from) {
		return to - len(w), w // 分别|奖|5万元、3万元
	}
	if giveLexicon.in(p.s[from:to]) {
		return p.promised(from, to)
	}
	return -1, ""
}

// promised is that word where it is one of giveWords, or behind it in a clause of its own one of giveNouns:
// 给予行政处罚的，最高|奖励|50万元. -1 if none does.
func (p *passage) promised(from, to int) (at int, w string) {
	at = -1
	for _, g := range giveWords {
		if i := from + lastIndex(p.s[from:to], g); i >= from && i > at {
			at, w = i, g
		}
	}
	if at >= 0 {
		i := lastIndex(p.s[at:to], "，")
		if i < 0 {
			return at, w
		}
		from = at + i + len("，")
	}
	for _, g := range giveNouns {
		i := from + lastIndex(p.s[from:to], g)
		if i >= from && i > at && p.startsPromise(i, from) && p.givesOn(i+len(g), to) {
			at, w = i, g
		}
	}
	return at, w
}

// longer are what those words of giving leave out that are one character.
var longer = map[string]string{"奖": "励", "补": "助"}

// handsOut is the verb of the clause of figure k that each of those is handed a benefit with that stands beside the sum, or
// none, and where it stands: 孤儿每人每月|发放|1100元生活费, 老年人，每人每月可|享受|高龄津贴60元. -1 if there is none.
func (p *passage) handsOut(from, k int) (at int, w string) {
	m := &p.marks[k]
	from = max(from, p.clauses[m.fig.clause].start)
	b := m.start
	if handed.suffix(p.s[from:b]) == 0 {
		b = max(from, p.beforeEach(b)) // 享受|每生每年|1000元补助
	}
	if max(handed.suffix(p.s[from:b]), benefits.suffix(p.s[from:b])) == 0 {
		return -1, "" // most often
	}
	i, n := handed.lastIn(p.s[from:b])
	if at = from + i; n == 0 {
		return -1, ""
	}
	what := p.s[at+n : b]
	if each := at - len(p.beforeAny(at, "可以", "可")); b == m.start && p.eachBefore(each) == 0 || strings.ContainsAny(what, "，、0123456789") ||
		len(what) > 12*len("字") || what == "" && !p.endsClause(m.end) && p.benefitEnd(m.end, k) == m.end {
		return -1, ""
	}
	return at, p.s[at : at+n]
}

// handed are the verbs of benefits that each of some people is handed.
var handed = newLexicon([]string{"发放", "领取", "享受"})

// takenInShares is the verb in the sentence from byte from on of those who get a list of sums that figure k is in,
// and where it stands: 博士和硕士分别可|获得|3万元和1万元补贴. -1 if there is none.
func (p *passage) takenInShares(from, k int) (at int, w string) {
	g := p.marks[k].fig.group
	if g < 0 || p.marks[g].start < from {
		return -1, ""
	}
	i, n := takes.lastIn(p.s[from:p.marks[g].start])
	if at = from + i; n == 0 || p.beforeAny(at, "分别", "分别可", "分别可以") == "" {
		return -1, ""
	}
	last := g + p.listLen(g) - 1
	behind := p.marks[last].end + len(p.afterAny(p.marks[last].end, "的"))
	if between := p.s[at+n : p.marks[g].start]; benefits.suffix(between) == 0 && (between != "" || p.benefitEnd(behind, last) == behind) {
		return -1, ""
	}
	return at, p.s[at : at+n]
}

// taker are those before the verb right before figure k who are given it: |硕士研究生|可享受3万元补贴.
func (p *passage) taker(k int) subject {
	a, b := p.prefix(k)
	i, n := takes.lastIn(p.s[a:b])
	if n == 0 || p.trimTail(a+i+n, p.beforeEach(b)) > a+i+n {
		return subject{}
	}
	b = a + i - len(p.beforeAny(a+i, "可以", "均可", "可"))
	if a = p.trimLeft(a, b); b-a < 6 || !isWho(p.s[a:b]) {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// givesOn says whether what is given, or to whom, follows at byte i upon a word of giving, before the figure at byte to.
func (p *passage) givesOn(i, to int) bool {
	if i == to || p.s[i]-'0' < 10 || p.afterAny(i, "最高", "不超过", "每", "一次性", "，", "：", "金额", "给", "现金", "人民币", "达", "可达") != "" {
		return true
	}
	who, _ := p.rewarded(i, p.markAt(to))
	return who.words != ""
}

// startsPromise says whether a word of giving at byte i is the verb of its clause
// (每人补贴500元, 一次性奖励5万元), not the end of a noun (发放技能补贴500万元).
func (p *passage) startsPromise(i, from int) bool {
	if k := p.markFrom(i - 1); k < len(p.marks) && p.marks[k].end == i && p.marks[k].fig != nil {
		return p.marks[k].fig.kind != normalize.CurrencyUnit || !p.after(i+len("奖补"), "，") // 每增加1万美元|奖励300元, but 每亩90元|奖补，拨款60万元
	}
	return i == from || p.eachBefore(i) > 0 || p.ofYear(i) || p.beforeAny(i, "，", "；", "。", "：", "（", "一次性", "财政", "再", "分别", "依次", "各", "可", "予以", "额外", "另", "按", "标准", "省级", "市级", "区级", "县级", "名", "个", "家", "的", "最高", "最低", "最多") != ""
}

// ofYear says whether no more stands before byte i in its clause than in which year something is given:
// 第一年|补助5万元.
func (p *passage) ofYear(i int) bool {
	c := p.clauses[p.clauseAt(i)].start
	return i > c && yearLen(p.s[c:i]) == i-c
}

// eachBefore is the length of the word for each of those counted that ends at byte i: 每张, 每平方米. 0 where
// none does.
func (p *passage) eachBefore(i int) int {
	from := max(0, i-len("每个标准展位"))
	if k := lastIndex(p.s[from:i], "每"); k >= 0 && !strings.ContainsAny(p.s[from+k:i], "，、；的0123456789") {
		return i - from - k
	}
	return 0
}

// namesEach says whether the verb at byte i only says of what each gets the benefit that is promised, and what
// stands before, from byte from on, who: 对农户，|每亩补助; 改建床位|每张补助; 玉米种植|每亩补助.
func (p *passage) namesEach(from, i int) bool {
	c := p.clauseAt(i)
	n := p.eachBefore(i)
	return n > 0 && (i-n-p.clauses[c].start >= 6 || c > p.clauseAt(from) && (p.opensCase(from) || p.before(p.clauses[c-1].end, "的") || p.boundedClause(c-1)))
}
