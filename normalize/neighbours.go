package normalize

// Neighbours reads a Chinese numeral that leaves open which of two digits it means: 两三千 is
// 2000 to 3000, 十七八 is 17 to 18, 三五 is 3 to 5. It fails on anything else.
func Neighbours(s string) (low, high Decimal, ok bool) {
	for i := 0; i+6 <= len(s); i += 3 {
		a, b := hanSign(s, i), hanSign(s, i+3)
		switch {
		case a == noSign:
			return
		case a.class() != digitSign || b.class() != digitSign:
			continue
		case hanSign(s, i+6).class() == digitSign, a.value() == 0, b.value() != a.value()+1 && (a.value() != 3 || b.value() != 5):
			return
		}
		low, ok = Number(s[:i+3] + s[i+6:])
		if !ok {
			return
		}
		high, ok = Number(s[:i] + s[i+3:])
		return low, high, ok
	}
	return
}
