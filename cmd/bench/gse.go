package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/go-ego/gse"
)

// segmentBytes is how much text gse is given, on each core.
const segmentBytes = 4 << 20

// turns is how often the program and gse are measured in turn; odd, for the median.
const turns = 7

// segment measures what gse alone needs to cut the same texts into words by the
// dictionary that it comes with. The time to load that is left out.
func segment(program, dir string, texts [][]byte) error {
	var seg gse.Segmenter
	seg.SkipLog = true
	if err := seg.LoadDict(); err != nil {
		return err
	}
	var speed []string
	for _, cores := range []int{1, runtime.NumCPU()} {
		var all sync.WaitGroup
		start := time.Now()
		done := make([]int, cores)
		for c := range cores {
			all.Go(func() { done[c] = cutTexts(&seg, texts) })
		}
		all.Wait()
		took, bytes := time.Since(start), 0
		for _, n := range done {
			bytes += n
		}
		speed = append(speed, fmt.Sprintf("%.1f MB/s", mega(int64(bytes))/took.Seconds()))
	}
	line("gse, Segment alone, the same texts", speed...)
	return inTurn(program, dir, texts, &seg)
}

// inTurn measures the first folder of the corpus to JSON and gse one after the other: the
// speed of a shared machine drifts, and does so for both.
func inTurn(program, dir string, texts [][]byte, seg *gse.Segmenter) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // gse's garbage is collected on its core
	bytes := 0
	for i := range perFolder {
		bytes += len(texts[i%len(texts)])
	}
	var times []float64
	for range turns {
		r, err := run(program, 1, "extract", filepath.Join(dir, "corpus", "0000"), "--quiet", "-o", "-")
		if err != nil {
			return err
		}
		start := time.Now()
		cut := cutTexts(seg, texts)
		times = append(times, float64(bytes)/r.wall.Seconds()/(float64(cut)/time.Since(start).Seconds()))
	}
	slices.Sort(times)
	line(fmt.Sprintf("to JSON, times as quick as gse, median of %d", turns), fmt.Sprintf("%.2f", times[turns/2]))
	return nil
}

// cutTexts cuts one text after the other, and says how much it was.
func cutTexts(seg *gse.Segmenter, texts [][]byte) (bytes int) {
	for i := 0; bytes < segmentBytes; i++ {
		text := texts[i%len(texts)]
		seg.Segment(text)
		bytes += len(text)
	}
	return bytes
}
