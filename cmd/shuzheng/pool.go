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
	type job struct {
		s    S
		done chan T
	}
	todo, line := make(chan job), make(chan job, waiting*workers)
	go func() {
		defer close(todo)
		defer close(line)
		for s, ok := next(); ok; s, ok = next() {
			j := job{s, make(chan T, 1)}
			for _, to := range []chan job{line, todo} {
				select {
				case to <- j:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	for range workers {
		go func() {
			for j := range todo {
				j.done <- work(j.s)
			}
		}()
	}
	for {
		var j job
		var ok bool
		select {
		case j, ok = <-line:
		case <-ctx.Done():
			return ctx.Err()
		}
		if !ok {
			return ctx.Err()
		}
		select {
		case t := <-j.done:
			if err := take(t); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
