package read

import (
	"bytes"
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
	doc, err := mscfb.New(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	streams = map[string][]byte{}
	for _, f := range doc.File {
		if len(f.Path) > 0 || f.FileInfo().IsDir() || !slices.Contains(names, f.Name) || streams[f.Name] != nil {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(f, int64(len(b))))
		if err != nil && len(data) == 0 {
			return nil, err
		}
		streams[f.Name] = data
	}
	return streams, nil
}
