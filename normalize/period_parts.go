package normalize

import "strings"

// suffix reads what bounds a date or lets it end: 2020年底, 6月末, 2025年前,
// 2020年以来, 2020年年底前, 2016年同期.
func (c *timeCursor) suffix(p *Period) {
	if c.any("年底", "年末", "底", "末") {
		p.end()
	} else if c.word("年初") || c.next("初") && !c.next("初步", "初级", "初中", "初次", "初始", "初创", "初审") && c.word("初") {
		p.start()
	} else if c.any("全年", "同期") {
		p.Same = strings.HasSuffix(c.s[:c.i], "同期")
	}
	start := c.i
	switch {
	case c.any("以来", "起至今", "至今", "以后", "之后", "开始", "起"):
		if strings.HasSuffix(c.s[start:c.i], "起") && c.next("草", "步", "点", "重", "伏", "诉", "到") {
			c.i = start
			return
		}
		p.Open = Since
	case c.any("以前", "之前"), c.next("前") && !c.next("前列", "前期", "前沿", "前后", "前茅", "前景", "前往") && !c.countAfter("前") && c.word("前"):
		p.Open = Until
	}
	if c.next("内蒙", "内部") {
		return
	}
	c.any("内", "之内", "期间")
}

// countAfter says whether w comes next with a numeral after it (前10名).
func (c *timeCursor) countAfter(w string) bool {
	rest := strings.TrimPrefix(c.rest(), w)
	_, n := yearDigit(rest)
	return n > 0 || planDigit(rest) >= 0
}

// end makes p the moment at its end: 2020年底 is still 2020, 十三五末 is 2020.
func (p *Period) end() { p.From, p.Point = p.To, true }

// start makes p the moment at its beginning.
func (p *Period) start() { p.To, p.Point = p.From, true }

// plan reads “十三五”时期, 十四五末, 第十四个五年规划.
func (c *timeCursor) plan() (Period, bool) {
	start := c.i
	quoted := c.any("“", "「", "‘")
	c.word("第")
	if planDigit(c.rest()) < 0 {
		c.i = start
		return Period{}, false
	}
	for i := range BuiltinPlans.list {
		if p, ok := c.planAs(&BuiltinPlans.list[i], quoted); ok {
			return p, true
		}
	}
	if p, ok := c.numberedPlan(); ok {
		return p, true
	}
	c.i = start
	return Period{}, false
}

// planAs reads the plan pl where its name comes next.
func (c *timeCursor) planAs(pl *fivePlan, quoted bool) (Period, bool) {
	start := c.i
	if !c.word(pl.name) {
		return Period{}, false
	}
	closed := c.any("”", "」", "’")
	name := c.i
	during := c.any("时期", "期间", "计划", "规划")
	if !during && !pl.alone && !(closed || c.next("末", "以来", "初期")) || c.next("普法") || quoted && !closed && !pl.alone {
		c.i = start
		return Period{}, false
	}
	if c.s[name:c.i] == "计划" || c.s[name:c.i] == "规划" {
		c.i = name
	}
	p := Period{From: Moment{Year: pl.from}, To: Moment{Year: pl.to}}
	switch {
	case c.any("末期", "末", "期末"):
		p.end()
	case c.any("初期", "初"):
		p.start()
	case c.any("以来"):
		p.Open = Since
	}
	return p, true
}

// numberedPlan reads the 十四个五年规划 of 第十四个五年规划.
func (c *timeCursor) numberedPlan() (Period, bool) {
	start := c.i
	if v, ok := c.small(); ok && c.word("个五年") {
		for _, p := range BuiltinPlans.list {
			if p.number == v {
				c.any("规划", "计划")
				c.any("时期", "期间")
				return Period{From: Moment{Year: p.from}, To: Moment{Year: p.to}}, true
			}
		}
	}
	c.i = start
	return Period{}, false
}

// shortRange reads a stretch whose first end leaves the 年 to the second:
// 2016-2020年, （2021～2025）, 2019、2020年.
func (c *timeCursor) shortRange() (Period, bool) {
	from, ok := c.fourDigits()
	if !ok {
		return Period{}, false
	}
	p := Period{From: Moment{Year: from}, To: Moment{Year: from}}
	first := c.i
	if c.any("、", "和", "及", "与") {
		_, ok := c.year()
		c.i = first
		return p, ok
	}
	if c.word("/") {
		return c.schoolYear(p)
	}
	if !c.rangeMark() {
		return p, false
	}
	if p.To.Year, ok = c.fourDigits(); !ok || p.To.Year <= from {
		return p, false
	}
	if c.any("学年", "年度", "年份", "年") {
		c.suffix(&p)
		return p, true
	}
	return p, from >= 1900 && (c.i == len(c.s) || c.next("）", ")", "》", "，", "。", "、", "；", "\n", "”", "】", " "))
}

