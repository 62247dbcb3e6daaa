package data

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shuzheng/export/codebook"
)

const stataHead = `* 把数证写出的表读进 Stata（14 以上），带类型、中英文变量标签和值标签。
* Loads the tables that shuzheng wrote into Stata (14 or later), with types, variable labels and value labels.
*   cd 到本文件所在的文件夹，然后 do %FILE%
*   label language en 换成英文标签 (English labels); label language zh 换回中文
* 数值超过 15 位的，完整数位在 value_text。Values of more than 15 digits are whole in value_text.
version 14
`

// stataScript is a script that loads tables into Stata and keeps each as .dta.
func stataScript(file string, tables []*codebook.Table, at func(t *codebook.Table) string) string {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(stataHead, "%FILE%", quoteStata(file)))
	for _, t := range tables {
		stataTable(&b, t, at(t))
	}
	return b.String()
}

func stataTable(b *strings.Builder, t *codebook.Table, csv string) {
	fmt.Fprintf(b, "\n* %s\n", both(t.Zh, t.En))
	fmt.Fprintf(b, "import delimited using %s, clear varnames(1) case(preserve) encoding(\"UTF-8\") bindquotes(strict) maxquotedrows(unlimited) stringcols(_all)\n", quoteStata(csv))
	var labels [2]strings.Builder
	for i := range t.Columns {
		c := &t.Columns[i]
		stataType(b, c)
		fmt.Fprintf(&labels[0], "label variable %s %s\n", c.Name, quoteStata(c.Zh))
		fmt.Fprintf(&labels[1], "label variable %s %s\n", c.Name, quoteStata(c.En))
		if stringCodes(c) != "" {
			fmt.Fprintf(&labels[0], "label values %s %s_zh\n", c.Name, c.Values)
			fmt.Fprintf(&labels[1], "label values %s %s_en\n", c.Name, c.Values)
		}
	}
	fmt.Fprintf(b, "label language zh, rename\n%slabel language en, new\n%slabel language zh\ncompress\n", labels[0].String(), labels[1].String())
	fmt.Fprintf(b, "save %s, replace\n", quoteStata(t.Name+".dta"))
}

// stataType turns a column of texts into what it is. Codes become numbers with labels:
// encode needs a label whose texts are the codes; those with their meanings follow.
func stataType(b *strings.Builder, c *codebook.Column) {
	switch {
	case c.Type == codebook.Integer || c.Type == codebook.Decimal:
		fmt.Fprintf(b, "destring %s, replace\n", c.Name)
	case c.Type == codebook.Date:
		replaceStata(b, c.Name, fmt.Sprintf(`generate long __new = date(%s, "YMD")`, c.Name))
		fmt.Fprintf(b, "format %s %%td\n", c.Name)
	case c.Type == codebook.Boolean:
		replaceStata(b, c.Name, fmt.Sprintf(`generate byte __new = %s == "true" if %[1]s != ""`, c.Name))
	case c.Values != "":
		list := c.Values
		stataLabel(b, list+"_code", list, func(c *codebook.Code) string { return c.Code })
		replaceStata(b, c.Name, fmt.Sprintf("encode %s, generate(__new) label(%s_code)", c.Name, list))
		stataLabel(b, list+"_zh", list, func(c *codebook.Code) string { return c.Zh })
		stataLabel(b, list+"_en", list, func(c *codebook.Code) string { return c.En })
	}
}

// replaceStata puts the variable __new, which a command makes, into the place of another.
func replaceStata(b *strings.Builder, name, command string) {
	fmt.Fprintf(b, "%s\norder __new, after(%s)\ndrop %[2]s\nrename __new %[2]s\n", command, name)
}

// stataLabel defines a label of numbers from 1 on.
func stataLabel(b *strings.Builder, name, list string, text func(*codebook.Code) string) {
	fmt.Fprintf(b, "label define %s", name)
	for i, c := range codesOf(list) {
		fmt.Fprintf(b, " %d %s", i+1, quoteStata(text(&c)))
	}
	b.WriteString(", replace\n")
}

// quoteStata writes a text in compound quotes. Stata looks for macros in any text, so
// its signs are taken out of the names of files.
func quoteStata(s string) string {
	return "`\"" + strings.NewReplacer("`", "_", "$", "_", "\"", "_", "\n", "_").Replace(s) + "\"'"
}

// NewStata writes the figures as CSV, and the script that loads them; csvName is the
// CSV's name beside it.
func NewStata(csv, script io.Writer, csvName, scriptName string, options Options) (*Writer, error) {
	text := stataScript(scriptName, []*codebook.Table{figureTable.Table}, func(*codebook.Table) string { return csvName })
	return newScripted(csv, script, text, options)
}

// scripts writes the scripts that load a Data Package.
func (f *folder) scripts() error {
	var tables []*codebook.Table
	for i := range codebook.Tables() {
		tables = append(tables, &codebook.Tables()[i])
	}
	at := func(t *codebook.Table) string { return f.files[t.Name].name }
	err := os.WriteFile(filepath.Join(f.dir, "load.R"), []byte(rScript("load.R", tables, at)), 0o666)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(f.dir, "load.do"), []byte(stataScript("load.do", tables, at)), 0o666)
}
