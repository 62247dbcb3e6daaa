package export

import (
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/s2"
)

// A deflater compresses with deflate, as ZIP has it. The same bytes in give the same out.
type deflater = *flate.Writer

// newDeflater compresses onto w, which Reset exchanges.
func newDeflater(w io.Writer) deflater {
	d, _ := flate.NewWriter(w, flate.BestSpeed) // the level is one there is
	return d
}

// squeeze makes bytes that only this run reads again fewer, in less time than deflate
// takes to write and read them. It writes over room.
func squeeze(room, b []byte) []byte { return s2.Encode(room[:cap(room)], b) }

// unsqueeze gives the bytes back.
func unsqueeze(room, packed []byte) ([]byte, error) { return s2.Decode(room[:cap(room)], packed) }
