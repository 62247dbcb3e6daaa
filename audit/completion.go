package audit

import "strings"

// completion checks how much of a plan was done against both, where its sentence tells them and nothing else of
// that unit: 预算60亿元，实际支出54亿元，完成预算的90%. It says whether it did.
func (c *checker) completion(i int) bool {
	f := &c.facts[i]
	if f.passage < 0 || f.Unit != "%" || !heldAgainst.in(c.lead(f)) && !strings.HasSuffix(f.Indicator, "完成率") {
		return false
	}
	done, plan := c.doneAndPlanned(i)
	if done == nil || plan == nil || done.base != plan.base || done.value.Sign() <= 0 || plan.value.Sign() <= 0 {
		return false
	}
	k, _ := c.quotient100(f, done, plan)
	k.Reason = reason(k.Kind, "plan."+string(k.Result))
	if strings.HasPrefix(c.lead(f), "的") { // 占计划100亿元|的80%
		k.Claim = c.claims(plan, f, f)
	}
	c.add(k)
	return true
}

// doneAndPlanned are the two levels before fact i in its sentence, nil where one is missing or there are more, unless
// the share is told of the plan right before it.
func (c *checker) doneAndPlanned(i int) (done, plan *fact) {
	f := &c.facts[i]
	p := &c.passages[f.passage]
	for j := i - 1; j >= max(p.lo, i-maxLook) && !c.stops(j+1); j-- {
		g := &c.facts[j]
		if !g.level || g.share {
			continue
		}
		side := &done
		if g.goal || c.plans(g) {
			side = &plan
		}
		if *side != nil || g.ranged || g.loose() {
			return nil, nil
		}
		if *side = g; done != nil && plan == &c.facts[i-1] && c.basis(i-1) {
			break
		}
	}
	return done, plan
}

// plans says whether a level is that of a plan: 调整预算97842万元; not 一般公共预算支出60亿元, nor 完成年度任务的有3项.
func (c *checker) plans(g *fact) bool {
	lead := c.lead(g)
	return planWords.in(lead) && !strings.Contains(lead, "完成")
}

// What a plan is told by, and what is held against one.
var (
	planWords   = newWordList(wordClasses.Of("plan")...)
	heldAgainst = newWordList(wordClasses.Of("heldagainst")...)
)
