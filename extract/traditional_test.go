package extract_test

import (
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// TestTraditional reads a page in traditional characters: names are given in simplified ones, and
// all that is quoted as it was printed, at its place.
func TestTraditional(t *testing.T) {
	const page = `<html><head><meta charset="utf-8"></head><body><h1>青禾縣2023年國民經濟和社會發展統計公報</h1>
<p>2023年，全縣實現生產總值254.5億元，比上年增長5.2%。青禾縣創業投資基金規模達3億元。</p>
<table><tr><td>指標</td><td>單位</td><td>2023年</td></tr><tr><td>糧食產量</td><td>萬噸</td><td>12.3</td></tr></table>
</body></html>`
	doc, err := extract.Document(&policy.Source{Name: "a.html", Bytes: []byte(page)}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	content := doc.Content.String()
	if len(doc.Figures) != 4 {
		t.Fatalf("%d figures: %+v", len(doc.Figures), doc.Figures)
	}
	for i, want := range []struct{ indicator, value, unit, exact, unitRaw string }{
		{"生产总值", "25450000000", "元", "254.5億元", "億元"},
		{"生产总值", "5.2", "%", "5.2%", "%"},
		{"青禾县创业投资基金规模", "300000000", "元", "3億元", "億元"},
		{"粮食产量", "123000", "吨", "12.3", "万吨"},
	} {
		f := &doc.Figures[i]
		exact := content[f.Evidence.Span.Start:f.Evidence.Span.End]
		if f.Indicator != want.indicator || f.Value != want.value || f.Unit != want.unit || exact != want.exact || f.Area != "青禾县" || f.Period != "2023" || f.UnitRaw != want.unitRaw {
			t.Errorf("figure %d: %s %s %s %q %s %s, want %+v", i, f.Indicator, f.Value, f.Unit, exact, f.Area, f.Period, want)
		}
	}
	if got := doc.Metadata["title"].Value; got != "青禾縣2023年國民經濟和社會發展統計公報" {
		t.Errorf("title %s", got)
	}
	if got := doc.Metadata["region"].Value; got != "青禾县" {
		t.Errorf("region %s", got)
	}
	if got := doc.Tables[0].Cells[3].Text.String(); got != "糧食產量" {
		t.Errorf("cell %s", got)
	}
	if len(doc.Platforms) != 1 || doc.Platforms[0].Mentions[0].Exact != "青禾縣創業投資基金" {
		t.Errorf("platforms %+v", doc.Platforms)
	}
}
