package extract

import (
	"cmp"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// lentBase is what a figure before mark k is measured against, or the time of one, where that
// holds for mark k too.
func (p *passage) lentBase(k int) string {
	f, i := p.marks[k].fig, p.figureBefore(k)
	if i < 0 {
		return ""
	}
	g := p.marks[i].fig
	base := ""
	if i == k-1 && f.verb.Len() > 0 && g.verb == f.verb {
		base = g.Base // （410.2万亩）: the same change
	}
	if f.Measure != policy.Change {
		return base
	}
	if p.clauses[g.clause].sentence == p.clauses[f.clause].sentence {
		base = cmp.Or(base, p.baseOf(i))
	}
	return cmp.Or(base, p.sharedBase(k))
}

// sharedBase is the time that the changes before mark k up to the last full stop are measured
// against, where they are of its unit, or it says the last of them in other words: 同比增长5%；
// 乙县|增长4%, 比上年增加3万元，|增长6%. "" where they are measured against two.
func (p *passage) sharedBase(k int) (base string) {
	f := p.marks[k].fig
	if containsAny(p.s[p.clauses[f.clause].start:f.num.Start], "年均", "拉动", "下拉", "新增", "贡献") {
		return ""
	}
	for i, c := p.figureBefore(k), f.clause; i >= 0 && k-i <= baseReach; i = p.figureBefore(i) {
		g := p.marks[i].fig
		if !p.oneStatement(g.clause, c) {
			break
		}
		c = g.clause
		if g.Measure != policy.Change || !isTimeBase(g.Base) || g.Unit != f.Unit && (g.clause+1 != f.clause || f.Unit == "百分点" || g.Unit == "百分点" || !p.nothingBetween(p.clauses[f.clause].start, k)) {
			continue
		}
		if base != "" && base != g.Base {
			return ""
		}
		base = g.Base
	}
	return base
}

// baseReach is how many marks before a change such a one is looked for.
const baseReach = 100

// isTimeBase says whether a base is a time: yoy, mom, 2015, XXXX-01/XXXX-05.
func isTimeBase(base string) bool {
	return base == "yoy" || base == "mom" || strings.HasPrefix(base, "XXXX") || base != "" && base[0] >= '1' && base[0] <= '2'
}

// oneStatement says whether no sentence ends from clause c up to clause d behind it.
func (p *passage) oneStatement(c, d int) bool {
	for ; c < d; c++ {
		if stop := p.clauses[c].stop; stop == '。' || stop == '！' || stop == '？' {
			return false
		}
	}
	return true
}

// heldAgainst is with what all is compared where a clause of the sentence before that of mark k
// says no more than that: 与上年相比，第一产业占比上升3.8个百分点; or where the clause before it
// tells the change without a value: 比上年略有减少，减少0.1%. "" where none does.
func (p *passage) heldAgainst(k int) string {
	f := p.marks[k].fig
	for c := f.clause - 1; c >= 0 && p.clauses[c].sentence == p.clauses[f.clause].sentence; c-- {
		words := p.s[p.clauses[c].start:p.clauses[c].end]
		if s, ok := strings.CutSuffix(strings.TrimSuffix(words, "较"), "比"); ok && startsIn(s, "与", "同", "和", "跟") {
			with := strings.TrimSuffix(strings.TrimSuffix(s[3:], "相"), "同")
			if base := timeBase(with); base != "" {
				return base
			}
			if containsAny(with, "普查", "平均", "年初", "节前", "疫情前") && len(with) <= 20*len("字") && !strings.ContainsAny(with, "0123456789") {
				return with // 与第三次经济普查相比
			}
		}
		if i, n := baseLexicon.lastIn(words); n > 0 && c+1 == f.clause && p.nothingBetween(p.clauses[f.clause].start, k) && (p.figureBefore(k) < 0 || p.marks[p.figureBefore(k)].fig.clause < c) {
			return baseSays[words[i:i+n]]
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

// inYearOf gives a base of months without a year that of the period of what is measured, or the one before where those months
// are later: 2024年1—5月…，比|1—4月|提高; 2024年1月…，比|12月|下降. Both are in EDTF.
func inYearOf(base, period string) string {
	if !strings.HasPrefix(base, "XXXX-") || len(period) < len("2024-01") || period[0] == 'X' {
		return base
	}
	year, err := strconv.Atoi(period[:4])
	if err != nil || monthOf(base) == "" || monthOf(period) == "" {
		return base
	}
	year -= btoi(monthOf(base) > monthOf(period))
	return strings.ReplaceAll(base, "XXXX", strconv.Itoa(year))
}

// monthOf is the month that a time in EDTF ends in: 05 of 2024-01/2024-05. "" where it ends in none.
func monthOf(edtf string) string {
	end := edtf[strings.LastIndexByte(edtf, '/')+1:]
	if len(end) < len("2024-05") {
		return ""
	}
	return end[len("2024-"):len("2024-05")]
}
