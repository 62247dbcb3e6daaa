package normalize

import "strings"

// plan reads “十三五”时期, 十四五末, 第十四个五年规划.
func (c *timeCursor) plan() (Period, bool) {
	start := c.i
	if c.digitNext() {
		return Period{}, false
	}
	quoted := c.any("“", "「", "‘", `"`)
	numbered := c.word("第")
	digits := planDigits(c.rest())
	if name := c.s[c.i : c.i+digits]; !strings.Contains(name, "五") && !strings.HasPrefix(c.s[c.i+digits:], "个五年") {
		return Period{}, c.back(start)
	}
	for i := range inUse.Plans.list {
		if p, ok := c.planAs(&inUse.Plans.list[i], quoted); ok {
			return p, true
		}
	}
	if p, ok := c.numberedPlan(numbered); ok {
		return p, true
	}
	return Period{}, c.back(start)
}

// planAs reads the plan pl where its name comes next.
func (c *timeCursor) planAs(pl *fivePlan, quoted bool) (Period, bool) {
	start := c.i
	if !c.word(pl.name) {
		return Period{}, false
	}
	closed := c.any("”", "」", "’", `"`)
	name := c.i
	during := c.any("时期", "期间", "计划", "规划")
	if !during && !pl.alone && !(closed || c.next("末", "以来", "初期")) || c.next("普法") || quoted && !closed && !pl.alone {
		return Period{}, c.back(start)
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
	case c.any("前"):
		c.firstYears(&p, name)
	}
	return p, true
}

// firstYears narrows a plan to the first of its years: “十四五”前四年. Without 年 behind the
// number 前 is no part of the period, which ends at byte name.
func (c *timeCursor) firstYears(p *Period, name int) {
	if v, ok := c.small(); ok && v > 0 && v <= 5 && c.word("年") {
		p.To.Year = p.From.Year + v - 1
		return
	}
	c.i = name
}

// numberedPlan reads the 十四个五年规划 of 第十四个五年规划, but not 上一个五年, in which 第 is missing.
func (c *timeCursor) numberedPlan(numbered bool) (Period, bool) {
	start := c.i
	if v, ok := c.small(); ok && (numbered || v > 10) && c.word("个五年") {
		for _, p := range inUse.Plans.list {
			if p.number == v {
				c.any("规划", "计划")
				c.any("时期", "期间")
				return Period{From: Moment{Year: p.from}, To: Moment{Year: p.to}}, true
			}
		}
	}
	return Period{}, c.back(start)
}
