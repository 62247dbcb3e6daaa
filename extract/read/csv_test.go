package read

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"shuzheng/policy"
)

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"a.csv", "指标,2024年,2025年\n粮食,650.5,660\n油料,12,13\n", "指标\t2024年\t2025年\n粮食\t650.5\t660\n油料\t12\t13"},
		{"quoted.csv", "指标,值\r\n\"甲,\"\"乙\"\"\",\"1,234\"\r\n\"两\n行\",5\r\n", "指标\t值\n甲,\"乙\"\t1,234\n两行\t5"},
		{"title.csv", "附表1,,\n单位：万元,,\n指标,2024年,2025年\n粮食,1,2\n注：初步数,,\n", "附表1\n单位：万元\n指标\t2024年\t2025年\n粮食\t1\t2\n注：初步数"},
		{"semicolons.csv", "指标;值\n甲;1,5\n乙;2,5\n", "指标\t值\n甲\t1,5\n乙\t2,5"},
		{"tabs.tsv", "指标\t值\n甲\t1\n", "指标\t值\n甲\t1"},
		{"named otherwise", "地区,人口,面积\n甲县,12,34.5\n乙县,56,78\n", "地区\t人口\t面积\n甲县\t12\t34.5\n乙县\t56\t78"},
	} {
		src := &policy.Source{Name: c.name, Bytes: []byte(c.file)}
		doc, err := Document(src, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Content.String(); src.MediaType != csvType || got != c.want {
			t.Errorf("%s: %s, got %q, want %q", c.name, src.MediaType, got, c.want)
		}
		holdStands(t, doc)
	}
}

// Text is no table because it has commas or is named like one.
func TestNoCSV(t *testing.T) {
	for name, s := range map[string]string{
		"a.txt":  "2025年，全市生产总值119.9亿元,增长6.5%,高于全省。\n其中,第一产业12亿元,增长3%。\n完。\n",
		"b.txt":  "甲,乙\n丙,丁\n",
		"c.txt":  "one, two, three\nfour, five, six\nseven, eight, nine\n",
		"d.csv":  "关于印发方案的通知\n各县区人民政府：\n现将方案印发给你们。\n",
		"e.csv":  "一行",
		"f.txt":  "地区,人口,面积\n甲县,12,34.5\n乙县,56\n",
		"g.text": "\"没有收尾,1,2\n3,4,5\n",
	} {
		src := &policy.Source{Name: name, Bytes: []byte(s)}
		if _, err := Document(src, Options{}); err != nil || src.MediaType != "text/plain" {
			t.Errorf("%s: %s, %v", name, src.MediaType, err)
		}
	}
}

// Evidence is the cell and the bytes of the file, also in GBK and within quotes.
func TestCSVPlace(t *testing.T) {
	file := "指标,2024年\n\"财政\n收入\",\"1,234.5\"\n"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []string{file, gbk} {
		doc, err := Document(&policy.Source{Name: "x.csv", Bytes: []byte(b)}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		i := strings.Index(doc.Content.String(), "1,234.5")
		p := doc.Place(policy.Span{Start: i, End: i + 7})
		if p.Cell != "B2" || b[p.Span.Start:p.Span.End] != "1,234.5" {
			t.Errorf("place %+v", p)
		}
		holdStands(t, doc)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("指标,值\n甲,1\n\"乙,\"\"丙\",2\n", "a.csv")
	f.Add("a|b\n1|2\n", "b.csv")
	f.Add("a,b,c\n1,2,3\n4,5,6", "")
	f.Fuzz(func(t *testing.T, s, name string) {
		doc, err := Document(&policy.Source{Name: name, Bytes: []byte(s)}, Options{MaxCells: 1000})
		if err == nil && doc.Source.MediaType == csvType {
			holdStands(t, doc)
		}
	})
}

func TestHostileCSV(t *testing.T) {
	endures(t, []hostileFile{
		{"quotes.csv", []byte("a,b\n" + strings.Repeat("\"", (1<<20)/slow))},
		{"open quotes.csv", []byte("a,b\n" + strings.Repeat("\"x\n", 300_000/slow))},
		{"commas.csv", []byte(strings.Repeat(",", (4<<20)/slow))},
		{"wide.csv", []byte("a,b\n" + strings.Repeat("1,", (2<<20)/slow) + "\n")},
		{"tall.csv", []byte(strings.Repeat("a,1\n", (1<<18)/slow))},
		{"rising.csv", []byte(risingRows(1500 / slow))},
		{"blank.csv", []byte("a,b\n" + strings.Repeat(",\n", (1<<20)/slow))},
		{"NUL.csv", []byte("a,b\n\x00,1\n")},
		{"cut.csv", []byte("a,b\n\"1")},
		{"one line.csv", []byte("a,b")},
	})
}

// risingRows is rows of ever more fields.
func risingRows(n int) string {
	var s strings.Builder
	s.WriteString("a,b\nc,1\nd,2\n")
	for i := range n {
		s.WriteString(strings.Repeat("1,", i) + "1\n" + "a,1\nb,2\n")
	}
	return s.String()
}
