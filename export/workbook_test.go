package export

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuzheng/policy"
)

// write makes a workbook of documents.
func write(t testing.TB, w *Workbook, docs ...*policy.Document) []byte {
	t.Helper()
	defer w.Close()
	for _, d := range docs {
		if err := w.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	n, err := w.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("%d bytes of %d, %v", n, b.Len(), err)
	}
	return b.Bytes()
}

func sheetOf(t *testing.T, sheets []readSheet, name string) readSheet {
	t.Helper()
	for _, s := range sheets {
		if s.name == name {
			return s
		}
	}
	t.Fatalf("no sheet %s", name)
	return readSheet{}
}

func TestWorkbookSheets(t *testing.T) {
	for lang, want := range map[Lang][]string{
		"":      {"说明", "文档", "指标", "证据", "勾稽", "面板", "面板来源", "趋势", "平台", "表格", "任务分工", "引用", "台账", "问题", "数据字典"},
		English: {"About", "Documents", "Figures", "Evidence", "Checks", "Panel", "Panel sources", "Trends", "Platforms", "Tables", "Tasks", "References", "Numerals", "Problems", "Codebook"},
	} {
		for _, docs := range [][]*policy.Document{nil, {planDocument(t)}, {planDocument(t), newBuilder(t, "空.txt", "").doc, planDocument(t)}} {
			var names []string
			for _, s := range readWorkbook(t, write(t, NewWorkbook(Options{Lang: lang, Version: "1.0"}), docs...)) {
				names = append(names, s.name)
			}
			if !slices.Equal(names, want) {
				t.Errorf("sheets %q, want %q", names, want)
			}
		}
	}
}

func TestWorkbookCells(t *testing.T) {
	sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), planDocument(t)))
	for _, c := range []struct{ sheet, cell, want string }{
		{"指标", "C1", "指标"},
		{"指标", "C2", "研发经费支出"},
		{"指标", "E2", "1260000000"},
		{"指标", "H2", "12.6亿元"},
		{"指标", "O3", "同比"},
		{"指标", "I5", "约"},
		{"指标", "L7", "目标"},
		{"指标", "R7", "到2030年，全县研发经费支出占地区生产总值比重达到3.0%以上，每年新增科技型企业10～15家，审批时间缩短至5个工作日以内。"},
		{"指标", "F8", "15"},
		{"指标", "R12", "技术合同成交额 ｜ 预计9.40 ｜ —"},
		{"证据", "C2", "2025年，全县研发经费支出12.6亿元，同比增长8.35%，居全市第4位。"},
		{"证据", "E12", "第3行第2列"},
		{"证据", "F2", "3"},
		{"证据", "K2", "研发经费支出（30–36）"},
		{"文档", "B2", "青禾县科技创新“十五五”规划"},
		{"文档", "K2", "11"},
		{"台账", "B2", "66亿"},
		{"台账", "C2", "未解释"},
		{"台账", "B3", "十五五"},
		{"表格", "A1", "表1 主要指标"},
		{"表格", "B4", "12.6"},
		{"表格", "B5", "预计9.40"},
		{"表格", "A6", "注：2025年数据为预计数。"},
		{"问题", "B2", "没有读懂的一句"},
	} {
		if got := sheetOf(t, sheets, c.sheet).text[c.cell]; got != c.want {
			t.Errorf("%s!%s: %q, want %q", c.sheet, c.cell, got, c.want)
		}
	}
	if f := sheetOf(t, sheets, "指标").formula["S2"]; f != `HYPERLINK("#'证据'!A2","查看")` {
		t.Errorf("link to the evidence: %s", f)
	}
	if f := sheetOf(t, sheets, "证据").formula["E12"]; f != `HYPERLINK("#'表格'!B5","第3行第2列")` {
		t.Errorf("link to the table: %s", f)
	}
}

