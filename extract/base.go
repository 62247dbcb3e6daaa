package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// The words for what a change is measured against, and those among whom a rank is held.
var (
	baseLexicon, baseSays = saying[string]("base/")
	rankLexicon           = phrases["field"]
)

// against reads what the figure of mark k is measured against: "yoy" (同比), "mom"
// (环比), a year, or the words of the text; "" where nothing is said.
func (p *passage) against(k int) {
	f := p.marks[k].fig
	if f.Measure == policy.Level {
		return
	}
	end, first := f.num.Start, k
	if f.group >= 0 && f.group < k && f.Rule != "ratio of three" {
		first = f.group // 快于东部地区1.8和2.5个百分点
		end = p.marks[first].fig.num.Start
	}
	words := p.s[p.clauses[p.marks[first].fig.clause].start:end]
	if f.Measure == policy.Rank {
		f.Base = p.rankedAmong(k, words)
		return
	}
	f.Base = p.statedBase(k, first, words)
	if f.Base == "" && f.Measure == policy.Change {
		f.Base = p.outdoneBase(k)
	}
	f.Base, _, _ = strings.Cut(f.Base, "（") // 高于全国（3.9%）3.6个百分点
	if f.Base == "" {
		f.Base = p.lentBase(k)
	}
}

// statedBase is what the words of its clause say that mark k is measured against, those before
// mark first where a list begins with that one.
func (p *passage) statedBase(k, first int, words string) string {
	base := p.dealtBase(k, words)
	if i, n := baseLexicon.lastIn(words); n > 0 && base == "" {
		base = baseSays[words[i:i+n]]
	}
	if base == "" || base == "yoy" {
		base = cmp.Or(p.baseYear(first), base) // also 同比2019年增长28.1%
	}
	if strings.HasSuffix(words, "（") {
		return "" // 高于全国平均（|3.9%|）0.6个百分点: that of the nation itself
	}
	return cmp.Or(base, p.otherBase(words, p.marks[k].fig.Measure))
}

// outdoneBase is what the change of mark k is held against by 比 in its clause, or by a clause
// of its own.
func (p *passage) outdoneBase(k int) string {
	if w := p.outdone(k); p.marks[k].fig.Unit == "百分点" || isTimeBase(w) || containsAny(w, "预算", "计划", "目标") {
		return cmp.Or(w, p.heldAgainst(k))
	}
	return p.heldAgainst(k)
}

// rankedAmong is those among whom the rank of mark k is held, behind words of its clause or
// said of the rank before it: 在全市排第5位，增速排第2位。投资3亿元，排第4位. "" where nothing is said.
func (p *passage) rankedAmong(k int, words string) string {
	if i, n := rankLexicon.lastIn(words); n > 0 {
		return words[i : i+n]
	}
	bare := p.nothingBetween(p.clauses[p.marks[k].fig.clause].start, k)
	if i := p.rankBefore(k); i >= 0 && (bare || p.oneStatement(p.marks[i].fig.clause, p.marks[k].fig.clause)) {
		return p.marks[i].fig.Base
	}
	return ""
}

// rankBefore is the last rank before mark k, -1 if there is none.
func (p *passage) rankBefore(k int) int {
	for k = p.figureBefore(k); k >= 0 && p.marks[k].fig.Measure != policy.Rank; k = p.figureBefore(k) {
	}
	return k
}

// outdone is what stands between 比 and the change word of mark k, where it is no time:
// 增速比规模以上工业快4.2个百分点.
func (p *passage) outdone(k int) string {
	f := p.marks[k].fig
	from := p.clauses[f.clause].start
	if f.verb.Start <= from {
		return ""
	}
	words := p.s[from:f.verb.Start]
	has := hingesIn(words)
	i := max(has.last(ratioHinge, words, "比"), has.last(compareHinge, words, "较"))
	if i < 0 || splitsWord(words, i) {
		return ""
	}
	end, time := f.verb.Start, strings.HasPrefix(p.s[from+i:], "较")
	i += from + len("比")
	if k > 0 && p.marks[k-1].fig != nil && p.marks[k-1].start > i && p.marks[k-1].end <= end {
		end = p.marks[k-1].start // 比年度目标|4%|低0.6个百分点
	}
	rest := p.s[i:end]
	if t := timeBase(rest); t != "" {
		return t
	}
	if n, _ := normalize.MatchPeriod(rest); n > 0 || time || len(rest) < 6 || len(rest) > 60 || startsIn(rest, "重", "例", "率", "值") {
		return ""
	}
	return rest
}

