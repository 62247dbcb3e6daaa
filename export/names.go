package export

// A Heading names a column of the workbook: its ID for programs, and what stands
// above it in each language.
type Heading struct{ ID, Zh, En string }

// FigureHeadings are the columns of the sheet of figures in their order, for programs that
// read a workbook back.
func FigureHeadings() []Heading { return headings(auditedColumns) }

// EvidenceHeadings are those of the sheet of evidence.
func EvidenceHeadings() []Heading { return headings(evidenceColumns) }

// DocumentHeadings are those of the sheet of documents.
func DocumentHeadings() []Heading { return headings(documentColumns) }

// VerdictHeadings are the columns that an auditor fills, or that are about what an
// auditor filled: no reading of the program's.
func VerdictHeadings() (list []Heading) {
	for _, h := range headings(verdictColumns) {
		if h.ID != "id" && h.ID != "digest" {
			list = append(list, h)
		}
	}
	return list
}

func headings[T any](columns []column[T]) (list []Heading) {
	for _, c := range columns {
		list = append(list, Heading{c.id, c.zh, c.en})
	}
	return list
}

// VersionKey and ReadingKey stand on the first sheet beside the version of the program
// and the flags of reading.
var (
	VersionKey = Heading{"version", "程序版本", "Program version"}
	ReadingKey = Heading{"reading", "读取选项", "Read with"}
)
