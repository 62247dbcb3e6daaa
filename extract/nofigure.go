package extract

import (
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
	if len(w) < 6 || strings.IndexByte(w, '.') < 0 {
		return mark{}, false
	}
	if !strings.Contains(w, "://") && !strings.Contains(w, "www.") && !strings.Contains(w, "@") && !strings.Contains(w, ".cn") && !strings.Contains(w, ".com") {
		return mark{}, false
	}
	return mark{start: max(i, c.lastEnd()), end: j, as: policy.AsIdentifier}, true
}

// periodLeads begin a period before its numeral: 第十四个五年规划, 前5个月, 未来五年.
var periodLeads = []string{"第", "前", "近", "未来", "过去", "过去的", "今后", "最近", "今后的", "接下来", "接下来的", "上一个", "近十"}

var periodLeadSet = newWordSet(periodLeads...)

// periodMark takes what normalize reads as a period, with what leads it.
func (c *context) periodMark(n normalize.Numeral) (mark, bool) {
	if !c.dateable(n) {
		if w := c.afterAny(n.End, "多年", "余年"); w != "" && n.Exp == 0 && c.beforeAny(n.Start, "经过", "历经") != "" {
			return mark{start: n.Start, end: n.End + len(w), as: policy.AsPeriod}, true // 经过30多年发展
		}
		return mark{}, false
	}
	if m, ok := c.fromJanuary(n); ok {
		return m, true
	}
	for _, lead := range periodLeads {
		if !periodLeadSet.ends.Ends(c.s[:n.Start]) {
			break
		}
		if start := n.Start - len(lead); c.before(n.Start, lead) && start >= c.lastEnd() && (lead != "前" || normalize.RelativeMayBegin(c.s, start)) {
			if k, p := normalize.MatchPeriod(c.s[start:]); start+k >= n.To && k > 0 {
				return mark{start: start, end: start + k, as: policy.AsPeriod, period: p}, true
			}
		}
	}
	if k, p := normalize.MatchPeriod(c.s[n.Start:]); n.Start+k >= n.From && k > 0 && !(n.Form == normalize.Han && p.Relative && c.shortQuote(n.Start)) {
		return mark{start: n.Start, end: n.Start + k, as: policy.AsPeriod, period: p}, true
	}
	return c.timespan(n)
}

// fromJanuary reads months from the first on, which is called 元: 元至5月, 元-5月.
func (c *context) fromJanuary(n normalize.Numeral) (mark, bool) {
	switch charBefore(c.s, n.Start) {
	case '至', '-', '～':
	default:
		return mark{}, false // as nearly all
	}
	w := c.beforeAny(n.Start, "元月至", "元月-", "元月～", "元至", "元-", "元～")
	start := n.Start - len(w)
	if w == "" || start > 0 && (c.s[start-1] < 0x80 || c.beforeAny(start, "亿", "万", "千", "百", "美", "港") != "") {
		return mark{}, false
	}
	k, p := normalize.MatchPeriod(c.s[n.Start:])
	if k == 0 || p.From != p.To || p.From.Month < 2 || p.From.Day > 0 || n.Start+k < n.To {
		return mark{}, false
	}
	p.From.Month = 1
	return mark{start: start, end: n.Start + k, as: policy.AsPeriod, period: p}, true
}

// dateable says whether what follows numeral n may make a date or plan of it: most
// numerals count something, and need no closer look.
func (c *context) dateable(n normalize.Numeral) bool {
	if n.Form == normalize.Dotted {
		return true
	}
	if n.To == len(c.s) {
		return n.To-n.From >= 6
	}
	if b := c.s[n.To]; b < 0x80 {
		return b == '-' || b == '/' || b == '.' || b == ' ' || b == ':' || b == '"' && n.Form != normalize.Arabic
	}
	if n.Form != normalize.Arabic && n.To-n.From >= 6 {
		return true // 十四五, 二〇三五
	}
	return c.afterIn(n.To, dateMarks) != ""
}

// dateMarks follow the numeral of a date or plan.
var dateMarks = newWordSet("年", "月", "日", "季", "个", "至", "到", "、", "～", "—", "世", "”", "五", "两", "周", "和", "及", "期", "天", "时", "届")

