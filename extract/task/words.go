package task

import (
	"strings"

	"shuzheng/policy"
)

// words says what the list ls[k] is about: the head or the first sentence of what
// it closes; the heading of its section, where that has no other list.
func (f *finder) words(k int) (string, policy.Span, int) {
	l := &f.lists[k]
	b := &f.doc.Blocks[l.block]
	section := b.Section
	if b.Kind == policy.Heading {
		section = b.ID
	}
	if l.prose {
		i, j := sentenceAround(l.text.String(), l.start)
		return named(l.text, i, j, section)
	}
	if i, j := trim(l.text.String(), l.after, l.start); !blank(l.text.String()[i:j]) {
		return f.closing(l.text, i, j, section)
	}
	if p := f.before(l.block); p >= 0 {
		t := f.doc.Blocks[p].Text
		return f.closing(t, 0, t.Len(), section)
	}
	return f.heading(section)
}

// closing is what the text t[i:j] before a list is about.
func (f *finder) closing(t policy.Text, i, j, section int) (string, policy.Span, int) {
	s := t.String()[i:j]
	end, runIn := firstSentence(s)
	if !runIn && section >= 0 && f.doc.Blocks[section].Kind == policy.Heading && f.count[section] == 1 {
		return f.heading(section)
	}
	return named(t, i, i+end, section)
}

// heading is the heading of a section.
func (f *finder) heading(section int) (string, policy.Span, int) {
	if section < 0 {
		return "", policy.Span{}, section
	}
	t := f.doc.Blocks[section].Text
	return named(t, 0, t.Len(), section)
}

func named(t policy.Text, i, j, section int) (string, policy.Span, int) {
	i, j = trim(t.String(), i, j)
	j = i + len(strings.TrimRight(t.String()[i:j], "。；，：;,:"))
	return strings.Join(strings.Fields(t.String()[i:j]), " "), t.Span(i, j), section
}

// before is the paragraph that the list alone in block i closes, -1 where a heading
// stands before it.
func (f *finder) before(i int) int {
	for p := i - 1; p >= 0; p-- {
		b := &f.doc.Blocks[p]
		switch {
		case b.Kind == policy.Note || b.Kind == policy.Boilerplate || f.alone(p):
		case b.Kind == policy.Paragraph && b.Section == f.doc.Blocks[i].Section:
			return p
		default:
			return -1
		}
	}
	return -1
}

// alone says whether block i holds a list and nothing else.
func (f *finder) alone(i int) bool {
	k := f.first[i]
	return k >= 0 && f.lists[k].alone
}

// shortHead is how many characters a head in the line of its text has at most.
const shortHead = 30

// firstSentence is where the first sentence of s ends, and whether it is a head in
// the line: 培育工业互联网平台。重点培育….
func firstSentence(s string) (end int, runIn bool) {
	end = len(s)
	for _, stop := range [...]string{"。", "；"} {
		if k := strings.Index(s, stop); k > 0 && k < end {
			end = k
		}
	}
	head := s[:end]
	return end, end+len("。") < len(s) && policy.RuneCount(head) <= shortHead && !strings.ContainsAny(head, "，,：:")
}

// sentenceAround is the sentence of s that byte at stands in.
func sentenceAround(s string, at int) (i, j int) {
	if k := strings.LastIndex(s[:at], "。"); k >= 0 {
		i = k + len("。")
	}
	if k := strings.Index(s[at:], "。"); k >= 0 {
		return i, at + k
	}
	return i, len(s)
}
