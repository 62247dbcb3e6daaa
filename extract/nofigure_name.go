package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// address takes the whole of a web or mail address.
func (c *context) address(n normalize.Numeral) (mark, bool) {
	s := c.s
	if s[n.Start] >= 0x80 || n.Start == 0 && n.End == len(s) {
		return mark{}, false
	}
	i, j := n.Start, n.Start
	for i > 0 && s[i-1] > ' ' && s[i-1] < 0x7f {
		i--
	}
	for j < len(s) && s[j] > ' ' && s[j] < 0x7f {
		j++
	}
	w := s[i:j]
	is := len(w) >= 6 && strings.IndexByte(w, '.') >= 0 && containsAny(w, "://", "www.", "@", ".cn", ".com")
	return mark{start: max(i, c.lastEnd()), end: j, as: policy.AsIdentifier}, is
}

// inWord takes a Chinese numeral that is part of a word.
func (c *context) inWord(n normalize.Numeral) (mark, bool) {
	if n.Form != normalize.Han && n.Form != normalize.Compound || c.s[n.Start] < 0x80 {
		return mark{}, false
	}
	if _, ok := c.belowZero(n); ok {
		return mark{}, false
	}
	cl := &c.clauses[c.clauseAt(n.Start)]
	w, ok := wordAt(c.s, cl.start, cl.end, n.Start)
	if !ok || w.end < n.End {
		return mark{}, false // 五万亩: the word 万亩 begins inside the numeral
	}
	if end := n.End + c.unitLen(n.End); w.start == n.Start && (end > w.end || end == w.end && end > n.End && c.boundAfterLen(end) > 0) {
		return mark{}, false // 三公里 is not 三公 and 里; 万亩以上
	}
	if w.end == n.End && c.after(n.End, "倍") {
		return mark{}, false // 提|高一|倍
	}
	return mark{start: max(w.start, c.lastEnd()), end: max(w.end, n.End), as: policy.AsWord}, true
}

var numberedWords = phrases["numbered"]

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// identifier takes codes, document and house numbers.
func (c *context) identifier(n normalize.Numeral) (mark, bool) {
	i := n.Start
	m := mark{start: i, end: n.End, as: policy.AsIdentifier}
	switch {
	case n.Form == normalize.Dotted,
		n.Exp == 0 && c.beforeIn(i-btoi(c.before(i, " ")), numberedWords) != "" && c.unitLen(n.End) == 0,
		c.after(n.End, "号") && c.afterAny(n.End, "号召", "号码") == "", c.after(n.End, "#"),
		c.before(i, "〔"), c.before(i, "[") && c.after(n.End, "]"):
		return m, true
	case n.Form != normalize.Arabic:
		return m, false
	case c.codeGoesOn(n), c.shortNumber(n), c.budgetCode(n), c.modelNumber(n):
		return m, true
	case c.beforeIn(i, axes) != "", c.axisGoesOn(i):
		m.end = c.coordinateEnd(n.End)
		return m, m.end > n.End
	}
	if end := c.letteredEnd(n); end > 0 {
		m.end = end
		return m, true
	}
	long := n.Exp == 0 && n.To-n.From >= 7 && !strings.ContainsAny(c.s[n.From:n.To], ".,") && c.unitLen(n.End) == 0 // a telephone or registration number
	if !long && c.after(n.End, "单元") && c.beforeAny(i, "楼", "栋", "幢") != "" {
		m.as = policy.AsOrdinal // 1号楼2单元
	}
	return m, long || m.as == policy.AsOrdinal || c.afterAny(n.End, "楼", "室", "弄", "幢") != "" && c.beforeAny(i, "路", "街", "号", "弄", "巷", "大厦", "中心") != ""
}

// modelNumber says whether numeral n is that of a road or a make: 国道312, 312国道, 波音747; not 国道191K+500.
func (c *context) modelNumber(n normalize.Numeral) bool {
	return (c.beforeIn(n.Start, models) != "" || n.To-n.From == 3 && c.afterIn(n.End, models) != "") && c.unitLen(n.End) == 0 && (n.End == len(c.s) || !isLetter(c.s[n.End]))
}

