package normalize

import "strings"

// MatchPeriod reads the longest expression of time that s begins with: 2020年6月,
// 1～6月, “十三五”时期, 去年同期, 2023-08-09. n is its length in bytes, 0 where s begins
// with none. s is folded. Lengths of time (3个月, 15年, 五年行动) are no periods.
func MatchPeriod(s string) (n int, p Period) {
	if len(s) < 3 || !mayBegin(s) {
		return 0, Period{}
	}
	c := timeCursor{s: s}
	c.any("截至", "截止到", "截止", "到", "自", "从")
	begun := c.i
	p, ok := c.period()
	if !ok {
		return 0, Period{}
	}
	if p.Open == Closed && begun > 0 {
		p.Open = prefixOpen(s[:begun], s[c.i:])
	}
	return c.i, p
}

// prefixOpen reads 到2025年 and 从2020年; 从2020年的 begins a pair of figures, not a stretch.
func prefixOpen(prefix, rest string) Open {
	if prefix == "从" || prefix == "自" {
		return Closed
	}
	return Until
}

// mayBegin sorts out by the first byte or character what cannot begin a period.
func mayBegin(s string) bool {
	if s[0] < 0x80 {
		return digitsMayBegin(s)
	}
	switch s[:3] {
	case "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "“", "第", "到", "截", "自", "从":
		return true
	}
	return relativeFirst(s)
}

// digitsMayBegin sorts out numerals by what follows the digits: 119.9, 500家, 20%.
func digitsMayBegin(s string) bool {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 0 || n > 4 || n == 3 || n == len(s) {
		return false
	}
	switch s[n] {
	case '-', '~', 'O', 'o':
		return true
	case '/', '.':
		return n == 4
	}
	if s[n] < 0x80 || n+3 > len(s) {
		return false
	}
	switch s[n : n+3] {
	case "年", "月", "日", "号", "季", "世", "～", "—", "–", "－", "至", "到", "个", "、", "和", "及", "与", "学", "财", "○", "〇":
		return true
	}
	return false
}

// A timeCursor walks over a wording.
type timeCursor struct {
	s string
	i int
}

func (c *timeCursor) rest() string { return c.s[c.i:] }

// word takes w where it comes next.
func (c *timeCursor) word(w string) bool {
	if strings.HasPrefix(c.s[c.i:], w) {
		c.i += len(w)
		return true
	}
	return false
}

// any takes the first of ws that comes next.
func (c *timeCursor) any(ws ...string) bool {
	for _, w := range ws {
		if c.word(w) {
			return true
		}
	}
	return false
}

// next says whether one of ws comes next, without taking it.
func (c *timeCursor) next(ws ...string) bool {
	for _, w := range ws {
		if strings.HasPrefix(c.s[c.i:], w) {
			return true
		}
	}
	return false
}

// period reads a whole expression.
func (c *timeCursor) period() (Period, bool) {
	start := c.i
	p, ok := c.plan()
	if !ok {
		c.i = start
		p, ok = c.iso()
	}
	if !ok {
		c.i = start
		p, ok = c.shortRange()
	}
	if !ok {
		c.i = start
		p, ok = c.dated()
	}
	if !ok {
		c.i = start
		p, ok = c.span()
	}
	if !ok {
		c.i = start
		p, ok = c.era()
	}
	return p, ok
}

// dated reads a date, or two of them with a range mark between: 2020年6月,
// 2017年至2020年, 7月29日-7月31日, 2020年1月至6月, 去年同期, 上半年.
func (c *timeCursor) dated() (Period, bool) {
	p, ok := c.date(Period{})
	if !ok {
		return p, false
	}
	end := c.i
	if p.Open == Closed && c.rangeMark() {
		q, ok := c.date(p)
		if ok && q.Relative == p.Relative && p.From.before(q.To) {
			q.From = p.From
			return q, true
		}
	}
	c.i = end
	return p, true
}

// rangeMark takes what stands between the two ends of a stretch.
func (c *timeCursor) rangeMark() bool {
	return c.any("～", "-", "—", "–", "~", "至", "到", "－") && (c.any("—", "-") || true)
}

