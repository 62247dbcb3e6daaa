package extract_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"shuzheng/policy"
)

// plainHTML is the document as a page of a site; headings are h1 to h6, paragraphs p.
func plainHTML(_ *testing.T, doc *policy.Document) []byte { return writeHTML(doc, "utf-8") }

// gbkHTML names GBK in its head; the bytes are still those of UTF-8.
func gbkHTML(_ *testing.T, doc *policy.Document) []byte { return writeHTML(doc, "gbk") }

// boldHTML is a page whose headings are bold lines, whose lines are parted by <br> and
// whose tables have no head, as editors in the sites' own programs write them.
func boldHTML(_ *testing.T, doc *policy.Document) []byte {
	var tags []string
	for _, h := range []string{"h2", "h3", "h4", "h5"} {
		tags = append(tags, "<"+h+">", "<strong>　　", "</"+h+">", "</strong><br>")
	}
	tags = append(tags, "<p>", "&nbsp;&nbsp;&nbsp;&nbsp;", "</p>", "<br>", "<thead>", "", "</thead>", "", "<th>", "<td>", "</th>", "</td>")
	return []byte(strings.NewReplacer(tags...).Replace(string(writeHTML(doc, "utf-8"))))
}

// writeHTML writes a page that says it is in charset.
func writeHTML(doc *policy.Document, charset string) []byte {
	var s strings.Builder
	title := ""
	for _, p := range partsOf(doc, true) {
		switch {
		case p.table != nil:
			tableHTML(&s, p.table)
		case p.kind == policy.Title:
			title = p.text
			element(&s, "h1", p.text)
		case p.kind == policy.Heading:
			element(&s, fmt.Sprintf("h%d", min(p.level+1, 6)), p.text)
		default:
			element(&s, "p", p.text)
		}
	}
	return []byte(`<!DOCTYPE html><html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `">` +
		"<title>" + html.EscapeString(title) + "</title></head>\n<body>\n" + s.String() + "</body></html>\n")
}

// element writes text in a tag.
func element(s *strings.Builder, tag, text string) {
	s.WriteString("<" + tag + ">" + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + "</" + tag + ">\n")
}

// tableHTML writes a table with its head.
func tableHTML(s *strings.Builder, t *policy.Table) {
	s.WriteString("<table>\n<thead>\n")
	for r, row := range rowsOf(t) {
		tag := "td"
		if r < t.HeaderRows {
			tag = "th"
		}
		if r == t.HeaderRows {
			s.WriteString("</thead>\n<tbody>\n")
		}
		s.WriteString("<tr>")
		for _, cell := range row {
			element(s, tag, cell)
		}
		s.WriteString("</tr>\n")
	}
	s.WriteString("</tbody>\n</table>\n")
}
