package main

import "context"

// inOrder runs work(0) … work(n-1) on several goroutines and hands each result
// to take, one at a time and in order. No more than three results a worker wait
// for their turn, so memory does not grow with n: with fewer, workers would wait for
// one long document among short ones. It stops at the first error of
// take or when ctx ends; work that has begun then finishes unseen.
func inOrder[T any](ctx context.Context, n, workers int, work func(i int) T, take func(t T) error) error {
	i := -1
	next := func() (int, bool) {
		i++
		return i, i < n
	}
	return inOrderOf(ctx, workers, next, work, take)
}

// waiting is how many results of each worker may wait for their turn.
const waiting = 3

// inOrderOf is inOrder for what next gives until it says that there is no more.
func inOrderOf[S, T any](ctx context.Context, workers int, next func() (S, bool), work func(s S) T, take func(t T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	todo, line := make(chan job[S, T]), make(chan job[S, T], waiting*workers)
	go give(ctx, next, line, todo)
	for range workers {
		go func() {
			for j := range todo {
				j.done <- work(j.s)
			}
		}()
	}
	for {
		j, ok := receive(ctx, line)
		if !ok {
			return ctx.Err()
		}
		t, ok := receive(ctx, j.done)
		if !ok {
			return ctx.Err()
		}
		if err := take(t); err != nil {
			return err
		}
	}
}

// A job is work with the channel that its result comes through.
type job[S, T any] struct {
	s    S
	done chan T
}

// give sends what next gives to all channels, each time in their order.
func give[S, T any](ctx context.Context, next func() (S, bool), to ...chan job[S, T]) {
	for _, c := range to {
		defer close(c)
	}
	for s, ok := next(); ok; s, ok = next() {
		j := job[S, T]{s, make(chan T, 1)}
		for _, c := range to {
			select {
			case c <- j:
			case <-ctx.Done():
				return
			}
		}
	}
}

// receive is what comes next from c; ok is false where c is closed or ctx ends first.
func receive[T any](ctx context.Context, c <-chan T) (t T, ok bool) {
	select {
	case t, ok = <-c:
	case <-ctx.Done():
	}
	return t, ok
}
