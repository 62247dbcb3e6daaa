package layout

import (
	"testing"

	"shuzheng/extract/marks"
)

// TestLook holds the marks of short wordings, and wide characters that end in the
// same bits as a mark.
func TestLook(t *testing.T) {
	for _, c := range []struct {
		s     string
		width int
		has   mark
	}{
		{"", 0, 0}, {"青禾县", 6, 0}, {"a\tb", 3, markTab}, {"甲|乙", 5, markBar}, {"1,2", 3, markComma | markDigit}, {"１２", 4, markDigit},
		{"甲 乙", 5, markBlank}, {"甲  乙", 6, markBlank | markGap}, {"甲\u3000乙", 6, markBlank}, {"甲\u3000\u3000乙", 8, markBlank | markGap},
		{"增长，", 6, markClause}, {"增长；", 6, markClause}, {"增长。", 6, markStop}, {"增长、“提高”：", 16, 0},
		{"适怂耀缼", 8, 0}, {"é\u00a0𠮷", 4, markBlank}, {"甲\u00a0\u00a0乙", 6, markBlank | markGap},
	} {
		var l line
		if l.look(c.s, marks.Content.In(c.s)); l.width != c.width || l.has != c.has {
			t.Errorf("%q: width %d, marks %b; want %d, %b", c.s, l.width, l.has, c.width, c.has)
		}
	}
}

// TestZones finds wordings of web pages wherever they may stand in a line.
func TestZones(t *testing.T) {
	for s, want := range map[string]zone{
		"首页": navZone, "首页新闻": 0, "您现在的位置：首页": navZone, "首页 > 统计公报": navZone, "回首页＞公报": navZone, "来源：临江日报": metaZone,
		"稿件来源：": metaZone, "见来源：": 0, "云ICP备1号": footZone, "Copyright 临江市": footZone, "青禾县 版权所有": footZone, "上一篇：无": footZone, "": 0, "首": 0,
	} {
		if got := zonesOf(s); got != want {
			t.Errorf("%q: zones %b, want %b", s, got, want)
		}
	}
}