func TestWorkbookInExcelize(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, NewWorkbook(Options{}), planDocument(t))))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"E2": "1,260,000,000", "E3": "8.35", "E7": "3.0", "C2": "研发经费支出", "S2": "查看"} {
		if got, err := f.GetCellValue("指标", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q, %v", cell, got, want, err)
		}
	}
	runs, err := f.GetCellRichText("证据", "C2")
	if err != nil || len(runs) != 3 || runs[1].Text != "12.6亿元" || !runs[1].Font.Bold {
		t.Errorf("%+v, %v", runs, err)
	}
	if p, err := f.GetPanes("指标"); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v, %v", p, err)
	}
	if n, err := f.GetSheetDimension("指标"); err != nil || n != "A1:AA12" {
		t.Errorf("dimension %s, %v", n, err)
	}
}

func TestWorkbookEqualBytes(t *testing.T) {
	first := write(t, NewWorkbook(Options{Version: "1.0"}), planDocument(t), manyFigures(t, 50))
	for range 5 {
		if !bytes.Equal(first, write(t, NewWorkbook(Options{Version: "1.0"}), planDocument(t), manyFigures(t, 50))) {
			t.Fatal("two writes differ")
		}
	}
	w := NewWorkbook(Options{Version: "1.0"})
	defer w.Close()
	for _, d := range []*policy.Document{planDocument(t), manyFigures(t, 50)} {
		if err := w.Add(d); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := w.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		if d.Source.Name == "长文.txt" && !bytes.Equal(first, b.Bytes()) {
			t.Error("a second write of a workbook differs")
		}
	}
}

// hostile is a document whose every text would do harm in a careless workbook.
func hostile(t *testing.T, text string) *policy.Document {
	b := newBuilder(t, text+".txt", text+"，共66亿元，"+text)
	b.doc.Metadata["title"] = policy.Value{Value: text}
	b.doc.Metadata["issuer"] = policy.Value{Value: text}
	id := b.block(policy.Heading, 1, -1, text)
	b.figure("66亿元", policy.Figure{Indicator: text, Value: "6600000000", Unit: text, ValueRaw: "66", Decimals: -8, Comparator: policy.Equal,
		Measure: policy.Level, Status: policy.Actual, Period: text, Area: text, Base: text, Block: id, Table: &policy.CellRef{Table: "t1"}})
	whole := policy.Plain(text, 0)
	b.doc.Tables = []policy.Table{{ID: "t1", Caption: text, Unit: text, Note: text, Rows: 1, Cols: 1, Block: id, Cells: []policy.Cell{{RowSpan: 1, ColSpan: 1, Text: whole}}}}
	b.doc.Platforms = []policy.Platform{{ID: "p1", Name: text, Type: policy.PlatformType(text), Level: text, Aliases: []string{text},
		Mentions: []policy.Mention{{Span: policy.Span{End: len(text)}, Exact: text}}, Attributes: []policy.Attribute{{Name: text, Value: text}}, Figures: []string{b.doc.Figures[0].ID, "unknown"}}}
	b.doc.Report(policy.Span{Start: 0, End: len(text)}, text)
	return b.doc
}

// The second reader reports any formula but the program's own links.
func TestWorkbookTextNeverFormula(t *testing.T) {
	for _, text := range []string{`=HYPERLINK("http://example.com","点我")`, "=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "＝1＋1",
		`"),HYPERLINK("x`, "'", "<f>1</f>", "</t></is></c>", "&amp;", "]]>", "_x003D_1", "{=1}"} {
		sheets := readWorkbook(t, write(t, NewWorkbook(Options{Version: text}), hostile(t, text)))
		want := clean(text)
		for _, at := range []struct{ sheet, cell string }{{"指标", "C2"}, {"指标", "G2"}, {"文档", "B2"}, {"平台", "C2"}, {"平台", "E2"}, {"表格", "A1"}, {"表格", "A3"}, {"问题", "B2"}} {
			if got := sheetOf(t, sheets, at.sheet).text[at.cell]; strings.ReplaceAll(got, "\r", "") != want {
				t.Errorf("%s!%s: %q, want %q", at.sheet, at.cell, got, want)
			}
		}
	}
}

func TestWorkbookControlCharacters(t *testing.T) {
	sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), hostile(t, "甲\x00乙\x1f丙\x7f丁\ufffe戊\v己")))
	if got := sheetOf(t, sheets, "指标").text["C2"]; got != "甲␀乙␟丙␡丁\ufffd戊␋己" {
		t.Errorf("%q", got)
	}
}

