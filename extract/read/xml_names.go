package read

// An xmlSpace is a namespace of XML that some reader knows.
type xmlSpace uint8

// The namespaces, by the prefixes that are usual for them.
const (
	otherSpace xmlSpace = iota // any other one, and none
	spaceW                     // paragraphs and tables of a text document
	spaceMC                    // mc: alternatives
	spaceM                     // m: formulas
	spaceR                     // r: references to other parts
	spaceA                     // a: drawings
	spaceV                     // v: drawings, the older kind
	spaceO                     // o: embedded objects
	spaceC                     // c: charts
	spaceRels                  // lists of relationships
	spaceXML                   // xml:
)

// xmlSpaces are the names by which documents call them; the second of two is that
// of ISO/IEC 29500 Strict.
var xmlSpaces = map[string]xmlSpace{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        spaceW,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                    spaceW,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":         spaceMC,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":          spaceM,
	"http://purl.oclc.org/ooxml/officeDocument/math":                      spaceM,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": spaceR,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             spaceR,
	"http://schemas.openxmlformats.org/drawingml/2006/main":               spaceA,
	"http://purl.oclc.org/ooxml/drawingml/main":                           spaceA,
	"urn:schemas-microsoft-com:vml":                                       spaceV,
	"urn:schemas-microsoft-com:office:office":                             spaceO,
	"http://schemas.openxmlformats.org/drawingml/2006/chart":              spaceC,
	"http://purl.oclc.org/ooxml/drawingml/chart":                          spaceC,
	"http://schemas.openxmlformats.org/package/2006/relationships":        spaceRels,
	"http://www.w3.org/XML/1998/namespace":                                spaceXML,
}
