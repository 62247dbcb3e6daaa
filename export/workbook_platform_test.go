package export

import (
	"strings"
	"testing"

	"shuzheng/policy"
)

// platformDocument names a zone in running text and a centre in a table.
func platformDocument(t testing.TB) *policy.Document {
	b := newBuilder(t, "平台.txt", "一、平台\n青禾高新区是省级高新区，面积12平方公里。高新区位于县城东部。\n名称\t概况\n白石科创中心\t位于科创路8号，建筑面积3000平方米，已投入使用\n")
	h := b.block(policy.Heading, 1, -1, "一、平台")
	p := b.block(policy.Paragraph, 0, h, "青禾高新区是省级高新区，面积12平方公里。高新区位于县城东部。")
	zone, area := b.find("青禾高新区"), b.figure("12平方公里", policy.Figure{Indicator: "面积", Value: "12", Unit: "平方公里", ValueRaw: "12", Comparator: policy.Equal, Measure: policy.Level, Status: policy.Actual, Block: p})
	again := b.find("高新区")
	b.find("\n")
	table := policy.Table{ID: "t1", Rows: 2, Cols: 2, HeaderRows: 1, Section: h, Block: 2}
	start := b.at
	for i, text := range []string{"名称", "概况", "白石科创中心", "位于科创路8号，建筑面积3000平方米，已投入使用"} {
		s := b.find(text)
		table.Cells = append(table.Cells, policy.Cell{Row: i / 2, Col: i % 2, RowSpan: 1, ColSpan: 1, Header: i < 2, Span: s, Text: b.slice(s)})
	}
	table.Span = policy.Span{Start: start, End: b.at}
	b.doc.Tables = []policy.Table{table}
	b.doc.Blocks = append(b.doc.Blocks, policy.Block{ID: 2, Kind: policy.TableBlock, Span: table.Span, Text: b.slice(table.Span), Section: h})
	name, said := table.Cells[2].Span, table.Cells[3].Span
	b.doc.Platforms = []policy.Platform{
		{ID: "p1", Name: "青禾高新区", Type: policy.ZonePlatform, Level: "省级", Aliases: []string{"高新区"}, Mentions: []policy.Mention{{Span: zone, Exact: "青禾高新区"}, {Span: again, Exact: "高新区"}}, Figures: []string{area.ID}},
		{ID: "p2", Name: "白石科创中心", Type: policy.Centre, Aliases: []string{"白石科创走廊中心"}, Mentions: []policy.Mention{{Span: name, Exact: "白石科创中心"}, {Span: name, Exact: "白石科创中心"}},
			Attributes: []policy.Attribute{{Name: "概况", Value: b.doc.Content.String()[said.Start:said.End], Span: said}, {Name: "状态", Value: "投入使用", Span: said}}},
	}
	return b.doc
}

func TestWorkbookPlatforms(t *testing.T) {
	sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), planDocument(t), platformDocument(t)))
	for _, c := range []struct{ sheet, cell, want string }{
		{"平台", "C1", "平台名称"},
		{"平台", "A2", "1"},
		{"平台", "C2", "青禾高新区"},
		{"平台", "D2", "园区"},
		{"平台", "E2", "省级"},
		{"平台", "F2", "高新区"},
		{"平台", "G2", "2"},
		{"平台", "H2", "青禾高新区是省级高新区，面积12平方公里。"},
		{"平台", "J2", "面积 12平方公里"},
		{"平台", "L2", "一、平台"},
		{"平台", "M2", "5"},
		{"平台", "N2", "10"},
		{"平台", "H3", "白石科创中心 ｜ 位于科创路8号，建筑面积3000平方米，已投入使用"},
		{"平台", "I3", "概况：位于科创路8号，建筑面积3000平方米，已投入使用\n状态：投入使用"},
		{"平台", "K3", "0"},
	} {
		if got := sheetOf(t, sheets, c.sheet).text[c.cell]; got != c.want {
			t.Errorf("%s!%s: %q, want %q", c.sheet, c.cell, got, c.want)
		}
	}
	if f := sheetOf(t, sheets, "平台").formula["K2"]; f != `HYPERLINK("#'指标'!A13",1)` {
		t.Errorf("link to the figure: %s", f)
	}
	if f := sheetOf(t, sheets, "文档").formula["M3"]; f != `HYPERLINK("#'平台'!A2",2)` {
		t.Errorf("link to the platforms of the second document: %s", f)
	}
}

// A platform goes into the JSON with all that is known of it.
func TestJSONPlatforms(t *testing.T) {
	got := string(AppendJSON(nil, platformDocument(t)))
	for _, want := range []string{
		`"name":"青禾高新区","type":"zone","level":"省级","aliases":["高新区"],"mentions":[{"start":5,"end":10,"exact":"青禾高新区"}`,
		`"attributes":[{"name":"概况","value":"位于科创路8号，建筑面积3000平方米，已投入使用","start":`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}
