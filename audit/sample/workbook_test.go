package sample

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuzheng/audit/audittest"
	"shuzheng/audit/verdict"
	"shuzheng/export"
	"shuzheng/extract/read"
)

// drawn is a sample of a fixture as a workbook.
func drawn(t testing.TB, lang export.Lang, by string, n int) (*export.Sample, []byte) {
	t.Helper()
	book := audittest.Workbook(t, export.Options{Lang: lang}, audittest.Fixture(t, "plan.txt"), audittest.Fixture(t, "page.html"))
	p := PopulationOf(audittest.Cells(t, book))
	p.Strata(by, "all", "—")
	s, err := p.Draw(n, "7")
	if err != nil {
		t.Fatal(err)
	}
	s.About = []export.SampleLine{{Key: export.ConfidenceKey, Value: "90%"}}
	var b bytes.Buffer
	if err := s.WriteTo(&b, export.Options{Lang: lang}); err != nil {
		t.Fatal(err)
	}
	return s, b.Bytes()
}

// fill writes verdicts into the first rows, then does something else.
func fill(t testing.TB, book []byte, sheet string, words []string, also func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	col := slices.IndexFunc(export.SampleHeadings(), func(h export.Heading) bool { return h.ID == "verdict" })
	for i, w := range words {
		place, _ := excelize.CoordinatesToCellName(col+1, i+2)
		if err := f.SetCellValue(sheet, place, w); err != nil {
			t.Fatal(err)
		}
	}
	if also != nil {
		if err := also(f); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func words(n int, of ...string) []string {
	list := slices.Repeat([]string{"正确"}, n)
	copy(list, of)
	return list
}

func TestSampleWorkbook(t *testing.T) {
	s, book := drawn(t, export.Chinese, "document", 12)
	for name, c := range map[string]struct {
		book []byte
		want string // wrong doubtful open troubles
	}{
		"empty":        {book, "0 0 12 0"},
		"filled":       {fill(t, book, "样本", words(12, "有误", "存疑", "有误"), nil), "2 1 0 0"},
		"half":         {fill(t, book, "样本", words(6), nil), "0 0 6 0"},
		"an odd word":  {fill(t, book, "样本", words(12, "对"), nil), "0 0 1 1"},
		"a row gone":   {fill(t, book, "样本", words(12), func(f *excelize.File) error { return f.RemoveRow("样本", 4) }), "0 0 1 0"},
		"a row twice":  {fill(t, book, "样本", words(12), func(f *excelize.File) error { return f.DuplicateRow("样本", 4) }), "0 0 0 1"},
		"another size": {fill(t, book, "样本", words(12), func(f *excelize.File) error { return f.SetCellValue("分层", "B2", 3) }), "0 0 0 -"},
		"a line below": {fill(t, book, "样本", words(12), func(f *excelize.File) error { return f.SetCellValue("样本", "E20", "共十二项") }), "0 0 0 0"},
	} {
		r, confidence, troubles := ResultOf(audittest.Cells(t, c.book))
		got := fmt.Sprintf("%d %d %d %d", r.Wrong, r.Doubtful, r.Open, len(troubles))
		if want, any := strings.CutSuffix(c.want, "-"); any && len(troubles) > 0 {
			continue
		} else if got != want || r.Drawn() != 12 || confidence != "90%" || len(r.Strata) != len(s.Strata) {
			t.Errorf("%s: %s, want %s: %+v %+v", name, got, c.want, r, troubles)
		}
	}
	list, troubles, err := verdict.Workbook("样本.xlsx", fill(t, book, "样本", words(12, "有误"), nil), read.Options{})
	if err != nil || len(list) != 12 || len(troubles) > 0 || list[0].Figure != s.Rows[0].Texts["id"] {
		t.Errorf("merged: %d, %v, %v", len(list), troubles, err)
	}
	first := s.Rows[0].Texts
	for _, id := range []string{"indicator", "sentence", "line", "file", "digest", "value_raw"} {
		if first[id] == "" {
			t.Errorf("the sample lacks %s: %v", id, first)
		}
	}
}

func TestSampleInEnglish(t *testing.T) {
	_, book := drawn(t, export.English, "", 5)
	r, _, troubles := ResultOf(audittest.Cells(t, fill(t, book, "Sample", []string{"wrong", "correct", "Correct", "doubtful", "correct"}, nil)))
	if r.Wrong != 1 || r.Doubtful != 1 || r.Open != 0 || len(troubles) > 0 || len(r.Strata) != 1 {
		t.Errorf("%+v %v", r, troubles)
	}
}

func TestSampleSavedByLibreOffice(t *testing.T) {
	_, book := drawn(t, export.Chinese, "status", 12)
	saved := audittest.SavedByLibreOffice(t, fill(t, book, "样本", words(12, "有误", "存疑"), nil))
	if r, confidence, troubles := ResultOf(audittest.Cells(t, saved)); r.Wrong != 1 || r.Doubtful != 1 || r.Open != 0 || confidence != "90%" || len(troubles) > 0 {
		t.Errorf("%+v %v", r, troubles)
	}
}

// Whatever stands in a sample, the bound is no less than what was found.
func FuzzResult(f *testing.F) {
	f.Add("层|总体数|样本数\n甲|10|2\n", "样本序号|层|标识|结论\n1|甲|a|有误\n2|甲|b|正确\n")
	f.Add("层|总体数|样本数\n甲|999|998\n乙|3|1", "样本序号|层|标识|结论\n1|甲|a|有误\n1|甲|a|存疑\n|乙|b|")
	f.Fuzz(func(t *testing.T, strata, rows string) {
		var sheets []read.Worksheet
		for _, s := range []string{strata, rows} {
			one, err := read.Workbook(audittest.Sheet(t, "表", s), read.Options{})
			if err != nil {
				return
			}
			sheets = append(sheets, one...)
		}
		r, _, troubles := ResultOf(sheets)
		if len(troubles) > 0 || r.Drawn() > 2000 {
			return
		}
		if bound, most := r.Bound(ninetyFive); most < r.Wrong || most > r.All() || bound > whole {
			t.Errorf("%+v: %v, %d", r, bound, most)
		}
	})
}
