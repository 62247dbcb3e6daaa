package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// count notes the years, and whether the words tell of what happened or of what
// is wanted.
func (r *reading) count(p *passage, found []cue) {
	st := &r.articles[p.block.Article]
	if p.block.Kind == policy.Heading {
		st.parts += btoi(isArticle(p.s))
		st.goals += btoi(endsIn(p.s, "规划目标", "发展目标", "总体目标", "行动目标", "工作目标"))
		if st.title == "" && st.figured && !st.next.ok {
			st.turnsTo(p)
		}
	}
	var titled titleCursor
	for i := range p.marks {
		m := &p.marks[i]
		if m.fig != nil {
			st.countGoal(p, i)
		}
		if m.as != policy.AsPeriod {
			continue
		}
		if titled.s == "" {
			titled = titlesIn(p)
		}
		if m.period.Relative && (m.period.To.Month > m.period.From.Month || m.period.Open == normalize.Since || p.countedUpTo(m)) {
			st.vote += 2 // 1～6月, 截至5月末
		}
		if st.inPlan == 0 {
			st.inPlan = st.thisYear(p, m)
		}
		if !p.ahead(m) && !titled.holds(m.start) && !r.pageDate(p, m.time()) {
			st.countTime(p, m, found)
		}
	}
	st.hear(p, found)
	st.figured = st.figured || p.figured
}

// countGoal counts the figure at mark i if it is a lower bound: 覆盖率达到|80%|以上.
func (st *setting) countGoal(p *passage, i int) {
	if f := p.marks[i].fig; f.Comparator == policy.AtLeast && !isAge(f) && !p.bounding(i) {
		st.vote, st.least = st.vote-2, st.least+1
	}
}

// thisYear is the year that 今年 is by what is told of mark m: its place in a plan, a heading that looks back, or a bulletin
// that has come out. 0 where it is not told so.
func (st *setting) thisYear(p *passage, m *mark) int {
	switch {
	case fivePlan(m.period):
		return p.yearInPlan(m)
	case st.genre == workReport && p.block.Kind == policy.Heading && oneYear(m.period) && headingStatus(p.s, said{}, st) == policy.Actual, p.bulletinOf(m):
		return m.period.To.Year + 1 // 一、2030年工作回顾
	}
	return 0
}

// isArticle says whether a heading is that of an article of a law: 第十八条.
func isArticle(s string) bool {
	k := strings.Index(upTo(s, len("第一百二十八条")), "条")
	return k > len("第") && strings.HasPrefix(s, "第")
}

// turnsTo notes the year to which heading p of an article without a title turns, as reports do: 二、2030年工作安排.
func (st *setting) turnsTo(p *passage) {
	for i := range p.marks {
		m := &p.marks[i]
		if m.as == policy.AsPeriod && oneYear(m.period) && headingStatus(p.s, said{}, st) == policy.Target {
			st.next, st.turnsAt = p.told(m), p.block.ID
			return
		}
	}
}

// countTime notes the year or the five-year plan of mark m, where something is told of it, or up to when the data go.
func (st *setting) countTime(p *passage, m *mark, found []cue) {
	if endsIn(p.s[:m.start], "数据截至", "数据截止", "数据截止到") && !m.period.Relative {
		st.upTo = p.told(m)
		st.upTo.asOf = true
	}
	m.role = roleOf(p.s, m.time())
	if m.role == base || m.role == ignored {
		return // nor is 2019 in 与2019年同期相比
	}
	if fivePlan(m.period) {
		plan := p.told(m)
		plan.plan, plan.toward = true, p.aimsBehind(found, m.end)
		st.names(plan, p.block.ID)
	}
	if y := m.period.To.Year - firstYear; m.role == stated && !beganThen(p.s[m.end:]) && !m.period.Relative && m.period.From.Year == m.period.To.Year && y >= 0 && y < yearsSeen { // nor in 由2019年的3100元增至4200元
		st.seen[y]++
		if m.period.From.Month > 0 {
			st.seen[y]++
			st.dated = max(st.dated, m.period.To.Year)
		} else if p.afterAny(m.end, "，", "全") != "" && !p.aimsBehind(found, m.end) {
			st.over = max(st.over, m.period.To.Year)
		}
	}
}

