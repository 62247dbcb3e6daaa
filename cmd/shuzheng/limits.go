package main

import (
	"errors"
	"time"

	"shuzheng/extract/archive"
)

// limits are the flags that bound what a hostile or enormous file may cost.
type limits struct {
	maxBytes, maxUnpacked size
	maxPages, maxCells    count
	maxRatio, maxDepth    count
	timeout               patience
}

// usualTimeout is how long one document may take: many times what the largest that is
// read at all takes.
const usualTimeout = 5 * time.Minute

// declare adds the flags to a command.
func (l *limits) declare(f *flags) {
	l.maxBytes, l.timeout = defaultMaxBytes, patience(usualTimeout)
	f.Var(&l.maxBytes, "max-bytes", "")
	f.Var(&l.maxUnpacked, "max-unpacked", "")
	f.Var(&l.maxRatio, "max-ratio", "")
	f.Var(&l.maxDepth, "max-depth", "")
	f.Var(&l.maxPages, "max-pages", "")
	f.Var(&l.maxCells, "max-cells", "")
	f.Var(&l.timeout, "timeout", "")
}

// applyLimits hands the limits to reading.
func (x *extraction) applyLimits() {
	x.opt.Read.MaxBytes = int64(x.maxBytes)
	x.opt.Read.MaxUnpacked = int64(x.maxUnpacked)
	x.opt.Read.MaxRatio = int64(x.maxRatio)
	x.opt.Read.MaxDepth = int(x.maxDepth)
	x.opt.Read.MaxPages = int(x.maxPages)
	x.opt.Read.MaxCells = int(x.maxCells)
}

// archives are the limits of archives.
func (l *limits) archives() archive.Limits {
	return archive.Limits{MaxBytes: int64(l.maxBytes), MaxUnpacked: int64(l.maxUnpacked), MaxRatio: int64(l.maxRatio)}
}

// A patience is a length of time as a flag: 30s, 5m.
type patience time.Duration

// Set reads a length of time.
func (p *patience) Set(s string) error {
	v, err := time.ParseDuration(s)
	if err != nil || v <= 0 {
		return errors.New("30s, 5m, 1h …")
	}
	*p = patience(v)
	return nil
}

// String is the length of time.
func (p *patience) String() string { return time.Duration(*p).String() }
