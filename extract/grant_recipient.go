package extract

import (
	"strings"

	"shuzheng/normalize"
)

// recipient is who or what is helped: behind 对 or before the verb of giving.
func (p *passage) recipient(k, from, verb int) subject {
	given := giveLexicon.prefix(p.s[verb:])
	bare, each := p.rewarded(verb+given, k)
	if bare.words != "" && bare.words != "企业" && !strings.HasPrefix(bare.words, "该") && (each && lastWhole(p.s[from:verb], "对") < 0 || !each && !oneOf(p.s[verb:verb+given], giveWords)) {
		return bare
	}
	from, verb = p.withoutBase(from, verb)
	from = p.behindSums(from, verb)
	if c := max(from, p.clauses[p.clauseAt(verb)].start); p.namesAll(c, verb) {
		from = c
	}
	a, head := p.behindFor(from, verb), p.s[from:verb]
	if i, j := strings.Index(head, "对"), strings.Index(head, "的支持力度"); a == from && i > 0 && j > i {
		return p.subjectAt(from+i+len("对"), from+j) // 加强对|服务综合体|的支持力度，给予
	}
	a = p.casesOf(k, p.whoBehindTerms(a, verb), verb)
	return p.whoIn(p.withoutTerms(a, p.whoUntil(a, verb)))
}

// singles are words for one of those who are each given so much.
var singles = newLexicon([]string{"每家", "每个", "每户", "单个", "单家", "单户", "同一"})

// namesAll says whether the clause that begins at byte c names before byte verb all who are helped: 生活补贴最长发放36个月，
// |每家企业|最高奖励50万元; 首次购房的，|博士、硕士|分别给予.
func (p *passage) namesAll(c, verb int) bool {
	n := singles.prefix(p.s[c:])
	return n > 0 && verb-c >= len("每家企业") && p.afterAny(c+n, "分别", "一次性") == "" || strings.Contains(p.s[c:verb], "、") && strings.Contains(p.s[c:verb], "分别")
}

// behindFor is where the name of who is helped begins before byte verb, behind 对 or 支持 or with the clause, from where none does.
func (p *passage) behindFor(from, verb int) int {
	for _, w := range [...]string{"对", "支持", "鼓励"} {
		i := from + lastWhole(p.s[from:verb], w)
		if i >= from && p.beforeAny(i, "加大", "强化", "加强") == "" && !p.after(i+len(w), "力度") {
			return i + len(w)
		}
	}
	if p.after(from, "对应届") {
		return from + len("对") // 对|应届博士
	}
	return p.nearestWho(from, verb)
}

// whoIn is who is helped in [a, b), without asides (领军人才|（B类，名单见附件）), what bounds or counts the sum (改建床位|每张) and
// shares: 按设备购置额的10%给予奖补 names no recipient.
func (p *passage) whoIn(a, b int) subject {
	if i := lastIndex(p.s[a:b], "（"); i > 0 && p.before(b, "）") && strings.Contains(p.s[a+i:b], "，") {
		b = a + i
	}
	b -= len(p.beforeAny(b, "最高", "最多", "另", "再", "额外", "另外", "依次", "的依次")) * btoi(b > a)
	for n := p.eachBefore(b); n > 0 && n < b-a; n = p.eachBefore(b) {
		b -= n
	}
	if i := lastIndex(p.s[a:b], "）"); i >= 0 && b-a-i > 12 && !p.keepsAside(a, a+i) {
		a += i + len("）") // 企业（含材料、装备等环节）购置设备
	}
	a = p.trimLeft(a, b)
	if i := strings.Index(p.s[a:b], "按"); i > 0 && strings.Contains(p.s[a+i:b], "%") {
		b = a + i
	} else if i := strings.Index(p.s[a:b], "%"); i >= 0 && !p.boundsShare(a+i) {
		b = a
	}
	return p.subjectAt(a, p.trimTail(a, b))
}

// boundsShare says whether the share whose sign stands at byte i bounds who is meant: 上座率50%—60%|的.
func (p *passage) boundsShare(i int) bool {
	k := p.markFrom(i)
	if p.figureAt(k) == nil || !p.isRange(k) {
		return false
	}
	start := p.clauses[p.marks[k].fig.clause].start
	return start < i && !strings.Contains(p.s[start:i], "按")
}

