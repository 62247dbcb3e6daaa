package read

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuzheng/policy"
)

// ofdPack makes a package of one page for each content given.
func ofdPack(t testing.TB, extra []zipEntry, contents ...string) []byte {
	entries := []zipEntry{deflated("OFD.xml", `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`)}
	var pages strings.Builder
	for i, c := range contents {
		fmt.Fprintf(&pages, `<ofd:Page ID="%d" BaseLoc="Pages/P%d.xml"/>`, i+1, i)
		entries = append(entries, deflated(fmt.Sprintf("Doc_0/Pages/P%d.xml", i), `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">`+c+`</ofd:Page>`))
	}
	entries = append(entries, deflated("Doc_0/Document.xml", `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Public.xml</ofd:PublicRes><ofd:TemplatePage ID="T1" BaseLoc="Tpls/T.xml"/></ofd:CommonData><ofd:Pages>`+pages.String()+`</ofd:Pages></ofd:Document>`))
	return zipOf(t, append(entries, extra...)...)
}

// layerOf is a page's content of these objects.
func layerOf(objects ...string) string {
	return `<ofd:Content><ofd:Layer ID="1">` + strings.Join(objects, "") + `</ofd:Layer></ofd:Content>`
}

// words is a TextObject of 4 mm at x and y, with more attributes of its TextCode.
func words(x, y float64, s, attrs string) string {
	return fmt.Sprintf(`<ofd:TextObject ID="9" Boundary="%g %g 100 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4" %s>%s</ofd:TextCode></ofd:TextObject>`, x, y, attrs, s)
}

// stroke is a line.
func stroke(x0, y0, x1, y1 float64) string {
	return fmt.Sprintf(`<ofd:PathObject ID="8" Boundary="0 0 210 297" LineWidth="0.3"><ofd:AbbreviatedData>M %g %g L %g %g</ofd:AbbreviatedData></ofd:PathObject>`, x0, y0, x1, y1)
}

// bar is a line drawn as a thin rectangle.
func bar(x0, y0, x1, y1 float64) string {
	return fmt.Sprintf(`<ofd:PathObject ID="8" Boundary="%g %g 200 200" Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L %g 0 L %g %g L 0 %g C</ofd:AbbreviatedData></ofd:PathObject>`,
		x0, y0, x1-x0, x1-x0, y1-y0, y1-y0)
}

