package read

import (
	"bytes"
	"fmt"
	"strings"
)

// decodeXML is the text of an XML part. Its charset is told by its byte-order mark,
// its first character or its declaration: UTF-8, UTF-16 or one of the GB family.
func decodeXML(b []byte) (decoded, error) {
	charset, bom := bomCharset(b)
	switch {
	case bom > 0:
	case bytes.HasPrefix(b, []byte("<\x00")):
		charset = utf16leName
	case bytes.HasPrefix(b, []byte("\x00<")):
		charset = utf16beName
	default:
		named := declaredCharset(b)
		known, ok := charsetName(named)
		if !ok || known == utf16leName || known == utf16beName {
			return decoded{}, &Error{
				fmt.Sprintf("XML 声明的编码 %q 不支持，只读 UTF-8、UTF-16 和 GB18030（GBK、GB2312）", named),
				fmt.Sprintf("the charset %q that the XML declares is not read; UTF-8, UTF-16 and GB18030 (GBK, GB2312) are", named),
			}
		}
		charset = known
	}
	return decodeAs(b, charset, bom), nil
}

// declaredCharset is the charset that the declaration of an XML part names, UTF-8
// where it names none.
func declaredCharset(b []byte) string {
	head := b[:min(len(b), 200)]
	if end := bytes.IndexByte(head, '>'); end >= 0 && bytes.HasPrefix(head, []byte("<?xml")) {
		_, rest, _ := strings.Cut(string(head[:end]), "encoding")
		rest = strings.TrimLeft(rest, " \t\r\n=")
		if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
			name, _, _ := strings.Cut(rest[1:], rest[:1])
			return name
		}
	}
	return utf8Name
}
