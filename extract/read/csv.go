package read

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// CSV is text; whether text is a table is told by its lines: every one has the same
// number of fields. The ending of the name is a hint: less proof is asked for then.

const csvType = "text/csv"

// csvSample is how many bytes are looked at to tell a table from text.
const csvSample = 64 << 10

// csvDelimiter is what parts the fields of s, 0 where s is no table.
func csvDelimiter(name, s string) byte {
	lower := strings.ToLower(name)
	hint := strings.HasSuffix(lower, ".csv") || strings.HasSuffix(lower, ".tsv")
	best, delimiter := 0, byte(0)
	for _, d := range []byte{',', ';', '\t', '|'} {
		if d != ',' && !hint {
			break
		}
		if fit := fitCSV(s, d, hint); fit > best {
			best, delimiter = fit, d
		}
	}
	return delimiter
}

// fitCSV is how many of a hundred records of s, parted by d, have the usual number of
// fields; 0 where s is no table: without the hint all must have the same, three or
// more, with numbers in most, and with it two out of three at least two.
func fitCSV(s string, d byte, hint bool) int {
	first := s[:min(len(s), csvSample)]
	if strings.IndexByte(first, d) < 0 || strings.IndexByte(first, '\n') < 0 {
		return 0
	}
	c := csvScanner{s: first, delimiter: d}
	counts, records, numbers := map[int]int{}, 0, 0
	for c.at < len(c.s) {
		fields := c.record()
		if c.at >= len(c.s) && len(first) < len(s) || len(fields) == 1 && fields[0].start == fields[0].end {
			continue // cut off, or blank
		}
		counts[len(fields)]++
		records++
		if records > 1 && hasNumberField(first, fields) {
			numbers++
		}
		if !hint && (len(counts) > 1 || len(fields) < 3) {
			return 0
		}
	}
	usual, most := commonest(counts)
	fits := usual >= 2 && records >= 2 && 10*most >= 6*records
	if !hint {
		fits = usual >= 3 && records >= 3 && most == records && 2*numbers >= records-1
	}
	if !fits {
		return 0
	}
	return 100 * most / records
}

// commonest is the number of fields that most records have, the larger of equals, and how many have it.
func commonest(counts map[int]int) (usual, most int) {
	for n, k := range counts {
		if k > most || k == most && n > usual {
			usual, most = n, k
		}
	}
	return usual, most
}

func hasNumberField(s string, fields []csvField) bool {
	return slices.ContainsFunc(fields, func(f csvField) bool { return isNumber(s[f.start:f.end]) })
}

// A csvField is a field of a record: its bytes without quotation marks.
type csvField struct {
	start, end int
	quoted     bool // two quotation marks in it stand for one
}

// A csvScanner goes over records.
type csvScanner struct {
	s         string
	at        int
	delimiter byte
	fields    []csvField
	open      bool // a quotation mark is never closed
}

// record reads the next record.
func (c *csvScanner) record() []csvField {
	c.fields = c.fields[:0]
	for {
		c.fields = append(c.fields, c.field())
		if c.at >= len(c.s) {
			return c.fields
		}
		end := c.s[c.at]
		c.at++
		if end == '\r' && c.at < len(c.s) && c.s[c.at] == '\n' {
			c.at++
		}
		if end != c.delimiter {
			return c.fields
		}
	}
}

// field reads a field up to its delimiter or the end of its line.
func (c *csvScanner) field() csvField {
	if c.at < len(c.s) && c.s[c.at] == '"' {
		if f, ok := c.quoted(); ok {
			return f
		}
	}
	start := c.at
	for c.at < len(c.s) && c.s[c.at] != c.delimiter && c.s[c.at] != '\n' && c.s[c.at] != '\r' {
		c.at++
	}
	return csvField{start, c.at, false}
}

// quoted reads a field in quotation marks; ok is false where they are no such ones.
func (c *csvScanner) quoted() (f csvField, ok bool) {
	if c.open {
		return f, false
	}
	i := c.at + 1
	for {
		k := strings.IndexByte(c.s[i:], '"')
		if k < 0 {
			c.open = true
			return f, false
		}
		i += k + 1
		if i < len(c.s) && c.s[i] == '"' {
			f.quoted = true
			i++
			continue
		}
		if i < len(c.s) && c.s[i] != c.delimiter && c.s[i] != '\n' && c.s[i] != '\r' {
			return f, false
		}
		f.start, f.end, c.at = c.at+1, i-1, i
		return f, true
	}
}

// readCSV reads the decoded text of a table.
func readCSV(src *policy.Source, d decoded, delimiter byte, opt Options) (*policy.Document, error) {
	s := &sheet{}
	text := d.text.String()
	c := csvScanner{s: text, delimiter: delimiter}
	left := limitOr(opt.MaxCells, defaultMaxCells)
	s.cells = make([]sheetCell, 0, min(left, strings.Count(text, "\n")+strings.Count(text, string(rune(delimiter)))+1))
	for row := 0; c.at < len(c.s) && left > 0; row++ {
		for col, f := range c.record() {
			if t := csvText(d.text, f); left > 0 && !isBlank(t.String()) {
				left--
				s.cells = append(s.cells, sheetCell{row: row, col: col, text: t, number: isNumber(t.String())})
			}
		}
	}
	if left == 0 {
		s.note(-1, 0, "单元格过多，后面的没有读取（--max-cells）")
	}
	doc, err := sheetDocument(src, []*sheet{s}, opt)
	if err != nil {
		return nil, err
	}
	if n := len(d.damage); n > 0 {
		doc.Report(policy.Span{}, d.damage[0].what)
	}
	return doc, nil
}

// csvText is the wording of a field.
func csvText(t policy.Text, f csvField) policy.Text {
	w := t.Slice(f.start, f.end)
	if !f.quoted {
		return w
	}
	e := w.Edit()
	for s := w.String(); ; {
		k := strings.Index(s[e.At():], `""`)
		if k < 0 {
			return e.Text()
		}
		e.Copy(k)
		e.Replace(2, `"`)
	}
}