func ofdDocument(t testing.TB, b []byte) *policy.Document {
	t.Helper()
	doc, err := Document(&policy.Source{Bytes: b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// ofdPages are pages with what must be read of them: blocks by line feeds.
var ofdPages = []struct {
	name    string
	objects string
	want    string
}{
	{"a number cut over objects", words(20, 50, "总投资12", `DeltaX="4 4 4 2"`) + words(36, 50, "3.5亿元", `DeltaX="2 2 2 4"`), "总投资123.5亿元"},
	{"repeated deltas", words(20, 50, "二〇二五年度计划", `DeltaX="g 6 4 4.1"`), "二〇二五年度计划"},
	{"the wrong order in the file", words(60, 50, "三四", "") + words(20, 50, "一二", `DeltaX="20"`), "一二三四"[:6] + "三四"},
	{"references", words(20, 50, "R&amp;D&#32463;费&lt;5%", ""), "R&D经费<5%"},
	{"blanks between words", words(20, 50, "GDP per capita", `DeltaX="g 13 2"`), "GDP per capita"},
	{"drawn twice for boldness", words(20, 50, "产值5亿元", "") + words(20.1, 50, "产值5亿元", ""), "产值5亿元"},
	{"raised digits", words(20, 50, "面积3亩", `DeltaX="4 4 2"`) + `<ofd:TextObject ID="7" Boundary="34 48.6 5 5" Font="1" Size="2"><ofd:TextCode X="0" Y="3.6">2</ofd:TextCode></ofd:TextObject>`, "面积3亩²"},
	{"two lines, one sentence", words(20, 50, strings.Repeat("字", 42), `DeltaX="g 41 4"`) + words(20, 57, "尾。", ""), strings.Repeat("字", 42) + "尾。"},
	{"two paragraphs", words(28, 50, strings.Repeat("字", 40), `DeltaX="g 39 4"`) + words(20, 57, "尾。", "") + words(28, 64, "乙。", ""), strings.Repeat("字", 40) + "尾。\n乙。"},
	{"unseen objects", words(20, 50, "看得见", "") + strings.Replace(words(20, 60, "看不见", ""), "<ofd:TextObject", `<ofd:TextObject Visible="false"`, 1), "看得见"},
	{"a matrix", `<ofd:TextObject ID="9" Boundary="20 50 100 5" CTM="2 0 0 2 0 0" Font="1" Size="2"><ofd:TextCode X="0" Y="2">放大</ofd:TextCode></ofd:TextObject>`, "放大"},
	{"a page number", words(20, 50, "正文。", "") + words(100, 285, "- 12 -", `DeltaX="g 5 2"`), "正文。\n- 12 -"},
	{"a template", `<template/>` + words(20, 50, strings.Repeat("字", 42), `DeltaX="g 41 4"`) + words(20, 57, "尾。", ""), "页眉\n" + strings.Repeat("字", 42) + "尾。"},
	{"aslant", words(20, 50, "正文。", "") + strings.Replace(words(20, 90, "内部资料", ""), `Font=`, `CTM="0.7 0.7 -0.7 0.7 0 0" Font=`, 1), "内部资料\n正文。"},
	{"a drawing of a resource", `<ofd:CompositeObject ID="6" Boundary="10 40 100 100" ResourceID="5"/>`, "组合里的字"},
}

func TestOFDPages(t *testing.T) {
	extra := []zipEntry{
		deflated("Doc_0/Tpls/T.xml", `<Page>`+layerOf(words(20, 10, "页眉", ""))+`</Page>`),
		deflated("Doc_0/Public.xml", `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="5" Width="100" Height="100"><Content>`+words(5, 5, "组合里的字", "")+`</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`),
	}
	for _, p := range ofdPages {
		page, hasTemplate := strings.CutPrefix(p.objects, "<template/>")
		page = layerOf(page)
		if hasTemplate {
			page = `<ofd:Template TemplateID="T1" ZOrder="Background"/>` + page
		}
		doc := ofdDocument(t, ofdPack(t, extra, page))
		if got := doc.Content.String(); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(p.want, " ", "") || strings.Contains(p.want, "GDP") && got != p.want {
			t.Errorf("%s: %q, want %q", p.name, got, p.want)
		}
		holdStands(t, doc)
	}
}

// Every convention of paths leads to the same page.
func TestOFDPaths(t *testing.T) {
	page := `<Page>` + layerOf(words(20, 50, "找到了", "")) + `</Page>`
	for _, c := range []struct{ docRoot, doc, loc, page string }{
		{"Doc_0/Document.xml", "Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"},
		{"/Doc_0/Document.xml", "Doc_0/Document.xml", "/Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"},
		{"Doc_0\\Document.xml", "Doc_0/Document.xml", "Pages\\Page_0\\Content.xml", "Doc_0/Pages/Page_0/Content.xml"},
		{"doc_0/document.XML", "Doc_0/Document.xml", "./pages/page_0/content.xml", "Doc_0/Pages/Page_0/Content.xml"},
		{" Doc_0/Document.xml\n", "Doc_0/Document.xml", "../Doc_0/P.xml", "Doc_0/P.xml"},
	} {
		b := zipOf(t, deflated("OFD.xml", `<OFD><DocBody><DocRoot>`+c.docRoot+`</DocRoot></DocBody></OFD>`),
			deflated(c.doc, `<Document><Pages><Page ID="1" BaseLoc="`+c.loc+`"/></Pages></Document>`), deflated(c.page, page))
		if got := ofdDocument(t, b).Content.String(); got != "找到了" {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// The current version of a document is read.
func TestOFDVersions(t *testing.T) {
	page := func(s string) string { return `<Page>` + layerOf(words(20, 50, s, "")) + `</Page>` }
	b := zipOf(t, deflated("OFD.xml", `<OFD><DocBody><DocRoot>D/Document.xml</DocRoot><Versions><Version ID="1" Index="0" Current="false" BaseLoc="D/V0.xml"/><Version ID="2" Index="1" Current="true" BaseLoc="D/V1.xml"/></Versions></DocBody></OFD>`),
		deflated("D/V0.xml", `<DocVersion><DocRoot>/D/Document.xml</DocRoot></DocVersion>`), deflated("D/V1.xml", `<DocVersion><DocRoot>/D/New.xml</DocRoot></DocVersion>`),
		deflated("D/Document.xml", `<Document><Pages><Page ID="1" BaseLoc="old.xml"/></Pages></Document>`), deflated("D/New.xml", `<Document><Pages><Page ID="1" BaseLoc="new.xml"/></Pages></Document>`),
		deflated("D/old.xml", page("旧版")), deflated("D/new.xml", page("新版")))
	if got := ofdDocument(t, b).Content.String(); got != "新版" {
		t.Errorf("read %q", got)
	}
}

// Evidence is page, box in points, and part.
func TestOFDPlace(t *testing.T) {
	b := ofdPack(t, nil, layerOf(words(20, 50, "第一页。", "")), layerOf(words(20, 50, "投资25亿元", `DeltaX="4 4 2 2 4"`)))
	doc := ofdDocument(t, b)
	i := strings.Index(doc.Content.String(), "25")
	p := doc.Place(policy.Span{Start: i, End: i + 2})
	if p.Page != 2 || p.Part != "Doc_0/Pages/P1.xml" {
		t.Errorf("place %+v", p)
	}
	mm := func(v float64) float64 { return v * 72 / 25.4 }
	if math.Abs(p.Box.Left-mm(28)) > 0.1 || math.Abs(p.Box.Right-mm(32)) > 0.1 || p.Box.Top > mm(51) || p.Box.Bottom < mm(54) {
		t.Errorf("box %+v", p.Box)
	}
}

// Rules of either kind make grids with merged cells, also without outer sides.
func TestOFDTables(t *testing.T) {
	table := func(rule func(x0, y0, x1, y1 float64) string, sides bool) string {
		var s strings.Builder
		for _, y := range []float64{50, 60, 70, 80} {
			if y == 60 { // 指标 reaches over two rows
				s.WriteString(rule(60, y, 150, y+0.3))
				continue
			}
			s.WriteString(rule(20, y, 150, y+0.3))
		}
		s.WriteString(rule(60, 50, 60.3, 80))
		s.WriteString(rule(105, 60, 105.3, 80)) // 数值 reaches over two columns
		if sides {
			s.WriteString(rule(20, 50, 20.3, 80))
			s.WriteString(rule(150, 50, 150.3, 80))
		}
		return s.String() + words(22, 57, "指标", "") + words(62, 53, "数值", "") + words(62, 63, "2024年", "") + words(107, 63, "2025年", "") +
			words(22, 73, "粮食产量", "") + words(62, 73, "650.5", "") + words(107, 73, "660", "")
	}
	straight := func(x0, y0, x1, y1 float64) string {
		if x1-x0 > y1-y0 {
			return stroke(x0, y0, x1, y0)
		}
		return stroke(x0, y0, x0, y1)
	}
	for name, page := range map[string]string{
		"strokes": table(straight, true), "thin rectangles": table(bar, true), "no sides": table(straight, false),
	} {
		doc := ofdDocument(t, ofdPack(t, nil, layerOf(page)))
		if len(doc.Tables) != 1 {
			t.Errorf("%s: %d tables in %q", name, len(doc.Tables), doc.Content.String())
			continue
		}
		if got, want := gridWords(&doc.Tables[0]), "0,0 2×1 指标|0,1 1×2 数值|1,1 1×1 2024年|1,2 1×1 2025年|2,0 1×1 粮食产量|2,1 1×1 650.5|2,2 1×1 660"; got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
		if doc.Tables[0].HeaderRows != 2 {
			t.Errorf("%s: %d header rows", name, doc.Tables[0].HeaderRows)
		}
	}
}

// A table without rules is told by its columns; a line with one gap is none.
func TestOFDLooseTable(t *testing.T) {
	var s strings.Builder
	for r, row := range [][]string{{"指标", "2024年", "2025年"}, {"粮食产量", "650.5", "660"}, {"油料产量", "12", "13.5"}} {
		for c, w := range row {
			s.WriteString(words(20+50*float64(c), 50+7*float64(r), w, ""))
		}
	}
	s.WriteString(words(20, 80, "单位：市统计局", "") + words(120, 80, "2025年1月", ""))
	doc := ofdDocument(t, ofdPack(t, nil, layerOf(s.String())))
	if len(doc.Tables) != 1 || gridWords(&doc.Tables[0]) != "0,0 1×1 指标|0,1 1×1 2024年|0,2 1×1 2025年|1,0 1×1 粮食产量|1,1 1×1 650.5|1,2 1×1 660|2,0 1×1 油料产量|2,1 1×1 12|2,2 1×1 13.5" {
		t.Errorf("%d tables in %q", len(doc.Tables), doc.Content.String())
	}
	holdStands(t, doc)
}

// A table that goes on over the page is one, its repeated head boilerplate.
func TestOFDTableOverPages(t *testing.T) {
	page := func(rows ...[2]string) string {
		var s strings.Builder
		for r, row := range rows {
			y := 30 + 10*float64(r)
			s.WriteString(stroke(20, y, 120, y) + stroke(20, y+10, 120, y+10) + stroke(20, y, 20, y+10) + stroke(70, y, 70, y+10) + stroke(120, y, 120, y+10))
			s.WriteString(words(22, y+3, row[0], "") + words(72, y+3, row[1], ""))
		}
		return layerOf(s.String())
	}
	head := [2]string{"指标", "数值"}
	doc := ofdDocument(t, ofdPack(t, nil, page(head, [2]string{"甲", "1"}), page(head, [2]string{"乙", "2"}, [2]string{"丙", "3"})))
	if len(doc.Tables) != 1 || gridWords(&doc.Tables[0]) != "0,0 1×1 指标|0,1 1×1 数值|1,0 1×1 甲|1,1 1×1 1|2,0 1×1 乙|2,1 1×1 2|3,0 1×1 丙|3,1 1×1 3" {
		t.Errorf("%d tables in %q", len(doc.Tables), doc.Content.String())
	}
	if n := len(doc.Blocks); n != 3 || doc.Blocks[1].Kind != policy.Boilerplate {
		t.Errorf("%d blocks: %+v", n, doc.Blocks)
	}
}

// gridWords writes the filled cells of a table.
func gridWords(t *policy.Table) string {
	var out []string
	for _, c := range t.Cells {
		if c.Text.Len() > 0 {
			out = append(out, fmt.Sprintf("%d,%d %d×%d %s", c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text.String()))
		}
	}
	return strings.Join(out, "|")
}

// Two columns are read one after the other, under a title that goes over both.
func TestOFDColumns(t *testing.T) {
	var s strings.Builder
	s.WriteString(words(80, 20, "跨栏的标题", ""))
	for i := range 8 {
		y := 40 + 7*float64(i)
		s.WriteString(words(20, y, fmt.Sprintf("左%d", i)+strings.Repeat("文", 17), `DeltaX="4 2 g 17 4"`))
		s.WriteString(words(110, y, fmt.Sprintf("右%d", i)+strings.Repeat("字", 17), `DeltaX="4 2 g 17 4"`))
	}
	got := ofdDocument(t, ofdPack(t, nil, layerOf(s.String()))).Content.String()
	if strings.Index(got, "左7") > strings.Index(got, "右0") || !strings.HasPrefix(got, "跨栏的标题") {
		t.Errorf("read %q", got)
	}
}

// What is no text is told.
func TestOFDTells(t *testing.T) {
	outline := `<ofd:PathObject ID="3" Boundary="20 20 10 10" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0` + strings.Repeat(" L 1 2 L 3 1 B 1 2 3 4 5 6", 9) + ` C</ofd:AbbreviatedData></ofd:PathObject>`
	image := `<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="1"/>`
	for _, c := range []struct{ page, want string }{
		{words(20, 50, "正文。", "") + outline, "有 1 处画成图形（路径）的内容"},
		{strings.ReplaceAll(words(20, 50, "正文。", ""), `Font=`, `Fill="false" Font=`) + image, "文字取自它的隐藏文字层"},
		{words(20, 50, "正文。\ue001\ue002", ""), "有 2 个字符没有对应的文字"},
	} {
		doc := ofdDocument(t, ofdPack(t, nil, layerOf(c.page)))
		if !slices.ContainsFunc(doc.Problems, func(p policy.Problem) bool { return strings.Contains(p.Message, c.want) }) {
			t.Errorf("%q is not among %+v", c.want, doc.Problems)
		}
	}
	for _, c := range []struct{ page, want string }{{image, "只有图像"}, {outline, "画成的图形"}, {"", "没有文字"}} {
		if _, err := Document(&policy.Source{Bytes: ofdPack(t, nil, layerOf(c.page))}, Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("want %q, got %v", c.want, err)
		}
	}
}

// The real files that lie beside the project: what a person reads in them.
func TestOFDDocuments(t *testing.T) {
	for name, want := range map[string][]string{
		"approval_letter_n.ofd":     {"路卫发〔2011〕76号\n", "关于同意张阿三同志辞职的批复\n", "2001年9月参加工作", "从2006年1月至今未到单位上班，期间院方"},
		"bengbu_letter_land.ofd":    {"根据我市2023年房地产用地供应计划，蚌山区东海大道", "会2023年第7次会议要求，你区需", "2023年7月12日"},
		"site_inspection_table.ofd": {"现场验收检查原始记录\n", "03030202007", "框和附框安装,预埋件", "共8页第1页"},
	} {
		b, err := os.ReadFile(filepath.Join("../../../shared/documents", name))
		if err != nil {
			t.Skip("no ../shared/documents beside the project")
		}
		doc := ofdDocument(t, b)
		for _, w := range want {
			if !strings.Contains(doc.Content.String()+"\n", w) {
				t.Errorf("%s lacks %q", name, w)
			}
		}
		holdStands(t, doc)
		if strings.HasPrefix(name, "site") {
			if len(doc.Tables) != 1 || doc.Tables[0].Rows != 19 || doc.Tables[0].Cols != 8 {
				t.Errorf("%d tables, %d×%d", len(doc.Tables), doc.Tables[0].Rows, doc.Tables[0].Cols)
			}
		}
	}
}
