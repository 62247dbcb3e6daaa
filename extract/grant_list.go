package extract

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// shareOut is the recipient of figure k where several share a list of sums:
// 对省级数字化车间、智能工厂，分别给予50万元、100万元.
func (p *passage) shareOut(k int, who subject) subject {
	f := p.marks[k].fig
	if len(who.spans) == 0 {
		return who
	}
	short := p.shortRecipient(who)
	if f.group < 0 {
		return short
	}
	n := p.listLen(f.group)
	parts := p.partsOf(who, short, n)
	more := len(parts) > n // 国家级、省级实验室、研究中心: two grades of all that follows
	if more {
		parts = append(parts[:n-1:n-1], policy.Span{Start: parts[n-1].Start, End: parts[len(parts)-1].End})
	} else if len(parts) != n {
		return short
	}
	last := &parts[n-1]
	if i := lastIndex(p.s[last.Start:last.End], "（"); i > 0 && p.before(last.End, "）") {
		last.End = last.Start + i // 4A级、3A级|（不含分支机构）
	}
	if s, ok := p.shaped(parts, k-f.group); ok && (!more || gradeEnd(p.s[parts[0].Start:parts[0].End]) > 0) {
		return s
	} else if more {
		return short
	}
	w := parts[k-f.group]
	return p.subjectAt(p.trimLeft(w.Start, w.End), w.End)
}

// partsOf are the items of a list of recipients, or of its short form, n of them where it can be cut so.
func (p *passage) partsOf(who, short subject, n int) []policy.Span {
	parts := p.splitList(short.spans[0].Start, short.spans[0].End, false)
	for _, all := range [...]bool{false, true} {
		if len(parts) != n {
			parts = p.splitList(who.spans[0].Start, who.spans[0].End, all)
		}
	}
	return parts
}

// classOf is the class that figure k of a list of sums is given for, where the clause of the verb at byte verb
// tells the classes: 获奖的，按|一等奖、二等奖|分别给予30万元、20万元.
func (p *passage) classOf(k, verb int) subject {
	f, a := p.marks[k].fig, p.clauses[p.clauseAt(verb)].start
	n := len(p.afterAny(a, "按照", "按"))
	if f.group < 0 || n == 0 || a+n > verb {
		return subject{}
	}
	b := verb - len(p.beforeAny(verb, "一次性"))
	parts := p.splitList(a+n, b-len(p.beforeAny(b, "分别", "各", "依次")), true)
	if len(parts) != p.listLen(f.group) {
		return subject{}
	}
	return p.subjectAt(parts[k-f.group].Start, parts[k-f.group].End)
}

// casesOf is where the clause right before that of the verb at byte verb begins, where it tells as many cases as
// sums are given in the list of figure k, and the one that byte a stands in, behind 对, does not: 对评定合格的餐馆，|
// 年营业额突破100万元、300万元的|，分别给予2万元、5万元奖励. a elsewhere.
func (p *passage) casesOf(k, a, verb int) int {
	c, g := p.clauseAt(verb)-1, p.marks[k].fig.group
	if g < 0 || c < 0 || p.clauses[c].start <= a || !p.before(p.clauses[c].end, "的") {
		return a
	}
	n, at := p.listLen(g), p.clauses[p.clauseAt(a)]
	if len(p.splitList(a, at.end, false)) == n || len(p.splitList(p.clauses[c].start, p.clauses[c].end, false)) != n {
		return a
	}
	return p.clauses[c].start
}

// shaped reads a list inside a longer phrase by the shape of its items: in 评定为
// 国家级、省级、市级孵化器 the item 省级 shows where the first begins and the last ends.
func (p *passage) shaped(parts []policy.Span, i int) (subject, bool) {
	first, last := parts[0], parts[len(parts)-1]
	head, tail := p.sizesOf(first, last)
	whole := head > 0 && tail > 0 && head < first.Len() && first.Len()-head <= 66
	if n, m := p.placed(first, last); !whole && m > 0 && (len(parts) == 2 || parts[1].Len() == n) {
		head, tail, whole = n, m, true
	} else if head == 0 || tail == 0 {
		head, tail = p.itemEnds(parts)
	}
	if whole || tail == last.Len() && head > 0 && head < first.Len() && i > 0 {
		return p.ofSize(first, head, last, tail, parts[i]), true // 幼儿园评为一级、|二级|的
	}
	if head == 0 || tail == 0 || head > 36 || head > first.Len() || tail >= last.Len() {
		return subject{}, false
	}
	w := parts[i]
	if i == 0 {
		w.Start = w.End - head
	} else if w == last {
		w.End = w.Start + tail
	}
	rest := policy.Span{Start: last.Start + tail, End: last.End}
	return subject{p.s[w.Start:w.End] + p.s[rest.Start:rest.End], []policy.Span{w, rest}}, true
}

// itemEnds are the lengths of the item that the first of parts ends in and of the one that the last begins with: acts,
// grades, codes (国家|5A|、|4A|级景区), or what ends alike or is as long as those between. 0 where they show none.
func (p *passage) itemEnds(parts []policy.Span) (head, tail int) {
	first, last := parts[0], parts[len(parts)-1]
	if head, tail = p.actsOf(first, last); tail > 0 {
		return head, tail
	}
	words := p.s[first.Start:first.End]
	head, tail = gradeEnd(words), gradeBegin(p.s[last.Start:last.End])
	if n := len(words) - len(strings.TrimRight(words, codes)); head == 0 && n > 0 && tail == n+len("级") {
		return n, n
	}
	if head == 0 || tail == 0 {
		head, tail = p.alike(first, last)
	}
	if len(parts) > 2 && (head == 0 || tail == 0) {
		return p.asBetween(parts)
	}
	return head, tail
}

