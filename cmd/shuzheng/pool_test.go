package main

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

func TestInOrder(t *testing.T) {
	const n, workers = 500, 4
	var begun, taken atomic.Int64
	work := func(i int) int {
		if ahead := begun.Add(1) - taken.Load(); ahead > (waiting+1)*workers+2 {
			t.Errorf("%d results wait at once", ahead)
		}
		time.Sleep(time.Duration(i%7) * 10 * time.Microsecond)
		return i
	}
	want := 0
	err := inOrder(context.Background(), n, workers, work, func(got int) error {
		if got != want {
			t.Errorf("got %d, want %d", got, want)
		}
		want++
		taken.Add(1)
		return nil
	})
	if err != nil || want != n {
		t.Errorf("%d of %d taken: %v", want, n, err)
	}
}

func TestInOrderStops(t *testing.T) {
	full := errors.New("disk full")
	err := inOrder(context.Background(), 100, 2, func(i int) int { return i }, func(i int) error {
		if i == 3 {
			return full
		}
		return nil
	})
	if err != full {
		t.Errorf("got %v, want %v", err, full)
	}
	ctx, stop := context.WithCancel(context.Background())
	err = inOrder(ctx, 100, 2, func(i int) int { return i }, func(i int) error {
		stop()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v after the end of the context", err)
	}
}
