//go:build !linux

package main

// held is how many bytes of memory this process holds.
func held() int64 { return heldByGo() }
