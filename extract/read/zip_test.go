package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// A zipEntry is one member of a package that a test makes.
type zipEntry struct {
	name, text string
	method     uint16
}

// zipOf packs entries in their order.
func zipOf(t testing.TB, entries ...zipEntry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := w.CreateHeader(&zip.FileHeader{Name: e.name, Method: e.method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func deflated(name, text string) zipEntry { return zipEntry{name, text, zip.Deflate} }

func TestZip(t *testing.T) {
	b := zipOf(t, deflated("a.txt", strings.Repeat("甲", 5000)), deflated(`word\b.xml`, "乙"), deflated("空/", ""))
	p, err := openZip(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(p.names, " "); got != "a.txt word/b.xml" {
		t.Errorf("names %q", got)
	}
	for name, want := range map[string]string{"a.txt": strings.Repeat("甲", 5000), "word/b.xml": "乙"} {
		if got, err := p.read(name); err != nil || string(got) != want {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	if !holdsMember(b, "word/b.xml") || holdsMember(b, "word/c.xml") || holdsMember([]byte("word/b.xml"), "word/b.xml") {
		t.Error("holdsMember")
	}
}

// patched sets bytes of every header of b (local and central) at the places given.
func patched(b []byte, local, central int, value []byte) []byte {
	b = bytes.Clone(b)
	for i := 0; i+4 < len(b); i++ {
		switch {
		case bytes.HasPrefix(b[i:], []byte("PK\x03\x04")):
			copy(b[i+local:], value)
		case bytes.HasPrefix(b[i:], []byte("PK\x01\x02")):
			copy(b[i+central:], value)
		}
	}
	return b
}

func TestZipRefuses(t *testing.T) {
	one := zipOf(t, deflated("a", strings.Repeat("甲", 5000)))
	big := zipOf(t, deflated("a", strings.Repeat("\x00", 8<<20)))
	many := make([]zipEntry, 0, 30)
	for i := range 30 {
		many = append(many, deflated(strings.Repeat("x", i+1), "x"))
	}
	small, large := make([]byte, 4), make([]byte, 4)
	binary.LittleEndian.PutUint32(small, 10)
	binary.LittleEndian.PutUint32(large, 0xfffffff0)
	for _, c := range []struct {
		name string
		b    []byte
		opt  Options
		want string
	}{
		{"no directory", one[:len(one)-10], Options{}, "不完整"},
		{"nothing behind the magic", []byte("PK\x03\x04"), Options{}, "不完整"},
		{"out of the package", zipOf(t, deflated("a/../../b", "x")), Options{}, "指向包外"},
		{"out by backslashes", zipOf(t, deflated(`..\b`, "x")), Options{}, "指向包外"},
		{"absolute", zipOf(t, deflated("/etc/passwd", "x")), Options{}, "指向包外"},
		{"a drive", zipOf(t, deflated("C:/a", "x")), Options{}, "指向包外"},
		{"a NUL", zipOf(t, deflated("a\x00b", "x")), Options{}, "指向包外"},
		{"the same name twice", zipOf(t, deflated("a", "1"), deflated("a", "2")), Options{}, "两个成员"},
		{"too many members", zipOf(t, many...), Options{MaxMembers: 29}, "30 个成员"},
		{"encrypted", patched(one, 6, 8, []byte{1}), Options{}, "成员 a 已加密"},
		{"a bomb", big, Options{}, "200 倍"},
		{"more than allowed", big, Options{MaxUnpacked: 1 << 20}, "超过上限"},
		{"a size that is too small", patched(one, 22, 24, small), Options{}, "已损坏"},
		{"a size that is too large", patched(one, 22, 24, large), Options{}, "已损坏"},
		{"a wrong checksum", patched(one, 14, 16, small), Options{}, "已损坏"},
		{"a method nobody knows", patched(one, 8, 10, []byte{99}), Options{}, "已损坏"},
	} {
		p, err := openZip(c.b, c.opt)
		if err == nil {
			_, err = p.read("a")
		}
		if fault, ok := err.(*Error); !ok || !strings.Contains(fault.Zh, c.want) || fault.En == "" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// All that a package's members come to together is bounded, not each alone.
func TestZipTotal(t *testing.T) {
	text := strings.Repeat("甲乙丙丁", 100)
	p, err := openZip(zipOf(t, deflated("a", text), deflated("b", text)), Options{MaxUnpacked: int64(len(text)) + 10})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.read("a"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.read("b"); err == nil {
		t.Error("both members were read")
	}
}

func FuzzZip(f *testing.F) {
	f.Add(zipOf(f, deflated("a", "甲"), deflated("b/c", strings.Repeat("乙", 900))))
	f.Add(zipOf(f, zipEntry{"a", "甲", zip.Store}))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := openZip(b, Options{MaxUnpacked: 1 << 20})
		if err != nil {
			return
		}
		total := 0
		for _, name := range p.names {
			text, err := p.read(name)
			if total += len(text); err == nil && total > 1<<20 {
				t.Fatalf("%d bytes unpacked", total)
			}
		}
	})
}
