package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"

	"shuzheng/extract/read/pdfium"
)

// formats are the benchmarks of package read that are printed, in this order, and
// what their figures count.
var formats = []struct{ name, unit, of string }{
	{"PDF", "pages/s", "PDF, with boxes and lines"},
	{"DOCX", "MB/s", "DOCX, of unpacked XML"},
	{"OFD", "MB/s", "OFD, of unpacked XML"},
	{"XLSX", "MB/s", "XLSX, of unpacked XML"},
	{"HTML", "MB/s", "HTML, of the page"},
}

// readers runs the Go benchmarks of the readers on one core: no program around them.
func readers() error {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	args := []string{"test", "-run", "^$", "-cpu", "1", "-bench", "^Benchmark(" + strings.Join(names, "|") + ")$"}
	if pdfium.Available() {
		args = append(args, "-tags", "pdfium")
	}
	cmd := exec.Command("go", append(args, "./extract/read")...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%w\n%s", err, bytes.TrimSpace(out))
	}
	for _, f := range formats {
		figure := figureOf(string(out), "Benchmark"+f.name, f.unit)
		if figure == "" {
			line("read "+f.of, "skipped")
			continue
		}
		line("read "+f.of, figure+" "+f.unit)
	}
	return nil
}

// figureOf is the figure before unit in the line of a benchmark, "" where there is none.
func figureOf(out, name, unit string) string {
	for line := range strings.Lines(out) {
		words := strings.Fields(line)
		if i := slices.Index(words, unit); i > 1 && words[0] == name {
			return words[i-1]
		}
	}
	return ""
}
