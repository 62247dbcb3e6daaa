package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// A pending is a file that is being written beside its place, under a hidden
// name, and appears there only when it is whole.
type pending struct {
	*bufio.Writer
	file *os.File
	path string
}

// pendingSize is the size of its buffer: small, for what is written there pushes what the
// next document needs out of the processor's cache.
const pendingSize = 1 << 15

// hiddenPrefix begins the names of files that are being written.
const hiddenPrefix = ".shuzheng-"

// hiddenRun stands behind it in a process that is told so at its start, for whoever
// started it to find what it left.
var hiddenRun string

// hiddenName is a name beside path that nothing has yet.
func hiddenName(path string) string {
	return filepath.Join(filepath.Dir(path), fmt.Sprintf("%s%s%x", hiddenPrefix, hiddenRun, rand.Uint64()))
}

// newPending starts the file that is to stand at path.
func newPending(path string) (*pending, error) {
	f, err := os.OpenFile(hiddenName(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) // os.CreateTemp would keep it from other users for good
	if err != nil {
		return nil, err
	}
	return &pending{Writer: bufio.NewWriterSize(f, pendingSize), file: f, path: path}, nil
}

// finish writes what is left; the file is whole but still hidden.
func (f *pending) finish() error {
	err := f.Flush()
	if e := f.file.Close(); err == nil {
		err = e
	}
	return err
}

// place shows the file at its place.
func (f *pending) place() error { return os.Rename(f.file.Name(), f.path) }

// discard removes the file, unless it stands at its place.
func (f *pending) discard() {
	f.file.Close()
	os.Remove(f.file.Name())
}
