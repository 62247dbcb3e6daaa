package read

import (
	"sync"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// hanTable is what the double-byte codes of GB18030 stand for. The library
// decodes streams and says nothing of places, so it is asked once for every code.
type hanTable struct {
	rune   [0x7e * 0xbf]rune      // by lead 0x81–0xFE and trail 0x40–0xFE; 0 where there is none
	common [0xa000 - 0x4e00]uint8 // by Han from U+4E00: 2 on the first level of GB2312, 1 on its second
}

const (
	leadMin, leadMax   = 0x81, 0xfe
	trailMin, trailMax = 0x40, 0xfe
)

// gbTable is made when the first text that is not UTF-8 needs it.
var gbTable = sync.OnceValue(func() *hanTable {
	t := &hanTable{}
	for lead := leadMin; lead <= leadMax; lead++ {
		for trail := trailMin; trail <= trailMax; trail++ {
			r, ok := libraryRune([]byte{byte(lead), byte(trail)})
			if trail == 0x7f || !ok {
				continue
			}
			t.rune[(lead-leadMin)*0xbf+trail-trailMin] = r
			switch {
			case r < 0x4e00 || r >= 0xa000 || trail < 0xa1:
			case lead >= 0xb0 && lead <= 0xd7:
				t.common[r-0x4e00] = 2
			case lead >= 0xd8 && lead <= 0xf7:
				t.common[r-0x4e00] = 1
			}
		}
	}
	return t
})

// libraryRune asks the library for the one character that b stands for.
func libraryRune(b []byte) (rune, bool) {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	rs := []rune(string(out))
	if err != nil || len(rs) != 1 || rs[0] == 0xfffd {
		return 0xfffd, false
	}
	return rs[0], true
}

// first is the character at the start of b and its length in bytes; the rune is
// U+FFFD and the length 1 where there is none. GBK and GB2312 are read so too:
// their codes are part of GB18030, and files that claim them hold four-byte codes.
func (t *hanTable) first(b []byte) (rune, int) {
	c := b[0]
	if c < 0x80 {
		return rune(c), 1
	}
	if c == 0x80 { // the euro sign of code page 936
		return '€', 1
	}
	if c > leadMax || len(b) < 2 {
		return 0xfffd, 1
	}
	if d := b[1]; d >= trailMin && d <= trailMax && d != 0x7f {
		if r := t.rune[(int(c)-leadMin)*0xbf+int(d)-trailMin]; r != 0 {
			return r, 2
		}
		return 0xfffd, 1
	}
	if len(b) >= 4 && b[1] >= '0' && b[1] <= '9' && b[2] >= leadMin && b[2] <= leadMax && b[3] >= '0' && b[3] <= '9' {
		if r, ok := libraryRune(b[:4]); ok {
			return r, 4
		}
	}
	return 0xfffd, 1
}
