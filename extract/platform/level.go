package platform

import (
	"strings"

	"shuzheng/policy"
)

// The levels, as the text words them, and none.
var gradeWords = [...]struct{ word, level string }{
	{"国家级", "国家级"}, {"国字号", "国家级"}, {"国家", "国家级"}, {"全国重点", "国家级"}, {"省级", "省级"}, {"省部级", "省级"}, {"省实验室", "省级"}, {"省重点", "省级"},
	{"市级", "市级"}, {"市重点", "市级"}, {"县级", "县级"}, {"区级", "县级"}, {},
}

// gradeFirsts hold what gradeWords begin with, gradeSeconds what stands there next: most names have none of it.
var gradeFirsts, gradeSeconds = func() (firsts, seconds policy.WideSet) {
	for _, g := range gradeWords[:len(gradeWords)-1] {
		firsts.Add(g.word)
		seconds.Add(g.word[3:])
	}
	return
}()

// gradeAt is the number of the word of gradeWords that s begins with, that of the last if with no other.
func gradeAt(s string) int {
	if gradeFirsts.Begins(s) && gradeSeconds.Begins(s[3:]) {
		for k := range gradeWords {
			if strings.HasPrefix(s, gradeWords[k].word) {
				return k
			}
		}
	}
	return len(gradeWords) - 1
}

// levelIn is the level that words name, "" if none.
func levelIn(s string) string {
	best := len(gradeWords) - 1
	for i := next(&gradeFirsts, s, 0); i < len(s); i = next(&gradeFirsts, s, i+3) {
		best = min(best, gradeAt(s[i:]))
	}
	return gradeWords[best].level
}

// level is what the forms of the name say, else the words beside a mention.
func (e *entry) level() string {
	if l := levelIn(e.name); l != "" {
		return l
	}
	for _, w := range e.aliases {
		if l := levelIn(w); l != "" {
			return l
		}
	}
	for _, m := range e.mentions {
		if m.level != "" {
			return m.level
		}
	}
	return ""
}

// ranks gives the names of a list the level that its end or its verb tells:
// A、B等省级特色小镇, A、B获批省级经济开发区.
func ranks(p *passage, list []name) {
	level := rankBefore(p.s[:list[0].start])
	if level == "" {
		level = rankBehind(p.s[list[len(list)-1].end:])
	}
	for i := range list {
		list[i].level = level
	}
}

// rankBehind reads the level behind a list of names.
func rankBehind(s string) string {
	s = strings.TrimPrefix(s, "”")
	if inner := bracketBehind(s); inner != "" {
		return levelAt(inner)
	}
	if rest, ok := strings.CutPrefix(s, "等"); ok {
		return levelAt(afterCount(rest))
	}
	if w := granted.longest(s); w != "" {
		return levelAt(s[len(w):])
	}
	return ""
}

// afterCount drops a number and its counter: 5家.
func afterCount(s string) string {
	if k := policy.Digits(s); k > 0 {
		return strings.TrimLeft(s[k:], "余多家个所座")
	}
	return s
}

// levelAt is the level that s begins with.
func levelAt(s string) string { return gradeWords[gradeAt(s)].level }

// rankBefore reads the level and the kind right before a name: 省级特色小镇临江光谷小镇.
func rankBefore(s string) string {
	for i := len(s) - 3; i >= 0 && i > len(s)-36 && isHan(s, i); i -= 3 {
		if l := levelAt(s[i:]); l != "" {
			if w := words.last(s); w == nil || w.class != headClass && w.class != gradeClass {
				return ""
			}
			return l
		}
	}
	return ""
}
