package policy

import (
	"strings"
	"testing"
)

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

// TestOn writes a text, and what was made of it, in other characters of the same length.
func TestOn(t *testing.T) {
	const old, printed = "全县生产，\n总值", "全縣生產，\n總值"
	e := Plain(old, 0).Edit()
	e.CopyTo(strings.Index(old, "\n"))
	e.Replace(1, " ")
	joined := e.Text()
	for _, c := range []struct {
		in   Text
		want string
	}{
		{joined, "全縣生產， 總值"}, {Plain(old, 0), printed}, {Plain("生产", 6), "生產"}, {Plain("另外", 6), "另外"}, {Plain("很长的文字一共有许多许多字", 6), "很长的文字一共有许多许多字"}, {Text{}, ""},
	} {
		got := c.in.On(old, printed)
		if got.String() != c.want || got.Span(0, got.Len()) != c.in.Span(0, c.in.Len()) {
			t.Errorf("On(%q) = %q, want %q", c.in.String(), got.String(), c.want)
		}
	}
}
