package metadata

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// title takes the title from the head of the text: the first, or a longer one that
// names the first (the notice that issues a plan).
func (f *finder) title() {
	for i := range min(f.heads, len(f.doc.Blocks)) {
		b := &f.doc.Blocks[i]
		if b.Kind != policy.Title || b.Text.Len() < len("二字") {
			continue
		}
		switch {
		case f.name < 0 && i < max(f.body, 1):
			f.name = i
		case f.name >= 0 && f.longer(i):
			f.name = i
		}
	}
	if f.name < 0 {
		return
	}
	t := f.doc.Blocks[f.name].Text.TrimSpace()
	f.set("title", strings.Join(strings.Fields(t.String()), " "), t.Span(0, t.Len()), headRank)
	f.titleIssuer()
}

// longer says whether the title in block i holds the one taken and more.
func (f *finder) longer(i int) bool {
	old, s := f.text(f.name).String(), f.text(i).String()
	return len(s) > len(old) && strings.Contains(s, old) && strings.Contains(s, "关于")
}

// titleIssuer reads the organs that a title begins with: 临江市人民政府关于….
func (f *finder) titleIssuer() {
	raw := f.doc.Blocks[f.name].Text.TrimSpace()
	before, _, ok := strings.Cut(raw.String(), "关于")
	if !ok {
		return
	}
	before = strings.TrimRight(before, " \u3000\u00a0\n")
	var names []string
	for _, name := range strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune(" \u3000\u00a0\n、", r) }) {
		if !normalize.IsOrgan(name) {
			return
		}
		names = append(names, name)
	}
	f.set("issuer", strings.Join(names, "、"), raw.Span(0, len(before)), headRank)
}

// head reads the lines around the title: the number, the date, the organ.
func (f *finder) head() {
	for i := range f.heads {
		b := &f.doc.Blocks[i]
		site := b.Kind == policy.Boilerplate
		if !site && b.Kind != policy.Paragraph && b.Kind != policy.Heading || b.Text.Len() > proseLength {
			continue
		}
		t := f.text(i)
		s := t.String()
		if k, iso, n := siteDay(s); i > f.name && i < f.body && n > 0 {
			f.set("publish_date", iso, t.Span(k, k+n), pageRank)
		} else if i > f.name && i < f.body && !site {
			f.underTitle(i, t)
		}
		if n, ok := normalize.NextDocNumber(s, 0); ok && !site && len(s)-(n.End-n.Start) <= len("（）") {
			f.set("doc_number", n.Number, t.Span(n.Start, n.End), headRank)
		}
		if name, ok := strings.CutSuffix(s, "文件"); ok && !site && i < f.body && normalize.IsOrgan(name) {
			f.set("issuer", name, t.Span(0, len(name)), signedRank)
		}
	}
}

// underTitle reads a line under the title: （2025年1月9日在…会议上）, 青禾县统计局,
// 望海区人民政府区长 陆远舟（2025年1月9日）.
func (f *finder) underTitle(i int, t policy.Text) {
	s := t.String()
	start := len(s) - len(strings.TrimLeft(s, "（—- "))
	if k := strings.Index(s, "（"); k > 0 {
		start = k + len("（")
	}
	if iso, n := isoDate(s[start:]); (len(iso) == len("2006-01-02") || len(iso) == len("2006-01") && strings.TrimSuffix(s[start+n:], "）") == "") && !strings.ContainsAny(s, "。；") {
		f.set("date", iso, t.Span(start, start+n), headRank)
		f.above(i)
		return
	}
	if k := strings.Index(s, "人民政府"); k > 0 && chief(s[k+len("人民政府"):]) {
		f.set("issuer", s[:k+len("人民政府")], t.Span(0, k+len("人民政府")), headRank)
	}
}

// siteDay finds the day in a line of the site: 2023-08-04, 来源：临江网 2023-08-04, 县统计局 2023-10-25 09:12,
// 2022年3月21日 星期一. n is 0 where it gives none.
func siteDay(s string) (k int, iso string, n int) {
	if len(s) > proseLength || strings.ContainsAny(s, "，。；") || strings.Contains(s, "今天") {
		return 0, "", 0
	}
	for ; k < len(s) && n == 0; k++ {
		if s[k]-'0' < 10 && (k == 0 || s[k-1]-'0' >= 10) {
			if iso, n = fullDate(s[k:]); n == 0 && len(s) >= k+10 && s[k+2] == '.' && s[k+5] == '.' { // 21.07.2017
				iso, n = fullDate(s[k+6:k+10] + "-" + s[k+3:k+5] + "-" + s[k:k+2])
			}
		}
	}
	k--
	if n == 0 || s[k+n-1] >= 0x80 && !policy.BeginsAny(strings.TrimLeft(s[k+n:], " |　"), besideWords...) {
		return 0, "", 0
	}
	if head := strings.TrimRight(s[:k], " ：>|[（【-"); head != "" && strings.IndexByte(s[k:k+n], ':') < 0 && !strings.Contains(head, "来源") {
		if l, from, ok := labelEnding(head, 0, len(head)); !ok || from > 0 || l.key != "date" && l.key != "publish_date" {
			return 0, "", 0
		}
	}
	return k, iso, n
}

// chief says whether s begins with the office of who heads a government.
func chief(s string) bool {
	return policy.BeginsAny(s, chiefs...)
}

// above takes the organs in the lines above block i, up to the title.
func (f *finder) above(i int) (any bool) {
	first, last := i, i
	for k := i - 1; k >= 0 && i-k <= 8; k-- {
		b := &f.doc.Blocks[k]
		if b.Kind != policy.Paragraph && b.Kind != policy.Heading || f.signing(k) == nil {
			break
		}
		first = k
	}
	if first == last {
		return false
	}
	var names []string
	for k := first; k < last; k++ {
		names = append(names, f.signing(k)...)
	}
	at := policy.Span{Start: f.text(first).Span(0, 0).Start, End: f.text(last-1).Span(0, f.text(last-1).Len()).End}
	f.set("issuer", strings.Join(names, "、"), at, signedRank)
	return true
}

// signing lists the organs that sign in block i, which holds nothing else: one, or
// several with blanks between.
func (f *finder) signing(i int) []string {
	raw := f.doc.Blocks[i].Text.String()
	if len(raw) > 2*proseLength {
		return nil
	}
	names := strings.Fields(raw)
	for _, name := range names {
		if !signs(name) {
			names = nil
		}
	}
	if s := f.text(i).String(); names == nil && signs(s) { // 临 江 市 统 计 局
		return []string{s}
	}
	return names
}

// signs says whether a line names an organ and nothing else.
func signs(s string) bool {
	return policy.RuneCount(s) <= 40 && normalize.IsOrgan(s) && !strings.ContainsAny(s, "，。：；、《")
}
