package policy

import "testing"

// FuzzText edits a text as ops say, slices the result, and asks both for places.
func FuzzText(f *testing.F) {
	f.Add("abcdef", "cccccc", 2, 4)
	f.Add("abcdef", "sccdcrc", 1, 5)
	f.Add("abcdef", "srrd", 0, 2)
	f.Fuzz(func(t *testing.T, s, ops string, i, j int) {
		const base = 7
		e := Plain(s, base).Edit()
		var from []Span // the base of every byte written
		for k := 0; k < len(ops) && e.At() < len(s); k++ {
			at := base + e.At()
			switch ops[k] % 4 {
			case 0:
				e.Replace(1, "xy")
				from = append(from, Span{at, at + 1}, Span{at, at + 1})
			case 1:
				e.Skip(e.At() + 1)
			case 2:
				e.Replace(1, "")
			default:
				e.Copy(1)
				from = append(from, Span{at, at + 1})
			}
		}
		out := e.Cut()
		if i < 0 || j <= i || j > len(from) || out.Len() != len(from) {
			return
		}
		want := Span{from[i].Start, from[j-1].End}
		if got := out.Span(i, j); got != want {
			t.Fatalf("%q %q: [%d, %d) stands for %v, want %v", s, ops, i, j, got, want)
		}
		if got := out.Slice(i, j).Span(0, j-i); got != want {
			t.Fatalf("%q %q: the slice [%d, %d) stands for %v, want %v", s, ops, i, j, got, want)
		}
	})
}
