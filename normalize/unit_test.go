package normalize

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestUnits reads testdata/units.txt: a text, and behind a tab the unit that must
// be read at its start, with the bytes it takes in a bar: 元/人|月收入.
func TestUnits(t *testing.T) {
	f, err := os.Open("testdata/units.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		if line := in.Text(); line != "" && line[0] != '#' {
			text, want, _ := strings.Cut(line, "\t")
			unit, rest, _ := strings.Cut(text, "|")
			n, u := MatchUnit(unit + rest)
			if n != len(unit) || u.String() != want {
				t.Errorf("%s: read %q as %q, want %q", line, (unit + rest)[:n], u, want)
			}
		}
	}
}

func TestUnitWhole(t *testing.T) {
	for _, c := range []struct {
		in, want string
		exp      int
	}{
		{"亿元", "元", 8}, {"万吨标准煤", "吨标准煤", 4}, {"千升", "千升", 0}, {"百万美元", "美元", 6}, {"十亿元", "元", 9},
		{"%", "%", 0}, {"件/万人", "件/万人", 0}, {"万人次", "人次", 4}, {"个", "个", 0}, {"亿千瓦时", "千瓦时", 8},
		{"元吨", "", 0}, {"", "", 0}, {"万", "", 0}, {"指标", "", 0},
	} {
		exp, u, ok := BuiltinUnits.Whole(c.in)
		if ok != (c.want != "") || ok && (u.String() != c.want || exp != c.exp) {
			t.Errorf("Whole(%q) = %d, %q, %v", c.in, exp, u, ok)
		}
	}
}

func TestUnitsWith(t *testing.T) {
	u, err := BuiltinUnits.With("own.tsv", "# own\n担（粮）\tmass\t石粮\n")
	if err != nil {
		t.Fatal(err)
	}
	if n, got := u.Match("石粮"); n != 6 || got.Name != "担（粮）" {
		t.Errorf("石粮 is %v", got)
	}
	if n, _ := MatchUnit("石粮"); n != 0 {
		t.Error("the built-in table was changed")
	}
	for _, c := range []struct{ tsv, message string }{
		{"\n家\tcount", `own.tsv line 2: the form "家" means 家 already`},
		{"克％\tratio", `own.tsv line 1: the form "克％" is never met: texts are folded to "克%"`},
		{"家业", "own.tsv line 1: a unit has a name and a kind, with a tab between"},
		{"万\tcount", `own.tsv line 1: the form "万" is a magnitude`},
		{"驮\theap", `own.tsv line 1: kind: want one of [count currency ratio multiple time length area volume mass energy power electric pressure force temperature angle sound light radiation frequency amount data computing score], got "heap"`},
		{"甲\tcount\t/", `own.tsv line 1: the form "/" is empty`},
	} {
		if _, err := BuiltinUnits.With("own.tsv", c.tsv); err == nil || err.Error() != c.message {
			t.Errorf("%q: %v, want %s", c.tsv, err, c.message)
		}
	}
}

func TestMatchUnitAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() {
		MatchUnit("亿元")
		MatchUnit("元/人·月，")
		MatchUnit("家企业")
		MatchUnit("微克/立方米")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzMatchUnit(f *testing.F) {
	f.Add("元/人·月")
	f.Add("克/100公里")
	f.Add("件/万人")
	f.Fuzz(func(t *testing.T, s string) {
		n, u := MatchUnit(s)
		if n < 0 || n > len(s) || n == 0 != (u.Name == "") {
			t.Errorf("MatchUnit(%q) = %d, %v", s, n, u)
		}
		BuiltinUnits.Whole(s)
	})
}
