package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"shuzheng/policy"
)

// A builder makes small documents: it finds each quote in the text, from where
// the last one ended, so that no test counts bytes.
type builder struct {
	t   testing.TB
	doc *policy.Document
	at  int
}

func newBuilder(t testing.TB, name, text string) *builder {
	sum := sha256.Sum256([]byte(text))
	src := &policy.Source{Name: name, MediaType: "text/plain", Charset: "utf-8", Bytes: []byte(text), SHA256: hex.EncodeToString(sum[:])}
	return &builder{t: t, doc: &policy.Document{Source: src, Content: policy.Plain(text, 0), Metadata: map[string]policy.Value{}}}
}

// find gives the next place of a quote.
func (b *builder) find(quote string) policy.Span {
	b.t.Helper()
	text := b.doc.Content.String()
	i := strings.Index(text[b.at:], quote)
	if i < 0 {
		b.t.Fatalf("%q does not follow in %q", quote, text[b.at:])
	}
	s := policy.Span{Start: b.at + i, End: b.at + i + len(quote)}
	b.at = s.End
	return s
}

// in gives the first place of a quote within a span.
func (b *builder) in(s policy.Span, quote string) []policy.Span {
	b.t.Helper()
	i := strings.Index(b.doc.Content.String()[s.Start:s.End], quote)
	if i < 0 {
		b.t.Fatalf("%q is not there", quote)
	}
	return []policy.Span{{Start: s.Start + i, End: s.Start + i + len(quote)}}
}

func (b *builder) slice(s policy.Span) policy.Text { return b.doc.Content.Slice(s.Start, s.End) }

// block adds a block; the place for the next search is its beginning.
func (b *builder) block(kind policy.BlockKind, level, section int, quote string) int {
	s := b.find(quote)
	b.at = s.Start
	id := len(b.doc.Blocks)
	b.doc.Blocks = append(b.doc.Blocks, policy.Block{ID: id, Kind: kind, Level: level, Span: s, Text: b.slice(s), Section: section, Table: -1})
	return id
}

// figure adds a figure with its place and number, and a line of the ledger.
func (b *builder) figure(quote string, f policy.Figure) *policy.Figure {
	s := b.find(quote)
	f.ID = fmt.Sprintf("%016x", s.Start+1)
	f.Evidence.Span = s
	f.Rule = "示例"
	as := policy.AsFigure
	if f.Table != nil {
		as = policy.AsCell
	}
	b.doc.Figures = append(b.doc.Figures, f)
	b.doc.Numerals = append(b.doc.Numerals, policy.Numeral{Span: s, As: as, Figure: f.ID})
	return &b.doc.Figures[len(b.doc.Figures)-1]
}

func (b *builder) numeral(quote string, as policy.NumeralKind) {
	b.doc.Numerals = append(b.doc.Numerals, policy.Numeral{Span: b.find(quote), As: as})
}

const planText = "青禾县科技创新“十五五”规划\n" +
	"一、发展基础\n" +
	"2025年，全县研发经费支出12.6亿元，同比增长8.35%，居全市第4位。高新技术企业约320家，创新平台数翻了两番。\n" +
	"二、主要目标\n" +
	"到2030年，全县研发经费支出占地区生产总值比重达到3.0%以上，每年新增科技型企业10～15家，审批时间缩短至5个工作日以内。\n" +
	"=HYPERLINK(\"http://example.com\")是一段不该成为公式的文字，共66亿。\n" +
	"表1 主要指标\n" +
	"单位：亿元\n" +
	"指标\t2025年\t2030年\n" +
	"研发经费\t12.6\t20\n" +
	"技术合同成交额\t预计9.40\t—\n" +
	"注：2025年数据为预计数。\n"

