package audit

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// reportCount adds the check of a statement against a list.
func (k *counter) reportCount(c *counted, l listed) {
	r := policy.Unchecked
	switch {
	case l.n == c.n:
		r = policy.Consistent
	case l.sure:
		r = policy.Inconsistent
	}
	k.add(k.countCheck(c, r, joined(strconv.Itoa(l.n)+"：", l.names), reason(policy.CountCheck, string(r))))
}

func (k *counter) countCheck(c *counted, r policy.CheckResult, computed, why string) policy.Check {
	check := policy.Check{Kind: policy.CountCheck, Result: r, Claim: c.words.Span(c.at, c.end), Stated: c.s[c.at:c.end], Computed: computed, Reason: why}
	if c.figure != "" {
		check.Figures = []string{c.figure}
	}
	return check
}

// maxNames and nameRunes are how much of a list is shown.
const (
	maxNames  = 20
	nameRunes = 24
)

// leadWords begin the clause of a list and are no part of its first item: 围绕马公滩和行知学院.
var leadWords = newWordList(wordClasses.Of("lead")...)

// joined lists names: 3：甲、乙、丙.
func joined(begin string, names []string) string {
	var b strings.Builder
	b.Grow(len(begin) + len(names)*len("、九个字的一项工作"))
	b.WriteString(begin)
	for i, n := range names {
		if i > 0 {
			b.WriteString("、")
		}
		if i == maxNames {
			b.WriteString("…")
			break
		}
		if i == 0 {
			if rest := withoutLead(n); len(names) == 1 || !strings.HasPrefix(names[1], strings.TrimSuffix(n, rest)) {
				n = rest
			}
		}
		b.WriteString(shortened(trimSpace(n), nameRunes))
	}
	return b.String()
}

// withoutLead drops the words before the first item of a list.
func withoutLead(s string) string {
	for {
		n := len(leadWords.begin(s))
		if n == 0 || len(s)-n <= len("甲") {
			return s
		}
		s = s[n:]
	}
}