// before says whether m begins before n.
func (m Moment) before(n Moment) bool {
	if m.Year != n.Year {
		return m.Year < n.Year
	}
	if m.Month != n.Month {
		return m.Month < n.Month
	}
	return m.Day < n.Day
}

// date reads a date; what it leaves out is taken from the one before it
// (2020年1月至6月).
func (c *timeCursor) date(before Period) (Period, bool) {
	p := Period{Relative: true}
	if y, ok := c.year(); ok {
		p = Period{From: Moment{Year: y}, To: Moment{Year: y}}
		c.inYear(&p)
		c.suffix(&p)
		return p, true
	}
	if y, ok := c.relativeYear(); ok {
		p.From.Year, p.To.Year = y, y
		c.inYear(&p)
		c.suffix(&p)
		return p, true
	}
	if !before.IsZero() && before.From.Month > 0 {
		p.Relative = before.Relative
		p.From.Year, p.To.Year = before.From.Year, before.From.Year
		if d, ok := c.dayOfMonth(); ok && before.From.Day > 0 {
			p.From.Month, p.From.Day = before.From.Month, d
			p.To = p.From
			return p, true
		}
	}
	if !c.inYear(&p) {
		return p, c.relativePoint(&p) || c.loneDay(&p)
	}
	c.suffix(&p)
	return p, true
}

// year reads 2020年, 二〇三五年, 2020年度.
func (c *timeCursor) year() (int, bool) {
	start := c.i
	y, ok := c.fourDigits()
	if ok && (c.word("年") || c.word("学年") || c.word("财年")) && !c.next("历史", "来", "左右", "之久", "的历史", "龄") {
		c.any("度", "份")
		return y, true
	}
	c.i = start
	return 0, false
}

// fourDigits reads a year in Arabic or Chinese digits.
func (c *timeCursor) fourDigits() (int, bool) {
	start, y := c.i, 0
	for k := 0; k < 4; k++ {
		d, n := yearDigit(c.rest())
		if n == 0 {
			c.i = start
			return 0, false
		}
		y, c.i = y*10+d, c.i+n
	}
	if d, n := yearDigit(c.rest()); n > 0 && d >= 0 || y < 1000 || y > 2199 {
		c.i = start
		return 0, false
	}
	return y, true
}

// yearDigit reads one digit as years are written with them: 2, 二, 〇, ○, 零, and O for 〇.
func yearDigit(s string) (d, n int) {
	switch {
	case s == "":
		return 0, 0
	case s[0] >= '0' && s[0] <= '9':
		return int(s[0] - '0'), 1
	case s[0] == 'O' || s[0] == 'o':
		return 0, 1
	case len(s) < 3:
		return 0, 0
	}
	switch s[:3] {
	case "〇", "○", "零", "Ｏ":
		return 0, 3
	}
	if d := planDigit(s); d >= 0 && d < 10 {
		return d, 3
	}
	if strings.HasPrefix(s, "О") { // the Cyrillic letter, from bad typing
		return 0, 2
	}
	return 0, 0
}

// planDigit is the value of the Chinese numeral 一…十 that s begins with, or -1.
func planDigit(s string) int {
	if len(s) < 3 {
		return -1
	}
	switch s[:3] {
	case "一":
		return 1
	case "二":
		return 2
	case "三":
		return 3
	case "四":
		return 4
	case "五":
		return 5
	case "六":
		return 6
	case "七":
		return 7
	case "八":
		return 8
	case "九":
		return 9
	case "十":
		return 10
	}
	return -1
}

// small reads a number from 1 to 99: 6, 06, 十二, 二十九.
func (c *timeCursor) small() (int, bool) {
	start, v := c.i, 0
	for c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' && c.i-start < 3 {
		v = v*10 + int(c.s[c.i]-'0')
		c.i++
	}
	if c.i > start {
		return v, v > 0 && c.i-start < 3
	}
	if v = planDigit(c.rest()); v < 0 {
		return 0, false
	}
	c.i += 3
	if v < 10 {
		if !c.word("十") {
			return v, planDigit(c.rest()) < 0
		}
		v *= 10
	}
	if d := planDigit(c.rest()); d > 0 && d < 10 {
		v += d
		c.i += 3
	}
	return v, true
}

