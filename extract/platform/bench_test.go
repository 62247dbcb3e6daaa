package platform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/extract/layout"
	"shuzheng/extract/platform"
	"shuzheng/policy"
)

// BenchmarkFind reads a text of some megabytes made of real documents, blocks and
// tables known; the figures are not.
func BenchmarkFind(b *testing.B) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		b.Skip("no ../shared/seeds beside the project")
	}
	var docs []*policy.Document
	size := 0
	for _, f := range files {
		s, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		doc := &policy.Document{Content: policy.Plain(strings.ToValidUTF8(string(s), ""), 0)}
		layout.Arrange(doc)
		docs, size = append(docs, doc), size+len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			platform.Find(doc)
		}
	}
}
