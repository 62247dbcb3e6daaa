package metadata

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// page takes what is missing from the <meta> elements of a web page and its <title>,
// which the metadata hold as meta:NAME and title. Those taken are there no more under
// the page's name.
func (f *finder) page() {
	names := map[string]string{} // in lower case → as the page writes it
	for key := range f.doc.Metadata {
		if name, ok := strings.CutPrefix(key, "meta:"); ok {
			if low := strings.ToLower(name); names[low] == "" || key < names[low] {
				names[low] = key
			}
		}
	}
	for _, p := range pageNames {
		key := names[p.name]
		if key == "" {
			continue
		}
		if value := pageValue(p.key, f.doc.Metadata[key].Value); value != "" {
			f.fromPage(p.key, value, key)
		}
	}
	f.pageTitle()
}

// fromPage takes a value of the page's element key, unless the text has one. What the
// text has too is told by the text: the page's element goes.
func (f *finder) fromPage(to, value, key string) {
	old, there := f.found[to]
	if !there {
		f.set(to, value, f.standing(value), pageRank)
	}
	if !there || old.Value.Value == value {
		delete(f.doc.Metadata, key)
	}
}

// pageValue is the value of an element in the form of key, "" where it is none.
func pageValue(key, value string) string {
	s := normalize.Fold(policy.Plain(value, 0)).String()
	switch key {
	case "publish_date":
		iso, _ := isoDate(s)
		return iso
	case "doc_number":
		n, _ := normalize.NextDocNumber(s, 0)
		return n.Number
	case "issuer":
		if !normalize.IsOrgan(s) {
			return ""
		}
	}
	return value
}

// pageTitle takes the title from <title>, without the name of the site beside it,
// which is kept as meta:SiteName where the page has none.
func (f *finder) pageTitle() {
	v, ok := f.doc.Metadata["title"]
	if !ok {
		return
	}
	title, site := parted(v.Value)
	f.set("title", title, f.standing(title), pageRank)
	for key := range f.doc.Metadata {
		if strings.EqualFold(key, siteName) {
			return
		}
	}
	if site != "" {
		f.doc.Metadata[siteName] = policy.Value{Value: site}
	}
}

// siteName is the key of the name of a page's site.
const siteName = "meta:SiteName"

// parted takes the wording of <title> apart: 青禾县科技动态_青禾县人民政府.
func parted(s string) (title, site string) {
	for _, sep := range [...]string{" - ", "_", "-", " | ", "|", "—", "－"} {
		head, tail, ok := strings.Cut(s, sep)
		head, tail = strings.TrimSpace(head), strings.TrimSpace(tail)
		switch {
		case !ok:
		case isSite(tail):
			return head, tail
		case isSite(head):
			return tail, head
		}
	}
	return s, ""
}

// isSite says whether s names a site or a part of it.
func isSite(s string) bool {
	return policy.EndsAny(strings.TrimSpace(s), siteEnds...)
}

// standing is where value is the whole of a block in the head; empty where it is not.
func (f *finder) standing(value string) policy.Span {
	for i := range f.heads {
		if t := f.doc.Blocks[i].Text; len(t.String()) <= longestValue && strings.TrimSpace(t.String()) == value {
			t = t.TrimSpace()
			return t.Span(0, t.Len())
		}
	}
	return policy.Span{}
}
