package normalize

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

// date reads a date; what it leaves out is taken from the one before it
// (2020年1月至6月).
func (c *timeCursor) date(before Period) (Period, bool) {
	y, ok := c.year()
	p := Period{Relative: !ok}
	if !ok {
		y, ok = c.relativeYear()
	}
	if ok {
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
	if ok && (c.word("年") || c.word("学年") || c.word("财年")) && !c.agesNext() {
		c.any("度", "份")
		return y, true
	}
	return 0, c.back(start)
}

// agesNext says whether a number of years, and no year, is what was read: 2000年历史.
func (c *timeCursor) agesNext() bool {
	switch character(c.rest()) {
	case '历', '来', '左', '之', '的', '龄':
		return c.next("历史", "来", "左右", "之久", "的历史", "龄")
	}
	return false
}

// fourDigits reads a year in Arabic or Chinese digits.
func (c *timeCursor) fourDigits() (int, bool) {
	start, y, last := c.i, 0, 0
	if s := c.rest(); len(s) > 4 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && isDigit(s[3]) && !isDigit(s[4]) && s[4]|0x20 != 'o' {
		y = int(s[0]-'0')*1000 + int(s[1]-'0')*100 + int(s[2]-'0')*10 + int(s[3]-'0')
		if y < 1000 || y > 2199 {
			return 0, false
		}
		c.i += 4
		return y, true
	}
	for k := 0; k < 4; k++ {
		d, n := yearDigit(c.rest())
		if n == 0 {
			return 0, c.back(start)
		}
		y, c.i, last = y*10+d, c.i+n, n
	}
	if d, n := yearDigit(c.rest()); n > 0 && d >= 0 && (n == 1) == (last == 1) || y < 1000 || y > 2199 {
		return 0, c.back(start)
	}
	return y, true
}

// dayOfMonth reads 29日. 30日内 is a length of time.
func (c *timeCursor) dayOfMonth() (int, bool) {
	start := c.i
	if d, ok := c.small(); ok && d <= 31 && (c.word("日") || c.word("号")) {
		return d, true
	}
	return 0, c.back(start)
}

// loneDay reads a day whose month was said before: 14日, but not 15日内.
func (c *timeCursor) loneDay(p *Period) bool {
	start := c.i
	d, ok := c.dayOfMonth()
	if !ok || c.s[c.i-3:c.i] != "日" || c.next("内", "以", "之", "的", "历", "游", "均", "前", "后", "龄") {
		return c.back(start)
	}
	p.From.Day, p.To.Day = d, d
	return true
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
