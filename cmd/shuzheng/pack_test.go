package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// pack ARCHIVE NAME=FILE...: makes an archive, its kind told by its ending. A name
// that begins with ! is marked as encrypted, one with ~ is written in GBK.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	switch name := args[0]; {
	case strings.HasSuffix(name, ".zip"):
		packZip(ts, &b, args[1:])
	case strings.HasSuffix(name, ".tar"):
		packTar(ts, &b, args[1:])
	case strings.HasSuffix(name, ".tar.gz"):
		z := gzip.NewWriter(&b)
		packTar(ts, z, args[1:])
		ts.Check(z.Close())
	default:
		z := gzip.NewWriter(&b)
		_, err := z.Write([]byte(ts.ReadFile(args[1])))
		ts.Check(err)
		ts.Check(z.Close())
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

func packZip(ts *testscript.TestScript, w io.Writer, members []string) {
	z := zip.NewWriter(w)
	for _, m := range members {
		name, file, _ := strings.Cut(m, "=")
		h := &zip.FileHeader{Name: strings.TrimLeft(name, "!~"), Method: zip.Deflate}
		if name[0] == '!' {
			h.Flags |= 1
		}
		if name[0] == '~' {
			gbk, err := simplifiedchinese.GBK.NewEncoder().String(h.Name)
			ts.Check(err)
			h.Name, h.NonUTF8 = gbk, true
		}
		out, err := z.CreateHeader(h)
		ts.Check(err)
		_, err = out.Write([]byte(ts.ReadFile(file)))
		ts.Check(err)
	}
	ts.Check(z.Close())
}

func packTar(ts *testscript.TestScript, w io.Writer, members []string) {
	t := tar.NewWriter(w)
	ts.Check(t.WriteHeader(&tar.Header{Name: "链接", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}))
	ts.Check(t.WriteHeader(&tar.Header{Name: "夹/", Mode: 0o755, Typeflag: tar.TypeDir}))
	for _, m := range members {
		name, file, _ := strings.Cut(m, "=")
		data := ts.ReadFile(file)
		ts.Check(t.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(data)), Typeflag: tar.TypeReg}))
		_, err := t.Write([]byte(data))
		ts.Check(err)
	}
	ts.Check(t.Close())
}

// halve FILE: keeps the first half of a file only.
func halve(ts *testscript.TestScript, neg bool, args []string) {
	b := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b[:len(b)/2]), 0o666))
}
