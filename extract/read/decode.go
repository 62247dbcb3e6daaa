package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// The charsets that are read, by their IANA names.
const (
	utf8Name    = "utf-8"
	gb18030Name = "gb18030"
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
)

// charsetNames are the names by which people call them, without blanks, - and _.
var charsetNames = map[string]string{
	"utf8": utf8Name, "ascii": utf8Name, "usascii": utf8Name, "unicode11utf8": utf8Name,
	"gb18030": gb18030Name, "gbk": gb18030Name, "gb2312": gb18030Name, "cp936": gb18030Name, "ms936": gb18030Name,
	"windows936": gb18030Name, "xgbk": gb18030Name, "euccn": gb18030Name, "ansi": gb18030Name, "chinese": gb18030Name,
	"utf16": utf16leName, "utf16le": utf16leName, "ucs2": utf16leName, "unicode": utf16leName, "utf16be": utf16beName,
}

// charsetName is the IANA name of the charset that people call name.
func charsetName(name string) (string, bool) {
	c, ok := charsetNames[strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))]
	return c, ok
}

// maxDamage is how many places of damage are told one by one.
const maxDamage = 50

// A damage is a place of the text that was not read as it should have been.
type damage struct {
	at   policy.Span
	what string
}

// decoded is the text of a file, based on its bytes.
type decoded struct {
	text    policy.Text
	charset string
	damage  []damage
}

// decode reads b in the charset that override names, or else in the one that its
// byte-order mark or its bytes tell.
func decode(b []byte, override string) (decoded, error) {
	charset, bom := bomCharset(b)
	if override != "" {
		c, ok := charsetName(override)
		if !ok {
			return decoded{}, &Error{
				fmt.Sprintf("不认识的编码“%s”；可用 utf-8、gb18030（gbk、gb2312）、utf-16le、utf-16be", override),
				fmt.Sprintf("unknown charset %q; there are utf-8, gb18030 (gbk, gb2312), utf-16le and utf-16be", override),
			}
		}
		if c != charset && !(charset == utf16beName && c == utf16leName && !strings.Contains(strings.ToLower(override), "le")) {
			charset, bom = c, 0
		}
	} else if charset == "" {
		if plainUTF8(b) { // as most files are: not to be looked through twice
			return decoded{text: policy.Plain(string(b), 0), charset: utf8Name}, nil
		}
		charset = detectCharset(b)
	}
	return decodeAs(b, charset, bom), nil
}

// bomCharset is the charset that the byte-order mark of b tells, and the mark's length.
func bomCharset(b []byte) (string, int) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return utf8Name, 3
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return utf16leName, 2
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return utf16beName, 2
	}
	return "", 0
}

// decodeAs reads b, after its first bom bytes, in charset.
func decodeAs(b []byte, charset string, bom int) decoded {
	if charset == utf8Name && validUTF8(b[bom:]) {
		return decoded{text: policy.Plain(string(b[bom:]), bom), charset: charset}
	}
	w := &decoder{charset: charset}
	w.out.Skip(bom)
	w.out.Grow(len(b) + len(b)/2)
	switch charset {
	case utf8Name:
		w.bytes(b[bom:], utf8.DecodeRune)
	case gb18030Name:
		w.bytes(b[bom:], gbTable().first)
	default:
		w.utf16(b[bom:], charset == utf16beName)
	}
	w.settle()
	return decoded{text: w.out.Text(), charset: charset, damage: w.damage}
}

// A decoder writes one text and gathers the bytes that mean nothing in its charset.
type decoder struct {
	out     policy.Decoding
	charset string
	n       int // bytes written
	line    int // line breaks written
	bad     int // bytes without meaning since badAt
	badAt   policy.Span
	badLine int
	more    int // places beyond maxDamage
	damage  []damage
}

// ascii copies the run of ASCII at the start of b and gives its length.
func (w *decoder) ascii(b []byte) int {
	n := 0
	for n < len(b) && b[n] < utf8.RuneSelf {
		if b[n] == '\n' {
			w.line++
		}
		n++
	}
	if n > 0 {
		w.out.Copy(string(b[:n]))
		w.n += n
	}
	return n
}

// rune writes r, decoded from n bytes.
func (w *decoder) rune(r rune, n int) {
	w.out.Rune(r, n)
	w.n += utf8.RuneLen(r)
}

// invalid writes U+FFFD for n bytes that mean nothing. Places less than 16 bytes
// apart are told as one.
func (w *decoder) invalid(n int) {
	if w.bad > 0 && w.n-w.badAt.End > 16 {
		w.settle()
	}
	if w.bad == 0 {
		w.badAt.Start, w.badLine = w.n, w.line+1
	}
	w.bad += n
	w.rune(utf8.RuneError, n)
	w.badAt.End = w.n
}

// settle tells the place that was gathered.
func (w *decoder) settle() {
	switch {
	case w.bad == 0:
	case len(w.damage) < maxDamage:
		w.damage = append(w.damage, damage{w.badAt, fmt.Sprintf("第 %d 行有 %d 个字节不是 %s 编码，以 U+FFFD 代替", w.badLine, w.bad, w.charset)})
	default:
		last := &w.damage[maxDamage-1]
		w.more++
		last.at.End = w.badAt.End
		last.what = fmt.Sprintf("此后还有 %d 处字节不是 %s 编码，以 U+FFFD 代替", w.more+1, w.charset)
	}
	w.bad = 0
}

// bytes reads a charset whose ASCII is one byte, of which first gives the first character and its
// length: U+FFFD and 1 where there is none.
func (w *decoder) bytes(b []byte, first func(b []byte) (rune, int)) {
	for i := 0; i < len(b); {
		i += w.ascii(b[i:])
		if i == len(b) {
			return
		}
		r, n := first(b[i:])
		if r == utf8.RuneError && n == 1 {
			w.invalid(1)
		} else {
			w.rune(r, n)
		}
		i += n
	}
}

func (w *decoder) utf16(b []byte, big bool) {
	for i := 0; i < len(b); {
		r, n, ok := utf16Rune(b[i:], big)
		if ok {
			if r == '\n' {
				w.line++
			}
			w.rune(r, n)
		} else {
			w.invalid(n)
		}
		i += n
	}
}

// utf16Rune is the character at the start of b, its length in bytes, and whether
// it is one.
func utf16Rune(b []byte, big bool) (rune, int, bool) {
	unit := func(i int) rune {
		if big {
			return rune(b[i])<<8 | rune(b[i+1])
		}
		return rune(b[i+1])<<8 | rune(b[i])
	}
	if len(b) < 2 {
		return utf8.RuneError, len(b), false
	}
	r := unit(0)
	if r < 0xd800 || r > 0xdfff {
		return r, 2, true
	}
	if r < 0xdc00 && len(b) >= 4 {
		if s := unit(2); s >= 0xdc00 && s <= 0xdfff {
			return 0x10000 + (r-0xd800)<<10 + s - 0xdc00, 4, true
		}
	}
	return utf8.RuneError, 2, false
}
