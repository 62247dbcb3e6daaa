package main

import (
	"testing"

	"shuzheng/policy"
)

// What was found of an older file of the same name is kept, to be confirmed, for
// figures that say the same and are the only ones to do so.
func TestReviewOfNewerFile(t *testing.T) {
	figure := func(id, value string) policy.Figure { return policy.Figure{ID: id, Indicator: "水库", Value: value} }
	twelve, five, nine := figure("1", "12"), figure("2", "5"), figure("3", "9")
	v := review{verdicts: map[string][]policy.Verdict{}, named: map[string][]policy.Verdict{}}
	for _, one := range []policy.Verdict{
		{Figure: "old1", Digest: twelve.Digest(), SHA256: "old", Document: "甲.txt", Verdict: policy.Wrong, Reviewer: "张三"},
		{Figure: "old1", Digest: twelve.Digest(), SHA256: "old", Document: "甲.txt", Verdict: policy.Correct, Reviewer: "李四"},
		{Figure: "old2", Digest: five.Digest(), SHA256: "old", Document: "甲.txt", Verdict: policy.Correct},
		{Figure: "old3", Digest: nine.Digest(), SHA256: "old", Document: "乙.txt", Verdict: policy.Correct},
	} {
		v.verdicts[one.Figure] = append(v.verdicts[one.Figure], one)
		v.named[one.Document] = append(v.named[one.Document], one)
	}
	doc := &policy.Document{Source: &policy.Source{Name: "甲.txt", SHA256: "new"}, Figures: []policy.Figure{twelve, five, figure("4", "5"), nine}}
	for range 2 { // seeing it again adds nothing
		v.see(doc)
	}
	for id, want := range map[string]int{"1": 2, "2": 0, "4": 0, "3": 0} {
		if got := v.of(id); len(got) != want {
			t.Errorf("figure %s: %+v", id, got)
		}
	}
	for _, one := range v.of("1") {
		if one.Figure != "1" || one.Digest != "" {
			t.Errorf("%+v passes for one on this file", one)
		}
	}
	if v.changed != 2 || v.current != 0 {
		t.Errorf("%d changed, %d current", v.changed, v.current)
	}
}
