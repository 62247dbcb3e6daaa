package read

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"shuzheng/policy"
)

func hostileXLSX(t testing.TB) []hostileFile {
	sheet := func(s string) []byte { return xlsxOf(t, s, "", "") }
	var merges strings.Builder
	for i := range 20000 / slow {
		fmt.Fprintf(&merges, `<mergeCell ref="A%d:XFD%d"/>`, i%500+1, i%500+400)
	}
	var rows, sparse []string
	for i := range 2000 / slow {
		rows = append(rows, strings.Repeat("1|", 40)+"1")
		sparse = append(sparse, fmt.Sprintf(`<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d"><v>2</v></c></row>`, i*500+1, i*500+1, i*500+1))
	}
	bombed := xlsxOf(t, sheetRows("a|1"), "", `<si><t>`+strings.Repeat("甲", 30<<20)+`</t></si>`)
	good := sheet(sheetRows("指标|值", "甲|1"))
	return append([]hostileFile{
		{"nothing in it", sheet("")},
		{"no sheets", zipOf(t, deflated("xl/workbook.xml", "<workbook/>"))},
		{"a missing sheet", zipOf(t, deflated("xl/workbook.xml", `<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>`), deflated("xl/_rels/workbook.xml.rels", `<R><Relationship Id="r" Type="/worksheet" Target="x.xml"/></R>`))},
		{"the last cell", sheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`)},
		{"cells outside", sheet(`<sheetData><row r="99999999"><c r="ZZZZ9"><v>1</v></c><c r=""><v>2</v></c></row></sheetData>`)},
		{"rows far apart", sheet(`<sheetData>` + strings.Join(sparse, "") + `</sheetData>`)},
		{"a cell given twice", sheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row></sheetData>`)},
		{"merged over one another", sheet(sheetRows(rows[:500/slow]...) + "<mergeCells>" + merges.String() + "</mergeCells>")},
		{"all columns hidden", sheet(`<cols><col min="1" max="999999999" hidden="1"/></cols>` + sheetRows("a|1", "b|2"))},
		{"a bomb of strings", bombed},
		{"entities", sheet(`<!DOCTYPE a [<!ENTITY x "yyyy">]>` + sheetRows("a|1"))},
		{"deep nesting", sheet(strings.Repeat("<sheetData>", 4000))},
		{"numbers of any size", sheet(sheetRows("1e308|1e-308|"+strings.Repeat("9", 300), "1e999|-0|.5"))},
		{"unclosed", sheet(`<sheetData><row r="1"><c r="A1"><v>1`)},
		{"many cells", sheet(sheetRows(rows...))},
		{"formats without end", xlsxOf(t, sheetRows("1@0|2@0", "3@0|4@0"), `<numFmts><numFmt numFmtId="9" formatCode="`+strings.Repeat("0;[", 30000/slow)+`"/></numFmts><cellXfs><xf numFmtId="9"/></cellXfs>`, "")},
	}, cutAt("XLSX", good)...)
}

func TestHostileXLSX(t *testing.T) { endures(t, hostileXLSX(t)) }

func hostileXLS() []hostileFile {
	good := xlsOf(false, []string{"指标", "R&D"}, func(w *biffWriter) {
		w.record(biffLabelSST, 0, 0, 0, uint32(0))
		w.record(biffNumber, 0, 1, 1, float(1.5))
		w.record(biffLabelSST, 1, 0, 0, uint32(1))
		w.record(biffNumber, 1, 1, 1, float(2.5))
	})
	stream := func(write func(w *biffWriter)) []byte {
		var w biffWriter
		write(&w)
		return bookOf("Workbook", w.Bytes())
	}
	files := []hostileFile{
		{"only its head", good[:512]},
		{"no records", bookOf("Workbook", nil)},
		{"no sheets", stream(func(w *biffWriter) { w.record(biffBOF, 0x0600, 5); w.record(biffEOF) })},
		{"a sheet outside", stream(func(w *biffWriter) {
			w.record(biffBOF, 0x0600, 5)
			w.record(biffBoundSheet, uint32(0xfffffff0), byte(0), byte(0), byte(1), byte(0), "a")
			w.record(biffEOF)
		})},
		{"strings that lie", stream(func(w *biffWriter) {
			w.record(biffBOF, 0x0600, 5)
			w.record(biffSST, uint32(0xffffffff), uint32(0xffffffff), "\xff\xff\x0d\xff\xff\xff\xff\xff\xff")
			w.record(biffContinue, "\x01")
			w.record(biffEOF)
		})},
		{"sheets within sheets", stream(func(w *biffWriter) {
			w.record(biffBOF, 0x0600, 5)
			w.record(biffBoundSheet, uint32(0), byte(0), byte(0), byte(1), byte(0), "a")
			for range 900 {
				w.record(biffBOF, 0x0600, 5)
			}
		})},
		{"not a number", xlsOf(false, nil, func(w *biffWriter) {
			w.record(biffNumber, 0, 0, 0, uint64(0x7ff8000000000001))
			w.record(biffNumber, 0, 1, 99, uint64(0x7ff0000000000000))
			w.record(biffNumber, 65535, 65535, 0, float(1e300))
			w.record(biffMerged, 65535, 0, 65535, 0, 65535)
			w.record(biffMulRK, 1, 1)
		})},
	}
	for i := 512; i < 1200; i += 37 { // the FAT and the directory lie
		b := bytes.Clone(good)
		copy(b[i:], "\x01\x00\x00\x00\x01\x00\x00\x00")
		files = append(files, hostileFile{"a false chain", b})
	}
	return append(files, cutAt("XLS", good)...)
}

func TestHostileXLS(t *testing.T) { endures(t, hostileXLS()) }

func FuzzXLSX(f *testing.F) {
	f.Add(sheetRows("指标|值", "甲|1@1", "#REF!|=")+`<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, `<numFmts><numFmt numFmtId="200" formatCode="0.0%"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`, `<si><t>甲</t></si>`)
	f.Fuzz(func(t *testing.T, sheet, styles, strs string) {
		doc, err := Document(&policy.Source{Bytes: xlsxOf(t, sheet, styles, strs)}, Options{})
		if err == nil {
			holdStands(t, doc)
		}
	})
}

func FuzzXLS(f *testing.F) {
	for _, h := range hostileXLS()[:8] {
		f.Add(h.file)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !isXLS(b) {
			return
		}
		doc, err := Document(&policy.Source{Bytes: b}, Options{})
		if err == nil {
			holdStands(t, doc)
		}
	})
}
