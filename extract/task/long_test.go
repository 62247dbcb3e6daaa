package task

import (
	"strings"
	"testing"
	"time"

	"shuzheng/policy/policytest"
)

// TestLongTexts reads lines of a hundred kilobytes of what is hardest to take in one
// pass: work that grows with the square of the text would not come to an end.
func TestLongTexts(t *testing.T) {
	for _, s := range []string{"（牵头：", "由牵头", "市科技局负责）", "（市科技局负责", "责任单位：", "责任：市", "和市科技局", "等部门", "牵头，", "由市科技局牵头，", "（责任单位：市科技局）", "牵头单位 市 ", "（（（）负责）", "、", "责任单位：市科技局等和"} {
		doc := policytest.Document([]string{"# 一、甲", strings.Repeat(s, 1<<17/len(s))})
		ended := time.AfterFunc(time.Minute, func() { panic(s + ": a minute and no end") })
		start := time.Now()
		Find(doc)
		ended.Stop()
		t.Logf("%s: %v, %d tasks", s, time.Since(start), len(doc.Tasks))
	}
}
