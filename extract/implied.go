package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// impliedUnits are the units that the end of an indicator implies where none is
// written: 直接协议金额66亿 is in 元, 过夜游客人次达3430万 in 人次.
var impliedUnits = []struct{ end, unit string }{
	{"网民规模", "人"}, {"人口规模", "人"}, {"用户规模", "户"}, {"用户数", "户"}, {"用户", "户"}, {"网民", "人"}, {"旅客吞吐量", "人次"}, {"客流量", "人次"},
	{"人次", "人次"}, {"人数", "人"}, {"人口", "人"}, {"户数", "户"}, {"家数", "家"},
	{"金额", "元"}, {"额", "元"}, {"资金", "元"}, {"投资", "元"}, {"收入", "元"}, {"支出", "元"}, {"预算", "元"}, {"决算", "元"}, {"产值", "元"}, {"增加值", "元"}, {"总值", "元"},
	{"利润", "元"}, {"税收", "元"}, {"经费", "元"}, {"费用", "元"}, {"余额", "元"}, {"贷款", "元"}, {"存款", "元"}, {"补助", "元"}, {"奖励", "元"}, {"补贴", "元"}, {"奖补", "元"}, {"货值", "元"}, {"规模", "元"}, {"租金", "元"}, {"进出口", "元"}, {"出口", "元"}, {"进口", "元"}, {"投入", "元"}, {"订单", "元"}, {"营收", "元"}, {"GDP", "元"},
	{"教师", "人"}, {"教职工", "人"}, {"残疾人", "人"}, {"人员", "人"}, {"学生", "人"}, {"毕业生", "人"}, {"群众", "人"}, {"职工", "人"}, {"儿童", "人"}, {"老人", "人"}, {"老年人", "人"}, {"人才", "人"}, {"农民工", "人"}, {"居民", "人"}, {"劳动力", "人"}, {"党员", "人"}, {"劳动者", "人"},
	{"率", "%"}, {"比重", "%"}, {"占比", "%"},
}

// moneyMeant gives a large number without a unit that a verb of giving leads to 元: 奖励50万.
func (p *passage) moneyMeant() {
	for k := range p.marks {
		f := p.marks[k].fig
		if f == nil || f.Unit != "" || len(f.Scale) < len("10000") {
			continue
		}
		head := p.s[:f.num.Start]
		head = head[:len(head)-capWords.suffix(head)]
		if giveLexicon.suffix(head) > 0 || strings.HasSuffix(head, "奖") || benefits.suffix(head) > 0 || benefits.prefix(strings.TrimPrefix(p.s[p.marks[k].end:], "的")) > 0 {
			f.Unit, f.kind = "元", normalize.CurrencyUnit
		}
	}
}

// capWords stand between a verb of giving and its sum.
var capWords = newLexicon([]string{"最高", "不超过", "最高不超过", "最低"})

// implyUnits gives figures without a unit the one that is meant.
func (p *passage) implyUnits() {
	for k := range p.marks {
		f := p.marks[k].fig
		if f == nil || f.Unit != "" || f.Measure == policy.Rank {
			continue
		}
		big := f.Scale != "1"
		for _, w := range impliedUnits {
			if strings.HasSuffix(f.Indicator, w.end) && (big || w.unit != "元" && w.unit != "%" && w.unit != "人") {
				f.Unit = w.unit
				break
			}
		}
		if f.Unit == "" && big && p.afterAny(p.marks[k].end, "资金", "元", "贷款", "奖金", "投资", "经费") != "" {
			f.Unit = "元"
		}
		if f.Unit == "" && big {
			f.Unit = p.meantBehind(p.marks[k].end)
		}
		if f.Unit == "元" {
			f.kind = normalize.CurrencyUnit
		}
	}
}

// meantBehind is the unit that what stands behind a number, which ends at byte at, makes
// plain: 50万以上人口城市, 1.12万贫困人口, 105亿的产业集群; "" where nothing does.
func (p *passage) meantBehind(at int) string {
	at += p.boundAfterLen(at)
	rest := p.s[at:min(len(p.s), at+8*len("字"))]
	if i := strings.IndexAny(rest, "，。；、：（"); i >= 0 {
		rest = rest[:i]
	}
	switch {
	case containsAny(rest, "人口", "群众", "居民", "农民", "学生", "职工", "儿童", "老人", "劳动力", "毕业生"):
		return "人"
	case strings.HasPrefix(rest, "的") && containsAny(rest, "产业", "集群", "基金", "投资", "工程", "项目"):
		return "元"
	}
	return ""
}
