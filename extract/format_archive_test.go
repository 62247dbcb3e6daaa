package extract_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"shuzheng/extract/archive"
	"shuzheng/policy"
)

// memberName is what the document is called in an archive.
const memberName = "文件/规划.txt"

// zipMember is the text as it comes out of a ZIP file.
func zipMember(t *testing.T, doc *policy.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	m, err := w.Create(memberName)
	if err == nil {
		_, err = m.Write(doc.Source.Bytes)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return onlyMember(t, b.Bytes())
}

// tarMember is the text as it comes out of a TAR file.
func tarMember(t *testing.T, doc *policy.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	err := w.WriteHeader(&tar.Header{Name: memberName, Mode: 0o644, Size: int64(len(doc.Source.Bytes))})
	if err == nil {
		_, err = w.Write(doc.Source.Bytes)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return onlyMember(t, b.Bytes())
}

// onlyMember unpacks the one document of an archive.
func onlyMember(t *testing.T, packed []byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "packed")
	if err := os.WriteFile(path, packed, 0o600); err != nil {
		t.Fatal(err)
	}
	members, ok, err := archive.List(path, archive.Limits{})
	if err != nil || !ok || len(members) != 1 || members[0].Name != memberName {
		t.Fatalf("%v %v %+v", err, ok, members)
	}
	b, err := members[0].Read()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
