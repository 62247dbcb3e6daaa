package main

import (
	"os"
	"path/filepath"
	"strings"
)

// pageName is the name of an evidence page if nothing is said.
const pageName = "report.html"

// reportCommand is `shuzheng report [flags] PATH... -o report.html`: the evidence page.
func reportCommand(p *program, args []string) int {
	x := &extraction{program: p}
	f := p.flags("report")
	f.StringVar(&x.to, "o", "", "")
	x.declare(f)
	x.declareMemory(f)
	f.StringVar(&x.review.file, "verdicts", "", "")
	f.BoolVar(&x.quiet, "quiet", false, "")
	if code := x.begin(f, args); code != goOn {
		return code
	}
	x.to = pageFor(x.to, x.paths)
	return x.run(x.openReport)
}

// pageFor is where the page goes: into a folder under the usual name; if nothing is said,
// into the folder of the run, for a single file under a name after it.
func pageFor(to string, paths []string) string {
	if to != "" {
		if info, err := os.Stat(to); err == nil && info.IsDir() {
			return filepath.Join(to, pageName)
		}
		return to
	}
	if info, err := os.Stat(paths[0]); err != nil || len(paths) > 1 || info.IsDir() {
		return pageName
	}
	name := filepath.Base(paths[0])
	return strings.TrimSuffix(name, filepath.Ext(name)) + "." + pageName
}

// openReport opens the page. A wrong -o is refused before anything is read.
func (x *extraction) openReport(inputs []input) (output, int) {
	if x.to == "-" {
		return x.newPage(x.out, nil), goOn
	}
	if !strings.EqualFold(filepath.Ext(x.to), ".html") {
		return nil, x.usage("-o %s：核对页的文件名要以 .html 结尾", "-o %s: the name of an evidence page ends in .html", x.to)
	}
	return x.file(format{open: openPage}, inputs)
}
