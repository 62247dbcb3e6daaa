package extract

import (
	"strings"

	"shuzheng/normalize"
)

// What a title, a heading or the words that a standard was set with say of what is told behind them.

// titleOf is what the title before ： says that figure k is of, or the words that a standard was set with: 租房
// 补贴的标准为：博士1500元、硕士1000元; 租房补贴标准为博士每月1500元、|硕士|每月1000元.
func (p *passage) titleOf(k int) subject {
	f, c := p.marks[k].fig, p.marks[k].fig.clause-1
	if f.kind == normalize.CurrencyUnit {
		from := p.sentenceStart(f.clause)
		if i := lastIndex(p.s[from:p.marks[k].start], "标准为"); i >= 0 {
			b := from + i + len("标准")
			from = p.clauses[p.clauseAt(b)].start
			return p.subjectAt(p.afterVerb(p.trimLeft(from, b), b), b)
		}
	}
	for c > 0 && p.clauses[c].stop != '。' && p.clauses[c].stop != '：' {
		c--
	}
	if c < 0 || p.clauses[c].stop != '：' {
		return p.headingOf(k)
	}
	if p.figureIn(p.clauses[c]) {
		return subject{}
	}
	a, b := p.clauses[c].start, p.clauses[c].end
	for n := 1; n > 0; b -= n {
		n = len(p.beforeAny(b, "为", "如下", "是", "分别", "具体"))
	}
	a = p.afterVerb(p.trimLeft(a, b), b)
	counted := titles.suffix(p.s[a:b]) > 0
	if b-a < 6 || !counted && (f.kind == normalize.CountUnit || max(standards.suffix(p.s[a:b]), benefits.suffix(p.s[a:b]), fees.suffix(p.s[a:b])) == 0) {
		return subject{}
	}
	s := p.subjectAt(a, b)
	s.words = strings.Replace(s.words, "的", "", 1)
	return s
}

// titles end what a title says is counted or set as a share.
var titles = phrases["title"]

// headingOf is what the heading over the paragraph says is given to those whom a sum is told of: （一）租房补贴, 博士
// 每月1500元. It stands in no place of the passage.
func (p *passage) headingOf(k int) subject {
	if p.above == nil || p.marks[k].fig.kind != normalize.CurrencyUnit {
		return subject{}
	}
	a, b := p.prefix(k)
	if a, b = p.trim(a, b, p.marks[k].fig); a >= b || max(people.suffix(p.s[a:b]), gradeEnd(p.s[a:b])) == 0 && !endsIn(p.s[a:b], "士", "生", "师", "工", "户", "员", "者", "本科", "专科", "奖") {
		return subject{}
	}
	s := normalize.Fold(p.above.Text).String()
	if i := strings.IndexAny(s, "、）.） "); i > 0 && i <= len("（十一") {
		s = s[i+runeLen(s[i]):]
	}
	s = strings.Trim(s, "。：: ")
	if n := max(benefits.suffix(s), standards.suffix(s), fees.suffix(s)); n == 0 || len(s) > 15*len("字") || verbs.prefix(s) > 0 || weak.prefix(s) > benefits.prefix(s) || startsIn(s, "加大", "提高", "强化", "优化", "给予", "享受") || strings.ContainsAny(s, "，、和") {
		return subject{}
	}
	p.title = s
	return subject{words: s}
}

// behindSame is t without what it begins with where s ends in that: 中度失能|失能人员护理补贴.
func behindSame(s, t string) string {
	for n := 6; n <= min(len(s), len(t)); n += 3 {
		if s[len(s)-n:] == t[:n] {
			return t[n:]
		}
	}
	return t
}

// heldFor is the standard s of those whom byte i names, where it is told for whom it holds: 租房补贴标准为|博士|每月1500元.
func (p *passage) heldFor(k, i int, s subject) subject {
	a, b := p.trim(i, p.marks[k].fig.num.Start, p.marks[k].fig)
	if b-a < 6 || heads.suffix(p.s[a:b]) > 0 && people.suffix(p.s[a:b]) == 0 || measured(p.s[a:b]) {
		return s
	}
	who := p.subjectAt(a, b)
	return who.as(who.words+s.words, s.spans...)
}
