package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkExtract reads the texts and pages of the fixtures, twenty copies of each, three
// times to JSON and once to a workbook. make pgo profiles the program with it.
func BenchmarkExtract(b *testing.B) {
	dir := b.TempDir()
	names, err := filepath.Glob(filepath.FromSlash("../../fixtures/*"))
	if err != nil {
		b.Fatal(err)
	}
	size := int64(0)
	for _, name := range names {
		if e := filepath.Ext(name); e != ".txt" && e != ".html" && e != ".md" || strings.HasSuffix(name, ".grid.txt") || strings.HasSuffix(name, "README.md") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		size += 80 * int64(len(text))
		for i := range 20 {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d-%s", i, filepath.Base(name))), text, 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.SetBytes(size)
	out := b.TempDir()
	var said strings.Builder // no file: the run is to stay in this process
	for b.Loop() {
		for i, name := range []string{"a.json", "b.json", "c.json", "d.xlsx"} {
			if code := run([]string{"extract", dir, "--quiet", "-o", filepath.Join(out, name)}, strings.NewReader(""), io.Discard, &said); code != 0 {
				b.Fatalf("run %d ends with %d: %s", i, code, &said)
			}
		}
	}
}
