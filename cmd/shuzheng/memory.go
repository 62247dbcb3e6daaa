package main

import (
	"os"
	"runtime/debug"
	"time"
)

// exitHungry is how a worker ends that holds more memory than it may.
const exitHungry = 75

// memoryPace is how often a worker looks at its memory: between two looks a machine
// fills some hundred megabytes at most.
const memoryPace = 20 * time.Millisecond

// watchMemory ends this process when it holds more than limit bytes. Go's own limit
// makes it collect garbage before that.
func watchMemory(limit int64) {
	debug.SetMemoryLimit(limit / 4 * 3)
	go func() {
		for range time.Tick(memoryPace) {
			if holdsOver(limit) {
				os.Exit(exitHungry)
			}
		}
	}()
}
