package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

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
	if w.st.genre != anyPaper || w.sec.status != "" || n.before(cueDone) > 0 || n.clause(cueDone) || !w.builtBefore(m.start) {
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
	at := 0
	for k := normalize.IndexChar(s, "后"); k >= 0; k = normalize.IndexChar(s[at:], "后") {
		if at += k + len("后"); completions.suffix(s[:at-len("后")]) > 0 {
			return i + at
		}
	}
	return -1
}
