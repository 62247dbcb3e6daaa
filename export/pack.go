package export

import (
	"bytes"
	"errors"
	"io"
	"runtime"
)

const (
	// packBlock is how much is compressed at a time: enough that little is lost where a
	// block cannot refer to the one before. It is the same on every machine, and so are
	// the bytes.
	packBlock = 1 << 20

	// mostPacked bounds the blocks under way, which take two megabytes each.
	mostPacked = 8
)

// A packer compresses what is written to it, a block on each core, and writes the blocks
// in their order. Two fifths of the time of a large workbook went into compressing its
// sheets while the other cores had nothing to do.
type packer struct {
	out    io.Writer
	blocks []packed // a ring
	now    int      // the one being filled
}

// A packed is a block on its way.
type packed struct {
	in     []byte
	out    bytes.Buffer
	writer deflater
	done   chan error // nil while nothing is under way
}

func newPacker() *packer {
	return &packer{blocks: make([]packed, min(runtime.GOMAXPROCS(0), mostPacked)+1)}
}

// reset begins another stream; the one before was closed.
func (p *packer) reset(out io.Writer) { p.out = out }

// Write takes part of the stream. An error is that of an earlier part.
func (p *packer) Write(data []byte) (int, error) {
	n := len(data)
	for len(data) > 0 {
		b := &p.blocks[p.now]
		k := min(len(data), packBlock-len(b.in))
		b.in, data = append(b.in, data[:k]...), data[k:]
		if len(b.in) < packBlock {
			break
		}
		if err := p.next(false); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// Close ends the stream and writes what is left of it.
func (p *packer) Close() error {
	errs := []error{p.next(true)}
	for range len(p.blocks) - 1 {
		p.now = (p.now + 1) % len(p.blocks)
		errs = append(errs, p.finish(&p.blocks[p.now]))
	}
	return errors.Join(errs...)
}

// next sends the block that was filled on its way and frees the oldest.
func (p *packer) next(last bool) error {
	b := &p.blocks[p.now]
	if b.writer == nil {
		b.writer = newDeflater(nil)
	}
	b.done = make(chan error, 1)
	go func() { b.done <- b.pack(last) }()
	p.now = (p.now + 1) % len(p.blocks)
	return p.finish(&p.blocks[p.now])
}

// pack compresses a block; all but the last end at a byte, so that the next can follow.
func (b *packed) pack(last bool) error {
	b.out.Reset()
	b.writer.Reset(&b.out)
	if _, err := b.writer.Write(b.in); err != nil {
		return err
	}
	if last {
		return b.writer.Close()
	}
	return b.writer.Flush()
}

// finish waits for a block that is under way, and writes it.
func (p *packer) finish(b *packed) error {
	if b.done == nil {
		return nil
	}
	err := <-b.done
	b.done, b.in = nil, b.in[:0]
	if err != nil {
		return err
	}
	_, err = p.out.Write(b.out.Bytes())
	return err
}
