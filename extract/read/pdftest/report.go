package pdftest

import "fmt"

// Report is a file of n full pages as the standard for official papers has them (22
// lines of 28 characters), with a ruled table on every fourth: for measuring.
func Report(n int) []byte {
	f := File{Compress: true}
	for i := range n {
		p := f.Page(595, 842)
		p.Text(90, 50, 9, "青禾县国民经济和社会发展统计公报")
		rows := 0
		if i%4 == 3 {
			rows = 12
			p.grid(rows)
		}
		for y := 120 + float64(rows)*20; y < 740; y += 29 {
			p.Text(79, y, 15.8, "全年实现地区生产总值119.9亿元，同比增长6.5%，其中第一产业")
		}
		p.Text(280, 800, 9, fmt.Sprintf("- %d -", i+1))
	}
	return f.Bytes()
}

// grid draws a table of five columns.
func (p *Page) grid(rows int) {
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
