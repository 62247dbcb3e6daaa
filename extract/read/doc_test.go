package read

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"time"

	"shuzheng/policy"
)

// docCases are documents and what must be read of them.
var docCases = []struct {
	name string
	m    docMaker
	want string
}{
	{"paragraphs", docMaker{paras: []madePara{plainPara("共有35家。"), plainPara("　"), plainPara("　　乙\t丙\x1e丁")}},
		"paragraph: 共有35家。\nparagraph: 乙\t丙-丁\n"},
	{"lines", docMaker{paras: []madePara{plainPara("第一行；\x0b第二行。"), plainPara("标题\x0b关于通知", sprm(sprmCentred, 1)...)}},
		"paragraph: 第一行；\nparagraph: 第二行。\nparagraph: 标题关于通知\n"},
	{"a title", docMaker{paras: []madePara{
		{runs: []madeRun{{"关于创新的通知", sprm(sprmSize, 44, 0)}}, end: docParagraph, props: sprm(sprmCentred, 1)}, plainPara("正文。"),
		{runs: []madeRun{{"正文之后", sprm(sprmSize, 44, 0)}}, end: docParagraph, props: sprm(sprmCentred, 1)}}},
		"title: 关于创新的通知\nparagraph: 正文。\nparagraph: 正文之后\n"},
	{"headings", docMaker{paras: []madePara{plainPara("一、总则", sprm(sprmOutline, 0)...), plainPara("（一）目标", sprm(sprmOutline, 1)...), plainPara("正文", sprm(sprmOutline, 9)...)}},
		"heading 1: 一、总则\nheading 2: （一）目标\nparagraph: 正文\n"},
	{"characters of a byte", docMaker{narrow: true, paras: []madePara{plainPara("GDP +6.5% \u0093x\u0094 \u0080")}},
		"paragraph: GDP +6.5% “x” €\n"},
	{"Chinese in bytes", docMaker{narrow: true, lid: 0x0804, paras: []madePara{plainPara("\u00b9\u00b2\u00d3\u00d0\u00c6\u00f3\u00d2\u00b535\u00bc\u00d2")}},
		"paragraph: 共有企业35家\n"},
	{"Western in bytes", docMaker{narrow: true, lid: 0x0804, paras: []madePara{plainPara("café à 35 €")}},
		"paragraph: café à 35 ¬\n"},
	{"pieces", docMaker{pieces: 5, paras: []madePara{plainPara("全年实现地区生产总值119.9亿元，"), plainPara("比上年增长6.5%。")}},
		"paragraph: 全年实现地区生产总值119.9亿元，\nparagraph: 比上年增长6.5%。\n"},
	{"saved fast", docMaker{pieces: 4, reverse: true, paras: []madePara{plainPara("全年实现地区生产总值119.9亿元，"), plainPara("比上年增长6.5%。")}},
		"paragraph: 全年实现地区生产总值119.9亿元，\nparagraph: 比上年增长6.5%。\n"},
	{"deleted", docMaker{paras: []madePara{{runs: []madeRun{{"共有", nil}, {"35", sprm(sprmDeleted, 1)}, {"53", nil}, {"家", sprm(sprmDeleted, 0)}}, end: docParagraph}}},
		"paragraph: 共有53家\nproblem: 文件带有修订标记，1 处删去的文字没有读取，插入的文字照读\n"},
	{"deleted by a piece", docMaker{pieces: 2, change: sprm(sprmDeleted, 1), paras: []madePara{plainPara("旧的话"), plainPara("新的话")}},
		"paragraph: 新的话\nproblem: 文件带有修订标记，1 处删去的文字没有读取，插入的文字照读\n"},
	{"hidden", docMaker{paras: []madePara{{runs: []madeRun{{"看得见", nil}, {"看不见", sprm(sprmHidden, 1)}}, end: docParagraph}}},
		"paragraph: 看得见\nproblem: 有 1 段隐藏文字，没有读取\n"},
	{"raised", docMaker{paras: []madePara{{runs: []madeRun{{"10", nil}, {"8", sprm(sprmRaised, 1)}, {"米", nil}}, end: docParagraph}}},
		"paragraph: 10⁸米\n"},
	{"symbols", docMaker{paras: []madePara{{runs: []madeRun{{"是", nil}, {"(", sprm(sprmSymbol, 1, 0, 0xfe, 0xf0)}, {"(1)", nil}}, end: docParagraph}}},
		"paragraph: 是☑(1)\n"},
	{"fields", docMaker{paras: []madePara{plainPara("表\x13 SEQ 表 \x143\x15 指标"), plainPara("\x13eq \\o\\ac(○,7)\x15建设中心")}},
		"paragraph: 表3 指标\nparagraph: ⑦建设中心\n"},
	{"contents", docMaker{paras: []madePara{plainPara("\x13 TOC \\o \x14一、总则\t1"), plainPara("二、附则\t2\x15"), plainPara("正文")}},
		"boilerplate: 一、总则\t1\nboilerplate: 二、附则\t2\nparagraph: 正文\n"},
	{"a field without end", docMaker{paras: []madePara{plainPara("甲\x13 PAGE"), plainPara("乙")}},
		"paragraph: 甲\nparagraph: 乙\nproblem: 有 1 处域代码没有写完，其后文字照读\n"},
	{"notes", docMaker{paras: []madePara{plainPara("甲\x02乙"), plainPara("丙\x02")}, notes: []madePara{plainPara("\x02注一"), plainPara("\x02注二")}},
		"paragraph: 甲乙\nnote: 注一\nparagraph: 丙\nnote: 注二\n"},
	{"a picture", docMaker{paras: []madePara{{runs: []madeRun{{"\x01", sprm(sprmSpecial, 1)}, {"图1", nil}}, end: docParagraph}}},
		"paragraph: 图1\nproblem: 文件里有 1 处图片、图形或嵌入对象，没有读取\n"},
	{"a table", docMaker{paras: []madePara{
		plainPara("表1"),
		cellOf("序号"), cellOf("指标"), cellOf(""), rowEnd([]int{0, 1000, 2000, 3000}, []uint16{0x60, 1, 2}),
		cellOf(""), cellOf("名称"), cellOf("2020年"), rowEnd([]int{0, 1000, 2005, 3000}, []uint16{0x20, 0, 0}),
		cellOf("1"), {runs: []madeRun{{"粮食", nil}}, end: docParagraph, props: sprm(sprmInTable, 1)}, cellOf("（万吨）"), cellOf("650.0"), rowEnd([]int{0, 1000, 2000, 3000}, []uint16{0, 0, 0}),
		cellOf("合计"), cellOf("7"), rowEnd([]int{0, 2000, 3000}, []uint16{0, 0}),
		plainPara("后文"),
	}}, "paragraph: 表1\ntable 4×3\n 0,0 2×1: 序号\n 0,1 1×2: 指标\n 1,1: 名称\n 1,2: 2020年\n 2,0: 1\n 2,1: 粮食（万吨）\n 2,2: 650.0\n 3,0 1×2: 合计\n 3,2: 7\nparagraph: 后文\n"},
	{"a frame", docMaker{paras: []madePara{cellOf("专栏1"), rowEnd([]int{0, 1000}, []uint16{0}), cellOf("投资16亿元"), rowEnd([]int{0, 1000}, []uint16{0})}},
		"box: 专栏1\nbox: 投资16亿元\n"},
	{"a table without edges", docMaker{paras: []madePara{cellOf("甲"), cellOf("1"), {runs: []madeRun{{"", nil}}, end: docCellMark, props: append(sprm(sprmInTable, 1), sprm(sprmRowEnd, 1)...)}, cellOf("乙"), cellOf("2")}},
		"table 2×2\n 0,0: 甲\n 0,1: 1\n 1,0: 乙\n 1,1: 2\n"},
}

