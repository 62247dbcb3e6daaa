package extract

import (
	"os"
	"path/filepath"
	"testing"

	"shuzheng/extract/layout"
	"shuzheng/extract/metadata"
	"shuzheng/extract/read"
	"shuzheng/extract/reference"
	"shuzheng/extract/task"
	"shuzheng/policy"
)

// seeds are the real documents beside the project.
func seeds(b *testing.B) (all []*policy.Source) {
	paths, _ := filepath.Glob("../../shared/seeds/*.txt")
	more, _ := filepath.Glob("../../shared/gold/text/*.txt")
	size := 0
	for _, path := range append(paths, more...) {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		size += len(text)
		all = append(all, &policy.Source{Name: filepath.Base(path), Bytes: text})
	}
	if len(all) == 0 {
		b.Skip("no ../shared beside the project: nothing to measure by")
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	return all
}

// BenchmarkDocument reads all of them as a whole.
func BenchmarkDocument(b *testing.B) {
	all := seeds(b)
	for b.Loop() {
		for _, src := range all {
			if _, err := Document(src, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRecord measures what finds metadata, tasks and references alone.
func BenchmarkRecord(b *testing.B) {
	for _, stage := range []struct {
		name string
		find func(*policy.Document)
	}{{"metadata", metadata.Find}, {"tasks", task.Find}, {"references", reference.Find}} {
		b.Run(stage.name, func(b *testing.B) {
			var docs []*policy.Document
			for _, src := range seeds(b) {
				doc, err := read.Document(src, read.Options{})
				if err != nil {
					b.Fatal(err)
				}
				layout.Arrange(doc)
				docs = append(docs, doc)
			}
			for b.Loop() {
				for _, doc := range docs {
					stage.find(doc)
				}
			}
		})
	}
}
