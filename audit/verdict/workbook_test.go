package verdict

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"shuzheng/audit/audittest"
	"shuzheng/export"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// A filled is a row that an auditor fills in: row of the sheet, then 结论 更正值 理由 复核人
// 复核日期 in any of the forms that programs store.
type filled struct {
	row   int
	cells [5]any
	want  string // verdict|value|reason|reviewer|date, or ! and a part of the trouble
}

var form = []filled{
	{2, [5]any{"正确", nil, nil, "张三", time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)}, "correct|||张三|2026-05-01"},
	{3, [5]any{"有误", "12.60", "少了\n一位", " 张三 ", "2026年5月2日"}, "wrong|12.60|少了\n一位|张三|2026-05-02"},
	{4, [5]any{"存疑", nil, "口径不明", "李四", 46143}, "doubtful||口径不明|李四|2026-05-01"},
	{5, [5]any{" correct ", 12.6, nil, nil, nil}, "correct|12.6|||"},
	{6, [5]any{"正确（已变动）", nil, "旧的", "张三", "2026/5/1"}, ""},
	{7, [5]any{"对", nil, nil, "张三", nil}, "!“对”"},
	{8, [5]any{nil, "3", nil, nil, nil}, "!没有结论"},
	{9, [5]any{"正确", nil, nil, nil, "上周五"}, "!“上周五”"},
	{10, [5]any{nil, nil, nil, "张三", "2026-05-01"}, ""},
}

