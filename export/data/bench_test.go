package data

import "testing"

// One operation is the documents of fixtures once.
func BenchmarkOutputs(b *testing.B) {
	for _, name := range []string{"package", "parquet", "data.sqlite"} {
		b.Run(name, func(b *testing.B) {
			dir := b.TempDir()
			w, err := outputs(dir)[name]()
			if err != nil {
				b.Fatal(err)
			}
			defer w.Close()
			docs := documents(b)
			for b.Loop() {
				for _, doc := range docs {
					if err := w.Add(doc); err != nil {
						b.Fatal(err)
					}
				}
			}
			if err := w.Finish(); err != nil {
				b.Fatal(err)
			}
		})
	}
}