// asBetween are those lengths where the parts between are of one: 获得中级工、高级工、|技师证书|; 0 where they are not, or cut a word,
// or all end in one character: 规模以上工业企业、重点服务业、批发零售业企业; 经营许可证、卫生许可证、危险品运输许可证.
func (p *passage) asBetween(parts []policy.Span) (head, tail int) {
	first, last, n := parts[0], parts[len(parts)-1], parts[1].Len()
	for _, w := range parts[1 : len(parts)-1] {
		if w.Len() != n {
			return 0, 0
		}
	}
	if !splitsInto(p.s[first.Start:first.End], first.Len()-n) || n < last.Len() && !utf8.RuneStart(p.s[last.Start+n]) || p.lastChar(first) == p.lastChar(last) {
		return 0, 0
	}
	for tail = n; tail < last.Len() && splitsWord(p.s[last.Start:last.End], tail); {
		tail += len("字")
	}
	return n, tail
}

// splitsInto says whether s may be cut at byte i: between two words, or it is no longer.
func splitsInto(s string, i int) bool {
	return i <= 0 || i >= len(s) || utf8.RuneStart(s[i]) && !splitsWord(s, i)
}

// alike are the lengths of what first is and last begins with, where both end in one character and last goes on
// to who has them: 获得|中国质量奖|、|省长质量奖|的组织, |主板|、|科创板|上市的企业, |中度|、|重度|失能老人. 0 where they are none.
func (p *passage) alike(first, last policy.Span) (head, tail int) {
	a := first.Start + verbal.prefix(p.s[first.Start:first.End])
	if i := lastIndex(p.s[a:first.End], "的"); i > 0 {
		a += i + len("的") // 新获评的|金叶级
	}
	char := p.lastChar(first)
	tail = len(char) + strings.Index(p.s[last.Start:last.End], char)
	if tail < 6 || first.End-a < 6 || people.suffix(p.s[a:first.End]) > 0 || splitsWord(p.s[:last.End], last.Start+tail) || char != "级" && !strings.Contains(p.s[last.Start+tail:last.End], "的") && people.suffix(p.s[last.Start+tail:last.End]) == 0 {
		return 0, 0
	}
	return first.End - a, tail
}

// lastChar is the character that w ends with.
func (p *passage) lastChar(w policy.Span) string {
	return p.s[w.Start+lastRuneAt(p.s[w.Start:w.End]) : w.End]
}

// placed are the lengths of the places in an order that first ends in and last begins with:
// 科技奖|一|、|二|等奖的单位. 0 where they are none.
func (p *passage) placed(first, last policy.Span) (head, tail int) {
	const places = "特一二三四五甲乙"
	if first.Len() < 3 || last.Len() < 6 || !strings.Contains(places, p.s[first.End-3:first.End]) || !strings.Contains(places, p.s[last.Start:last.Start+3]) {
		return 0, 0
	}
	return 3, 3 * btoi(p.afterAny(last.Start+3, "等", "级", "类", "档") != "")
}

// nextGrade is a grade with what the one before, which was given the same, is the grade of: 实验室获批国家级的奖励50万元，
// |省级|的奖励20万元.
func nextGrade(grade, before subject, what string) subject {
	stem, ok := strings.CutSuffix(before.words, what)
	if n := gradeEnd(stem); ok && n > 0 && n < len(stem) {
		return grade.as(stem[:len(stem)-n]+grade.words, before.spans...)
	}
	return grade
}

// gradeEnd is the length of the rank that s ends in, gradeBegin of the one that it begins
// with: 入选国家|、|省“英才计划”的专家; 评为5A级|、|4A级景区. 0 where there is none.
func gradeEnd(s string) int {
	if n := grades.suffix(s); n > 0 {
		return n
	}
	if endsIn(s, "级", "类", "档") {
		if code := strings.TrimRight(s[:len(s)-3], codes); len(code) < len(s)-3 {
			return len(s) - len(code)
		}
	}
	return 3 * btoi(endsIn(s, "省", "市"))
}

func gradeBegin(s string) int {
	return max(rankLen(s), 3*btoi(startsIn(s, "省", "市", "县", "区") && !startsIn(s, "市场", "市民", "市政", "县域", "区域", "区块")))
}

// rankLen is the length of the rank that s begins with: 省级, 5A级. 0 where there is none.
func rankLen(s string) int {
	if n := grades.prefix(s); n > 0 {
		return n
	}
	if s == "" || s[0] >= 0x80 && normalize.HanDigit(s) == 0 {
		return 0
	}
	if code := strings.TrimLeft(s, codes); len(code) < len(s) && startsIn(code, "级", "类", "档") {
		return len(s) - len(code) + 3
	}
	return 0
}

// codes are the characters that ranks go by: 5A级, B类, 五星级.
const codes = "0123456789ABCDEF+一二三四五六七八九十星"