// The units of a time span, and the verbs that make it a figure: 提前3个月.
var (
	spanUnits  = newWordSet("年", "个月", "年来", "年间", "年里", "年中", "年前", "多年前", "余年前")
	spanDeeds  = newWordSet("增长", "增加", "净增", "新增", "新建", "改造", "建成", "建设", "投入", "减少", "下降", "提高", "翻")
	spanBounds = newWordSet("满", "达", "达到", "为", "超", "超过", "近", "约", "每", "第", "少于", "低于", "至", "到", "足", "过")
	spanVerbs  = newWordSet("提前", "提前近", "缩短", "缩短近", "压缩", "延长", "延长近", "推迟", "减少", "减少近", "了近")
)

// timespan takes the years or months that only say when: 五年实施项目1481项, 前5个月.
func (c *context) timespan(n normalize.Numeral) (mark, bool) {
	w := c.afterIn(n.End, spanUnits)
	if w == "" || n.Exp > 0 || c.beforeIn(n.Start, spanVerbs) != "" {
		return mark{}, false
	}
	m := mark{start: n.Start, end: n.End + len(w), as: policy.AsPeriod}
	if w == "年" && c.afterAny(m.end, "一贯制", "制") != "" && c.afterAny(m.end, "制造", "制定", "制订", "制作", "制度", "制成") == "" {
		m.as = policy.AsName // 十二年一贯制学校, 三年制高职
		return m, true
	}
	if c.after(m.end, "累计数") {
		return m, true // 〔〕内为5年累计数
	}
	if strings.HasSuffix(w, "年前") {
		return m, c.beforeAny(n.Start, "满", "届满", "期满") == "" // 辞职是在10年前
	}
	if n.Form == normalize.Han && w == "年" {
		if c.plan(m.end) {
			m.as = policy.AsName // 小微企业三年成长计划
			return m, true
		}
		if c.afterAny(m.end, "平均", "年均") != "" {
			return m, true // 两年平均增长5.3%
		}
		if c.afterAny(m.end, "时间", "努力", "左右的时间", "左右时间", "的努力", "的时间", "翻", "内") != "" && c.beforeAny(n.Start, "满", "不足", "不超过", "届满") == "" {
			return m, true
		}
	}
	if w == "年" && c.afterAny(m.end, "累计", "共计", "共增", "共减", "共推", "共实", "共完", "共建", "共新", "共投", "共培") != "" {
		return m, true // 五年累计投资406亿元, 十年共增加2万人
	}
	if w == "年" && c.afterIn(m.end, spanDeeds) != "" && c.beforeIn(n.Start, spanBounds) == "" && strings.IndexByte(c.s[n.From:n.To], '.') < 0 && strings.ContainsAny(c.s[m.end:c.clauses[c.clauseAt(m.end)].end], "0123456789") {
		return m, true // 公路里程五年增长2.7万公里
	}
	if lead := c.beforeAny(n.Start, "经过", "历经", "经过近", "历经近", "经", "经过了"); lead != "" && strings.HasPrefix(w, "年") {
		return m, true // 经过两年建设
	}
	if lead := c.beforeAny(n.Start, "前", "近", "未来", "过去", "今后", "最近"); lead != "" && c.afterAny(m.end, "内", "期") == "" {
		m.start -= len(lead)
		return m, m.start >= c.lastEnd()
	}
	cl := c.clauses[c.clauseAt(n.Start)]
	head := c.s[cl.start:n.Start]
	if n.Form == normalize.Han && m.end == cl.end && strings.HasSuffix(head, "的") && strings.Contains(head, "是") {
		return m, true // 是极不平凡的五年
	}
	if !normalize.HanEdges(head) {
		head = strings.Trim(head, " “")
	}
	if head != "" && head != "这" && head != "五年来" || w == "个月" {
		return mark{}, false
	}
	rest := strings.TrimPrefix(c.s[m.end:cl.end], "内")
	if strings.HasPrefix(rest, "分") || strings.HasPrefix(rest, "累计") {
		return m, true // 3年内分期给予…
	}
	if c.after(m.end, "内") && startsIn(rest, "我", "全", "将", "力争") {
		return m, true // 5年内我省将完成造林3万亩
	}
	return m, len(w) > 3 || verbs.prefix(rest) > 0 || weak.prefix(rest) > 0 || strings.HasPrefix(rest, "累计")
}

