package platform

import (
	"slices"

	"shuzheng/policy"
)

// openings are words that texts begin with.
type openings struct {
	firsts *policy.WideSet // their first characters
	list   []string        // the longest first
}

func openingsOf(list []string) *openings {
	o := &openings{firsts: firstsOf(list), list: slices.Clone(list)}
	slices.SortStableFunc(o.list, func(a, b string) int { return len(b) - len(a) })
	return o
}

// longest is the longest of the words that s begins with, "" if none.
func (o *openings) longest(s string) string {
	if !o.firsts.Begins(s) {
		return ""
	}
	for _, w := range o.list {
		if policy.Begins(s, w) {
			return w
		}
	}
	return ""
}

// has says whether s is one of the words.
func (o *openings) has(s string) bool { return o.firsts.Begins(s) && slices.Contains(o.list, s) }

// firstsOf are the characters that words begin with.
func firstsOf(words []string) *policy.WideSet {
	set := new(policy.WideSet)
	for _, w := range words {
		set.Add(w)
	}
	return set
}

// endsOf are the characters that words end in.
func endsOf(words []string) *policy.WideSet {
	set := new(policy.WideSet)
	for _, w := range words {
		set.Add(w[len(w)-3:])
	}
	return set
}

// next is where a character of three bytes stands in s, at or behind byte i, that may be
// of a set, the length of s if none does.
func next(set *policy.WideSet, s string, i int) int {
	for i+3 <= len(s) {
		if i = set.Skip(s, i); i+3 <= len(s) && s[i]>>4 == 0xe {
			return i
		}
		i++
	}
	return len(s)
}
