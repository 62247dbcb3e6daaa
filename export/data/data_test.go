package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"shuzheng/audit"
	"shuzheng/export/codebook"
	"shuzheng/extract"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// documents are those of fixtures, the first of them twice, and one that means harm.
func documents(t testing.TB) []*policy.Document {
	t.Helper()
	readOnce.Do(func() { read = readDocuments(t) })
	return read
}

var (
	readOnce sync.Once
	read     []*policy.Document
)

func readDocuments(t testing.TB) (docs []*policy.Document) {
	for _, name := range []string{"plan.txt", "communique.txt", "duties.txt", "subsidy.txt", "report.txt", "page.html", "plan.txt"} {
		b, err := os.ReadFile(filepath.Join("../../fixtures", name))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := extract.Document(&policy.Source{Name: name, Bytes: b}, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		audit.Check(doc)
		docs = append(docs, doc)
	}
	return append(docs, hostile())
}

// hostile is a document whose every text would break or run something somewhere.
func hostile() *policy.Document {
	text := "=cmd|' /C calc'!A0\n" + `"引号",逗号;' DROP TABLE figures; --` + "\x00\x01\x1b\r\n" + strings.Repeat("长", 33000) + "\n@SUM(A1) 1234567890123456789012345678.12345678901 $x `y' \u2028 </script>\n5家"
	sum := sha256.Sum256([]byte(text))
	doc := &policy.Document{Source: &policy.Source{Name: "+=.txt", MediaType: "text/plain", Charset: "utf-8", Bytes: []byte(text), SHA256: hex.EncodeToString(sum[:])},
		Content: policy.Plain(text, 0), Metadata: map[string]policy.Value{"title": {Value: "=1+1"}, "issuer": {Value: "\xff坏字节"}}}
	all := policy.Span{End: len(text)}
	doc.Blocks = []policy.Block{{Kind: policy.Paragraph, Span: all, Text: policy.Plain(text, 0), Section: -1, Table: -1}}
	at := func(s string) policy.Span {
		i := strings.Index(text, s)
		return policy.Span{Start: i, End: i + len(s)}
	}
	for i, value := range []string{"1234567890123456789012345678.12345678901", "-3.5", "12345678901234567890123456789", "9223372036854775807", "9223372036854775808", "0.30"} {
		doc.Figures = append(doc.Figures, policy.Figure{ID: "123456789012345" + strconv.Itoa(i), Indicator: "=指标\t\"" + value, Value: value, Unit: "家", ValueRaw: "-3.5", Scale: "1",
			Comparator: policy.Equal, Measure: policy.Level, Status: policy.Actual, Period: "XXXX-06", Evidence: policy.Evidence{Span: at("5家"), Indicator: []policy.Span{all}}})
	}
	doc.Numerals = []policy.Numeral{{Span: at("5"), As: policy.AsFigure, Figure: doc.Figures[0].ID}}
	doc.Figures[1].Binding = "约束性"
	doc.Platforms = []policy.Platform{{ID: "p1", Name: "=临江高新区", Type: policy.ZonePlatform, Level: "省级", Mentions: []policy.Mention{{Span: at("长"), Exact: "@长"}},
		Attributes: []policy.Attribute{{Name: "面积", Value: "-5平方公里", Span: at("5家")}}, Figures: []string{doc.Figures[0].ID}}}
	doc.Report(all, "\u0000问题")
	return doc
}

func testOptions() Options {
	return Options{Version: "1.0", Concept: func(id string) (zh, en string) {
		if c := normalize.ConceptByID(id); c != nil {
			return c.Zh, c.En
		}
		return id, id
	}}
}

// fill puts the documents, and a file that could not be read, into an output.
func fill(t testing.TB, w *Writer, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, doc := range documents(t) {
		if err := w.Add(doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Fail("坏.pdf", "=打不开"), w.Finish()); err != nil {
		t.Fatal(err)
	}
}

// outputs begin every kind of output in a folder.
func outputs(dir string) map[string]func() (*Writer, error) {
	options := testOptions()
	file := func(name string, begin func(io.Writer, Options) (*Writer, error)) func() (*Writer, error) {
		return func() (*Writer, error) {
			f, err := os.Create(filepath.Join(dir, name))
			if err != nil {
				return nil, err
			}
			return begin(f, options)
		}
	}
	folder := func(name string, begin func(string, Options) (*Writer, error)) func() (*Writer, error) {
		return func() (*Writer, error) { return begin(filepath.Join(dir, name), options) }
	}
	script := func(name string, begin func(csv, script io.Writer, csvName, scriptName string, options Options) (*Writer, error)) func() (*Writer, error) {
		return file(name, func(out io.Writer, options Options) (*Writer, error) {
			csv, err := os.Create(filepath.Join(dir, name+".csv"))
			if err != nil {
				return nil, err
			}
			return begin(csv, out, name+".csv", name, options)
		})
	}
	return map[string]func() (*Writer, error){
		"figures.csv": file("figures.csv", NewCSV), "figures.parquet": file("figures.parquet", NewParquet), "corpus.csv": file("corpus.csv", NewCorpus),
		"data.sqlite": folder("data.sqlite", NewSQLite), "package": folder("package", NewPackage), "parquet": folder("parquet", NewParquetFolder),
		"csv": folder("csv", NewCSVFolder), "load.R": script("load.R", NewR), "load.do": script("load.do", NewStata),
	}
}

// write makes one of the outputs and gives its path.
func write(t testing.TB, name string) string {
	t.Helper()
	dir := t.TempDir()
	w, err := outputs(dir)[name]()
	fill(t, w, err)
	return filepath.Join(dir, name)
}

// readCSV reads a file with the standard library's reader.
func readCSV(t testing.TB, path string) [][]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte(byteOrderMark)))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return rows
}