func TestDOC(t *testing.T) {
	for _, c := range docCases {
		t.Run(c.name, func(t *testing.T) {
			doc := readBytes(t, c.m.file(), Options{})
			if got := said(doc); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
			holdBlocks(t, doc)
			holdDOCPlaces(t, doc)
		})
	}
}

// holdDOCPlaces checks that the bytes every character names hold it.
func holdDOCPlaces(t *testing.T, doc *policy.Document) {
	t.Helper()
	streams, err := oleStreams(doc.Source.Bytes, docStream)
	if err != nil {
		t.Fatal(err)
	}
	main := streams[docStream]
	for i, r := range doc.Content.String() {
		p := doc.Place(policy.Span{Start: i, End: i + len(string(r))})
		if p.Part != docStream || p.Span.Start > p.Span.End || p.Span.End > len(main) {
			t.Fatalf("%q at %d names %v", r, i, p)
		}
		b := main[p.Span.Start:p.Span.End]
		if len(b) == 2 && r >= 0x4e00 && r < 0xa000 && rune(binary.LittleEndian.Uint16(b)) != r {
			if g, n := gbTable().first(b); g != r || n != 2 {
				t.Fatalf("%q at %d names %x", r, i, b)
			}
		}
	}
}

// hostileDOC are files that lie or break off, with a part of the error or problem.
func hostileDOC() []struct {
	name string
	b    []byte
	want string
} {
	whole := docMaker{paras: []madePara{plainPara("共有35家。"), cellOf("甲"), cellOf("乙"), rowEnd([]int{0, 1000, 2000}, []uint16{0, 0})}}
	file := whole.file()
	// broken puts n bytes of value at byte at of the stream of the text.
	broken := func(at, n int, value byte) []byte {
		main, table := whole.streams()
		for i := range n {
			main[at+i] = value
		}
		return compoundOf(compoundEntry{docStream, main}, compoundEntry{"1Table", table})
	}
	spoilt := func(value byte) []byte {
		main, table := whole.streams()
		return compoundOf(compoundEntry{docStream, main}, compoundEntry{"1Table", bytesOf(value, len(table))})
	}
	many := docMaker{}
	for range 3000 {
		many.paras = append(many.paras, plainPara("甲\x13"))
	}
	cells := docMaker{}
	for range 60 {
		for range 62 {
			cells.paras = append(cells.paras, cellOf("甲"))
		}
		cells.paras = append(cells.paras, rowEnd(make([]int, 63), make([]uint16, 62)))
	}
	return []struct {
		name string
		b    []byte
		want string
	}{
		{"cut in the head", file[:300], "旧版 Office"},
		{"cut in the stream", file[:3000], "旧版 Office"},
		{"cut at the end", file[:len(file)-600], ""},
		{"encrypted", (&docMaker{paras: whole.paras, flags: 0x100}).file(), "已加密"},
		{"Word 95", broken(2, 1, 0x68), "Word 95"},
		{"Word 6", broken(0, 1, 0xdc), "Word 95"},
		{"no Word file", broken(0, 2, 0), "开头"},
		{"no table stream", compoundOf(compoundEntry{docStream, file[512:3000]}), "缺少"},
		{"no piece table", broken(0x1a2, 8, 0), "分段表"},
		{"a piece table elsewhere", broken(0x1a2, 4, 0x7f), "分段表"},
		{"a piece table too long", broken(0x1a6, 4, 0xff), ""},
		{"stories too long", broken(0x4c, 32, 0x7f), ""},
		{"stories too short", broken(0x4c, 32, 0), "没有文字"},
		{"pages elsewhere", broken(0x102, 8, 0x7f), ""},
		{"characters' pages elsewhere", broken(0xfa, 8, 0x7f), ""},
		{"styles elsewhere", broken(0xa2, 8, 0x11), ""},
		{"lists elsewhere", broken(0x2e2, 16, 0x01), ""},
		{"notes elsewhere", broken(0xaa, 16, 0x01), ""},
		{"tables of ones", spoilt(0xff), "分段表"},
		{"tables of zeros", spoilt(0), "分段表"},
		{"an encrypted package", compoundOf(compoundEntry{"EncryptedPackage", nil}, compoundEntry{"EncryptionInfo", nil}), "加密"},
		{"fields without end", many.file(), "域代码"},
		{"a row of no width", cells.file(), ""},
		{"an empty directory", slices.Concat(file[:512], make([]byte, len(file)-512)), "旧版 Office"},
		{"a header of many sectors", slices.Concat(file[:44], bytesOf(0xfe, 4), file[48:72], bytesOf(0x7f, 4), file[76:]), "目录"},
		{"a chain in a circle", circle(file), ""},
	}
}

