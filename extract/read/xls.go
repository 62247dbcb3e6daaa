package read

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"

	"shuzheng/policy"
)

// XLS is a stream of records (BIFF) in a compound file: the workbook's own first,
// then a run of records for each sheet.

const xlsType = "application/vnd.ms-excel"

// isXLS looks for the names of streams as their directory writes them.
func isXLS(b []byte) bool {
	return bytes.HasPrefix(b, oleMagic) && !bytes.Contains(b, utf16Name("WordDocument")) &&
		(bytes.Contains(b, utf16Name("Workbook")) || bytes.Contains(b, utf16Name("Book\x00")))
}

// The records that are read.
const (
	biffFormula    = 0x0006
	biffEOF        = 0x000a
	biffDateMode   = 0x0022
	biffFilePass   = 0x002f
	biffContinue   = 0x003c
	biffColInfo    = 0x007d
	biffBoundSheet = 0x0085
	biffMulRK      = 0x00bd
	biffRString    = 0x00d6
	biffXF         = 0x00e0
	biffMerged     = 0x00e5
	biffSST        = 0x00fc
	biffLabelSST   = 0x00fd
	biffNumber     = 0x0203
	biffLabel      = 0x0204
	biffBoolErr    = 0x0205
	biffString     = 0x0207
	biffRow        = 0x0208
	biffRK         = 0x027e
	biffFormat     = 0x041e
	biffBOF        = 0x0809
)

// An xls is a workbook on its way to sheets.
type xls struct {
	data    []byte
	at      int
	old     bool // before 1997: strings are of bytes
	styles  styleBook
	strings []string
	list    []xlsSheet
	left    int // cells that may still be read
}

// An xlsSheet is what the workbook says of a sheet.
type xlsSheet struct {
	name   string
	at     int
	hidden bool
}

// readXLS reads a workbook.
func readXLS(src *policy.Source, opt Options) (*policy.Document, error) {
	streams, err := oleStreams(src.Bytes, "Workbook", "Book")
	damaged := &Error{"XLS 文件已损坏或不完整；请重新获取，或用表格软件打开后另存", "the XLS file is damaged or incomplete; get it again, or open it in a spreadsheet program and save it anew"}
	if err != nil {
		return nil, damaged
	}
	x := &xls{data: streams["Workbook"], left: limitOr(opt.MaxCells, defaultMaxCells)}
	if x.data == nil {
		x.data = streams["Book"]
	}
	if x.data == nil {
		return nil, damaged
	}
	if err := x.globals(); err != nil {
		return nil, err
	}
	var sheets []*sheet
	for _, s := range x.list {
		sheets = append(sheets, x.sheet(s))
	}
	if len(sheets) == 0 {
		return nil, damaged
	}
	return sheetDocument(src, sheets, opt)
}

// record gives the next record; ok is false at the end.
func (x *xls) record() (id int, body []byte, ok bool) {
	if x.at < 0 || x.at+4 > len(x.data) {
		return 0, nil, false
	}
	id = int(binary.LittleEndian.Uint16(x.data[x.at:]))
	end := x.at + 4 + int(binary.LittleEndian.Uint16(x.data[x.at+2:]))
	if end > len(x.data) {
		return 0, nil, false
	}
	body = x.data[x.at+4 : end]
	x.at = end
	return id, body, true
}

// continued gives body with the records that go on with it.
func (x *xls) continued(body []byte) [][]byte {
	parts := [][]byte{body}
	for x.at+4 <= len(x.data) && binary.LittleEndian.Uint16(x.data[x.at:]) == biffContinue {
		_, more, ok := x.record()
		if !ok {
			break
		}
		parts = append(parts, more)
	}
	return parts
}

// globals reads the records of the workbook.
func (x *xls) globals() error {
	x.styles.codes = map[int]string{}
	for {
		id, body, ok := x.record()
		if !ok || id == biffEOF {
			return nil
		}
		switch b := octets(body); id {
		case biffFilePass:
			return &Error{"XLS 文件已加密；请用表格软件打开、去掉密码后另存", "the XLS file is encrypted; open it in a spreadsheet program and save it without a password"}
		case biffBOF:
			x.old = b.u16(0) < 0x0600
		case biffDateMode:
			x.styles.since1904 = b.u16(0) == 1
		case biffBoundSheet:
			if b.u8(5) == 0 {
				name, _ := x.text(b.from(6), 1)
				x.list = append(x.list, xlsSheet{name, int(b.u32(0)), b.u8(4) != 0})
			}
		case biffFormat:
			size := 2
			if x.old {
				size = 1
			}
			x.styles.codes[b.u16(0)], _ = x.text(b.from(2), size)
		case biffXF:
			x.styles.formats = append(x.styles.formats, b.u16(2))
		case biffSST:
			x.readStrings(x.continued(body))
		}
	}
}

// from is what is left behind byte i.
func (b octets) from(i int) octets { return b[min(i, len(b)):] }

// float is the number at byte i in decimal digits.
func (b octets) float(i int) string {
	bits := uint64(b.u32(i)) | uint64(b.u32(i+4))<<32
	return decimalOf(math.Float64frombits(bits))
}

// decimalOf writes a stored binary number in as many digits as it holds.
func decimalOf(v float64) string { return strconv.FormatFloat(v, 'e', sheetDigits-1, 64) }

// rk is a number in the short form: an integer or the upper half of a binary number,
// either perhaps a hundred times too large.
func rk(v uint32) string {
	if v&2 != 0 {
		n := strconv.Itoa(int(int32(v) >> 2))
		if v&1 != 0 {
			return n + "e-2"
		}
		return n
	}
	s := decimalOf(math.Float64frombits(uint64(v&^3) << 32))
	if v&1 == 0 {
		return s
	}
	n, _ := readDigits(s)
	return n.shift(-2).plain()
}
