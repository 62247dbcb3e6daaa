package data

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"shuzheng/export/codebook"
)

// Other programs read what is written; each test is skipped where its program is not
// installed.

// python finds an interpreter with a module.
func python(t *testing.T, module string) string {
	t.Helper()
	for _, name := range []string{os.Getenv("SHUZHENG_PYTHON"), "../../build/python/bin/python", "python3"} {
		if name != "" && exec.Command(name, "-c", "import "+module).Run() == nil {
			return name
		}
	}
	t.Skipf("no Python with %s (SHUZHENG_PYTHON, build/python or python3)", module)
	return ""
}

// program finds a program.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("no %s", name)
	}
	return path
}

// output runs a program and gives what it prints.
func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %v: %v\n%s%s", name, args, err, out.String(), errs.String())
	}
	return out.String()
}

// sameRows holds rows that another program read, a JSON array a line, against those of
// the Data Package.
func sameRows(t *testing.T, table *codebook.Table, lines string, want [][]string, expect func(c *codebook.Column, s string) string) {
	t.Helper()
	n := 0
	d := json.NewDecoder(strings.NewReader(lines))
	d.UseNumber()
	for ; ; n++ {
		var row []any
		if err := d.Decode(&row); err == io.EOF {
			break
		} else if err != nil || n >= len(want) || len(row) != len(table.Columns) {
			t.Fatalf("%s, row %d of %d: %v, %d values", table.Name, n, len(want), err, len(row))
		}
		for i := range table.Columns {
			c := &table.Columns[i]
			if got, want := normal(c, row[i]), normal(c, expect(c, want[n][i])); got != want {
				t.Fatalf("%s, row %d, %s: got %.60q, want %.60q", table.Name, n, c.Name, got, want)
			}
		}
	}
	if n != len(want) {
		t.Errorf("%s: %d rows, want %d", table.Name, n, len(want))
	}
}

// normal writes a value in one form, however a program does; "" is a missing one.
func normal(c *codebook.Column, v any) string {
	s := ""
	switch v := v.(type) {
	case string:
		s = v
	case json.Number:
		s = v.String()
	}
	switch {
	case c.Type == codebook.Decimal && s != "":
		if r, ok := new(big.Rat).SetString(s); ok {
			return r.RatString()
		}
	case c.Type == codebook.Boolean && s == "1":
		return "true"
	case c.Type == codebook.Boolean && s == "0":
		return "false"
	}
	return s
}

func asWritten(_ *codebook.Column, s string) string { return s }

// testTables lets Python read all tables in a folder.
func testTables(t *testing.T, py, kind, dir, ending string) {
	args := []string{"testdata/rows.py", kind}
	for _, table := range codebook.Tables() {
		args = append(args, filepath.Join(dir, table.Name+ending))
	}
	want := packageRows(t)
	tables := strings.Split("\n"+output(t, py, args...), "\n\"")[1:] // behind the line of each file
	for i := range codebook.Tables() {
		table := &codebook.Tables()[i]
		_, lines, _ := strings.Cut(tables[i], "\n")
		sameRows(t, table, lines, want[table.Name], asWritten)
	}
}

func TestDuckDBReadsParquet(t *testing.T) {
	py, dir := python(t, "duckdb"), write(t, "parquet")
	testTables(t, py, "duckdb", dir, ".parquet")
	types := output(t, py, "-c", `import duckdb, sys
for name, kind, *_ in duckdb.sql("DESCRIBE SELECT * FROM read_parquet(?)", params=[sys.argv[1]]).fetchall(): print(name, kind)`, filepath.Join(dir, "figures.parquet"))
	for _, want := range []string{"OBS_VALUE DECIMAL(38,10)", "period_start DATE", "line BIGINT", "doc_id VARCHAR"} {
		if !strings.Contains(types, want) {
			t.Errorf("no %s in %s", want, types)
		}
	}
}

