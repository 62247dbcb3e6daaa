package read

import (
	"fmt"
	"testing"

	"shuzheng/extract/read/pdftest"
	"shuzheng/policy"
)

// BenchmarkPDF reads 200 pages as the standard for official papers has them (22 lines
// of 28 characters), with a table on every fourth, and says how many it reads in a
// second.
func BenchmarkPDF(b *testing.B) {
	withPDFium(b)
	const pages = 200
	file := report(pages)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Document(&policy.Source{Bytes: file}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
}

// report is a file of n full pages.
func report(n int) []byte {
	f := pdftest.File{Compress: true}
	for i := range n {
		p := f.Page(595, 842)
		p.Text(90, 50, 9, "青禾县国民经济和社会发展统计公报")
		rows := 0
		if i%4 == 3 {
			rows = 12
			ruled(p, rows)
		}
		for y := 120 + float64(rows)*20; y < 740; y += 29 {
			p.Text(79, y, 15.8, "全年实现地区生产总值119.9亿元，同比增长6.5%，其中第一产业")
		}
		p.Text(280, 800, 9, fmt.Sprintf("- %d -", i+1))
	}
	return f.Bytes()
}

// ruled draws a table of five columns.
func ruled(p *pdftest.Page, rows int) {
	for r := range rows {
		y := 80 + float64(r)*18
		p.Line(90, y, 490, y)
		for c := range 5 {
			p.Text(94+80*float64(c), y+13, 10, fmt.Sprintf("%d.%d", r*7+c, c))
		}
	}
	y := 80 + float64(rows)*18
	p.Line(90, y, 490, y)
	for c := range 6 {
		p.Line(90+80*float64(c), 80, 90+80*float64(c), y)
	}
}
