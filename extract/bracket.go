package extract

import (
	"strings"

	"shuzheng/policy"
)

// takeInBracket reads （1～5月，…30家） for the figures inside, and （1～4月） for the
// figure before it and those after.
func (w *walk) takeInBracket(t timeMark, b policy.Span) {
	if t.role != stated {
		return
	}
	s := w.say(t)
	if !w.figureIn(b) {
		if rest := w.p.s[t.end : b.End-len("）")]; len(rest) > len("数据统计口径") || startsIn(rest, "美元", "价", "不变", "为", "版", "修") {
			return
		}
		for i := range w.p.marks {
			if m := &w.p.marks[i]; m.fig != nil && m.end <= b.Start && b.Start-m.end <= 3 {
				w.set(m.fig, s)
			}
		}
		w.mid = s
		return
	}
	w.inner, w.innerEnd = s, b.End
}

func (w *walk) figureIn(b policy.Span) bool {
	for i := range w.p.marks {
		if m := &w.p.marks[i]; m.fig != nil && m.start >= b.Start && m.end <= b.End {
			return true
		}
	}
	return false
}

func (w *walk) bracketAt(i int) (policy.Span, bool) {
	for _, b := range w.brackets {
		if b.Start < i && i < b.End {
			return b, true
		}
	}
	return policy.Span{}, false
}

// bracketsOf finds the outermost （…） of s.
func bracketsOf(s string) []policy.Span {
	var out []policy.Span
	for at := 0; ; {
		i := strings.Index(s[at:], "（")
		if i < 0 {
			return out
		}
		i += at
		depth, j := 1, i+3
		for ; j < len(s) && depth > 0; j++ {
			if s[j] != 0xEF {
				continue
			}
			if strings.HasPrefix(s[j:], "（") {
				depth++
			} else if strings.HasPrefix(s[j:], "）") {
				depth--
			}
		}
		if depth == 0 {
			out = append(out, policy.Span{Start: i, End: j + 2})
		}
		at = min(j+2, len(s))
	}
}
