package read

import (
	"bytes"
	"encoding/binary"

	"shuzheng/policy"
)

// docType is the media type of a DOC file.
const docType = "application/msword"

// docStream is the stream that holds the wording.
const docStream = "WordDocument"

// isDOC says whether b is a compound file with a text document at its root. One
// whose directory is damaged is taken by the name of the stream.
func isDOC(b []byte) bool {
	if !bytes.HasPrefix(b, oleMagic) || !bytes.Contains(b, utf16Name(docStream)) {
		return false
	}
	streams, err := oleStreams(b, docStream)
	return err != nil || streams[docStream] != nil
}

// utf16Name is a name as the directory of a compound file has it.
func utf16Name(name string) []byte {
	b := make([]byte, 0, 2*len(name))
	for _, c := range []byte(name) {
		b = append(b, c, 0)
	}
	return b
}

// A doc is a text document of Word 97 to 2003 being read. Its text is that of all
// pieces in the order of the document, which need not be that of the file.
type doc struct {
	doc    *policy.Document
	w      wordWriter
	main   octets // the stream of the wording
	table  octets // the stream of tables about it
	data   octets // the stream of what is too large for them
	fib    docFIB
	pieces []docPiece
	text   policy.Text

	marks  []docRange // properties of paragraphs, by their place in the stream
	chars  []docRange // and of characters
	styles []docStyleSheet
	lists  map[int]*wordNum // by their index, from 1

	fields   wordFields
	notes    map[int][2]int // by the text's offset of the reference: where the note is
	noteText []docText      // the paragraphs of all notes
	unread   docUnread
}

// A docUnread counts what the document shows and nobody read.
type docUnread struct {
	pictures, hidden, symbols, nested, codes, deleted int
}

// readDOC reads a text document of Word 97 to 2003.
// What it cannot read LibreOffice may, where there is one.
func readDOC(src *policy.Source, opt Options) (*policy.Document, error) {
	d := &doc{doc: &policy.Document{Source: src, Metadata: map[string]policy.Value{}}}
	if err := d.load(src.Bytes); err != nil {
		if err == error(sealedDOC) || officePath(opt.Office) == "" {
			return nil, err
		}
		if converted, failed := oldDOC.read(src, opt); failed == nil {
			return converted, nil
		}
		return nil, err
	}
	d.loadPieces()
	d.loadStyles()
	d.loadLists()
	d.loadNotes()
	d.w = wordWriter{doc: d.doc, out: d.text.Edit(), s: d.text.String()}
	d.write()
	d.w.finish()
	d.doc.Origin = d.origin()
	d.tell()
	if len(d.doc.Blocks) == 0 {
		return nil, &Error{"文件里没有文字（可能只有图片）", "the file holds no text (perhaps pictures alone)"}
	}
	return d.doc, nil
}

// load finds the streams and reads the FIB.
func (d *doc) load(b []byte) error {
	streams, err := oleStreams(b, docStream, "0Table", "1Table", "Data")
	if err != nil || streams[docStream] == nil {
		return &Error{
			"DOC 文件的目录读不出来，文件不完整或已损坏；请重新获取，或用 Word、WPS 打开后另存为 DOCX",
			"the directory of the DOC file cannot be read: it is cut short or damaged; get it anew, or save it as DOCX",
		}
	}
	d.main, d.data = streams[docStream], streams["Data"]
	if err := d.fib.read(d.main); err != nil {
		return err
	}
	d.table = streams[d.fib.tableName]
	if d.table == nil {
		return brokenDOC("缺少 "+d.fib.tableName, "it has no "+d.fib.tableName)
	}
	return d.readPieceTable()
}

// brokenDOC is the error of a file that contradicts itself.
func brokenDOC(zh, en string) error {
	return &Error{"DOC 文件已损坏：" + zh + "；请用 Word、WPS 打开后另存为 DOCX", "the DOC file is damaged: " + en + "; open it in Word or WPS and save it as DOCX"}
}

// sealedDOC is the error of a file with a password.
var sealedDOC = &Error{"DOC 文件已加密；请先去掉密码再读", "the DOC file is encrypted; take the password off first"}

// A docFIB is the table of contents of the file, at the start of the stream.
type docFIB struct {
	tableName string
	chinese   bool
	length    [8]int // characters of the stories, in their order
}

// The stories that follow one another in the text.
const (
	storyMain = iota
	storyFootnotes
	storyHeaders
	storyMacros
	storyComments
	storyEndnotes
	storyBoxes
	storyHeaderBoxes
)

// read takes what the file says of itself. Word 95 and older have another one.
func (f *docFIB) read(b octets) error {
	const word97, word95, oldest, firstLength, lengths = 0xa5ec, 0xa5dc, 0xc1, 0x4c, 8
	id, version, flags := b.u16(0), b.u16(2), b.u16(10)
	switch {
	case id == word95 || id == word97 && version < oldest:
		return &Error{"这是 Word 95 或更早的文件，不能直接读取；请安装 LibreOffice，或用 Word、WPS 打开后另存为 DOCX", "this is a file of Word 95 or older; install LibreOffice, or open it in Word or WPS and save it as DOCX"}
	case id != word97:
		return brokenDOC("开头不是 Word 文件", "it does not begin as one")
	case flags&0x100 != 0:
		return sealedDOC
	}
	f.tableName = "0Table"
	if flags&0x200 != 0 {
		f.tableName = "1Table"
	}
	f.chinese = b.u16(6) == 0x0804
	for k := range lengths {
		f.length[k] = int(min(b.u32(firstLength+4*k), 1<<30))
	}
	return nil
}

// start is the first character of a story.
func (f *docFIB) start(story int) (cp int) {
	for k := range story {
		cp += f.length[k]
	}
	return cp
}

// pair is a stretch of the table stream that entry k of the FIB names.
func (d *doc) pair(k int) octets {
	const first = 0x9a
	return d.table.cut(int(d.main.u32(first+8*k)), int(d.main.u32(first+8*k+4)))
}

// The entries of the FIB that are asked for.
const (
	fibStyles       = 1
	fibNoteRefs     = 2
	fibNotes        = 3
	fibCharPages    = 12
	fibParaPages    = 13
	fibFonts        = 15
	fibPieces       = 33
	fibEndnoteRefs  = 46
	fibEndnotes     = 47
	fibLists        = 73
	fibListsOfParas = 74
)

// tell reports what was not read.
func (d *doc) tell() {
	reportCounts(d.doc, policy.Span{}, []countOf{
		{d.unread.pictures, "文件里有 %d 处图片、图形或嵌入对象，没有读取"},
		{d.unread.deleted, manyDeleted},
		{d.unread.hidden, manyHidden},
		{d.unread.symbols, manySymbols},
		{d.unread.nested, "有 %d 个单元格里还有表格，其中的文字按段落读在单元格里"},
		{d.unread.codes, manyCodes},
	})
}

// octets are bytes that may be fewer than the file says: what lies beyond them is 0.
type octets []byte

func (b octets) u8(i int) int {
	if i < 0 || i >= len(b) {
		return 0
	}
	return int(b[i])
}

func (b octets) u16(i int) int {
	if i < 0 || i+2 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(b[i:]))
}

func (b octets) u32(i int) uint32 {
	if i < 0 || i+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[i:])
}

// cut is the n bytes from byte i on, or as many of them as there are.
func (b octets) cut(i, n int) octets {
	if i < 0 || n < 0 || i > len(b) {
		return nil
	}
	return b[i:min(i+n, len(b))]
}
