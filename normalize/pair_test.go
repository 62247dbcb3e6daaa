package normalize

import (
	"strings"
	"testing"
)

// TestMayBeginAndEnd: what is told by two characters is never told wrongly of a name, and
// of few other pairs.
func TestMayBeginAndEnd(t *testing.T) {
	for i := range BuiltinPlaces.entries {
		called := BuiltinPlaces.entries[i].called
		if !MayBeginPlace(called) || !MayEndPlace(called) {
			t.Fatalf("%s is told to be no place", called)
		}
		if n, all := MatchPlaces(called + "。"); n != len(called) || all[0].called != called {
			t.Fatalf("%s is read as %d bytes", called, n)
		}
	}
	told := 0
	for r := rune(0x4e00); r < 0x4e00+2000; r++ {
		if MayBeginPlace(string(r) + "的") {
			told++
		}
	}
	if told > 400 {
		t.Errorf("%d of 2000 pairs that begin no place are taken for one", told)
	}
}

func TestRelativePlaces(t *testing.T) {
	for _, r := range relativePlaces {
		if n, p := MatchRelativePlace(r.word + "有"); n != len(r.word) || p.Level != r.level || p.Scope != r.scope {
			t.Errorf("%s: %d bytes, %+v", r.word, n, p)
		}
	}
	for _, s := range []string{"", "全", "全体", "市区域", "全市"[:3] + "部"} {
		if n, _ := MatchRelativePlace(s); n > 0 {
			t.Errorf("%q is read as a place", s)
		}
	}
}

func TestTrimSpace(t *testing.T) {
	edges := []string{"", " ", "a", "%", "中", "（", "\u3000", "\u00a0", "\u2003", "é", "、", "\n", "😀"}
	for _, a := range edges {
		for _, b := range edges {
			for _, c := range edges {
				s := a + b + c
				if got, want := TrimSpace(s), strings.TrimSpace(s); got != want {
					t.Errorf("TrimSpace(%q) = %q, want %q", s, got, want)
				}
			}
		}
	}
}
