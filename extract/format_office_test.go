package extract_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"shuzheng/policy"
)

// officeFormats are written by LibreOffice from files of ours: the ending, what the
// file is told to be, and what writes the file that it converts.
var officeFormats = []struct {
	to, kind, from string
	write          func(t *testing.T, doc *policy.Document) []byte
}{
	{"rtf", "application/rtf", "docx", plainDOCX}, // it writes the 、 of automatic numbers as ? here
	{"odt", "application/vnd.oasis.opendocument.text", "docx", numberedDOCX},
	{"doc", docType, "docx", plainDOCX},
	{"xls", xlsType, "xlsx", plainXLSX},
}

// TestFormatsOfOffice reads plan.txt as LibreOffice saves it in its own and in older
// formats; the program is started once for each, for it writes one format at a time.
func TestFormatsOfOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice (soffice) here: RTF, ODT, DOC and XLS are not written by it")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	plan := document(t, filepath.Join(fixtureDir, "plan.txt"))
	for _, f := range officeFormats {
		t.Run(f.to, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, "plan."+f.from)
			if err := os.WriteFile(file, f.write(t, plan), 0o600); err != nil {
				t.Fatal(err)
			}
			sameAs(t, plan, f.kind, savedBy(t, office, dir, file, f.to))
		})
	}
}

// savedBy has LibreOffice save a file in another format, with a profile in dir.
func savedBy(t *testing.T, office, dir, file, to string) *policy.Source {
	t.Helper()
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	name := "plan." + to
	b, err := os.ReadFile(filepath.Join(dir, "out", name))
	if err != nil {
		t.Fatal(err)
	}
	return &policy.Source{Name: name, Bytes: b}
}
