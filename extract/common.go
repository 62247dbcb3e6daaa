package extract

import "shuzheng/normalize"

// splitsWord says whether a cut at byte i of s falls inside a common word, or a character.
func splitsWord(s string, i int) bool { return normalize.SplitsWord(s, i) }
