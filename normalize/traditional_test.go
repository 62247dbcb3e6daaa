package normalize

import (
	"strings"
	"testing"
)

func TestSimplified(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"2023年，全縣生產總值達254.5億元，比上年增長5.2%。", "2023年，全县生产总值达254.5亿元，比上年增长5.2%。", true},
		{"創新科技署撥款5億元，資助12間實驗室", "创新科技署拨款5亿元，资助12间实验室", true},
		{"截至三月底，註冊企業數目為1.2萬家", "截至三月底，注册企业数目为1.2万家", true},
		{"2023年，全县生产总值达254.5亿元", "", false},
		{"全县读者向國家圖書館捐书120册，其中善本3册，同比增加20册，涉及经济、历史、文学等多个门类，其余由县图书馆收藏", "", false},
		{"GDP 254.5", "", false}, {"", "", false},
	} {
		got, ok := Simplified(c.in)
		if ok != c.ok || ok && got != c.want || !ok && got != c.in {
			t.Errorf("Simplified(%q) = %q, %v; want %q, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

// TestTraditionalTable: every pair maps one character of three bytes to another, once, and no
// simplified character is mapped on.
func TestTraditionalTable(t *testing.T) {
	to := simplified()
	_, pairs, _ := strings.Cut(traditionalText, "里.\n")
	if n := len(strings.Fields(pairs)); n < 2000 || n != len(to) {
		t.Errorf("%d pairs, %d characters", n, len(to))
	}
	for from, simple := range to {
		if from < 0x4e00 || simple < 0x4e00 || from > 0xffff || simple > 0xffff {
			t.Errorf("%c%c: not of three bytes", from, simple)
		}
	}
	for _, r := range tellingText {
		if to[r] == 0 {
			t.Errorf("%c tells a traditional text and has no simplified character", r)
		}
	}
}