// inYear reads the part of a year that follows it or stands alone: 6月, 6月12日,
// 上半年, 前三季度, 一季度, 1～6月, 前5个月, 全年.
func (c *timeCursor) inYear(p *Period) bool {
	start := c.i
	c.any("的", "，")
	for _, h := range &halves {
		if c.word(h.word) {
			p.From.Month, p.To.Month = h.from, h.to
			return true
		}
	}
	if from, to, ok := c.quarters(); ok {
		p.From.Month, p.To.Month = 3*from-2, 3*to
		return true
	}
	if c.s[start:c.i] == "，" {
		c.i = start
	}
	if from, to, ok := c.months(); ok {
		p.From.Month, p.To.Month = from, to
		if from == to {
			if d, ok := c.dayOfMonth(); ok {
				p.From.Day, p.To.Day = d, d
				c.clock()
			}
		}
		return true
	}
	c.i = start
	return false
}

var halves = [...]struct {
	word     string
	from, to int
}{
	{"上半年", 1, 6}, {"下半年", 7, 12}, {"前三季度", 1, 9}, {"前三个季度", 1, 9}, {"前二季度", 1, 6}, {"前两季度", 1, 6}, {"首季", 1, 3},
}

// quarters reads 一季度, 第1季度, 一至三季度, 1～3季度.
func (c *timeCursor) quarters() (from, to int, ok bool) {
	start := c.i
	c.word("第")
	if from, ok = c.small(); ok && from <= 4 {
		if c.any("季度") {
			return from, from, true
		}
		if c.any("～", "-", "至", "到", "—", "~") {
			if to, ok = c.small(); ok && from < to && to <= 4 && c.word("季度") {
				return from, to, true
			}
		}
	}
	c.i = start
	return 0, 0, false
}

// months reads 6月, 6月份, 1～6月, 1月至6月 (by dated), 前5个月. 6个月 is a length of time.
func (c *timeCursor) months() (from, to int, ok bool) {
	start := c.i
	if c.word("前") {
		if to, ok = c.small(); ok && to > 1 && to <= 12 && c.any("个月", "月") && !c.next("内", "以") {
			return 1, to, true
		}
		c.i = start
		return 0, 0, false
	}
	if from, ok = c.small(); !ok || from > 12 {
		c.i = start
		return 0, 0, false
	}
	to = from
	if c.any("～", "-", "至", "到", "—", "~", "－") {
		if to, ok = c.small(); !ok || to > 12 || to <= from {
			c.i = start
			return 0, 0, false
		}
	}
	if !c.word("月") || c.next("嫂", "薪", "租", "子") {
		c.i = start
		return 0, 0, false
	}
	c.word("份")
	return from, to, true
}

// dayOfMonth reads 29日. 30日内 is a length of time.
func (c *timeCursor) dayOfMonth() (int, bool) {
	start := c.i
	if d, ok := c.small(); ok && d <= 31 && (c.word("日") || c.word("号")) {
		return d, true
	}
	c.i = start
	return 0, false
}

// loneDay reads a day whose month was said before: 14日, but not 15日内.
func (c *timeCursor) loneDay(p *Period) bool {
	start := c.i
	d, ok := c.dayOfMonth()
	if !ok || c.s[c.i-3:c.i] != "日" || c.next("内", "以", "之", "的", "历", "游", "均", "前", "后", "龄") {
		c.i = start
		return false
	}
	p.From.Day, p.To.Day = d, d
	return true
}

// HeaderPeriod reads s when the whole of it is a period, also a bare year, as table
// headers and parentheses give it: 2015, 2020年, 1～6月.
func HeaderPeriod(s string) (Period, bool) {
	s = strings.TrimSpace(s)
	if n, p := MatchPeriod(s); n > 0 && n == len(s) {
		return p, true
	}
	c := timeCursor{s: s}
	if y, ok := c.fourDigits(); ok && c.i == len(s) && y >= 1900 && y < 2100 {
		return Period{From: Moment{Year: y}, To: Moment{Year: y}}, true
	}
	return Period{}, false
}
