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
				wide := r >= 0x800 && r < 0x10000 || r < 0x80
				if wide && table[r]&class != 0 {
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
	})
}
