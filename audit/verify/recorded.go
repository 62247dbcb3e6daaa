package verify

import (
	"cmp"
	"slices"
	"strconv"

	"shuzheng/audit/book"
	"shuzheng/export"
	"shuzheng/extract/read"
)

// Recorded is what a workbook says of how it was made.
type Recorded struct {
	Documents []Source // in their order
	English   bool     // its headings are English
	Version   string   // of the program
	Options   string   // of reading, as flags
}

// A Source is a document as the workbook records it.
type Source struct {
	Name, SHA256 string
	IDs          []string // of its figures
	Numbers      []string // of its figures in the workbook
}

// RecordedBy reads that from the sheets of documents and of evidence; each may have
// been altered or lack rows that the other has.
func RecordedBy(sheets []read.Worksheet) Recorded {
	var rec Recorded
	byName, first := rec.evidence(sheets)
	for _, t := range book.Likely(sheets, export.DocumentHeadings()) {
		rec.English = rec.English || t.English
		for i := range t.Rows {
			s := Source{Name: t.Text(&t.Rows[i], "file"), SHA256: t.Text(&t.Rows[i], "sha256")}
			if known := byName[s.Name]; known != nil {
				s.IDs, s.Numbers = known.IDs, known.Numbers
			}
			delete(byName, s.Name)
			rec.Documents = append(rec.Documents, s)
		}
	}
	rec.addLost(byName, first)
	rec.Version, rec.Options = book.Beside(sheets, export.VersionKey), book.Beside(sheets, export.ReadingKey)
	return rec
}

// evidence reads the sheet of evidence: the documents it names, with their figures, and the
// number of the first figure of each.
func (rec *Recorded) evidence(sheets []read.Worksheet) (byName map[string]*Source, first map[string]int) {
	byName, first = map[string]*Source{}, map[string]int{}
	for _, t := range book.Likely(sheets, export.EvidenceHeadings()) {
		rec.English = rec.English || t.English
		for i := range t.Rows {
			r := &t.Rows[i]
			name, number := t.Text(r, "file"), t.Text(r, "number")
			s := byName[name]
			if s == nil {
				s = &Source{Name: name}
				byName[name] = s
				first[name] = 1 << 30
			}
			s.IDs, s.Numbers = append(s.IDs, t.Text(r, "id")), append(s.Numbers, number)
			if n, err := strconv.Atoi(number); err == nil {
				first[name] = min(first[name], n)
			}
		}
	}
	return byName, first
}

// addLost puts documents whose rows are gone from the sheet of documents where their
// figures stand. A name on few rows only is one that was altered there.
func (rec *Recorded) addLost(lost map[string]*Source, first map[string]int) {
	var names []string
	for name := range lost {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(first[a], first[b]), cmp.Compare(a, b)) })
	for _, name := range names {
		at := slices.IndexFunc(rec.Documents, func(s Source) bool {
			n, known := first[s.Name]
			return known && n > first[name]
		})
		if at < 0 {
			at = len(rec.Documents)
		}
		rec.Documents = slices.Insert(rec.Documents, at, *lost[name])
	}
}

// An omission is what is left out of a comparison: the rows of some documents.
type omission struct{ names, numbers map[string]bool }

// omissionOf is that of the documents with these names.
func omissionOf(sheets []read.Worksheet, names []string) omission {
	o := omission{map[string]bool{}, map[string]bool{}}
	if len(names) == 0 {
		return o
	}
	for _, s := range RecordedBy(sheets).Documents {
		if slices.Contains(names, s.Name) {
			o.names[s.Name] = true
			for _, n := range s.Numbers {
				o.numbers[n] = true
			}
		}
	}
	return o
}

// holds says whether a row is left out.
func (o *omission) holds(t *book.Table, r *book.Row) bool {
	if t.Index("file") >= 0 {
		return o.names[t.Text(r, "file")]
	}
	return o.numbers[t.Text(r, "number")]
}
