package archive

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"strconv"
	"strings"
)

// A kind of archive, told by the content.
type kind uint8

const (
	none   kind = iota
	zipped      // ZIP
	taped       // TAR
	gzTape      // TAR in GZIP
	gzOne       // one file in GZIP
)

func bytesReader(b []byte) *bytes.Reader { return bytes.NewReader(b) }

// kindOf looks at the beginning of a file. ZIP packages that are one document (DOCX,
// XLSX, OFD …) are no archives.
func kindOf(in io.ReaderAt, size int64) kind {
	head := make([]byte, 512)
	n, _ := in.ReadAt(head, 0)
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		if isPackage(in, size) {
			return none
		}
		return zipped
	case isTape(head):
		return taped
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return gzipKind(in, size)
	}
	return none
}

// gzipKind says what a GZIP file holds.
func gzipKind(in io.ReaderAt, size int64) kind {
	z, err := gzip.NewReader(io.NewSectionReader(in, 0, size))
	if err != nil {
		return gzOne
	}
	head := make([]byte, 512)
	n, _ := io.ReadFull(z, head)
	if isTape(head[:n]) {
		return gzTape
	}
	return gzOne
}

// isTape says whether head, a block of 512 bytes, begins a TAR archive: its checksum is
// right.
func isTape(head []byte) bool {
	if len(head) < 512 || head[0] == 0 {
		return false
	}
	sum, err := strconv.ParseInt(strings.Trim(string(head[148:156]), " \x00"), 8, 64)
	if err != nil {
		return false
	}
	for i, c := range head {
		if i >= 148 && i < 156 {
			c = ' '
		}
		sum -= int64(c)
	}
	return sum == 0
}

// isPackage says whether a ZIP file is a document: its members are parts of it.
func isPackage(in io.ReaderAt, size int64) bool {
	z, err := zip.NewReader(in, size)
	if z == nil || err != nil && err != zip.ErrInsecurePath {
		return false
	}
	for i, f := range z.File {
		switch strings.ToLower(strings.TrimPrefix(f.Name, "/")) {
		case "[content_types].xml", "ofd.xml", "word/document.xml", "xl/workbook.xml":
			return true
		case "mimetype": // OpenDocument, EPUB
			if i == 0 {
				return true
			}
		}
	}
	return false
}
