package normalize

import (
	"strings"
)

// inYear reads the part of a year that follows it or stands alone: 6月, 6月12日,
// 上半年, 前三季度, 一季度, 1～6月, 前5个月, 全年.
func (c *timeCursor) inYear(p *Period) bool {
	start := c.i
	c.any("的", "，")
	switch character(c.rest()) {
	case '上', '下', '前', '首':
		if c.half(p) {
			return true
		}
	case '第', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '元':
	default:
		if !c.digitNext() {
			return c.back(start)
		}
	}
	from, to, ok := c.quarters()
	if !ok && c.s[start:c.i] != "，" {
		from, to, ok = c.months()
	}
	if !ok {
		return c.back(start)
	}
	if p.From.Month, p.To.Month = from, to; from == to {
		c.dayIn(p)
	}
	return true
}

// dayIn reads the day behind a month: 6月|12日上午9时.
func (c *timeCursor) dayIn(p *Period) {
	if d, ok := c.dayOfMonth(); ok {
		p.From.Day, p.To.Day = d, d
		c.clock()
	}
}

// half reads 上半年, 前三季度, 首季.
func (c *timeCursor) half(p *Period) bool {
	for _, h := range &halves {
		if c.word(h.word) {
			p.From.Month, p.To.Month = h.from, h.to
			return true
		}
	}
	return false
}

var halves = [...]struct {
	word     string
	from, to int
}{
	{"上半年", 1, 6}, {"下半年", 7, 12}, {"前三季度", 1, 9}, {"前三个季度", 1, 9}, {"前二季度", 1, 6}, {"前两季度", 1, 6}, {"首季", 1, 3},
}

// quarters reads 一季度, 第1季度, 一至三季度, 1～3季度, as the months they are.
func (c *timeCursor) quarters() (from, to int, ok bool) {
	start := c.i
	c.word("第")
	if from, ok = c.small(); ok && from <= 4 {
		if c.any("季度") {
			return 3*from - 2, 3 * from, true
		}
		if c.any("～", "-", "至", "到", "—", "~") {
			if to, ok = c.small(); ok && from < to && to <= 4 && c.word("季度") {
				return 3*from - 2, 3 * to, true
			}
		}
	}
	return 0, 0, c.back(start)
}

// months reads 6月, 6月份, 1～6月, 1月至6月 (by dated), 前5个月. 6个月 is a length of time.
func (c *timeCursor) months() (from, to int, ok bool) {
	start := c.i
	if c.word("前") {
		if to, ok = c.small(); ok && to > 1 && to <= 12 && c.any("个月", "月") && !c.next("内", "以") {
			return 1, to, true
		}
		return 0, 0, c.back(start)
	}
	if from, ok = c.month(); ok {
		to = c.monthTo(from, start > 0)
	}
	if to == 0 || !c.any("月", "两月", "两个月") || c.next("嫂", "薪", "租", "子") {
		return 0, 0, c.back(start)
	}
	c.any("份", "上旬", "中旬", "下旬")
	return from, to, true
}

// month reads the number of a month, or 元, with the 月 behind it where others follow: 元月|至3月.
func (c *timeCursor) month() (m int, ok bool) {
	if !c.word("元") {
		m, ok = c.small()
		return m, ok && m <= 12
	}
	if c.next("月至", "月-", "月～", "月到") {
		c.word("月")
	}
	return 1, true
}

// monthTo reads up to which month those from the given one on go, 0 where what follows is none.
func (c *timeCursor) monthTo(from int, dated bool) int {
	switch {
	case c.any("～", "-", "至", "到", "—", "~", "－"):
		if to, ok := c.small(); ok && to > from && to <= 12 {
			return to
		}
		return 0
	case c.word("、"):
		return c.monthsOn(from, dated)
	}
	return from
}

// monthsOn reads the months that follow upon month from and 、: 7、|8月份, 8、|9两月. Where no year
// stands before them, 7、8月 may be the seventh item of a list. 0 if they do not follow.
func (c *timeCursor) monthsOn(from int, dated bool) int {
	to, ok := c.small()
	for ; ok && to == from+1 && c.word("、"); from++ {
		to, ok = c.small()
	}
	if !ok || to != from+1 || to > 12 || !dated && !c.next("月份", "两月", "两个月") {
		return 0
	}
	return to
}

// suffix reads what bounds a date or lets it end: 2020年底, 6月末, 2025年前,
// 2020年以来, 2020年年底前, 2016年同期.
func (c *timeCursor) suffix(p *Period) {
	switch character(c.rest()) {
	case '年', '底', '末', '初', '全', '同', '以', '起', '至', '之', '开', '前', '内', '期':
	default:
		return
	}
	if c.any("年底", "年末", "底", "末") {
		p.end()
	} else if c.word("年初") || c.next("初") && !c.next("初步", "初级", "初中", "初次", "初始", "初创", "初审") && c.word("初") {
		p.start()
	} else if c.any("全年", "同期") {
		p.Same = strings.HasSuffix(c.s[:c.i], "同期")
	}
	if c.opening(p) && !c.next("内蒙", "内部") {
		c.any("内", "之内", "期间")
	}
}

// opening reads what leaves an end of p open, if anything does: 以来, 前. It says no where that is of another word: 起|草.
func (c *timeCursor) opening(p *Period) bool {
	start := c.i
	switch {
	case c.any("以来", "起至今", "至今", "以后", "之后", "开始", "起"):
		if strings.HasSuffix(c.s[start:c.i], "起") && c.next("草", "步", "点", "重", "伏", "诉", "到", "至") {
			return c.back(start)
		}
		if p.Open = Since; p.Relative && p.From.Month == 1 && p.To.Month > 1 && c.s[start:c.i] == "以来" {
			p.Open = Closed // 上半年以来
		}
	case c.any("以前", "之前"), c.next("前") && !c.next("前列", "前期", "前沿", "前后", "前茅", "前景", "前往") && !c.countAfter("前") && c.word("前"):
		p.Open = Until
	}
	return true
}

// countAfter says whether w comes next with a numeral after it (前10名).
func (c *timeCursor) countAfter(w string) bool {
	rest := strings.TrimPrefix(c.rest(), w)
	_, n := yearDigit(rest)
	return n > 0 || HanDigit(rest) > 0
}

// end makes p the moment at its end: 2020年底 is still 2020, 十三五末 is 2020.
func (p *Period) end() { p.From, p.Point = p.To, true }

// start makes p the moment at its beginning.
func (p *Period) start() { p.To, p.Point = p.From, true }
