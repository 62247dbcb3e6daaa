package extract

import (
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
		if i, n := rankLexicon.lastIn(words); n > 0 {
			f.Base = words[i : i+n]
		}
		return
	}
	if i, n := baseLexicon.lastIn(words); n > 0 {
		f.Base = baseSays[words[i:i+n]]
	}
	if year := p.baseYear(first); year != "" && (f.Base == "" || f.Base == "yoy") {
		f.Base = year // also 同比2019年增长28.1%
	}
	if f.Base == "" {
		f.Base = p.otherBase(words)
	}
	if f.Base == "" && f.Measure == policy.Change {
		if w := p.outdone(k); f.Unit == "百分点" || containsAny(w, "预算", "计划", "目标") {
			f.Base = w
		}
	}
	if f.Base == "" && f.Measure == policy.Change {
		f.Base = p.heldAgainst(f.clause)
	}
	f.Base, _, _ = strings.Cut(f.Base, "（") // 高于全国（3.9%）3.6个百分点
	if f.Base == "" && k > 0 && p.marks[k-1].fig != nil && f.verb.Len() > 0 && p.marks[k-1].fig.verb == f.verb {
		f.Base = p.marks[k-1].fig.Base // （410.2万亩）: the same change
	}
	if i := p.figureBefore(k); f.Base == "" && f.Measure == policy.Change && i >= 0 && p.clauses[p.marks[i].fig.clause].sentence == p.clauses[f.clause].sentence {
		f.Base = p.baseOf(i)
	}
}

// outdone is what stands between 比 and the change word of mark k, where it is no time:
// 增速比规模以上工业快4.2个百分点.
func (p *passage) outdone(k int) string {
	f := p.marks[k].fig
	from := p.clauses[f.clause].start
	if f.verb.Start <= from {
		return ""
	}
	i := lastIndex(p.s[from:f.verb.Start], "比")
	if i < 0 || splitsWord(p.s[from:f.verb.Start], i) {
		return ""
	}
	rest := p.s[from+i+len("比") : f.verb.Start]
	if n, _ := normalize.MatchPeriod(rest); n > 0 || len(rest) < 6 || len(rest) > 60 || startsIn(rest, "重", "例", "率", "值") {
		return ""
	}
	return rest
}

// heldAgainst is with what all is compared where a clause of the sentence before clause c says
// no more than that: 与上年相比，第一产业占比上升3.8个百分点. "" where none does.
func (p *passage) heldAgainst(c int) string {
	for k := c - 1; k >= 0 && p.clauses[k].sentence == p.clauses[c].sentence; k-- {
		s, ok := strings.CutSuffix(strings.TrimSuffix(p.s[p.clauses[k].start:p.clauses[k].end], "较"), "比")
		if !ok {
			continue
		}
		s = strings.TrimSuffix(strings.TrimSuffix(s, "相"), "同期")
		switch s {
		case "与上年", "与去年", "同上年", "和上年", "与上一年":
			return "yoy"
		}
		if startsIn(s, "与", "同", "和", "跟") {
			if n, when := normalize.MatchPeriod(s[3:]); n == len(s)-3 && !when.Relative && when.From.Year == when.To.Year {
				return when.Resolve(0)
			}
		}
	}
	return ""
}

// baseOf is the time of the value that mark k is, where a change is measured against it, or
// what the change of mark k is measured against where that is such a time: 与2010年的33万人
// 相比，增加2万人，增长6%. "" for none.
func (p *passage) baseOf(k int) string {
	if i := p.heldOf(k); i >= 0 {
		return p.marks[i].period.Resolve(0)
	}
	f := p.marks[k].fig
	if i := p.figureBefore(k); f.Measure == policy.Change && i >= 0 && f.Base != "" && p.heldOf(i) >= 0 && p.marks[p.heldOf(i)].period.Resolve(0) == f.Base {
		return f.Base
	}
	return ""
}

// heldOf is the period that the value of mark k is of, where a change is measured against that
// value: 比|2010年|的3.24人减少, 与|2010年|第六次人口普查的33万人相比. -1 if it is no such value.
func (p *passage) heldOf(k int) int {
	m, end := &p.marks[k], p.marks[k].end
	if m.fig.Measure != policy.Level {
		return -1
	}
	if g := m.fig.group; g >= 0 && p.before(p.marks[g].fig.num.Start, "的") { // 比2010年的12万吨、1.1万吨分别减少
		end = p.marks[g+p.listLen(g)-1].end
		k, m = g, &p.marks[g]
	}
	if !p.before(m.fig.num.Start, "的") {
		return -1
	}
	end += len(p.afterAny(end, "分别"))
	if w, _ := changeAt(p.s[end:]); w == "" && p.afterAny(end, "相比", "比较") == "" {
		return -1
	}
	for j := k - 1; j >= 0 && p.marks[j].fig == nil && m.start-p.marks[j].end <= 90; j-- {
		t := &p.marks[j]
		if t.as == policy.AsPeriod && p.beforeAny(t.start, "比", "较", "与", "同", "和", "跟") != "" {
			if strings.Contains(unbracketed(p.s[t.end:m.start]), "，") {
				return -1
			}
			return j
		}
	}
	return -1
}

// baseYear is the year of 比2015年提高 or 是2015年的…倍.
func (p *passage) baseYear(k int) string {
	for j := k - 1; j >= 0 && p.marks[j].end >= p.clauses[p.marks[k].fig.clause].start; j-- {
		m := &p.marks[j]
		if m.fig != nil {
			return ""
		}
		at := m.start - len(p.beforeAny(m.start, "“", "‘"))
		if m.as == policy.AsPeriod && p.beforeAny(at, "与", "同", "跟", "和") != "" && p.afterAny(m.end, "相比", "底相比", "末相比", "比较") != "" {
			return m.period.Resolve(0)
		}
		if m.as == policy.AsPeriod && p.beforeAny(at, "比", "较", "是", "相当于", "在", "恢复至", "恢复到") != "" {
			return m.period.Resolve(0)
		}
	}
	return ""
}

// otherBase is what stands between a comparison and its number: 高于经济增速2个百分点.
func (p *passage) otherBase(words string) string {
	for _, w := range [...]string{"低于", "高于", "快于", "慢于", "高出", "领先", "落后于"} {
		if i := lastIndex(words, w); i >= 0 {
			rest := strings.Trim(words[i+len(w):], " ，约近")
			if n := len(rest); n > 0 && n <= 60 {
				return rest
			}
		}
	}
	return ""
}