// nearestWho is where the clause begins that names people right before byte verb, or the one before that where it
// says no more than 每人每月, behind the one at byte a: 低保家庭中，|80岁以上老人|，每人每月补贴. a where none does.
func (p *passage) nearestWho(a, verb int) int {
	c := p.clauseAt(verb)
	end := p.trimTail(p.clauses[c].start, p.beforeEach(verb))
	if end == p.clauses[c].start && c > 0 && p.clauses[c-1].start > a {
		c--
		end = p.clauses[c].end
	}
	if from := p.clauses[c].start; from > a && end-from >= 6 && isWho(p.s[from:end]) {
		return from
	}
	return a
}

// withoutTerms narrows [a, b), who is helped, where that goes on to say on which terms: 实施产业化项目|并完成投资
// 1000万元, 完成登记并正常经营2年以上的|小微企业, 博士|在企业工作满一年后; not 新建并存栏600头以上母猪的. Nobody is
// in 登记后半年内可.
func (p *passage) withoutTerms(a, b int) (int, int) {
	if i := strings.Index(p.s[a:b], "并"); i > 0 && verbs.suffix(p.s[a:a+i]) < i && strings.ContainsAny(p.s[a+i:b], "0123456789") {
		if who := a + lastIndex(p.s[a:b], "的") + len("的"); who > a+i && b-who >= 6 {
			return who, b
		}
		b = a + i
	}
	if k := p.markFrom(b - len("年内")); p.figureAt(k) != nil && p.marks[k].end+len("内") == b && p.marks[k].start-a >= 6 && isWho(p.s[a:p.marks[k].start]) {
		return a, p.marks[k].start // 博士、硕士|5年内
	}
	if endsIn(strings.TrimRight(p.s[a:b], "可以"), "年内", "月内", "日内", "年后", "月后") {
		b = a + max(strings.Index(p.s[a:b], "在"), 0)
		return a + (b-a)*btoi(payees.suffix(p.s[a:b]) == 0), b
	}
	return a, b
}

// behindSums moves from to the clause of the verb at byte verb where that names who is helped
// and sums were given before it: 入库满一年给予2万元，|完成股改|给予3万元.
func (p *passage) behindSums(from, verb int) int {
	at := p.clauseAt(verb)
	c := p.clauses[at]
	met := verb-c.start < 9 && c.start > from && endsIn(p.s[:p.clauses[at-1].end], "的")
	if met {
		c = p.clauses[at-1] // 奖励20万元，|整体迁入的，给予10万元奖励
	}
	if c.start <= from || verb-c.start < 9 || p.ofYear(verb) {
		return from
	}
	for k := p.markFrom(from); k < len(p.marks) && p.marks[k].end <= c.start; k++ {
		if f := p.marks[k].fig; f != nil && p.marks[k].start >= from && f.kind == normalize.CurrencyUnit && giveLexicon.in(p.s[p.clauses[f.clause].start:p.clauses[f.clause].end]) {
			if a := p.trimLeft(c.start, verb); verb-a >= 6 && (met || steps.prefix(strings.TrimPrefix(strings.TrimPrefix(p.s[a:verb], "每"), "多")) > 0 || p.afterAny(a, "按", "按照", "单个", "同一", "每", "省级", "市级", "区级", "县级", "省财政", "市财政", "区财政", "县财政", "财政", "高新区") == "" || !p.cutsRecipient(a, verb)) {
				return c.start
			}
			break
		}
	}
	return from
}

// whoUntil is where ends who is named from byte a on, before the verb of giving.
func (p *passage) whoUntil(a, verbAt int) int {
	b := a
	for b < verbAt && !strings.Contains("，；。", p.nextRune(b)) {
		if n := bracketLen(p.s[b:verbAt]); n > 0 && b > a {
			b += n
			continue
		}
		if b-a >= 6 && p.afterIn(b, givers) != "" && p.afterAny(b, "按规定", "按时", "按期", "按要求") == "" && p.cutsRecipient(b, verbAt) {
			break
		}
		b += runeLen(p.s[b])
	}
	return b
}

// givers begin what is said of who gives and how, behind who is helped.
var givers = phrases["giver"]

