package normalize

import (
	"strings"
	"testing"
)

func TestMatchPlace(t *testing.T) {
	for _, r := range rowsOf(t, "testdata/places.tsv") {
		n, p := MatchPlace(r[0])
		if got := r[0][:n]; got != strings.TrimSuffix(r[1], "-") {
			t.Errorf("%s: read %q, want %q", r[0], got, r[1])
			continue
		}
		if n > 0 && (p.Name != r[2] || p.Parent != r[3]) {
			t.Errorf("%s: got %s of %q, want %s of %q", r[0], p.Name, p.Parent, r[2], r[3])
		}
	}
}

func TestGuessPlace(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"青禾县人民政府", "青禾县"},
		{"云川省临江市青禾县", "云川省"},
		{"临江市2020年", "临江市"},
		{"先行示范区建设", ""},
		{"城市更新", ""},
		{"县域经济", ""},
		{"开发区", ""},
		{"魏县", ""}, // the table has them all
		{"全市", ""},
		{"望溪街道办事处", "望溪街道"},
		{"主要街道", ""},
		{"步行街改造", ""},
		{"2020市", ""},
	} {
		n, _ := GuessPlace(c.text)
		if got := c.text[:n]; got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPlacesWith(t *testing.T) {
	own, err := BuiltinPlaces.With("my.tsv", "# mine\n青禾县\tcounty\t临江市\t青禾\r\n\n临江大区\tregion\t\n")
	if err != nil {
		t.Fatal(err)
	}
	if n, at := own.Match("青禾的"); n != 6 || at[0].Name != "青禾县" || at[0].Parent != "临江市" {
		t.Errorf("青禾: got %d, %v", n, at)
	}
	if n, at := own.Match("朝阳区"); n != 9 || len(at) < 2 {
		t.Errorf("朝阳区: got %d with %d places, want several", n, len(at))
	}
	for _, c := range []struct{ tsv, want string }{
		{"青禾县", "my.tsv line 1: want at least 3 columns"},
		{"\n青禾县\tvillage\tx", "my.tsv line 2: level"},
		{"A\tcounty\tx", "line 1: \"A\" is no name"},
		{"青禾县\tcounty\tx\n青禾县\tcounty\tx", "my.tsv line 2: 青禾县 (x) stands there twice"},
		{"青禾县\tcounty\tx\t苏州", "my.tsv line 1: 苏州 may be"},
	} {
		if _, err := BuiltinPlaces.With("my.tsv", c.tsv); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.tsv, err, c.want)
		}
	}
}

func FuzzMatchPlace(f *testing.F) {
	for _, r := range rowsOf(f, "testdata/places.tsv") {
		f.Add(r[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := range s {
			n, _ := MatchPlace(s[i:])
			m, _ := GuessPlace(s[i:])
			if n > len(s)-i || m > len(s)-i {
				t.Fatalf("%q at %d: %d, %d", s, i, n, m)
			}
		}
	})
}

func BenchmarkMatchPlace(b *testing.B) {
	s := strings.Repeat("全市上下坚持创新驱动发展战略，苏州市大力推进科技创新体系建设，江苏省实现新突破。", 20)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; i < len(s); i += 3 {
			MatchPlace(s[i:])
		}
	}
}

func BenchmarkLoadPlaces(b *testing.B) {
	for b.Loop() {
		mustPlaces(placesTSV)
	}
}
