package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// ARCHITECTURE.md names every package and every table that people edit, and no file that is not there.
func TestArchitecture(t *testing.T) {
	b, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]bool{} // by path, and by what a path ends in
	err = fs.WalkDir(os.DirFS("../.."), ".", func(name string, e fs.DirEntry, err error) error {
		switch dir, base := path.Split(name); {
		case err != nil:
			return err
		case e.IsDir() && (base == "testdata" || base == "build" || base == "fixtures" || name != "." && base[0] == '.'):
			return fs.SkipDir
		case !e.IsDir():
			for end, more := name, true; more; _, end, more = strings.Cut(end, "/") {
				files[end] = true
			}
			if row := "`" + strings.TrimSuffix(dir, "/") + "`"; strings.HasSuffix(base, ".go") && !strings.Contains(string(b), row) {
				t.Errorf("no row for the package %s", row)
			}
			if strings.HasSuffix(base, ".tsv") && !strings.Contains(string(b), "`"+name+"`") {
				t.Errorf("no row for the table %s", name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("`([a-z][\\w/]*\\.(?:go|tsv|js|html))`").FindAllSubmatch(b, -1) {
		if !files[string(m[1])] {
			t.Errorf("%s is not there", m[1])
		}
	}
}
