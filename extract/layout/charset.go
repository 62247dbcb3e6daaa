package layout

import "shuzheng/policy"

// A charSet says of a character whether a word of a list may begin (or end) with it,
// so that the list is gone through where it may bring something only. It looks at
// the last two bytes of a wide character: a few others are taken for members.
type charSet struct {
	narrow [128]bool
	wide   policy.WideSet
}

// firstOf is the set of the characters that the words begin with, each of one byte
// or of three.
func firstOf(words ...string) *charSet {
	c := new(charSet)
	for _, w := range words {
		if w[0] < 0x80 {
			c.narrow[w[0]] = true
		} else {
			c.wide.Add(w)
		}
	}
	return c
}

// lastOf is the set of the characters that the words, all Chinese, end with.
func lastOf(words ...string) *charSet {
	c := new(charSet)
	for _, w := range words {
		c.wide.Add(w[len(w)-3:])
	}
	return c
}

// begins says whether the first character of s may be of the set.
func (c *charSet) begins(s string) bool {
	switch {
	case s == "":
		return false
	case s[0] < 0x80:
		return c.narrow[s[0]]
	}
	return c.wide.Begins(s)
}

// ends says whether the last character of s may be of the set, which is of wide
// characters.
func (c *charSet) ends(s string) bool { return c.wide.Ends(s) }

// next is the first place from i on where a word of the list, of three bytes or more,
// may begin, len(s) if there is none.
func (c *charSet) next(s string, i int) int {
	for i = c.wide.Skip(s, i); i+2 < len(s); i = c.wide.Skip(s, i+1) {
		if s[i]>>4 == 0xe || s[i] < 0x80 && c.narrow[s[i]] {
			return i
		}
	}
	return len(s)
}