// fill fills the form in a workbook and then does something else to it.
func fill(t *testing.T, b []byte, also func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	first := len(export.FigureHeadings()) - len(export.VerdictHeadings()) - 2
	for _, row := range form {
		for i, v := range row.cells {
			if v == nil {
				continue
			}
			name, _ := excelize.CoordinatesToCellName(first+i+1, row.row)
			if err := f.SetCellValue("指标", name, v); err != nil {
				t.Fatal(err)
			}
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

// check holds what was read against the form; moved says on which lines its rows stand.
func check(t *testing.T, doc *policy.Document, book []byte, line func(row int) int) {
	t.Helper()
	list, troubles, err := Workbook("填.xlsx", book, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]policy.Verdict{}
	for _, v := range list {
		byID[v.Figure] = v
	}
	verdicts, wrongs := 0, 0
	for _, row := range form {
		f := &doc.Figures[row.row-2]
		v, got := byID[f.ID]
		switch {
		case strings.HasPrefix(row.want, "!"):
			wrongs++
			if !slices.ContainsFunc(troubles, func(x Trouble) bool {
				return x.Line == line(row.row) && x.Sheet != "" && x.En != "" && strings.Contains(x.Zh, row.want[1:])
			}) {
				t.Errorf("row %d: no trouble %s in %+v", row.row, row.want, troubles)
			}
		case row.want == "":
			if got {
				t.Errorf("row %d: %+v", row.row, v)
			}
		default:
			verdicts++
			if s := fmt.Sprintf("%s|%s|%s|%s|%s", v.Verdict, v.Value, v.Reason, v.Reviewer, v.Date); s != row.want {
				t.Errorf("row %d: %q, want %q", row.row, s, row.want)
			}
			if v.Digest != f.Digest() || v.Document != doc.Source.Name || v.SHA256 != doc.Source.SHA256 || !strings.Contains(v.Said, f.Indicator) {
				t.Errorf("row %d: %+v", row.row, v)
			}
		}
	}
	if len(list) != verdicts || len(troubles) != wrongs {
		t.Errorf("%d verdicts and %d troubles, want %d and %d: %+v", len(list), len(troubles), verdicts, wrongs, troubles)
	}
}

func same(row int) int { return row }

func TestWorkbook(t *testing.T) {
	doc := audittest.Fixture(t, "plan.txt")
	book := audittest.Workbook(t, export.Options{}, doc)
	english := audittest.Workbook(t, export.Options{Lang: export.English}, doc)
	for name, c := range map[string]struct {
		also func(f *excelize.File) error
		line func(int) int
	}{
		"as it is":       {nil, same},
		"a sheet moved":  {func(f *excelize.File) error { return f.MoveSheet("指标", "说明") }, same},
		"a sheet named":  {func(f *excelize.File) error { return f.SetSheetName("指标", "张三复核") }, same},
		"a column added": {func(f *excelize.File) error { return f.InsertCols("指标", "C", 2) }, same},
		"columns gone":   {func(f *excelize.File) error { return f.RemoveCol("指标", "D") }, same},
		"lines above": {func(f *excelize.File) error { return f.InsertRows("指标", 1, 3) }, func(row int) int {
			return row + 3
		}},
		"rows gone": {func(f *excelize.File) error { return f.RemoveRow("指标", 12) }, same},
		"a row moved": {func(f *excelize.File) error {
			if err := f.DuplicateRowTo("指标", 3, 40); err != nil {
				return err
			}
			return f.RemoveRow("指标", 3)
		}, func(row int) int {
			if row > 3 {
				return row - 1
			}
			return row
		}},
	} {
		t.Run(name, func(t *testing.T) { check(t, doc, fill(t, book, c.also), c.line) })
	}
	t.Run("in English", func(t *testing.T) {
		f, err := excelize.OpenReader(bytes.NewReader(english))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetName("Figures", "指标"); err != nil {
			t.Fatal(err)
		}
		var renamed bytes.Buffer
		if err := f.Write(&renamed); err != nil {
			t.Fatal(err)
		}
		check(t, doc, fill(t, renamed.Bytes(), nil), same)
	})
}

func TestWorkbookSavedByLibreOffice(t *testing.T) {
	doc := audittest.Fixture(t, "plan.txt")
	check(t, doc, audittest.SavedByLibreOffice(t, fill(t, audittest.Workbook(t, export.Options{}, doc), nil)), same)
}

// Verdicts that are carried forward come back as they are; one on a figure that
// changed does not, until somebody looks at it.
func TestCarriedForward(t *testing.T) {
	doc := audittest.Fixture(t, "plan.txt")
	known := map[string][]policy.Verdict{}
	for i, v := range []policy.Verdict{
		{Verdict: policy.Wrong, Value: "9", Reason: "少了", Reviewer: "张三", Date: "2026-05-01"},
		{Verdict: policy.Correct, Reviewer: "李四", Date: "2026-05-02", Said: "从前的数"},
	} {
		f := &doc.Figures[i]
		v.Figure, v.Digest, v.Document, v.SHA256 = f.ID, f.Digest(), doc.Source.Name, doc.Source.SHA256
		if i == 1 {
			v.Digest = "00000000deadbeef"
		}
		known[f.ID] = append(known[f.ID], v)
	}
	book := audittest.Workbook(t, export.Options{Verdicts: func(id string) []policy.Verdict { return known[id] }}, doc)
	list, troubles, err := Workbook("又.xlsx", book, read.Options{})
	if err != nil || len(troubles) > 0 || len(list) != 1 {
		t.Fatalf("%+v, %+v, %v", list, troubles, err)
	}
	list[0].Said = ""
	if list[0] != known[doc.Figures[0].ID][0] {
		t.Errorf("%+v", list[0])
	}
	all := fmt.Sprint(audittest.Cells(t, book))
	for _, want := range []string{"正确（已变动）", "当时为 从前的数"} {
		if !strings.Contains(all, want) {
			t.Errorf("the workbook lacks %s", want)
		}
	}
}

func TestWorkbookRefuses(t *testing.T) {
	f := excelize.NewFile()
	var other bytes.Buffer
	if err := f.Write(&other); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"no workbook": []byte("指标"), "of another program": other.Bytes()} {
		if _, _, err := Workbook("x", b, read.Options{}); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// Whatever people write into a sheet, a verdict that is taken can be written to a file
// and read again.
func FuzzSheet(f *testing.F) {
	f.Add("标识|数据指纹|结论|更正值|理由|复核人|复核日期\n0123456789abcdef|0123456789abcdef|有误|12.6|少了|张三|2026-05-01\n")
	f.Add("甲\n\nID|Digest|Verdict|Reviewed on|ID\n0123456789abcdef|fedcba9876543210|Wrong|46143\n||||||\n|||正确")
	f.Fuzz(func(t *testing.T, lines string) {
		list, _, err := Workbook("x", audittest.Sheet(t, "指标", lines), read.Options{})
		if err != nil {
			return
		}
		if again, troubles := Lines("x", Append(nil, list)); len(troubles) > 0 || !slices.Equal(again, list) {
			t.Errorf("%q: %+v, %+v", lines, list, troubles)
		}
	})
}
