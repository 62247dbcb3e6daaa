// Package audittest makes workbooks for the tests of the packages beside it.
package audittest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// Fixture is the document of a file in the folder of fixtures, two folders up.
func Fixture(t testing.TB, name string) *policy.Document {
	t.Helper()
	return Document(t, filepath.Join("..", "..", "fixtures", name))
}

// Document is the document of a file, under the name of its last element.
func Document(t testing.TB, path string) *policy.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Document(&policy.Source{Name: filepath.Base(path), Bytes: b}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Workbook is the workbook over documents.
func Workbook(t testing.TB, options export.Options, docs ...*policy.Document) []byte {
	t.Helper()
	w := export.NewWorkbook(options)
	defer w.Close()
	for _, d := range docs {
		if err := w.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Cells are the cells of a workbook.
func Cells(t testing.TB, b []byte) []read.Worksheet {
	t.Helper()
	sheets, err := read.Workbook(b, read.Options{MaxCells: 8 << 20})
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

// SavedByLibreOffice is the workbook as LibreOffice saves it; without it the test is skipped.
func SavedByLibreOffice(t *testing.T, b []byte) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice (soffice) here: the workbook is not saved by it")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out"), file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "in.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// Sheet is a workbook of one sheet with cells of text: lines of cells with bars between.
func Sheet(t testing.TB, name, lines string) []byte {
	t.Helper()
	var sheet bytes.Buffer
	sheet.WriteString("<worksheet><sheetData>")
	for line := range strings.Lines(lines) {
		sheet.WriteString("<row>")
		for s := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "|") {
			sheet.WriteString(`<c t="inlineStr"><is><t>`)
			xml.EscapeText(&sheet, []byte(s)) // a buffer takes all
			sheet.WriteString("</t></is></c>")
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData></worksheet>")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range [][2]string{
		{"xl/workbook.xml", `<workbook><sheets><sheet name="` + name + `" id="r"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r" Type="/worksheet" Target="sheet.xml"/></Relationships>`},
		{"xl/sheet.xml", sheet.String()},
	} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
