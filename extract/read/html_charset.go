package read

import (
	"regexp"
	"strings"

	"shuzheng/policy"
)

// metaCharset is where a page names its charset.
var metaCharset = regexp.MustCompile(`(?i)<meta\s[^<>]*charset\s*=\s*["']?\s*([a-z0-9_\-]+)`)

// pageCharset holds what the page says of its charset against what its bytes
// told. The bytes are right where they can be: pages that were converted keep
// their old <meta>. Only a page that reads without fault in the named charset,
// and is not UTF-8 with Han in it, is read anew.
func pageCharset(src *policy.Source, d decoded) decoded {
	s := d.text.String()
	m := metaCharset.FindStringSubmatch(s[:min(len(s), 4096)])
	if m == nil {
		return d
	}
	named, ok := charsetName(m[1])
	if !ok || named == d.charset || named == utf16leName || named == utf16beName {
		return d
	}
	if _, bom := bomCharset(src.Bytes); bom > 0 || d.charset != utf8Name && d.charset != gb18030Name {
		return d
	}
	if len(d.damage) == 0 && (d.charset == gb18030Name || strings.ContainsFunc(s, func(r rune) bool { return r >= 0x800 })) {
		return d
	}
	other := decodeAs(src.Bytes, named, 0)
	if len(other.damage) < len(d.damage) || len(other.damage) == 0 {
		src.Charset = named
		return other
	}
	return d
}