// letteredEnd is where the code ends that numeral n is in with letters before it, G60, PM2.5, or right behind it, 5G; 0 if it is in none.
func (c *context) letteredEnd(n normalize.Numeral) int {
	s, i, end := c.s, n.Start, n.End
	switch {
	case i > 0 && n.Exp < 4 && (isLetter(s[i-1]) || i > 1 && strings.IndexByte("-._", s[i-1]) >= 0 && isLetter(s[i-2])):
		for end < len(s) && (isLetter(s[end]) || s[end]-'0' < 10 || (s[end] == '-' || s[end] == '.') && end+1 < len(s) && s[end+1]-'0' < 10) {
			end++
		}
	case n.Exp == 0 && n.To < len(s) && isLetter(s[n.To]) && c.unitLen(n.To) == 0:
		for end < len(s) && isLetter(s[end]) {
			end++
		}
	default:
		return 0
	}
	return end
}

// codeGoesOn says whether numeral n goes on the code that stands right before it:
// LJ001/2024-0117, K191+500.
func (c *context) codeGoesOn(n normalize.Numeral) bool {
	k := len(c.marks) - 1
	return k >= 0 && n.Start > 0 && strings.IndexByte("/-+", c.s[n.Start-1]) >= 0 && c.marks[k].as == policy.AsIdentifier && c.marks[k].end == n.Start-1
}

// models stand before the number of a road or a make, or behind that of a road (国道312线, 312国道, 波音747), axes before the degrees of a place (东经118°20′,
// 北纬29°06′36″); axisTo leads from one such place to the next.
var (
	models = phrases["model"]
	axes   = phrases["axis"]
	axisTo = []string{"至", "到", "～", "—", "-"}
)

// axisGoesOn says whether the place that ends in degrees goes on at byte i: 东经118度20分至|119度.
func (c *context) axisGoesOn(i int) bool {
	at := c.lastEnd()
	return at > 0 && c.marks[len(c.marks)-1].as == policy.AsIdentifier && slices.Contains(axisTo, c.s[at:i]) && endsIn(c.s[:at], "°", "′", "″", "度", "分", "秒")
}

// coordinateEnd is where the degrees, minutes and seconds end that go on at byte i, i where none do.
func (c *context) coordinateEnd(i int) int {
	for k := i; ; i = k {
		sign := c.afterIn(k, degrees)
		if sign == "" {
			return i
		}
		i = k + len(sign)
		for k = i; k < len(c.s) && (c.s[k]-'0' < 10 || c.s[k] == '.'); k++ {
		}
		if k == i {
			return i
		}
	}
}

// degrees are the signs of degrees, minutes and seconds.
var degrees = newLexicon([]string{"°", "′", "″", "度", "分", "秒", "'", "\""})

// serviceWords follow the short number of a public service: 12345热线, 110报警.
var serviceWords = phrases["service"]

// shortNumber says whether numeral n is the telephone number of a public service.
func (c *context) shortNumber(n normalize.Numeral) bool {
	k := n.To - n.From
	return (k == 3 || k == 5) && n.Exp == 0 && (c.s[n.From] == '1' || c.s[n.From] == '9') && c.afterIn(n.End, serviceWords) != ""
}

// budgetCode says whether numeral n opens the passage as the code of a budget item:
// 20103政府办公厅（室）及相关机构事务; in a cell, which is read as a caption is, 201一般公共服务支出 too.
func (c *context) budgetCode(n normalize.Numeral) bool {
	k := len(leadingCode(c.s))
	return n.Start == 0 && n.End == k && (k > 3 || c.block.Kind == policy.Caption) && c.unitLen(n.End) == 0
}

// schemes follow a number that is part of a scheme's name: 196工程, 123行动.
var schemes = phrases["scheme"]

// slogan takes numerals that are part of a name or slogan.
func (c *context) slogan(n normalize.Numeral) (mark, bool) {
	m := mark{start: n.Start, end: n.End, as: policy.AsName}
	switch {
	case c.inTitle(n.Start):
		return m, true
	case c.before(n.Start, "每") && c.s[n.Start:n.End] == "千" && c.afterAny(n.End, "瓦", "克", "米", "伏") != "": // 每千瓦时0.1元
		m.as = policy.AsWord
		return m, true
	case n.Form == normalize.Han:
		return m, c.hanSlogan(n) || c.shortened(n.Start)
	case n.Form != normalize.Arabic:
		return m, false
	case c.before(n.Start, "每") && c.afterAny(n.End, "人口", "人中", "人拥有", "人有") != "": // 每10万人中有大学生
		m.as = policy.AsWord
		return m, true
	}
	return m, n.Exp == 0 && c.digitSlogan(n)
}

