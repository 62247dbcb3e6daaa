package extract

import (
	"testing"

	"shuzheng/policy"
)

// What a figure leaves open is told, with its place; what is plain is not.
func TestDoubts(t *testing.T) {
	for text, want := range map[string]string{
		"全县有企业12 3456家。":         "数字前面紧接着另一个数字，可能是同一个数被断开了",
		"全县有企业12 345家。":          "",
		"价格上涨1·8%。":              "",
		"2020年末，全县有企业345家。":      "",
		"活动经费由三分之一的社会资金组成。":      "分数化不成有限小数，数值只取到四位",
		"公路总里程达5 221公里，比上年增加9%。": "",
	} {
		doc := extracted(t, text)
		got := ""
		if len(doc.Problems) > 0 {
			got = doc.Problems[0].Message
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func extracted(t *testing.T, text string) *policy.Document {
	doc, err := Document(&policy.Source{Name: "text.txt", Bytes: []byte(text)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
