package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// near are the cues that bear on one figure, until the next figure is asked for.
type near struct {
	heard *[cueClasses]cue // the last cue of each class before the figure in its sentence
	first *[cueClasses]cue // the first of each class in its clause
	aim   cue              // the last aim that still bears on the figure
	free  bool             // neither an aim nor an estimate bears on the figure, nor does it sum up the years of a plan
}

// last is the last cue of class c before the figure in its sentence. What is only held against
// something tells that it is done where nothing says otherwise.
func (n *near) last(c cueClass) cue {
	switch held := n.heard[cueHeld]; {
	case c == cueAim:
		return n.aim
	case c == cueDone && n.free && held.end > n.heard[c].end:
		return held
	}
	return n.heard[c]
}

// before is the end of that cue, 0 if there is none.
func (n *near) before(c cueClass) int { return int(n.last(c).end) }

// clause says whether a cue of class c stands in the figure's clause.
func (n *near) clause(c cueClass) bool {
	return n.first[c].end > 0 || c == cueDone && n.free && n.first[cueHeld].end > 0
}

// silent says whether no cue before the figure tells whether it is done, wanted or reckoned.
func (n *near) silent() bool {
	return n.aim.end+n.heard[cueDone].end+n.heard[cueEstimate].end == 0 && n.first[cueDone].end == 0
}

// at is the cue of class c that bears on the figure, empty if there is none.
func (n *near) at(c cueClass) policy.Span {
	q := n.last(c)
	if q.end == 0 {
		q = n.first[c]
	}
	if q.end == 0 && c == cueDone && n.free {
		q = n.first[cueHeld]
	}
	return q.span()
}

// heard are the last cues of a sentence so far, of what stands in one bracket or of
// what stands outside all.
type heard struct {
	last [cueClasses]cue
	aims [3]cue // the last aims, by how long they bear: see aimReach
}

// The reach of an aim.
const (
	clauseAim    = iota // 拟新增…，: to the end of its clause
	semicolonAim        // 力争…；: to the next ；
	sentenceAim         // 主要目标是：…；…: to the end of its sentence
)

var (
	clauseAims   = newLexicon([]string{"拟", "争取", "计划", "今年计划", "明年计划", "下半年计划", "年内计划", "年初计划"})
	sentenceAims = "目标"
)

func aimReach(word string) int {
	switch {
	case clauseAims.prefix(word) > 0:
		return clauseAim
	case strings.Contains(word, sentenceAims):
		return sentenceAim
	}
	return semicolonAim
}

// near gathers the cues that bear on the figure m. What is said in brackets is said
// of what stands in them.
func (w *walk) near(m *mark) near {
	l := &w.ear
	w.listen(m.start)
	k := w.p.clauseAt(m.start)
	b, bracketed := w.bracketAt(m.start)
	h, first := &l.outer, &l.outside
	if bracketed {
		h, first = &l.inner, &l.inside
		if l.within != b {
			l.inner, l.within = heard{}, b
		}
	}
	if first.clause != k+1 || first.within != b {
		w.hearClause(first, k, b, bracketed)
	}
	n := near{heard: &h.last, first: &first.first}
	n.aim = w.aim(h, m.start, k)
	n.free = n.aim.end == 0 && n.heard[cueEstimate].end == 0 && !(w.st.genre == longPlan && endsIn(w.p.s[:n.first[cueHeld].start], "三年", "五年", "每年"))
	return n
}

func (q cue) span() policy.Span { return policy.Span{Start: int(q.start), End: int(q.end)} }

// aim is the last aim in h that still bears on byte i of clause k.
func (w *walk) aim(h *heard, i, k int) (bears cue) {
	c := &w.p.clauses[k]
	for reach, q := range h.aims {
		if q.end <= bears.end {
			continue
		}
		over := reach == clauseAim && (int(q.start) < c.start && !w.planGoesOn(h, q, i, k) || w.doneFirst(h.last[cueDone], q, c.start)) || reach == semicolonAim && w.semicolonBefore(i) > int(q.end) && !w.planGoesOn(h, q, i, k)
		if !over {
			bears = q
		}
	}
	return bears
}

