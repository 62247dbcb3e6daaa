package export

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What is wrapped unpacks to what was written, however many blocks it took, and its sums
// and sizes are right; a body can be wrapped and go on.
func TestPress(t *testing.T) {
	p := newPress()
	defer p.close()
	p.block = 1000
	b, other := &body{press: p}, &body{press: p}
	want := ""
	for n := range 400 {
		text := strings.Repeat("云川省临江市 2025 年，", n%7)
		b.raw(text)
		want += text
		other.raw("其他")
		for _, one := range []*body{b, other} {
			if err := one.drain(); err != nil {
				t.Fatal(err)
			}
		}
		if n%50 == 0 {
			checkMember(t, b, want)
		}
	}
	if checkMember(t, b, want); len(b.blocks) < 10 {
		t.Errorf("%d blocks", len(b.blocks))
	}
}

func checkMember(t *testing.T, b *body, want string) {
	t.Helper()
	if err := b.press.settle(); err != nil {
		t.Fatal(err)
	}
	want = "头" + want + "尾"
	m, err := b.wrap([]byte("头"), []byte("尾"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := m.write(&out, b.press); err != nil {
		t.Fatal(err)
	}
	packed := out.Len()
	got, err := io.ReadAll(flate.NewReader(&out))
	if err != nil || string(got) != want {
		t.Fatalf("%d bytes came back as %d: %v", len(want), len(got), err)
	}
	if m.sum != crc32.ChecksumIEEE(got) || m.length != uint64(len(got)) || m.packed != uint64(packed) {
		t.Errorf("sum %x, %d bytes, %d packed; want %x, %d, %d", m.sum, m.length, m.packed, crc32.ChecksumIEEE(got), len(got), packed)
	}
}

func TestJoinSums(t *testing.T) {
	text := []byte(strings.Repeat("云川省临江市", 999))
	for _, n := range []int{0, 1, 2, 255, 256, 5000, len(text)} {
		a, b := text[:n], text[n:]
		if got := joinSums(crc32.ChecksumIEEE(a), crc32.ChecksumIEEE(b), len(b)); got != crc32.ChecksumIEEE(text) {
			t.Errorf("%d bytes before: %x", n, got)
		}
	}
}

// A block that cannot be kept is an error of what is sent after it, or in the end.
func TestPressPassesErrorsOn(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/没有")
	p := newPress()
	p.block = 10
	b := &body{press: p}
	var err error
	for i := 0; i < 100 && err == nil; i++ {
		b.raw("云川省临江市青禾县")
		err = b.drain()
	}
	if !os.IsNotExist(err) || !os.IsNotExist(p.settle()) {
		t.Errorf("error %v", err)
	}
}

// Rows that are written before there is a workbook have the numbers that its styles get.
func TestFirstNumbers(t *testing.T) {
	x := xlsxFile{File: excelize.NewFile(), press: newPress()}
	defer x.Close()
	used := [styles]bool{panelNumberStyle: true, styles - 1: true}
	if err := x.prepare(Options{}, nil, &used); err != nil {
		t.Fatal(err)
	}
	for s := range panelNumberStyle {
		if x.styles[s] != firstNumbers[s] {
			t.Errorf("style %d has number %s, not %s", s, x.styles[s], firstNumbers[s])
		}
	}
}
