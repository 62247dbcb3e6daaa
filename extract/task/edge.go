package task

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// leadFirsts are what the words begin with that behindLead leaves out.
var leadFirsts = policy.WideSetOf("由以和及与会")

// behindLead is where the name in s[i:j] begins behind 由 or a word for “and”.
func (l *listing) behindLead(i, j int) int {
	for _, w := range [...]string{"由", "以及", "和", "及", "与", "会同"} {
		if rest, ok := strings.CutPrefix(l.s[i:j], w); ok && (w == "由" || normalize.IsOrgan(rest)) {
			i = j - len(rest)
		}
	}
	return i
}

// wordy says whether a name holds Chinese words rather than a sign or a number: 无, —
// and 2025年12月 are none.
func wordy(s string) bool {
	r, n := policy.FirstRune(s)
	return r >= 0x4e00 && r <= 0x9fff && n < len(s) && !strings.HasSuffix(s, "月") && !strings.HasSuffix(s, "日")
}

// beforeEtc leaves out 等 at the end of s[i:j] with what may follow it: 等部门,
// 等有关单位.
func beforeEtc(s string, i, j int) int {
	for k := i; ; {
		n := strings.Index(s[k:j], "等")
		if n < 0 {
			return j
		}
		k += n
		rest := s[k+len("等") : j]
		if k > i && (rest == "" || policy.EndsAny(rest, "部门", "单位", "地") || normalize.IsOrgan(s[i:k]) && len(rest) <= 30) {
			return k
		}
		k += len("等")
	}
}

// trim leaves out blanks and quotation marks at both ends of s[i:j].
func trim(s string, i, j int) (int, int) {
	const around = " \t\n:：·•—-"
	if j-i > 2 && normalize.HanEdges(s[i:j]) {
		return i, j
	}
	i = j - len(strings.TrimLeft(s[i:j], around))
	return i, i + len(strings.TrimRight(s[i:j], around))
}
