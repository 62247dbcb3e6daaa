package read

import (
	"strings"
	"testing"

	"shuzheng/policy"
)

// BenchmarkText reads a text of a megabyte in each charset.
func BenchmarkText(b *testing.B) {
	text := strings.Repeat("　　2025年，青禾县实现地区生产总值119.9亿元，同比增长6.5%，高于全市平均1.2个百分点。\n", 8000)
	for _, c := range allCharsets {
		b.Run(c, func(b *testing.B) { benchmark(b, encode(b, text, c)) })
	}
}

// BenchmarkPage reads pages of a megabyte: one with a known container and tables,
// one whose main text has to be looked for.
func BenchmarkPage(b *testing.B) {
	for _, c := range []struct{ name, id string }{{"known", "zoom"}, {"unknown", "x"}} {
		b.Run(c.name, func(b *testing.B) { benchmark(b, []byte(bigPage(c.id))) })
	}
}

// BenchmarkOFD reads 50 pages of text, a table on each; the bytes are those unpacked.
func BenchmarkOFD(b *testing.B) {
	var page strings.Builder
	for i := range 30 {
		page.WriteString(words(20, 30+7*float64(i), "全年实现地区生产总值119.9亿元，比上年增长6.5%，其中工业", `DeltaX="g 10 4 g 5 2 4 4 g 14 4"`))
	}
	for i := range 10 {
		page.WriteString(bar(20, 250+4*float64(i), 180, 250.3+4*float64(i)) + bar(20+16*float64(i), 250, 20.3+16*float64(i), 286))
	}
	pages := make([]string, 50)
	for i := range pages {
		pages[i] = layerOf(page.String())
	}
	benchmarkOf(b, ofdPack(b, nil, pages...), 50*len(pages[0]))
}

// BenchmarkXLSX reads a sheet of 2000 rows and 20 columns; the bytes are those unpacked.
func BenchmarkXLSX(b *testing.B) {
	rows := make([]string, 2000)
	for i := range rows {
		rows[i] = "青禾县" + strings.Repeat("|1234.5678@1", 19)
	}
	sheet := sheetRows(rows...)
	benchmarkOf(b, xlsxOf(b, sheet, `<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>`, ""), len(sheet))
}

// BenchmarkMarkdown reads a megabyte of paragraphs, formulas and tables.
func BenchmarkMarkdown(b *testing.B) {
	benchmark(b, []byte("# 公报\n\n## 一\n\n"+strings.Repeat("### 二\n\n全年实现地区生产总值 $1 1 9 . 9$ 亿元，比上年增长 $6 . 5 \\%$ ，其中**工业**增加值12亿元。\n\n| 指标 | 数值 |\n|---|---|\n| 粮食 | 650.5 |\n\n", 4000)))
}

func benchmark(b *testing.B, file []byte) { benchmarkOf(b, file, len(file)) }

// benchmarkOf counts size bytes a file.
func benchmarkOf(b *testing.B, file []byte, size int) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Document(&policy.Source{Bytes: file}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// bigPage is a page dressed as office programs do it.
func bigPage(id string) string {
	var s strings.Builder
	s.WriteString(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾县统计公报</title></head><body><div class="nav"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">办事服务</a></div><div id="` + id + `">`)
	for s.Len() < 1<<20 {
		s.WriteString(`<p class="MsoNormal" style="text-indent:32.0pt;"><span style="font-family:仿宋;">全年实现地区生产总值</span><span lang="EN-US">119.9</span><span style="font-family:仿宋;">亿元，比上年增长</span><span lang="EN-US">6.5%</span><span>，其中第一产业增加值</span>&nbsp;<b>12</b>亿元。</p>` + "\n")
		s.WriteString(`<table border="1"><tr><td><p>指标</p></td><td><p>数值</p></td></tr><tr><td><p style="text-align:center;">粮食</p></td><td><p><span>650.0</span></p></td></tr></table>`)
	}
	s.WriteString(`</div><div class="footer"><a href="/c">网站地图</a> 版权所有</div></body></html>`)
	return s.String()
}

// BenchmarkDOC reads a text document of the older kind.
func BenchmarkDOC(b *testing.B) {
	m := docMaker{}
	for range 1000 {
		m.paras = append(m.paras, plainPara(strings.Repeat("全年实现地区生产总值119.9亿元，比上年增长6.5%。第一产业增加值12.5亿元，第二产业增加值60.2亿元。", 10)))
	}
	benchmark(b, m.file())
}

// BenchmarkDOCX reads a text document; the bytes that count are those of the XML.
func BenchmarkDOCX(b *testing.B) {
	run := `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>`
	var body strings.Builder
	for body.Len() < 4<<20 {
		body.WriteString(`<w:p w:rsidR="00FC693F"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/></w:pPr>` + run + `全年实现地区生产总值</w:t></w:r>` + run + `119.9</w:t></w:r>` + run + `亿元，比上年增长6.5%。</w:t></w:r></w:p>`)
		body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2835"/><w:gridCol w:w="2835"/></w:tblGrid>` +
			strings.Repeat(`<w:tr><w:tc><w:tcPr><w:tcW w:w="2835" w:type="dxa"/></w:tcPr><w:p>`+run+`粮食</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="2835" w:type="dxa"/></w:tcPr><w:p>`+run+`650.0</w:t></w:r></w:p></w:tc></w:tr>`, 5) + `</w:tbl>`)
	}
	file := docxFile(b, map[string]string{"body": body.String()})
	b.SetBytes(int64(body.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Document(&policy.Source{Bytes: file}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
