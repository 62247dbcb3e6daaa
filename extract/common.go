package extract

import "shuzheng/normalize"

// splitsWord says whether a cut at byte i of s falls inside a common word, or a character.
func splitsWord(s string, i int) bool {
	if i < len(s) && s[i]&0xC0 == 0x80 {
		return true
	}
	for _, w := range [...][2]int{{3, 3}, {6, 3}, {3, 6}} {
		a, b := i-w[0], i+w[1]
		if a < 0 || b > len(s) || s[a] < 0xE3 {
			continue
		}
		if normalize.CommonWord(s[a:b]) {
			return true
		}
	}
	return false
}
