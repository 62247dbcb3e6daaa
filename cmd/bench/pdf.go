package main

import (
	"fmt"
	"os"
	"path/filepath"

	"shuzheng/extract/read/pdfium"
	"shuzheng/extract/read/pdftest"
)

const manyPages = 200 // of the file that the memory is measured with

// pdf measures the start-up of PDFium, whose machine code earlier runs have kept, and
// the memory that a long file takes.
func pdf(program, dir string) error {
	if !pdfium.Available() {
		fmt.Println("PDF: skipped, as this build has no PDFium")
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
	fmt.Printf("%-44s %6.1f ms median, %.1f ms best of %d\n", "PDF of one page to .json, warm cache", milli(times[coldRuns/2]), milli(times[0]), coldRuns)
	many, err := pdfFile(dir, manyPages)
	if err != nil {
		return err
	}
	for _, cores := range []int{1, 2} {
		r, err := run(program, cores, "extract", many, "--quiet", "-o", out)
		if err != nil {
			return err
		}
		fmt.Printf("%-44s %6.1f pages/s, %.0f MB peak\n", fmt.Sprintf("PDF of %d pages to .json, %d core", manyPages, cores), manyPages/r.wall.Seconds(), mega(r.peak))
	}
	return nil
}

// pdfFile writes a PDF file of n pages into dir.
func pdfFile(dir string, n int) (string, error) {
	name := filepath.Join(dir, fmt.Sprintf("%d.pdf", n))
	return name, os.WriteFile(name, pdftest.Report(n), 0o666)
}
