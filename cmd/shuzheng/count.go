package main

import (
	"errors"
	"strconv"
)

// A count is a number of things as a flag: 1, 5000.
type count int

// Set reads a count.
func (n *count) Set(s string) error {
	v, err := strconv.Atoi(s)
	if err != nil || v <= 0 {
		return errors.New("1, 5000 …")
	}
	*n = count(v)
	return nil
}

// String is the count in figures.
func (n *count) String() string { return strconv.Itoa(int(*n)) }
