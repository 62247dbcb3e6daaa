package main

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// A size is a number of bytes as a flag: 500000, 64MB, 2G.
type size int64

// Set reads a size; K, M and G are powers of 1024, a B may follow.
func (n *size) Set(s string) error {
	digits := strings.TrimSuffix(strings.ToUpper(s), "B")
	shift := 0
	if i := strings.IndexByte("KMG", last(digits)); i >= 0 {
		digits, shift = digits[:len(digits)-1], 10*(i+1)
	}
	v, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || v <= 0 || v > math.MaxInt64>>(shift+1) {
		return errors.New("500000, 64MB, 2G …")
	}
	*n = size(v << shift)
	return nil
}

// String is the number of bytes.
func (n *size) String() string { return strconv.FormatInt(int64(*n), 10) }

// last is the last byte of s, 0 if there is none.
func last(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}
