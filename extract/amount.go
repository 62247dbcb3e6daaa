package extract

import (
	"cmp"
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// quantity is a numeral as an amount: its digits, magnitudes, the 余 or 多 among
// them, and the unit.
type quantity struct {
	numeral  normalize.Numeral
	end      int // of the whole, unit included
	numEnd   int // of numeral and magnitude
	value    normalize.Decimal
	exp      int // power of ten folded in
	sign     int // where a minus stands, -1 if none
	over     policy.Span
	unit     normalize.Unit
	unitSpan policy.Span
	valued   bool
	endless  bool // 三分之一
	parted   bool // its value goes on behind its unit: 三成五
}

// quantityAt reads numeral n with what follows it. The unit is empty where none
// is written.
func (c *context) quantityAt(n normalize.Numeral) quantity {
	q := quantity{numeral: n, end: n.End, numEnd: n.End, exp: n.Exp, sign: -1}
	q.value, q.valued = n.Value(c.s)
	if n.Form == normalize.Ratio {
		q.value, q.endless, q.valued = fraction(c.s[n.Start:n.End])
	}
	if w := c.afterIn(q.end, overWords); w != "" && !c.manyIsWord(q.end) {
		c.andOver(&q, len(w))
	}
	switch n.Form {
	case normalize.Percent:
		q.unit, q.unitSpan = percentUnit(c.s[n.Start:n.From]), policy.Span{Start: n.Start, End: n.From}
	case normalize.Ratio:
	default:
		c.andUnit(&q)
	}
	return q
}

// andOver takes the n bytes of 余 or 多 behind q, with a magnitude behind them, where that, a unit or what is counted
// follows: 2万|余|居民.
func (c *context) andOver(q *quantity, n int) {
	end, exp := normalize.ScanMagnitude(c.s, q.end+n)
	if c.unitLen(end) == 0 && exp == 0 && (q.exp == 0 || end == len(c.s) || c.s[end] < 0xE4) {
		return
	}
	q.over = policy.Span{Start: q.end, End: q.end + n}
	q.end, q.numEnd, q.exp, q.value = end, end, q.exp+exp, q.value.Shift(exp)
	if exp > 0 && c.afterAny(q.end, "余", "多") != "" {
		q.end += len("余")
	}
}

// andUnit reads the unit behind q, with what stands before and behind it: 300|（含）立方米|以下, 1|倍多|, 一|年半|.
func (c *context) andUnit(q *quantity) {
	at := q.end
	if at < len(c.s) && c.s[at] == ' ' {
		at++
	}
	if at < len(c.s) && c.s[at] == "（"[0] && c.after(at, "（含）") {
		at += len("（含）")
	}
	if q.valued && q.exp == 0 && strings.HasPrefix(c.s[at:], "个半") {
		if at = c.halved(q, at); q.unitSpan.Len() > 0 {
			return
		}
	}
	if k, u := c.unitAt(at); k > 0 {
		q.unit, q.unitSpan, q.end = u, policy.Span{Start: at, End: at + k}, at+k
		if q.over.Len() == 0 && c.after(q.end, "多") && c.endsClause(q.end+len("多")) {
			q.over = policy.Span{Start: q.end, End: q.end + len("多")}
			q.end = q.over.End
		}
		if q.valued && q.exp == 0 {
			q.andParts(c.s)
		}
	} else if w := c.afterAny(at, "/10万"); w != "" { // 孕产妇死亡率15.1/10万
		q.unit = normalize.Unit{Name: w, Kind: normalize.RatioUnit}
		q.unitSpan, q.end = policy.Span{Start: at, End: at + len(w)}, at+len(w)
	}
}

var half = normalize.Int(5).Shift(-1)

// halved adds the 个半 at byte i where a time stands behind it, and gives where the unit begins: 一|个半|小时. 两|个半月| is read
// as a whole.
func (c *context) halved(q *quantity, i int) int {
	at := i + len("个半")
	if _, u := c.unitAt(at); u.Kind == normalize.TimeUnit {
		q.value, q.parted = q.value.Add(half), true
		return at
	}
	if c.after(at, "月") {
		_, q.unit = normalize.MatchUnit("个月")
		q.value, q.parted, q.end = q.value.Add(half), true, at+len("月")
		q.unitSpan = policy.Span{Start: at, End: q.end}
	}
	return i
}

// andParts adds what is told of the unit's parts behind it: 一年半, 两倍半, 一成半, 三成五.
func (q *quantity) andParts(s string) {
	rest := s[q.end:]
	switch q.unit.Name {
	case "成":
		if n := normalize.HanDigit(rest); n > 0 && n < 10 && normalize.HanDigit(rest[len("五"):]) == 0 {
			q.value, q.end, q.parted = q.value.Add(normalize.Int(int64(n)).Shift(-1)), q.end+len("五"), true
			return
		}
	case "年", "天", "倍":
	default:
		return
	}
	if startsIn(rest, "半") && !startsIn(rest, "半年", "半载", "半价", "半数", "半月", "半天", "半径", "半日") {
		q.value, q.end, q.parted = q.value.Add(half), q.end+len("半"), true
	}
}

var overWords = phrases["over"]

// manyIsWord says whether the 多 or 余 at byte i begins a word of its own:
// 多元, 多层, 余额.
func (p *passage) manyIsWord(i int) bool {
	return p.afterIn(i, manyWords) != "" &&
		p.afterAny(i, "余人", "多元/", "多层楼") == ""
}

// percentUnit is the unit of 百分之, 千分之, 万分之.
func percentUnit(w string) normalize.Unit {
	return normalize.Unit{Name: cmp.Or(partUnits[upTo(w, len("千"))], "%")}
}

var partUnits = map[string]string{"千": "‰", "仟": "‰", "万": "‱", "萬": "‱"}

// voltageClass says whether a number of 千伏 that ends at byte i only tells of what class a line or a station is:
// 10千伏|线路, 35千伏|及以下工程.
func (c *context) voltageClass(i int) bool {
	n := len(c.afterAny(i, "及以下", "及以上", "级"))
	of, _, ok := strings.Cut(upTo(c.s[i+n:], len("行政村老旧配电")), "配电")
	return n > 0 && ok && unbroken(of) || // 10千伏及以下|农村配电网
		c.afterIn(i+n, powerWorks) != ""
}

// householdOf says whether a number of 人 that ends at byte i only tells how large a household or a side is: 1人|户不低于20平方米.
func (c *context) householdOf(i int) bool {
	return c.after(i, "制") && c.afterAny(i, "制作", "制造", "制成") == "" || // 5人制足球场
		c.after(i, "户") && c.afterAny(i, "户籍", "户口", "户外", "户均") == ""
}

// classed are what is told by its class: 1类|创新药, 三类|医疗器械.
var classed = phrases["classed"]

// powerWorks are what has a class of voltage.
var powerWorks = phrases["powerwork"]

// unitAt is the unit that begins at byte i. Several rules ask about the same place
// one after the other: the last answer is kept.
func (c *context) unitAt(i int) (int, normalize.Unit) {
	if i >= len(c.s) {
		return 0, normalize.Unit{}
	}
	if c.unitPlace != i+1 {
		c.unitBytes, c.unit = normalize.MatchUnit(c.s[i:])
		c.unitPlace = i + 1
	}
	return c.unitBytes, c.unit
}

// unitLen is the length of the unit that begins at byte i, 0 if none does.
func (c *context) unitLen(i int) int {
	n, _ := c.unitAt(i)
	return n
}

// amount reads a numeral with its unit.
func (c *context) amount(n normalize.Numeral) (mark, bool) {
	if m, ok := c.belowZero(n); ok {
		q := c.quantityAt(m)
		q.value = q.value.Neg()
		f := c.figure(q)
		f.start, f.fig.num.Start, f.fig.ValueRaw = n.Start, n.Start, c.s[n.Start:m.To]
		return f, true
	}
	q := c.quantityAt(n)
	if q.unit.Name == "千伏" && c.voltageClass(q.end) || q.unit.Name == "人" && c.householdOf(q.end) || q.unit.Name == "类" && c.afterIn(q.end, classed) != "" {
		return mark{start: n.Start, end: q.end, as: policy.AsName}, true
	}
	if q.unit.Name == "" && n.Form != normalize.Ratio || !q.valued {
		return mark{}, false
	}
	if q.unit.Kind == normalize.CurrencyUnit && c.after(q.end, "级") && c.afterAny(q.end+len("级"), "别", "规模", "台阶", "行列", "水平") == "" {
		return mark{start: n.Start, end: q.end + len("级"), as: policy.AsName}, true // 亿元级企业
	}
	if n.Form == normalize.Han && !c.countsForReal(n, q) {
		return mark{start: n.Start, end: n.End, as: c.hanKind(n)}, true
	}
	return c.figure(q), true
}

// figure makes the mark of a quantity.
func (c *context) figure(q quantity) mark {
	start := q.numeral.Start
	if q.sign = c.minus(start); q.sign >= 0 {
		start, q.value = q.sign, q.value.Neg()
	}
	f := c.arena.draft()
	f.clause, f.group = c.clauseAt(start), -1
	f.num = policy.Span{Start: start, End: q.numEnd}
	f.unit = q.unitSpan
	f.Value, f.Decimals = q.value.String(), q.value.Digits()
	f.ValueRaw = strings.TrimSpace(c.s[start:q.numeral.To])
	f.UnitRaw = c.s[q.numeral.To:q.end]
	if q.parted {
		f.ValueRaw, f.UnitRaw = c.s[start:q.end], c.s[q.unitSpan.Start:q.unitSpan.End]
	}
	f.Scale = scale(q.exp)
	f.Unit, f.kind = q.unit.String(), q.unit.Kind
	f.Comparator, f.Measure, f.Status = policy.Equal, policy.Level, policy.Actual
	f.endless = q.endless
	if q.over.Len() > 0 {
		f.Comparator, f.bound = policy.OverBit, c.arena.within(q.over)
	}
	return mark{start: start, end: q.end, as: policy.AsFigure, fig: f}
}

// scale is 10 to the power exp as a figure writes it.
func scale(exp int) string {
	if one := "1000000000000000000000000"; exp < len(one) {
		return one[:exp+1]
	}
	return normalize.Int(1).Shift(exp).String()
}

// statedBefore states the value behind it, manyWords are words that 多 and 余 begin.
var statedBefore, manyWords = phrases["stated"], phrases["many"]

// bareAmount reads a number whose unit is not written: with a magnitude (66亿),
// after a verb that states a value (指数达到65.3), or before what it counts (有11乡镇).
func (c *context) bareAmount(n normalize.Numeral) (mark, bool) {
	if n.Form != normalize.Arabic && n.Form != normalize.Compound {
		return mark{}, false
	}
	q := c.quantityAt(n)
	if !q.valued || c.inSpacedNumber(n) {
		return mark{}, false
	}
	if c.indexBase(n) {
		return mark{start: n.Start, end: n.End, as: policy.AsWord}, true
	}
	if w, _ := changeAt(c.s[q.end:]); w != "" && (c.before(n.Start, "的") || c.afterAny(q.end+len(w), "为", "至", "到") != "") {
		return c.figure(q), true // 由上年的1.88缩小到1.84
	}
	if u, ok := c.rateBehind(q.end); ok {
		q.unit = u
		return c.figure(q), true // 快4.2和2.1个百分点
	}
	stated, next := c.stated(n), c.nextRune(q.end)
	closes := next == "" || strings.Contains("，。；、）和及与（：", next) || stated && c.boundAfterLen(q.end) > 0
	if q.exp > 0 || q.over.Len() > 0 || stated && (closes || c.before(n.Start, "有") || c.decimal(n)) || closes && (c.listsOn(n) || c.onMeasuring(n)) {
		return c.figure(q), true
	}
	return mark{}, false
}

// stated says whether the words before numeral n state its value: 指数达到|65.3, 有效利用系数|0.565, 分别回落|2.16和1.66个百分点.
func (c *context) stated(n normalize.Numeral) bool {
	if c.beforeIn(n.Start, statedBefore) != "" || c.decimal(n) && c.beforeAny(n.Start, "系数", "指数", "性别比", "收入比") != "" {
		return true
	}
	w, _ := c.changeBefore(n.Start)
	return len(w) > len("增")
}

// decimal says whether numeral n has decimals.
func (c *context) decimal(n normalize.Numeral) bool {
	return strings.IndexByte(c.s[n.From:n.To], '.') >= 0
}

// listsOn says whether numeral n goes on the list of the figure before: 分别为65.3、|70.1|和80.2.
func (c *context) listsOn(n normalize.Numeral) bool {
	k := len(c.marks) - 1
	return k >= 0 && c.marks[k].fig != nil && c.marks[k].end >= n.Start-3 && c.beforeAny(n.Start, "、", "和") != ""
}

// onMeasuring says whether a number with decimals stands behind a noun, as a figure before it
// in its paragraph does, 年末羊存栏12.3万头，羊出栏|16.4|: its unit was left out. 2.0 is an edition: 数字政府2.0.
func (c *context) onMeasuring(n normalize.Numeral) bool {
	return c.decimal(n) && !strings.HasSuffix(c.s[n.From:n.To], ".0") && n.Start >= 3 && normalize.HanEdges(c.s[n.Start-3:n.Start]) &&
		slices.ContainsFunc(c.marks, func(m mark) bool { return m.fig != nil })
}

// rateBehind is the unit of the rate that 和 or 、 joins to the number before byte i: it is
// that of both.
func (c *context) rateBehind(i int) (normalize.Unit, bool) {
	w := c.afterAny(i, "和", "、", "与", "及")
	if w == "" {
		return normalize.Unit{}, false
	}
	n := normalize.ScanNumeral(c.s, i+len(w))
	if n.Form != normalize.Arabic {
		return normalize.Unit{}, false
	}
	_, u := normalize.MatchUnit(c.s[n.End:])
	return u, u.Name == "%" || u.Name == "百分点" || u.Name == "‰"
}

// inSpacedNumber says whether the numeral is one of several parted by blanks, as
// in telephone numbers: 010 8888 6666.
func (c *context) inSpacedNumber(n normalize.Numeral) bool {
	s := c.s
	return n.Start > 1 && s[n.Start-1] == ' ' && s[n.Start-2] >= '0' && s[n.Start-2] <= '9' ||
		n.End+1 < len(s) && s[n.End] == ' ' && s[n.End+1] >= '0' && s[n.End+1] <= '9'
}
