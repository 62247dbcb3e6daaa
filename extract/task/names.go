package task

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// longestName is the most bytes that the name of an organ has.
const longestName = 120

// A listing is a list of organs being read from a folded text. Places are in it.
type listing struct {
	text    policy.Text
	s       string // text.String()
	organs  []organ
	pending int  // the first organ that no verb has given its role yet
	strange bool // some name has not the form of an organ's
	dropped bool // something was too long for a name
}

type organ struct {
	policy.Organ
	start, end int
}

// segment reads the names in s[i:j], which have the role that their label gives,
// unless verbs say another: 市科技局牵头，市财政局、市教育局配合.
func (l *listing) segment(i, j int, role policy.Role) {
	l.pending = len(l.organs)
	depth, from := 0, i
	for k := i; k < j; {
		_, n := utf8.DecodeRuneInString(l.s[k:])
		depth = max(0, depth+depthOf(l.s, k))
		if depth == 0 && parts(l.s[k:k+n]) {
			l.piece(from, k, role)
			if sign := l.s[k : k+n]; sign == "；" || sign == "。" || sign == ";" {
				l.strange = l.strange || role == "" && l.pending < len(l.organs) // 市科技局；市财政局负责
				l.pending = len(l.organs)
			}
			from = k + n
		}
		k += n
	}
	l.piece(from, j, role)
}

// parts says whether a sign stands between two names.
func parts(sign string) bool {
	switch sign {
	case "、", "，", ",", "；", ";", "。", "/", "|", "／", "\n":
		return true
	}
	return false
}

// piece reads what stands between two signs: a name, or several with 和 between,
// and perhaps the verb of all names before it.
func (l *listing) piece(i, j int, role policy.Role) {
	i, j = trim(l.s, i, j)
	if isAside(l.s[i:j]) {
		return
	}
	end, given := cutVerb(l.s, i, j)
	if end-i > 4*longestName {
		l.strange, l.dropped = true, true
		return
	}
	l.joined(i, end, role)
	if given == "" {
		return
	}
	for k := l.pending; k < len(l.organs); k++ {
		l.organs[k].Role = given
	}
	l.pending = len(l.organs)
}

// isAside says whether s is a remark among organs: 2025年底前完成.
func isAside(s string) bool {
	for _, w := range asides {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// cutVerb finds the verb that s[i:j] ends in: where it begins, and the role it gives.
func cutVerb(s string, i, j int) (end int, role policy.Role) {
	if j-i < len("字") {
		return j, ""
	}
	for _, v := range verbs[s[j-len("字"):j]] {
		if strings.HasSuffix(s[i:j], v.word) {
			end = j - len(v.word)
			for _, w := range [...]string{"要", "应", "分别", "共同", "按职责", "按照职责", "具体", "积极"} {
				end -= len(s[i:end]) - len(strings.TrimSuffix(s[i:end], w))
			}
			return end, v.role
		}
	}
	return j, ""
}

// joined reads s[i:j], one name or two with a word for “and” between.
func (l *listing) joined(i, j int, role policy.Role) {
	for _, w := range [...]string{"会同", "以及", "和", "及", "与"} {
		if !strings.Contains(l.s[i:j], w) {
			continue
		}
		depth := 0
		for k := i; k < j; {
			_, n := utf8.DecodeRuneInString(l.s[k:])
			depth += depthOf(l.s, k)
			if depth == 0 && k > i && strings.HasPrefix(l.s[k:j], w) && normalize.IsOrgan(l.s[i:k]) && beginsName(l.s[k+len(w):j]) {
				l.joined(i, k, role)
				l.joined(k+len(w), j, role)
				return
			}
			k += n
		}
	}
	l.name(i, j, role)
}

// beginsName says whether what follows 和 is a name of its own: not 市住建局及其|所属单位,
// 省经济和|信息化厅.
func beginsName(s string) bool {
	name, _, _ := strings.Cut(s, "等")
	return !strings.HasPrefix(s, "其") && (normalize.IsOrgan(s) || normalize.IsOrgan(name) || normalize.BeginsAsOrgan(s) && len(s) >= 9)
}

// name adds the organ s[i:j].
func (l *listing) name(i, j int, role policy.Role) {
	j = beforeEtc(l.s, i, j)
	for _, w := range [...]string{"由", "以及", "和", "及", "与", "会同"} {
		if rest, ok := strings.CutPrefix(l.s[i:j], w); ok && (w == "由" || normalize.IsOrgan(rest)) {
			i = j - len(rest)
		}
	}
	if i, j = trim(l.s, i, j); i == j {
		return
	}
	if j-i > longestName || !wordy(l.s[i:j]) {
		l.strange, l.dropped = true, l.dropped || j-i > longestName
		return
	}
	l.strange = l.strange || !normalize.IsOrgan(l.s[i:j])
	l.organs = append(l.organs, organ{policy.Organ{Name: l.s[i:j], Role: role, Span: l.text.Span(i, j)}, i, j})
}

// wordy says whether a name holds Chinese words rather than a sign or a number: 无, —
// and 2025年12月 are none.
func wordy(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
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
		if k > i && (rest == "" || strings.HasSuffix(rest, "部门") || strings.HasSuffix(rest, "单位") || strings.HasSuffix(rest, "地") || normalize.IsOrgan(s[i:k]) && len(rest) <= 30) {
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
