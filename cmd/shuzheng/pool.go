package main

import "context"

// inOrder runs work(0) … work(n-1) on several goroutines and hands each result
// to take, one at a time and in order. No more than two results a worker wait
// for their turn, so memory does not grow with n. It stops at the first error of
// take or when ctx ends; work that has begun then finishes unseen.
func inOrder[T any](ctx context.Context, n, workers int, work func(i int) T, take func(t T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type job struct {
		i    int
		done chan T
	}
	todo, line := make(chan job), make(chan job, 2*workers)
	go func() {
		defer close(todo)
		for i := range n {
			j := job{i, make(chan T, 1)}
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
				j.done <- work(j.i)
			}
		}()
	}
	for range n {
		var j job
		select {
		case j = <-line:
		case <-ctx.Done():
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
	return ctx.Err()
}
