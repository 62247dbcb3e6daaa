package normalize

import (
	"strings"
	"testing"
)

func FuzzIndexChar(f *testing.F) {
	for _, s := range []string{"", "号", "临政发〔2021〕4号", "\xb7号", "\xe5\x8f", "号号"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := IndexChar(s, "号"), strings.Index(s, "号"); got != want {
			t.Fatalf("%q: %d, want %d", s, got, want)
		}
	})
}
