package read

import (
	"fmt"
	stdhtml "html"
	"net/url"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability"
)

// maxReadable is the size of a page, in bytes of wording, up to which the library
// is asked: it takes its time.
const maxReadable = 4 << 20

// readable asks the readability library where the main text under body is. Its
// own text has lost its places, so it only points at an element of ours: nil if
// it finds none.
func (d *dom) readable(body *node) *node {
	if body.size > maxReadable {
		return nil
	}
	w := marker{d: d}
	w.out.WriteString("<html><body>")
	w.write(body)
	content, err := readArticle(w.out.String())
	if err != nil {
		return nil
	}
	article, err := parseHTML(content)
	if err != nil {
		return nil
	}
	kept := make([]int, len(w.nodes))
	weigh(article.root, -1, kept)
	return w.around(kept)
}

// readArticle gives the part of the page that the library takes for the main
// text. The library may panic.
func readArticle(page string) (content string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	a, err := p.Parse(strings.NewReader(page), &url.URL{Scheme: "http", Host: "localhost"})
	return a.Content, err
}

// A marker writes the page for the library, every element with its number.
type marker struct {
	d     *dom
	out   strings.Builder
	nodes []*node
}

// markAttr is the attribute that holds the number.
const markAttr = "data-place"

// voids are the elements without an end tag.
var voids = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "meta": true, "link": true, "col": true, "area": true, "base": true, "embed": true, "param": true, "source": true, "track": true}

func (w *marker) write(n *node) {
	if n.tag == "" {
		for _, i := range n.pieces {
			if i < 0 {
				w.out.WriteByte(' ')
			} else {
				w.out.WriteString(w.d.page[w.d.pieces[i].start:w.d.pieces[i].end])
			}
		}
		return
	}
	if n.tag == "script" || n.tag == "style" || n.tag == "template" || strings.ContainsAny(n.tag, "<>\"'/= ") {
		return
	}
	fmt.Fprintf(&w.out, `<%s %s="%d"`, n.tag, markAttr, len(w.nodes))
	w.nodes = append(w.nodes, n)
	for _, key := range []string{"id", "class", "style", "role", "href", "hidden"} {
		if v, ok := n.attr[key]; ok {
			w.out.WriteString(" " + key + `="` + stdhtml.EscapeString(v) + `"`)
		}
	}
	w.out.WriteByte('>')
	for _, k := range n.kids {
		w.write(k)
	}
	if !voids[n.tag] {
		w.out.WriteString("</" + n.tag + ">")
	}
}

// weigh adds the size of each text the library kept to the marked element that
// holds it.
func weigh(n *node, in int, kept []int) {
	if i, err := strconv.Atoi(n.attr[markAttr]); err == nil && i >= 0 && i < len(kept) {
		in = i
	}
	if n.tag == "" && in >= 0 {
		kept[in] += n.size
	}
	for _, k := range n.kids {
		weigh(k, in, kept)
	}
}

// around is the innermost element that holds nearly all that was kept.
func (w *marker) around(kept []int) *node {
	under := map[*node]int{}
	total := 0
	for i, size := range kept {
		total += size
		for n := w.nodes[i]; size > 0 && n != nil; n = n.parent {
			under[n] += size
		}
	}
	if total == 0 {
		return nil
	}
	n := w.nodes[0]
	for {
		var best *node
		for _, k := range n.kids {
			if under[k]*20 >= total*19 {
				best = k
			}
		}
		if best == nil || best.tag == "p" || best.tag == "table" {
			return n
		}
		n = best
	}
}
