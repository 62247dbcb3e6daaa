package extract

import (
	"strings"

	"shuzheng/policy"
)

// Change words make a change of the number that follows, with fillers between: 增长24.3%, 提高了12.43件;
// comparisons of one at a distance: 低于全省平均3.7个百分点.
var (
	changeLexicon, changeSays   = saying[policy.Direction]("change/")
	compareLexicon, compareSays = saying[policy.Direction]("compared/")
	fillerLexicon               = phrases["filler"]
	distances                   = phrases["distance"]
	comparable                  = phrases["comparable"]
	rateWords                   = phrases["pace"]
	changeTails                 = phrases["changetail"]
)

var bettered = []string{"家", "个", "所", "座", "处", "条"}

func opposite(d policy.Direction) policy.Direction {
	if d == policy.Up {
		return policy.Down
	}
	return policy.Up
}

// betters are change words that are verbs of building before what is counted:
// 建设提升3个蔬菜基地.
var betters = phrases["better"]

// remarkLen is the length of a bracket that s ends in and that only says how changes are
// meant: 增长（以下如无特别说明，均为同比名义增长）7.9%. 0 if there is none.
func remarkLen(s string) int {
	if !strings.HasSuffix(s, "）") {
		return 0
	}
	i := lastIndex(s, "（")
	if i < 0 || !startsIn(s[i+len("（"):], "以下", "如无", "除特别", "按可比", "可比口径", "同口径") {
		return 0
	}
	return len(s) - i
}
