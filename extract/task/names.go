package task

import (
	"strings"

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
	depth, from, s := 0, i, l.s[:j]
	for k, end := nextSign(s, i); k < j; k, end = nextSign(s, end) {
		depth = max(0, depth+depthOf(s, k))
		if depth == 0 && parts(s[k:end]) {
			l.piece(from, k, role)
			if sign := s[k:end]; sign == "；" || sign == "。" || sign == ";" {
				l.strange = l.strange || role == "" && l.pending < len(l.organs) // 市科技局；市财政局负责
				l.pending = len(l.organs)
			}
			from = end
		}
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

// asideEnds are the characters that asides end in.
var asideEnds = endsOf(asides)

func endsOf(words []string) *policy.WideSet {
	set := new(policy.WideSet)
	for _, w := range words {
		set.Add(w[len(w)-len("字"):])
	}
	return set
}

// isAside says whether s is a remark among organs: 2025年底前完成.
func isAside(s string) bool {
	if !asideEnds.Ends(s) {
		return false
	}
	return policy.EndsAny(s, asides...)
}

// cutVerb finds the verb that s[i:j] ends in: where it begins, and the role it gives.
func cutVerb(s string, i, j int) (end int, role policy.Role) {
	if j-i < len("字") {
		return j, ""
	}
	for _, v := range verbs[s[j-len("字"):j]] {
		if strings.HasSuffix(s[i:j], v.word) {
			end = j - len(v.word)
			for _, w := range manners {
				end -= len(s[i:end]) - len(strings.TrimSuffix(s[i:end], w))
			}
			return end, v.role
		}
	}
	return j, ""
}

// andFirsts are what the words for “and” begin with.
var andFirsts = policy.WideSetOf("会以和及与")

// joined reads s[i:j], one name or two with a word for “and” between.
func (l *listing) joined(i, j int, role policy.Role) {
	if andFirsts.Skip(l.s[:j], i) == j {
		l.name(i, j, role)
		return
	}
	for _, w := range [...]string{"会同", "以及", "和", "及", "与"} {
		if !strings.Contains(l.s[i:j], w) {
			continue
		}
		depth := 0
		for k := i; k < j; {
			_, n := policy.FirstRune(l.s[k:])
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
	if leadFirsts.Begins(l.s[i:j]) {
		i = l.behindLead(i, j)
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
