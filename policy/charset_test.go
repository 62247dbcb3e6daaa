package policy

import "testing"

func FuzzCharSet(f *testing.F) {
	for _, s := range []string{"", "a", "云川省临江市，2025年。", "é€𠮷12，\n", "一", "，，，，a", "12％"} {
		f.Add(s)
	}
	in := func(r rune) bool { return r == '，' || r == 'a' || r == 'é' || r == '％' || r == 0 }
	set := CharSetWith("，aé％\x00")
	f.Fuzz(func(t *testing.T, s string) {
		s = string([]rune(s))
		at := set.Next(s, 0)
		for i, r := range s {
			if !in(r) {
				continue
			}
			if at != i {
				t.Fatalf("%q: found at byte %d, want %d", s, at, i)
			}
			at = set.Next(s, i+len(string(r)))
		}
		if at != len(s) {
			t.Fatalf("%q: found at byte %d, where none is", s, at)
		}
	})
}
