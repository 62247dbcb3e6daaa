// Package read turns the bytes of a file into a policy.Document. What comes in is
// a policy.Source with its Bytes; what goes out is the Document whose Content is
// the canonical text, each byte of which names the bytes of the file it stands
// for, or leads back to them by its Origin. A text file gives its Content alone;
// other formats give blocks, tables and metadata too.
package read

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"shuzheng/policy"
)

// defaultMaxBytes is the size of a file that is read when Options says nothing.
const defaultMaxBytes = 64 << 20

// Options says how a file is read; the zero value is the usual way.
type Options struct {
	Charset  string // name of the charset the bytes are in; "" finds it out
	MaxBytes int64  // larger files are refused; 0 means 64 MiB

	MaxUnpacked int64 // bytes that the members of a package may come to together; 0 means 256 MiB
	MaxRatio    int64 // times its packed size that a member may be; 0 means 200
	MaxMembers  int   // of a package; 0 means 20,000
	MaxDepth    int   // elements of an XML part inside one another; 0 means 256
	MaxCells    int   // places that the tables of a file may have together; 0 means 1,000,000

	Office     string          // path of LibreOffice's soffice; "" finds it, NoOffice never runs it
	OfficeTime time.Duration   // that one conversion may take; 0 means 90 seconds
	Context    context.Context // ends what was started (conversion, recognition) when it is done; nil never does
	MaxPages   int             // of a paged file; more are refused; 0 means 5000
	OCR        bool            // recognise pictures and scanned pages
}

// Document reads src and fills in its MediaType, Charset and SHA256, if that is not known yet. The format
// is told by the content, never by the name. An *Error says why src is no
// readable text; wording that was damaged is a Problem of the Document.
func Document(src *policy.Source, opt Options) (*policy.Document, error) {
	if err := checkSize(src, opt.MaxBytes); err != nil {
		return nil, err
	}
	if src.SHA256 == "" {
		sum := sha256.Sum256(src.Bytes)
		src.SHA256 = hex.EncodeToString(sum[:])
	}
	if f := formatOf(src.Bytes); f != nil {
		src.MediaType = f.mediaType
		return f.read(src, opt)
	}
	if err := checkBinary(src.Bytes); err != nil {
		return nil, err
	}
	d, err := decode(src.Bytes, opt.Charset)
	if err != nil {
		return nil, err
	}
	src.Charset = d.charset
	return readDecoded(src, d, opt)
}

// readDecoded reads a file that is text: Markdown, a web page, fields with delimiters, or
// nothing but wording.
func readDecoded(src *policy.Source, d decoded, opt Options) (*policy.Document, error) {
	s := d.text.String()
	if strings.TrimSpace(s) == "" {
		return nil, &Error{"文件里没有文字", "the file holds no text"}
	}
	if !strings.HasPrefix(strings.TrimSpace(s[:min(1024, len(s))]), "<") && looksLikeMarkdown(s) {
		src.MediaType = markdownType
		return markdown(src, d)
	}
	if looksLikeHTML(s) {
		src.MediaType = "text/html"
		if opt.Charset == "" {
			d = pageCharset(src, d)
		}
		return page(src, d)
	}
	if delimiter := csvDelimiter(src.Name, s); delimiter != 0 {
		src.MediaType = csvType
		return readCSV(src, d, delimiter, opt)
	}
	src.MediaType = "text/plain"
	return plain(src, d), nil
}

// checkSize refuses what is empty or larger than limit bytes.
func checkSize(src *policy.Source, limit int64) error {
	if limit <= 0 {
		limit = defaultMaxBytes
	}
	if len(src.Bytes) == 0 {
		return &Error{"文件是空的（0 字节）", "the file is empty (0 bytes)"}
	}
	if n := int64(len(src.Bytes)); n > limit {
		return &Error{
			fmt.Sprintf("文件太大：%d 字节，上限 %d 字节；请拆分后再读", n, limit),
			fmt.Sprintf("the file is too large: %d bytes, the limit is %d; split it first", n, limit),
		}
	}
	return nil
}
