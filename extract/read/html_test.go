package read

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/PuerkitoBio/goquery"

	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// A madeUp is a small page and what must come out of it: a line a block, with
// its kind, level and wording.
type madeUp struct {
	name string
	html string
	want string
}

var pages = []madeUp{
	{
		"a page of a government site",
		`<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾县科技创新实施方案 - 青禾县人民政府</title>
<meta name="ArticleTitle" content="青禾县科技创新实施方案"></head><body>
<div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
<h1>青禾县科技创新实施方案</h1>
<div class="info">来源：青禾县科技局　发布日期：2025-03-01</div>
<div id="zoom"><h2>一、总体<br>目标</h2>
<p>到2027年，全县研发投入达到<b>12.5</b>
亿元，<span style="display:none">隐藏99</span>高新技术企业达到
  300家以上。各乡镇要把科技创新摆在发展全局的核心位置，认真抓好落实，确保各项任务按期完成。</p>
<p>第一行<br/>第二行&nbsp;</p></div>
<div class="footer">版权所有：青禾县人民政府</div></body></html>`,
		`boilerplate 首页 政务公开
title 青禾县科技创新实施方案
boilerplate 来源：青禾县科技局　发布日期：2025-03-01
heading2 一、总体目标
paragraph 到2027年，全县研发投入达到12.5亿元，
boilerplate 隐藏99
paragraph 高新技术企业达到300家以上。各乡镇要把科技创新摆在发展全局的核心位置，认真抓好落实，确保各项任务按期完成。
paragraph 第一行
paragraph 第二行
boilerplate 版权所有：青禾县人民政府`,
	},
	{
		"character references",
		`<html><body><p>A&amp;B &lt;5% &#8212;&mdash;&#x4e2d; &unknown; AT&T &copy;2025 &nbsp; 完&#12288;</p></body></html>`,
		"paragraph A&B <5% ——中 &unknown; AT&T ©2025\u00a0完",
	},
	{
		"what no reader sees",
		`<html><body><script>var x = "<p>1</p>";</script><style>p{}</style><noscript>2</noscript><!-- 3 --><template><p>4</p></template><p>五</p></body></html>`,
		"paragraph 五",
	},
	{
		"drawings and formulas",
		`<html><body><p>前</p><svg><title>1</title><style>.a{}</style><text>图中字</text><![CDATA[x<y]]></svg><math><mn>5</mn><mo>+</mo></math><p>后</p></body></html>`,
		"paragraph 前\nparagraph 图中字x<y5+\nparagraph 后",
	},
	{
		"lists and preformatted text",
		"<html><body><ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul><pre>一\n二\r\n三</pre><dl><dt>丁<dd>戊</dl></body></html>",
		"paragraph 甲\nparagraph 乙\nparagraph 丙\nparagraph 一\nparagraph 二\nparagraph 三\nparagraph 丁\nparagraph 戊",
	},
	{
		"a table that only arranges the page",
		`<html><body><table><tr><td><p>各乡镇人民政府：</p><p>现印发给你们。</p></td></tr></table></body></html>`,
		"paragraph 各乡镇人民政府：\nparagraph 现印发给你们。",
	},
	{
		"a table of data inside one that arranges the page",
		`<html><body><table><tr><td>表1</td></tr><tr><td><table><tr><th>指标</th><th>2025年</th></tr><tr><td>产值</td><td>12.5</td></tr></table></td></tr></table></body></html>`,
		"paragraph 表1\ntable 指标\t2025年\n产值\t12.5",
	},
	{
		"merged cells, a caption, line breaks in a cell",
		`<html><body><table><caption>主要指标</caption><thead><tr><th rowspan="2">指标</th><th colspan="2">数值</th></tr><tr><th>2024年</th><th>2025年</th></tr></thead>
<tbody><tr><td><p>高新技术</p><p>企业</p></td><td>25<br>家</td><td>30</td></tr></tbody></table></body></html>`,
		"caption 主要指标\ntable 指标\t数值\t\n\t2024年\t2025年\n高新技术 企业\t25 家\t30",
	},
	{
		"wording in a table outside every cell",
		`<html><body><table>前<tr><td>甲</td><td>乙</td></tr>漏<tr><td>1</td><td>2</td></tr></table><p>后</p></body></html>`,
		"paragraph 前\ntable 甲\t乙 漏\n1\t2\nparagraph 后",
	},
	{
		"furniture inside the main text",
		`<html><body><div id="zoom"><p>青禾县全年完成固定资产投资一百二十亿元，同比增长百分之六点五，高于全市平均水平，主要经济指标稳中有进，高质量发展扎实推进。</p><div class="bdshare"><a>分享到微信</a></div><nav><a>上一篇</a></nav></div></body></html>`,
		"paragraph 青禾县全年完成固定资产投资一百二十亿元，同比增长百分之六点五，高于全市平均水平，主要经济指标稳中有进，高质量发展扎实推进。\nboilerplate 分享到微信\nboilerplate 上一篇",
	},
	{
		"raised digits",
		`<html><body><p>10<sup>8</sup>千瓦时、5km<sup>2</sup>、CO<sub>2</sub>、注<sup>[1]</sup></p></body></html>`,
		"paragraph 10⁸千瓦时、5km²、CO2、注[1]",
	},
	{
		"rows without cells, hidden rows, a title over any number of columns",
		`<html><body><table><tr><td colspan="20">青禾县主要指标</td></tr><tr></tr><tr><td rowspan="3">产值</td><td>1</td></tr><tr></tr><tr style="display: none"><td>9</td></tr><tr><td>粮食</td><td>2</td></tr></table></body></html>`,
		"table 青禾县主要指标\t\n产值\t1\n粮食\t2",
	},
	{
		"a table within a cell",
		`<html><body><table><tr><td>指标</td><td>全县完成情况</td></tr><tr><td>规模以上工业企业</td><td><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr></table></body></html>`,
		"table 指标\t全县完成情况\n规模以上工业企业\t甲 1 乙 2",
	},
	{
		"the index card of a document",
		`<html><body><table><tr><td>索 引 号：</td><td>11530000</td><td>发布机构：</td><td>青禾县人民政府</td></tr><tr><td>成文日期：</td><td>2025-03-01</td><td>文　　号：</td><td>青政发〔2025〕3号</td></tr></table><p>正文</p></body></html>`,
		"boilerplate 索 引 号：\nboilerplate 11530000\nboilerplate 发布机构：\nboilerplate 青禾县人民政府\nboilerplate 成文日期：\nboilerplate 2025-03-01\nboilerplate 文　　号：\nboilerplate 青政发〔2025〕3号\nparagraph 正文",
	},
	{
		"a fragment",
		`<p class="a">一、综合</p><div><table><tr><td>指标</td><td>数</td></tr><tr><td>产值</td><td>1</td></tr></table></div>`,
		"paragraph 一、综合\ntable 指标\t数\n产值\t1",
	},
}

