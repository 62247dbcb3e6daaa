package extract

import (
	"sort"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// near are the cues that bear on one figure, until the next figure is asked for.
type near struct {
	heard *[cueClasses]cue // the last cue of each class before the figure in its sentence
	first *[cueClasses]cue // the first of each class in its clause
	aim   cue              // the last aim that still bears on the figure
	spent cue              // a later one of its clause that bears no longer, if there is one
	free  bool             // neither an aim nor an estimate bears on the figure
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
	if c == cueAim && n.spent.end > q.end {
		q = n.spent
	}
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

// A listener hears the cues of a passage from left to right.
type listener struct {
	next         int // the first cue not yet heard
	outer, inner heard
	within       policy.Span // the bracket of inner
	sentence     int         // where the sentence of outer and inner begins
	semicolon    int         // end of the last ； before byte semicolonTo
	semicolonTo  int
	outside      clauseCues // of the clause being read, outside brackets
	inside       clauseCues // in the bracket being read
}

// clauseCues are the first cue of each class in a clause, in or outside a bracket.
type clauseCues struct {
	clause int // index of the clause, counted from 1
	within policy.Span
	first  [cueClasses]cue
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
	n.aim, n.spent = w.aim(h, m.start, k)
	n.free = n.aim.end == 0 && n.heard[cueEstimate].end == 0
	return n
}

func (q cue) span() policy.Span { return policy.Span{Start: int(q.start), End: int(q.end)} }

// listen hears the cues before byte i.
func (w *walk) listen(i int) {
	l := &w.ear
	if l.sentence != w.first {
		l.sentence, l.outer, l.inner = w.first, heard{}, heard{}
	}
	for ; l.next < len(w.cues) && int(w.cues[l.next].start) < i; l.next++ {
		q := w.cues[l.next]
		if int(q.end) <= w.first {
			continue
		}
		h := &l.outer
		if b, ok := w.bracketAt(int(q.start)); ok {
			if l.within != b {
				l.inner, l.within = heard{}, b
			}
			h = &l.inner
		}
		if q.class == cueAim && (w.p.quoted() && w.slogan(int(q.start), i) || w.heldAgainst(int(q.start))) {
			continue
		}
		h.last[q.class] = q
		if q.class == cueAim {
			h.aims[aimReach(w.p.s[q.start:q.end])] = q
		}
	}
}

// heldAgainst says whether the goal that is named at byte k is only what something is held against:
// 低于年初|预期目标2个百分点.
func (w *walk) heldAgainst(k int) bool {
	if !w.p.after(k, "预期目标") && !w.p.after(k, "主要目标") && !w.p.after(k, "发展目标") {
		return false
	}
	head := w.p.s[w.first:k]
	for n := setters.suffix(head); n > 0; n = setters.suffix(head) {
		head = head[:len(head)-n]
	}
	return endsIn(head, "低于", "高于", "高出", "多于", "少于", "比", "较", "超过", "超出", "超", "好于", "快于", "慢于", "优于", "完成", "完成了")
}

// slogan says whether byte k stands in a quotation that is closed before byte i: 突出“奋力赶超”主
// 基调，产值达40亿元.
func (w *walk) slogan(k, i int) bool {
	open := lastIndex(w.p.s[w.first:k], "“")
	return open >= 0 && !strings.Contains(w.p.s[w.first+open:k], "”") && strings.Contains(w.p.s[k:i], "”")
}

// semicolonBefore is the end of the last ； of the sentence before byte i.
func (w *walk) semicolonBefore(i int) int {
	l := &w.ear
	for l.semicolonTo = max(l.semicolonTo, w.first); l.semicolonTo < i; {
		k := strings.Index(w.p.s[l.semicolonTo:i], "；")
		if k < 0 {
			l.semicolonTo = i
			break
		}
		l.semicolonTo += k + len("；")
		l.semicolon = l.semicolonTo
	}
	return l.semicolon
}

// hearClause finds the first cues of clause k in bracket b, or outside all.
func (w *walk) hearClause(first *clauseCues, k int, b policy.Span, bracketed bool) {
	*first = clauseCues{clause: k + 1, within: b}
	c := &w.p.clauses[k]
	from := sort.Search(len(w.cues), func(i int) bool { return int(w.cues[i].start) >= c.start })
	for _, q := range w.cues[from:] {
		if int(q.end) > c.end {
			break
		}
		if a, ok := w.bracketAt(int(q.start)); ok != bracketed || a != b || first.first[q.class].end > 0 {
			continue
		}
		first.first[q.class] = q
	}
}

// aim is the last aim in h that still bears on byte i of clause k, and the last of
// its clause that bears no longer.
func (w *walk) aim(h *heard, i, k int) (bears, spent cue) {
	c := &w.p.clauses[k]
	for reach, q := range h.aims {
		over := reach == clauseAim && (int(q.start) < c.start && !(max(h.last[cueDone].end, h.last[cueHeld].end) < q.end && w.planGoesOn(q, i, k)) || w.doneFirst(h.last[cueDone], q, c.start)) || reach == semicolonAim && q.end > 0 && w.semicolonBefore(i) > int(q.end)
		switch {
		case q.end == 0:
		case !over && q.end > bears.end:
			bears = q
		case over && int(q.start) >= c.start && q.end > spent.end:
			spent = q
		}
	}
	return bears, spent
}

// planGoesOn says whether what stands before byte i of clause k only goes on with the plan q of the
// clause before: 计划实施水库3座，总投资|280万元; 计划种早稻200亩，中稻|800亩.
func (w *walk) planGoesOn(q cue, i, k int) bool {
	p := w.p
	if k == 0 || int(q.start) < p.clauses[k-1].start || p.clauses[k-1].stop != '，' || i-p.clauses[k].start > len("总投入资金约") {
		return false
	}
	this := p.markAt(i)
	last := p.figureBefore(this)
	if last < 0 || this == len(p.marks) || p.marks[this].fig == nil || p.marks[last].start < int(q.end) {
		return false
	}
	return p.marks[last].fig.Unit == p.marks[this].fig.Unit || startsIn(p.s[p.clauses[k].start:], "总", "投资", "概算")
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

// opensWith says whether the estimate at opens its sentence and tells what is reached or done, as
// what is listed behind it is, or tells what will be when something is built: 预计全县实现生产总值391亿元，
// 增长8%；财政收入38亿元; 投产后，预计年产值6亿元，税收3000万元.
func (w *walk) opensWith(at policy.Span) bool {
	head := strings.TrimSuffix(w.p.s[w.first:max(w.first, at.Start)], "，")
	if built, ok := strings.CutSuffix(head, "后"); ok && completions.suffix(built) > 0 {
		return true
	}
	n, _ := normalize.MatchPeriod(head)
	c := w.p.clauses[w.p.clauseAt(at.Start)]
	return w.st.genre != longPlan && len(head)-n <= len("，全县上下") && containsAny(w.p.s[at.End:c.end], "实现", "完成", "达", "突破", "增长")
}

// onceBuilt says whether the sentence of news tells before figure m what can be when something is
// there to be used: 投产后24小时可产3万平方米工业用布，产能提高30%.
func (w *walk) onceBuilt(m *mark, n *near) bool {
	if w.st.genre != anyPaper || w.sec.status != "" || n.before(cueDone) > 0 || n.clause(cueDone) {
		return false
	}
	if !w.builtBefore(m.start) {
		return false
	}
	rest := w.p.s[w.builtAt:m.start]
	return startsIn(strings.TrimPrefix(rest, "，"), "可", "能", "年可", "每年可", "每天可") || able.in(upTo(rest, 45))
}

// builtBefore says whether what stands before byte i, up to the last ；, tells that something is there to be used.
func (w *walk) builtBefore(i int) bool {
	if w.builtFor != w.first+1 {
		w.builtFor, w.builtAt = w.first+1, w.builtIn(w.first, w.sentence)
	}
	return w.builtAt >= 0 && w.builtAt <= i && w.semicolonBefore(i) <= w.builtAt
}

// builtIn is the place in [i, j) behind what tells that something is there to be used: 投产后|. -1
// where nothing does.
func (w *walk) builtIn(i, j int) int {
	s := w.p.s[i:j]
	for at := 0; at < len(s); {
		k := normalize.IndexChar(s[at:], "后")
		if k < 0 {
			return -1
		}
		if at += k; completions.suffix(s[:at]) > 0 {
			return i + at + len("后")
		}
		at += len("后")
	}
	return -1
}

// completions end what tells that something is there to be used.
var completions = newLexicon([]string{"建成", "投产", "达产", "满产", "达效", "投用", "投运", "投入使用", "投入运营", "运营", "竣工", "完工", "落成", "建成投产", "开通", "通车", "启用", "交付使用", "实施"})

// bounds finds the 。-sentence that holds byte i.
func (w *walk) bounds(i int) {
	for i >= w.sentence && w.sentence < len(w.p.s) {
		if w.sentence > 0 {
			w.first = w.sentence + len("。")
		}
		w.sentence = max(w.sentenceEnd(w.first), w.first+1)
	}
}
