package task

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// listStart is where the first word of lists stands in s.
func listStart(s string) int {
	at := len(s)
	for _, w := range [...]string{"单位", "部门", "牵头", "责任"} {
		if k := strings.Index(s, w); k >= 0 {
			at = min(at, k)
		}
	}
	return at
}

// spaced is the folded text of a block with 、 for the blanks that part organs and labels in a
// list: 市科技局 市财政局.
func spaced(b *policy.Block) policy.Text {
	if s := b.Text.String(); hasBlank(s) {
		return normalize.Fold(spacedFrom(b.Text, listStart(s)))
	}
	return normalize.Folded(b)
}

// hasBlank says whether a blank or a line break stands in s.
func hasBlank(s string) bool {
	return strings.IndexByte(s, ' ') >= 0 || strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\t') >= 0 || strings.IndexByte(s, 0xc2) >= 0 || normalize.IndexChar(s, "\u3000") >= 0
}

// spacedFrom is spaced for a list that begins at byte at or behind it.
func spacedFrom(t policy.Text, at int) policy.Text {
	s := t.String()
	e := (*policy.Editor)(nil)
	for i := at; i < len(s); {
		k := strings.IndexAny(s[i:], " \u3000\u00a0\t\n")
		if k < 0 {
			break
		}
		i += k
		rest := strings.TrimLeft(s[i:], " \u3000\u00a0\t\n\r")
		if endsOrgan(s[:i]) && beginsItem(rest) {
			if e == nil {
				e = t.Edit()
			}
			e.CopyTo(i)
			e.Replace(len(s)-len(rest)-i, "、")
		}
		i = len(s) - len(rest)
	}
	if e == nil {
		return t
	}
	return e.Text()
}

// endsOrgan says whether the last character of s may be that of an organ's name.
func endsOrgan(s string) bool {
	r, _ := policy.LastRune(s)
	return strings.ContainsRune("局委办厅部府会院行署室处心司团区县市镇乡道位门联协所站校）〕)", r)
}

// beginsItem says whether s begins with the name of an organ or a label.
func beginsItem(s string) bool {
	return policy.BeginsAny(s, itemWords...) || normalize.BeginsAsOrgan(s)
}
