package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
)

// A pacer keeps the heap of a long run from growing to five times what lives, where what
// is kept of all documents for the panel and the checks between them comes to live too.
type pacer struct {
	taken int
	live  []metrics.Sample
}

const (
	paceEvery  = 64       // documents
	paceSpare  = 36 << 20 // bytes of garbage that may always be there
	leastSpare = 50       // percent of what lives, however much that is
)

// step is told of each document that was taken.
func (p *pacer) step() {
	if p.taken++; p.taken%paceEvery != 0 || os.Getenv("GOGC") != "" {
		return
	}
	if p.live == nil {
		p.live = []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	}
	metrics.Read(p.live)
	if live := int(p.live[0].Value.Uint64()); live > 0 {
		debug.SetGCPercent(max(leastSpare, min(gcPercent, 100*paceSpare/live)))
	}
}
