package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"shuzheng/extract/read/pdfium"
	"shuzheng/extract/read/pdftest"
)

const manyPages = 200 // of the file that the memory is measured with

// pdf measures the start-up of PDFium, whose machine code earlier runs have kept, and
// the memory that a long file takes.
func pdf(program, dir string) error {
	if !pdfium.Available() {
		line("PDF", "skipped: this build has no PDFium")
		return nil
	}
	out := filepath.Join(dir, "out.json")
	one, err := pdfFile(dir, 1)
	if err != nil {
		return err
	}
	if _, err := run(program, 0, "extract", one, "--quiet", "-o", out); err != nil { // fills the cache
		return err
	}
	times, err := walls(program, "extract", one, "--quiet", "-o", out)
	if err != nil {
		return err
	}
	line("PDF of one page to .json, warm cache, median", "", fmt.Sprintf("%.1f ms", milli(times[coldRuns/2])))
	many, err := pdfFile(dir, manyPages)
	if err != nil {
		return err
	}
	var speed, peak []string
	for _, cores := range []int{1, runtime.NumCPU()} {
		r, err := run(program, cores, "extract", many, "--quiet", "-o", out)
		if err != nil {
			return err
		}
		speed = append(speed, fmt.Sprintf("%.1f pages/s", manyPages/r.wall.Seconds()))
		peak = append(peak, fmt.Sprintf("%.0f MB", mega(r.peak)))
	}
	line(fmt.Sprintf("PDF of %d pages to .json", manyPages), speed...)
	line("  peak memory", peak...)
	return nil
}

// pdfFile writes a PDF file of n pages into dir.
func pdfFile(dir string, n int) (string, error) {
	name := filepath.Join(dir, fmt.Sprintf("%d.pdf", n))
	return name, os.WriteFile(name, pdftest.Report(n), 0o666)
}
