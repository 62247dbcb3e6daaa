package read

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"regexp"
	"strings"
)

// A magic is the beginning that gives a binary format away.
type magic struct {
	head   string
	zh, en string // what the file is
	next   string // what to do, in Chinese
	nextEn string
}

// magics is looked through from top to bottom.
var magics = []magic{
	{"PK\x03\x04", "ZIP 压缩文件（DOCX、PPTX 也是这种格式），不是能读的 DOCX、XLSX、OFD", "a ZIP file (DOCX and PPTX are such too), and no DOCX, XLSX or OFD that can be read", "归档请存成文件再读；其他文档请另存为文本或网页", "save an archive as a file to read it; save other documents as text or HTML"},
	{"PK\x05\x06", "空的 ZIP 压缩文件", "an empty ZIP archive", "里面没有可读的内容", "there is nothing in it to read"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文件（不是能读的 DOC、XLS）", "an old Office file, and no DOC or XLS that can be read", "不能读；请先另存为文本或网页", "it cannot be read; save it as text or HTML first"},
	{"\x1f\x8b", "GZIP 压缩文件", "a GZIP file", "请存成文件再读", "save it as a file to read what is in it"},
	{"BZh", "BZIP2 压缩文件", "a BZIP2 file", "请先解压", "unpack it first"},
	{"\xfd7zXZ\x00", "XZ 压缩文件", "an XZ file", "请先解压", "unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "7z 压缩文件", "a 7z archive", "请先解压", "unpack it first"},
	{"Rar!\x1a\x07", "RAR 压缩文件", "a RAR archive", "请先解压", "unpack it first"},
	{"GIF8", "GIF 图片", "a GIF image", "请另存为 PNG，再用 --ocr 识别", "save it as PNG and recognise that with --ocr"},
	{"\x7fELF", "ELF 程序", "an ELF program", "里面没有可读的文字", "there is no text in it to read"},
	{"MZ\x90\x00", "Windows 程序", "a Windows program", "里面没有可读的文字", "there is no text in it to read"},
	{"SQLite format 3\x00", "SQLite 数据库", "an SQLite database", "请先导出为文本", "export it as text first"},
}

// checkBinary refuses what is no text at all.
func checkBinary(b []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(b, []byte(m.head)) {
			return &Error{"这是 " + m.zh + "，" + m.next, "this is " + m.en + ": " + m.nextEn}
		}
	}
	if _, bom := bomCharset(b); bom == 0 && manyControls(b) {
		return &Error{
			"这不是文本文件（控制字符太多）；若是文本，请用 --charset 指明编码",
			"this is not a text file (too many control characters); if it is, name its encoding with --charset",
		}
	}
	return nil
}

// manyControls says whether more than one byte in 16 of the beginning is a
// control that no text uses. A UTF-16 text has NULs in half its bytes at most,
// all on the same side, so it is asked for first.
func manyControls(b []byte) bool {
	b = b[:min(len(b), sampleBytes)]
	n := 0
	rest := b
	for ; len(rest) > 32; rest = rest[32:] {
		if belowBlank(rest)|belowBlank(rest[8:])|belowBlank(rest[16:])|belowBlank(rest[24:]) != 0 {
			n += controls(rest[:32])
		}
	}
	n += controls(rest)
	return n*16 > len(b) && !looksLikeUTF16(b)
}

// belowBlank has the top bit set of those of the first eight bytes of b that are below
// 0x20: taking 0x20 off them borrows from that bit, which was not set. A byte behind one of
// them may be taken for one, if it is 0x20 itself.
func belowBlank(b []byte) uint64 {
	w := binary.LittleEndian.Uint64(b)
	return (w - 0x2020202020202020) &^ w & 0x8080808080808080
}

// controls counts the controls that no text uses.
func controls(b []byte) (n int) {
	for ; len(b) >= 8; b = b[8:] {
		for m := belowBlank(b); m != 0; m &= m - 1 {
			if control[b[bits.TrailingZeros64(m)/8&7]] {
				n++
			}
		}
	}
	for _, c := range b {
		if control[c] {
			n++
		}
	}
	return n
}

// control marks the controls that no text uses.
var control = func() (t [256]bool) {
	for c := range 0x20 {
		t[c] = !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", rune(c))
	}
	return t
}()

var (
	// pageStart is how a web page begins, after blanks, comments and prologues.
	pageStart = regexp.MustCompile(`(?i)^(?:\s|<!--(?s:.*?)-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)[\s>/]`)
	// pageEarly gives away a page whose beginning is unusual.
	pageEarly = regexp.MustCompile(`(?i)<(?:html|head|body)(?:\s[^<>]*)?>|<!doctype\s+html|<meta\s[^<>]*charset`)
	// fragmentStart is a piece of a page saved without its frame.
	fragmentStart = regexp.MustCompile(`(?i)^\s*<(?:!--|[a-z][a-z0-9]*[\s>/])`)
	// structure is markup that no text file carries as mere decoration: paragraphs
	// and bold type alone are text with inline tags, whose wording must stay as it is.
	structure = regexp.MustCompile(`(?i)<(?:div|table|t[rdh]|ul|ol|h[1-6]|section|article)(?:\s[^<>]*)?>`)
)

// looksLikeHTML says whether s is a web page or a piece of one.
func looksLikeHTML(s string) bool {
	if i := strings.IndexByte(s, '<'); i < 0 || i > 4096 {
		return false
	}
	head := s[:min(len(s), 16<<10)]
	if pageStart.MatchString(head) || pageEarly.MatchString(head[:min(len(head), 2048)]) {
		return true
	}
	return fragmentStart.MatchString(head) && len(structure.FindAllString(s[:min(len(s), 256<<10)], 3)) == 3
}
