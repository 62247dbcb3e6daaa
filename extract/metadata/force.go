package metadata

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// force reads the sentence that says from when a document is in force, and how long:
// 本办法自2023年9月8日起施行，有效期3年.
func (f *finder) force() {
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if f.in[i]&marks.Begun == 0 || b.Article > 0 && !f.issues() {
			continue
		}
		if s := b.Text.String(); inForce(s) >= 0 && f.clause(f.text(i)) {
			return
		}
	}
}

// issues says whether the document brings out the texts that follow it: 关于印发…的通知.
func (f *finder) issues() bool {
	title := f.found["title"].Value.Value
	return policy.HoldsAny(title, "印发", "发布", "公布")
}

// inForce is where the words stand that put something in force, -1 where they do not:
// 起施行, 开始执行.
func inForce(s string) int {
	from, begun := after(s, "起", forceWords), after(s, "始", begunWords)
	if from < 0 || begun >= 0 && begun < from {
		return begun
	}
	return from
}

// after is the first place of char in s before one of words, -1 where there is none.
func after(s, char string, words []string) int {
	for i := 0; ; {
		k := normalize.IndexChar(s[i:], char)
		if k < 0 {
			return -1
		}
		i += k
		if policy.BeginsAny(s[i+len(char):], words...) {
			return i
		}
		i += len(char)
	}
}

// mostClauses is how many such sentences of a block are looked at.
const mostClauses = 20

// clause reads such a sentence in t.
func (f *finder) clause(t policy.Text) bool {
	s := t.String()
	for from, tries := 0, 0; ; tries++ {
		k := inForce(s[from:])
		if k < 0 || tries == mostClauses {
			return false
		}
		k += from
		from = k + len("起施行")
		i := strings.LastIndex(s[:k], "自")
		head := s[max(0, i-longestLine):max(i, 0)]
		head = head[strings.LastIndex(head, "。")+1:]
		if i < 0 || k-i > 90 || !ofThis(head) {
			continue
		}
		i += len("自")
		if iso, n := isoDate(s[i:k]); n > 0 {
			f.set("effective_date", iso, t.Span(i, i+n), clauseRank)
		} else if d, ok := f.known(); ok && strings.HasSuffix(s[i:k], "之日") {
			f.set("effective_date", d, t.Span(i, k), clauseRank)
		}
		f.validity(t, from)
		return true
	}
}

// ofThis says whether s speaks of the document itself: 本办法, 本通知. 本县 is none.
func ofThis(s string) bool {
	for {
		_, rest, ok := strings.Cut(s, "本")
		if !ok {
			return false
		}
		if policy.BeginsAny(rest, paperWords...) {
			return true
		}
		s = rest
	}
}

// known is the date of the document so far.
func (f *finder) known() (string, bool) {
	for _, key := range [...]string{"date", "publish_date"} {
		if d, ok := f.found[key]; ok {
			return d.Value.Value, true
		}
	}
	return "", false
}

// validity reads how long a document is in force, in the words behind byte i of t:
// 有效期3年, 有效期至2026年12月31日.
func (f *finder) validity(t policy.Text, i int) {
	s := t.String()
	k := strings.Index(s[i:], "有效期")
	if k < 0 || strings.Count(s[i:i+k], "。") > 1 {
		return
	}
	i += k
	n := strings.IndexAny(s[i:], "，。；（")
	if n < 0 {
		n = len(s) - i
	}
	if n <= 60 && strings.IndexFunc(s[i:i+n], isNumeral) >= 0 {
		f.set("validity", s[i:i+n], t.Span(i, i+n), clauseRank)
	}
}

// isNumeral says whether r may begin the number of a term.
func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("一二两三四五六七八九十", r)
}
