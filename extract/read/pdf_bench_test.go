package read

import (
	"testing"

	"shuzheng/extract/read/pdftest"
	"shuzheng/policy"
)

// BenchmarkPDF reads 200 full pages, boxes and lines included, and says how many it
// reads in a second. That PDFium has to be loaded first is the start-up's, not theirs.
func BenchmarkPDF(b *testing.B) {
	withPDFium(b)
	const pages = 200
	file := pdftest.Report(pages)
	if _, err := Document(&policy.Source{Bytes: pdftest.Report(1)}, Options{}); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Document(&policy.Source{Bytes: file}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
}
