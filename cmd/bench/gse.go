package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/go-ego/gse"
)

// segmentBytes is how much text gse is given, on each core.
const segmentBytes = 4 << 20

// segment measures what gse alone needs to cut the same texts into words by the
// dictionary that it comes with. The time to load that is left out.
func segment(texts [][]byte) error {
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
