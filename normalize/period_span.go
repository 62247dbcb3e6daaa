package normalize

import "strings"

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
	return p, from >= 1900 && (c.captioned(p) || c.i == len(c.s) || c.next("）", ")", "》", "，", "。", "、", "；", "\n", "”", "】", " "))
}

// captioned says whether a noun follows upon two years without 年, as in captions: 图2：
// 2011-2015三次产业占比, but 2000-2050亩, 2010-2012号.
func (c *timeCursor) captioned(p Period) bool {
	rest := c.rest()
	if p.To.Year > 2100 || p.From.Year < 1949 || len(rest) < 3 || rest[0] < 0xe4 || rest[0] > 0xe9 || strings.HasPrefix(rest, "号") {
		return false
	}
	unit, _ := MatchUnit(rest)
	_, exp := ScanMagnitude(rest, 0)
	return unit == 0 && exp == 0
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

// span reads stretches counted back or on from now: 近五年, 过去5年, 未来三年,
// 五年来. 近5年以上 and 三年行动 are lengths.
func (c *timeCursor) span() (Period, bool) {
	ahead := false
	begun := c.i
	switch {
	case c.any("未来", "今后的", "今后", "下一个", "接下来的", "接下来"):
		ahead = true
	case c.any("近", "最近", "过去的", "过去", "这"):
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
	century, start := 20, c.i
	if !c.word("上世纪") {
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
	return Period{From: Moment{Year: (century - 1) * 100}, To: Moment{Year: century*100 - 1}, Vague: true}, from > start
}
