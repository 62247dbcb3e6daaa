package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// impliedUnits are the units that the end of an indicator implies where none is
// written: 直接协议金额66亿 is in 元, 过夜游客人次达3430万 in 人次.
var impliedLexicon, impliedUnits = saying[string]("unit/")

// impliedUnit is the unit that an indicator implies by the longest word it ends in; only a
// large number is meant in 元, % or 人 without their being written. "" where none is.
func impliedUnit(indicator string, large bool) string {
	unit := impliedUnits[indicator[len(indicator)-impliedLexicon.suffix(indicator):]]
	if !large && (unit == "元" || unit == "%" || unit == "人") {
		return ""
	}
	return unit
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
var capWords = phrases["capword"]

// spendLexicon are verbs of money: 引资|160亿, 将投|3400万|整治农村公路.
var spendLexicon = phrases["spend"]

// implyUnits gives figures without a unit the one that is meant.
func (p *passage) implyUnits() {
	for k := range p.marks {
		f := p.marks[k].fig
		if f == nil || f.Unit != "" || f.Measure == policy.Rank {
			continue
		}
		large := f.Scale != "1"
		if large {
			f.Unit = p.meantBehind(p.marks[k].end)
			if c := p.titleBefore(f.clause); f.Unit == "" && c >= 0 && standards.in(p.s[p.clauses[c].start:p.clauses[c].end]) {
				f.Unit = "元" // 发放金额：领军人才30万
			}
		}
		f.Unit = cmp.Or(f.Unit, impliedUnit(f.Indicator, large))
		if f.Unit == "" && large && p.beforeIn(f.num.Start, spendLexicon) != "" {
			f.Unit = "元"
		}
		if f.Unit == "元" {
			f.kind = normalize.CurrencyUnit
		}
	}
}

// meantBehind is the unit that what stands behind a number, which ends at byte at, makes
// plain: 50万以上人口城市, 为138万残疾人发放补贴, 105亿的产业集群; "" where nothing does.
func (p *passage) meantBehind(at int) string {
	if p.afterAny(at, "资金", "元", "贷款", "奖金", "投资", "经费") != "" {
		return "元"
	}
	if n := p.nextFigure(p.markFrom(at)-1, at); p.after(at, "、") && n == at+len("、") && n < len(p.s) {
		return p.meantBehind(p.marks[p.markFrom(n)].end) // 每家|50万|、10万的奖励
	}
	at += p.boundAfterLen(at)
	rest := upToAny(upTo(p.s[at:], 8*len("字")), "，。；、：（")
	persons := phrases["unit/人"]
	if i, n := persons.lastIn(rest); n > 0 && benefits.prefix(p.s[at+i+n:]) == 0 { // not 50万人才补贴
		return "人"
	}
	if strings.HasPrefix(rest, "的") && (containsAny(rest, "产业", "集群", "基金", "投资", "工程", "项目") || benefits.in(rest)) {
		return "元"
	}
	return ""
}