// planGoesOn says whether what stands between the plan q of h and byte i of clause k does nothing but go on with it,
// and tells of no deed: 计划投资3亿元，新建泊位2个；安装路灯|80盏; 计划种早稻200亩，中稻|800亩; 将投资3亿元，建桥2座；修路|8公里.
func (w *walk) planGoesOn(h *heard, q cue, i, k int) bool {
	if max(h.last[cueDone].end, h.last[cueHeld].end) > q.end {
		return false
	}
	short := aimReach(w.p.s[q.start:q.end]) == clauseAim
	for from := max(0, k-planClauses); w.p.clauses[k].start > int(q.start); k-- {
		if opens := w.p.clauses[k-1].stop == '；'; k == from || short && w.p.fulfils(k) || (short || opens) && !w.p.acts(k) && (opens || !w.p.addsTo(k, q)) {
			return false
		}
	}
	return true
}

// fulfils says whether clause k tells how much was done of what is planned right before it: 计划投资93亿元，|完成投资44亿元.
func (p *passage) fulfils(k int) bool {
	c := &p.clauses[k]
	this := p.markFrom(c.start)
	last := p.figureBefore(this)
	at := c.start + adverbs.prefix(p.s[c.start:c.end])
	if !p.after(at, "完成") || last < 0 || this == len(p.marks) || p.unitBehind(c.start) != p.marks[last].fig.Unit {
		return false
	}
	what := p.s[at+len("完成") : max(at+len("完成"), p.marks[this].start)]
	return strings.HasSuffix(what, "投资") || strings.Contains(p.s[p.clauses[k-1].start:c.start], what)
}

// planClauses is how many clauses a plan goes on for at most.
const planClauses = 40

// acts says whether clause k begins with what is to be done: 同步|安装路灯80盏; not 完成年计划的48%.
func (p *passage) acts(k int) bool {
	c := &p.clauses[k]
	at := c.start + adverbs.prefix(p.s[c.start:c.end])
	if p.after(at, "对") {
		return containsAny(p.s[at:c.end], "进行", "实施", "开展", "安装", "改造", "建设") // 对12条线路进行大修
	}
	if at+len("建") > c.end {
		return false
	}
	q, ok := cues.at(p.s, at)
	return (ok && q.class == cuePlan || p.verbAt(at, c.end, true) > 0) && !plans.in(p.s[at:c.end])
}

// addsTo says whether clause k only tells how large that is which the plan q is about, or what more of it there is.
func (p *passage) addsTo(k int, q cue) bool {
	c := &p.clauses[k]
	this := p.markFrom(c.start)
	last := p.figureBefore(this)
	if last < 0 || this == len(p.marks) || p.marks[this].fig == nil || p.marks[this].start-c.start > len("总投入资金约") || p.marks[last].start < int(q.end) {
		return false
	}
	return p.marks[last].fig.Unit == p.marks[this].fig.Unit || startsIn(p.s[c.start:], "总", "累计长", "累计里程", "全长") || sizeNouns.in(upTo(p.s[c.start:p.marks[this].start], len("线路长度")))
}

// doneFirst says whether the plan q is part of what was done, as d says in the clause that begins at
// byte i: 已勘察|拟加装电梯的小区35个.
func (w *walk) doneFirst(d, q cue, i int) bool {
	return d.end > 0 && int(d.start) >= i && d.end <= q.start && !strings.ContainsAny(w.p.s[d.end:q.start], "0123456789、")
}

// reckoned says whether an estimate governs all that follows in its sentence:
// 气象台预计，…, 预计：…, 预计到2025年，….
func (w *walk) reckoned(end int) bool {
	rest := w.p.s[end:]
	if startsIn(rest, "，", "：", "到", "至", "，到") {
		return true
	}
	n, _ := normalize.MatchPeriod(rest)
	return n > 0
}
