//go:build !linux

package main

// holdsOver says whether this process holds more than limit bytes of memory.
func holdsOver(limit int64) bool { return heldByGo() > limit }
