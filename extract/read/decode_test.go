package read

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"shuzheng/policy"
)

// encode writes s in a charset, without a byte-order mark.
func encode(t testing.TB, s, charset string) []byte {
	t.Helper()
	switch charset {
	case utf8Name:
		return []byte(s)
	case gb18030Name:
		b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if charset == utf16beName {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

var allCharsets = []string{utf8Name, gb18030Name, utf16leName, utf16beName}

// wordings are read in every charset. Some are short, as a title or a cell is.
var wordings = []string{
	"云川省统计局",
	"临江市发展和改革委员会文件",
	"2025年，青禾县实现地区生产总值119.9亿元，同比增长6.5%。",
	"一、总体要求\r\n（一）指导思想。\r\n",
	"增长8.3%，高于全省1.2个百分点；",
	"附件：1．指标分解表",
	"㐂镇、𠮷川县（四字节汉字）",
	"专利“双倍增”——①②③",
	"\t序号\t指标\t单位\n\t1\t研发投入\t亿元\n",
}

func TestCharsets(t *testing.T) {
	for _, w := range wordings {
		for _, c := range allCharsets {
			src := &policy.Source{Bytes: encode(t, w, c)}
			doc, err := Document(src, Options{})
			if err != nil {
				t.Errorf("%s %q: %v", c, w, err)
				continue
			}
			if src.Charset != c || doc.Content.String() != newlines.Replace(w) || len(doc.Problems) != 0 {
				t.Errorf("%s: read as %s: %q, want %q; problems %v", c, src.Charset, doc.Content.String(), w, doc.Problems)
			}
			holdPlaces(t, doc, src.Charset)
		}
	}
}

// newlines ends lines as Content does.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// holdPlaces checks that the bytes each character names decode to it.
func holdPlaces(t *testing.T, doc *policy.Document, charset string) {
	t.Helper()
	s, b := doc.Content.String(), doc.Source.Bytes
	at := -1
	for i, r := range s {
		sp := doc.Content.Span(i, i+utf8.RuneLen(r))
		if sp.Start < 0 || sp.End > len(b) || sp.Start < at || sp.End < sp.Start {
			t.Fatalf("%q at %d names %v of %d bytes, after %d", r, i, sp, len(b), at)
		}
		at = sp.Start
		if got := newlines.Replace(decodeAs(b[sp.Start:sp.End], charset, 0).text.String()); got != string(r) {
			t.Fatalf("%q at %d names %x, which is %q", r, i, b[sp.Start:sp.End], got)
		}
	}
}

func TestByteOrderMarks(t *testing.T) {
	const w = "临江市2025年工作要点"
	for _, c := range []struct{ bom, charset string }{
		{"\xef\xbb\xbf", utf8Name}, {"\xff\xfe", utf16leName}, {"\xfe\xff", utf16beName},
	} {
		src := &policy.Source{Bytes: append([]byte(c.bom), encode(t, w, c.charset)...)}
		doc, err := Document(src, Options{})
		if err != nil || doc.Content.String() != w || src.Charset != c.charset {
			t.Errorf("%s: %v %q", c.charset, err, doc.Content.String())
			continue
		}
		if got := doc.Content.Span(0, 3); got.Start != len(c.bom) {
			t.Errorf("%s: the first character names %v", c.charset, got)
		}
		holdPlaces(t, doc, c.charset)
	}
}

// TestShortTexts cuts a text into every stretch of six characters, and wants at
// most a few read wrongly: some stretches are two texts in two charsets.
func TestShortTexts(t *testing.T) {
	const text = "为深入实施创新驱动发展战略加快建设现代化产业体系推动青禾县经济高质量发展根据云川省人民政府有关文件精神结合本县实际制定本实施方案" +
		"到二〇二七年全县规模以上工业企业数量达到三百家以上高新技术企业研究开发费用占主营业务收入比重明显提高城镇居民人均可支配收入稳步增长"
	rs := []rune(text)
	for _, c := range allCharsets {
		wrong := 0
		for i := 0; i+6 <= len(rs); i++ {
			w := string(rs[i : i+6])
			if got := detectCharset(encode(t, w, c)); got != c {
				wrong++
				t.Logf("%s read as %s: %s", c, got, w)
			}
		}
		if wrong*50 > len(rs) {
			t.Errorf("%s: %d of %d short texts read wrongly", c, wrong, len(rs)-5)
		}
	}
}

func TestCharsetOverride(t *testing.T) {
	b := encode(t, "青禾县", gb18030Name)
	for _, name := range []string{"GBK", "gb2312", "GB18030", "cp936"} {
		src := &policy.Source{Bytes: b}
		doc, err := Document(src, Options{Charset: name})
		if err != nil || doc.Content.String() != "青禾县" || src.Charset != gb18030Name {
			t.Errorf("%s: %v", name, err)
		}
	}
	doc, err := Document(&policy.Source{Bytes: b}, Options{Charset: "utf-8"})
	if err != nil || len(doc.Problems) == 0 {
		t.Errorf("utf-8 by force: %v, problems %v", err, doc)
	}
	var e *Error
	if _, err := Document(&policy.Source{Bytes: b}, Options{Charset: "koi8"}); !errors.As(err, &e) || !strings.Contains(e.En, "koi8") {
		t.Errorf("unknown charset: %v", err)
	}
	be := encode(t, "青禾县", utf16beName)
	doc, err = Document(&policy.Source{Bytes: append([]byte("\xfe\xff"), be...)}, Options{Charset: "utf-16"})
	if err != nil || doc.Content.String() != "青禾县" {
		t.Errorf("utf-16 by name, big-endian by its mark: %v %q", err, doc.Content.String())
	}
}

func TestInvalidBytes(t *testing.T) {
	for _, c := range []struct {
		name, bytes, want, charset string
		problems                   int
	}{
		{"one bad byte in UTF-8", "全县实现生产总值\xff119.9亿元，同比增长。", "全县实现生产总值\ufffd119.9亿元，同比增长。", utf8Name, 1},
		{"a cut end of UTF-8", "全县实现生产总值同比增\xe9\x95", "全县实现生产总值同比增\ufffd\ufffd", utf8Name, 1},
		{"two places", "全县实现\xff生产总值同比增长百分之六点五达到一百亿元\xfe左右全年", "全县实现\ufffd生产总值同比增长百分之六点五达到一百亿元\ufffd左右全年", utf8Name, 2},
		{"a bad byte in GB18030", string(encode(t, "全县实现生产总值同比增长", gb18030Name)) + "\xff" + string(encode(t, "全年", gb18030Name)), "全县实现生产总值同比增长\ufffd全年", gb18030Name, 1},
		{"half a character of UTF-16", string(encode(t, "全县实现生产总值同比增长", utf16leName)) + "\x4e", "全县实现生产总值同比增长\ufffd", utf16leName, 1},
	} {
		src := &policy.Source{Bytes: []byte(c.bytes)}
		doc, err := Document(src, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if doc.Content.String() != c.want || src.Charset != c.charset || len(doc.Problems) != c.problems {
			t.Errorf("%s: %s %q, problems %v", c.name, src.Charset, doc.Content.String(), doc.Problems)
			continue
		}
		for _, p := range doc.Problems {
			if !strings.Contains(c.want[p.Span.Start:p.Span.End], "\ufffd") {
				t.Errorf("%s: problem at %q", c.name, c.want[p.Span.Start:p.Span.End])
			}
		}
	}
}

func TestManyInvalidBytes(t *testing.T) {
	doc, err := Document(&policy.Source{Bytes: []byte(strings.Repeat("青禾县人民政府关于印发实施方案的通知\xff\n", 1000))}, Options{})
	if err != nil || len(doc.Problems) != maxDamage {
		t.Fatalf("%v, %d problems", err, len(doc.Problems))
	}
	if last := doc.Problems[maxDamage-1]; !strings.Contains(last.Message, fmt.Sprint(1000-maxDamage+1)) || last.Span.End < doc.Content.Len()-10 {
		t.Errorf("the last problem is %v", last)
	}
}

func TestNULs(t *testing.T) {
	const w = "青禾县\x00\x00人民政府关于\x00的通知，各乡镇人民政府，县政府各部门：请认真贯彻执行，确保完成全年目标任务。"
	doc, err := Document(&policy.Source{Bytes: []byte(w)}, Options{})
	if err != nil || doc.Content.String() != w || len(doc.Problems) != 2 || doc.Problems[0].Span != (policy.Span{Start: 9, End: 11}) {
		t.Errorf("%v %v", err, doc)
	}
}

func TestRefused(t *testing.T) {
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * 7 % 32)
	}
	for _, c := range []struct{ name, bytes, want string }{
		{"nothing", "", "空"},
		{"blanks", " \r\n\u3000", "没有文字"},
		{"a mark alone", "\xef\xbb\xbf", "没有文字"},
		{"PDF", "%PDF-1.7\n", "PDF"},
		{"DOCX", "PK\x03\x04\x14\x00", "DOCX"},
		{"DOC", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"},
		{"PNG", "\x89PNG\r\n\x1a\n", "图片"},
		{"a program", "\x7fELF\x02\x01", "程序"},
		{"noise", string(noise), "控制字符"},
		{"a page of scripts", "<html><body><script>document.write('1')</script></body></html>", "没有文字"},
	} {
		_, err := Document(&policy.Source{Bytes: []byte(c.bytes)}, Options{})
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Zh, c.want) || e.En == "" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	_, err := Document(&policy.Source{Bytes: bytes.Repeat([]byte("县"), 100)}, Options{MaxBytes: 99})
	if err == nil || !strings.Contains(err.Error(), "太大") {
		t.Errorf("too large: %v", err)
	}
}

func TestTextStaysAsItIs(t *testing.T) {
	for _, w := range []string{
		"甲\r\n乙\r丙\n\n　　丁 \t",
		"<p><strong>本报讯</strong>：临江市7月14日召开会议。</p><p>会议指出，完成投资12亿元。</p><p>完。</p>",
		"**一、总体情况**\n- 全年增长6%\n| 指标 | 值 |\n",
		"比较：a<b 且 c>d，见 <附件>。",
	} {
		src := &policy.Source{Name: "x.html", Bytes: []byte(w)}
		doc, err := Document(src, Options{})
		if err != nil || doc.Content.String() != newlines.Replace(w) || src.MediaType != "text/plain" || doc.Blocks != nil {
			t.Errorf("%q: %v %s %q", w, err, src.MediaType, doc.Content.String())
		}
	}
}

// TestRealTexts reads real text files as they stand; one is in GB2312.
func TestRealTexts(t *testing.T) {
	read := 0
	for pattern, charset := range map[string]string{"gold/text/1[01]1_*.txt": utf8Name, "documents/*_gbk.txt": gb18030Name} {
		files, _ := filepath.Glob(filepath.Join(shared, pattern))
		for _, f := range files {
			doc := readFile(t, f)
			read++
			if doc.Source.MediaType != "text/plain" || doc.Source.Charset != charset || len(doc.Problems) > 0 {
				t.Errorf("%s: %s in %s, problems %v", filepath.Base(f), doc.Source.MediaType, doc.Source.Charset, doc.Problems)
			}
			holdPlaces(t, doc, charset)
		}
	}
	if read == 0 {
		t.Skip("no real texts beside the project")
	}
}
