// Package pdfium reads PDF files with PDFium, which runs as WebAssembly within the
// program: it sees the bytes it is given and nothing else, and what it stumbles over
// is the failure of one document. In come the bytes of a file; out come its pages as
// paper.Pages, or pictures of them.
//
// A build without the tag pdfium has no PDFium; Available says so.
package pdfium

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// memoryLimit is what one document may take in bytes.
const memoryLimit = 512 << 20

// Available says whether PDFium is part of this build.
func Available() bool { return len(wasm) > 0 }

// shared is the compiled module of the process; compiling it anew takes seconds.
var shared struct {
	once sync.Once
	host *host
	err  error
}

// theHost compiles PDFium, or loads what an earlier run compiled.
func theHost() (*host, error) {
	shared.once.Do(func() {
		ctx := context.Background()
		wasm, err := unpacked()
		if err != nil {
			shared.err = err
			return
		}
		if dir := cacheFolder(); dir != "" {
			if shared.host, shared.err = newHost(ctx, wasm, dir, memoryLimit); shared.err == nil {
				return
			}
		}
		shared.host, shared.err = newHost(ctx, wasm, "", memoryLimit)
	})
	return shared.host, shared.err
}

// unpacked is the module as it was built.
func unpacked() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(wasm))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// cacheFolder is where machine code is kept between runs; "" where the user has no
// such folder or it cannot be written.
func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir = filepath.Join(dir, "shuzheng", "pdfium")
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	probe, err := os.CreateTemp(dir, ".probe")
	if err != nil {
		return ""
	}
	probe.Close()
	if os.Remove(probe.Name()) != nil {
		return ""
	}
	return dir
}
