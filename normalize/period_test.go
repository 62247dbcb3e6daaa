package normalize

import (
	"os"
	"strings"
	"testing"
)

// rowsOf reads a table of cases: tab-separated, # for comments.
func rowsOf(t testing.TB, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, line := range strings.Split(string(b), "\n") {
		if line = strings.TrimRight(line, "\r"); line != "" && !strings.HasPrefix(line, "# ") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

func TestMatchPeriod(t *testing.T) {
	for _, r := range rowsOf(t, "testdata/periods.tsv") {
		n, p := MatchPeriod(r[0])
		if r[1] == "-" {
			if n != 0 {
				t.Errorf("%s: read %q as a period, want none", r[0], r[0][:n])
			}
			continue
		}
		if got := r[0][:n]; got != r[1] {
			t.Errorf("%s: read %q, want %q", r[0], got, r[1])
			continue
		}
		for i, year := range []int{0, 2021} {
			if got, want := p.Resolve(year), strings.TrimPrefix(r[2+i], "-"); got != want {
				t.Errorf("%s in year %d: got %q, want %q", r[0], year, got, want)
			}
		}
	}
}

func TestNextRelative(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"全市去年同期上半年", "去年同期|上半年"},
		{"每年年底前报送，年末完成", "年末"},
		{"提前3个月，前5个月增长", "前5个月"},
		{"在近五年中，第一季度", "近五年|第一季度"},
		{"安全年会和全年计划", "全年"},
		{"以上年度", ""},
		{"第一条 第十四个五年规划", "第十四个五年规划"},
	} {
		var got []string
		for at := 0; ; {
			i, n, _ := NextRelative(c.text, at)
			if n == 0 {
				break
			}
			got = append(got, c.text[i:i+n])
			at = i + n
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %s, want %s", c.text, s, c.want)
		}
	}
}

func TestPlansTable(t *testing.T) {
	for _, c := range []struct{ tsv, want string }{
		{"十七五\t2036\t2040\t17\tyes", ""},
		{"# x\n十七五\t2036", "line 2: want 5 columns"},
		{"十七五\t2036\t2035\t17\tyes", "no stretch"},
		{"十七六\t2036\t2040\t17\tyes", "no name"},
		{"十七五\t2036\t2040\t17\tmaybe", "alone"},
		{"十七五\t2036\t2040\t17\tyes\n十七五\t2036\t2040\t17\tyes", "line 2: 十七五 stands there twice"},
	} {
		_, err := new(Plans).With("my.tsv", c.tsv)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.tsv, err, c.want)
		}
	}
}

func FuzzMatchPeriod(f *testing.F) {
	for _, r := range rowsOf(f, "testdata/periods.tsv") {
		f.Add(r[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, p := MatchPeriod(s)
		if n < 0 || n > len(s) {
			t.Fatalf("%q: length %d", s, n)
		}
		p.Resolve(0)
		p.Resolve(2020)
		for at := 0; at < len(s); {
			i, n, _ := NextRelative(s, at)
			if n == 0 {
				break
			}
			at = i + n
		}
	})
}

func BenchmarkMatchPeriod(b *testing.B) {
	texts := []string{"2020年1～6月，全市", "36.5亿元，增长", "“十三五”时期", "五大中心", "6000余名", "1.2%"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		MatchPeriod(texts[i%len(texts)])
	}
}

func BenchmarkNextRelative(b *testing.B) {
	s := strings.Repeat("全市上下坚持创新驱动发展战略，大力推进科技创新体系建设，今年上半年实现新突破。", 20)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		for at := 0; at < len(s); {
			i, n, _ := NextRelative(s, at)
			at = i + max(n, 1)
		}
	}
}