// planDocument is a small plan with a figure of most kinds and a table.
func planDocument(t testing.TB) *policy.Document {
	b := newBuilder(t, "青禾县科技创新规划.txt", planText)
	doc := b.doc
	title := b.block(policy.Title, 0, -1, "青禾县科技创新“十五五”规划")
	doc.Metadata["title"] = policy.Value{Value: "青禾县科技创新“十五五”规划", Span: doc.Blocks[title].Span}
	doc.Metadata["region"] = policy.Value{Value: "云川省临江市青禾县"}
	doc.Metadata["archive_no"] = policy.Value{Value: "示例-1"}
	b.numeral("十五五", policy.AsPeriod)
	h1 := b.block(policy.Heading, 1, title, "一、发展基础")
	b.numeral("一", policy.AsOrdinal)
	p1 := b.block(policy.Paragraph, 0, h1, "2025年，全县研发经费支出12.6亿元，同比增长8.35%，居全市第4位。高新技术企业约320家，创新平台数翻了两番。")
	s1 := doc.Blocks[p1].Span
	b.numeral("2025", policy.AsPeriod)
	common := policy.Figure{Comparator: policy.Equal, Measure: policy.Level, Status: policy.Actual, Period: "2025", PeriodRaw: "2025年", Area: "青禾县", Scale: "1", Block: p1}
	common.Evidence.Period = b.in(s1, "2025年")
	common.Evidence.Area = b.in(s1, "全县")
	f := common
	f.Concept = "rd.expenditure"
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Scale, f.Decimals = "研发经费支出", "1260000000", "元", "12.6", "亿元", "100000000", -7
	f.Evidence.Indicator = b.in(s1, "研发经费支出")
	b.figure("12.6亿元", f)
	f = common
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Decimals = "研发经费支出", "8.35", "%", "8.35", "%", 2
	f.Measure, f.Direction, f.Base = policy.Change, policy.Up, "yoy"
	f.Evidence.Direction = b.in(s1, "增长")
	b.figure("8.35%", f)
	f = common
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Measure, f.Base = "研发经费支出", "4", "位", "4", "位", policy.Rank, "全市"
	b.figure("第4位", f)
	f = common
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Comparator = "高新技术企业数", "320", "家", "320", "家", policy.About
	f.Evidence.Comparator = b.in(s1, "约")
	b.figure("320家", f)
	f = common
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Measure, f.Direction = "创新平台数", "2", "番", "两", "番", policy.Multiple, policy.Up
	b.figure("两番", f)
	h2 := b.block(policy.Heading, 1, title, "二、主要目标")
	b.numeral("二", policy.AsOrdinal)
	p2 := b.block(policy.Paragraph, 0, h2, "到2030年，全县研发经费支出占地区生产总值比重达到3.0%以上，每年新增科技型企业10～15家，审批时间缩短至5个工作日以内。")
	s2 := doc.Blocks[p2].Span
	b.numeral("2030", policy.AsPeriod)
	common.Status, common.Period, common.PeriodRaw, common.Block = policy.Target, "2030", "到2030年", p2
	common.Evidence.Period = b.in(s2, "2030年")
	f = common
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Decimals, f.Comparator = "研发经费支出占地区生产总值比重", "3.0", "%", "3.0", "%", 1, policy.AtLeast
	f.Binding = "预期性"
	f.Evidence.Comparator = b.in(s2, "以上")
	b.figure("3.0%", f)
	f = common
	f.Indicator, f.Value, f.ValueHigh, f.Unit, f.ValueRaw, f.UnitRaw, f.Measure = "新增科技型企业", "10", "15", "家", "10～15", "家", policy.Change
	f.Direction = policy.Up
	b.figure("10～15家", f)
	f = common
	f.Indicator, f.Value, f.Unit, f.ValueRaw, f.UnitRaw, f.Comparator, f.Status = "审批时间", "5", "工作日", "5", "个工作日", policy.AtMost, policy.Rule
	b.figure("5个工作日", f)
	p3 := b.block(policy.Paragraph, 0, h2, "=HYPERLINK(\"http://example.com\")是一段不该成为公式的文字，共66亿。")
	b.numeral("66亿", policy.Unexplained)
	doc.Report(doc.Blocks[p3].Span, "没有读懂的一句")
	planTable(b, h2)
	return doc
}

func planTable(b *builder, section int) {
	doc := b.doc
	start := b.find("表1 主要指标")
	b.numeral("2025", policy.AsPeriod)
	b.at = start.End
	grid := [][]string{{"指标", "2025年", "2030年"}, {"研发经费", "12.6", "20"}, {"技术合同成交额", "预计9.40", "—"}}
	t := policy.Table{ID: "t1", Caption: "表1 主要指标", Unit: "亿元", Note: "2025年数据为预计数。", Rows: 3, Cols: 3, HeaderRows: 1, HeaderCols: 1, Section: section, Block: len(doc.Blocks)}
	b.find("单位：亿元\n")
	body := b.at
	for r, row := range grid {
		for c, text := range row {
			s := b.find(text)
			t.Cells = append(t.Cells, policy.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Header: r == 0 || c == 0, Span: s, Text: b.slice(s)})
		}
	}
	end := b.at
	note := b.find("注：2025年数据为预计数。")
	t.Span = policy.Span{Start: start.Start, End: note.End}
	doc.Blocks = append(doc.Blocks, policy.Block{ID: t.Block, Kind: policy.TableBlock, Span: policy.Span{Start: body, End: end}, Text: b.doc.Content.Slice(body, end), Section: section})
	doc.Tables = append(doc.Tables, t)
	b.at = body
	for _, c := range []struct {
		quote, value string
		decimals     int
		row, col     int
		status       policy.Status
	}{{"12.6", "1260000000", -7, 1, 1, policy.Actual}, {"20", "2000000000", -8, 1, 2, policy.Target}, {"9.40", "940000000", -6, 2, 1, policy.Estimate}} {
		if c.row == 1 && c.col == 1 {
			b.find("研发经费")
		}
		b.figure(c.quote, policy.Figure{
			Indicator: grid[c.row][0], Value: c.value, ValueRaw: c.quote, Unit: "元", UnitRaw: "亿元", Scale: "100000000", Decimals: c.decimals,
			Comparator: policy.Equal, Measure: policy.Level, Status: c.status, Period: grid[0][c.col][:4], PeriodRaw: grid[0][c.col], Area: "青禾县",
			Block: t.Block, Table: &policy.CellRef{Table: "t1", Row: c.row, Col: c.col},
		})
	}
}
