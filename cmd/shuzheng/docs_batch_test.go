package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The commands of docs/batch.md do what they say: those for a shell are run as they
// stand, that of the Kubernetes Job once for each of its pods.
func TestBatchDocument(t *testing.T) {
	for _, tool := range []string{"bash", "jq", "parallel", "awk", "xargs"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("no %s: the commands of docs/batch.md are not run", tool)
		}
	}
	var commands []string
	for _, file := range []string{"batch.md", "batch.zh-CN.md"} {
		b, err := os.ReadFile(filepath.Join("../../docs", file))
		if err != nil {
			t.Fatal(err)
		}
		found := blocks(string(b), "sh")
		pod := blocks(string(b), "yaml")
		if len(found) < 4 || len(pod) != 1 {
			t.Fatalf("%s: %d commands, %d jobs", file, len(found), len(pod))
		}
		_, args, _ := strings.Cut(pod[0], "- |\n")
		args, _, _ = strings.Cut(args, "volumeMounts:")
		if found = append(found, args); commands == nil {
			commands = found
		} else if strings.Join(commands, "") != strings.Join(found, "") {
			t.Errorf("the commands in both languages differ")
		}
	}
	dir := t.TempDir()
	const n = 40
	for i := range n {
		text := "青禾县有水库" + strconv.Itoa(i) + "座。"
		if i == 7 {
			text = ""
		}
		writeAt(t, filepath.Join(dir, "公报", "第 "+strconv.Itoa(i)+" 号.txt"), text)
	}
	for i, command := range commands {
		if i < len(commands)-1 {
			inBash(t, dir, command)
		} else {
			for pod := range 16 {
				inBash(t, dir, strings.ReplaceAll(command, "/data", dir), "JOB_COMPLETION_INDEX="+strconv.Itoa(pod))
			}
		}
		if strings.Contains(command, "> 结果.jsonl") {
			answers(t, filepath.Join(dir, "结果.jsonl"), n)
			os.Remove(filepath.Join(dir, "结果.jsonl"))
		}
	}
	parts, _ := filepath.Glob(filepath.Join(dir, "part-*.jsonl"))
	var all []byte
	for _, part := range parts {
		b, _ := os.ReadFile(part)
		all = append(all, b...)
	}
	writeAt(t, filepath.Join(dir, "合并.jsonl"), string(all))
	answers(t, filepath.Join(dir, "合并.jsonl"), n)
	everyDocumentOnce(t, filepath.Join(dir, "结果", "manifest.jsonl"))
}

// blocks are the blocks of a language in a text of Markdown.
func blocks(text, language string) (list []string) {
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(text, -1) {
		list = append(list, m[1])
	}
	return list
}

func inBash(t *testing.T, dir, command string, env ...string) {
	t.Helper()
	c := exec.Command("bash", "-c", command)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	if b, err := c.CombinedOutput(); err != nil {
		t.Errorf("%s\n%v: %s", command, err, b)
	}
}

// answers fails unless a file has n answers, one of them an error.
func answers(t *testing.T, file string, n int) {
	t.Helper()
	b, err := os.ReadFile(file)
	if lines, failed := strings.Count(string(b), "\n"), strings.Count(string(b), `,"error":"`); err != nil || lines != n || failed != 1 {
		t.Errorf("%s: %v, %d answers, %d of them errors", file, err, lines, failed)
	}
}
