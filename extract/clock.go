package extract

import (
	"slices"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// timeOfDay takes hours and minutes: 上午9时30分, 下午3点半, 22时至次日6时, 8:30—17:30.
func (c *context) timeOfDay(n normalize.Numeral) (mark, bool) {
	if c.upTo(n, 24) && c.beforeAny(n.Start, "比", "比为", "比例", "比例为") == "" {
		end, sure := c.hourEnd(n.End)
		if end > 0 && (sure || c.ofDay(n.Start) || c.hourFollows(end)) {
			return mark{start: n.Start, end: end, as: policy.AsPeriod}, true
		}
	}
	return mark{}, false
}

// upTo says whether n is a whole number without magnitude up to most: 9, 09, 十二.
func (c *context) upTo(n normalize.Numeral, most int64) bool {
	v, ok := n.Value(c.s)
	return ok && n.Exp == 0 && v.Digits() == 0 && v.Cmp(normalize.Int(most)) <= 0
}

// hourEnd is where a time of day ends whose hour ends at byte i, 0 where there is none; sure says that nothing
// else is written so.
func (c *context) hourEnd(i int) (end int, sure bool) {
	if w := c.afterAny(i, ":", "："); w != "" {
		if m := c.minuteEnd(i + len(w)); m == i+len(w)+2 {
			return m, false
		}
		return 0, false
	}
	w := c.afterAny(i, "时", "点")
	if w == "" || c.afterAny(i+len(w), "期", "间", "段", "代", "限", "效", "速") != "" {
		return 0, false
	}
	i += len(w)
	if h := c.afterAny(i, "半", "整", "钟"); h != "" {
		return i + len(h), true
	}
	if m := c.minuteEnd(i); m > i && c.after(m, "分") {
		return m + len("分"), true
	}
	return i, false
}

// minuteEnd is where the minutes end that begin at byte i, i where none do.
func (c *context) minuteEnd(i int) int {
	if i < len(c.s) {
		if m := normalize.ScanNumeral(c.s, i); m.Form != normalize.NoNumeral && c.upTo(m, 59) {
			return m.End
		}
	}
	return i
}

// ofDay says whether what stands before byte i makes an hour of what begins there: 早上不到|7点, 9月10日|18时, 22时至次日|6时.
func (c *context) ofDay(i int) bool {
	i -= len(c.beforeAny(i, "不到", "近", "约"))
	if c.beforeIn(i, dayParts) != "" {
		return true
	}
	at := c.lastEnd()
	return at > 0 && at <= i && c.marks[len(c.marks)-1].as == policy.AsPeriod && (at == i && c.before(i, "日") || slices.Contains(hourTo, c.s[at:i]))
}

// hourFollows says whether the hour that ends at byte i is the first of two: 8:30|—17:30.
func (c *context) hourFollows(i int) bool {
	for _, to := range hourTo {
		if !c.after(i, to) || i+len(to) >= len(c.s) {
			continue
		}
		n := normalize.ScanNumeral(c.s, i+len(to))
		if n.Form == normalize.NoNumeral || !c.upTo(n, 24) {
			continue
		}
		if end, _ := c.hourEnd(n.End); end > 0 {
			return true
		}
	}
	return false
}

var (
	dayParts = phrases["daypart"]
	hourTo   = []string{"至", "到", "—", "-", "～", "~", "至次日", "到次日", "至翌日", "至当日"}
)
