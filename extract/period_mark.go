package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A role is what a statement of time does in its sentence.
type role uint8

// The roles.
const (
	stated    role = iota // 2020年全市…
	fromPoint             // 从2015年的120家
	base                  // 比2015年, 是去年同期的
	ignored               // in the title of a paper, in a name
)

// A timeMark is a statement of time in a passage.
type timeMark struct {
	start, end int
	period     normalize.Period
	role       role
}

// timesOf finds the statements of time of p in order: those marked at numerals
// and those in words (上半年, 去年). The result lasts until the next call.
func (r *reading) timesOf(p *passage) []timeMark {
	out := r.times[:0]
	k := 0
	for at := 0; at < len(p.s); {
		i, n, per := normalize.NextRelative(p.s, at)
		for ; k < len(p.marks) && p.marks[k].start < i; k++ {
			if m := &p.marks[k]; m.as == policy.AsPeriod && m.start >= at && !m.period.IsZero() {
				out = append(out, timeMark{m.start, m.end, m.period, stated})
				at = m.end
			} else if m.end > i {
				at = max(at, m.end)
			}
		}
		if n == 0 {
			break
		}
		if i < at {
			continue // a mark reached over it
		}
		at = i + n
		if j := k; j < len(p.marks) && p.marks[j].start < i+n && p.marks[j].fig != nil {
			continue
		}
		for ; k < len(p.marks) && p.marks[k].start < i+n; k++ {
			if m := &p.marks[k]; m.as == policy.AsPeriod && m.end > i+n {
				n, per = m.end-i, m.period
				at = m.end
			}
		}
		out = append(out, timeMark{i, i + n, per, stated})
	}
	for i := range out {
		out[i].role = roleOf(p.s, out[i])
	}
	r.times = out
	return out
}

// roleOf tells what a statement of time does from the words around it.
func roleOf(s string, t timeMark) role {
	before, after := s[:t.start], s[t.end:]
	switch {
	case insideTitle(s, t.start), namesPlan(s, t), strings.HasSuffix(before, "〔"), strings.HasSuffix(before, "["):
		return ignored
	case isBase(before, s[t.start:t.end], after, t):
		return base
	case endsIn(before, "从", "由", "自") && t.period.Open == normalize.Closed && t.period.From == t.period.To && !startsIn(after, "起", "开始", "以来"):
		return fromPoint
	}
	return stated
}

// namesPlan says whether a plan is only named: “十四五”规划, 十三五规划纲要.
func namesPlan(s string, t timeMark) bool {
	after := strings.TrimPrefix(s[t.end:], "”")
	if !startsIn(after, "规划", "纲要", "计划") {
		return false
	}
	return t.period.To.Year-t.period.From.Year == 4
}

// isBase says whether a time is what something else is held against: 比2015年,
// 是去年同期的, 与2019年相比, 以2015年为基期.
func isBase(before, said, after string, t timeMark) bool {
	switch {
	case endsIn(before, "比", "较", "相比", "较之", "相较于", "对比", "比去年", "高于", "低于", "快于", "慢于", "多于", "少于", "优于", "好于", "相当于", "同比"):
		return !endsIn(before, "占比", "相比于其")
	case endsIn(before, "与", "同", "较") && startsIn(said, "上年", "上一年", "去年"):
		return true
	case endsIn(before, "与", "同", "和", "跟", "以", "按", "在") && len(before) > 0:
		near, _, _ := strings.Cut(upTo(after, 45), "，")
		return containsAny(near, "相比", "持平", "相当", "基础上", "为基", "不变价", "可比价", "为100", "比较", "一致")
	case endsIn(before, "是", "为", "达", "达到", "超过", "超", "占"):
		return t.period.Same || startsIn(after, "的", "水平", "同期", "全年", "总量")
	}
	return t.period.Same || startsIn(after, "的基础上", "基础上", "不变价") || startsIn(said, "上年", "上一年") && startsIn(after, "增", "减", "下降", "提高", "上升")
}

// runOf is how many times stand in a row with 、 or 和 between.
func runOf(s string, times []timeMark) int {
	n := 1
	for n < len(times) && times[n].role == stated {
		switch s[times[n-1].end:times[n].start] {
		case "、", "和", "及", "与", "以及", "，":
			n++
			continue
		}
		break
	}
	return n
}
