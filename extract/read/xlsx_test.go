package read

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuzheng/policy"
)

func sheetDoc(t *testing.T, b []byte, opt Options) *policy.Document {
	t.Helper()
	doc, err := Document(&policy.Source{Bytes: b}, opt)
	if err != nil {
		t.Fatal(err)
	}
	holdStands(t, doc)
	return doc
}

// Title, unit, header rows with merged cells, formats, a note.
func TestXLSX(t *testing.T) {
	rows := sheetRows("附表1　青禾县主要指标完成情况||||", "单位：万元||||", "指标|2024年||2025年|", "|绝对数|增长|绝对数|增长",
		"财政收入|1234567.8@1|0.125@2|2000@1|0.0312@2", "其中：税收|900|#REF!|44197@3|=", "注：增长按可比价计算。||||")
	merges := `<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:E3"/></mergeCells>`
	styles := `<numFmts><numFmt numFmtId="180" formatCode="#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="180"/><xf numFmtId="10"/><xf numFmtId="31"/></cellXfs>`
	doc := sheetDoc(t, xlsxOf(t, rows+merges, styles, ""), Options{})
	want := "附表1　青禾县主要指标完成情况\n单位：万元\n指标\t2024年\t\t2025年\t\n\t绝对数\t增长\t绝对数\t增长\n财政收入\t1,234,568\t12.50%\t2,000\t3.12%\n其中：税收\t900\t#REF!\t2021年1月1日\t\n注：增长按可比价计算。"
	if got := strings.ReplaceAll(doc.Content.String(), " ", "　"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := gridWords(&doc.Tables[0]), "0,0 2×1 指标|0,1 1×2 2024年|0,3 1×2 2025年|1,1 1×1 绝对数|1,2 1×1 增长|1,3 1×1 绝对数|1,4 1×1 增长|2,0 1×1 财政收入|2,1 1×1 1,234,568|2,2 1×1 12.50%|2,3 1×1 2,000|2,4 1×1 3.12%|3,0 1×1 其中：税收|3,1 1×1 900|3,2 1×1 #REF!|3,3 1×1 2021年1月1日"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if doc.Tables[0].HeaderRows != 2 {
		t.Errorf("%d header rows", doc.Tables[0].HeaderRows)
	}
	i := strings.Index(doc.Content.String(), "1,234,568")
	if p := doc.Place(policy.Span{Start: i, End: i + 9}); p.Part != "Sheet1" || p.Cell != "B5" || p.Stored != "1234567.8" {
		t.Errorf("place %+v", p)
	}
	told(t, doc, "C6 是错误值 #REF!", "E6 只有公式，没有算出的值")
}

// told checks that each of the messages is among the problems.
func told(t *testing.T, doc *policy.Document, messages ...string) {
	t.Helper()
	for _, m := range messages {
		if !slices.ContainsFunc(doc.Problems, func(p policy.Problem) bool { return strings.Contains(p.Message, m) }) {
			t.Errorf("%q is not among %+v", m, doc.Problems)
		}
	}
}

// What is hidden is read and told; names of sheets that somebody gave are headings.
func TestXLSXHidden(t *testing.T) {
	b := zipOf(t,
		deflated("xl/workbook.xml", `<workbook><sheets><sheet name="甲表" r:id="a"/><sheet name="乙表" state="hidden" r:id="b"/><sheet name="图1" r:id="c"/></sheets></workbook>`),
		deflated("xl/_rels/workbook.xml.rels", `<R><Relationship Id="a" Type="/worksheet" Target="/xl/s1.xml"/><Relationship Id="b" Type="/worksheet" Target="s2.xml"/><Relationship Id="c" Type="/chartsheet" Target="c.xml"/></R>`),
		deflated("xl/s1.xml", `<worksheet><cols><col min="2" max="2" hidden="1"/></cols>`+strings.Replace(sheetRows("指标|数值", "甲|1", "乙|2"), `<row r="3">`, `<row r="3" hidden="1">`, 1)+`</worksheet>`),
		deflated("xl/s2.xml", `<worksheet>`+sheetRows("丙|3", "丁|4")+`</worksheet>`))
	doc := sheetDoc(t, b, Options{})
	if got, want := doc.Content.String(), "甲表\n指标\t数值\n甲\t1\n乙\t2\n乙表\n丙\t3\n丁\t4"; got != want {
		t.Errorf("got %q", got)
	}
	if b := doc.Blocks[0]; b.Kind != policy.Heading || doc.Place(b.Span).Part != "甲表" || doc.Place(b.Span).Cell != "" {
		t.Errorf("first block %+v at %+v", b, doc.Place(b.Span))
	}
	told(t, doc, "工作表“乙表”是隐藏的", "“甲表”有 1 个隐藏的行", "“甲表”有 1 个隐藏的列")
}

// Strings of several runs, raised digits, readings over characters; two tables and
// text on one sheet.
func TestXLSXStrings(t *testing.T) {
	strs := `<si><r><t>面积（万</t></r><r><t>米</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><t>）</t></r><rPh><t>x</t></rPh></si><si><t xml:space="preserve"> 指 标
名称 </t></si>`
	sheet := `<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>3.5</v></c></row><row r="3"><c r="A3" t="s"><v>9</v></c></row></sheetData>`
	doc := sheetDoc(t, xlsxOf(t, sheet, "", strs), Options{})
	if got, want := doc.Content.String(), "指标名称\t面积（万米²）\n甲\t3.5"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	told(t, doc, "A3 的文字找不到")
}

func TestSheetRegions(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		want string
	}{
		{"two tables", []string{"表1|", "指标|值", "甲|1", "|", "表2|", "指标|值", "乙|2"}, "表1/指标\t值;甲\t1/表2/指标\t值;乙\t2"},
		{"a new head without a title", []string{"指标|值", "甲|1", "|", "地区|人口", "乙|2"}, "指标\t值;甲\t1/地区\t人口;乙\t2"},
		{"a blank row within", []string{"指标|值", "甲|1", "|", "乙|2"}, "指标\t值;甲\t1;乙\t2"},
		{"a heading of rows", []string{"指标|值", "一、农业|", "甲|1", "二、工业|", "乙|2"}, "指标\t值;一、农业\t;甲\t1;二、工业\t;乙\t2"},
		{"labels above", []string{"填报单位：市统计局|单位：万元", "指标|值", "甲|1"}, "填报单位：市统计局/单位：万元/指标\t值;甲\t1"},
		{"notes below", []string{"指标|值", "甲|1", "注：初步数|", "资料来源：市统计局|"}, "指标\t值;甲\t1/注：初步数/资料来源：市统计局"},
		{"the last row without a value", []string{"指标|值", "甲|1", "其他|"}, "指标\t值;甲\t1;其他\t"},
		{"empty columns", []string{"指标||值", "甲||1"}, "指标\t值;甲\t1"},
	} {
		doc := sheetDoc(t, xlsxOf(t, sheetRows(c.rows...), "", ""), Options{})
		var got []string
		for _, b := range doc.Blocks {
			got = append(got, strings.ReplaceAll(b.Text.String(), "\n", ";"))
		}
		if s := strings.Join(got, "/"); s != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, s, c.want)
		}
	}
}

func TestSheetLimit(t *testing.T) {
	doc := sheetDoc(t, xlsxOf(t, sheetRows("指标|值", "甲|1", "乙|2", "丙|3"), "", ""), Options{MaxCells: 5})
	told(t, doc, "单元格过多")
	if strings.Contains(doc.Content.String(), "丙") {
		t.Errorf("read %q", doc.Content.String())
	}
}

// The real workbook that lies beside the project, in both formats' readers.
func TestXLSDocument(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("../../../shared/documents", "yunnan_plan_indicators.xls"))
	if err != nil {
		t.Skip("no ../shared/documents beside the project")
	}
	doc := sheetDoc(t, b, Options{})
	tb := &doc.Tables[0]
	if tb.Rows != 47 || tb.Cols != 199 || tb.HeaderRows != 4 {
		t.Errorf("%d×%d with %d header rows", tb.Rows, tb.Cols, tb.HeaderRows)
	}
	i := strings.Index(doc.Content.String(), "504.8")
	if p := doc.Place(policy.Span{Start: i, End: i + 5}); p.Cell != "D5" || !strings.HasPrefix(p.Stored, "504.76980851135") {
		t.Errorf("place %+v", p)
	}
}
