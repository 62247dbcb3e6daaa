package export

import (
	"bytes"
	"encoding/xml"
	"testing"
)

// What escape writes reads back as the text made clean.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "a&b<c>d", "全市，达到４３８家。", "\r\n\r\x00\x7f\t\n", "_x0041_ _x_ _", "\xff\xe4\xb8", "\ufffe\uffff\uff0c\ufeff", "\xed\xa0\x80\xe0\x80\x80", "𠮷é", "\xe4\xb8", "省市县区\xe5\xb8省", "省\uffff省市\ue000", "市\xe5a区县省市"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var x rowXML
		x.escape(s)
		var want bytes.Buffer
		if err := xml.EscapeText(&want, []byte(clean(s))); err != nil {
			t.Fatal(err)
		}
		if got, want := textOf(t, x.buf), textOf(t, want.Bytes()); unescape(got) != want {
			t.Errorf("%q is written %q, which reads %q", s, x.buf, got)
		}
	})
}

func textOf(t *testing.T, body []byte) (s string) {
	t.Helper()
	if err := xml.Unmarshal([]byte("<t>"+string(body)+"</t>"), &s); err != nil {
		t.Fatalf("%q: %v", body, err)
	}
	return s
}

// Blanks at the ends of a text are kept, and only those need to be told of.
func TestSpaced(t *testing.T) {
	for s, want := range map[string]bool{"": false, "全市": false, " 全市": true, "全市\n": true, "全市　": true, "　全市": true, "全 市": false, "12.5%": false, "12 ": true, "全\u00a0": true, "，": false} {
		if got := spaced(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
