package main

import (
	"bytes"
	"os"
	"runtime"
	"time"

	"shuzheng/policy"
)

// trapped reads documents as a worker does, but for those that ask for trouble: no
// document is known over which the program itself overflows its stack or loops.
func trapped(x *extraction, src *policy.Source) result {
	switch trap, _, _ := bytes.Cut(src.Bytes, []byte("\n")); string(trap) {
	case "陷阱：栈溢出":
		deeper(make([]byte, 100))
	case "陷阱：死循环":
		for forever := true; forever; {
			forever = time.Now().Year() > 0
		}
	case "陷阱：内存":
		var all [][]byte
		for {
			all = append(all, bytes.Repeat([]byte("满"), 1<<20))
			runtime.KeepAlive(all)
		}
	case "陷阱：退出":
		os.Exit(3)
	case "陷阱：恐慌":
		return x.panicking(src)
	case "陷阱：只有第一次":
		if x.opt.Year == 0 {
			x.opt.Year = 2021 // the second document of a process
			break
		}
		os.Exit(3)
	}
	return x.document(src)
}

func (x *extraction) panicking(*policy.Source) (r result) {
	r.err = guarded(func() error { panic("陷阱") })
	return r
}

func deeper(b []byte) int {
	c := append([]byte{}, b...)
	return deeper(c) + len(c) //lint:ignore SA5007 it is to overflow the stack
}
