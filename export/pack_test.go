package export

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"strings"
	"testing"
)

// What a packer writes unpacks to what it was given, whatever its length and however it
// came, stream after stream.
func TestPacker(t *testing.T) {
	p := newPacker()
	for _, n := range []int{0, 1, packBlock - 1, packBlock, packBlock + 1, 12*packBlock + 7} {
		text := []byte(strings.Repeat("云川省临江市 2025 年，", n/20+1)[:n])
		var out bytes.Buffer
		p.reset(&out)
		for rest, k := text, 1; len(rest) > 0; k = k*3 + 1 {
			k = min(k, len(rest))
			if _, err := p.Write(rest[:k]); err != nil {
				t.Fatal(err)
			}
			rest = rest[k:]
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		back, err := io.ReadAll(flate.NewReader(&out))
		if err != nil || !bytes.Equal(back, text) {
			t.Errorf("%d bytes came back as %d: %v", len(text), len(back), err)
		}
	}
}

// A full disk is an error of the packer.
func TestPackerPassesErrorsOn(t *testing.T) {
	p := newPacker()
	p.reset(failing{})
	data := make([]byte, packBlock)
	var err error
	for i := 0; i < 2*mostPacked && err == nil; i++ {
		_, err = p.Write(data)
	}
	if err = errors.Join(err, p.Close()); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
