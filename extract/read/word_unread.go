package read

import (
	"fmt"

	"shuzheng/policy"
)

// How it is said that something of a text document was not read as it stands, with how many there are.
const (
	manyDeleted = "文件带有修订标记，%d 处删去的文字没有读取，插入的文字照读"
	manyHidden  = "有 %d 段隐藏文字，没有读取"
	manySymbols = "有 %d 个专用字体的符号不认识，以 U+FFFD 代替"
	manyCodes   = "有 %d 处域代码没有写完，其后文字照读"
)

// A countOf is how many there are of something, and a format that says so.
type countOf struct {
	n    int
	said string
}

// reportCounts reports, at one place, what there is any of.
func reportCounts(doc *policy.Document, at policy.Span, counts []countOf) {
	for _, c := range counts {
		if c.n > 0 {
			doc.Report(at, fmt.Sprintf(c.said, c.n))
		}
	}
}
