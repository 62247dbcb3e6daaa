package normalize

import (
	"os"
	"strings"
	"testing"
)

// TestIsOrgan reads testdata/organs.txt: names, and behind the line that begins with
// - words that are none.
func TestIsOrgan(t *testing.T) {
	b, err := os.ReadFile("testdata/organs.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := true
	for _, s := range strings.Fields(strings.ReplaceAll(string(b), "# Names of organs.", "")) {
		switch {
		case s == "-":
			want = false
		case s[0] < 0x80: // the remark
		case IsOrgan(s) != want:
			t.Errorf("%s: %v", s, !want)
		}
	}
}

func FuzzIsOrgan(f *testing.F) {
	for _, s := range []string{"市科技局", "各县（市、区）人民政府", "（）", "部", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if bare := WithoutBracket(s); !strings.HasPrefix(s, bare) {
			t.Fatalf("%q: %q", s, bare)
		}
		IsOrgan(s)
	})
}
