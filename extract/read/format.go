package read

import "shuzheng/policy"

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
}, throughOffice()...)

// formatOf finds the format of b; nil for text, web pages and what nobody reads.
func formatOf(b []byte) *format {
	for i := range formats {
		if formats[i].is(b) {
			return &formats[i]
		}
	}
	return nil
}