// bytesOf is n bytes of one value.
func bytesOf(value byte, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = value
	}
	return b
}

// circle makes the chain of sectors of a compound file lead back to its beginning.
func circle(file []byte) []byte {
	b := slices.Clone(file)
	fat := 512 + 512*int(binary.LittleEndian.Uint32(b[76:]))
	for at := fat; at < fat+40; at += 4 {
		binary.LittleEndian.PutUint32(b[at:], 0)
	}
	return b
}

func TestHostileDOC(t *testing.T) {
	for _, c := range hostileDOC() {
		began := time.Now()
		doc, err := Document(&policy.Source{Bytes: c.b}, Options{Office: NoOffice})
		if took := time.Since(began); took > wordPatience {
			t.Errorf("%s: %v", c.name, took)
		}
		if c.want == "" && err != nil { // either is right here, as long as it is said
			c.want = err.Error()
		}
		holdHostile(t, c.name, c.want, doc, err)
	}
}

// A document of any bytes in its tables is an error or a document, never a panic.
func FuzzDOC(f *testing.F) {
	for _, c := range docCases {
		main, table := c.m.streams()
		f.Add(main, table)
	}
	f.Fuzz(func(t *testing.T, main, table []byte) {
		doc, err := Document(&policy.Source{Bytes: compoundOf(compoundEntry{docStream, main}, compoundEntry{"1Table", table})}, Options{Office: NoOffice})
		if err == nil {
			holdBlocks(t, doc)
			holdDOCPlaces(t, doc)
		} else if strings.Contains(err.Error(), "goroutine") {
			t.Fatal(err)
		}
	})
}
