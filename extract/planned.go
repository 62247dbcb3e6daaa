package extract

import (
	"strings"

	"shuzheng/policy"
)

// What was planned and how much of it was reached: 完成全年900万人目标任务的61%, 为全年目标任务900
// 万人的61%.

// planned reads the amount that was planned, a goal, and the share of it that was reached. Both
// are about what was spoken of before.
func (p *passage) planned(k int) subject {
	f := p.marks[k].fig
	if i := k - 1; f.Unit == "%" && i >= 0 && p.marks[i].fig != nil && p.marks[i].fig.planned {
		s := p.known[i]
		s.words += "完成率"
		return s
	}
	if s := p.tasked(k); s.words != "" {
		return s
	}
	if f.Unit == "%" && !p.comparedPlan(k) || !p.isPlanned(k) {
		return subject{}
	}
	for i := p.previous(k); i >= 0; i = p.previous(i) {
		if p.marks[i].fig.Unit == f.Unit && !p.marks[i].fig.planned {
			if f.goal, f.planned = true, true; p.aimFollows(k) {
				f.Comparator, f.bound = policy.Equal, nil // 超过28万吨的年度目标2万吨
			}
			return p.known[i]
		}
	}
	return subject{}
}

// comparedPlan says whether the amount of mark k is a plan that something is held against: 比年目标任务
// |4%低0.6个百分点.
func (p *passage) comparedPlan(k int) bool {
	if plans.suffix(p.s[:p.marks[k].start]) == 0 && !p.aimFollows(k) || p.marks[k].fig.Measure != policy.Level {
		return false
	}
	a, _ := p.prefix(k)
	return p.afterAny(a+len(p.afterAny(a, "，")), "比", "较", "低于", "高于", "高出", "超出", "超过") != ""
}

// aimFollows says whether figure k is the goal that the next one is held against: 高于年初|18%|的预期目标2.4个百分点.
func (p *passage) aimFollows(k int) bool {
	next := p.figureAt(k + 1)
	if next == nil || !p.after(p.marks[k].end, "的") {
		return false
	}
	gap := p.s[p.marks[k].end:next.num.Start]
	return len(gap) <= len("的年度预期控制目标") && endsIn(gap, "目标", "目标任务", "预期值") && !strings.ContainsAny(gap, "，。；、")
}

// tasked is what was to be done, where what was done of it follows: 农村改厕|任务3800座，完成3910座. Mark k
// becomes a goal, and so does what is to be done: 全市营造林任务16万亩.
func (p *passage) tasked(k int) subject {
	m := &p.marks[k]
	a, b := p.prefix(k)
	b = a + len(strings.TrimRight(strings.TrimSuffix(p.s[a:b], "为"), boundSigns))
	n, done := taskWords.suffix(p.s[a:b]), p.doneBehind(k)
	if n == 0 {
		m.fig.goal = m.fig.goal || done && b < m.fig.num.Start && strings.Contains(boundSigns, p.s[b:m.fig.num.Start]) // 优良路率|≥|92%，实际94.6%
		return subject{}
	}
	m.fig.goal = done || endsIn(p.s[:b], "任务", "任务数", "投资计划") && !containsAny(p.s[a:b], "完成", "执行", "承担", "超")
	if a, b = p.trim(a, b-n, m.fig); !done || b-a < 6 {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// boundSigns may stand between the name of what was to be done and its number: 满意度目标值|≥|90%.
const boundSigns = "≥≤＞＜><= "

// taskEnds are what taskWords end in, and what may stand behind one.
var taskEnds = policy.WideSetOf("务标划数值为" + strings.TrimSpace(boundSigns))

// doneBehind says whether what was done stands in the clause behind mark k, a number of the same unit.
func (p *passage) doneBehind(k int) bool {
	f, next := p.marks[k].fig, p.figureAt(k+1)
	if next == nil || next.Unit != f.Unit || next.clause != f.clause+1 {
		return false
	}
	done := p.afterAny(p.clauses[next.clause].start, "完成", "已完成", "实际", "累计完成", "共完成", "全年完成")
	return done != "" && (f.Unit != "%" || done == "实际")
}

// fulfilled says whether mark m is a plan that was met, or is kept in view: 超额完成|40所|的年度目标任务, 聚焦全年增长|6%|目标.
func (p *passage) fulfilled(m *mark) bool {
	c := p.clauses[m.fig.clause]
	after := p.s[m.end:c.end]
	if (!strings.HasPrefix(after, "的") || !endsIn(p.s[:m.start], "完成", "完成了", "实现")) && (m.end == c.end || goalLeads.prefix(p.s[c.start:]) == 0 || oneOf(m.fig.Unit, taskUnits)) {
		return false
	}
	for n := setters.prefix(after); n > 0; n = setters.prefix(after) {
		after = after[n:]
	}
	return startsIn(after, "目标任务", "任务目标", "目标", "任务")
}

// taskUnits count the goals and tasks themselves: 聚焦6项任务.
var taskUnits = []string{"项", "个", "大", "类", "条"}

// isPlanned says whether the amount of mark k stands for a plan of which a share follows.
func (p *passage) isPlanned(k int) bool {
	m := &p.marks[k]
	if p.comparedPlan(k) || p.before(m.start, "（") && p.after(m.end, "）") && plans.suffix(p.s[:m.start-len("（")]) > 0 {
		return true // 完成全年目标（4.05亿元）84.4%
	}
	if next := p.figureAt(k + 1); next == nil || next.Unit != "%" || !p.before(p.marks[k+1].start, "的") {
		return false
	}
	gap := p.s[m.end:p.marks[k+1].start]
	before := p.s[p.clauses[m.fig.clause].start:m.start]
	return gap == "的" && plans.suffix(before) > 0 || strings.HasSuffix(gap, "的") && plans.suffix(strings.TrimSuffix(gap, "的")) > 0 && len(gap) <= 30 && !strings.ContainsAny(gap, "，；")
}
