package read

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

// tokens writes what a scanner finds: <w:p w:val=1> text </p>, | between tokens.
func tokens(s string, opt Options) (string, error) {
	x := scanXML(s, 0, len(s), opt)
	var out []string
	for {
		t := x.next()
		switch t.kind {
		case xmlEOF:
			return strings.Join(out, "|"), x.err
		case xmlStart:
			said := fmt.Sprintf("<%d %s", t.space, t.name)
			if v, ok := x.attr(t, "val"); ok {
				said += "=" + v
			}
			out = append(out, said)
		case xmlEnd:
			out = append(out, "/"+t.name)
		case xmlText:
			out = append(out, s[t.start:t.end])
		}
	}
}

const wordNS = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func TestXML(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<a>甲<b/>乙</a>`, "<0 a|甲|<0 b|/b|乙|/a"},
		{`<?xml version="1.0"?><!-- <c> --><a ><?x > ?></a >`, "<0 a|/a"},
		{`<w:a` + wordNS + `><w:b w:val="a&gt;&#x6570;b"/><b val='>'/></w:a>`, "<1 a|<1 b=a>数b|/b|<0 b=>|/b|/a"},
		{`<x:a xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:b/></x:a>`, "<1 a|<1 b|/b|/a"},
		{`<a xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><b xmlns="" val="1"/><c val="2"/></a>`, "<1 a|<0 b=1|/b|<1 c=2|/c|/a"},
		{`<a` + wordNS + `><w:b y:val="3" w:val="4"/></a>`, "<0 a|<1 b=4|/b|/a"},
		{`<a><![CDATA[<b>&amp;]]></a>`, "<0 a|<b>&amp;|/a"},
		{"\n<a>\r\n</a>\n", "\n|<0 a|\r\n|/a|\n"},
		{`<a val = "1"  b/>`, "<0 a=1|/a"},
	} {
		got, err := tokens(c.in, Options{})
		if err != nil || got != c.want {
			t.Errorf("%s:\n got %s, %v\nwant %s", c.in, got, err, c.want)
		}
	}
}

func TestXMLRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>`, "DTD"},
		{`<a>`, "缺少结束标签 a"},
		{`<a></b>`, "没有对应"},
		{`</a>`, "没有对应"},
		{`<a`, "不完整"},
		{`<a b="`, "不完整"},
		{`<a b="1" <c/></a>`, "不完整"},
		{`<a></a`, "不完整"},
		{`<`, "不完整"},
		{`< a/>`, "没有名字"},
		{`<!-- a`, "没有写完"},
		{`<?a`, "没有写完"},
		{`<a><![CDATA[`, "没有写完"},
		{strings.Repeat("<a>", 300), "256 层"},
		{`<a ` + strings.Repeat(`xmlns:b="c" `, 300) + `/>`, "命名空间太多"},
	} {
		_, err := tokens(c.in, Options{})
		if fault, ok := err.(*Error); !ok || !strings.Contains(fault.Zh, c.want) || fault.En == "" {
			t.Errorf("%.60s: %v, want %s", c.in, err, c.want)
		}
	}
	if _, err := tokens("<a><b><c/></b></a>", Options{MaxDepth: 2}); err == nil {
		t.Error("MaxDepth is not kept")
	}
}

func TestXMLReference(t *testing.T) {
	for in, want := range map[string]string{
		"&amp;x": "&", "&lt;": "<", "&gt;": ">", "&quot;": `"`, "&apos;": "'", "&#25968;": "数", "&#x6570;": "数", "&#x1F600;": "😀",
		"&b;": "", "&#;": "", "&#x;": "", "&#12a;": "", "&#xD800;": "", "&#x110000;": "", "&amp": "", "& amp;": "", "x": "", "": "", "&#0;": "",
	} {
		if got, n := xmlReference(in); got != want || (n > 0) != (want != "") {
			t.Errorf("%q: %q, %d", in, got, n)
		}
	}
}

func TestDecodeXML(t *testing.T) {
	text := `<?xml version="1.0" encoding="%s"?><a>甲</a>`
	for _, c := range []struct{ declared, in, want string }{
		{"UTF-8", utf8Name, utf8Name}, {"utf-16", utf16leName, utf16leName}, {"UTF-16", utf16beName, utf16beName},
		{"GBK", gb18030Name, gb18030Name}, {"gb2312", gb18030Name, gb18030Name},
	} {
		s := fmt.Sprintf(text, c.declared)
		d, err := decodeXML(encode(t, s, c.in))
		if err != nil || d.text.String() != s || d.charset != c.want {
			t.Errorf("%v: %q %s %v", c, d.text.String(), d.charset, err)
		}
	}
	if _, err := decodeXML([]byte(fmt.Sprintf(text, "Shift_JIS"))); err == nil {
		t.Error("Shift_JIS is read")
	}
	if d, err := decodeXML([]byte("<a>甲\xff</a>")); err != nil || len(d.damage) != 1 {
		t.Errorf("damage: %v %v", d.damage, err)
	}
}

// FuzzXML holds the scanner against the library's: what it takes must be the same.
func FuzzXML(f *testing.F) {
	for _, s := range []string{`<a>甲<b/>乙</a>`, `<w:a` + wordNS + `><w:b w:val="a&gt;b"/></w:a>`, `<a><![CDATA[x]]><!--y--></a>`, "<?xml version='1.0'?><a b='&lt;'>&amp;</a>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := scanXML(s, 0, len(s), Options{})
		want := xml.NewDecoder(strings.NewReader(s))
		for at := 0; ; {
			k := x.next()
			if k.start < at || k.end < k.start || k.end > len(s) {
				t.Fatalf("%q: token %+v after %d", s, k, at)
			}
			at = k.end
			if k.kind == xmlEOF {
				return
			}
			if k.kind == xmlText {
				continue
			}
			if want == nil {
				continue
			}
			if start, end, ok := libraryTag(want); !ok {
				want = nil // stricter than we are
			} else if (start != "" && k.kind != xmlStart) || (end != "" && k.kind != xmlEnd) || start+end != k.name {
				t.Fatalf("%q: %+v, the library has <%s> </%s>", s, k, start, end)
			}
		}
	})
}

// libraryTag is the next tag that encoding/xml finds.
func libraryTag(d *xml.Decoder) (start, end string, ok bool) {
	for {
		t, err := d.Token()
		if err == io.EOF || err != nil {
			return "", "", false
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t.Name.Local, "", true
		case xml.EndElement:
			return "", t.Name.Local, true
		}
	}
}

// BenchmarkXML scans a part of text runs as office programs write them.
func BenchmarkXML(b *testing.B) {
	s := `<w:body` + wordNS + `>` + strings.Repeat(`<w:p><w:pPr><w:pStyle w:val="a3"/><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋"/><w:sz w:val="32"/></w:rPr><w:t>全年实现地区生产总值119.9亿元。</w:t></w:r></w:p>`, 5000) + `</w:body>`
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		x := scanXML(s, 0, len(s), Options{})
		for x.next().kind != xmlEOF {
		}
		if x.err != nil {
			b.Fatal(x.err)
		}
	}
}
