package extract

import (
	"strings"

	"shuzheng/policy"
)

// hinges are the characters of a phrase that it may be cut at, a bit each.
type hinges uint16

const (
	ratioHinge   hinges = 1 << iota // 比
	compareHinge                    // 较
	withHinge                       // 与
	fromHinge                       // 由 从
	byHinge                         // 按
	pullHinge                       // 拉
	setHinge                        // 准
	driveHinge                      // 带
	dutyHinge                       // 应 必 须 指 使
	leagueHinge                     // 前 后
	orderHinge                      // 第
)

var hingeChars = policy.WideSetOf("比较与由从按拉准带应必须指使前后第")

// hingesIn are the hinges that s holds: most phrases hold none.
func hingesIn(s string) (has hinges) {
	for i := hingeChars.Skip(s, 0); i < len(s); i = hingeChars.Skip(s, i+runeLen(s[i])) {
		switch s[i:min(i+3, len(s))] {
		case "比":
			has |= ratioHinge
		case "较":
			has |= compareHinge
		case "与":
			has |= withHinge
		case "由", "从":
			has |= fromHinge
		case "按":
			has |= byHinge
		case "拉":
			has |= pullHinge
		case "准":
			has |= setHinge
		case "带":
			has |= driveHinge
		case "应", "必", "须", "指", "使":
			has |= dutyHinge
		case "前", "后":
			has |= leagueHinge
		case "第":
			has |= orderHinge
		}
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
