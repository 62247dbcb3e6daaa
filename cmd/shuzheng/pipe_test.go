package main

import (
	"bytes"
	"encoding/json"
	"runtime"
	"strings"
	"testing"
)

// FuzzPipe: whatever lines come, each that holds anything has one answer, a JSON object
// with an id and a name and either a document or an error.
func FuzzPipe(f *testing.F) {
	for _, s := range []string{`{"id":1,"text":"有水库12座"}`, `{"id":"a","name":"b","content":"5pyJ5riv5Y+jNOS4qg=="}`, `{"path":"/dev/zero"}`,
		"\n\n{}", `{"id":{"a":[1,null]},"text":""}`, `{"id":nul`, "[]", strings.Repeat("x", 3000), `{"text":"<html><table><tr><td>1"}`, "\xff\xfe{\x00"} {
		f.Add([]byte(s + "\n" + s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var out, errs bytes.Buffer
		args := []string{"pipe", "--quiet", "--select", "figures", "--max-line", "2000", "--jobs", "2", "--root", t.TempDir()}
		code := run(args, bytes.NewReader(in), &out, &errs)
		want := 0
		for line := range bytes.Lines(in) {
			head := line[:min(len(line), 80)]
			if len(bytes.TrimSpace(head)) > 0 || len(bytes.TrimRight(line, "\n")) > 2000 {
				want++
			}
		}
		got, failed := 0, 0
		for line := range bytes.Lines(out.Bytes()) {
			got++
			var answer struct {
				ID      json.RawMessage
				Name    *string
				Figures *[]any
				Error   *string
			}
			if err := json.Unmarshal(line, &answer); err != nil || answer.Name == nil || answer.ID == nil || (answer.Error == nil) == (answer.Figures == nil) {
				t.Fatalf("%v: %s", err, line)
			}
			if answer.Error != nil {
				failed++
			}
		}
		if got != want || (code == exitOK) != (failed == 0) || errs.Len() > 0 {
			t.Fatalf("%d answers to %d lines, %d failed, exit code %d, %s", got, want, failed, code, &errs)
		}
	})
}

// Many lines take no more memory than few.
func TestPipeMemory(t *testing.T) {
	most := func(lines int) uint64 {
		var peak uint64
		var m runtime.MemStats
		out := writerFunc(func(p []byte) (int, error) {
			if len(p) > 0 && p[0] == '{' {
				runtime.GC()
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
			return len(p), nil
		})
		line := `{"text":"` + strings.Repeat("青禾县有水库12座。", 200) + `"}` + "\n"
		if code := run([]string{"pipe", "--quiet"}, strings.NewReader(strings.Repeat(line, lines)), out, out); code != exitOK {
			t.Fatalf("exit code %d", code)
		}
		return peak
	}
	most(3)
	few, many := most(20), most(120)
	if many > few+8<<20 {
		t.Errorf("%d bytes for 120 lines, %d for 20", many, few)
	}
}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
