package extract_test

import (
	"strings"
	"testing"
	"time"

	"shuzheng/extract"
	"shuzheng/policy"
)

// hardest are the wordings that, written again and again without a break, are the hardest to read:
// each number asks for what stands before it, and for what stands behind.
var hardest = []string{
	"亿元三分之一", "1：", "1∶", "：1", "1:", "12倍", "番1", "十四五（一）", "2020年（一）", "）亿元", "亿元奖励", "，亿元", "、亿元", "左右亿元",
	"769.6亿元、26.7亿元其中市本级\t", "甲县10亿元，按规模排序，", "对欧盟、美国分别进出口3亿元、",
	"增长1.5", "乙县增长1%，", "排第2位，", "新增1.5", "平台12", "1.|", "十注：", "一、第", "111 ", "１，２３４", "分别", "其中1", "从1到", "同比", "给予", "实验室", "《", "（", "”",
}

// TestLongPassages reads lines of thirty kilobytes of each: work that grows with the square of a
// line would not come to an end.
func TestLongPassages(t *testing.T) {
	for _, s := range hardest {
		ended := time.AfterFunc(time.Minute, func() { panic(s + ": a minute and no end") })
		start := time.Now()
		doc, err := extract.Document(&policy.Source{Name: "a.txt", Bytes: []byte(strings.Repeat(s, 1<<15/len(s)) + "\n")}, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ended.Stop()
		t.Logf("%s: %v, %d numerals", s, time.Since(start), len(doc.Numerals))
	}
}
