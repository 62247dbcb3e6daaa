package marks_test

import (
	"testing"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// Each character has its mark, wherever it stands, and others have none.
func TestIn(t *testing.T) {
	for s, want := range map[string]uint8{
		"": 0, "全市上下狠抓落实，成效明显。": 0, "A—é《": marks.Title, "号": marks.Number, "起": marks.Begun, "开始执行": marks.Begun,
		"3月": marks.Month, "市科技局)": marks.Bracket, "市科技局）": marks.Bracket, "由市科技局牵头": marks.Leading, "单位:": marks.Role | marks.Colon,
		"责任单位：市科技局": marks.Role | marks.Colon, "配合《": marks.Role | marks.Title,
	} {
		if got := marks.In(s); got != want {
			t.Errorf("%s: got %08b, want %08b", s, got, want)
		}
	}
}

// What a site writes around the text has no marks.
func TestOf(t *testing.T) {
	block := func(kind policy.BlockKind) policy.Block {
		return policy.Block{Kind: kind, Text: policy.Plain("《", 0)}
	}
	doc := &policy.Document{Blocks: []policy.Block{block(policy.Boilerplate), block(policy.Paragraph), block(policy.TableBlock)}}
	if got := marks.Of(doc); string(got) != "\x00\x01\x00" {
		t.Errorf("got %v", got)
	}
}
