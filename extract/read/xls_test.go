package read

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"shuzheng/policy"
)

// Every record of cells, strings over records, merged and hidden cells.
func TestXLS(t *testing.T) {
	b := xlsOf(true, []string{"指标", "R&D经费"}, func(w *biffWriter) {
		w.record(biffColInfo, 2, 2, 0, 0, 1)
		w.record(biffRow, 3, 0, 9, 0, 0, 0, 0x20, 0)
		w.record(biffLabelSST, 0, 0, 0, uint32(0))
		w.record(biffLabel, 0, 1, 0, xlsString("2024年"))
		w.record(biffLabel, 0, 2, 0, xlsString("2025年"))
		w.record(biffLabelSST, 1, 0, 0, uint32(1))
		w.record(biffNumber, 1, 1, 1, float(1234.56))
		w.record(biffRK, 1, 2, 2, uint32(1250<<2|3)) // 12.5
		w.record(biffLabel, 2, 0, 0, xlsString("日期"))
		w.record(biffMulRK, 2, 1, 3, uint32(44197<<2|2), 0, uint32(7<<2|2), 2)
		w.record(biffLabel, 3, 0, 0, xlsString("公式"))
		w.record(biffFormula, 3, 1, 0, float(0.5), 0, uint32(0))
		w.record(biffFormula, 3, 2, 0, 0, 0, 0, 0xffff, 0, uint32(0))
		w.record(biffString, xlsString("完成"))
		w.record(biffLabel, 4, 0, 0, xlsString("错误"))
		w.record(biffBoolErr, 4, 1, 0, byte(23), byte(1))
		w.record(biffLabelSST, 4, 2, 0, uint32(9))
		w.record(biffLabel, 5, 0, 0, xlsString("合并"))
		w.record(biffRK, 5, 1, 0, uint32(5<<2|2))
		w.record(biffMerged, 1, 5, 5, 1, 2)
	})
	doc := sheetDoc(t, b, Options{})
	want := "数据\n指标\t2024年\t2025年\nR&D经费\t1,234.6\t1250.00%\n日期\t2021/1/1\t7\n公式\t0.5\t完成\n错误\t#REF!\t\n合并\t5\t"
	if got := doc.Content.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	cells := doc.Tables[0].Cells
	if c := cells[len(cells)-1]; c.ColSpan != 2 {
		t.Errorf("last cell %+v", c)
	}
	told(t, doc, "“数据”是隐藏的", "有 1 个隐藏的行", "有 1 个隐藏的列", "B5 是错误值 #REF!", "C5 的文字找不到")
	i := strings.Index(doc.Content.String(), "1,234.6")
	if p := doc.Place(policy.Span{Start: i, End: i + 7}); p.Part != "数据" || p.Cell != "B2" || p.Stored != "1234.56" {
		t.Errorf("place %+v", p)
	}
}

// Workbooks of before 1997 have strings of bytes.
func TestXLSOld(t *testing.T) {
	gbk := func(s string) string {
		b, err := simplifiedchinese.GBK.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	var w biffWriter
	write := func(at uint32) {
		w.Reset()
		w.record(biffBOF, 0x0500, 5)
		w.record(biffXF, 0, 0)
		w.record(biffBoundSheet, at, byte(0), byte(0), byte(4), gbk("数据"))
		w.record(biffEOF)
	}
	write(0)
	write(uint32(w.Len()))
	w.record(biffBOF, 0x0500, 0x10)
	for r, row := range [][2]string{{"指标", "数值"}, {"粮食产量", "六百"}} {
		for c, s := range row {
			w.record(biffLabel, r, c, 0, len(gbk(s)), gbk(s))
		}
	}
	w.record(biffEOF)
	if got, want := sheetDoc(t, bookOf("Book", w.Bytes()), Options{}).Content.String(), "数据\n指标\t数值\n粮食产量\t六百"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestXLSEncrypted(t *testing.T) {
	var w biffWriter
	w.record(biffBOF, 0x0600, 5)
	w.record(biffFilePass, 1, 1)
	for name, b := range map[string][]byte{"a password": bookOf("Workbook", w.Bytes()), "a package": bookOf("EncryptedPackage", []byte("x"))} {
		if _, err := Document(&policy.Source{Bytes: b}, Options{}); err == nil || !strings.Contains(err.Error(), "已加密") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
