package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/policy"
)

// BenchmarkArrange reads a text of some megabytes made of the real documents.
func BenchmarkArrange(b *testing.B) {
	var texts []string
	for _, name := range goldDocs {
		files, _ := filepath.Glob(shared + "/seeds/" + name + "_*.txt")
		for _, f := range files {
			s, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			texts = append(texts, string(s))
		}
	}
	if len(texts) == 0 {
		b.Skip("no ../shared")
	}
	var w strings.Builder
	for i := 0; w.Len() < 8<<20; i++ {
		w.WriteString(texts[i%len(texts)])
		w.WriteByte('\n')
	}
	s := w.String()
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Arrange(&policy.Document{Content: policy.Plain(s, 0)})
	}
}
