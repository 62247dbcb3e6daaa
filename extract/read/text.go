package read

import (
	"fmt"
	"strings"

	"shuzheng/policy"
)

// plain is a text file: its Content is the decoded file with every line ended by a
// line feed; the blocks are left to layout.
func plain(src *policy.Source, d decoded) *policy.Document {
	doc := &policy.Document{Source: src, Content: lineFeeds(d.text), Metadata: map[string]policy.Value{}}
	for _, r := range d.damage {
		at := d.text.Span(r.at.Start, r.at.End)
		doc.Report(policy.Span{Start: doc.Content.Offset(at.Start), End: doc.Content.Offset(at.End)}, r.what)
	}
	reportNULs(doc)
	return doc
}

// lineFeeds ends the lines of t by a line feed each, as text files are read
// everywhere: CR LF and CR alone count as one. The places in the file stay known.
func lineFeeds(t policy.Text) policy.Text {
	s := t.String()
	i := strings.IndexByte(s, '\r')
	if i < 0 {
		return t
	}
	e := t.Edit()
	for ; i >= 0; i = nextCR(s, e.At()) {
		e.CopyTo(i)
		if strings.HasPrefix(s[i:], "\r\n") {
			e.Replace(2, "\n")
		} else {
			e.Replace(1, "\n")
		}
	}
	return e.Text()
}

func nextCR(s string, from int) int {
	if i := strings.IndexByte(s[from:], '\r'); i >= 0 {
		return from + i
	}
	return -1
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
