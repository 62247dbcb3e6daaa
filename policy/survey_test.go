package policy

import "testing"

func FuzzSurvey(f *testing.F) {
	for _, s := range []string{"", "a", "云川省临江市，2025年。", "é€𠮷12，\n", "《“十四五”规划》", "一", "123456789。"} {
		f.Add(s)
	}
	table := new(Classes)
	table.Add(1, "，。")
	table.Add(2, "一五0123456789")
	table.Add(4, "é\n")
	f.Fuzz(func(t *testing.T, s string) {
		s = string([]rune(s))
		v := table.Survey(make([]uint8, SurveyRoom(len(s))), s)
		for class := uint8(1); class < 8; class++ {
			at := v.Next(0, class)
			for i, r := range s {
				if r < 0x10000 && table[r]&class != 0 {
					if at != i {
						t.Fatalf("%q: class %d found at byte %d, want %d", s, class, at, i)
					}
					at = v.Next(i+1, class)
				}
			}
			if at != len(s) {
				t.Fatalf("%q: class %d found at byte %d, where none is", s, class, at)
			}
		}
		for i := range s {
			if got, want := v.In(i, len(s)), table.In(s[i:]); got != want {
				t.Fatalf("%q: classes %b from byte %d on, want %b", s, got, i, want)
			}
			if got, want := v.In(0, i), table.In(s[:i]); got != want {
				t.Fatalf("%q: classes %b up to byte %d, want %b", s, got, i, want)
			}
		}
	})
}
