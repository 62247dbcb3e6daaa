package read

import (
	"strings"
	"testing"
)

// What programs store of a cell, and what it means.
func TestWorkbookCells(t *testing.T) {
	const styles = `<numFmts><numFmt numFmtId="200" formatCode="yyyy\-mm\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs>`
	const shared = `<si><t>甲</t></si><si><r><t>研发</t></r><r><t>经费</t></r></si><si><t>一_x000D_
二</t></si><si><t>_x005F_x0041_</t></si>`
	sheet := `<sheetData><row r="2">` +
		`<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t xml:space="preserve"> 丙 </t></is></c>` +
		`<c r="D2"><v>1.26E9</v></c><c r="E2"><v>0.30000000000000004</v></c><c r="F2" s="1"><v>46143</v></c><c r="G2" s="2"><v>46143.5</v></c>` +
		`<c r="H2" t="str"><f>HYPERLINK("#'证据'!A2","查看")</f><v>查看</v></c><c r="I2" t="d"><v>2026-05-01T00:00:00</v></c>` +
		`<c r="J2" t="b"><v>1</v></c><c r="K2" t="s"><v>2</v></c><c r="L2" t="s"><v>3</v></c><c r="M2" t="s"><v>99</v></c><c r="N2"/><c t="s"><v>0</v></c>` +
		`</row><row><c><v>7</v></c></row></sheetData>`
	sheets, err := Workbook(xlsxOf(t, sheet, styles, shared), Options{})
	if err != nil || len(sheets) != 1 || sheets[0].Name != "Sheet1" || sheets[0].Cut {
		t.Fatalf("%+v, %v", sheets, err)
	}
	want := []string{"A2 0 甲", "B2 0 研发经费", "C2 0  丙 ", "D2 1 1260000000", "E2 1 0.3", "F2 2 2026-05-01", "G2 2 2026-05-01", "H2 0 查看 HYPERLINK(\"#'证据'!A2\",\"查看\")",
		"I2 2 2026-05-01", "J2 0 TRUE", "K2 0 一\n二", "L2 0 _x0041_", "O2 0 甲", "A3 1 7"}
	var got []string
	for _, c := range sheets[0].Cells {
		s := c.Name() + " " + string(rune('0'+c.Kind)) + " " + c.Text
		if c.Formula != "" {
			s += " " + c.Formula
		}
		got = append(got, s)
	}
	if a, b := strings.Join(got, "|"), strings.Join(want, "|"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

func TestWorkbookRefuses(t *testing.T) {
	for name, b := range map[string][]byte{"text": []byte("指标"), "nothing": nil, "another package": zipOf(t, deflated("word/document.xml", "<a/>"))} {
		if _, err := Workbook(b, Options{}); err == nil {
			t.Errorf("%s is taken for a workbook", name)
		}
	}
	book := xlsxOf(t, sheetRows("a|1", "b|2"), "", "")
	sheets, err := Workbook(book, Options{MaxCells: 3})
	if err != nil || len(sheets[0].Cells) != 3 || !sheets[0].Cut {
		t.Errorf("a limit of 3 cells gives %+v, %v", sheets, err)
	}
}

// Whatever the file, its cells come in order, each once and inside a sheet.
func checkWorkbook(t *testing.T, b []byte) {
	sheets, err := Workbook(b, Options{MaxCells: 100_000})
	if err != nil {
		return
	}
	for _, s := range sheets {
		for i, c := range s.Cells {
			if i > 0 && (c.Row < s.Cells[i-1].Row || c.Row == s.Cells[i-1].Row && c.Col <= s.Cells[i-1].Col) {
				t.Fatalf("%s follows %s", c.Name(), s.Cells[i-1].Name())
			}
			if c.Row < 0 || c.Col < 0 || c.Text == "" && c.Formula == "" {
				t.Fatalf("%+v", c)
			}
		}
	}
}

func TestWorkbookHostile(t *testing.T) {
	for _, f := range hostileXLSX(t) {
		t.Run(f.name, func(t *testing.T) { checkWorkbook(t, f.file) })
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(`<sheetData><row r="2"><c r="B2" t="s" s="1"><v>0</v></c><c t="inlineStr"><is><r><t>_x0041_</t></r></is></c></row></sheetData>`, `<cellXfs><xf numFmtId="14"/></cellXfs>`, `<si><t>甲</t></si>`)
	f.Add(`<sheetData><row r="9999999"><c r="ZZZZ1" s="-1"><v>1e300</v></c><c r="A1"><f>1</f></c>`, "", "")
	f.Fuzz(func(t *testing.T, sheet, styles, strings string) { checkWorkbook(t, xlsxOf(t, sheet, styles, strings)) })
}
