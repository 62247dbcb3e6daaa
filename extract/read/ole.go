package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/richardlehane/mscfb"
)

// oleMagic is how compound files begin, the packages of old Office programs.
var oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// oleStreams reads the streams of these names at the root of a compound file; those
// that are not there are missing from the answer. The library is given bytes that may
// be hostile: what it stumbles over is an error.
func oleStreams(b []byte, names ...string) (streams map[string][]byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			streams, err = nil, fmt.Errorf("%v", fault)
		}
	}()
	if !plausibleOLE(b) {
		return nil, errors.New("the header names more sectors than there are")
	}
	doc, err := mscfb.New(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	streams = map[string][]byte{}
	for _, f := range doc.File {
		if len(f.Path) > 0 || f.FileInfo().IsDir() || !slices.Contains(names, f.Name) || streams[f.Name] != nil {
			continue
		}
		data, err := readStream(f, min(int(f.Size), len(b)))
		if err != nil && len(data) == 0 {
			return nil, err
		}
		streams[f.Name] = data
	}
	return streams, nil
}

// plausibleOLE says whether the header names no more sectors than the file has bytes
// for: the library makes room for what it names.
func plausibleOLE(b []byte) bool {
	h, most := octets(b), uint32(len(b)/512+1)
	return h.u32(40) <= most && h.u32(44) <= most && h.u32(64) <= most && h.u32(72) <= most
}

// readStream reads at most n bytes. It asks for few at a time: the library takes
// quadratic time over the sectors of one request.
func readStream(r io.Reader, n int) ([]byte, error) {
	const request = 32 << 10
	data := make([]byte, 0, max(n, 0))
	for len(data) < n {
		k, err := r.Read(data[len(data):min(len(data)+request, n)])
		data = data[:len(data)+k]
		if err != nil || k == 0 {
			return data, err
		}
	}
	return data, nil
}