// schoolYear reads 2020/21学年.
func (c *timeCursor) schoolYear(p Period) (Period, bool) {
	v, ok := c.small()
	if !ok || v != (p.From.Year+1)%100 || !c.any("年度", "学年", "年") {
		return p, false
	}
	p.To.Year++
	return p, true
}

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
	if m.Year, ok = c.fourDigits(); !ok || m.Year < 1900 || c.i == len(c.s) {
		return m, 0, false
	}
	sep = c.s[c.i]
	if sep != '-' && sep != '/' && sep != '.' {
		return m, sep, false
	}
	c.i++
	from := c.i
	if m.Month, ok = c.small(); !ok || m.Month > 12 {
		return m, sep, false
	}
	two := c.i-from == 2
	end := c.i
	if c.i < len(c.s) && c.s[c.i] == sep {
		c.i++
		if m.Day, ok = c.small(); ok && m.Day <= 31 && !c.digitNext() {
			c.clock()
			return m, sep, true
		}
		m.Day, c.i = 0, end
	}
	if _, n := yearDigit(c.rest()); !two || sep == '.' || n > 0 || c.next("月", "年", ".", "元", "万", "家", "/", "%") {
		return m, sep, false
	}
	return m, sep, true
}

func (c *timeCursor) digitNext() bool {
	return c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9'
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
			c.i = start
			return 0, false
		}
		if c.any(":", "：") {
			c.clockNumber()
			if c.word(".") {
				c.clockNumber()
			}
		}
	case ok && c.any("时", "点"):
		if m := c.i; !c.minute() {
			c.i = m
		}
	default:
		c.i = start
		return 0, false
	}
	return h, true
}

func (c *timeCursor) minute() bool {
	m, ok := c.clockNumber()
	return ok && m < 60 && c.word("分")
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

// span reads stretches counted back or on from now: 近五年, 过去5年, 未来三年,
// 五年来. 近5年以上 and 三年行动 are lengths.
func (c *timeCursor) span() (Period, bool) {
	ahead := false
	begun := c.i
	switch {
	case c.any("未来", "今后", "下一个"):
		ahead = true
	case c.any("近", "最近", "过去", "过去的", "这"):
	}
	led := c.i > begun
	v, ok := c.small()
	if !ok || !c.any("年", "个年头") || c.next("以上", "期", "级", "级", "行动", "制", "龄") {
		return Period{}, false
	}
	came := c.any("以来", "来", "多来", "间") && !c.next("访", "信", "自")
	if !came && !led {
		return Period{}, false
	}
	p := Period{Relative: true, From: Moment{Year: 1 - v}}
	if ahead {
		c.any("内", "中", "里")
		p.From.Year, p.To.Year = 1, v
	}
	return p, true
}

// era reads 本世纪中叶, 20世纪90年代, 90年代.
func (c *timeCursor) era() (Period, bool) {
	if c.any("本世纪中叶", "21世纪中叶") {
		return Period{From: Moment{Year: 2050}, To: Moment{Year: 2050}, About: true}, true
	}
	if c.any("本世纪末") {
		return Period{From: Moment{Year: 2100}, To: Moment{Year: 2100}, About: true}, true
	}
	return c.decade()
}

// decade reads 20世纪90年代, 上世纪八十年代, 90年代.
func (c *timeCursor) decade() (Period, bool) {
	century := 20
	if !c.word("上世纪") {
		start := c.i
		v, ok := c.small()
		if ok && v <= 21 && c.word("世纪") {
			century = v
		} else {
			c.i = start
		}
	}
	from := c.i
	if v, ok := c.small(); ok && v >= 10 && v%10 == 0 && c.word("年代") {
		y := (century-1)*100 + v
		p := Period{From: Moment{Year: y}, To: Moment{Year: y + 9}}
		if c.any("以来", "起", "开始") {
			p.Open = Since
		}
		return p, true
	}
	c.i = from
	return Period{From: Moment{Year: (century - 1) * 100}, To: Moment{Year: century*100 - 1}, Vague: true}, from > 0
}
