package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuzheng/policy"
)

func TestWorkingPaper(t *testing.T) {
	doc := planDocument(t)
	known := map[string][]policy.Verdict{doc.Figures[1].ID: {{Verdict: policy.Wrong, Value: "9.35", Digest: doc.Figures[1].Digest(), Reviewer: "张三", Date: "2026-05-01"}}}
	options := Options{WorkingPaper: "A1&", Verdicts: func(id string) []policy.Verdict { return known[id] }}
	book := write(t, NewWorkbook(options), doc, planDocument(t))
	sheets := readWorkbook(t, book)
	if sheets[1].name != "底稿" || sheets[3].name != "指标" {
		t.Fatalf("sheets %s, %s", sheets[1].name, sheets[3].name)
	}
	paper, figures := sheets[1], sheets[3]
	head := 0
	for at, s := range paper.text {
		if s == "原文写法" {
			head, _ = strconv.Atoi(strings.TrimLeft(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		}
	}
	row := func(col string, i int) string { return paper.text[col+strconv.Itoa(head+i)] }
	n := len(doc.Figures)
	for got, want := range map[string]string{
		row("A", 1): "A1&-1-1", row("A", n+1): "A1&-2-1", row("B", 1): "研发经费支出", row("C", 1): "12.6亿元", row("G", 2): "有误", row("H", 2): "9.35", row("J", 2): "张三",
		row("L", 2): doc.Figures[1].ID, row("M", 2): doc.Figures[1].Digest(), paper.text["G3"]: "A1&", paper.text["A1"]: "审计工作底稿",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, want := range []string{"编制人", "复核人（签字）", "审计结论", "共 " + strconv.Itoa(2*n) + " 项，正确 0 项，有误 2 项，存疑 0 项，尚未核对 " + strconv.Itoa(2*n-2) + " 项"} {
		if !slices.Contains(values(paper.text), want) {
			t.Errorf("the paper lacks %s", want)
		}
	}
	if slices.Contains(values(figures.text), "结论") || !slices.Contains(values(figures.text), "数据指纹") {
		t.Error("the sheet of figures has columns to fill beside the paper, or no digests")
	}
	again := NewWorkbook(options)
	defer again.Close()
	for _, d := range []*policy.Document{doc, planDocument(t)} {
		if err := again.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // a second write is the same
		var b bytes.Buffer
		if _, err := again.WriteTo(&b); err != nil || !bytes.Equal(b.Bytes(), book) {
			t.Errorf("another write differs, %v", err)
		}
	}
	readWorkbook(t, write(t, NewWorkbook(Options{WorkingPaper: "A1", Lang: English})))
}

func values(m map[string]string) (list []string) {
	for _, s := range m {
		list = append(list, s)
	}
	return list
}

// LibreOffice prints it on A4 and counts the verdicts that were filled in.
func TestWorkingPaperInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice (soffice) here: the working paper is not opened in it")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, NewWorkbook(Options{WorkingPaper: "A1"}), planDocument(t))))
	if err != nil {
		t.Fatal(err)
	}
	for at, s := range map[string]string{"G10": "正确", "G11": "正确", "G12": "存疑"} {
		if err := f.SetCellValue("底稿", at, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.UpdateLinkedValue(); err != nil { // forgets what formulas gave
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "book.xlsx")
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
	if out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", filter, "--outdir", dir, file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got, err := os.ReadFile(filepath.Join(dir, "book-底稿.csv"))
	if want := "正确 2 项，有误 0 项，存疑 1 项，尚未核对 " + strconv.Itoa(len(planDocument(t).Figures)-3) + " 项"; err != nil || !strings.Contains(string(got), want) {
		t.Errorf("no %s in\n%s, %v", want, got, err)
	}
}