func TestWorkbookLongCells(t *testing.T) {
	for _, part := range []string{"长", "a", "😀", "=", "\x01", "_x0041_"} {
		text := strings.Repeat(part, 40000)
		sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), hostile(t, text)))
		s := sheetOf(t, sheets, "指标")
		if got := s.text["C2"]; !strings.HasSuffix(got, "字〕") || units(got) < maxUnits-2 {
			t.Errorf("%q…: %d units, ends in %q", part, units(got), lastRunes(got))
		}
		var told bool
		for _, text := range sheetOf(t, sheets, "问题").text {
			told = told || strings.Contains(text, "单元格 '指标'!")
		}
		if !told {
			t.Errorf("%q…: no problem says that a cell was cut", part)
		}
	}
}

func TestWorkbookRowLimit(t *testing.T) {
	w := NewWorkbook(Options{})
	for _, s := range w.sheets() {
		s.limit = 20
	}
	sheets := readWorkbook(t, write(t, w, manyFigures(t, 45), planDocument(t), planDocument(t), planDocument(t)))
	for name, rows := range map[string]int{"指标": 20, "指标(2)": 20, "指标(3)": 20, "指标(5)": 3, "证据(5)": 3, "台账(8)": 12} {
		if got := sheetOf(t, sheets, name).rows; got != rows {
			t.Errorf("%s: %d rows, want %d", name, got, rows)
		}
	}
	if f := sheetOf(t, sheets, "指标(2)").formula["S2"]; f != `HYPERLINK("#'证据(2)'!A2","查看")` {
		t.Errorf("link %s", f)
	}
	if got := sheetOf(t, sheets, "表格(2)").text["A1"]; got != "表1 主要指标" {
		t.Errorf("the third table begins with %q", got)
	}
	var told bool
	for _, text := range sheetOf(t, sheets, "说明").text {
		told = told || strings.Contains(text, "续至“指标(5)”")
	}
	if !told {
		t.Error("the first sheet does not say that sheets go on")
	}
}

func TestWorkbookMergedCells(t *testing.T) {
	b := newBuilder(t, "合并.txt", "甲乙丙丁戊")
	at := func(i int) policy.Text { return b.doc.Content.Slice(3*i, 3*i+3) }
	b.block(policy.TableBlock, 0, -1, "甲乙丙丁戊")
	b.doc.Tables = []policy.Table{{ID: "t1", Rows: 3, Cols: 3, HeaderRows: 1, Cells: []policy.Cell{
		{Row: 0, Col: 0, RowSpan: 2, ColSpan: 1, Header: true, Text: at(0)},
		{Row: 0, Col: 1, RowSpan: 1, ColSpan: 2, Header: true, Text: at(1)},
		{Row: 1, Col: 1, RowSpan: 9, ColSpan: 9, Text: at(2)}, // beyond the grid
		{Row: 2, Col: 0, RowSpan: 1, ColSpan: 3, Text: at(3)}, // into its neighbour
		{Row: 7, Col: 7, RowSpan: 1, ColSpan: 1, Text: at(4)}, // outside
	}}}
	s := sheetOf(t, readWorkbook(t, write(t, NewWorkbook(Options{}), b.doc)), "表格")
	if want := []string{"A3:A4", "B3:C3", "B4:C5"}; !slices.Equal(s.merges, want) {
		t.Errorf("merged %q, want %q", s.merges, want)
	}
	for cell, want := range map[string]string{"A1": "（无题表格 t1）", "A3": "甲", "B3": "乙", "B4": "丙", "A5": "丁"} {
		if s.text[cell] != want {
			t.Errorf("%s: %q, want %q", cell, s.text[cell], want)
		}
	}
}

