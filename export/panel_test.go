package export

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuzheng/policy"
)

// panelDoc is a document whose every line is a figure: concept, area, period, value,
// unit, and behind a bar what differs from a fact stated as it is.
func panelDoc(t testing.TB, name string, lines ...string) *policy.Document {
	t.Helper()
	b := newBuilder(t, name, strings.Join(lines, "\n")+"\n")
	for _, line := range lines {
		line, rest, _ := strings.Cut(line, "|")
		c := strings.Split(line, " ")
		f := policy.Figure{Concept: c[0], Indicator: c[0], Area: c[1], Period: c[2], Value: c[3], Unit: c[4], Comparator: policy.Equal, Measure: policy.Level, Status: policy.Actual}
		if _, fraction, ok := strings.Cut(c[3], "."); ok {
			f.Decimals = len(fraction)
		}
		for word := range strings.FieldsSeq(rest) {
			setFigure(t, &f, word)
		}
		f.Block = b.block(policy.Paragraph, 0, -1, line)
		b.figure(line, f)
	}
	return b.doc
}

func setFigure(t testing.TB, f *policy.Figure, word string) {
	switch key, value, _ := strings.Cut(word, ":"); key {
	case "status":
		f.Status = policy.Status(value)
	case "bound":
		f.Comparator = policy.Comparator(value)
	case "high":
		f.ValueHigh = value
	case "digits":
		if _, err := fmt.Sscan(value, &f.Decimals); err != nil {
			t.Fatal(err)
		}
	case "down":
		f.Measure, f.Direction = policy.Change, policy.Down
	case "base":
		f.Base = value
	default:
		t.Fatal(word)
	}
}

func testConcept(id string) (Concept, bool) {
	order := map[string]int{"gdp": 1, "rd": 2, "sme": 3}[id]
	return Concept{Zh: "标准" + id, En: "Standard " + id, Order: order}, order > 0
}

// panelOf reads back the sheets of a workbook over some documents.
func panelOf(t *testing.T, options Options, docs ...*policy.Document) []readSheet {
	options.Concept = testConcept
	return readWorkbook(t, write(t, NewWorkbook(options), docs...))
}

func TestPanel(t *testing.T) {
	sheets := panelOf(t, Options{},
		panelDoc(t, "甲.txt", "sme 临江市 2020 1370 家", "sme 临江市 2025 3000 家|status:target bound:>=", "gdp 临江市 2020 26260000000 元|digits:-7",
			"rd 临江市 2020 2.0 %", "rd 临江市 2025 2.8 %|status:target", "rd 临江市 2020-01/2020-06 1.9 %", "xx 青禾县 2020 7 家", "sme 临江市 XXXX 5 家", "sme 临江市 2019 10 家|high:15"),
		panelDoc(t, "乙.txt", "sme 临江市 2020 1366 家", "sme 临江市 2021 1400 家", "rd 临江市 2020 2.00 %", "rd 临江市 2025 2.5 %", "gdp 临江市 2020 26300000000 元|digits:-8",
			"gdp 临江市 2020 5 %|down base:yoy bound:>=", "sme 临江市 2025 3000 家|status:target bound:>="))
	s := sheetOf(t, sheets, "面板")
	for cell, want := range map[string]string{
		"A1": "标准指标", "H1": "2019", "I1": "2020", "J1": "2021", "K1": "2025", "L1": "2020-01/2020-06", // years first
		"A2": "xx", "B2": "青禾县", "I2": "7", // a concept that no table has
		"A3": "标准gdp", "C3": "亿元", "I3": "262.6", "F3": "2", "G3": "", // one is the other, rounded
		"A4": "标准gdp", "D4": "变化", "E4": "同比", "I4": "≤-5",
		"A5": "标准rd", "I5": "2", "K5": "实际 2.5\n目标 2.8", "L5": "1.9",
		"A6": "标准sme", "H6": "10～15", "I6": "1,370\n≠ 1,366", "J6": "1400", "K6": "≥3,000 ×2", "F6": "6", "G6": "1",
		"A7": "",
	} {
		if s.text[cell] != want {
			t.Errorf("%s: %q, want %q", cell, s.text[cell], want)
		}
	}
	if f := s.formula["I5"]; f != `HYPERLINK("#'面板来源'!A6",2)` {
		t.Errorf("I5 leads to %s", f)
	}
	sources := sheetOf(t, sheets, "面板来源")
	for cell, want := range map[string]string{"A6": "标准rd", "C6": "2020", "K6": "2", "L6": "一致", "N6": "甲.txt", "P6": "rd", "N7": "乙.txt", "L13": "不一致", "F10": "目标", "L10": ""} {
		if sources.text[cell] != want {
			t.Errorf("sources %s: %q, want %q", cell, sources.text[cell], want)
		}
	}
	if f := sources.formula["O6"]; f != `HYPERLINK("#'证据'!A5","查看")` {
		t.Errorf("the evidence of a source is at %s", f)
	}
	if sources.rows != 16 {
		t.Errorf("%d rows of sources", sources.rows)
	}
}

