package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk runs into a disk that is full at some moment, makes room and runs again:
// what comes out is what a disk with room enough would have got.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	manyDocuments(t, filepath.Join(dir, "文件"), 100, rand.New(rand.NewPCG(3, 4)))
	if code := shuzheng(t, dir, "从未中断").wait(t); code != exitFailed {
		t.Fatalf("exit code %d", code)
	}
	small := filepath.Join(dir, "小盘")
	if err := os.Mkdir(small, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", small, "tmpfs", 0, "size=300k"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	defer syscall.Unmount(small, 0)
	out := filepath.Join(small, "结果")
	for _, size := range []string{"300k", "600k", "1000k"} {
		if err := syscall.Mount("tmpfs", small, "tmpfs", syscall.MS_REMOUNT, "size="+size); err != nil {
			t.Fatal(err)
		}
		v := shuzheng(t, dir, out)
		if code := v.wait(t); code != exitFailed || !strings.Contains(v.errs.String(), "写不出结果：") || !strings.Contains(v.errs.String(), "no space left") {
			t.Errorf("%s: exit code %d: %s", size, code, &v.errs)
		}
		if _, err := os.Stat(filepath.Join(out, "shuzheng.xlsx")); err == nil {
			t.Errorf("%s: a workbook was left", size)
		}
	}
	if err := syscall.Mount("tmpfs", small, "tmpfs", syscall.MS_REMOUNT, "size=50m"); err != nil {
		t.Fatal(err)
	}
	if code := shuzheng(t, dir, out).wait(t); code != exitFailed {
		t.Fatalf("exit code %d", code)
	}
	sameTree(t, filepath.Join(dir, "从未中断"), out)
}

// A file that may not grow beyond a limit is a full disk where none can be mounted: here
// it is the workbook's.
func TestFileTooLarge(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	dir := t.TempDir()
	manyDocuments(t, filepath.Join(dir, "文件"), 100, rand.New(rand.NewPCG(3, 4)))
	run := func(to, limit string) (string, error) {
		c := exec.Command(bash, "-c", limit+"shuzheng extract 文件 -o "+to)
		c.Dir = dir
		b, err := c.CombinedOutput()
		return string(b), err
	}
	run("从未中断", "")
	if said, err := run("结果", "ulimit -f 60; "); err == nil || !strings.Contains(said, "写不出结果：") {
		t.Errorf("%v: %s", err, said)
	}
	run("结果", "")
	sameTree(t, filepath.Join(dir, "从未中断"), filepath.Join(dir, "结果"))
}
