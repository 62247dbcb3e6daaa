package read

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

//go:embed containers.tsv
var containersTSV string

// containers says which elements hold the main text: by “id zoom” and the like.
var containers = loadContainers(containersTSV)

// loadContainers reads the table of containers; a fault in it is ours.
func loadContainers(tsv string) map[string]bool {
	known := map[string]bool{}
	for n, c := range policy.Cells("containers.tsv", tsv, 2) {
		how, name := c[0], c[1]
		key := how + " " + name
		if how != "id" && how != "class" && how != "tag" || name != strings.ToLower(name) || known[key] {
			panic(fmt.Sprintf("containers.tsv:%d: %q", n, c))
		}
		known[key] = true
	}
	return known
}

// minMain is the fewest bytes of wording that a container is trusted with.
const minMain = 150

// mains finds the elements that hold the main text. whole is true where it was
// not told from the rest of the page, so that chrome has to be looked for in it.
func (d *dom) mains() (mains map[*node]bool, whole bool) {
	body := d.root.find("body")
	if body == nil {
		body = d.root
	}
	found := d.known(body)
	if len(found) == 0 {
		found, whole = []*node{d.locate(body)}, true
	}
	mains = map[*node]bool{}
	for _, n := range found {
		mains[n] = true
	}
	return mains, whole
}

// locate finds the main text of a page of unknown make. Where the ways differ
// much, more is kept rather than less.
func (d *dom) locate(body *node) *node {
	if body.linked*20 < body.size {
		return body // a page without links has no furniture
	}
	byDensity := dense(body)
	n := d.readable(byDensity)
	if n == nil || n.plain()*10 < byDensity.plain()*6 {
		return byDensity
	}
	return n
}

// find is the first element of this tag at or under n.
func (n *node) find(tag string) *node {
	if n.tag == tag {
		return n
	}
	for _, k := range n.kids {
		if f := k.find(tag); f != nil {
			return f
		}
	}
	return nil
}

// plain is the size of the wording under n outside links.
func (n *node) plain() int { return n.size - n.linked }

// known finds the containers known by name that hold most of the page's wording,
// the outermost of those within each other.
func (d *dom) known(body *node) []*node {
	var all []*node
	largest := 0
	var look func(n *node)
	look = func(n *node) {
		if n.plain() < minMain || n.hidden() {
			return
		}
		if n.isContainer() {
			all = append(all, n)
			largest = max(largest, n.plain())
			return
		}
		for _, k := range n.kids {
			look(k)
		}
	}
	look(body)
	if largest*4 < dense(body).plain() {
		return nil // the name says article, the wording is elsewhere
	}
	var found []*node
	for _, n := range all {
		if n.plain()*8 >= largest {
			found = append(found, n)
		}
	}
	return found
}

// isContainer says whether n is known to hold main texts.
func (n *node) isContainer() bool {
	if containers["tag "+n.tag] {
		return true
	}
	if id := n.attr["id"]; id != "" && containers["id "+strings.ToLower(id)] {
		return true
	}
	return slices.ContainsFunc(strings.Fields(n.attr["class"]), func(c string) bool { return containers["class "+strings.ToLower(c)] })
}

// dense goes down from n to the element that holds nearly all wording outside
// links.
func dense(n *node) *node {
	for {
		var best *node
		for _, k := range n.kids {
			if k.tag != "" && !k.hidden() && (best == nil || k.plain() > best.plain()) {
				best = k
			}
		}
		if best == nil || best.plain()*10 < n.plain()*9 || best.tag == "table" || best.tag == "p" {
			return n
		}
		n = best
	}
}
