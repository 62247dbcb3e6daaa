package extract

import (
	"math/bits"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A rule takes one way in which a numeral is meant. Rules are tried in order at
// each numeral that no earlier mark holds; the first that reads it wins.
type rule struct {
	name string
	doc  string // what it reads, with an example
	gate gate   // which numerals it may read
	read func(c *context, n normalize.Numeral) (mark, bool)
	yes  []string // wordings of which it must read the numeral
	no   []string // wordings that it must leave to others
}

// context is what a rule may look at: the passage and what was read before.
type context struct {
	*passage
	unitPlace int // where the last unit asked for begins, plus one
	unitBytes int
	unit      normalize.Unit
}

// rules in the order they are tried.
var rules = []rule{
	{name: "web address", doc: "https://www.example.cn/2021/03.html, a@b.cn", read: (*context).address,
		gate: gate{near: anyShape, before: graphic, behind: graphic},
		yes:  []string{"https://www.example.cn/2021/t3.html"}},
	{name: "rank", doc: "居全省第4位, 排名第3, 位居全国第一, 前10名", read: (*context).rank,
		gate: gate{near: anyShape, before: "第前"},
		yes:  []string{"居全省第4位", "增速排名第3", "位居全国第一", "进入前10名"}, no: []string{"第19届", "第4季度", "第一产业"}},
	{name: "period", doc: "2020年, 1～6月, “十三五”时期", read: (*context).periodMark,
		gate: gate{always: shapes(spelled, compound, percent, ratio, dotted), near: shapes(plain, long, han), behind: dateMarks.firsts() + "多余-/.: " + edge},
		yes:  []string{"2020年", "“十三五”时期", "1～6月"}, no: []string{"满3个月", "2020项"}},
	{name: "time of day", doc: "上午9时30分, 下午3点半, 22时至次日6时, 8:30—17:30", read: (*context).timeOfDay,
		gate: gate{near: shapes(plain, han, spelled), behind: "时点:："},
		yes:  []string{"上午9时30分", "下午3点半", "22时至次日6时", "8:30—17:30", "凌晨两点"}, no: []string{"3点意见", "1:10", "比例为1:10至1:20", "5时段"}},
	{name: "list number", doc: "一、 （二） 3. （4） 一是 at the head of a block or clause", read: (*context).listNumber,
		gate: gate{near: shapes(plain, long, han, spelled), before: edge, behind: listMarks.firsts() + listVerbs.firsts() + ".)"},
		yes:  []string{"一、总体要求", "（二）主要目标", "3.加强领导", "一是统筹规划", "02居民补助", "2.2031年全县新增耕地", "1.2026—2030年", "分工如下：1.2031年建成"}, no: []string{"3.5%的企业", "2.5年内", "1.2021亿元", "3.2031万年"}},
	{name: "ordinal", doc: "第19届, 第二批, 表3, 专栏2-1, 附件1", read: (*context).ordinal,
		gate: gate{near: anyShape, before: "第" + counterNouns.lasts() + edge, behind: "届次周"},
		yes:  []string{"第19届", "表3", "专栏2-1", "第二批", "市委七届八次全会", "8-18主要年份粮食产量"}, no: []string{"代表3人", "8-18个项目"}},
	{name: "word", doc: "a numeral inside a word: 统一, 一批, 长三角", read: (*context).inWord,
		gate: gate{always: shapes(han, spelled, compound)},
		yes:  []string{"统一", "进一步", "长三角", "三公经费"}, no: []string{"三家", "四届", "三公里"}},
	{name: "identifier", doc: "〔2021〕82号, G60, 5G, PM2.5, 36号", read: (*context).identifier,
		gate: gate{always: shapes(long, dotted), near: anyShape, before: numberedWords.lasts() + axes.lasts() + models.lasts() + "〔[-+._/ " + letters + edge, behind: "号#楼室弄幢单°度" + serviceWords.firsts() + models.firsts() + letters},
		yes:  []string{"〔2021〕", "G60", "5G", "PM2.5", "36号", "K191+500", "东经118°20′", "国道312线", "312国道", "GB/T 4754"}, no: []string{"53.12 EFLOPS", "3km", "3条国道"}},
	{name: "slogan", doc: "8+N, 1+1>2, “315”, “十百千万”, 四大工程", read: (*context).slogan,
		gate: gate{always: shapes(han, spelled), near: shapes(plain, long, scaled), titled: true, before: "+>“·每", behind: "+>”·星强日小条" + schemes.firsts()},
		yes:  []string{"8+N", "“315”", "“十百千万”", "七大工程", "每10万人中有"}, no: []string{"“3家企业”"}},
	{name: "bound again", doc: "1亿元以上（不含1亿元）: the bound says its number again", read: (*context).boundAgain,
		gate: gate{near: anyShape, before: "含"},
		yes:  []string{"1亿元以上（不含1亿元）", "3年（含3年）"}, no: []string{"（含教学点698个）"}},
	{name: "ratio of three", doc: "12.9：56.9：30.2, 按6：4的比例", read: (*context).ratio,
		gate: gate{near: shapes(plain, long), before: "：:∶", behind: "：:∶"},
		yes:  []string{"12.9：56.9：30.2", "按6：4的比例分担"}, no: []string{"8：30", "6：4战胜对手"}},
	{name: "ratio of two", doc: "性别比为104.6：100, 收入比1.86：1", read: (*context).ratioToOne,
		gate: gate{near: shapes(plain, long), behind: "：:∶"},
		yes:  []string{"性别比为104.6:100", "城乡居民收入比1.86：1", "按1:1的比例", "医护比为1∶1.25"}, no: []string{"9:00至11:30", "比例尺为1:500", "由1:3:2"}},
	{name: "fraction", doc: "2/3以上, 人数的1/2", read: (*context).slashed,
		gate: gate{near: shapes(plain), behind: "/"},
		yes:  []string{"2/3以上", "人数的1/2"}, no: []string{"3/15", "2/3/4以上"}},
	{name: "range", doc: "10～15%, 三到五万, 3至5家, 20万至30万元, 两三千元", read: (*context).rangeAmount,
		gate: gate{always: anyShape},
		yes:  []string{"10～15%", "3至5家", "20万至30万元", "两三千元", "十七八个", "0.5 -0.6元/千瓦时", "0.5 - 0.6元"}, no: []string{"2-1", "3.2 -4.5", "3.2 -4.5%"}},
	{name: "amount", doc: "119.9亿元, 1.4万余项, 四届, 三分之一", read: (*context).amount,
		gate: gate{always: anyShape},
		yes:  []string{"119.9亿元", "1.4万余项", "四届", "6000余名", "44.13%"}},
	{name: "bare amount", doc: "a number whose unit is not written: 金额66亿, 指数达到65.3", read: (*context).bareAmount,
		gate: gate{always: shapes(plain, long, scaled, compound)},
		yes:  []string{"66亿"}},
}

// scan marks every numeral of the passage.
func (c *context) scan() {
	s := c.s
	for i := c.survey.Next(0, numeralFirst); i < len(s); {
		n := normalize.ScanNumeral(s, i)
		if n.Form == normalize.NoNumeral { // a lone 〇: nothing to read
			i = c.survey.Next(i+1, numeralFirst)
			continue
		}
		m, _ := c.read(n)
		c.marks = append(c.marks, m)
		i = c.survey.Next(max(m.end, n.Start+1), numeralFirst)
	}
}

// read asks the rules that may read the numeral in turn what it is, and gives the one
// that knows, too: nil where none does.
func (c *context) read(n normalize.Numeral) (mark, *rule) {
	for may := c.mayRead(n); may != 0; may &= may - 1 {
		r := &rules[bits.TrailingZeros16(uint16(may))]
		if m, ok := r.read(c, n); ok {
			if m.fig != nil {
				m.fig.Rule = r.name
			}
			return m, r
		}
	}
	as := policy.Unexplained
	if n.Form == normalize.Han {
		as = policy.AsWord // 两平台, 三者: no unit, no figure
	}
	return mark{start: n.Start, end: n.End, as: as}, nil
}

// lastEnd is where the mark before ends, 0 at the start.
func (c *context) lastEnd() int {
	if k := len(c.marks); k > 0 {
		return c.marks[k-1].end
	}
	return 0
}

// before says whether the passage reads w right before byte i.
func (p *passage) before(i int, w string) bool { return i >= len(w) && p.s[i-len(w):i] == w }

// after says whether the passage reads w at byte i.
func (p *passage) after(i int, w string) bool { return len(p.s)-i >= len(w) && p.s[i:i+len(w)] == w }

// beforeAny is the longest of ws that stands right before byte i, "" if none.
func (p *passage) beforeAny(i int, ws ...string) string {
	best := ""
	for _, w := range ws {
		if len(w) > len(best) && policy.Ends(p.s[:i], w) {
			best = w
		}
	}
	return best
}

// afterAny is the longest of ws that stands at byte i, "" if none.
func (p *passage) afterAny(i int, ws ...string) string {
	best := ""
	for _, w := range ws {
		if len(w) > len(best) && policy.Begins(p.s[i:], w) {
			best = w
		}
	}
	return best
}

// nextRune is the character at byte i as a string, "" at the end.
func (p *passage) nextRune(i int) string {
	if i >= len(p.s) {
		return ""
	}
	return p.s[i:min(i+runeLen(p.s[i]), len(p.s))]
}
