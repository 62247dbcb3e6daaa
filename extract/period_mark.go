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
	unread    role = iota
	stated         // 2020年全市…
	fromPoint      // 从2015年的120家
	base           // 比2015年, 是去年同期的
	lastTime       // 去年同期为4.1%
	ignored        // in the title of a paper, in a name
)

// A timeMark is a statement of time in a passage.
type timeMark struct {
	start, end int
	period     normalize.Period
	role       role
}

// timesOf finds the statements of time of p in order: those marked at numerals
// and those in words (上半年, 去年), where signals tell. The result lasts until the
// next call.
func (r *reading) timesOf(p *passage, signals []signal) []timeMark {
	out := r.scratch.times[:0]
	k := 0
	for at := 0; at < len(p.s); {
		var i, n int
		var per normalize.Period
		signals, i, n, per = nextTime(p.s, signals, at)
		for ; k < len(p.marks) && p.marks[k].start < i; k++ {
			if m := &p.marks[k]; m.as == policy.AsPeriod && m.start >= at && !m.period.IsZero() {
				out = append(out, m.time())
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
		out = append(out, timeMark{i, i + n, per, unread})
	}
	p.giveRoles(out)
	r.scratch.times = out
	return out
}

// time is what m states.
func (m *mark) time() timeMark { return timeMark{m.start, m.end, m.period, m.role} }

// giveRoles tells what each statement of time of p does.
func (p *passage) giveRoles(out []timeMark) {
	titled := titlesIn(p)
	for i := range out {
		if per := &out[i].period; per.Open == normalize.Closed && per.From == per.To && (per.From.Month > 0 || per.From.Year > 0) && beganThen(p.s[out[i].end:]) && (i+1 == len(out) || out[i+1].start > out[i].end+beganReach) {
			out[i].period.Open, out[i].role = normalize.Since, unread
		}
		if out[i].role == unread {
			out[i].role = roleOf(p.s, out[i])
		}
		switch {
		case out[i].end <= p.wire, titled.holds(out[i].start), out[i].start == p.wire && out[i].period.From.Day > 0 && p.after(out[i].end, "是"):
			out[i].role = ignored // 3月12日是植树节。
		case i > 0 && out[i-1].role == base && isAnd(strings.Trim(p.s[out[i-1].end:out[i].start], "“”")):
			out[i].role = base // 较一季度和1-5月
		}
	}
}

// beganThen says whether what stands behind a time tells what began then and has gone on since:
// 2021年启动改造工作|以来，.
func beganThen(after string) bool {
	i := strings.Index(upTo(after, beganReach), "以来")
	return i > 0 && !strings.ContainsAny(after[:i], "，。；、（0123456789")
}

// beganReach is how far behind the time that is told, in bytes.
const beganReach = 20 * len("字")

// A titleCursor goes through the 《…》 of a passage.
type titleCursor struct {
	s      string // "" where the passage holds none
	at     int    // how far it is read
	inside bool
}

func titlesIn(p *passage) titleCursor {
	if !p.titled() {
		return titleCursor{}
	}
	return titleCursor{s: p.s}
}

// holds says whether byte i stands in 《…》. It is asked from left to right.
func (c *titleCursor) holds(i int) bool {
	for c.at+3 <= min(i, len(c.s)) {
		k := strings.IndexByte(c.s[c.at:min(i, len(c.s))], 0xE3)
		if k < 0 || c.at+k+3 > i {
			break
		}
		c.at += k + 3
		switch c.s[c.at-3 : c.at] {
		case "《":
			c.inside = true
		case "》":
			c.inside = false
		}
	}
	return c.inside
}

// roleOf tells what a statement of time does from the words around it.
func roleOf(s string, t timeMark) role {
	before, after := s[:t.start], s[t.end:]
	if openQuotes.Ends(before) {
		before = strings.TrimRight(before, "“‘「") // 比“十三五”末
	}
	switch {
	case namesPlan(s, t), ofPlanned(s[t.start:t.end], after), sinceFirst(s[t.start:t.end], after), endsIn(before, "〔", "[", "结转", "结转至", "结转到", "出现在", "出现于"):
		return ignored // 结转下年3000万元 is what is left of this year; 最高气温40.2℃，出现在|8月5日
	case t.period.Same && (tellsLast(before, after) || !t.period.Vague && (opensLast(before, after) || setsOutFrom(before, after))):
		return lastTime
	case isBefore.suffix(before) > 0 && partOrTimesOf(after):
		return fromPoint
	case isBase(before, s[t.start:t.end], after, t):
		return base
	case t.period.From.Year > 0 && (foundedIn.suffix(before) > 0 || foundedThen(after)):
		return ignored // 2011年6月成立，
	case editions.prefix(after) > 0:
		return ignored // 《目录》（2019年|本）
	case t.period.Open == normalize.Until && startsIn(after, "建成的", "建造的", "竣工的", "交付的", "成立的", "出生的", "登记的"):
		return ignored // 2000年底前|建成的小区
	case strings.HasSuffix(s[:t.end], "年代") && startsIn(strings.TrimPrefix(after, "初"), "精简", "精减", "退职", "下放", "支边", "入伍", "参军"):
		return ignored // 60年代|精简退职职工
	case t.period.Open == normalize.Closed && (t.period.From == t.period.To || fivePlan(t.period) || t.period.From.Month > 0 && setsOutFrom(before, after)) && endsIn(before, "从", "由", "自") && !startsIn(after, "起", "开始", "以来", "到", "至"):
		return fromPoint
	}
	return stated
}

var openQuotes = policy.WideSetOf("“‘「")

// foundedThen says whether what stands behind a time tells only that somebody is there since then: 2011年6月|成立，.
func foundedThen(after string) bool {
	near, _, ok := strings.Cut(upTo(after, beganReach), "，")
	if !ok {
		near, _, ok = strings.Cut(near, "。")
	}
	return ok && founded.suffix(near) > 0 && !strings.ContainsAny(near, "。；0123456789")
}

// tellsLast says whether what was at the same time of the year before is told as such: 而去年同期
// 为4.1%, （去年同期29户）. Nothing is held against it.
func tellsLast(before, after string) bool {
	is := isBefore.prefix(after)
	return len(after) > is && (after[is]-'0' < 10 || after[is] == '-') && (before == "" || endsIn(before, "，", "。", "；", "（", "而", "但"))
}

// setsOutFrom says whether a time is that of what is left behind: 由|去年同期|的3.3:52.5:44.2调整为….
func setsOutFrom(before, after string) bool {
	return endsIn(before, "从", "由") && len(after) > 3 && (after[3]-'0' < 10 || startsIn(after, "的第")) && strings.HasPrefix(after, "的")
}

// opensLast says whether the same time of the year before opens a sentence that tells of it: 去年同期|，全县新增就业
// 3500人.
func opensLast(before, after string) bool {
	return (before == "" || strings.HasSuffix(before, "。")) && (strings.HasPrefix(after, "，") || ownTotals.prefix(after) > 0)
}

// ofPlanned says whether a time only names the plan of a year: 完成全年目标的58%, 完成年初预算, 完成
// 全年900万人目标任务的58%.
func ofPlanned(said, after string) bool {
	if plannedYears.prefix(said) != len(said) {
		return false
	}
	near, _, _ := strings.Cut(upTo(after, 36), "，")
	return startsIn(after, "计划", "目标", "任务", "预算", "预期", "工作目标", "投资计划", "投资任务") || near != "" && near[0]-'0' < 10 && containsAny(near, "目标", "任务")
}

// sinceFirst says whether a stretch of years only tells how rare a thing is: 为35年来、
// 20年来首次, 近五年来最好水平, 1961年以来第三高.
func sinceFirst(said, after string) bool {
	if !strings.HasSuffix(said, "来") {
		return false
	}
	near, _, _ := strings.Cut(upTo(after, 36), "，")
	return startsIn(near, "首次", "首个", "最", "次高", "次低", "新高", "新低", "第", "历史", "同期最", "同期第") || strings.HasPrefix(near, "、") && containsAny(near, "来首次", "来最", "来新高", "来新低")
}

// namesPlan says whether a plan is only named: “十四五”规划, 十三五规划纲要, 十二五园区发展规划.
func namesPlan(s string, t timeMark) bool {
	if t.period.To.Year-t.period.From.Year != 4 {
		return false
	}
	name, reach := strings.TrimLeft(s[t.end:], "”’」"), 36
	if endsIn(s[:t.end], "期间", "时期") {
		reach = 1
	}
	for i := 0; i < min(len(name), reach) && name[i] >= 0xe4; i += 3 {
		if startsIn(name[i:], "规划", "纲要", "计划") {
			return true
		}
	}
	return false
}

// What stands before and behind a time that something else is held against.
var (
	withBefore  = newLexicon([]string{"与", "同", "和", "跟", "以", "按", "在"})
	isBefore    = newLexicon([]string{"是", "为", "达", "达到", "超过", "超", "占"})
	heldBehind  = newLexicon([]string{"的基础上", "基础上", "不变价"})
	levelBehind = newLexicon([]string{"的", "水平", "同期", "全年", "总量", "目标", "“目标", "”目标", "预期"})
)

// isBase says whether a time is what something else is held against: 比2015年,
// 是去年同期的, 与2019年相比, 以2015年为基期.
func isBase(before, said, after string, t timeMark) bool {
	switch {
	case heldBefore.suffix(before) > 0:
		return !endsIn(before, "占比", "相比于其")
	case endsIn(before, "与", "同", "较") && startsIn(said, "上年", "上一年", "去年"):
		return true
	case withBefore.suffix(before) > 0:
		near := unbracketed(upTo(after, 90))
		near, _, _ = strings.Cut(near, "，")
		return containsAny(near, "相比", "持平", "相当", "基础上", "为基", "不变价", "可比价", "汇率", "为100", "比较", "一致")
	case strings.HasSuffix(before, "占") && t.period.Relative:
		return true // 占上半年完成投资的48.6%
	case isBefore.suffix(before) > 0, endsIn(before, "恢复到", "恢复至"):
		return t.period.Same || levelBehind.prefix(after) > 0 || timesAsMuch(after) || endsIn(before, "超", "超过") && !t.period.Relative
	}
	return t.period.Same || heldBehind.prefix(after) > 0 || startsIn(said, "上年", "上一年") && startsIn(after, "增", "减", "下降", "提高", "上升")
}

// timesAsMuch says whether s tells how many times of something else a figure is: ”投资|的3.75倍.
func timesAsMuch(s string) bool {
	what, times, ok := strings.Cut(upTo(s, 60), "的")
	return ok && !strings.ContainsAny(what, "，。；、0123456789") && isDigitAt(times) && strings.HasPrefix(strings.TrimLeft(times, "0123456789."), "倍")
}

// partOrTimesOf says whether s begins with an amount and how many times it something else is: 是“十二五”时期|43200万元的1.87倍.
func partOrTimesOf(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "”"), "时期"), "的")
	if !isDigitAt(s) {
		return false
	}
	what, times, ok := strings.Cut(upTo(s, 45), "的")
	return ok && !containsAny(what, "，", "。", "；", "、") && isDigitAt(times) && startsIn(strings.TrimLeft(times, "0123456789."), "倍", "%")
}

// unbracketed is s without what stands in brackets; one that is not closed ends it.
func unbracketed(s string) string {
	before, rest, ok := strings.Cut(s, "（")
	if !ok {
		return s
	}
	_, behind, _ := strings.Cut(rest, "）")
	return before + unbracketed(behind)
}

// runOf is how many times stand in a row with 、 or 和 between.
func runOf(s string, times []timeMark) int {
	n := 1
	for n < len(times) && times[n].role == stated && oneOf(s[times[n-1].end:times[n].start], timeJoints) {
		n++
	}
	return n
}

var timeJoints = []string{"、", "和", "及", "与", "以及", "，"}
