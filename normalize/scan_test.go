package normalize

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Every line is a text whose numerals stand in brackets, the magnitude of an
// Arabic one behind a bar.
var scans = []string{
	"企业[346]家，投资[119.9|亿]元，增长[8.8]%",
	"共[1,234]家，[34,567.5]元，[1],[23]",
	"超[1.4|万]余项，[10]多[万]人，[2|万亿]元，[3|百万]元，[5|千]家",
	"装机[5]千瓦，[3|亿]千瓦时，[500]千伏，[2]千克，[8]千米，[0.5]百分点，[2021]百强县",
	"[十四]个，[一千二百]家，[二〇三五]年，[二O三五]年，[三点一四]，[八]点[三十]分，[两千万]元",
	"[三点五亿]元，[一万五千]",
	"占[百分之十]，[千分之三点五]，[三分之一]，[百分之5]",
	"[1.2.3]总则，[2021.12.31]",
	"[1亿2000万]元，[3万5千]人，[3万五千]人，投资[3|万][2023]年，[1.5|亿][2000|万]",
	"[三]千瓦，[三千]米，[五]千克，[三千]家",
	"统[一]，G[60]，PM[2.5]，[十百千万]工程",
}

// marked undoes the marks of a line of scans.
func marked(line string) (text string, want []Numeral) {
	var b strings.Builder
	for _, r := range line {
		switch r {
		case '[':
			want = append(want, Numeral{Start: b.Len()})
		case '|':
			want[len(want)-1].To = b.Len()
		case ']':
			n := &want[len(want)-1]
			n.End = b.Len()
			if n.To == 0 {
				n.To = n.End
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), want
}

func TestScanNumeral(t *testing.T) {
	for _, line := range scans {
		text, want := marked(line)
		for _, w := range want {
			n := ScanNumeral(text, NextNumeral(text, w.Start))
			if n.Start != w.Start || n.To != w.To || n.End != w.End {
				t.Errorf("%s: got %q of %q, want %q of %q", text, text[n.From:n.To], text[n.Start:n.End], text[w.Start:w.To], text[w.Start:w.End])
			}
		}
	}
}

func TestNumeralValue(t *testing.T) {
	for _, c := range []struct {
		in, value string
		form      NumeralForm
	}{
		{"1,234.50家", "1234.50", Arabic}, {"1.4万余", "14000", Arabic}, {"两千万元", "20000000", Han}, {"1亿2000万元", "120000000", Compound},
		{"百分之十五点五以上", "15.5", Percent}, {"四分之三", "0.75", Ratio}, {"三分之一", "", Ratio}, {"十百千万", "", Han}, {"1.2.3", "", Dotted},
		{"家", "", NoNumeral}, {"", "", NoNumeral},
	} {
		n := ScanNumeral(c.in, 0)
		d, ok := n.Value(c.in)
		if n.Form != c.form || ok != (c.value != "") || ok && d.String() != c.value {
			t.Errorf("%q: form %d, %s, %v; want form %d, %q", c.in, n.Form, d, ok, c.form, c.value)
		}
	}
}

func FuzzScanNumeral(f *testing.F) {
	for _, line := range scans {
		text, _ := marked(line)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := NextNumeral(s, 0); i < len(s); {
			n := ScanNumeral(s, i)
			if n.Form == NoNumeral || n.Start != i || n.From < i || n.To <= n.From || n.End < n.To || n.End > len(s) {
				t.Fatalf("ScanNumeral(%q, %d) = %+v", s, i, n)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[n.Start:n.End]) {
				t.Fatalf("ScanNumeral(%q, %d) cuts a character: %+v", s, i, n)
			}
			n.Value(s)
			i = NextNumeral(s, n.End)
		}
	})
}

const prose = "坚持创新驱动，全市生产总值达到5123.4亿元，同比增长8.8%，新增规上工业企业350家，城镇新增就业1.4万余人。" +
	"深入实施区域协调发展战略，推动产业结构不断优化，公共服务水平稳步提升，群众获得感明显增强，"

func BenchmarkScanNumeral(b *testing.B) {
	text := strings.Repeat(prose, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := NextNumeral(text, 0); i < len(text); {
			i = NextNumeral(text, ScanNumeral(text, i).End)
		}
	}
}