// packageRows are the rows of each table as the Data Package has them, without heads:
// what the other outputs are held against.
func packageRows(t testing.TB) map[string][][]string {
	t.Helper()
	dir := write(t, "package")
	tables := map[string][][]string{}
	for _, table := range codebook.Tables() {
		tables[table.Name] = readCSV(t, filepath.Join(dir, "data", table.Name+".csv"))[1:]
	}
	return tables
}

// The same documents give the same bytes, in every output.
func TestSameBytes(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		for _, begin := range outputs(dir) {
			w, err := begin()
			fill(t, w, err)
		}
	}
	files := 0
	err := filepath.WalkDir(first, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files++
		a, _ := os.ReadFile(path)
		b, err := os.ReadFile(filepath.Join(second, path[len(first):]))
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs: %d and %d bytes", e.Name(), len(a), len(b))
		}
		return err
	})
	if err != nil || files < 60 {
		t.Errorf("%d files, %v", files, err)
	}
}

// Keys are unique and foreign keys lead to rows.
func TestKeys(t *testing.T) {
	tables := packageRows(t)
	pick := func(table *codebook.Table, row []string, names []string) (string, bool) {
		key, whole := "", true
		for _, n := range names {
			value := row[table.Column(n)]
			key, whole = key+"\x00"+value, whole && value != ""
		}
		return key, whole
	}
	for i := range codebook.Tables() {
		table := &codebook.Tables()[i]
		seen := map[string]bool{}
		for _, row := range tables[table.Name] {
			key, whole := pick(table, row, table.Key())
			if seen[key] || !whole {
				t.Fatalf("%s: key %q twice or not whole", table.Name, key)
			}
			seen[key] = true
		}
		for _, fk := range table.ForeignKeys() {
			parent := codebook.Find(fk.Table)
			there := map[string]bool{}
			for _, row := range tables[fk.Table] {
				key, _ := pick(parent, row, fk.Reference)
				there[key] = true
			}
			for _, row := range tables[table.Name] {
				if key, whole := pick(table, row, fk.Columns); whole && !there[key] || !whole && !fk.Loose {
					t.Fatalf("%s: %q leads nowhere in %s", table.Name, key, fk.Table)
				}
			}
		}
	}
}

// Values have the type of their column and are of its list of codes.
func TestValues(t *testing.T) {
	used := map[string]bool{}
	for name, rows := range packageRows(t) {
		table := codebook.Find(name)
		for _, row := range rows {
			for i, c := range table.Columns {
				if row[i] != "" {
					used[name+"."+c.Name] = true
					checkValue(t, table.Name, &c, row[i])
				}
			}
		}
	}
	for _, table := range codebook.Tables() {
		for _, c := range table.Columns {
			if !used[table.Name+"."+c.Name] && !rare[table.Name+"."+c.Name] {
				t.Errorf("%s.%s is empty in all fixtures", table.Name, c.Name)
			}
		}
	}
}

// rare are the columns that text files and web pages have nothing for.
var rare = map[string]bool{"documents.effective_date": true, "documents.level": true, "documents.validity": true, "documents.subject": true, "documents.index_number": true,
	"documents.source": true, "documents.publish_date": true,
	"figures.page": true, "figures.part": true, "figures.sheet_cell": true, "figures.stored_value": true}

func checkValue(t *testing.T, table string, c *codebook.Column, value string) {
	ok := true
	switch c.Type {
	case codebook.Integer:
		_, err := strconv.ParseInt(value, 10, 64)
		ok = err == nil
	case codebook.Decimal:
		ok = plainDecimal(value)
	case codebook.Boolean:
		ok = value == "true" || value == "false"
	case codebook.Date:
		d, exact := daysOf(value)
		ok = exact && day(d.from) == value
	}
	if codes := codesOf(c.Values); c.Values != "" {
		known := false
		for _, code := range codes {
			known = known || code.Code == value
		}
		ok = ok && known
	}
	if !ok {
		t.Errorf("%s.%s: %q is no %s of the list %q", table, c.Name, value, c.Type, c.Values)
	}
}

// Control characters never reach an output.
func TestVisible(t *testing.T) {
	for name, rows := range packageRows(t) {
		for _, row := range rows {
			for _, s := range row {
				if i := strings.IndexFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }); i >= 0 {
					t.Fatalf("%s: control character in %.40q", name, s[i:])
				}
			}
		}
	}
}

func TestSignedValues(t *testing.T) {
	table := figureTable.Table
	at := func(row []string, name string) string { return row[table.Column(name)] }
	falls, ranges := 0, 0
	for _, row := range packageRows(t)["figures"] {
		if at(row, "measure") == "change" && at(row, "direction") == "down" {
			falls++
			if !strings.HasPrefix(at(row, "OBS_VALUE"), "-") {
				t.Errorf("%s fell by %s", at(row, "indicator_name"), at(row, "OBS_VALUE"))
			}
		}
		if at(row, "value_high") != "" {
			ranges++
		}
	}
	if falls == 0 || ranges == 0 {
		t.Errorf("%d falls, %d ranges: nothing was tested", falls, ranges)
	}
}

// A run that is interrupted closes the database while it is being finished.
func TestCloseWhileFinishing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.sqlite")
	w, err := NewSQLite(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for _, doc := range documents(t) {
			if err := w.Add(doc); err != nil {
				t.Fatal(err)
			}
		}
	}
	done := make(chan error)
	go func() { done <- w.Finish() }()
	w.Close()
	<-done // with an error or without: it was quick or it was not
	w.Close()
	if err := w.Finish(); err == nil {
		t.Error("a database that was given up was finished")
	}
}