// plan says whether the years that end at byte i are those of a plan's name:
// 三年行动计划, 三年攻坚.
func (c *context) plan(i int) bool {
	for at, n := i, 0; n < 8 && at < len(c.s); n++ {
		if c.afterAny(at, "行动", "计划", "规划", "方案", "攻坚", "倍增") != "" {
			return true
		}
		if strings.Contains("，。；、：（）", c.nextRune(at)) {
			return false
		}
		at += runeLen(c.s[at])
	}
	return false
}

// What closes the number of a list: 1、 （1） 一是.
var (
	listMarks = newWordSet("、", "．", "）")
	listVerbs = newWordSet("是", "要")
)

// listNumber takes the number of a list.
func (c *context) listNumber(n normalize.Numeral) (mark, bool) {
	ordinal := mark{start: n.Start, end: n.End, as: policy.AsOrdinal}
	if n.Form != normalize.Han && n.Form != normalize.Arabic || n.Exp > 0 {
		return mark{}, false
	}
	if c.before(n.Start, "（") && c.after(n.End, "）") {
		return ordinal, len(c.s[n.Start:n.End]) <= 9
	}
	cl := c.clauses[c.clauseAt(n.Start)]
	atHead := n.Start-cl.start <= 12 && (n.Start == cl.start || !normalize.HanEdges(c.s[cl.start:n.Start]) && strings.Trim(c.s[cl.start:n.Start], " “（#*—-•·") == "")
	if atHead && n.Form == normalize.Han && c.afterIn(n.End, listVerbs) != "" && n.End-n.Start <= 6 {
		return ordinal, true
	}
	w := c.afterIn(n.End, listMarks)
	if w == "" && n.End < len(c.s) && c.s[n.End] < 0x80 {
		w = c.afterAny(n.End, ".", ") ")
	}
	if atHead && cl.start == 0 {
		return ordinal, w != "" && n.End-n.Start <= 9
	}
	return ordinal, n.Form == normalize.Arabic && n.To-n.From <= 2 && (w == "." || w == "、") && c.startsItem(n.Start, n.End+len(w))
}

// startsItem says whether an item of a list goes on at byte end, whose number begins
// at byte start: behind the end of a sentence or the word that opens the list.
func (c *context) startsItem(start, end int) bool {
	for start > 0 && c.s[start-1] == ' ' {
		start--
	}
	for end < len(c.s) && c.s[end] == ' ' {
		end++
	}
	return c.beforeAny(start, "。", "；", "：", "）") != "" && end < len(c.s) && c.s[end] >= 0xE3
}

// counterNouns take a number of their own: 表3, 附件1, 专栏2-1.
var counterNouns = []string{"表", "图", "附件", "附表", "附录", "专栏", "公式", "注", "案例", "类型", "方案", "情形", "目标", "任务", "问题", "项目包"}

var counterLexicon = newLexicon(counterNouns)

// ordinal takes 第N with what it numbers, and the number of a table or annex.
func (c *context) ordinal(n normalize.Numeral) (mark, bool) {
	if c.before(n.Start, "第") {
		end := n.End
		for c.afterAny(end, "、") != "" { // 第一、二批
			m := normalize.ScanNumeral(c.s, end+len("、"))
			if m.Form == normalize.NoNumeral || c.unitLen(m.End) == 0 {
				break
			}
			end = m.End
		}
		return mark{start: n.Start, end: end, as: policy.AsOrdinal}, true
	}
	if w := c.afterAny(n.End, "届", "次"); w != "" && c.session(n, n.End+len(w)) {
		return mark{start: n.Start, end: n.End + len(w), as: policy.AsOrdinal}, true
	}
	if n.Form == normalize.Arabic && n.To-n.From == 4 && c.after(n.End, "届") {
		return mark{start: n.Start, end: n.End + len("届"), as: policy.AsOrdinal}, true // 2020届高校毕业生
	}
	if c.after(n.End, "周年") && !c.before(n.Start, "满") {
		return mark{start: n.Start, end: n.End + len("周年"), as: policy.AsOrdinal}, true // 成立70周年
	}
	w := c.s[n.Start-counterLexicon.suffix(c.s[:n.Start]) : n.Start]
	if w == "" || n.Exp > 0 || c.unitLen(n.End) > 0 {
		return mark{}, false
	}
	if w == "表" && c.beforeAny(n.Start-len(w), "代", "列", "报", "发", "图", "电", "手") != "" && !c.before(n.Start-len(w), "附") {
		return mark{}, false
	}
	end := n.End
	if end < len(c.s) && c.s[end] == '-' {
		if m := normalize.ScanNumeral(c.s, end+1); m.Form != normalize.NoNumeral {
			end = m.End
		}
	}
	return mark{start: n.Start, end: end, as: policy.AsOrdinal}, true
}

