package main

import (
	"path/filepath"
	"strconv"
	"strings"
)

// reading names the flags of reading that change what is read, as they are given again
// to read the same: --region 金华市 --year 2021.
func (x *extraction) reading() string {
	var b strings.Builder
	add := func(name, value string) {
		if value != "" {
			b.WriteString(" --" + name + " " + value)
		}
	}
	add("charset", x.opt.Read.Charset)
	add("region", x.opt.Region)
	if x.opt.Year != 0 {
		add("year", strconv.Itoa(x.opt.Year))
	}
	for _, t := range []struct{ name, file string }{{"units", x.tables.Units.File}, {"places", x.tables.Places.File}, {"periods", x.tables.Periods.File}, {"concepts", x.tables.Concepts.File}} {
		if t.file != "" {
			add(t.name, filepath.Base(t.file))
		}
	}
	if x.opt.Read.OCR {
		b.WriteString(" --ocr")
	}
	return strings.TrimPrefix(b.String(), " ")
}
