package metadata

import (
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/extract/read"
	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// TestMetadata reads testdata/metadata.txt: the facts are key, value, the words it was read from.
func TestMetadata(t *testing.T) {
	policytest.Sets(t, "testdata/metadata.txt", func(doc *policy.Document) (got []string) {
		Find(doc)
		for key, v := range doc.Metadata {
			got = append(got, strings.TrimRight(key+"\t"+v.Value+"\t"+policytest.Words(doc, v.Span), "\t"))
		}
		return got
	})
}

// TestPageNames wants every <meta> element of pages.tsv kept by the reader of pages.
func TestPageNames(t *testing.T) {
	for _, p := range pageNames {
		page := "<html><head><meta name=\"" + p.name + "\" content=\"甲\"></head><body><p>乙</p></body></html>"
		doc, err := read.Document(&policy.Source{Bytes: []byte(page)}, read.Options{})
		if err != nil || doc.Metadata["meta:"+p.name].Value != "甲" {
			t.Errorf("%s: %v, %v", p.name, doc, err)
		}
	}
}

// FuzzFind wants every place inside the text and no fault.
func FuzzFind(f *testing.F) {
	policytest.Fuzz(f, "testdata/metadata.txt", func(t *testing.T, doc *policy.Document) {
		Find(doc)
		whole := policy.Span{Start: 0, End: doc.Content.Len()}
		for key, v := range doc.Metadata {
			if !whole.Contains(v.Span) || v.Span.Len() < 0 || !utf8.ValidString(v.Value) {
				t.Fatalf("%q: %s: %+v", doc.Content.String(), key, v)
			}
		}
	})
}
