// Command bench measures the program as its users meet it: whole processes from
// outside. It takes the binary and a folder of documents, builds a corpus of
// copies in a temporary folder and prints size, cold start, speed and memory, then
// those of PDF files that it makes. Last come the Go benchmarks of the readers: they
// have to be run in the project's folder. It takes the tags that the binary was built
// with.
//
//	go run -tags pdfium ./cmd/bench build/shuzheng fixtures
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	corpusBytes  = 100 << 20 // the speed is measured over as much
	documentSize = 60 << 10  // the cold start on a document of this size
	coldRuns     = 15
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
	fmt.Printf("%-44s %6.1f MB\n", "binary", mega(info.Size()))
	if err := cold(program, dir, texts); err != nil {
		return err
	}
	if err := corpus(program, dir, texts); err != nil {
		return err
	}
	if err := pdf(program, dir); err != nil {
		return err
	}
	return readers()
}

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
		fmt.Printf("%-44s %6.1f ms median, %.1f ms best of %d\n", fmt.Sprintf("cold, %d KB of text to %s", len(text)>>10, ending),
			milli(times[coldRuns/2]), milli(times[0]), coldRuns)
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
			text := texts[count%len(texts)]
			part := filepath.Join(all, fmt.Sprintf("%04d", count/1000))
			if err := os.MkdirAll(part, 0o777); err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(part, fmt.Sprintf("%06d.txt", count)), text, 0o666); err != nil {
				return err
			}
			bytes += len(text)
		}
		for _, cores := range []int{1, 2} {
			r, err := run(program, cores, "extract", all, "--quiet", "-o", "-")
			if err != nil {
				return err
			}
			fmt.Printf("%-44s %6.1f MB/s, %.1f MB/s of processor time, %.0f MB peak\n", fmt.Sprintf("%d documents, %.0f MB, to JSON, %d core", count, mega(int64(bytes)), cores),
				mega(int64(bytes))/r.wall.Seconds(), mega(int64(bytes))/r.cpu.Seconds(), mega(r.peak))
		}
	}
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
