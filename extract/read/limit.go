package read

import (
	"context"
	"time"
)

// What a file may be when Options says nothing: far above any policy document and
// far below the memory.
const (
	defaultMaxUnpacked = 256 << 20
	defaultMaxRatio    = 200
	defaultMaxMembers  = 20_000
	defaultMaxDepth    = 256
	defaultMaxPages    = 5_000
	defaultMaxCells    = maxCells
)

// pageTime is how long recognising one picture may take.
const pageTime = 2 * time.Minute

// ratioFrom is the size in bytes from which on a member's ratio is looked at:
// small ones of blanks or zeros do no harm.
const ratioFrom = 4 << 20

// limitOr is limit where one is set, else usual.
func limitOr[N ~int | ~int64](limit, usual N) N {
	if limit > 0 {
		return limit
	}
	return usual
}

// errCanceled is the error of a document whose reading was ended from outside.
var errCanceled = &Error{"读取被中断", "reading was interrupted"}

// context ends what reading has started when it is done.
func (opt *Options) context() context.Context {
	if opt.Context == nil {
		return context.Background()
	}
	return opt.Context
}
