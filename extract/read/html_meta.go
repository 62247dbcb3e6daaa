package read

import (
	_ "embed"
	stdhtml "html"
	"strings"

	"shuzheng/policy"
)

//go:embed metas.tsv
var metasTSV string

// usefulMeta are the names of <meta> elements that say something of the article.
var usefulMeta = readMetas(metasTSV)

// readMetas panics on a fault: the table is the program's own.
func readMetas(tsv string) map[string]bool {
	names := map[string]bool{}
	for _, line := range policy.Rows(tsv) {
		for name := range strings.FieldsSeq(line) {
			if names[name] || name != strings.ToLower(name) {
				panic("metas.tsv: " + name + " stands twice or in capitals")
			}
			names[name] = true
		}
	}
	return names
}

// metadata reads the page's <title> and <meta> elements: “title” and “meta:NAME”
// with NAME as the page writes it. The first of a name that says something holds.
func (d *dom) metadata() map[string]policy.Value {
	m := map[string]policy.Value{}
	set := func(key, value string) {
		value = strings.Join(strings.Fields(value), " ")
		if _, ok := m[key]; !ok && value != "" {
			m[key] = policy.Value{Value: value}
		}
	}
	var look func(n *node, foreign bool)
	look = func(n *node, foreign bool) {
		switch n.tag {
		case "svg", "math":
			foreign = true
		case "title":
			if !foreign {
				set("title", d.wording(n))
			}
		case "meta":
			name := n.attr["name"]
			if name == "" {
				name = n.attr["property"]
			}
			if usefulMeta[strings.ToLower(name)] {
				set("meta:"+name, n.attr["content"])
			}
		}
		for _, k := range n.kids {
			look(k, foreign)
		}
	}
	look(d.root, false)
	return m
}

// wording is all text under n, as it stands.
func (d *dom) wording(n *node) string {
	var s strings.Builder
	for _, i := range n.pieces {
		if i < 0 {
			s.WriteByte(' ')
			continue
		}
		s.WriteString(stdhtml.UnescapeString(d.page[d.pieces[i].start:d.pieces[i].end]))
	}
	for _, k := range n.kids {
		s.WriteString(d.wording(k))
	}
	return s.String()
}
