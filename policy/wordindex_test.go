package policy

import (
	"strings"
	"testing"
)

// TestWordIndex holds what an index finds against what looking for each word finds.
func TestWordIndex(t *testing.T) {
	words := []string{"增长率", "增长", "万户", "R&D", "同比", "增", "个", "km", "°", "%"} // the longest first
	starts, ends := IndexStarts(words), IndexEnds(words)
	text := "R&D经费增长率为3%，同比增长12.5个百分点，1万户里程°增5km"
	for i := range text {
		first, last := "", ""
		for _, w := range words {
			if first == "" && strings.HasPrefix(text[i:], w) {
				first = w
			}
			if last == "" && strings.HasSuffix(text[:i], w) {
				last = w
			}
		}
		if n := starts.Prefix(text[i:]); n != len(first) {
			t.Errorf("%q begins with %q, found %d bytes", text[i:], first, n)
		}
		if n := ends.Suffix(text[:i]); n != len(last) {
			t.Errorf("%q ends with %q, found %d bytes", text[:i], last, n)
		}
		if first != "" {
			if n, at := starts.First(text[i:]); words[starts.Number(at)] != text[i:i+n] {
				t.Errorf("%q is number %d", first, starts.Number(at))
			}
			if at, n := starts.LastIn(text[:i+len(first)]); at < i || n == 0 {
				t.Errorf("%q: last word at %d", text[:i+len(first)], at)
			}
		}
	}
}
