package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// promises are the least rates over all documents of ../shared/gold together.
var promises = map[string]map[string]float64{
	"figures": {
		"f1": 0.98, "value": 0.99, "unit": 0.98, "comparator": 0.97, "measure": 0.96, "direction": 0.97,
		"status": 0.95, "period": 0.93, "area": 0.92, "indicator": 0.93, "strict_f1": 0.85,
	},
	"platforms": {"f1": 0.97, "type": 0.97, "mention_recall": 0.97},
	"tables":    {"f1": 1},
	"cells":     {"f1": 1},
	"outline":   {"f1": 0.97, "level": 0.97},
}

// TestGold reads real documents and has the scorer beside the project hold them
// against what a careful reader found.
func TestGold(t *testing.T) {
	gold, err := filepath.Abs("../../../shared/gold")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(gold, "score.py")); err != nil {
		t.Skip("no ../shared/gold beside the project: real documents are not scored")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3: the scorer of ../shared/gold cannot run")
	}
	dir := t.TempDir()
	written := extractGold(t, gold, dir)
	if truths, _ := filepath.Glob(filepath.Join(dir, "*.figures.jsonl")); len(truths) == 0 || len(truths) != written {
		t.Fatalf("%d documents read, %d are to be scored", written, len(truths))
	}
	var answer, errs bytes.Buffer
	score := exec.Command(python, filepath.Join(gold, "score.py"), "--json", dir)
	score.Stdout, score.Stderr = &answer, &errs
	if err := score.Run(); err != nil {
		t.Fatalf("%v: %s", err, &errs)
	}
	holdPromises(t, answer.Bytes())
}

// extractGold lays out in dir what the scorer wants: the truths of the folder gold,
// and in out/ the JSON of each document. It gives the number of documents.
func extractGold(t *testing.T, gold, dir string) int {
	for _, pattern := range []string{"*.json", "*.jsonl"} {
		truths, _ := filepath.Glob(filepath.Join(gold, pattern))
		for _, path := range truths {
			if err := os.Symlink(path, filepath.Join(dir, filepath.Base(path))); err != nil {
				t.Skip("no symbolic links: ", err)
			}
		}
	}
	texts, _ := filepath.Glob(filepath.Join(gold, "../seeds/*.txt"))
	more, _ := filepath.Glob(filepath.Join(gold, "text/*.txt"))
	texts = append(texts, more...)
	for _, text := range texts {
		name, _, _ := strings.Cut(filepath.Base(text), "_")
		if err := os.MkdirAll(filepath.Join(dir, "out"), 0o777); err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		args := []string{"extract", "--quiet", text, "-o", filepath.Join(dir, "out", name+".json")}
		if code := run(args, strings.NewReader(""), &errs, &errs); code != exitOK {
			t.Fatalf("%s: exit code %d: %s", text, code, &errs)
		}
	}
	return len(texts)
}

// holdPromises compares the TOTAL of an answer of the scorer with the promises.
func holdPromises(t *testing.T, answer []byte) {
	var scores map[string]map[string]map[string]float64
	if err := json.Unmarshal(answer, &scores); err != nil {
		t.Fatal(err)
	}
	for part, rates := range promises {
		got := scores["TOTAL"][part]
		t.Logf("%s: %v", part, got)
		for rate, least := range rates {
			if value, there := got[rate]; !there || value < least {
				t.Errorf("%s %s is %v, must be %v or more", part, rate, value, least)
			}
		}
	}
}