// session says whether a numeral with 届 or 次 numbers a congress or its meeting:
// 党的十九届五中全会, 市委七届八次全会.
func (c *context) session(n normalize.Numeral, end int) bool {
	if c.afterAny(end, "全会", "会议", "全体会议", "党代会", "代表大会", "人民代表大会", "人大", "全国", "中央", "党代表", "常委会", "历次", "政协", "理事会", "委员会", "董事会") != "" {
		return true
	}
	if c.beforeAny(n.Start, "党的", "中央", "省委", "市委", "县委", "区委", "人大", "政协", "州委", "自治区党委", "党委", "大会", "届") != "" {
		return true
	}
	at := end
	if w := c.afterAny(end, "、", "和"); w != "" {
		at += len(w)
	}
	m := normalize.ScanNumeral(c.s, at)
	if m.Form != normalize.Han {
		return false
	}
	return c.afterAny(m.End, "中全会", "次全会", "次会议", "届", "次全体会议", "次党代会", "次代表大会", "中、") != ""
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
	return mark{start: max(w.start, c.lastEnd()), end: max(w.end, n.End), as: policy.AsWord}, true
}

// numberedWords are what a telephone or file number stands behind.
var (
	numberedWords   = []string{"电话：", "电话", "热线：", "热线", "传真：", "邮编：", "邮政编码：", "编号：", "证号：", "备案号：", "QQ：", "QQ群："}
	numberedLexicon = newLexicon(numberedWords)
)

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// identifier takes codes, document and house numbers.
func (c *context) identifier(n normalize.Numeral) (mark, bool) {
	s := c.s
	m := mark{start: n.Start, end: n.End, as: policy.AsIdentifier}
	if n.Form == normalize.Dotted {
		return m, true
	}
	if numberedLexicon.suffix(c.s[:n.Start]) > 0 && n.Exp == 0 && c.unitLen(n.End) == 0 {
		return m, true
	}
	if c.after(n.End, "号") && c.afterAny(n.End, "号召", "号码") == "" || c.after(n.End, "#") || c.before(n.Start, "〔") || c.before(n.Start, "[") && c.after(n.End, "]") {
		return m, true
	}
	if n.Form != normalize.Arabic {
		return m, false
	}
	if c.codeGoesOn(n) || c.shortNumber(n) || c.budgetCode(n) {
		return m, true
	}
	if i := n.Start; i > 0 && (isLetter(s[i-1]) || i > 1 && (s[i-1] == '-' || s[i-1] == '.' || s[i-1] == '_') && isLetter(s[i-2])) {
		for m.end < len(s) && (isLetter(s[m.end]) || s[m.end] >= '0' && s[m.end] <= '9' || s[m.end] == '-' && m.end+1 < len(s) && s[m.end+1] >= '0' && s[m.end+1] <= '9') {
			m.end++
		}
		return m, true
	}
	if n.Exp == 0 && n.To < len(s) && isLetter(s[n.To]) && c.unitLen(n.To) == 0 {
		for m.end < len(s) && isLetter(s[m.end]) {
			m.end++
		}
		return m, true
	}
	if n.Exp == 0 && n.To-n.From >= 7 && strings.IndexByte(s[n.From:n.To], '.') < 0 && strings.IndexByte(s[n.From:n.To], ',') < 0 && c.unitLen(n.End) == 0 {
		return m, true // a telephone or registration number
	}
	if c.afterAny(n.End, "楼", "室", "弄", "幢") != "" && c.beforeAny(n.Start, "路", "街", "号", "弄", "巷", "大厦", "中心") != "" {
		return m, true
	}
	return m, false
}

