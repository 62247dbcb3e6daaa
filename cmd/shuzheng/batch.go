package main

import (
	"context"
	"errors"
	"os"
	"runtime/debug"
	"time"
)

// batchFlags are the flags of runs over many documents.
type batchFlags struct {
	jobs      count
	maxMemory size
	failFast  bool
	anew      bool // --fresh
	prune     bool
	watch     bool
	settle    patience // of a file that may still be written to
	broken    bool     // a run could not go on
}

// usualMemory is what reading one document may take: many times what any document that
// people wrote was seen to take.
const usualMemory = 2 << 30

// usualSettle is how long a file lies still before it is taken to be whole.
const usualSettle = 2 * time.Second

// declare adds the flags to a command.
func (b *batchFlags) declare(f *flags) {
	b.declareMemory(f)
	f.BoolVar(&b.failFast, "fail-fast", false, "")
	f.BoolVar(&b.anew, "fresh", false, "")
	f.BoolVar(&b.prune, "prune", false, "")
	f.BoolVar(&b.watch, "watch", false, "")
	b.settle = patience(usualSettle)
	f.Var(&b.settle, "settle", "")
}

// declareMemory adds the one of them that other commands have too.
func (b *batchFlags) declareMemory(f *flags) {
	b.maxMemory = usualMemory
	f.Var(&b.maxMemory, "max-memory", "")
}

// Of a hundred thousand documents a hundred megabytes live in this process: their rows,
// and what the workbook keeps. The heap may not grow to five times that, nor need it:
// little is thrown away here but what was read back for the workbook.
const (
	folderGCPercent = 60
	folderMemory    = 320 << 20 // beyond which garbage is collected at any price
)

// intoFolder is a run that writes into a folder.
func (x *extraction) intoFolder(ctx context.Context, inputs []input) int {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(folderGCPercent))
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(folderMemory))
	}
	r, code := x.newFolderRun(inputs)
	if code != goOn {
		x.broken = true
		return code
	}
	t, err := r.run(ctx)
	if e := r.Close(); err == nil {
		err = e
	}
	x.broken = err != nil || r.stopped.Load()
	switch {
	case errors.Is(err, context.Canceled):
		x.say("已中断；已读完的都留着，再运行同一条命令会接着读", "interrupted; what was read is kept, and the same command goes on from there")
		return exitInterrupted
	case err == nil && r.stopped.Load():
		return x.ends("按 --fail-fast 停在第一份失败的文件；已读完的都留着，再运行同一条命令会接着读", "stopped at the first failure for --fail-fast; what was read is kept, and the same command goes on from there")
	}
	return x.ended(t, err)
}
