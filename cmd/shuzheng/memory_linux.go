package main

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// holdsOver says whether this process holds more than limit bytes of memory, whoever in it
// asked for them. The most that it ever held is known at once and seldom as much; only then
// is it asked what it holds now.
func holdsOver(limit int64) bool {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) == nil && int64(use.Maxrss)<<10 <= limit {
		return false
	}
	return held() > limit
}

// held is how many bytes of memory this process holds.
func held() int64 {
	b, err := os.ReadFile("/proc/self/statm")
	fields := bytes.Fields(b)
	if err != nil || len(fields) < 2 {
		return heldByGo()
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	if err != nil {
		return heldByGo()
	}
	return pages * int64(os.Getpagesize())
}
