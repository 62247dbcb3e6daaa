package extract_test

import (
	"bytes"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"shuzheng/policy"
)

// A textWriter gives the bytes of the text itself, which is in UTF-8 with line feeds.
type textWriter func(t *testing.T, doc *policy.Document) []byte

func rawText(_ *testing.T, doc *policy.Document) []byte { return doc.Source.Bytes }

// plainCRLF ends its lines in CR LF, as Windows does.
func plainCRLF(_ *testing.T, doc *policy.Document) []byte {
	return bytes.ReplaceAll(doc.Source.Bytes, []byte("\n"), []byte("\r\n"))
}

// plainCR ends its lines in CR alone, as old programs did.
func plainCR(_ *testing.T, doc *policy.Document) []byte {
	return bytes.ReplaceAll(doc.Source.Bytes, []byte("\n"), []byte("\r"))
}

// markedUTF8 begins with a byte-order mark, as Notepad saves it.
func markedUTF8(t *testing.T, doc *policy.Document) []byte {
	return append([]byte("\ufeff"), plainCRLF(t, doc)...)
}

// in is what write gives, in another charset.
func in(e encoding.Encoding, write textWriter) textWriter {
	return func(t *testing.T, doc *policy.Document) []byte {
		t.Helper()
		b, err := e.NewEncoder().Bytes(write(t, doc))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
}

// The charsets; those of UTF-16 with a byte-order mark and without.
var (
	gb18030     = simplifiedchinese.GB18030
	gbk         = simplifiedchinese.GBK
	littleUTF16 = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	bigUTF16    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	markedLE    = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	markedBE    = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
)
