package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	recognizersPackage = "@microsoft/recognizers-text-suite@1.3.1"
	recognizersSlice   = 20 << 10 // bytes of each text at most
)

// recognizersScript finds the numbers, percentages, amounts of money, dimensions and dates
// of a file, line by line, and prints how many bytes it read in how many seconds. The
// models are loaded, and warm, before the clock starts.
const recognizersScript = `
const r = require("@microsoft/recognizers-text-suite"), culture = "zh-cn";
const find = [r.recognizeNumber, r.recognizePercentage, r.recognizeCurrency, r.recognizeDimension, r.recognizeDateTime];
const lines = require("fs").readFileSync(process.argv[2], "utf8").split("\n").filter(s => s.trim() !== "");
let found = 0;
const read = s => { for (const f of find) { try { found += f(s, culture).length; } catch (e) {} } };
for (const s of lines.slice(0, 20)) read(s);
const start = process.hrtime.bigint();
let bytes = 0;
for (const s of lines) { read(s); bytes += Buffer.byteLength(s) + 1; }
console.log(bytes, Number(process.hrtime.bigint() - start) / 1e9);
`

// recognizers measures Microsoft's Recognizers-Text on a slice of the texts. It comes from
// npm into the temporary folder; without npm, node or a registry there is no figure.
func recognizers(dir string, texts [][]byte) {
	speed, err := recognizersSpeed(dir, texts)
	if err != nil {
		line("Recognizers-Text, a slice of them", "skipped: "+err.Error())
		return
	}
	line("Recognizers-Text, a slice of them", fmt.Sprintf("%.4f MB/s", speed))
}

func recognizersSpeed(dir string, texts [][]byte) (speed float64, err error) {
	for _, tool := range []string{"npm", "node"} {
		if _, err := exec.LookPath(tool); err != nil {
			return 0, errors.New("no " + tool)
		}
	}
	dir = filepath.Join(dir, "recognizers")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return 0, err
	}
	if out, err := command(dir, "npm", "install", "--prefix", dir, "--no-audit", "--no-fund", "--ignore-scripts", "--silent", recognizersPackage); err != nil {
		return 0, fmt.Errorf("npm could not fetch it: %s", firstLine(out, err))
	}
	script, slice := filepath.Join(dir, "bench.js"), filepath.Join(dir, "slice.txt")
	if err := errors.Join(os.WriteFile(script, []byte(recognizersScript), 0o666), os.WriteFile(slice, sliceOf(texts), 0o666)); err != nil {
		return 0, err
	}
	out, err := command(dir, "node", script, slice)
	if err != nil {
		return 0, fmt.Errorf("node: %s", firstLine(out, err))
	}
	var count int64
	var seconds float64
	if _, err := fmt.Sscan(string(out), &count, &seconds); err != nil {
		return 0, err
	}
	return mega(count) / seconds, nil
}

// sliceOf is the beginning of each text, to a line end.
func sliceOf(texts [][]byte) []byte {
	var out []byte
	for _, t := range texts {
		t = t[:min(len(t), recognizersSlice)]
		if k := bytes.LastIndexByte(t, '\n'); k > 0 {
			t = t[:k+1]
		}
		out = append(out, t...)
	}
	return out
}

func command(dir, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	return cmd.CombinedOutput()
}

// firstLine is what a failed command said first.
func firstLine(out []byte, err error) string {
	if s, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n"); s != "" {
		return s
	}
	return err.Error()
}
