package normalize

// HanDigit is the value, 1 to 10, of the numeral 一…十 that s begins with, 0 where it
// begins with none.
func HanDigit(s string) int {
	switch character(s) {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return 0
}
