package normalize

import "testing"

func TestNeighbours(t *testing.T) {
	for s, want := range map[string]string{
		"两三千": "2000 3000", "三四十": "30 40", "十七八": "17 18", "三五": "3 5", "一二百": "100 200", "一百二三十": "120 130", "两三百万": "2000000 3000000",
		"一二三": "", "三四五": "", "二〇二三": "", "三": "", "十": "", "二四": "", "": "", "零一": "", "五四": "", "两三a": "",
	} {
		got := ""
		if low, high, ok := Neighbours(s); ok {
			got = low.String() + " " + high.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
