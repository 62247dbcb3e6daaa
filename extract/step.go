package extract

import "strings"

// passing are those of the steps that say nothing of what is counted.
var passing = phrases["passing"]

// step reads by how much of what a grant is counted: 每新增1000万元产值奖励5万元 → 新增产值;
// 出口额每增加1万美元，奖励300元 → 出口额.
func (p *passage) step(k int) subject {
	a, b := p.prefix(k)
	i := lastIndex(p.s[a:b], "每")
	if i < 0 {
		return subject{}
	}
	verb := a + i + len("每")
	verb += len(p.afterAny(verb, "多", "再"))
	n, from, end := steps.prefix(p.s[verb:b]), p.marks[k].end, p.steppedTo(k)
	if n == 0 || end < 0 {
		return subject{}
	}
	what := p.subjectAt(p.trimLeft(from, end), p.trimTail(from, end))
	switch passes := passing.prefix(p.s[verb:b]); {
	case verb+n < b, what.words == "" && passes < n:
		return p.subjectAt(verb, b) // 每|增加就业|1人, 每|出口|1美元
	case what.words == "":
		return p.subjectAt(p.trim(a, a+i, p.marks[k].fig))
	case passes == n:
		return what
	}
	return p.subjectAt(verb, b).then(what)
}

// steppedTo is where what is counted by figure k ends: before the verb that gives the next
// figure for it. -1 where none does.
func (p *passage) steppedTo(k int) int {
	m, next := &p.marks[k], &p.marks[k+1]
	if p.clauses[next.fig.clause].sentence != p.clauses[m.fig.clause].sentence {
		return -1
	}
	gap := p.s[m.end:next.start]
	end := -1
	for i, n := giveLexicon.lastIn(gap); n > 0; i, n = giveLexicon.lastIn(gap[:i]) {
		end = i
	}
	if gap == "" {
		return m.end // 每留用1人3000元
	}
	if end < 0 && endsIn(gap, "递增", "增加", "增发", "上浮") {
		end = len(gap) - len("递增")
	}
	if end < 0 || strings.ContainsAny(gap[:end], "；（") || end > 15*len("字") {
		return -1
	}
	return m.end + end
}