// timeBase is the time that s as a whole names: yoy for 去年 and 上年同期, mom for 上月, else
// in EDTF. "" if it names none, or several years.
func timeBase(s string) string {
	s = strings.TrimSuffix(s, "同期")
	switch s {
	case "上年", "去年", "上一年":
		return "yoy"
	case "上月", "上个月":
		return "mom"
	}
	if n, when := normalize.MatchPeriod(s); n > 0 && n == len(s) && when.From.Year == when.To.Year {
		return when.Resolve(0)
	}
	return ""
}

// dealtBase is that of several values which mark k is measured against, where as many changes
// follow: 分别高于全市、全省平均增速0.2、|5.5个百分点. "" where none are dealt out.
func (p *passage) dealtBase(k int, words string) string {
	g := p.marks[k].fig.group
	if g < 0 || !strings.Contains(words, "分别") {
		return ""
	}
	all := p.otherBase(words, policy.Change)
	if all == "" {
		all = p.outdone(g)
	}
	parts := strings.FieldsFunc(all, func(r rune) bool { return r == '、' || r == '和' || r == '与' })
	if len(parts) < 2 || len(parts) != p.listLen(g) || k-g >= len(parts) {
		return ""
	}
	base := strings.TrimSuffix(parts[k-g], "分别")
	if last := parts[len(parts)-1]; strings.Contains(last, "平均") && !strings.Contains(base, "平均") {
		base += "平均"
	}
	if i, n := baseLexicon.lastIn(base); n > 0 {
		base = baseSays[base[i:i+n]]
	}
	return base
}

// baseYear is the year of 比2015年提高 or 是2015年的…倍.
func (p *passage) baseYear(k int) string {
	for j := k - 1; j >= 0 && p.marks[j].end >= p.clauses[p.marks[k].fig.clause].start; j-- {
		m := &p.marks[j]
		if m.fig != nil {
			return ""
		}
		at := m.start - len(p.beforeAny(m.start, "“", "‘"))
		compared := p.beforeAny(at, "与", "同", "跟", "和") != "" && p.afterAny(m.end, "相比", "底相比", "末相比", "比较") != ""
		if m.as == policy.AsPeriod && (compared || p.beforeAny(at, "比", "较", "是", "相当于", "在", "恢复至", "恢复到") != "") {
			return m.period.Resolve(0)
		}
	}
	return ""
}

// otherBase is what stands between a comparison and its number: 高于经济增速2个百分点,
// 和前五年均值相比下降35%, 是全省平均水平的3倍.
func (p *passage) otherBase(words string, measure policy.Measure) string {
	for _, w := range [...]string{"低于", "高于", "快于", "慢于", "高出", "领先", "落后于"} {
		if i := lastIndex(words, w); i >= 0 {
			if rest := strings.TrimSuffix(strings.Trim(words[i+len(w):], " ，约近"), "的"); rest != "" && len(rest) <= 60 {
				return rest
			}
		}
	}
	if measure == policy.Multiple {
		return multiplied(words)
	}
	if j := lastIndex(words, "相比"); j > 0 {
		for _, w := range [...]string{"与", "跟", "和", "同"} {
			if i := lastIndex(words[:j], w); i >= 0 {
				if rest := words[i+len(w) : j]; rest != "" && len(rest) <= 60 {
					return cmp.Or(timeBase(rest), rest)
				}
			}
		}
	}
	return ""
}

// multiplied is what words say that a multiple is of: 是|全省平均水平|的3倍, 2021年同期的64%.
func multiplied(words string) string {
	words, ok := strings.CutSuffix(words, "的")
	if !ok {
		return ""
	}
	for _, w := range [...]string{"相当于", "恢复到", "恢复至", "达到", "仅为", "约为", "是", "为"} {
		if i := lastIndex(words, w); i >= 0 {
			words = words[i+len(w):]
			if len(words) > 60 {
				return ""
			}
			return cmp.Or(timeBase(words), words)
		}
	}
	return timeBase(words)
}
