package read

import (
	"fmt"
	"strings"

	"shuzheng/policy"
)

// plain is a text file: its Content is the decoded file, line ends and all; the
// blocks are left to layout.
func plain(src *policy.Source, d decoded) *policy.Document {
	doc := &policy.Document{Source: src, Content: d.text, Metadata: map[string]policy.Value{}}
	for _, r := range d.damage {
		doc.Report(r.at, r.what)
	}
	reportNULs(doc)
	return doc
}

// reportNULs notes runs of NUL characters, which no text should hold.
func reportNULs(doc *policy.Document) {
	s := doc.Content.String()
	for at, n := 0, 0; ; n++ {
		i := strings.IndexByte(s[at:], 0)
		if i < 0 {
			return
		}
		at += i
		end := at
		for end < len(s) && s[end] == 0 {
			end++
		}
		if n == maxDamage {
			doc.Report(policy.Span{Start: at, End: at + strings.LastIndexByte(s[at:], 0) + 1}, "此后还有空字符（NUL）")
			return
		}
		doc.Report(policy.Span{Start: at, End: end}, fmt.Sprintf("有 %d 个空字符（NUL）", end-at))
		at = end
	}
}
