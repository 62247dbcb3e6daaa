package serve

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"shuzheng/policy"
)

// errBusy is the error of a document that cannot even wait for its turn.
var errBusy = errors.New("busy")

// A work reads documents, a few at a time. Whoever asks for one that is being read
// waits for it; who stops waiting does not end it, since others may ask again.
type work struct {
	ctx   context.Context
	close context.CancelFunc
	slots chan struct{}
	doors chan struct{} // of files that are being sent, each in memory whole

	mu      sync.Mutex
	flights map[string]*flight
}

// A flight is one document that is being read.
type flight struct {
	done chan struct{}
	doc  *policy.Document
	err  error
}

// waiting is how many documents may wait for each that is being read.
const waiting = 16

func newWork(jobs int) *work {
	w := &work{slots: make(chan struct{}, jobs), doors: make(chan struct{}, 2*jobs), flights: map[string]*flight{}}
	w.ctx, w.close = context.WithCancel(context.Background())
	return w
}

// admit lets a file be sent, if not too many are; release must be called after.
func (w *work) admit() (release func(), err error) {
	select {
	case w.doors <- struct{}{}:
		return func() { <-w.doors }, nil
	default:
		return nil, errBusy
	}
}

// do gives what read gives. Several that ask for one key at a time get the same.
func (w *work) do(ctx context.Context, key string, read func(ctx context.Context) (*policy.Document, error)) (*policy.Document, error) {
	w.mu.Lock()
	f := w.flights[key]
	if f == nil {
		if len(w.flights) >= (waiting+1)*cap(w.slots) {
			w.mu.Unlock()
			return nil, errBusy
		}
		f = &flight{done: make(chan struct{})}
		w.flights[key] = f
		go w.fly(key, f, read)
	}
	w.mu.Unlock()
	select {
	case <-f.done:
		return f.doc, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// fly reads a document when there is room for it.
func (w *work) fly(key string, f *flight, read func(ctx context.Context) (*policy.Document, error)) {
	defer func() {
		if fault := recover(); fault != nil { // a mistake of ours costs one document
			f.doc, f.err = nil, fmt.Errorf("fault: %v", fault)
		}
		w.mu.Lock()
		delete(w.flights, key)
		w.mu.Unlock()
		close(f.done)
	}()
	select {
	case w.slots <- struct{}{}:
		defer func() { <-w.slots }()
	case <-w.ctx.Done():
		f.err = w.ctx.Err()
		return
	}
	f.doc, f.err = read(w.ctx)
}
