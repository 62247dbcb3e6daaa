package policy

import (
	"testing"
	"unicode/utf8"
)

func FuzzRuneIndex(f *testing.F) {
	for _, s := range []string{"", "a", "云川省临江市", "2025年，“十四五”末达到 12.5 万亩。\n", "é€𠮷\u2028𠮷", string(make([]byte, 200))} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		x := NewRuneIndex(s)
		var starts []int
		for i := range s {
			starts = append(starts, i)
		}
		starts = append(starts, len(s))
		for n, i := range starts {
			if got := x.Runes(i); got != n {
				t.Fatalf("%q: %d code points before byte %d, want %d", s, got, i, n)
			}
			for _, skip := range []int{-70, -32, -1, 0, 1, 32, 70} {
				if want := starts[min(max(n+skip, 0), len(starts)-1)]; x.Skip(i, skip) != want {
					t.Fatalf("%q: Skip(%d, %d) = %d, want %d", s, i, skip, x.Skip(i, skip), want)
				}
			}
		}
	})
}

func FuzzHanRun(f *testing.F) {
	for _, s := range []string{"", "汉", "云川省临江市12", "，。、\u3000“汉”", "汉\xe6\xb1", "\xe0\x80\x80汉", "\xed\xa0\x80", "汉\u2028汉"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := HanRun(s)
		for i, r := range s[:n] {
			if r < 0x1000 || r >= 0x2000 && r < 0x3000 || r > 0xffff || r == utf8.RuneError && s[i:i+3] != "\ufffd" {
				t.Fatalf("%q: the run of %d bytes holds %U", s, n, r)
			}
		}
		if r, _ := utf8.DecodeRuneInString(s[n:]); r >= 0x3000 && r < 0xd000 {
			t.Fatalf("%q: the run ends before %U", s, r)
		}
	})
}

func FuzzColumns(f *testing.F) {
	for _, s := range []string{"", "a", "云川省", "2025年，“十四五”末达到 12.5 万亩。\n", "é€𠮷\u2028𠮷", "12345678", "123456789"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = string([]rune(s))
		want := 0
		for _, r := range s {
			want += 1 + utf8.RuneLen(r)/3
		}
		if got := Columns(s); got != want {
			t.Fatalf("%q: %d columns, want %d", s, got, want)
		}
		if got, want := RuneCount(s), utf8.RuneCountInString(s); got != want {
			t.Fatalf("%q: %d characters, want %d", s, got, want)
		}
	})
}

// A class is told wherever its character stands, among signs of every length.
func TestWideClasses(t *testing.T) {
	var classes WideClasses
	classes.Add(1, "单号")
	classes.Add(2, "：")
	for s, want := range map[string]uint8{
		"": 0, "单": 1, "云川省临江市单": 1, "é单é": 1, "1：单位": 3, "😀临江：": 2, "2025年，全市上下": 0, "ab：": 2, "字a号": 1,
	} {
		if got := classes.In(s); got != want {
			t.Errorf("%s: got %b, want %b", s, got, want)
		}
	}
}
