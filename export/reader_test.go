package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// This is a second reader of workbooks, strict where spreadsheets repair a file or
// refuse it: order of elements and rows, styles, merged cells, lengths, formulas.

type xmlRun struct {
	Text string `xml:"t"`
}

type xmlCell struct {
	Ref     string   `xml:"r,attr"`
	Type    string   `xml:"t,attr"`
	Style   int      `xml:"s,attr"`
	Formula string   `xml:"f"`
	Value   string   `xml:"v"`
	Text    []string `xml:"is>t"`
	Runs    []xmlRun `xml:"is>r"`
}

type xmlSheet struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Rows []struct {
		Number int       `xml:"r,attr"`
		Height float64   `xml:"ht,attr"`
		Cells  []xmlCell `xml:"c"`
	} `xml:"sheetData>row"`
	Filter *struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Merges []struct {
		Ref string `xml:"ref,attr"`
	} `xml:"mergeCells>mergeCell"`
}

// A readSheet is a worksheet by cell: "A1" → its wording.
type readSheet struct {
	name    string
	rows    int
	text    map[string]string
	formula map[string]string
	number  map[string]bool
	merges  []string
}

// readWorkbook reads a workbook and reports what a spreadsheet would not take.
func readWorkbook(t *testing.T, data []byte) []readSheet {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", z.File[0].Name)
	}
	for name, body := range files {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			wellFormed(t, name, body)
		}
	}
	var styles struct {
		Xfs []struct{} `xml:"cellXfs>xf"`
	}
	unmarshal(t, files["xl/styles.xml"], &styles)
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	unmarshal(t, files["xl/workbook.xml"], &book)
	var rels struct {
		To []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	unmarshal(t, files["xl/_rels/workbook.xml.rels"], &rels)
	target := map[string]string{}
	for _, r := range rels.To {
		target[r.ID] = path.Join("xl", strings.TrimPrefix(r.Target, "/xl/"))
	}
	texts := readStrings(t, files, target)
	var sheets []readSheet
	seen := map[string]bool{}
	for _, s := range book.Sheets {
		lower := strings.ToLower(s.Name)
		if seen[lower] || units(s.Name) > 31 || s.Name == "" || strings.ContainsAny(s.Name, `:\/?*[]`) || strings.Trim(s.Name, "'") != s.Name {
			t.Errorf("sheet name %q", s.Name)
		}
		seen[lower] = true
		sheets = append(sheets, checkSheet(t, s.Name, files[target[s.ID]], len(styles.Xfs), texts))
	}
	for _, s := range sheets {
		for at, f := range s.formula {
			checkLink(t, s.name+"!"+at, f, sheets)
		}
	}
	return sheets
}

func unmarshal(t *testing.T, data []byte, to any) {
	t.Helper()
	if err := xml.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

func wellFormed(t *testing.T, name string, body []byte) {
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// elements is the order that the standard wants for what a worksheet here may hold.
var elements = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells", "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter", "ignoredErrors", "drawing"}

func checkOrder(t *testing.T, name string, body []byte) {
	d := xml.NewDecoder(bytes.NewReader(body))
	depth, at := 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth != 2 {
				continue
			}
			for at < len(elements) && elements[at] != e.Name.Local {
				at++
			}
			if at == len(elements) {
				t.Errorf("%s: <%s> is unknown or out of order", name, e.Name.Local)
				return
			}
		case xml.EndElement:
			depth--
		}
	}
}

var cellRef = regexp.MustCompile(`^([A-Z]+)([0-9]+)$`)

func columnNumber(name string) (n int) {
	for _, r := range name {
		n = n*26 + int(r-'A') + 1
	}
	return n
}

// readStrings reads the table of strings, which the package has to tell of.
func readStrings(t *testing.T, files map[string][]byte, target map[string]string) (texts []string) {
	t.Helper()
	body, ok := files["xl/sharedStrings.xml"]
	typed := bytes.Contains(files["[Content_Types].xml"], []byte(`PartName="/xl/sharedStrings.xml"`))
	if told := slices.Contains(slices.Collect(maps.Values(target)), "xl/sharedStrings.xml"); told != ok || typed != ok {
		t.Errorf("table of strings: there %t, in the list of types %t, of relations %t", ok, typed, told)
	}
	if !ok {
		return nil
	}
	var table struct {
		Items []struct {
			Text string `xml:"t"`
		} `xml:"si"`
	}
	unmarshal(t, body, &table)
	for _, item := range table.Items {
		texts = append(texts, unescape(item.Text))
	}
	return texts
}

