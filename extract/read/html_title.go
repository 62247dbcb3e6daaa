package read

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// markTitle finds the article's title among the blocks before and at the top of
// the main text: the one that <meta> or <title> repeats, or else the heading that
// stands right before the main text.
func markTitle(doc *policy.Document) {
	first := firstMain(doc)
	if first < 0 {
		return
	}
	wanted := wantedTitles(doc.Metadata)
	for _, w := range wanted {
		for i := min(first+8, len(doc.Blocks)) - 1; i >= 0; i-- {
			b := &doc.Blocks[i]
			if b.Kind != policy.TableBlock && sameTitle(b.Text.String(), w) {
				b.Kind, b.Level = policy.Title, 0
				return
			}
		}
	}
	titleBefore(doc, first)
}

// firstMain is the index of the first block of the main text, -1 if there is none.
func firstMain(doc *policy.Document) int {
	for i, b := range doc.Blocks {
		if b.Kind != policy.Boilerplate {
			return i
		}
	}
	return -1
}

// wantedTitles are the titles that the page's metadata give, the surest first.
func wantedTitles(m map[string]policy.Value) []string {
	var wanted []string
	for _, key := range []string{"meta:ArticleTitle", "meta:articletitle", "meta:og:title", "title"} {
		if v := m[key].Value; v != "" {
			wanted = append(wanted, v)
		}
	}
	if t := m["title"].Value; t != "" { // 标题 - 某某市人民政府门户网站
		for _, part := range strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune("-_|—｜–", r) }) {
			if utf8.RuneCountInString(strings.TrimSpace(part)) >= 8 {
				wanted = append(wanted, part)
			}
		}
	}
	return wanted
}

// sameTitle says whether two titles are the same but for blanks.
func sameTitle(a, b string) bool {
	fold := func(s string) string { return strings.Join(strings.Fields(s), "") }
	a = fold(a)
	return len(a) >= 12 && a == fold(b)
}

// titleBefore takes the last block before the main text that may be a title:
// long enough, no sentence, no value after a label, no line of dates and sources,
// no path of links.
func titleBefore(doc *policy.Document, first int) {
	for i := first - 1; i >= max(first-6, 0); i-- {
		s := doc.Blocks[i].Text.String()
		n := utf8.RuneCountInString(s)
		switch {
		case byline.MatchString(s) || n < 8:
			continue
		case n > 80 || strings.ContainsAny(s, "。>|：:〔") || strings.Contains(s, "当前位置"):
			return
		case i > 0 && strings.HasSuffix(doc.Blocks[i-1].Text.String(), "："):
			return
		}
		doc.Blocks[i].Kind = policy.Title
		return
	}
}

// byline is how the lines with source, date, size of type and the like begin.
var byline = regexp.MustCompile(`^[\s【\[（(]*(?:` + strings.Join(wordClasses.Of("byline"), "|") + `)\s*[：:】\s]`)

// markBylines makes boilerplate of the lines with source and date at the two
// ends of the main text.
func markBylines(doc *policy.Document) {
	first := firstMain(doc)
	if first < 0 {
		return
	}
	mark := func(i int) bool {
		b := &doc.Blocks[i]
		s := b.Text.String()
		if b.Kind == policy.Paragraph && utf8.RuneCountInString(s) < 120 && byline.MatchString(s) && !strings.ContainsRune(s, '。') {
			b.Kind = policy.Boilerplate
		}
		return utf8.RuneCountInString(s) < 60
	}
	for i := first; i < min(first+6, len(doc.Blocks)) && mark(i); i++ {
	}
	for i := len(doc.Blocks) - 1; i > first && (doc.Blocks[i].Kind == policy.Boilerplate || mark(i)); i-- {
	}
}
