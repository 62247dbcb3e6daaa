package export

import (
	"bytes"
	"hash/crc32"
	"io"
	"runtime"
	"slices"
	"sync"
)

const (
	// pressBlock is how much of a worksheet is compressed at a time: enough that little is
	// lost where a block cannot refer to the one before. It is the same on every machine,
	// and so are the bytes.
	pressBlock = 1 << 19

	// mostPressed bounds the blocks under way, which take a megabyte and a half each.
	mostPressed = 8
)

// A press compresses the rows of all worksheets of a workbook and its table of strings, a block on each core, and
// keeps them in a temporary file until the package is put together. Rows that are written
// as they stand in the package wait for nothing else, so they are made once; and while
// documents are read there is always something that another core can do.
type press struct {
	styles  *[styles]string // the workbook's number of each style
	strings *stringTable
	block   int            // bytes of XML that make a block
	idle    chan *pressing // those that compress nothing

	lock sync.Mutex
	file *scratch // nil as long as there is no block
	end  int64    // of it
	err  error    // the first of a block
}

// A pressing is what it takes to compress a block.
type pressing struct {
	in     []byte
	out    bytes.Buffer
	writer deflater
}

// A block is compressed XML in the file of its press. It ends at a byte, so that another
// can follow.
type block struct {
	at     int64
	packed int
	length int    // of the XML
	sum    uint32 // CRC-32 of the XML
}

func newPress() *press {
	p := &press{styles: &firstNumbers, block: pressBlock, idle: make(chan *pressing, min(runtime.GOMAXPROCS(0), mostPressed))}
	for range cap(p.idle) {
		p.idle <- &pressing{}
	}
	p.strings = &stringTable{body: body{press: p}}
	return p
}

// send compresses XML into b, which is there after settle. It takes xml and gives another
// buffer for it. An error is that of an earlier block.
func (p *press) send(xml []byte, b *block) ([]byte, error) {
	k := <-p.idle
	next := k.in[:0]
	k.in = xml
	go func() {
		p.keep(k, b)
		p.idle <- k
	}()
	p.lock.Lock()
	defer p.lock.Unlock()
	return next, p.err
}

// keep compresses what k was given and puts it into the file.
func (p *press) keep(k *pressing, b *block) {
	err := k.pack(k.in, false)
	b.sum, b.length, b.packed = crc32.ChecksumIEEE(k.in), len(k.in), k.out.Len()
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.err != nil {
		return
	}
	if p.file == nil && err == nil {
		p.file, err = newScratch()
	}
	if p.err = err; err != nil {
		return
	}
	b.at = p.end
	p.end += int64(b.packed)
	_, p.err = p.file.WriteAt(k.out.Bytes(), b.at)
}

// pack compresses XML to k.out, as the last of its worksheet or so that more can follow.
func (k *pressing) pack(xml []byte, last bool) error {
	if k.writer == nil {
		k.writer = newDeflater(nil)
	}
	k.out.Reset()
	k.writer.Reset(&k.out)
	if _, err := k.writer.Write(xml); err != nil {
		return err
	}
	if last {
		return k.writer.Close()
	}
	return k.writer.Flush()
}

// settle waits until all that was sent is in the file.
func (p *press) settle() error {
	for range cap(p.idle) {
		defer func(k *pressing) { p.idle <- k }(<-p.idle)
	}
	return p.err
}

// close removes the file.
func (p *press) close() error {
	p.settle() // whose error was told, or is of no interest any more
	if p.file == nil {
		return nil
	}
	return p.file.Close()
}

// A body is the rows of a worksheet so far.
type body struct {
	rowXML
	press  *press
	blocks []*block
}

// drain sends off what was written, once it makes a block.
func (b *body) drain() (err error) {
	if len(b.buf) < b.press.block {
		return nil
	}
	k := &block{}
	b.blocks = append(b.blocks, k)
	b.buf, err = b.press.send(b.buf, k)
	return err
}

// A member is a file of a package before it is written: compressed pieces, some of them in
// the file of a press.
type member struct {
	head, tail     []byte // compressed
	blocks         []*block
	sum            uint32
	length, packed uint64
}

// wrap puts what stands before and behind the rows around them. The body is as it was.
// All that was sent must be in the file.
func (b *body) wrap(before, behind []byte) (m member, err error) {
	k := <-b.press.idle
	defer func() { b.press.idle <- k }()
	m = member{blocks: b.blocks, sum: crc32.ChecksumIEEE(before), length: uint64(len(before))}
	rest := slices.Concat(b.buf, behind)
	if len(b.blocks) == 0 { // all in one, as small worksheets are
		rest = slices.Concat(before, rest)
		m.sum, m.length = 0, 0
	} else if err = k.pack(before, false); err != nil {
		return m, err
	} else {
		m.head = slices.Clone(k.out.Bytes())
	}
	for _, b := range b.blocks {
		m.sum = joinSums(m.sum, b.sum, b.length)
		m.length += uint64(b.length)
		m.packed += uint64(b.packed)
	}
	if err = k.pack(rest, true); err != nil {
		return m, err
	}
	m.tail, m.sum = slices.Clone(k.out.Bytes()), crc32.Update(m.sum, crc32.IEEETable, rest)
	m.length += uint64(len(rest))
	m.packed += uint64(len(m.head) + len(m.tail))
	return m, nil
}

// write writes a member's compressed bytes; p is the press of its blocks.
func (m *member) write(out io.Writer, p *press) error {
	if _, err := out.Write(m.head); err != nil {
		return err
	}
	for _, b := range m.blocks {
		if _, err := io.Copy(out, io.NewSectionReader(p.file, b.at, int64(b.packed))); err != nil {
			return err
		}
	}
	_, err := out.Write(m.tail)
	return err
}