// A table that claims to be huge is shown as far as it can be, and a problem says so.
func TestWorkbookHugeTable(t *testing.T) {
	b := newBuilder(t, "大表.txt", "甲")
	b.doc.Tables = []policy.Table{{ID: "t1", Rows: 1 << 30, Cols: 1 << 20, Cells: []policy.Cell{{RowSpan: 1 << 30, ColSpan: 1, Text: b.doc.Content}}}}
	w := NewWorkbook(Options{})
	w.grids.limit = 7
	s := readWorkbook(t, write(t, w, b.doc))
	if got := sheetOf(t, s, "问题").text["B2"]; !strings.Contains(got, "只列出前 2 行、16384 列") {
		t.Errorf("%q", got)
	}
}

func TestWorkbookFail(t *testing.T) {
	w := NewWorkbook(Options{})
	if err := w.Fail("坏.pdf", errors.New("文件不完整")); err != nil {
		t.Fatal(err)
	}
	s := sheetOf(t, readWorkbook(t, write(t, w)), "问题")
	if s.text["A2"] != "坏.pdf" || s.text["B2"] != "文件不完整" || s.text["D2"] != "" {
		t.Errorf("%v", s.text)
	}
}

func TestWorkbookTemporaryFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	w := NewWorkbook(Options{})
	for _, s := range w.sheets() {
		for _, p := range s.spools {
			p.memory = 1000
		}
	}
	w.press.block = 10000
	doc := manyFigures(t, 100)
	if err := w.Add(doc); err != nil {
		t.Fatal(err)
	}
	if w.press.settle(); w.press.file == nil || w.explained.file == nil {
		t.Error("nothing was put aside")
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) > 0 && runtime.GOOS == "linux" {
		t.Errorf("a kill would leave %q behind", files)
	}
	got := write(t, w, doc) // and closes
	if !reflect.DeepEqual(readWorkbook(t, got), readWorkbook(t, write(t, NewWorkbook(Options{}), doc, doc))) {
		t.Error("rows from files differ from those in memory")
	}
	if s := sheetOf(t, readWorkbook(t, got), "证据"); s.rows != 201 || !strings.Contains(s.text["C201"], "达到320家以上") {
		t.Errorf("%d rows, the last %q", s.rows, s.text["C201"])
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) > 0 {
		t.Errorf("left behind: %q", files)
	}
}

func TestNumberCells(t *testing.T) {
	for _, c := range []struct {
		value   string
		printed int
		want    string // look of the number, "" for text
	}{
		{"1260000000", -7, "#,##0"}, {"8.35", 2, "#,##0.00"}, {"3.0", 1, "#,##0.0"}, {"0.5", 0, "#,##0.0"}, {"-12", 0, "#,##0"},
		{"123456789012345", 0, "#,##0"}, {"1234567890123456", 0, ""}, {"1/3", 0, ""}, {"=1", 0, ""}, {"1e5", 0, ""}, {".5", 0, ""}, {"", 0, "#,##0"},
	} {
		got := number(c.value, c.printed)
		if isNumber := got.kind != textCell; isNumber != (c.want != "") || isNumber && lookOf(got.style).format != c.want {
			t.Errorf("%s: kind %d, %s", c.value, got.kind, lookOf(got.style).format)
		}
	}
}

func TestGridNumbers(t *testing.T) {
	for s, want := range map[string]string{
		"12.60": "0.00", "20": "0", "1,234": "#,##0", "1,234.5": "#,##0.0", "-3": "0", "0": "0", "0.0": "0.0",
		"007": "", "3%": "", "1,23": "", "12,345,6": "", "-0": "", "": "", "-": "", "—": "", "2.0*": "", "12.": "", "1 234": "", "１２": "",
	} {
		if got, ok := gridNumber(s); ok != (want != "") || ok && lookOf(got.style).format != want {
			t.Errorf("%q: %v, %s", s, ok, lookOf(got.style).format)
		}
	}
}

func TestColumnName(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnName(i); got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
}

// Every code a document may hold has its wording.
func TestWordsCoverCodes(t *testing.T) {
	for field, codes := range map[string][]string{
		"comparator": {"=", ">=", ">", "<=", "<", "~", "~>", "~<"},
		"measure":    {"level", "change", "rank", "multiple"},
		"direction":  {"up", "down"},
		"status":     {"actual", "target", "estimate", "rule"},
		"numeral":    {"figure", "cell", "period", "ordinal", "identifier", "name", "word", "boilerplate", "unexplained"},
	} {
		for _, code := range codes {
			if Chinese.word(field, code) == code || wordOf[[2]string{field, code}].enNote == "" {
				t.Errorf("no wording of %s %s", field, code)
			}
		}
	}
}