// digitSlogan says whether a numeral in digits is part of a name or slogan.
func (c *context) digitSlogan(n normalize.Numeral) bool {
	s, unit := c.s, c.unitLen(n.End)
	at := n.End + btoi(n.End < len(s) && s[n.End] == ' ')
	plusAfter := n.End < len(s) && (s[n.End] == '+' || s[n.End] == '>' && unit == 0)
	plusBefore := n.Start > 1 && (s[n.Start-1] == '+' || s[n.Start-1] == '>') && (isLetter(s[n.Start-2]) || s[n.Start-2]-'0' < 10 || c.before(n.Start-1, "”"))
	switch {
	case c.after(n.End, "星级"), c.after(at, "强") && c.afterAny(at, "强度", "强化", "强调") == "": // 5星级酒店, 世界500强
		return true
	case plusAfter || plusBefore:
		return unit == 0 || plusAfter
	case unit > 0:
		return c.livingCircle(n.End+unit) || c.afterAny(n.End+unit, "滑动平均", "平均浓度") != "" || // 臭氧日最大8小时滑动平均
			c.after(n.End, "条”") && c.inQuotes(n.Start) || // “惠企23条”
			c.before(n.Start, "“") && isLetter(s[n.End]) && c.after(n.End+unit, "”") // “115N”
	}
	return c.before(n.Start, "“") && c.after(n.End, "”") || c.before(n.Start, "·") || c.after(n.End, "·") || c.after(n.End, "”") && c.inQuotes(n.Start) ||
		c.afterIn(n.End, schemes) != "" || c.after(n.End, "日游") || // 3日游
		c.shortQuote(n.Start) && n.End < len(s) && s[n.End] >= 0x80 && c.manyInQuotes(n.Start) // “6轴7廊8通道”
}

// shortened says whether byte i stands in a name that 简称 gives: （简称北方六区，下同）.
func (p *passage) shortened(i int) bool {
	near := p.s[max(0, i-30):i]
	at := lastIndex(near, "简称")
	return at >= 0 && !containsAny(near[at:], "，", "）", "。")
}

// livingCircle says whether the minutes or hours that end at byte i name a circle around
// people: 15分钟生活圈, “1小时交通圈”.
func (p *passage) livingCircle(i int) bool {
	return p.beforeAny(i, "分钟", "小时") != "" && p.soon(i, "，。；、”", "圈")
}

// soon says whether one of words begins among the eight characters from byte i on, before one of stops.
func (p *passage) soon(i int, stops string, words ...string) bool {
	for n := 0; n < 8 && i < len(p.s) && !strings.Contains(stops, p.nextRune(i)); n++ {
		if p.afterAny(i, words...) != "" {
			return true
		}
		i += runeLen(p.s[i])
	}
	return false
}

// manyInQuotes says whether byte i stands in quotation marks with several numerals: “6轴7廊8通道”.
func (p *passage) manyInQuotes(i int) bool {
	from := lastIndex(p.s[:i], "“")
	to := i + max(0, strings.Index(p.s[i:], "”"))
	count, inside := 0, false
	for k := from; k < to; k++ {
		digit := p.s[k]-'0' < 10
		count += btoi(digit && !inside)
		inside = digit
	}
	return count > 1
}

// inQuotes says whether byte i stands in “…” that opened in the same clause.
func (p *passage) inQuotes(i int) bool {
	return p.quoted() && unclosed(p.s[max(0, i-60):i], "“", "”")
}

// unclosed says whether s opens what it does not close.
func unclosed(s, open, end string) bool {
	i := lastIndex(s, open)
	return i >= 0 && i > lastIndex(s, end)
}

// inTitle says whether byte i stands in 《…》.
func (p *passage) inTitle(i int) bool {
	return p.titled() && unclosed(p.s[max(0, i-240):i], "《", "》") && strings.Contains(p.s[i:min(len(p.s), i+300)], "》")
}
