package extract

import (
	"strings"

	"shuzheng/policy"
)

// hinges are the characters of a phrase that it may be cut at, a bit each.
type hinges uint16

const (
	ratioHinge hinges = 1 << iota
	compareHinge
	withHinge
	fromHinge
	byHinge
	pullHinge
	setHinge
	driveHinge
	dutyHinge
	leagueHinge
	orderHinge
)

// hingeOf is the hinge that a character is.
var hingeOf = map[string]hinges{
	"比": ratioHinge, "较": compareHinge, "与": withHinge, "由": fromHinge, "从": fromHinge, "按": byHinge, "拉": pullHinge, "准": setHinge, "带": driveHinge,
	"应": dutyHinge, "必": dutyHinge, "须": dutyHinge, "指": dutyHinge, "使": dutyHinge, "前": leagueHinge, "后": leagueHinge, "第": orderHinge,
}

var hingeChars = policy.WideSetOf("比较与由从按拉准带应必须指使前后第")

// hingesIn are the hinges that s holds: most phrases hold none.
func hingesIn(s string) (has hinges) {
	for i := hingeChars.Skip(s, 0); i < len(s); i = hingeChars.Skip(s, i+runeLen(s[i])) {
		has |= hingeOf[s[i:min(i+3, len(s))]]
	}
	return has
}

// last is where w, the character of hinge h, stands last in s, -1 if nowhere.
func (has hinges) last(h hinges, s, w string) int {
	if has&h == 0 {
		return -1
	}
	return lastIndex(s, w)
}

// first is where w, which holds a character of hinge h, stands first in s, -1 if nowhere.
func (has hinges) first(h hinges, s, w string) int {
	if has&h == 0 {
		return -1
	}
	return strings.Index(s, w)
}
