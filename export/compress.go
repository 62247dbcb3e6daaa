package export

import (
	"errors"
	"io"

	"github.com/klauspost/compress/flate"
)

// A deflater compresses with deflate, as ZIP has it. The same bytes in give the same out.
type deflater = *flate.Writer

// newDeflater compresses onto w, which Reset exchanges.
func newDeflater(w io.Writer) deflater {
	d, _ := flate.NewWriter(w, flate.BestSpeed) // the level is one there is
	return d
}

// unsqueeze reads back what a deflater wrote and flushed; it ends where that was flushed.
func unsqueeze(r io.Reader) io.Reader { return untilFlush{flate.NewReader(r)} }

// untilFlush ends where a stream was flushed and not closed.
type untilFlush struct{ io.Reader }

func (r untilFlush) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return n, err
}