func TestPanelInEnglish(t *testing.T) {
	sheets := panelOf(t, Options{Lang: English}, panelDoc(t, "甲.txt", "sme 临江市 2020 1370 家", "sme 临江市 2020 1371 家|status:target"))
	if s := sheetOf(t, sheets, "Panel"); s.text["A2"] != "Standard sme" || s.text["H2"] != "actual 1,370\ntarget 1,371" {
		t.Errorf("%q, %q", s.text["A2"], s.text["H2"])
	}
	if s := sheetOf(t, sheets, "Figures"); s.text["D1"] != "Concept" || s.text["D2"] != "Standard sme" {
		t.Errorf("%q, %q", s.text["D1"], s.text["D2"])
	}
}

// The numbers of the panel show their sources and have the colour of their status.
func TestPanelNumbers(t *testing.T) {
	w := NewWorkbook(Options{Concept: testConcept})
	doc := panelDoc(t, "甲.txt", "sme 临江市 2020 1370 家", "sme 临江市 2020 1370 家", "sme 临江市 2020 1370 家", "rd 临江市 2020 2.50 %|status:target")
	f, err := excelize.OpenReader(bytes.NewReader(write(t, w, doc)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]struct{ format, colour string }{"H3": {`#,##0" ×3"`, ink}, "H2": {"#,##0.00", blue}} {
		id, err := f.GetCellStyle("面板", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || style.CustomNumFmt != nil && *style.CustomNumFmt != want.format || style.CustomNumFmt == nil && want.format != "#,##0.00" || style.Font.Color != want.colour {
			t.Errorf("%s: %+v, %v", cell, style, err)
		}
	}
}

func TestPanelLimits(t *testing.T) {
	var lines []string
	for i := range 80 {
		lines = append(lines, fmt.Sprintf("sme 临江市 %d-%02d %d 家", 2000+i/12, i%12+1, 100+i))
	}
	w := NewWorkbook(Options{Concept: testConcept})
	w.facts.limit = 70
	sheets := readWorkbook(t, write(t, w, panelDoc(t, "甲.txt", lines...)))
	var told string
	for _, text := range sheetOf(t, sheets, "说明").text {
		if strings.Contains(text, "超出面板的容量") || strings.Contains(text, "没有单列一栏") {
			told += text
		}
	}
	if !strings.Contains(told, "容量") || !strings.Contains(told, "一栏") {
		t.Errorf("the first sheet says %q", told)
	}
	if s := sheetOf(t, sheets, "面板来源"); s.rows != 71 {
		t.Errorf("%d rows of sources, want 71", s.rows)
	}
}

// trendDoc is a document that gives a chart.
func trendDoc(t testing.TB) *policy.Document {
	return panelDoc(t, "丁.txt", "sme 临江市 2018 346 家", "sme 临江市 2019 990 家", "sme 临江市 2020 1370 家", "sme 临江市 2021 1400 家", "sme 青禾县 2020 1 家", "sme 青禾县 2020 2 家")
}

// A workbook with charts and conflicts is the same each time.
func TestPanelEqualBytes(t *testing.T) {
	var first []byte
	for i := range 5 {
		w := NewWorkbook(Options{Concept: testConcept})
		data := write(t, w, trendDoc(t), planDocument(t), trendDoc(t))
		if i == 0 {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Fatal("two writes differ")
		}
	}
}

func TestTrends(t *testing.T) {
	data := write(t, NewWorkbook(Options{Concept: testConcept}), panelDoc(t, "甲.txt",
		"sme 临江市 2018 346 家", "sme 临江市 2019 990 家", "sme 临江市 2020 1370 家", "sme 临江市 2025 3000 家|status:target bound:>=",
		"sme 青禾县 2020 12 家", "rd 临江市 2018 1 %", "rd 临江市 2019 2 %", "rd 临江市 2020 3 %"))
	s := sheetOf(t, readWorkbook(t, data), "趋势")
	for cell, want := range map[string]string{"A1": "标准sme", "A2": "单位：家", "B2": "2018", "I2": "2025", "A3": "临江市", "B3": "346", "D3": "1370", "I3": "", "A4": "临江市（目标）", "I4": "3000", "A5": "青禾县", "A6": ""} {
		if s.text[cell] != want {
			t.Errorf("%s: %q, want %q", cell, s.text[cell], want)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	charts := 0
	f.Pkg.Range(func(name, body any) bool {
		if strings.HasPrefix(name.(string), "xl/charts/chart") {
			charts++
			if xml := string(body.([]byte)); strings.Count(xml, "<ser>") != 3 || !strings.Contains(xml, "&#39;趋势&#39;!$B$3:$I$3") {
				t.Errorf("%s: %s", name, xml)
			}
		}
		return true
	})
	if charts != 1 {
		t.Errorf("%d charts, want 1", charts)
	}
}

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"26260000000", 8, "262.60000000"}, {"5", 4, "0.0005"}, {"-53380", 4, "-5.3380"}, {"12.5", 0, "12.5"}, {"12345.6", 4, "1.23456"}, {"", 4, ""}} {
		if got := shift(c.in, c.n); got != c.want {
			t.Errorf("shift(%s, %d) = %s, want %s", c.in, c.n, got, c.want)
		}
	}
	for _, c := range []struct {
		a  string
		da int
		b  string
		db int
		ok bool
	}{
		{"12000", -3, "11987", 0, true}, {"12000", -3, "11400", 0, false}, {"2.0", 1, "2.04", 2, true}, {"2.0", 1, "2.06", 2, false}, {"1370", 0, "1366", 0, false},
		{"52.80", 2, "52.8", 1, true}, {"0", 0, "-0.0", 1, true}, {"甲", 0, "乙", 0, false}, {"1", 0, "1.5", 1, true},
	} {
		if got := agree(c.a, c.da, c.b, c.db); got != c.ok || agree(c.b, c.db, c.a, c.da) != c.ok {
			t.Errorf("agree(%s, %s) = %v", c.a, c.b, got)
		}
	}
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"1234.50", 2, "1,234.50"}, {"1234", 0, "1,234"}, {"0.0005", 0, "0.0005"}, {"-2", 1, "-2.0"}} {
		if got := printed(c.in, c.n); got != c.want {
			t.Errorf("printed(%s, %d) = %s, want %s", c.in, c.n, got, c.want)
		}
	}
}

func BenchmarkPanel(b *testing.B) {
	var lines []string
	for i := range 5000 {
		lines = append(lines, fmt.Sprintf("sme 地区%d %d %d 家", i%100, 1990+i/100%40, 100+i))
	}
	doc := panelDoc(b, "甲.txt", lines...)
	for b.Loop() {
		w := NewWorkbook(Options{Concept: testConcept})
		if err := w.Add(doc); err != nil {
			b.Fatal(err)
		}
		if _, err := w.WriteTo(discard{}); err != nil {
			b.Fatal(err)
		}
		w.Close()
	}
}
