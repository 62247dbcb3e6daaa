package main

import (
	"strings"
	"testing"
)

func TestJSONNames(t *testing.T) {
	long := strings.Repeat("长", 100) + ".txt"
	tests := []struct{ path, name, want string }{
		{"d/a.txt", "a.txt", "a.txt.json"},
		{"e/a.txt", "a.txt", "a.txt-2.json"},
		{"f/A.TXT", "A.TXT", "A.TXT-3.json"},
		{"g/a.txt-2", "a.txt-2", "a.txt-2-2.json"},
		{"h/a.txt.json/b", "a.txt.json/b", "a.txt.json_b.json"},
		{"sub/c.txt", "sub/c.txt", "sub/c.txt.json"},
		{"..", "..", "document.json"},
		{"../../x", "../../x", "x.json"},
		{"i", `a:b\c?.txt`, "a_b_c_.txt.json"},
		{"j", "shuzheng.xlsx", "shuzheng.xlsx.json"},
		{"k", long, strings.Repeat("长", nameBytes/3) + ".json"},
		{"l", "\xff\x01", "__.json"},
	}
	var inputs []input
	for _, test := range tests {
		inputs = append(inputs, input{path: test.path, name: test.name})
	}
	names := jsonNames(inputs)
	for _, test := range tests {
		if got := names[test.path]; got != test.want {
			t.Errorf("%s: got %q, want %q", test.path, got, test.want)
		}
	}
}
