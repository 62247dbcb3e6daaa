package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A candidate is a place named in an article, with how much speaks for it.
type candidate struct {
	place   normalize.Place
	weight  int
	span    policy.Span
	guessed bool // by its form only
}

// titleCandidates reads the places of a title, the first weighing most.
func titleCandidates(title string) []candidate {
	return addPlaces(nil, title, 12, true, func(int, int) policy.Span { return policy.Span{} })
}

// addPlaces counts the places that s names. A place of unknown name counts where
// its form shows it, where guessing: at the head of s, or behind another place.
func addPlaces(out []candidate, s string, weight int, guessing bool, span func(i, j int) policy.Span) []candidate {
	for i := 0; i+6 <= len(s); {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += runeLen(s[i])
			continue
		}
		if !normalize.MayBeginPlace(s[i:]) && !(guessing && atName(s, i)) {
			i += 3
			continue
		}
		n, all := normalize.MatchPlaces(s[i:])
		var place normalize.Place
		guessed := false
		if n > 0 && splitsWord(s, i) {
			n = 0 // 示范县 is not 范县
		} else if n > 0 {
			place = all[0].Place
		} else if guessing && atName(s, i) {
			n, place = guess(s[i:])
			guessed = true
		}
		if n == 0 {
			i += 3
			continue
		}
		if place.Level > normalize.Region && !inOrganisation(s, i, n) || weight > 10 && place.Level > normalize.Region {
			out = addCandidate(out, candidate{place, weight + fullName(s[i:i+n], place), span(i, i+n), guessed})
		}
		i += n
	}
	return out
}

// guess reads a place by its form, unless a known place ends it (建立|安徽省).
func guess(s string) (int, normalize.Place) {
	n, p := normalize.GuessPlace(s)
	if n > 0 && (splitsWord(s, n) && !startsIn(s[n:], "政府", "人民", "委", "政协", "人大", "级", "情", "辖") || wordsOnly(s[:n-3])) {
		return 0, normalize.Place{} // 合理区间, 坚持依法治省
	}
	for k := 3; k+6 <= n; k += 3 {
		if m, _ := normalize.MatchPlaces(s[k:]); m > 0 {
			return 0, normalize.Place{}
		}
	}
	if n > 0 && len(cues.find(s[:n], nil)) > 0 {
		return 0, normalize.Place{}
	}
	return n, p
}

func fullName(called string, p normalize.Place) int {
	if called == p.Name {
		return 1
	}
	return 0
}

// atName says whether an unknown name may begin at byte i of s.
func atName(s string, i int) bool {
	if i == 0 {
		return true
	}
	if i < 3 {
		return s[i-1] == '\n' || s[i-1] == ' '
	}
	switch s[i-3 : i] {
	case "，", "。", "；", "：", "、", "《", "（", "省", "市", "县", "　", "”", "和", "在", "对", "共", "于", "年", "》", "的":
		return true
	}
	return s[i-1] == '\n' || s[i-1] == ' '
}

// inOrganisation says whether a place is only part of a name: 浙江|大学, 上海|证券.
func inOrganisation(s string, i, n int) bool {
	after := s[i+n:]
	return startsIn(after, "大学", "学院", "银行", "证券", "交通大学", "工业大学", "理工", "师范", "农业大学", "医科", "科技大学", "集团", "股份", "有限公司", "海关", "会展", "路", "街", "大道", "国际", "研究院", "协同", "证交所", "港", "湾", "岛", "江", "河", "湖", "山") && !endsIn(s[:i+n], "省", "市", "县", "区")
}

func addCandidate(out []candidate, c candidate) []candidate {
	for k := range out {
		if o := &out[k]; o.place.Name == c.place.Name && (o.place.Parent == c.place.Parent || c.place.Parent == "") {
			o.weight += c.weight
			if o.span.Len() == 0 {
				o.span = c.span
			}
			return out
		}
	}
	return append(out, c)
}

// wordsOnly says whether s begins with an ordinary word, as the name of a place
// seldom does: 坚持, 合理.
func wordsOnly(s string) bool {
	if len(s) < 6 {
		return false
	}
	_, ok := common()[s[:6]]
	return ok
}
