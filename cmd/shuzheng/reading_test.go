package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestGuarded(t *testing.T) {
	err := guarded(func() error {
		var none []int
		_ = none[len(none)]
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "index out of range") || !strings.Contains(err.Error(), "/reading_test.go:") {
		t.Errorf("got %v, want the fault with its place", err)
	}
	if err := guarded(func() error { return errors.New("plain") }); err.Error() != "plain" {
		t.Errorf("got %v", err)
	}
}

// A full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputFails(t *testing.T) {
	var stderr bytes.Buffer
	for _, args := range [][]string{{"extract", "-"}, {"extract", "-", "--trace"}, {"parse", "有水库12座"}} {
		stderr.Reset()
		if code := run(args, strings.NewReader("有水库12座"), full{}, &stderr); code != exitFailed {
			t.Errorf("%v: exit code %d", args, code)
		}
		if !strings.Contains(stderr.String(), "写不出结果：no space left") {
			t.Errorf("%v: %s", args, &stderr)
		}
	}
}
