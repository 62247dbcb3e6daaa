package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// What a title, a heading or the words that a standard was set with say of what is told behind them.

// titleOf is what the title before ： says that figure k is of, or the words that a standard was set with: 租房
// 补贴的标准为：博士1500元、硕士1000元; 租房补贴标准为博士每月1500元、|硕士|每月1000元.
func (p *passage) titleOf(k int) subject {
	f := p.marks[k].fig
	if a, b := p.setWith(k); b > a {
		return p.subjectAt(p.afterVerb(p.trimLeft(a, b), b), b)
	}
	c := p.titleBefore(f.clause)
	switch {
	case c < 0:
		return p.headingOf(k)
	case p.figureIn(p.clauses[c]):
		if c == 0 || !endsIn(p.s[:p.clauses[c].end], "档", "档次", "类", "等级") || p.figureIn(p.clauses[c-1]) {
			return subject{}
		}
		return p.standardIn(c-1, f) // 最低工资标准从4月起执行，分为四档：
	case p.clauses[c].stop != '：' && p.pricedBy(p.clauses[c]) == p.clauses[c].end && f.kind != normalize.CurrencyUnit && f.Unit != "%":
		return subject{} // 二级公路标准，设计时速80公里
	}
	s := p.titleIn(c)
	if t := s.words; len(t) < 6 || indicatorKinds.is(t) || titles.suffix(t) == 0 && (f.kind == normalize.CountUnit || max(standards.suffix(t), benefits.suffix(t), fees.suffix(t), dues.suffix(t)) == 0) {
		return subject{}
	} else if bareStandards.is(t) && c > 0 {
		if over := p.standardIn(c-1, f); over.words != "" {
			s = over // 调整后的|最低工资标准|从4月起执行，具体标准为：
		}
	}
	s.words = strings.Replace(s.words, "的", "", 1)
	return s
}

// indicatorKinds are labels that only say of what kind the indicators behind them are: 技术指标：.
var indicatorKinds = phrases["indicatorkind"]

