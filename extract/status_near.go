package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// near are the cues that bear on one figure.
type near struct {
	before [cueClasses]int // end of the last cue of the class before the figure in its sentence, 0 if none
	at     [cueClasses]policy.Span
	clause [cueClasses]bool // one stands in the figure's clause
}

func (w *walk) near(m *mark) near {
	var n near
	c := w.p.clauses[w.p.clauseAt(m.start)]
	inside, bracketed := w.bracketAt(m.start)
	for _, q := range w.cues {
		start, end := int(q.start), int(q.end)
		if b, ok := w.bracketAt(start); ok != bracketed || b != inside {
			continue // what is said in brackets is said of what stands in them
		}
		if end <= w.first || start >= w.sentence {
			continue
		}
		if start >= c.start && end <= c.end {
			n.clause[q.class] = true
			if n.at[q.class].Len() == 0 || start < m.start {
				n.at[q.class] = policy.Span{Start: start, End: end}
			}
		}
		if start < m.start && !(q.class == cueAim && w.spent(start, end, m.start)) {
			n.before[q.class] = end
			n.at[q.class] = policy.Span{Start: start, End: end}
		}
	}
	return n
}

// spent says whether an aim at [start, end) no longer bears on byte i: 拟新增…；
// but 主要目标是：…；….
func (w *walk) spent(start, end, i int) bool {
	word := w.p.s[start:end]
	if startsIn(word, "拟", "争取", "计划") {
		return start < w.p.clauses[w.p.clauseAt(i)].start
	}
	return strings.Contains(w.p.s[end:i], "；") && !strings.Contains(word, "目标")
}

// reckoned says whether an estimate governs all that follows in its sentence:
// 气象台预计，…, 预计到2025年，….
func (w *walk) reckoned(end int) bool {
	rest := w.p.s[end:]
	if startsIn(rest, "，", "到", "至", "，到") {
		return true
	}
	n, _ := normalize.MatchPeriod(rest)
	return n > 0
}

// bounds finds the 。-sentence that holds byte i.
func (w *walk) bounds(i int) {
	for i >= w.sentence && w.sentence < len(w.p.s) {
		if w.sentence > 0 {
			w.first = w.sentence + len("。")
		}
		w.sentence = max(w.sentenceEnd(w.first), w.first+1)
	}
}
