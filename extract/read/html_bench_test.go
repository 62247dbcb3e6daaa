package read

import (
	"os"
	"path/filepath"
	"testing"

	"shuzheng/policy"
)

// BenchmarkHTML reads real pages, or where they are not beside the project that of
// fixtures; the bytes that count are those of the page.
func BenchmarkHTML(b *testing.B) {
	names, _ := filepath.Glob(documents + "*.html")
	if len(names) == 0 {
		names = []string{"../../fixtures/page.html"}
	}
	var pages [][]byte
	size := 0
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		pages, size = append(pages, page), size+len(page)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, page := range pages {
			if _, err := Document(&policy.Source{Bytes: page}, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
