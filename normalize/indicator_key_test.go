package normalize

import (
	"strings"
	"testing"
)

func TestIndicatorKey(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		change bool
		same   bool
	}{
		{"高新技术企业数", "全市高新技术企业", false, true},
		{"研究与试验发展经费支出", "R&D经费投入", false, true},
		{"规模以上工业增加值增速", "规上工业增加值", true, true},
		{"规模以上工业增加值增速", "规上工业增加值", false, false},
		{"森林面积", "森林覆盖率", false, false},
		{"新增高新技术企业", "高新技术企业", false, false},
	} {
		a, b := IndicatorKey(c.a, c.change), IndicatorKey(c.b, c.change)
		if (a == b) != c.same {
			t.Errorf("%s is %q, %s is %q: same is %v, want %v", c.a, a, c.b, b, a == b, c.same)
		}
	}
	if got := IndicatorKey(strings.Repeat("长", 100), false); got != "" {
		t.Errorf("a sentence has the key %q", got)
	}
}