// codeGoesOn says whether numeral n goes on the code that stands right before it:
// LJ001/2024-0117.
func (c *context) codeGoesOn(n normalize.Numeral) bool {
	k := len(c.marks)
	if k == 0 || n.Start == 0 || c.s[n.Start-1] != '/' && c.s[n.Start-1] != '-' {
		return false
	}
	return c.marks[k-1].as == policy.AsIdentifier && c.marks[k-1].end == n.Start-1
}

// serviceWords follow the short number of a public service: 12345热线, 110报警.
var serviceWords = newWordSet("热线", "报警", "急救", "举报", "投诉", "政务服务", "便民", "政府服务", "客服", "服务热线", "消费者", "市民")

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
var schemes = newWordSet("工程", "行动", "计划", "战略", "体系", "模式", "机制", "版", "时代", "框架", "布局", "格局", "方案", "专项", "新政", "平台", "政策", "号工程", "工作法")

// slogan takes numerals that are part of a name or slogan.
func (c *context) slogan(n normalize.Numeral) (mark, bool) {
	s := c.s
	m := mark{start: n.Start, end: n.End, as: policy.AsName}
	if c.inTitle(n.Start) {
		return m, true
	}
	if n.Form == normalize.Han {
		return m, c.hanSlogan(n) || c.shortened(n.Start)
	}
	if n.Form != normalize.Arabic {
		return m, false
	}
	if c.before(n.Start, "每") && c.afterAny(n.End, "人口", "人中", "人拥有", "人有") != "" {
		m.as = policy.AsWord // 每10万人中有大学生
		return m, true
	}
	if n.Exp > 0 {
		return m, false
	}
	unit := c.unitLen(n.End)
	at := n.End + btoi(n.End < len(c.s) && c.s[n.End] == ' ')
	if c.after(n.End, "星级") || c.after(at, "强") && c.afterAny(at, "强度", "强化", "强调") == "" {
		return m, true // 5星级酒店, 世界500强
	}
	plusAfter := n.End < len(s) && (s[n.End] == '+' || s[n.End] == '>' && unit == 0)
	plusBefore := n.Start > 0 && (s[n.Start-1] == '+' || s[n.Start-1] == '>') && n.Start > 1 && (isLetter(s[n.Start-2]) || s[n.Start-2] >= '0' && s[n.Start-2] <= '9' || c.before(n.Start-1, "”"))
	if plusAfter || plusBefore {
		return m, unit == 0 || plusAfter
	}
	if unit > 0 && (c.livingCircle(n.End+unit) || c.afterAny(n.End+unit, "滑动平均", "平均浓度") != "") {
		return m, true // 臭氧日最大8小时滑动平均
	}
	if unit > 0 {
		return m, c.before(n.Start, "“") && (c.after(n.End, "条”") || isLetter(c.s[n.End]) && c.after(n.End+unit, "”")) // “115N”
	}
	if c.before(n.Start, "“") && c.after(n.End, "”") || c.before(n.Start, "·") || c.after(n.End, "·") || c.after(n.End, "”") && c.inQuotes(n.Start) {
		return m, true
	}
	if c.afterIn(n.End, schemes) != "" {
		return m, true
	}
	if c.after(n.End, "日游") || c.shortQuote(n.Start) && n.End < len(c.s) && c.s[n.End] >= 0x80 && c.manyInQuotes(n.Start) {
		return m, true // 3日游, “6轴7廊8通道”
	}
	return m, false
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
	if p.beforeAny(i, "分钟", "小时") == "" {
		return false
	}
	for at, n := i, 0; n < 8 && at < len(p.s) && !strings.Contains("，。；、”", p.nextRune(at)); n++ {
		if p.after(at, "圈") {
			return true
		}
		at += runeLen(p.s[at])
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
	if !p.quoted() {
		return false
	}
	from := max(0, i-60)
	open := lastIndex(p.s[from:i], "“")
	return open >= 0 && open > lastIndex(p.s[from:i], "”")
}

// inTitle says whether byte i stands in 《…》.
func (p *passage) inTitle(i int) bool {
	if !p.titled() {
		return false
	}
	from := max(0, i-240)
	open := lastIndex(p.s[from:i], "《")
	return open >= 0 && open > lastIndex(p.s[from:i], "》") && strings.Contains(p.s[i:min(len(p.s), i+300)], "》")
}
