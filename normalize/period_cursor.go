package normalize

import (
	"strings"

	"shuzheng/policy"
)

// A timeCursor walks over a wording.
type timeCursor struct {
	s string
	i int
}

func (c *timeCursor) rest() string { return c.s[c.i:] }

// back goes back to byte start, as what was sought there is not found.
func (c *timeCursor) back(start int) bool {
	c.i = start
	return false
}

// word takes w where it comes next.
func (c *timeCursor) word(w string) bool {
	if strings.HasPrefix(c.s[c.i:], w) {
		c.i += len(w)
		return true
	}
	return false
}

// any takes the first of ws that comes next.
func (c *timeCursor) any(ws ...string) bool {
	rest := c.rest()
	for _, w := range ws {
		if policy.Begins(rest, w) {
			c.i += len(w)
			return true
		}
	}
	return false
}

// next says whether one of ws comes next, without taking it.
func (c *timeCursor) next(ws ...string) bool {
	rest := c.rest()
	for _, w := range ws {
		if policy.Begins(rest, w) {
			return true
		}
	}
	return false
}

// rangeMark takes what stands between the two ends of a stretch.
func (c *timeCursor) rangeMark() bool {
	if c.i == len(c.s) {
		return false
	}
	if c.next("起至", "起到") {
		c.word("起") // 2014年起至2018年
	}
	switch b := c.s[c.i]; {
	case b == '-', b == '~':
		c.i++
	case b < 0x80:
		return false
	default:
		switch character(c.rest()) {
		case '～', '—', '–', '至', '到', '－':
			c.i += 3
		default:
			return false
		}
	}
	c.any("—", "-")
	return true
}

func (c *timeCursor) digitNext() bool { return c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' }

// small reads a number from 1 to 99: 6, 06, 十二, 二十九.
func (c *timeCursor) small() (int, bool) {
	start, v := c.i, 0
	for c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' && c.i-start < 3 {
		v = v*10 + int(c.s[c.i]-'0')
		c.i++
	}
	if c.i > start {
		return v, v > 0 && c.i-start < 3
	}
	if v = HanDigit(c.rest()); v == 0 {
		return 0, false
	}
	c.i += 3
	if v < 10 {
		if !c.word("十") {
			return v, HanDigit(c.rest()) == 0
		}
		v *= 10
	}
	if d := HanDigit(c.rest()); d > 0 && d < 10 {
		v += d
		c.i += 3
	}
	return v, true
}

// yearDigit reads one digit as years are written with them: 2, 二, 〇, ○, 零, and O for 〇.
func yearDigit(s string) (d, n int) {
	switch {
	case s == "":
		return 0, 0
	case s[0] >= '0' && s[0] <= '9':
		return int(s[0] - '0'), 1
	case s[0] == 'O' || s[0] == 'o':
		return 0, 1
	case len(s) < 3:
		return 0, 0
	}
	switch character(s) {
	case '〇', '○', '零', 'Ｏ':
		return 0, 3
	case 0:
		if strings.HasPrefix(s, "О") { // the Cyrillic letter, from bad typing
			return 0, 2
		}
		return 0, 0
	}
	if d := HanDigit(s); d > 0 && d < 10 {
		return d, 3
	}
	return 0, 0
}

// character is the character of three bytes that s begins with, 0 if it begins with none.
func character(s string) rune {
	if len(s) < 3 || s[0]>>4 != 0xe || s[1]>>6 != 2 || s[2]>>6 != 2 {
		return 0
	}
	return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
}
