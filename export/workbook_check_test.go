package export

import (
	"strconv"
	"strings"
	"testing"

	"shuzheng/policy"
)

// checkedDocument has a check of each result, the consistent one first.
func checkedDocument(t testing.TB) *policy.Document {
	doc := planDocument(t)
	text := doc.Content.String()
	at := func(quote string) policy.Span {
		i := strings.Index(text, quote)
		return policy.Span{Start: i, End: i + len(quote)}
	}
	doc.Checks = []policy.Check{
		{ID: "00000000000000a1", Kind: policy.AgreementCheck, Result: policy.Consistent, Claim: at("12.6亿元"), Stated: "12.6亿元", Computed: "表1：12.6亿元",
			Figures: []string{doc.Figures[0].ID, doc.Figures[8].ID, "unknown"}},
		{ID: "00000000000000a2", Kind: policy.MultipleCheck, Result: policy.Unchecked, Claim: at("翻了两番"), Stated: "两番"},
		{ID: "00000000000000a3", Kind: policy.GrowthCheck, Result: policy.Inconsistent, Claim: at("同比增长8.35%"), Stated: "8.35%", Computed: "12.6 ÷ 11.2 − 1 = 12.5%", Figures: []string{doc.Figures[1].ID}},
	}
	return doc
}

func TestWorkbookChecks(t *testing.T) {
	sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), planDocument(t), checkedDocument(t)))
	for _, c := range []struct{ sheet, cell, want string }{
		{"勾稽", "A2", "不一致"},
		{"勾稽", "B2", "增减幅"},
		{"勾稽", "C2", "青禾县科技创新“十五五”规划"},
		{"勾稽", "D2", "一、发展基础"},
		{"勾稽", "E2", "2025年，全县研发经费支出12.6亿元，同比增长8.35%，居全市第4位。"},
		{"勾稽", "F2", "8.35%"},
		{"勾稽", "G2", "12.6 ÷ 11.2 − 1 = 12.5%"},
		{"勾稽", "L2", "3"},
		{"勾稽", "A3", "待核"},
		{"勾稽", "G3", ""},
		{"勾稽", "I3", ""},
		{"勾稽", "A4", "一致"},
		{"勾稽", "I4", "12、20"},
		{"勾稽", "O4", "00000000000000a1"},
		{"文档", "Q2", "0"},
		{"文档", "Q3", "1"},
	} {
		if got := sheetOf(t, sheets, c.sheet).text[c.cell]; got != c.want {
			t.Errorf("%s!%s: %q, want %q", c.sheet, c.cell, got, c.want)
		}
	}
	for cell, want := range map[string]string{"I4": `HYPERLINK("#'指标'!A13","12、20")`, "J4": `HYPERLINK("#'证据'!A13","查看")`, "K4": `HYPERLINK("#'证据'!A21","查看")`} {
		if f := sheetOf(t, sheets, "勾稽").formula[cell]; f != want {
			t.Errorf("%s: %s, want %s", cell, f, want)
		}
	}
	cover := sheetOf(t, sheets, "说明")
	for key, want := range map[string]string{"不一致": "1", "待核": "1", "勾稽": "3"} {
		if got := right(cover, key); got != want {
			t.Errorf("%s on the first sheet: %q, want %q", key, got, want)
		}
	}
}

// right is the cell right of the first one in column B that holds key.
func right(s readSheet, key string) string {
	for row := 1; row < 40; row++ {
		if n := strconv.Itoa(row); s.text["B"+n] == key {
			return s.text["C"+n]
		}
	}
	return ""
}

// Texts of a document stay text, and what is too long is cut where it is shown.
func TestWorkbookChecksHostile(t *testing.T) {
	doc := checkedDocument(t)
	doc.Checks[0].Stated, doc.Checks[0].Computed = "=1+1", strings.Repeat("@SUM(A1)", 10000)
	s := sheetOf(t, readWorkbook(t, write(t, NewWorkbook(Options{Lang: English}), doc)), "Checks")
	if s.text["F4"] != "=1+1" || !strings.HasSuffix(s.text["G4"], "…") || s.text["A2"] != "inconsistent" {
		t.Errorf("%q %.20q %q", s.text["F4"], s.text["G4"], s.text["A2"])
	}
}

// Checks between documents lead to the figures of both.
func TestWorkbookRunChecks(t *testing.T) {
	w := NewWorkbook(Options{})
	defer w.Close()
	docs := []*policy.Document{planDocument(t), newBuilder(t, "空.txt", "").doc, planDocument(t)}
	for _, d := range docs {
		if err := w.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	check := policy.RunCheck{Check: policy.Check{ID: "00000000000000b1", Kind: policy.AgreementCheck, Result: policy.Inconsistent, Stated: "12.6亿元", Computed: "甲：12.6亿元；乙：13亿元"},
		Sides: []policy.Side{{Document: 0, Name: "夹/甲.txt", Index: 1, Indicator: "研发经费支出", Period: "2025", Area: "青禾县"}, {Document: 2, Index: 0}}}
	if err := w.AddRun([]policy.RunCheck{check}, 7); err != nil {
		t.Fatal(err)
	}
	sheets := readWorkbook(t, write(t, w))
	s := sheetOf(t, sheets, "勾稽")
	for cell, want := range map[string]string{"A2": "不一致", "C2": "甲.txt", "D2": "（多份文件之间）", "E2": "2025 青禾县 研发经费支出 12.6亿元", "I2": "2、12", "L2": ""} {
		if s.text[cell] != want {
			t.Errorf("%s: %q, want %q", cell, s.text[cell], want)
		}
	}
	if f := s.formula["K2"]; f != `HYPERLINK("#'证据'!A13","查看")` {
		t.Errorf("%s", f)
	}
	if got := right(sheetOf(t, sheets, "说明"), "未比较"); got != "7" {
		t.Errorf("not compared: %q", got)
	}
	if got := string(AppendRunCheck(nil, &check)); !strings.HasPrefix(got, `{"id":"00000000000000b1","kind":"agreement","result":"inconsistent","stated":"12.6亿元"`) || strings.Count(got, `"document":`) != 2 {
		t.Error(got)
	}
}
