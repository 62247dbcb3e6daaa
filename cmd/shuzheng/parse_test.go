package main

import (
	"bytes"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// A text that the program stumbles over costs the others nothing.
func TestParseFault(t *testing.T) {
	var out, errs bytes.Buffer
	x := &parsing{program: &program{in: strings.NewReader("水库3座\n陷阱\n水库4座"), out: &out, err: &errs}}
	x.read = func(text string, opt extract.Options) *policy.Document {
		if text == "陷阱" {
			panic("here")
		}
		return extract.Phrase(text, opt)
	}
	code := x.run(nil)
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if code != exitFailed || len(lines) != 3 || !strings.HasPrefix(lines[1], `{"input":"陷阱","error":"`) {
		t.Fatalf("exit code %d: %q", code, lines)
	}
	for i, value := range []string{`"value":"3"`, "", `"value":"4"`} {
		if !strings.Contains(lines[i], value) {
			t.Errorf("%s: no %s", lines[i], value)
		}
	}
}
