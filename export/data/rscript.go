package data

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"shuzheng/export/codebook"
)

// rTypes are what R reads the columns as.
var rTypes = map[codebook.Type]string{codebook.String: "character", codebook.Integer: "integer", codebook.Decimal: "numeric", codebook.Date: "Date", codebook.Boolean: "logical"}

const rHead = `# 把数证写出的表读进 R，带类型、中英文列名和代码的含义。不需要其他程序包。
# Loads the tables that shuzheng wrote into R, with types, labels and the meaning of codes. Needs no package.
#   source("%FILE%", chdir = TRUE, encoding = "UTF-8")
#   table(coded(figures$status))           # 代码的中文含义；英文：coded(figures$status, "en")
#   attr(figures$OBS_VALUE, "label")       # 列名
# 数值超过 15 位的，完整数位在 value_text。Values of more than 15 digits are whole in value_text.

code_lists <- list()
%CODES%
coded <- function(x, lang = "zh") {
  list <- code_lists[[attr(x, "codes")]]
  factor(x, levels = list$code, labels = list[[lang]])
}

load_table <- function(file, columns) {
  x <- read.csv(file, encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE, check.names = FALSE,
                colClasses = setNames(columns$type, columns$name))
  for (i in seq_along(columns$name)) {
    name <- columns$name[i]
    attr(x[[name]], "label") <- columns$zh[i]
    attr(x[[name]], "label_en") <- columns$en[i]
    if (columns$codes[i] != "") attr(x[[name]], "codes") <- columns$codes[i]
  }
  x
}
`

// rScript is a script that loads tables into R; at names the CSV of each.
func rScript(file string, tables []*codebook.Table, at func(t *codebook.Table) string) string {
	var b strings.Builder
	b.WriteString(strings.NewReplacer("%FILE%", file, "%CODES%\n", rCodes(tables)).Replace(rHead))
	for _, t := range tables {
		b.WriteString("\n# " + both(t.Zh, t.En) + "\n" + t.Name + " <- load_table(" + quoteR(at(t)) + ", list(\n")
		b.WriteString("  name = " + rVector(t, func(c *codebook.Column) string { return c.Name }) + ",\n")
		b.WriteString("  type = " + rVector(t, func(c *codebook.Column) string { return rTypes[c.Type] }) + ",\n")
		b.WriteString("  codes = " + rVector(t, func(c *codebook.Column) string { return stringCodes(c) }) + ",\n")
		b.WriteString("  zh = " + rVector(t, func(c *codebook.Column) string { return c.Zh }) + ",\n")
		b.WriteString("  en = " + rVector(t, func(c *codebook.Column) string { return c.En }) + "))\n")
	}
	return b.String()
}

// stringCodes is the list of codes of a column of texts.
func stringCodes(c *codebook.Column) string {
	if c.Type != codebook.String {
		return ""
	}
	return c.Values
}

func rVector(t *codebook.Table, value func(*codebook.Column) string) string {
	list := make([]string, len(t.Columns))
	for i := range t.Columns {
		list[i] = quoteR(value(&t.Columns[i]))
	}
	return rList(list)
}

func rList(quoted []string) string { return "c(" + strings.Join(quoted, ", ") + ")" }

// rCodes are the lists of codes that columns of the tables have.
func rCodes(tables []*codebook.Table) string {
	var b strings.Builder
	for _, list := range listsOf(tables) {
		var code, zh, en []string
		for _, c := range codesOf(list) {
			code, zh, en = append(code, quoteR(c.Code)), append(zh, quoteR(c.Zh)), append(en, quoteR(c.En))
		}
		b.WriteString("code_lists$" + list + " <- list(code = " + rList(code) + ",\n  zh = " + rList(zh) + ",\n  en = " + rList(en) + ")\n")
	}
	return b.String()
}

// listsOf are the lists of codes of the tables' columns of texts, each once.
func listsOf(tables []*codebook.Table) (lists []string) {
	seen := map[string]bool{"": true}
	for _, t := range tables {
		for i := range t.Columns {
			if list := stringCodes(&t.Columns[i]); !seen[list] {
				seen[list], lists = true, append(lists, list)
			}
		}
	}
	return lists
}

// quoteR writes a text as R does; the escapes that Go's quotes need are R's too.
func quoteR(s string) string { return strconv.Quote(s) }

// NewR writes the figures as CSV, and the script that loads them; csvName is the CSV's
// name beside it.
func NewR(csv, script io.Writer, csvName, scriptName string, options Options) (*Writer, error) {
	text := rScript(scriptName, []*codebook.Table{figureTable.Table}, func(*codebook.Table) string { return csvName })
	return newScripted(csv, script, text, options)
}

// newScripted writes the figures as CSV beside a script.
func newScripted(csv, script io.Writer, text string, options Options) (*Writer, error) {
	if _, err := io.WriteString(script, text); err != nil {
		return nil, err
	}
	s := &csvSink{csvFile{out: csv}}
	return newWriter(s, options, "figures"), s.head(columnNames(figureTable.Table))
}

// MayReplace says whether the CSV beside a script can be written to a path: nothing is
// there, or the figures of an earlier run.
func MayReplace(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	defer f.Close()
	head := []byte(figureTable.Columns[0].Name + "," + figureTable.Columns[1].Name + ",")
	found := make([]byte, len(head))
	_, err = io.ReadFull(f, found)
	return err == io.EOF || bytes.Equal(found, head)
}
