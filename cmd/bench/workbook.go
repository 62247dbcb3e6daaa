package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
)

// workbookRows is how many figures the workbook holds that is measured.
const workbookRows = 200_000

// workbook measures a workbook of many figures.
func workbook(program, dir string, texts [][]byte) error {
	all := filepath.Join(dir, "workbook")
	size, err := addDocuments(all, 0, len(texts), texts)
	if err != nil {
		return err
	}
	out, err := exec.Command(program, "extract", all, "--quiet", "-o", "-").Output()
	if err != nil {
		return err
	}
	once := bytes.Count(out, []byte(`"value_raw":`)) // of each text once
	if once == 0 {
		line("to a workbook", "skipped: no figure in the texts")
		return nil
	}
	times := (workbookRows + once - 1) / once
	more, err := addDocuments(all, len(texts), times*len(texts), texts)
	if err != nil {
		return err
	}
	size += more
	var wall, speed, peak []string
	for _, cores := range []int{1, runtime.NumCPU()} {
		r, err := run(program, cores, "extract", all, "--quiet", "-o", filepath.Join(dir, "out.xlsx"))
		if err != nil {
			return err
		}
		wall = append(wall, fmt.Sprintf("%.1f s", r.wall.Seconds()))
		speed = append(speed, fmt.Sprintf("%.1f MB/s", mega(int64(size))/r.wall.Seconds()))
		peak = append(peak, fmt.Sprintf("%.0f MB", mega(r.peak)))
	}
	line(fmt.Sprintf("to a workbook of %d figures, %.0f MB", times*once, mega(int64(size))), speed...)
	line("  time", wall...)
	line("  peak memory", peak...)
	return nil
}

// addDocuments adds the documents numbered from one number to before another; size is theirs in bytes.
func addDocuments(dir string, from, to int, texts [][]byte) (size int, err error) {
	for i := from; i < to; i++ {
		n, err := addDocument(dir, i, texts)
		if err != nil {
			return 0, err
		}
		size += n
	}
	return size, nil
}
