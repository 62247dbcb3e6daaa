package extract

import (
	"strings"

	"shuzheng/policy"
)

// fastest reads the rate that the clause before speaks of: 增加值增速最快，为6.0%.
func (p *passage) fastest(m *mark) (w string, says policy.Direction, at int) {
	f := m.fig
	cl := p.clauses[f.clause]
	if f.Unit != "%" || f.clause == 0 || p.skipFillers(f.num.Start) != cl.start {
		return
	}
	before := p.clauses[f.clause-1]
	for _, w := range [...]string{"增速", "增幅", "涨幅", "降幅", "跌幅", "负增长"} {
		if i := lastIndex(p.s[before.start:before.end], w); i >= 0 && before.end-before.start-i <= 24 {
			says = changeSays[w]
			if w == "负增长" && strings.HasPrefix(f.Value, "-") {
				says = policy.Up // 出现负增长，为-5.2%: the sign says the rest
			}
			return w, says, before.start + i + len(w)
		}
	}
	return
}

// multiple reads 翻两番, 是去年同期的270%, 相当于全国的1.5倍.
func (p *passage) multiple(k int) bool {
	f := p.marks[k].fig
	i := f.num.Start
	switch f.Unit {
	case "番":
		if w := p.beforeAny(i, "翻", "翻了"); w != "" {
			f.verb = policy.Span{Start: i - len(w), End: i}
		}
	case "倍":
		if at := p.skipFillers(i); p.beforeAny(at, "增长", "增加", "提高", "提升", "上升", "扩大", "增") != "" && !p.before(i, "到") && !p.before(i, "至") {
			return false
		}
	case "%":
		if f.Rule == "ratio of three" || !(p.before(i, "的") && p.timesOf(i, f)) && !p.secondTimes(k) {
			return false
		}
	default:
		return false
	}
	f.Measure = policy.Multiple
	return true
}

// secondTimes says whether figure k is the second of a list of multiples: 分别是去年同期的270%、160%.
func (p *passage) secondTimes(k int) bool {
	i := p.figureBefore(k)
	if i < 0 || p.marks[k].fig.clause < 0 {
		return false
	}
	m := &p.marks[i]
	return m.fig != nil && m.fig.Measure == policy.Multiple && m.fig.Unit == "%" && (oneOf(p.s[m.end:p.marks[k].fig.num.Start], []string{"、", "和"}) || p.againThen(m.end, p.marks[k].fig.num.Start))
}

// againThen says whether [i, j) names one more time for multiples to be held against: 恢复到2020年同期的82%，|2021年同期的|64%.
func (p *passage) againThen(i, j int) bool {
	gap := strings.TrimPrefix(p.s[i:max(i, j)], "，")
	return gap != "" && gap[0]-'0' < 10 && strings.HasSuffix(gap, "年同期的") && len(gap) <= len("2019年同期的")
}

// timesOf says whether the clause before byte i reads 是…的 with an earlier time or
// another place as the measure: 是去年同期的, 相当于2015年的.
func (p *passage) timesOf(i int, f *draft) bool {
	head := p.s[p.clauses[f.clause].start:i]
	if i := lastIndex(head, "为"); i > 0 && benefits.suffix(strings.TrimSuffix(head[:i], "分别")) > 0 {
		return false // 护理费分别为职工月平均工资的50%、40%
	}
	if containsAny(head, "恢复至", "恢复到") && endsIn(head, "同期的", "年的") {
		return true // 恢复至2019年同期的60.7%
	}
	return containsAny(head, "是", "为", "相当于") && !became.in(head) && containsAny(head, "去年", "上年", "同期", "年的", "平均", "全国的", "全省的", "上月", "末的")
}

// became tell what something was turned into: 由2020年的48.2%|调整为|2023年的49%.
var became = newLexicon([]string{"调整为", "变为", "转变为", "优化为", "演变为", "演进为", "改为", "升级为", "发展为"})
