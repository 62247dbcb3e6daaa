package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// ratio reads the shares of three industries, of three other parts, or of two that make 10 or 100: 12.9：56.9：30.2, 按6：4的
// 比例. It marks the first share; the others follow as numerals after a colon.
func (c *context) ratio(n normalize.Numeral) (mark, bool) {
	if n.Form != normalize.Arabic || n.Exp > 0 || !c.colonAt(n.End) && !c.colonAt(n.Start-3) && (n.Start == 0 || c.s[n.Start-1] != ':') {
		return mark{}, false
	}
	first := c.ratioStart(n.Start)
	sum, ok := c.sumOfShares(first)
	if !ok {
		return mark{}, false
	}
	parts := sum.Cmp(normalize.Int(98)) > 0 && sum.Cmp(normalize.Int(102)) < 0
	if first == n.Start && clock(c.s[first:]) && (!parts || len(c.s) == len("14:48:24")) {
		return mark{start: first, end: first + len("14:48:24"), as: policy.AsPeriod}, true
	}
	q := c.quantityAt(n)
	if q.unit.Name != "" && q.unit.Name != "%" {
		return mark{}, false
	}
	if parts {
		q.unit.Name = "%" // not 研究生、本科、专科招生比例为1：5.8：5.0
	}
	m := c.figure(q)
	m.fig.group = first
	return m, true
}

// sumOfShares is the sum of the ratio that begins at byte i, where it is of three, or of two that share out a whole.
func (c *context) sumOfShares(i int) (sum normalize.Decimal, ok bool) {
	first := i
	for count := 1; count <= 3; count++ {
		m := normalize.ScanNumeral(c.s, i)
		v, ok := m.Value(c.s)
		if m.Form != normalize.Arabic || m.Exp > 0 || !ok {
			return sum, false
		}
		sum = sum.Add(v)
		w := c.afterAny(m.End, "：", ":", "∶")
		if w == "" {
			return sum, count == 3 || count == 2 && (sum.Cmp(normalize.Int(10)) == 0 || sum.Cmp(normalize.Int(100)) == 0) && c.ratioSaid(first, m.End)
		}
		i = m.End + len(w)
	}
	return sum, false
}

// clock says whether s begins with the time of a page: 14:48:24.
func clock(s string) bool {
	const form = "29:59:59"
	if len(s) < len(form) || len(s) > len(form) && (s[len(form)] == '.' || s[len(form)]-'0' < 10) {
		return false
	}
	for i := range len(form) {
		if form[i] == ':' && s[i] != ':' || form[i] != ':' && (s[i] < '0' || s[i] > form[i]) {
			return false
		}
	}
	return true
}

// colonAt says whether one of the colons stands at byte i.
func (p *passage) colonAt(i int) bool {
	return i >= 0 && i < len(p.s) && (p.s[i] == ':' || p.afterAny(i, "：", "∶") != "")
}

// ratioStart is where the first numeral of the ratio around byte i begins, three numerals on at
// most: what has more is no ratio.
func (p *passage) ratioStart(i int) int {
	for range 3 {
		w := p.beforeAny(i, "：", ":", "∶")
		j := i - len(w)
		k := j
		for k > 0 && (p.s[k-1] >= '0' && p.s[k-1] <= '9' || p.s[k-1] == '.') {
			k--
		}
		if w == "" || k == j {
			return i
		}
		i = k
	}
	return i
}

// ratioToOne reads what is held against 1 or 100, where a ratio is spoken of: 性别比为104.6：100,
// 师生比1：15.2. Its value is the other number.
func (c *context) ratioToOne(n normalize.Numeral) (mark, bool) {
	w := c.afterAny(n.End, "：", ":", "∶")
	m := normalize.ScanNumeral(c.s, n.End+len(w))
	if w == "" || m.Form != normalize.Arabic || m.Start != n.End+len(w) || m.Exp > 0 || c.colonAt(m.End) || c.ratioStart(n.Start) != n.Start || c.unitLen(m.End) > 0 || !c.ratioSaid(n.Start, m.End) {
		return mark{}, false
	}
	q := c.quantityAt(n)
	if !isRatioBase(c.s[m.From:m.To]) {
		if q = c.quantityAt(m); !isRatioBase(c.s[n.From:n.To]) {
			return mark{}, false
		}
	}
	if !q.valued {
		return mark{}, false
	}
	f := c.figure(q)
	f.start, f.end = n.Start, m.End
	f.fig.num = policy.Span{Start: n.Start, End: m.End}
	f.fig.UnitRaw, f.fig.clause = "", c.clauseAt(n.Start)
	return f, true
}

func isRatioBase(number string) bool { return number == "1" || number == "100" }

// ratioSaid says whether the words around [i, j) speak of a ratio: 性别比为…, 按…比例.
func (c *context) ratioSaid(i, j int) bool {
	if k := len(c.marks); c.afterAny(j, "比例", "的比例", "配比", "配套", "的配比") != "" || k > 0 && c.marks[k-1].end > i-24 && containsAny(c.s[c.marks[k-1].start:c.marks[k-1].end], ":", "：") {
		return true // 收入比由2.05:1|缩小到2.01:1
	}
	near := c.s[max(c.clauses[c.clauseAt(i)].start, i-12*len("比")):i]
	if containsAny(near, "比例尺", "比分") {
		return false
	}
	at := lastIndex(near, "比")
	return at >= 0 && !startsIn(near[at:], "比赛", "比上", "比去") || endsIn(near, "为", "到", "至", "由", "从", "达", "按", "按照") || endsIn(near, "的") && containsAny(near, "由", "从", "按")
}

// indexBase says whether numeral n is only what an index or ratio counts from: 以女性为100,
// 上年=100.
func (c *context) indexBase(n normalize.Numeral) bool {
	if w := c.s[n.From:n.To]; n.Exp > 0 || w != "100" && w != "1" {
		return false
	}
	if c.before(n.Start, "=") {
		return true
	}
	cl := c.clauses[c.clauseAt(n.Start)]
	near := c.s[max(cl.start, n.Start-45):n.Start]
	open := lastIndex(near, "（")
	if open >= 0 {
		near = near[open+len("（"):]
	}
	return (strings.HasPrefix(near, "以") || open >= 0 && c.after(n.End, "）")) && strings.HasSuffix(near, "为") && !strings.Contains(near, "，")
}