// hear counts the cues of passage p by their class. What is done in a case is no deed: 对|新认定|的中心，给予奖励.
func (st *setting) hear(p *passage, found []cue) {
	told := 0 // where the case ends that the next grant is for
	for i := len(found) - 1; i >= 0; i-- {
		c := found[i]
		switch c.class {
		case cueGrant:
			told = p.caseEnd(p.sentenceStart(p.clauseAt(int(c.start))), int(c.end))
		case cueDone, cueHeld, cueDeed:
			if int(c.end) <= told && p.sentenceStart(p.clauseAt(int(c.start))) == p.sentenceStart(p.clauseAt(told)) {
				continue
			}
		}
		if c.class == cueHeld {
			c.class = cueDone
		}
		st.said[c.class]++
		st.vote += votes[c.class]
	}
}

// votes are what a cue says of its paper: above 0 that it tells what happened, below what is wanted.
var votes = [cueClasses]int{cueDone: 2, cueDeed: 1, cueAim: -2}

// yearInPlan is the year that 今年 is by its place in the plan of mark m: 今年是“十四五”规划收官之年. 0 where it is not told so.
func (p *passage) yearInPlan(m *mark) int {
	switch c := p.clauses[p.clauseAt(m.start)]; {
	case !strings.Contains(p.s[c.start:m.start], "今年是"):
	case containsAny(p.s[m.end:c.end], "收官", "最后一年", "末年", "第五年"):
		return m.period.To.Year
	case containsAny(p.s[m.end:c.end], "开局", "起步之年", "第一年", "首年", "头一年"):
		return m.period.From.Year
	}
	return 0
}

// bulletinOf says whether the bulletin on the year of mark m is told to have come out: 发布了|2030年|环境状况公报.
func (p *passage) bulletinOf(m *mark) bool {
	if m.period.Relative || m.period.From != m.period.To || m.period.From.Month > 0 || madeKnown.suffix(strings.TrimRight(p.s[:m.start], "《了")) == 0 {
		return false
	}
	near := upTo(p.s[m.end:], 30*len("字"))
	i := strings.Index(near, "公报")
	return i >= 0 && !strings.ContainsAny(near[:i], "，。；")
}

// bounding says whether the bound of mark i tells which things are meant: 500万元以上|项目.
func (p *passage) bounding(i int) bool {
	from := p.marks[i].end
	n := p.figureEnd(&p.marks[i]) - from
	return n > 0 && from+n+3 <= len(p.s) && p.s[from+n] >= 0xe4 && p.s[from+n] <= 0xe9 && !p.after(from+n, "的，")
}

// aimsBehind says whether the first of the cues behind byte i is an aim and of the same sentence: “十三五”
// 期间，全省将….
func (p *passage) aimsBehind(found []cue, i int) bool {
	for _, c := range found {
		if int(c.start) >= i {
			return c.class == cueAim && !strings.Contains(p.s[i:c.start], "。")
		}
	}
	return false
}

// names notes a five-year plan that is named as a time, in a block; it holds from there on if figures stand before it.
func (st *setting) names(plan said, block int) {
	if st.plans == 0 {
		st.plan, st.plans = plan, 1
		if st.figured {
			st.planned = block
		}
	} else if st.plan.period != plan.period {
		st.plans = 2
	}
}

// ahead says whether the year of mark m is not the reader's: 到2025年, 预期2025年, 2025年前, 预计|2028年|底建成通车.
func (p *passage) ahead(m *mark) bool {
	if dueWords.suffix(p.s[:m.start]) > 0 && completions.in(p.s[m.end:p.clauses[p.clauseAt(m.end)].end]) {
		return true
	}
	return m.period.Open == normalize.Until || endsIn(p.s[:m.start], "到", "目标", "预期", "力争", "争取", "展望") || endsIn(p.s[:m.start], "至") && !endsIn(p.s[:m.start], "截至", "截止至") || startsIn(p.s[m.end:], "远景", "目标", "前")
}

// sets says whether the words are those of a paper that sets rules: 应当, 给予,
// 不超过, far more often than those of a report or a plan.
func (st *setting) sets() bool {
	rules := st.said[cueGrant] + st.said[cueLimit] + st.said[cueDuty]
	binding := st.said[cueDuty] + st.said[cueGrant]
	return rules >= 4 && rules > 2*st.said[cueDone] && 2*rules > st.said[cueAim]+st.said[cuePlan] && (!st.press || 3*binding >= rules)
}
