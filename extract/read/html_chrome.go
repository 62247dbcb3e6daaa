package read

import "strings"

// chromeTags are elements that hold no main text.
var chromeTags = map[string]bool{"nav": true, "footer": true, "aside": true, "menu": true, "dialog": true}

// chromeNames are parts of class names and ids that mark the furniture of a page
// even inside its main text.
var chromeNames = []string{"share", "fenxiang", "bdshare", "qrcode", "ewm", "crumb", "pagination", "pagebar", "copyright", "print-btn", "backtop", "gotop"}

// chromeWhole marks furniture where the main text was not told from the page.
var chromeWhole = []string{"nav", "menu", "header", "footer", "foot", "sidebar", "breadcrumb", "location", "position", "toolbar", "related", "links", "search", "login", "banner", "tabs"}

// chrome says whether n is furniture of the site. whole widens the search.
func (n *node) chrome(whole bool) bool {
	if n.tag == "" || n.tag == "body" || n.tag == "html" {
		return false
	}
	if chromeTags[n.tag] || n.attr["role"] == "navigation" {
		return true
	}
	names := strings.ToLower(n.attr["class"] + " " + n.attr["id"])
	if len(names) == 1 || n.plain() > 600 {
		return false
	}
	for _, c := range chromeNames {
		if strings.Contains(names, c) {
			return true
		}
	}
	if !whole {
		return false
	}
	for _, w := range strings.FieldsFunc(names, func(r rune) bool { return r < 'a' || r > 'z' }) {
		for _, c := range chromeWhole {
			if w == c || strings.HasPrefix(w, c) && len(c) > 4 {
				return true
			}
		}
	}
	return n.linked > 60 && n.linked*10 > n.size*8 && len(n.kids) > 1
}
