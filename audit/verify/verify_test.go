package verify

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuzheng/audit/audittest"
	"shuzheng/export"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// An altering is a workbook being altered, with what verify must say of each step.
type altering struct {
	t    *testing.T
	f    *excelize.File
	rand *rand.Rand
	want []string
}

func (a *altering) check(err error) {
	a.t.Helper()
	if err != nil {
		a.t.Fatal(err)
	}
}

// rows are the cells of a sheet as stored.
func (a *altering) rows(sheet string) [][]string {
	rows, err := a.f.GetRows(sheet, excelize.Options{RawCellValue: true})
	a.check(err)
	return rows
}

// cells alters n cells of the data columns of a sheet, at places chosen by the seed:
// another number, other words, or nothing at all.
func (a *altering) cells(sheet string, columns, n int, done map[string]bool) {
	rows := a.rows(sheet)
	for n > 0 {
		row, col := 1+a.rand.IntN(len(rows)-1), a.rand.IntN(columns)
		place, _ := excelize.CoordinatesToCellName(col+1, row+1)
		if done[sheet+"!"+place] {
			continue
		}
		done[sheet+"!"+place] = true
		old := ""
		if col < len(rows[row]) {
			old = rows[row][col]
		}
		switch how := a.rand.IntN(4); {
		case how == 0 && old != "":
			a.check(a.f.SetCellValue(sheet, place, nil))
		case how == 1 && old != "" && strings.Trim(old, "0123456789.") == "":
			a.check(a.f.SetCellValue(sheet, place, 1+a.rand.IntN(1e6)*7))
		case how == 2 && old != "":
			a.check(a.f.SetCellValue(sheet, place, old+"0"))
		default:
			a.check(a.f.SetCellValue(sheet, place, fmt.Sprint("改", a.rand.IntN(1000))))
		}
		a.want = append(a.want, "edited "+sheet+" "+place)
		n--
	}
}

// alter opens a workbook, lets do alter it, and gives what was saved.
func alter(t *testing.T, book []byte, seed uint64, do func(a *altering)) (saved []byte, want []string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a := &altering{t: t, f: f, rand: rand.New(rand.NewPCG(seed, 7))}
	do(a)
	var out bytes.Buffer
	a.check(f.Write(&out))
	slices.Sort(a.want)
	return out.Bytes(), a.want
}

// found are the differences in the form of altering.want.
func found(list []Difference) (words []string) {
	for _, d := range list {
		words = append(words, strings.TrimSpace(string(d.Kind)+" "+d.Sheet+" "+d.Cell))
	}
	slices.Sort(words)
	return words
}

func compare(t *testing.T, book, altered []byte, want []string) {
	t.Helper()
	list := Workbook(audittest.Cells(t, book), audittest.Cells(t, altered), nil)
	if got := found(list); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s\n%+v", strings.Join(got, "\n"), strings.Join(want, "\n"), list)
	}
}

// twenty alters twenty cells: fourteen of the figures, six of the evidence.
func twenty(t *testing.T, doc *policy.Document, seeds uint64) {
	book := audittest.Workbook(t, export.Options{}, doc)
	for seed := range seeds {
		altered, want := alter(t, book, seed, func(a *altering) {
			done := map[string]bool{}
			a.cells("指标", len(export.FigureHeadings())-len(export.VerdictHeadings())-2, 14, done)
			a.cells("证据", len(export.EvidenceHeadings()), 6, done)
		})
		compare(t, book, altered, want)
	}
}

func TestTwentyCells(t *testing.T) {
	for _, name := range []string{"plan.txt", "communique.txt"} {
		twenty(t, audittest.Fixture(t, name), 3)
	}
}

const seeds = "../../../shared/seeds"

func TestTwentyCellsOfSeeds(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(seeds, "*.txt"))
	if len(files) == 0 {
		t.Skip("no ../shared/seeds beside the project")
	}
	for _, file := range files {
		t.Run(filepath.Base(file)[:3], func(t *testing.T) { twenty(t, audittest.Document(t, file), 2) })
	}
}

