package main

import (
	"context"
	"io/fs"
	"maps"
	"time"
)

// watching reads what there is, and again whenever files came, changed or went, until
// ctx ends. Folders are looked through from time to time: what systems offer for being
// told does not work on network disks, and counts what it watches against limits.
func (x *extraction) watching(ctx context.Context) int {
	if !x.quiet {
		x.say("读完会继续等待新的文件；按 Ctrl-C 结束", "waiting for new files once these are read; Ctrl-C ends it")
	}
	code := exitOK
	var done, seen survey
	for {
		began := time.Now()
		now := survey{}
		filesOf(x.paths, x.to, now.note)
		unsettled := now.unsettled(seen, began.Add(-time.Duration(x.settle)))
		if want := now.settledOn(done, unsettled); !maps.Equal(want, done) {
			inputs := inputsOf(x.paths, x.to, x.archives())
			for i := range inputs {
				inputs[i].unsettled = unsettled[inputs[i].file()]
			}
			if code = x.intoFolder(ctx, inputs); code != exitOK && code != exitFailed || x.broken {
				return code
			}
			done = want
		}
		seen = now
		select {
		case <-time.After(max(time.Duration(x.settle), 20*time.Since(began))):
		case <-ctx.Done():
			return code
		}
	}
}

// A survey is the files there are, with what tells that one has changed.
type survey map[string]stamp

type stamp struct {
	size    int64
	changed int64 // nanoseconds of Unix time
}

// note takes in a file.
func (s survey) note(in input, info fs.FileInfo) {
	s[in.path] = stamp{info.Size(), info.ModTime().UnixNano()}
}

// unsettled are the files that may still be written to: they differ from what they were
// when last seen, or have changed since the time.
func (s survey) unsettled(seen survey, since time.Time) map[string]bool {
	list := map[string]bool{}
	for path, now := range s {
		before, ok := seen[path]
		if seen != nil && (!ok || before != now) || now.changed > since.UnixNano() && now.changed <= time.Now().UnixNano() {
			list[path] = true
		}
	}
	return list
}

// settledOn is the survey with the unsettled files as they were when they were done.
func (s survey) settledOn(done survey, unsettled map[string]bool) survey {
	want := survey{}
	for path, now := range s {
		if !unsettled[path] {
			want[path] = now
		} else if before, ok := done[path]; ok {
			want[path] = before
		}
	}
	return want
}
