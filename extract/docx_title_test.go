package extract_test

import (
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// A title that was typed as several paragraphs is one.
func TestTitleOfLines(t *testing.T) {
	f := docxFile{}
	f.paragraph(`<w:pStyle w:val="Title"/>`, "云川省人民政府关于印发")
	f.paragraph(`<w:pStyle w:val="Title"/>`, "科技创新规划的通知")
	f.paragraph("", "到2025年，高新技术企业达到2000家。")
	doc, err := extract.Document(&policy.Source{Bytes: f.pack(t)}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "outline", []string{"title 0 云川省人民政府关于印发科技创新规划的通知"}, outlineOf(doc))
}