func TestPages(t *testing.T) {
	for _, p := range pages {
		t.Run(p.name, func(t *testing.T) {
			src := &policy.Source{Bytes: []byte(p.html)}
			doc, err := Document(src, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := listing(doc); got != p.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, p.want)
			}
			holdBlocks(t, doc)
			holdMonotone(t, doc.Content, len(src.Bytes))
		})
	}
}

// listing writes a line a block, as the tests want them.
func listing(doc *policy.Document) string {
	var lines []string
	for _, b := range doc.Blocks {
		level := ""
		if b.Level > 0 {
			level = fmt.Sprint(b.Level)
		}
		lines = append(lines, string(b.Kind)+level+" "+b.Text.String())
	}
	return strings.Join(lines, "\n")
}

// TestPagesInGB18030 reads every page in another charset, and wants the same.
func TestPagesInGB18030(t *testing.T) {
	for _, p := range pages {
		if p.name == "character references" {
			continue
		}
		b := encode(t, strings.Replace(p.html, `charset="utf-8"`, `charset="gb2312"`, 1), gb18030Name)
		src := &policy.Source{Bytes: b}
		doc, err := Document(src, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := listing(doc); got != p.want || src.Charset != gb18030Name {
			t.Errorf("%s: %s\n%s", p.name, src.Charset, got)
		}
		i := strings.Index(doc.Content.String(), "指标")
		if i < 0 {
			continue
		}
		sp := doc.Content.Span(i, i+len("指标"))
		if got := decodeAs(b[sp.Start:sp.End], gb18030Name, 0).text.String(); got != "指标" {
			t.Errorf("%s: 指标 names %q", p.name, got)
		}
	}
}

func TestWrongMeta(t *testing.T) {
	const body = `"></head><body><p>青禾县人民政府工作报告</p></body></html>`
	for _, c := range []struct{ meta, bytes string }{
		{"gbk", utf8Name}, {"utf-8", gb18030Name}, {"gb2312", gb18030Name}, {"utf-8", utf8Name},
		{"iso-8859-1", utf8Name}, {"utf-16", utf8Name}, {"utf-8", utf16leName},
	} {
		src := &policy.Source{Bytes: encode(t, `<html><head><meta charset="`+c.meta+body, c.bytes)}
		doc, err := Document(src, Options{})
		if err != nil || listing(doc) != "paragraph 青禾县人民政府工作报告" || src.Charset != c.bytes {
			t.Errorf("meta %s, bytes %s: %v, read as %s", c.meta, c.bytes, err, src.Charset)
		}
	}
}

func TestTableGrid(t *testing.T) {
	doc, err := Document(&policy.Source{Bytes: []byte(pages[7].html)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	tb := doc.Tables[0]
	if tb.Rows != 3 || tb.Cols != 3 || tb.HeaderRows != 2 || tb.HeaderCols != 1 || tb.ID != "t1" || tb.Block != 1 {
		t.Errorf("%+v", tb)
	}
	if got := spread(&tb); got[[2]int{1, 0}] != "指标" || got[[2]int{0, 2}] != "数值" || got[[2]int{2, 0}] != "高新技术企业" || got[[2]int{2, 1}] != "25家" {
		t.Errorf("%v", got)
	}
	if !tb.Cells[0].Header || tb.Cells[len(tb.Cells)-1].Header {
		t.Error("header cells are not those of <th>")
	}
}

func TestDeepNesting(t *testing.T) {
	doc, err := Document(&policy.Source{Bytes: []byte("<html><body>" + strings.Repeat("<div>", 3000) + "<p>青禾县</p>" + strings.Repeat("</div>", 3000) + "<p>临江市</p>")}, Options{})
	if err != nil || listing(doc) != "paragraph 青禾县\nparagraph 临江市" || len(doc.Problems) != 1 {
		t.Errorf("%v %v", err, doc)
	}
}

// TestHugeTables reads tables that ask for more places than any document has.
func TestHugeTables(t *testing.T) {
	for name, html := range map[string]string{
		"wide and long":  strings.Repeat("<tr><td colspan=1000>1</td><td rowspan=65000>甲</td></tr>", 3000),
		"one wide row":   "<tr>" + strings.Repeat("<td colspan=1000>1", 20000) + "<tr><td>2<td>3",
		"all rows taken": "<tr>" + strings.Repeat("<td rowspan=65000>1", 9000) + strings.Repeat("<tr><td>2", 60000),
		"spans too wide": strings.Repeat("<tr><td colspan=60000>1<td>2", 3),
	} {
		doc, err := Document(&policy.Source{Bytes: []byte("<html><body><table>" + html + "</table>")}, Options{})
		if err != nil || len(doc.Problems) == 0 {
			t.Errorf("%s: %v: no problem told", name, err)
			continue
		}
		holdBlocks(t, doc)
	}
}

func TestMetadata(t *testing.T) {
	doc, err := Document(&policy.Source{Bytes: []byte(pages[0].html)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"title": "青禾县科技创新实施方案 - 青禾县人民政府", "meta:ArticleTitle": "青禾县科技创新实施方案"} {
		if got := doc.Metadata[key].Value; got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

// TestContainers reads the table of containers, whose faults are panics.
func TestContainers(t *testing.T) {
	for _, bad := range []string{"id zoom", "name\tzoom", "id\tZoom", "id\tzoom\nid\tzoom"} {
		policytest.Panics(t, bad, "containers.tsv:", func() { loadContainers(bad) })
	}
}

// TestNothingIsLost holds the wording of real pages against what goquery itself
// reads in them.
func TestNothingIsLost(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared, "documents/*.html"))
	if len(files) == 0 {
		t.Skip("no real pages beside the project")
	}
	for _, f := range files {
		doc := readFile(t, f)
		holdBlocks(t, doc)
		holdMonotone(t, doc.Content, len(doc.Source.Bytes))
		d, err := decode(doc.Source.Bytes, doc.Source.Charset)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := goquery.NewDocumentFromReader(strings.NewReader(d.text.String()))
		if err != nil {
			t.Fatal(err)
		}
		tree.Find("head,script,style,noscript,iframe,template").Remove()
		if got, want := letters(doc.Content.String()), letters(tree.Text()); got != want {
			i := 0
			for i < len(got) && i < len(want) && got[i] == want[i] {
				i++
			}
			t.Errorf("%s: from byte %d: %.90q, want %.90q", filepath.Base(f), i, got[i:], want[i:])
		}
	}
}

// letters drops blanks of every kind.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || isSoft(r) {
			return -1
		}
		return r
	}, s)
}