func checkSheet(t *testing.T, name string, body []byte, styles int, texts []string) readSheet {
	t.Helper()
	checkOrder(t, name, body)
	var x xmlSheet
	unmarshal(t, body, &x)
	s := readSheet{name: name, text: map[string]string{}, formula: map[string]string{}, number: map[string]bool{}}
	for _, r := range x.Rows {
		if r.Number <= s.rows || r.Height > 409 {
			t.Errorf("%s: row %d after %d, height %g", name, r.Number, s.rows, r.Height)
		}
		s.rows = r.Number
		col := 0
		for _, c := range r.Cells {
			m := cellRef.FindStringSubmatch(c.Ref)
			if m == nil || m[2] != strconv.Itoa(r.Number) || columnNumber(m[1]) <= col {
				t.Fatalf("%s: cell %s in row %d after column %d", name, c.Ref, r.Number, col)
			}
			col = columnNumber(m[1])
			checkCell(t, name, &c, styles, texts, &s)
		}
	}
	paper := name == "底稿" || name == "Working paper" // has lines above and below its table
	if x.Filter != nil && strings.ReplaceAll(x.Filter.Ref, "$", "") != x.Dimension.Ref && !paper {
		t.Errorf("%s: filter over %s, cells in %s", name, x.Filter.Ref, x.Dimension.Ref)
	}
	s.merges = checkMerges(t, name, &x)
	return s
}

func checkCell(t *testing.T, name string, c *xmlCell, styles int, texts []string, s *readSheet) {
	if c.Style <= 0 || c.Style >= styles {
		t.Errorf("%s!%s: style %d of %d", name, c.Ref, c.Style, styles)
	}
	text := strings.Join(c.Text, "")
	for _, r := range c.Runs {
		text += r.Text
	}
	switch {
	case c.Type == "inlineStr" && (c.Formula != "" || c.Value != ""):
		t.Errorf("%s!%s: a text with a formula or value", name, c.Ref)
	case c.Type == "inlineStr":
		s.text[c.Ref] = unescape(text)
	case c.Type == "s":
		if n, err := strconv.Atoi(c.Value); err != nil || n < 0 || n >= len(texts) || c.Formula != "" {
			t.Errorf("%s!%s: text %q of %d", name, c.Ref, c.Value, len(texts))
		} else {
			s.text[c.Ref] = texts[n]
		}
	case c.Type == "" && c.Value != "":
		if _, err := strconv.ParseFloat(c.Value, 64); err != nil {
			t.Errorf("%s!%s: number %q", name, c.Ref, c.Value)
		}
		s.number[c.Ref], s.text[c.Ref] = true, c.Value
	default:
		s.text[c.Ref] = c.Value
	}
	if c.Formula != "" {
		s.formula[c.Ref] = c.Formula
	}
	if n := units(s.text[c.Ref]); n > maxUnits {
		t.Errorf("%s!%s: %d characters", name, c.Ref, n)
	}
}

var escaped = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// unescape reads _x0041_ as spreadsheets do.
func unescape(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16)
		return string(rune(n))
	})
}

func checkMerges(t *testing.T, name string, x *xmlSheet) (refs []string) {
	taken := map[[2]int]bool{}
	for _, m := range x.Merges {
		from, to, _ := strings.Cut(m.Ref, ":")
		a, b := cellRef.FindStringSubmatch(from), cellRef.FindStringSubmatch(to)
		if a == nil || b == nil || from == to {
			t.Errorf("%s: merged %s", name, m.Ref)
			continue
		}
		r0, _ := strconv.Atoi(a[2])
		r1, _ := strconv.Atoi(b[2])
		for r := r0; r <= r1; r++ {
			for c := columnNumber(a[1]); c <= columnNumber(b[1]); c++ {
				if taken[[2]int{r, c}] {
					t.Errorf("%s: merged cells overlap at %s", name, m.Ref)
				}
				taken[[2]int{r, c}] = true
			}
		}
		refs = append(refs, m.Ref)
	}
	return refs
}

var linkFormula = regexp.MustCompile(`^HYPERLINK\("#'([^']+)'!([A-Z]+)([0-9]+)",("[^"]*"|-?[0-9]+(?:\.[0-9]+)?)\)$`)

// checkLink holds a formula against the only form there may be, and its target against the sheets.
// tallyFormula is the only other formula of ours.
var tallyFormula = regexp.MustCompile(`^"[^"]*"(&"[^"]*"&(COUNTIF\(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+,"[^"]*"\)|\(\d+(-COUNTIF\(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+,"[^"]*"\))+\))&"[^"]*")+$`)

func checkLink(t *testing.T, at, formula string, sheets []readSheet) {
	if tallyFormula.MatchString(formula) {
		return
	}
	m := linkFormula.FindStringSubmatch(formula)
	if m == nil {
		t.Errorf("%s: formula %s", at, formula)
		return
	}
	row, _ := strconv.Atoi(m[3])
	for _, s := range sheets {
		if s.name == m[1] && (row <= s.rows || row == 1) {
			return
		}
	}
	t.Errorf("%s leads nowhere: %s", at, formula)
}