// Two columns of one id, or none, would make an output ambiguous.
func TestColumnIDs(t *testing.T) {
	check := func(name string, ids []string) {
		seen := map[string]bool{}
		for _, id := range ids {
			if id == "" || seen[id] {
				t.Errorf("%s: column %q", name, id)
			}
			seen[id] = true
		}
	}
	check("figures", ids(figureColumns))
	check("evidence", ids(evidenceColumns))
	check("platforms", ids(platformColumns))
	check("numerals", ids(numeralColumns))
	check("documents", ids(documentColumns))
	check("problems", ids(problemColumns))
	check("panel", ids(panelColumns))
	check("panel sources", ids(sourceColumns))
}

func ids[T any](columns []column[T]) (list []string) {
	for _, c := range columns {
		list = append(list, c.id)
	}
	return list
}

func TestWorkbookInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice (soffice) here: the workbook is not opened in it")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(file, write(t, NewWorkbook(Options{Concept: testConcept}), planDocument(t), hostile(t, "=1+1"), trendDoc(t), platformDocument(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	// -1: every sheet into a file of its own.
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", filter, "--outdir", dir, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for sheet, want := range map[string][]string{
		"说明":   {"政策文件中的每一个数据"},
		"指标":   {"研发经费支出,rd.expenditure,1260000000,,元,12.6亿元,等于", "预期性", "到2030年，全县研发经费支出", "=1+1"},
		"证据":   {"第3行第2列", "研发经费支出（30–36）"},
		"平台":   {"白石科创中心,中心,,白石科创走廊中心,2", "状态：投入使用"},
		"表格":   {"研发经费,12.6,20", "预计9.40"},
		"台账":   {"66亿,未解释"},
		"文档":   {"青禾县科技创新“十五五”规划"},
		"问题":   {"没有读懂的一句"},
		"面板":   {"rd.expenditure,青禾县,亿元,水平,,1,,,,,,12.6"},
		"面板来源": {"rd.expenditure,青禾县,2025,水平,,实际,等于,1260000000,,元,1,,研发经费支出"},
		"趋势":   {"标准sme", "临江市,346,990,1370,1400"},
	} {
		got, err := os.ReadFile(filepath.Join(dir, "book-"+sheet+".csv"))
		if err != nil {
			t.Error(err)
		}
		for _, s := range want {
			if !strings.Contains(string(got), s) {
				t.Errorf("%s: no %s in\n%s", sheet, s, got)
			}
		}
	}
}

func BenchmarkWorkbook(b *testing.B) {
	doc := manyFigures(b, 2000)
	for _, copies := range []int{1, 20} {
		b.Run(strconv.Itoa(2000*copies), func(b *testing.B) {
			for b.Loop() {
				w := NewWorkbook(Options{})
				for range copies {
					if err := w.Add(doc); err != nil {
						b.Fatal(err)
					}
				}
				if _, err := w.WriteTo(discard{}); err != nil {
					b.Fatal(err)
				}
				w.Close()
			}
			b.ReportMetric(float64(2000*copies*b.N)/b.Elapsed().Seconds(), "figures/s")
		})
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func FuzzCellText(f *testing.F) {
	for _, s := range []string{"=1", "a\x00b", "_x0041_", "_x005F_x0041_", "\xff", "</t>", "\r\n", "\ufffe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), func() *policy.Document {
			b := newBuilder(t, "x", "")
			b.doc.Metadata["title"] = policy.Value{Value: "题" + s}
			return b.doc
		}()))
		want, _ := cut(clean("题"+s), Chinese)
		if got := sheetOf(t, sheets, "文档").text["B2"]; got != want {
			t.Errorf("%s", fmt.Sprintf("%q came back as %q", want, got))
		}
	})
}
