package read

import (
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

func FuzzDecode(f *testing.F) {
	for _, w := range wordings {
		for _, c := range allCharsets {
			f.Add(encode(f, w, c), "")
		}
	}
	f.Add([]byte("\xff\xfe\x00\xd8"), "")
	f.Add([]byte("\x81\x30\x81"), "gbk")
	f.Fuzz(func(t *testing.T, b []byte, charset string) {
		d, err := decode(b, charset)
		if err != nil {
			return
		}
		s := d.text.String()
		if !utf8.ValidString(s) {
			t.Fatalf("not UTF-8: %q", s)
		}
		holdMonotone(t, d.text, len(b))
		for i, r := range s {
			sp := d.text.Span(i, i+utf8.RuneLen(r))
			if got := decodeAs(b[sp.Start:sp.End], d.charset, 0).text.String(); got != string(r) {
				t.Fatalf("%q at %d names %x, which is %q in %s", r, i, b[sp.Start:sp.End], got, d.charset)
			}
		}
		for _, p := range d.damage {
			if p.at.Start < 0 || p.at.End > len(s) || p.at.Len() <= 0 {
				t.Fatalf("damage at %v of %d", p.at, len(s))
			}
		}
	})
}

// holdMonotone checks that the places of x rise and lie inside n bytes.
func holdMonotone(t *testing.T, x policy.Text, n int) {
	t.Helper()
	start, end := 0, 0
	for i, r := range x.String() {
		sp := x.Span(i, i+utf8.RuneLen(r))
		if sp.Start < start || sp.End < end || sp.End < sp.Start || sp.End > n {
			t.Fatalf("%q at %d names %v after [%d,%d), of %d", r, i, sp, start, end, n)
		}
		start, end = sp.Start, sp.End
	}
}

func FuzzHTML(f *testing.F) {
	for _, p := range pages {
		f.Add([]byte(p.html))
	}
	for _, s := range []string{
		"<html><svg><title>1</title><style><p>2</style></svg><table>甲<tr>乙<td>1<td>2</table>",
		"<html><p>a<!-- b --><plaintext>c</p>&amp;",
		"<html><xmp>&amp; <b>x</b></xmp><textarea>&lt;3</textarea><select><option>4",
		"<html><svg><![CDATA[x<y]]></svg><math><mi>5</math><template><p>6</template>",
		"<html><table><tr><td rowspan=0 colspan=9999>1<td rowspan=70000>2<tr><td>3<td>4<tr><td>5",
		"<html><pre>a\nb\r\nc</pre>&nbsp;&#12288;d&#0;&#x110000;&notit;&unknown;e",
		"<html><frameset><frame>7<noframes>8</noframes></frameset>",
		"<html><b><p>1</b>2<table><td><table><td>3</table>4</table><a><a>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		src := &policy.Source{Bytes: b}
		d, err := decode(b, "")
		if err != nil {
			return
		}
		doc, err := page(src, d)
		if err != nil {
			return
		}
		holdMonotone(t, doc.Content, len(b))
		holdBlocks(t, doc)
	})
}

// holdBlocks checks that the blocks follow one another in the Content and that
// their wording, and the cells', is the Content's.
func holdBlocks(t *testing.T, doc *policy.Document) {
	t.Helper()
	s := doc.Content.String()
	at := 0
	for i, b := range doc.Blocks {
		if b.ID != i || b.Span.Start < at || b.Span.End <= b.Span.Start || b.Span.End > len(s) {
			t.Fatalf("block %d spans %v after %d, of %d", i, b.Span, at, len(s))
		}
		if gap := s[at:b.Span.Start]; i > 0 && gap != "\n" || i == 0 && gap != "" {
			t.Fatalf("between blocks %d and %d stands %q", i-1, i, gap)
		}
		at = b.Span.End
		if b.Text.String() != s[b.Span.Start:b.Span.End] {
			t.Fatalf("block %d is %q, its span %q", i, b.Text.String(), s[b.Span.Start:b.Span.End])
		}
		if b.Kind == policy.TableBlock && doc.Tables[b.Table].Block != i {
			t.Fatalf("block %d is of table %d, whose block is %d", i, b.Table, doc.Tables[b.Table].Block)
		}
	}
	if at != len(s) {
		t.Fatalf("%q belongs to no block", s[at:])
	}
	for _, tb := range doc.Tables {
		holdTable(t, doc, &tb)
	}
}

func holdTable(t *testing.T, doc *policy.Document, tb *policy.Table) {
	t.Helper()
	s := doc.Content.String()
	taken := map[[2]int]bool{}
	at := tb.Span.Start
	for _, c := range tb.Cells {
		if c.Span.Start < at || c.Span.End > tb.Span.End {
			t.Fatalf("cell (%d,%d) spans %v after %d, in %v", c.Row, c.Col, c.Span, at, tb.Span)
		}
		at = c.Span.End
		if strings.ReplaceAll(c.Text.String(), " ", "") != strings.ReplaceAll(s[c.Span.Start:c.Span.End], " ", "") {
			t.Fatalf("cell (%d,%d) is %q, its span %q", c.Row, c.Col, c.Text.String(), s[c.Span.Start:c.Span.End])
		}
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > tb.Rows || c.Col+c.ColSpan > tb.Cols {
			t.Fatalf("cell (%d,%d) covers %d×%d of %d×%d", c.Row, c.Col, c.RowSpan, c.ColSpan, tb.Rows, tb.Cols)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if taken[[2]int{r, k}] {
					t.Fatalf("two cells at (%d,%d)", r, k)
				}
				taken[[2]int{r, k}] = true
			}
		}
	}
}
