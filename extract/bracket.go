package extract

import (
	"sort"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// takeInBracket reads （1～5月，…30家） for the figures inside, and （1～4月） for the
// figure before it and those after.
func (w *walk) takeInBracket(t timeMark, b policy.Span) {
	if t.role == lastTime && w.figureIn(b) {
		w.inner, w.innerEnd = w.yearBefore(t), b.End // 下降9.0%（上年同期为2.89）
	}
	if t.role != stated {
		return
	}
	s := w.say(t)
	if !w.figureIn(b) {
		if rest := w.p.s[t.end : b.End-len("）")]; len(rest) > len("数据统计口径") || startsIn(rest, "美元", "价", "不变", "为", "版", "修") {
			return
		}
		for i := w.p.markAt(b.Start) - 1; i >= 0 && b.Start-w.p.marks[i].end <= 3; i-- {
			if m := &w.p.marks[i]; m.fig != nil && m.end <= b.Start {
				w.set(m.fig, s)
			}
		}
		w.mid = s
		return
	}
	w.inner, w.innerEnd = s, b.End
}

func (w *walk) figureIn(b policy.Span) bool {
	for i := w.p.markAt(b.Start); i < len(w.p.marks) && w.p.marks[i].end <= b.End; i++ {
		if w.p.marks[i].fig != nil {
			return true
		}
	}
	return false
}

// markAt is the index of the first mark that begins at byte i or after it.
func (p *passage) markAt(i int) int {
	k := 0
	for n := len(p.marks); n > 0; { // as Text.runAt
		half := (n + 1) / 2
		k += policy.WhereUpTo(p.marks[k+half-1].start, i-1, half)
		n -= half
	}
	return k
}

// bracketAt is the bracket that holds byte i.
func (w *walk) bracketAt(i int) (policy.Span, bool) {
	if len(w.brackets) == 0 {
		return policy.Span{}, false
	}
	k := sort.Search(len(w.brackets), func(k int) bool { return w.brackets[k].End > i })
	if k < len(w.brackets) && w.brackets[k].Start < i {
		return w.brackets[k], true
	}
	return policy.Span{}, false
}

// bracketed finds the outermost （…） of the passage.
func (w *walk) bracketed() {
	p, out, open, depth := w.p, w.r.scratch.brackets[:0], 0, 0
	for i := normalize.IndexChar(p.s, "（"); i >= 0 && i < len(p.s); i = p.survey.Next(i+3, clauseMark) {
		switch p.s[i : i+3] {
		case "（":
			if depth++; depth == 1 {
				open = i
			}
		case "）":
			if depth--; depth == 0 {
				out = append(out, policy.Span{Start: open, End: i + 3})
			}
			depth = max(depth, 0)
		}
	}
	w.brackets, w.r.scratch.brackets = out, out
}
