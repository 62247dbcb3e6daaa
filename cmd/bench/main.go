// Command bench measures the program as its users meet it: whole processes from
// outside. It takes the binary and a folder of documents, builds a corpus of copies in a
// temporary folder and prints one table: size, cold start, speed on one core and on all,
// memory; beside it, in the same run and over the same text, what gse needs to cut it into
// words and what Microsoft's Recognizers-Text needs to find the numbers in a slice of it.
// PDF files that it makes and the Go benchmarks of the readers come last: it has to be run
// in the project's folder, with the tags that the binary was built with.
//
//	go run -tags pdfium ./cmd/bench build/shuzheng fixtures
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

const (
	corpusBytes  = 100 << 20 // the speed is measured over as much
	documentSize = 60 << 10  // the cold start on a document of this size
	coldRuns     = 15
	perFolder    = 1000 // documents
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: bench PROGRAM FOLDER")
		os.Exit(2)
	}
	if err := measure(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(program, folder string) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	texts, err := documents(folder)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "shuzheng-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	line("", "1 core", allCores())
	line("binary", fmt.Sprintf("%.1f MB", mega(info.Size())))
	for _, measure := range []func(program, dir string, texts [][]byte) error{cold, corpus, workbook} {
		if err := measure(program, dir, texts); err != nil {
			return err
		}
	}
	if err := pdf(program, dir); err != nil {
		return err
	}
	if err := readers(); err != nil {
		return err
	}
	recognizers(dir, texts)
	return segment(program, dir, texts) // last: a program that is started counts the memory of the one that starts it
}

// line prints a row of the table.
func line(what string, figures ...string) {
	fmt.Printf("%-46s", what)
	for _, f := range figures {
		fmt.Printf(" %12s", f)
	}
	fmt.Println()
}

func allCores() string { return fmt.Sprintf("%d cores", runtime.NumCPU()) }

// documents reads the texts of a folder: what must come out of them lies beside
// and is left out.
func documents(folder string) (texts [][]byte, err error) {
	names, _ := filepath.Glob(filepath.Join(folder, "*.txt"))
	for _, name := range names { // sorted
		if strings.HasSuffix(name, ".grid.txt") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		texts = append(texts, b)
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("no .txt in %s", folder)
	}
	return texts, nil
}

// cold measures whole runs on one document of about 60 KB.
func cold(program, dir string, texts [][]byte) error {
	var text []byte
	for i := 0; len(text) < documentSize*9/10; i++ {
		text = append(append(text, texts[i%len(texts)]...), '\n')
	}
	file := filepath.Join(dir, "document.txt")
	if err := os.WriteFile(file, text, 0o666); err != nil {
		return err
	}
	for _, ending := range []string{".json", ".xlsx"} {
		times, err := walls(program, "extract", file, "--quiet", "-o", filepath.Join(dir, "out"+ending))
		if err != nil {
			return err
		}
		line(fmt.Sprintf("cold start, %d KB to %s, median of %d", len(text)>>10, ending, coldRuns), "", fmt.Sprintf("%.1f ms", milli(times[coldRuns/2])))
		line(fmt.Sprintf("cold start, %d KB to %s, best", len(text)>>10, ending), "", fmt.Sprintf("%.1f ms", milli(times[0])))
	}
	return nil
}

// walls are the times of coldRuns whole runs, the shortest first.
func walls(program string, args ...string) ([]time.Duration, error) {
	var times []time.Duration
	for range coldRuns {
		r, err := run(program, 0, args...)
		if err != nil {
			return nil, err
		}
		times = append(times, r.wall)
	}
	slices.Sort(times)
	return times, nil
}

// corpus measures speed and memory over growing numbers of documents.
func corpus(program, dir string, texts [][]byte) error {
	all := filepath.Join(dir, "corpus")
	bytes, count := 0, 0
	for _, upTo := range []int{corpusBytes / 100, corpusBytes / 10, corpusBytes} {
		for ; bytes < upTo; count++ {
			n, err := addDocument(all, count, texts)
			if err != nil {
				return err
			}
			bytes += n
		}
		if err := both(fmt.Sprintf("to JSON, %d documents, %.0f MB", count, mega(int64(bytes))), int64(bytes), program, "extract", all, "--quiet", "-o", "-"); err != nil {
			return err
		}
	}
	return nil
}

// addDocument writes document n of a corpus, a copy of one of the texts.
func addDocument(folder string, n int, texts [][]byte) (bytes int, err error) {
	text := texts[n%len(texts)]
	part := filepath.Join(folder, fmt.Sprintf("%04d", n/perFolder))
	if err := os.MkdirAll(part, 0o777); err != nil {
		return 0, err
	}
	return len(text), os.WriteFile(filepath.Join(part, fmt.Sprintf("%06d.txt", n)), text, 0o666)
}

// both runs the program on one core and on all, and prints speed and memory.
func both(what string, bytes int64, program string, args ...string) error {
	var wall, cpu, peak []string
	for _, cores := range []int{1, runtime.NumCPU()} {
		r, err := run(program, cores, args...)
		if err != nil {
			return err
		}
		wall = append(wall, fmt.Sprintf("%.1f MB/s", mega(bytes)/r.wall.Seconds()))
		cpu = append(cpu, fmt.Sprintf("%.1f MB/s", mega(bytes)/r.cpu.Seconds()))
		peak = append(peak, fmt.Sprintf("%.0f MB", mega(r.peak)))
	}
	line(what, wall...)
	line("  of processor time", cpu...)
	line("  peak memory", peak...)
	return nil
}

// A cost is what one run of a program took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes resident, at most
}

// run runs the program on so many cores (0: all) and throws its output away.
func run(program string, cores int, args ...string) (cost, error) {
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	cmd.Env = os.Environ()
	if cores > 0 {
		cmd.Env = append(cmd.Env, fmt.Sprintf("GOMAXPROCS=%d", cores))
	}
	start := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start)}
	if cmd.ProcessState != nil {
		c.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		c.peak = peak(cmd.ProcessState)
	}
	return c, err
}

func mega(n int64) float64          { return float64(n) / (1 << 20) }
func milli(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
