package read

import (
	"fmt"
	"strings"
	"testing"
)

// xlsxOf makes a workbook of one sheet with these rows of XML, styles and strings.
func xlsxOf(t testing.TB, sheetXML, stylesXML, stringsXML string) []byte {
	return zipOf(t,
		deflated("[Content_Types].xml", `<Types/>`),
		deflated("xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		deflated("xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
		deflated("xl/worksheets/sheet1.xml", `<worksheet>`+sheetXML+`</worksheet>`),
		deflated("xl/styles.xml", `<styleSheet>`+stylesXML+`</styleSheet>`),
		deflated("xl/sharedStrings.xml", `<sst>`+stringsXML+`</sst>`))
}

// sheetRows writes rows of cells as XML: what looks like a number is one, =text is a
// formula's text, other words are inline.
func sheetRows(rows ...string) string {
	var s strings.Builder
	s.WriteString("<sheetData>")
	for r, row := range rows {
		fmt.Fprintf(&s, `<row r="%d">`, r+1)
		for c, v := range strings.Split(row, "|") {
			name := cellName(r, c)
			value, style, _ := strings.Cut(v, "@")
			switch _, number := readDigits(value); {
			case value == "":
			case number:
				fmt.Fprintf(&s, `<c r="%s" s="%s"><v>%s</v></c>`, name, style, value)
			case value[0] == '#':
				fmt.Fprintf(&s, `<c r="%s" t="e"><v>%s</v></c>`, name, value)
			case value[0] == '=':
				fmt.Fprintf(&s, `<c r="%s"><f>SUM(A1)</f></c>`, name)
			default:
				fmt.Fprintf(&s, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, value)
			}
		}
		s.WriteString("</row>")
	}
	return s.String() + "</sheetData>"
}
