package read

import (
	"slices"

	"shuzheng/policy"
)

// A format is a kind of file that is no plain text and no web page. Adding one is
// adding a line to formats and a file for its reader.
type format struct {
	mediaType string
	is        func(b []byte) bool // by the content, never by the name
	read      func(src *policy.Source, opt Options) (*policy.Document, error)
}

// formats is looked through from top to bottom.
var formats = append([]format{
	{docxType, isDOCX, readDOCX},
	{docType, isDOC, readDOC},
	{sealedType, isSealed, refuseSealed},
	{"application/pdf", isPDF, readPDF},
	{"image/png", begins("\x89PNG\r\n\x1a\n"), readPicture},
	{"image/jpeg", begins("\xff\xd8\xff"), readPicture},
	{"image/tiff", begins("II*\x00", "MM\x00*"), readPicture},
	{"image/bmp", isBMP, readPicture},
	{ofdType, isOFD, readOFD},
	{xlsxType, isXLSX, readXLSX},
	{xlsType, isXLS, readXLS},
}, throughOffice()...)

// begins says whether a file begins with one of the marks.
func begins(marks ...string) func(b []byte) bool {
	return func(b []byte) bool {
		return slices.ContainsFunc(marks, func(m string) bool { return len(b) >= len(m) && string(b[:len(m)]) == m })
	}
}

// isBMP says whether b is a bitmap: texts may begin with BM, but no text has the NUL
// bytes of its header.
func isBMP(b []byte) bool {
	return len(b) > 54 && string(b[:2]) == "BM" && string(b[6:10]) == "\x00\x00\x00\x00"
}

// formatOf finds the format of b; nil for text, web pages and what nobody reads.
func formatOf(b []byte) *format {
	for i := range formats {
		if formats[i].is(b) {
			return &formats[i]
		}
	}
	return nil
}