// withoutBase leaves what is given already out of [from, verbAt): 在市级奖励的基础上，|再给予.
func (p *passage) withoutBase(from, verbAt int) (int, int) {
	i := lastIndex(p.s[from:verbAt], "基础上")
	if i < 0 {
		return from, verbAt
	}
	c := p.clauses[p.clauseAt(from+i)]
	if at := lastIndex(p.s[c.start:from+i], "在"); at > 0 && lastWhole(p.s[c.start:c.start+at], "对") >= 0 {
		return from, c.start + at // 对新认定的孵化器|在市级奖励的基础上再给予
	}
	if c.start <= from {
		return from + i + len("基础上"), verbAt
	}
	return from, c.start
}

// rewarded are those who alone stand between byte i and figure k, or its list, and whether each of them is
// counted: 分别奖励|企业经营团队|50万元、80万元; 给予|每台电梯|8万元补贴.
func (p *passage) rewarded(i, k int) (who subject, each bool) {
	if g := p.marks[k].fig.group; g >= 0 {
		k = g
	}
	b := p.marks[k].start
	b -= len(p.beforeAny(b, "最高", "不超过", "最高不超过", "最多", "一次性", "各"))
	b -= len(p.beforeAny(b, "现金", "人民币"))
	if b-i < 6 || b-i > 36 || strings.ContainsAny(p.s[i:b], "，、；（的0123456789") {
		return subject{}, false
	}
	n := len(p.afterAny(i, "每台", "每个", "每家", "每户", "每名", "每位", "每辆", "每套", "每所", "每座"))
	if n > 0 && (b-i-n < 6 || containsAny(p.s[i:b], "分别", "企业", "单位")) ||
		n == 0 && (!isWho(p.s[i:b]) || strings.Contains(p.s[i:b], "每")) {
		return subject{}, false
	}
	return p.subjectAt(i, b), n > 0
}

// whoBehindTerms is where the clause begins that names who is helped, where the one that byte a stands in,
// behind 对, only says on which terms: 对连片种植300亩以上，|套种豆类的大户|，每亩给予. a elsewhere.
func (p *passage) whoBehindTerms(a, verbAt int) int {
	at := p.clauseAt(a)
	if c := p.clauses[p.clauseAt(verbAt)]; c.start > a && !isWho(p.s[:p.clauses[at].end]) {
		if i := lastIndex(p.s[c.start:verbAt], "的"); i > 0 && isWho(p.s[c.start+i:verbAt]) {
			return c.start // 对与企业签订合同，|面积达千亩的农场|给予补助
		}
	}
	if !p.boundedClause(at) && p.afterAny(a, "符合", "满足", "具备") == "" {
		return a
	}
	for c := p.clauseAt(verbAt) - 1; c > at; c-- {
		words := p.s[p.clauses[c].start:p.clauses[c].end]
		if i := lastIndex(words, "的"); i > 0 && len(words)-i >= 9 && !strings.ContainsAny(words[i:], "0123456789") {
			return p.clauses[c].start
		}
	}
	return a
}

// keepsAside says whether the bracket that closes at byte i, and opens behind byte a, belongs
// to a word (绿色（设计）产品) or to a figure (年营业收入300万元（含300万元）至500万元).
func (p *passage) keepsAside(a, i int) bool {
	j := a + lastIndex(p.s[a:i], "（")
	if j <= a || i-j <= 5*len("字") {
		return true
	}
	k := p.markFrom(j - 1)
	return k < len(p.marks) && p.marks[k].fig != nil && p.marks[k].start < j
}

// shortRecipient is the head of a long recipient: 在园区连续就业满1年的青年 → 青年.
func (p *passage) shortRecipient(who subject) subject {
	a, b := who.spans[0].Start, who.spans[0].End
	if i := lastIndex(p.s[a:b], "的"); i > 0 && b-a > 48 && b-a-i > 9 {
		a += i + len("的")
	}
	return p.subjectAt(a, b)
}

// cutsRecipient says whether the recipient ends at byte b: 省级 and 市级 do so only
// as those who give (省级给予, 省级按照).
func (p *passage) cutsRecipient(b, verbAt int) bool {
	w := p.afterAny(b, "省级", "市级", "区级")
	return w == "" || b+len(w) == verbAt || p.afterAny(b+len(w), "给予", "按", "分别", "一次性", "财政", "最高", "奖励", "补助") != ""
}

// lastWhole is where the word w stands last in s as a word of its own, -1 if it
// does not.
func lastWhole(s, w string) int {
	for end := len(s); ; {
		i := lastIndex(s[:end], w)
		if i < 0 || !splitsWord(s, i) && !splitsWord(s, i+len(w)) {
			return i
		}
		end = i
	}
}
