//go:build unix

package read

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"shuzheng/policy"
)

const tinyRTF = `{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}\f0 \u20849?\u26377?35\u23478?\u12290?\par }`

// fakeOffice is a program that does what its lines say instead of converting; $out is
// where the DOCX is wanted, $docx one that it may copy there.
func fakeOffice(t *testing.T, lines string) string {
	t.Helper()
	dir := t.TempDir()
	docx := filepath.Join(dir, "made.docx")
	if err := os.WriteFile(docx, docxFile(t, map[string]string{"body": para("共有35家。")}), 0o600); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\nfor a; do case $last in --outdir) out=$a/in.docx; mkdir -p $a;; esac; last=$a; done\ndocx=" + docx + "\n" + lines + "\n"
	path := filepath.Join(dir, "soffice")
	if err := os.WriteFile(path, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	return path
}

// holdNothingLeft checks that no temporary file is left.
func holdNothingLeft(t *testing.T) {
	t.Helper()
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestOffice(t *testing.T) {
	path := fakeOffice(t, `grep -q DisableMacros profile/user/registrymodifications.xcu && cp $docx $out`)
	src := &policy.Source{Name: "通知.rtf", Bytes: []byte(tinyRTF)}
	doc, err := Document(src, Options{Office: path})
	if err != nil {
		t.Fatal(err)
	}
	want := "paragraph: 共有35家。\nproblem: 这份 RTF 文件由 LibreOffice 转换为 DOCX 后读取，出处是转换后文件里的位置\n"
	if said(doc) != want || doc.Source != src || src.MediaType != "application/rtf" {
		t.Errorf("%s %+v", said(doc), src)
	}
	holdNothingLeft(t)
}

func TestOfficeFails(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"writes nothing", `exit 0`, "没有转出"},
		{"fails", `exit 3`, "exit status 3"},
		{"writes what is no DOCX", `echo x > $out`, "压缩包"},
		{"writes too much", `head -c 3000000 /dev/zero > $out`, "太大"},
		{"takes too long", `sleep 60 & sleep 60`, "已中止"},
	} {
		path := fakeOffice(t, c.lines)
		began, limit := time.Now(), 20*time.Second
		if c.want == "已中止" {
			limit = 300 * time.Millisecond
		}
		_, err := Document(&policy.Source{Bytes: []byte(tinyRTF)}, Options{Office: path, OfficeTime: limit, MaxUnpacked: 2 << 20})
		if fault, ok := err.(*Error); !ok || !strings.Contains(fault.Zh, c.want) || fault.En == "" {
			t.Errorf("%s: %v", c.name, err)
		}
		if took := time.Since(began); took > 15*time.Second {
			t.Errorf("%s: %v", c.name, took)
		}
		holdNothingLeft(t)
	}
}

// What the program started is ended with it, also where it ended first.
func TestOfficeEndsChildren(t *testing.T) {
	for _, lines := range []string{`sleep 60 & echo $! > $PIDFILE; cp $docx $out`, `sleep 60 & echo $! > $PIDFILE; sleep 60`} {
		path := fakeOffice(t, lines)
		file := filepath.Join(t.TempDir(), "pid")
		t.Setenv("PIDFILE", file)
		_, _ = Document(&policy.Source{Bytes: []byte(tinyRTF)}, Options{Office: path, OfficeTime: 3 * time.Second})
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pid, _ := strconv.Atoi(strings.TrimSpace(string(b)))
		for range 250 {
			if syscall.Kill(pid, 0) != nil || isZombie(pid) {
				pid = 0
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		if pid != 0 {
			t.Errorf("process %d goes on", pid)
		}
	}
}

// isZombie says whether a process has ended and nobody has asked how.
func isZombie(pid int) bool {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err == nil && strings.Contains(string(b), ") Z ")
}

func TestOfficeInterrupted(t *testing.T) {
	path := fakeOffice(t, `sleep 60`)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	if _, err := Document(&policy.Source{Bytes: []byte(tinyRTF)}, Options{Office: path, Context: ctx}); err == nil {
		t.Error("an interrupted conversion gave a document")
	}
	Settle()
	holdNothingLeft(t)
}

func TestNoOffice(t *testing.T) {
	odt := zipOf(t, zipEntry{name: "mimetype", text: "application/vnd.oasis.opendocument.text"}, deflated("content.xml", ""))
	for name, b := range map[string][]byte{
		"RTF": []byte(tinyRTF), "ODT": odt, "Word 2003 XML": []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`),
		"WPS": compoundOf(compoundEntry{"CONTENTS", nil}, compoundEntry{"MatOST", nil}),
	} {
		_, err := Document(&policy.Source{Bytes: b}, Options{Office: NoOffice})
		if err == nil || !strings.Contains(err.Error(), "请安装 LibreOffice") || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A DOC of Word 95 is converted where that can be done.
func TestOfficeForOldDOC(t *testing.T) {
	m := docMaker{paras: []madePara{plainPara("甲")}, version: 0x68}
	doc, err := Document(&policy.Source{Bytes: m.file()}, Options{Office: fakeOffice(t, `cp $docx $out`)})
	if err != nil || !strings.Contains(said(doc), "paragraph: 共有35家。\nproblem: 这份 DOC 文件由") {
		t.Errorf("%v", err)
	}
	sealed := docMaker{paras: m.paras, flags: 0x100}
	if _, err := Document(&policy.Source{Bytes: sealed.file()}, Options{Office: fakeOffice(t, `cp $docx $out`)}); err != error(sealedDOC) {
		t.Errorf("an encrypted file: %v", err)
	}
}

// TestRealOffice converts with LibreOffice, where it is installed with Writer.
func TestRealOffice(t *testing.T) {
	if officePath("") == "" {
		t.Skip("LibreOffice is not installed")
	}
	t.Setenv("TMPDIR", t.TempDir())
	doc, err := Document(&policy.Source{Bytes: []byte(tinyRTF)}, Options{})
	if err != nil && strings.Contains(err.Error(), "没有转出") {
		t.Skip("LibreOffice is installed without Writer")
	}
	if err != nil || !strings.HasPrefix(said(doc), "paragraph: 共有35家。\n") {
		t.Errorf("%v", err)
	}
	holdNothingLeft(t)
}
