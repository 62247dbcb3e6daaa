package reference

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// ownNames are the titles and numbers that doc goes by: what its metadata say, the
// titles in it, and what a notice issues (关于印发《…》的通知).
func ownNames(doc *policy.Document) (names []string) {
	add := func(s string) {
		s = normalize.Fold(policy.Plain(s, 0)).String()
		names = append(names, s)
		k := strings.Index(s, "《")
		if k < 0 {
			return
		}
		end, whole := titleEnd(s, k)
		if whole && (k == 0 && (end == len(s) || strings.HasPrefix(s[end:], "的通知")) || issues(s[:k])) {
			names = append(names, s[k+len("《"):end-len("》")])
		}
	}
	for _, key := range [...]string{"title", "doc_number"} {
		if v := doc.Metadata[key].Value; v != "" {
			add(v)
		}
	}
	for i := range doc.Blocks {
		if doc.Blocks[i].Kind == policy.Title {
			add(doc.Blocks[i].Text.String())
		}
	}
	return names
}

// issues says whether the words before the title of a document say that this one
// brings it out: 关于印发, 关于公布.
func issues(before string) bool {
	return policy.EndsAny(before, "印发", "公布", "发布", "颁布", "下发")
}
