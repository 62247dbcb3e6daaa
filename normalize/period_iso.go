package normalize

// iso reads 2023-08-09, 2023/8/9, 2023.08.09 with a time after it, and 2023-08.
func (c *timeCursor) iso() (Period, bool) {
	if c.i >= len(c.s) || c.s[c.i] > '9' {
		return Period{}, false
	}
	m, sep, ok := c.isoDate()
	if !ok {
		return Period{}, false
	}
	p := Period{From: m, To: m}
	end := c.i
	if c.rangeMark() {
		if q, qsep, ok := c.isoDate(); ok && qsep == sep && m.before(q) {
			p.To = q
			return p, true
		}
	}
	c.i = end
	return p, true
}

// isoDate reads one date in figures. A month alone needs two digits and - or /.
func (c *timeCursor) isoDate() (m Moment, sep byte, ok bool) {
	if m.Year, ok = c.fourDigits(); !ok || m.Year < 1900 || !c.next("-", "/", ".") {
		return m, 0, false
	}
	sep = c.s[c.i]
	c.i++
	from := c.i
	if m.Month, ok = c.small(); !ok || m.Month > 12 {
		return m, sep, false
	}
	end := c.i
	if end < len(c.s) && c.s[end] == sep {
		c.i++
		if m.Day, ok = c.small(); ok && m.Day <= 31 && !c.digitNext() {
			c.clock()
			return m, sep, true
		}
		m.Day, c.i = 0, end
	}
	_, n := yearDigit(c.rest())
	return m, sep, end-from == 2 && sep != '.' && n == 0 && !c.next("月", "年", ".", "元", "万", "家", "/", "%")
}

// clock takes a time of day after a date: 10:30, T10:30:00, 24时, 9时30分, 上午9时.
func (c *timeCursor) clock() {
	start := c.i
	if !c.any("T", " ") {
		c.any("上午", "下午", "凌晨", "晚")
	}
	if h, ok := c.hour(); !ok || h > 24 {
		c.i = start
	}
}

// hour reads the time itself, with a second one after a range mark.
func (c *timeCursor) hour() (int, bool) {
	start := c.i
	h, ok := c.clockNumber()
	switch {
	case ok && c.any(":", "："):
		if m, ok := c.clockNumber(); !ok || m > 59 {
			return 0, c.back(start)
		}
		if c.any(":", "：") {
			c.clockNumber()
			if c.word(".") {
				c.clockNumber()
			}
		}
	case ok && c.any("时", "点"):
		c.minute()
	default:
		return 0, c.back(start)
	}
	return h, true
}

// minute takes 30分 behind 9时.
func (c *timeCursor) minute() {
	start := c.i
	if m, ok := c.clockNumber(); !ok || m >= 60 || !c.word("分") {
		c.i = start
	}
}

// clockNumber reads 0 to 999 in Arabic digits, or a Chinese number.
func (c *timeCursor) clockNumber() (int, bool) {
	start, v := c.i, 0
	for c.digitNext() && c.i-start < 3 {
		v = v*10 + int(c.s[c.i]-'0')
		c.i++
	}
	if c.i > start {
		return v, true
	}
	return c.small()
}