// Rows gone, added and moved, and cells altered beside them.
func TestRows(t *testing.T) {
	doc := audittest.Fixture(t, "plan.txt")
	book := audittest.Workbook(t, export.Options{}, doc)
	for name, c := range map[string]struct {
		do   func(a *altering)
		want []string
	}{
		"nothing":    {func(a *altering) {}, nil},
		"a row gone": {func(a *altering) { a.check(a.f.RemoveRow("指标", 5)) }, []string{"missing 指标"}},
		"a row moved": {func(a *altering) {
			a.check(a.f.DuplicateRowTo("指标", 5, 30))
			a.check(a.f.RemoveRow("指标", 5))
		}, []string{"moved 指标 29"}},
		"a row twice": {func(a *altering) { a.check(a.f.DuplicateRowTo("证据", 5, 9)) }, []string{"added 证据 9"}},
		"a row made up": {func(a *altering) {
			a.check(a.f.InsertRows("指标", 7, 1))
			a.check(a.f.SetSheetRow("指标", "A7", &[]any{900, "文", "水库", nil, 12, nil, "座"}))
		}, []string{"added 指标 7"}},
		"an ID altered": {func(a *altering) { a.check(a.f.SetCellValue("指标", "Z6", "0000000000000000")) }, []string{"edited 指标 Z6"}},
		"IDs exchanged": {func(a *altering) {
			a.check(a.f.SetCellValue("指标", "Z6", doc.Figures[5].ID))
			a.check(a.f.SetCellValue("指标", "Z7", doc.Figures[4].ID))
		}, []string{"edited 指标 Z6", "edited 指标 Z7"}},
		"a verdict": {func(a *altering) {
			a.check(a.f.SetSheetRow("指标", "T5", &[]any{"有误", 3, "少了", "张三", "2026-05-01"}))
		}, nil},
		"a sheet gone":  {func(a *altering) { a.check(a.f.DeleteSheet("证据")) }, []string{"missing 证据"}},
		"a column gone": {func(a *altering) { a.check(a.f.RemoveCol("指标", "D")) }, []string{"missing 指标 1"}},
		"a column moved": {func(a *altering) {
			a.check(a.f.InsertCols("指标", "B", 2))
			a.check(a.f.SetCellValue("指标", "G9", "1"))
		}, []string{"edited 指标 G9"}},
		"a link":     {func(a *altering) { a.check(a.f.SetCellFormula("指标", "S4", `HYPERLINK("#'证据'!A9","查看")`)) }, []string{"edited 指标 S4"}},
		"a document": {func(a *altering) { a.check(a.f.SetCellValue("文档", "V2", "ab")) }, []string{"edited 文档 V2"}},
		"much of a row": {func(a *altering) {
			for _, c := range []string{"C8", "E8", "G8", "H8", "J8", "K8"} {
				a.check(a.f.SetCellValue("指标", c, "别的"))
			}
		}, []string{"edited 指标 C8", "edited 指标 E8", "edited 指标 G8", "edited 指标 H8", "edited 指标 J8", "edited 指标 K8"}},
		"all at once": {func(a *altering) {
			a.check(a.f.SetCellValue("指标", "C20", "别的"))
			a.check(a.f.RemoveRow("指标", 10))
			a.check(a.f.DuplicateRowTo("指标", 4, 15))
			a.check(a.f.RemoveRow("证据", 30))
			a.check(a.f.SetCellValue("证据", "G3", 1))
		}, []string{"added 指标 15", "edited 指标 C20", "edited 证据 G3", "missing 指标", "missing 证据"}},
	} {
		t.Run(name, func(t *testing.T) {
			altered, _ := alter(t, book, 1, c.do)
			compare(t, book, altered, c.want)
		})
	}
}

// A save by LibreOffice alters nothing, and hides nothing.
func TestSavedByLibreOffice(t *testing.T) {
	book := audittest.Workbook(t, export.Options{}, audittest.Fixture(t, "plan.txt"), audittest.Fixture(t, "page.html"))
	compare(t, book, audittest.SavedByLibreOffice(t, book), nil)
	altered, want := alter(t, book, 3, func(a *altering) {
		done := map[string]bool{}
		a.cells("指标", 19, 14, done)
		a.cells("证据", 20, 6, done)
	})
	compare(t, book, audittest.SavedByLibreOffice(t, altered), want)
}

func TestRecorded(t *testing.T) {
	a, b := audittest.Fixture(t, "plan.txt"), audittest.Fixture(t, "page.html")
	book := audittest.Workbook(t, export.Options{Lang: export.English, Version: "1.2", Reading: "--region 临江市"}, a, b)
	rec := RecordedBy(audittest.Cells(t, book))
	if !rec.English || rec.Version != "1.2" || rec.Options != "--region 临江市" || len(rec.Documents) != 2 || rec.Documents[1].SHA256 != b.Source.SHA256 || len(rec.Documents[0].IDs) != len(a.Figures) {
		t.Errorf("%+v", rec)
	}
	altered, _ := alter(t, audittest.Workbook(t, export.Options{}, a, b), 1, func(x *altering) { x.check(x.f.RemoveRow("文档", 2)) })
	rec = RecordedBy(audittest.Cells(t, altered))
	if len(rec.Documents) != 2 || rec.Documents[0].Name != "plan.txt" || rec.Documents[0].SHA256 != "" || rec.Documents[1].Name != "page.html" {
		t.Errorf("%+v", rec.Documents)
	}
}

// Of a document without a source nothing is said; of the others all.
func TestWithout(t *testing.T) {
	a, b := audittest.Fixture(t, "plan.txt"), audittest.Fixture(t, "page.html")
	gap := Placeholder("plan.txt", len(a.Figures))
	whole, expected := audittest.Workbook(t, export.Options{}, a, b), audittest.Workbook(t, export.Options{}, gap, b)
	place := fmt.Sprintf("E%d", len(a.Figures)+3)
	altered, _ := alter(t, whole, 1, func(x *altering) {
		x.check(x.f.SetCellValue("指标", place, 7))
		x.check(x.f.SetCellValue("指标", "E4", 7))
	})
	list := Workbook(audittest.Cells(t, expected), audittest.Cells(t, altered), []string{"plan.txt"})
	if got := found(list); !slices.Equal(got, []string{"edited 指标 " + place}) {
		t.Errorf("%q", got)
	}
}

func FuzzWorkbook(f *testing.F) {
	doc := audittest.Fixture(f, "page.html")
	expected := audittest.Cells(f, audittest.Workbook(f, export.Options{}, doc))
	var head []string
	for _, h := range export.FigureHeadings() {
		head = append(head, h.Zh)
	}
	f.Add(strings.Join(head, "|") + "\n1|甲|乙|丙|5\n1|甲|乙|丙|5\n\n2|甲")
	f.Fuzz(func(t *testing.T, lines string) {
		got, err := read.Workbook(audittest.Sheet(t, "指标", lines), read.Options{})
		if err != nil {
			return
		}
		if len(Workbook(expected, got, nil)) == 0 {
			t.Errorf("%q passes for the workbook", lines)
		}
	})
}
