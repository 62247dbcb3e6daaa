package main

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
)

// A summed file is written and summed up at once.
type summed struct {
	*os.File
	sum    hash.Hash
	n      int64
	err    error
	closed bool
}

func newSummed(path string) (*summed, error) {
	f, err := os.Create(path)
	return &summed{File: f, sum: sha256.New(), closed: err != nil}, err
}

func (w *summed) Write(p []byte) (int, error) {
	n, err := w.File.Write(p)
	w.sum.Write(p[:n])
	w.n += int64(n)
	if w.err == nil {
		w.err = err
	}
	return n, err
}

// close may be called more than once; it gives the first error of all.
func (w *summed) close() error {
	if w == nil || w.closed {
		return nil
	}
	w.closed = true
	if err := w.File.Close(); w.err == nil {
		w.err = err
	}
	return w.err
}

// sumOf sums up bytes.
func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// hashOf sums up what is left of a reader, hashFile a file.
func hashOf(in io.Reader) (string, error) {
	sum := sha256.New()
	_, err := io.Copy(sum, in)
	return hex.EncodeToString(sum.Sum(nil)), err
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return hashOf(f)
}
