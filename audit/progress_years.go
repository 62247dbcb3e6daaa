package audit

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// maxSpanName is how long the words between 三年 and its bracket may be, in bytes.
const maxSpanName = 60

// A plan is the numeral of 三年 in 三年行动计划.
type plan struct {
	at    policy.Span
	years int
}

// spans holds how many years a plan is said to take against the years in its bracket:
// 三年行动计划（2020—2022年）.
func (k *counter) spans() {
	for _, p := range k.own.plans {
		after := skipBlanks(k.content[p.at.End:])
		if policy.HoldsAny(after[:min(len(after), maxSpanName+20)], "（", "(") && !ordinalBefore(k.content[max(0, p.at.Start-len("第")):p.at.Start]) {
			k.planSpan(p.at, p.years)
		}
	}
}

// planSpan holds the years that a numeral gives against those in the bracket behind it.
func (k *counter) planSpan(numeral policy.Span, years int) {
	raw := k.content[numeral.Start:numeral.End]
	words, _, _, ok := k.passageAt(numeral)
	if !ok {
		return
	}
	s, start := words.String(), words.Offset(numeral.Start)
	said := raw + "年"
	rest, ok := strings.CutPrefix(s[start:], said)
	if !ok {
		return
	}
	from, to, end := yearsAfter(rest[:min(len(rest), maxSpanName+40)])
	if from == 0 {
		return
	}
	r := result(to-from+1 == years)
	why := "years." + string(r)
	if to-from == years { // from the middle of one year to the middle of another
		r, why = policy.Unchecked, "years.between"
	}
	k.add(policy.Check{Kind: policy.ProgressCheck, Result: r, Claim: words.Span(start, start+len(said)+end), Stated: said,
		Computed: strconv.Itoa(from) + "–" + strconv.Itoa(to) + "：" + strconv.Itoa(to-from+1) + "年", Reason: reason(policy.ProgressCheck, why)})
}

// yearsAfter reads the years in the bracket that a short name is followed by; end is
// where they end in s, from is 0 where there are none.
func yearsAfter(s string) (from, to, end int) {
	i := strings.IndexAny(s, "（(")
	if i < 0 || i > maxSpanName || strings.ContainsAny(s[:i], "，,。；;：:、！？\n\t 0123456789") {
		return 0, 0, 0
	}
	_, size := policy.FirstRune(s[i:])
	j := i + size
	if from, j = year(s, j); from == 0 {
		return 0, 0, 0
	}
	for _, sep := range [...]string{"-", "—", "－", "–", "~", "～", "至", "到", "一", "──", "——", "--"} {
		if strings.HasPrefix(s[j:], sep) {
			end := j + len(sep)
			if to, end = year(s, end); to > from && to-from < maxCounted && closes(s[end:]) {
				return from, to, end
			}
		}
	}
	return 0, 0, 0
}

// year reads 2020 or 2020年 at byte i; it is 0 where none stands there.
func year(s string, i int) (int, int) {
	if i+4 > len(s) || s[i] != '1' && s[i] != '2' {
		return 0, i
	}
	y, err := strconv.Atoi(s[i : i+4])
	if err != nil || y < 1900 || y > 2100 {
		return 0, i
	}
	i += 4
	return y, i + len(s[i:]) - len(strings.TrimPrefix(s[i:], "年"))
}

// closes says whether nothing but the end of a bracket follows: no month.
func closes(s string) bool { return strings.HasPrefix(s, "）") || strings.HasPrefix(s, ")") }
