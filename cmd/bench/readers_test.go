package main

import "testing"

func TestFigureOf(t *testing.T) {
	const out = `goos: linux
BenchmarkOFD              	      16	  72090288 ns/op	   8.09 MB/s	46101011 B/op
BenchmarkPDF-1            	       2	 687854856 ns/op	       290.8 pages/s	79737144 B/op
--- SKIP: BenchmarkHTML
BenchmarkPDF              	       2	 687854856 ns/op	       213.7 pages/s	79737136 B/op
PASS
`
	for _, c := range []struct{ name, unit, want string }{
		{"BenchmarkOFD", "MB/s", "8.09"},
		{"BenchmarkPDF", "pages/s", "213.7"},
		{"BenchmarkPDF", "MB/s", ""},
		{"BenchmarkHTML", "MB/s", ""},
	} {
		if got := figureOf(out, c.name, c.unit); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.name, c.unit, got, c.want)
		}
	}
}