// Many pages and several row groups are read as few are.
func TestDuckDBReadsLargeParquet(t *testing.T) {
	py := python(t, "duckdb")
	path := filepath.Join(t.TempDir(), "large.parquet")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	f, err := newParquetFile(out, numeralTable.Table)
	if err != nil {
		t.Fatal(err)
	}
	const rows = 300_000
	for i := range rows {
		n := strconv.Itoa(i)
		sum := sha256.Sum256([]byte(n)) // nothing that packs well
		figure := ""
		if i%3 > 0 {
			figure = hex.EncodeToString(sum[:8])
		}
		if err := f.row(numeralTable.Table, []string{hex.EncodeToString(sum[8:]), n, n, "", figure, n, n, "1"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.finish(); err != nil || len(f.groups) < 3 {
		t.Fatalf("%d groups, %v", len(f.groups), err)
	}
	got := output(t, py, "-c", `import duckdb, sys
duckdb.sql("SET enable_progress_bar = false") # it would stand among the results
print(*duckdb.sql("SELECT count(*), count(figure_id), sum(seq), sum(char_end), count(taken_for), count(DISTINCT doc_id), sum(CAST(exact AS BIGINT)) FROM read_parquet(?)", params=[sys.argv[1]]).fetchall()[0])`, path)
	sum := strconv.Itoa(rows * (rows - 1) / 2)
	if want := strings.Join([]string{"300000", strconv.Itoa(rows - (rows+2)/3), sum, sum, "0", "300000", sum}, " "); strings.TrimSpace(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPyarrowReadsParquet(t *testing.T) {
	py, dir := python(t, "pyarrow"), write(t, "parquet")
	testTables(t, py, "pyarrow", dir, ".parquet")
}

func TestPythonReadsCSV(t *testing.T) {
	py, dir := python(t, "csv"), write(t, "package")
	testTables(t, py, "csv", filepath.Join(dir, "data"), ".csv")
}

func TestFrictionlessValidates(t *testing.T) {
	py, dir := python(t, "frictionless"), write(t, "package")
	output(t, py, "-m", "frictionless", "validate", filepath.Join(dir, "datapackage.json"))
	// and it does look: a foreign key that leads nowhere
	file := filepath.Join(dir, "data", "tables.csv")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(b, "nowhere,t1,,,,1,1,1,1,1,0,1\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command(py, "-m", "frictionless", "validate", filepath.Join(dir, "datapackage.json")).Run(); err == nil {
		t.Error("a table of no document was not noticed")
	}
}

func TestSQLiteReads(t *testing.T) {
	shell, db := program(t, "sqlite3"), write(t, "data.sqlite")
	ask := func(sql string) string { return strings.TrimSpace(output(t, shell, "-readonly", db, sql)) }
	if got := ask("PRAGMA integrity_check; PRAGMA foreign_key_check;"); got != "ok" {
		t.Errorf("the database is not whole: %s", got)
	}
	want := packageRows(t)
	for i := range codebook.Tables() {
		table := &codebook.Tables()[i]
		var names []string
		for _, c := range table.Columns {
			names = append(names, c.Name)
		}
		lines := output(t, shell, "-readonly", "-list", db, "SELECT json_array("+strings.Join(names, ", ")+") FROM "+table.Name+" ORDER BY rowid")
		sameRows(t, table, lines, want[table.Name], func(c *codebook.Column, s string) string {
			if c.Type == codebook.Decimal && !exactInSQLite(s) {
				return ""
			}
			return s
		})
	}
}

// Words of one, two, three and more characters are found where they stand, and nowhere
// else.
func TestSQLiteSearches(t *testing.T) {
	shell, db := program(t, "sqlite3"), write(t, "data.sqlite")
	count := func(sql string) string { return strings.TrimSpace(output(t, shell, "-readonly", db, sql)) }
	for _, word := range []string{"水库", "企业", "全市", "高新技术", "研究与试验", "高新技术企业", "没有这个词", "无词"} {
		want := count("SELECT count(*) FROM sections WHERE heading LIKE '%" + word + "%' OR text LIKE '%" + word + "%'")
		query := "SELECT count(*) FROM search WHERE search MATCH '" + word + "'"
		if len([]rune(word)) == 2 {
			query = "SELECT count(*) FROM search_pairs p JOIN sections s ON s.rowid = p.rowid WHERE search_pairs MATCH '" + word + "'"
		}
		if got := count(query); got != want {
			t.Errorf("%s: %s sections, want %s", word, got, want)
		}
	}
	if n := count("SELECT count(*) FROM search_pairs WHERE search_pairs MATCH '企业'"); n == "0" {
		t.Error("企业 stands nowhere: nothing was tested")
	}
}

// The panel has a value where all sources agree, and none where they differ.
func TestSQLitePanel(t *testing.T) {
	shell, db := program(t, "sqlite3"), write(t, "data.sqlite")
	for sql, want := range map[string]string{
		"SELECT count(*) > 20 FROM panel": "1",
		"SELECT count(*) FROM panel WHERE actual IS NOT NULL AND actual_min <> actual_max OR actual IS NULL AND actual_min = actual_max":                                                 "0",
		"SELECT sum(n_actual + n_target + n_estimate) = (SELECT count(*) FROM figures WHERE INDICATOR <> '' AND period <> '' AND period NOT LIKE '%X%' AND status <> 'rule') FROM panel": "1",
	} {
		if got := strings.TrimSpace(output(t, shell, "-readonly", db, sql)); got != want {
			t.Errorf("%s: %s, want %s", sql, got, want)
		}
	}
}

func TestRReads(t *testing.T) {
	r, dir := program(t, "Rscript"), write(t, "package")
	back := filepath.Join(dir, "back.csv")
	output(t, r, "-e", `args <- commandArgs(TRUE)
source(file.path(args[1], "load.R"), chdir = TRUE, encoding = "UTF-8")
stopifnot(inherits(figures$period_start, "Date"), is.numeric(figures$OBS_VALUE), is.logical(cells$is_header),
          attr(figures$OBS_VALUE, "label") == "数值", attr(figures$OBS_VALUE, "label_en") == "Value",
          levels(coded(figures$status))[1] == "实际", table(coded(figures$status, "en"))["target"] > 0)
out <- figures[c("figure_id", "OBS_VALUE", "indicator_name", "sentence", "period_start", "line")]
out$OBS_VALUE <- ifelse(is.na(out$OBS_VALUE), "", sprintf("%.15g", out$OBS_VALUE))
write.csv(out, args[2], na = "", row.names = FALSE, fileEncoding = "UTF-8")`, dir, back)
	rows, want := readCSV(t, back)[1:], packageRows(t)["figures"]
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(rows), len(want))
	}
	table := figureTable.Table
	for i, row := range rows {
		for k, name := range []string{"figure_id", "OBS_VALUE", "indicator_name", "sentence", "period_start", "line"} {
			at := table.Column(name)
			c := &table.Columns[at]
			if c.Type == codebook.Decimal && !exactInSQLite(want[i][at]) {
				continue
			}
			if got, want := normal(c, row[k]), normal(c, want[i][at]); got != want && len(want) <= exactDigits {
				t.Fatalf("row %d, %s: got %.60q, want %.60q", i, name, got, want)
			}
		}
	}
}

// Every text column of a spreadsheet's CSV is as the Data Package has it, or guarded.
func TestSpreadsheetCSV(t *testing.T) {
	path := write(t, "figures.csv")
	b, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(b, []byte(byteOrderMark)) {
		t.Fatalf("no byte-order mark, %v", err)
	}
	rows, want := readCSV(t, path)[1:], packageRows(t)["figures"]
	guards := 0
	for i, row := range rows {
		for k, c := range figureTable.Columns {
			switch {
			case row[k] == want[i][k]:
			case c.Type == codebook.String && row[k] == "'"+want[i][k]:
				guards++
			default:
				t.Fatalf("row %d, %s: got %.40q, want %.40q", i, c.Name, row[k], want[i][k])
			}
		}
	}
	if len(rows) != len(want) || guards == 0 {
		t.Errorf("%d rows of %d, %d guarded", len(rows), len(want), guards)
	}
}

// A corpus has each document once, with its text before its variables.
func TestCorpus(t *testing.T) {
	rows := readCSV(t, write(t, "corpus.csv"))
	if rows[0][0] != "doc_id" || rows[0][1] != "text" || len(rows)-1 != len(documents(t)) {
		t.Fatalf("%d rows, %q", len(rows), rows[0])
	}
	for i, row := range rows[1:] {
		text := documents(t)[i].Content.String()
		first, _, _ := strings.Cut(row[1], "\n")
		if row[1] == "" || !strings.Contains(text, first[:min(len(first), 9)]) {
			t.Errorf("%s: %.60q is not of its text", row[0], row[1])
		}
	}
	if line, _, _ := bufio.NewReader(strings.NewReader(rows[1][1])).ReadLine(); len(line) == 0 {
		t.Error("the first line is empty")
	}
}