// standardIn is the standard that clause c names, empty where it names none: |最低工资标准|从4月起执行.
func (p *passage) standardIn(c int, f *draft) subject {
	a, b := p.trimClause(c, f)
	if standards.suffix(p.s[a:max(a, b)]) == 0 {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// titleIn is what clause c, a title, is of: 还享受以下|岗位津贴|：, 调整|护理补贴标准|如下：.
func (p *passage) titleIn(c int) subject {
	a, b := p.clauses[c].start, p.pricedBy(p.clauses[c])
	b = a + len(without(p.s[a:b], announcing))
	if i := max(lastIndex(p.s[a:b], "以下"), lastIndex(p.s[a:b], "下列")); i >= 0 {
		a += i + len("以下")
	}
	a = p.afterVerb(p.trimLeft(a, b), b)
	return p.subjectAt(a+changers.prefix(p.s[a:b]), b)
}

// announcing are the words of a title that lead over to what it is of.
var announcing = newLexicon([]string{"为", "如下", "是", "分别", "具体", "方面"})

// titleBefore is the clause before c that ends in ：, or that is a sentence of its own and names no more than a
// standard, or opens one so: 报销比例。|一级医院85%; 护理补贴标准，|一级残疾人由80元提高到90元. -1 if there is none.
func (p *passage) titleBefore(c int) int {
	sentence := p.clauses[c].sentence
	for c--; c >= 0; c-- {
		at := p.clauses[c]
		if at.stop == '：' && at.sentence < sentence && p.firstFigure(at.end) == at.end+len("：") {
			continue // 小时工资：12元；二类地区900元
		}
		if at.stop == '：' || at.sentence == sentence && p.pricedBy(at) < at.end {
			return c
		}
		if max(titleEnds.suffix(p.s[at.start:at.end]), benefits.suffix(p.s[at.start:at.end])*btoi(at.stop == '，')) > 0 && at.end-at.start <= 18*len("字") && (c == 0 || p.clauses[c-1].sentence < at.sentence || p.clauses[c-1].stop == '：') && p.namesStandard(at) {
			return c
		} else if at.stop == '。' {
			break
		}
	}
	return -1
}

// pricedBy is where what clause c says a price of ends, before how it is set, or its end: 停车服务收费|实行阶梯计费.
func (p *passage) pricedBy(c clause) int {
	if i := c.start + normalize.IndexChar(p.s[c.start:c.end], "实"); i > c.start && p.after(i, "实行") && dues.suffix(p.s[c.start:i]) > 0 {
		return i
	}
	return c.end
}

// titleEnds end a standard that stands as a title without ：.
var titleEnds = newLexicon([]string{"标准", "起付线", "限额", "额度", "比例", "价格"})

// namesStandard says whether clause c names no more than a standard.
func (p *passage) namesStandard(c clause) bool {
	words := p.s[min(p.trimLeft(c.start, c.end), c.end):c.end]
	n := verbal.prefix(words)
	return len(words) <= 12*len("字") && !p.after(c.start, "对") && (n == 0 || splitsWord(words, n)) && !containsAny(words, "为", "是", "按", "达") // 该段为一级公路标准
}

// setWith is the standard that the words of which figure k is one were set with in its sentence: |租房补贴标准|为博士每月1500元、
// 硕士每月1000元; |起付线|分别为一级医院200元、二级医院400元. It is empty where there is none.
func (p *passage) setWith(k int) (a, b int) {
	f, to := p.marks[k].fig, p.marks[k].start
	if f.kind != normalize.CurrencyUnit && f.Unit != "%" {
		return 0, 0
	}
	from := p.sentenceStart(f.clause)
	for i := lastIndex(p.s[from:to], "为"); i >= 0; i = lastIndex(p.s[from:from+i], "为") {
		apart := len(p.beforeAny(from+i, "分别"))
		b = from + i - apart
		a = p.clauses[p.clauseAt(b)].start
		next := p.markFrom(from + i)
		if j := p.figureBefore(next); j >= 0 {
			a = max(a, p.figureEnd(&p.marks[j]))
		}
		for p.marks[next].fig == nil {
			next++
		}
		a = min(a, b)
		if endsIn(p.s[a:b], "标准", "起付线", "限额", "额度") || apart > 0 && sets(p.s[a:b]) {
			if !isAge(p.marks[next].fig) && p.silent(from+i+len("为"), p.marks[next].start, k) {
				break // 一级、二级起付线分别为200元、400元
			}
			return a, b
		}
	}
	return 0, 0
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
	a, b = p.trim(a, b, p.marks[k].fig)
	s := normalize.Folded(p.above).String()
	if met := a >= b && p.before(p.clauses[max(0, p.marks[k].fig.clause-1)].end, "的"); !met && !strings.HasSuffix(s, "：") && !(a >= b && p.afterAny(0, "由", "从", "调整为") != "") && (a >= b || max(people.suffix(p.s[a:b]), gradeEnd(p.s[a:b])) == 0 && !endsIn(p.s[a:b], "士", "生", "师", "工", "户", "员", "者", "本科", "专科", "奖")) {
		return subject{}
	}
	stops := "、）.） "
	if strings.HasPrefix(s, "第") {
		stops = "条"
	}
	if i := strings.IndexAny(s, stops); i > 0 && i <= len("第二十一") {
		s = s[i+runeLen(s[i]):]
	}
	s = strings.TrimSuffix(strings.Trim(s, "。：: "), "如下")
	if n := max(benefits.suffix(s), standards.suffix(s), fees.suffix(s), titleEnds.suffix(s)); n == 0 || len(s) > 15*len("字") || verbs.prefix(s) > 0 || weak.prefix(s) > benefits.prefix(s) || startsIn(s, "加大", "提高", "强化", "优化", "给予", "享受") || strings.ContainsAny(s, "，、和") {
		return subject{}
	}
	p.title = s
	return subject{words: s}
}

// lineOver is the line that stands over block b as a heading does, which reads s: one that names no more than what is given
// (生活补贴), or, over the items of a list, one that ends in ：. It is b itself where b is such a line, line is that before it.
func lineOver(line, b *policy.Block, s string) *policy.Block {
	if b.Kind == policy.Heading || s == "" {
		return nil
	}
	if strings.HasSuffix(s, "：") || len(s) <= 12*len("字") && benefits.suffix(s) > 0 && unbroken(s) {
		return b
	}
	if line != nil && strings.HasSuffix(line.Text.String(), "：") && !startsIn(s, "（", "(") && s[0]-'0' >= 10 {
		return nil
	}
	return line
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
	if p.firstFigure(i) < p.marks[k].start {
		return s // 城市低保标准为|820元，农村低保标准为8400元，分别提高5%
	}
	a, b := p.trim(i, p.marks[k].fig.num.Start, p.marks[k].fig)
	if b-a < 6 || heads.suffix(p.s[a:b]) > 0 && people.suffix(p.s[a:b]) == 0 || measured(p.s[a:b]) {
		return s
	}
	return p.subjectAt(a, b).then(s)
}
