package serve_test

import (
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/export/page/browsertest"
)

// dropped is a file let go over the page, as a browser tells it to scripts.
const dropped = `(() => {
	const files = new DataTransfer();
	for (const [name, text] of %FILES%) files.items.add(new File([text], name));
	const tell = kind => document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: files }));
	tell('dragover');
	const over = document.body.classList.contains('over');
	tell('drop');
	return over;
})()`

// A reader drops a file, is shown its evidence page, chooses a figure and sees it
// marked in the text; then goes back, and to the folder's documents, by keyboard too.
func TestBrowser(t *testing.T) {
	b := browsertest.Open(t)
	server := httptest.NewServer(started(t, folder(t), nil))
	defer server.Close()
	p := b.Page(1280, 900)
	p.Open(server.URL + "/")
	p.Wait(`document.querySelectorAll('#folder tbody td.number').length === 20 && !document.querySelector('#folder td span')`) // all are read
	if got := p.String(`document.querySelector('#folder tbody').innerText`); !strings.Contains(got, "青禾县科技创新“十五五”规划") || !strings.Contains(got, "no document") || !strings.Contains(got, "<img src=x") {
		t.Errorf("listed is:\n%s", got)
	}
	if found := p.Axe(); len(found) > 0 {
		t.Errorf("the start page keeps readers out:\n\t%s", strings.Join(found, "\n\t"))
	}

	var over bool
	p.Eval(strings.Replace(dropped, "%FILES%", `[['拖入.txt', '到2030年，青禾县研发投入强度达到3.2%以上，高新技术企业达到300家。']]`, 1), &over)
	if !over {
		t.Error("the page does not show that a file is over it")
	}
	p.Wait(`location.pathname.startsWith('/documents/u') && document.querySelector('#list .line')`)
	p.Click(`#list .line[data-line="1"]`)
	p.Wait(`document.querySelector('#list .line[data-line="1"]').getAttribute('aria-selected') === 'true'`)
	if got := p.String(`document.querySelector('#detail').innerText`); !strings.Contains(got, "300") || !strings.Contains(got, "高新技术企业") {
		t.Errorf("chosen is:\n%s", got)
	}
	if got := p.String(`[...document.querySelectorAll('#links a')].map(a => a.getAttribute('href')).join(' ')`); strings.Count(got, "/api/documents/u") != 2 {
		t.Errorf("the links are %s", got)
	}

	p.Open(server.URL + "/?lang=en")
	p.Wait(`document.querySelectorAll('#dropped tbody tr').length === 1`)
	p.Eval(strings.Replace(dropped, "%FILES%", `[['甲.txt', '有水库12座。'], ['乙.txt', '坏的'], ['丙.txt', '有泵站3座。']]`, 1), nil)
	p.Wait(`document.querySelectorAll('#dropped tbody tr').length === 3`)
	if got := p.String(`document.querySelector('#status').innerText`); !strings.Contains(got, "乙.txt: no document") || !strings.Contains(got, "2 read") {
		t.Errorf("told is %q", got)
	}
	if found := p.Axe(); len(found) > 0 {
		t.Errorf("with dropped files it keeps readers out:\n\t%s", strings.Join(found, "\n\t"))
	}
	p.Click(`#dropped tbody tr button`)
	p.Wait(`document.querySelectorAll('#dropped tbody tr').length === 2`)

	// The picker takes files too, and the filter the keyboard.
	file := filepath.Join(t.TempDir(), "选中.txt")
	write(t, file, plan)
	p.Eval(`document.querySelector('#filter').focus()`, nil)
	p.Type("公报")
	p.Wait(`document.querySelectorAll('#folder tbody tr').length === 1`)
	p.Press("Tab", "Tab", "Enter") // past the region that scrolls, onto the document
	p.Wait(`location.pathname.startsWith('/documents/') && document.querySelector('#list .line')`)
	p.Open(server.URL + "/")
	p.Wait(`location.pathname === '/' && document.readyState === 'complete'`)
	p.Upload("#files", file)
	p.Wait(`location.pathname.startsWith('/documents/u') && document.querySelector('#list .line')`)

	// A tampered answer aside, nothing else was asked for, and no policy was broken.
	for _, url := range p.Requests() {
		if !strings.HasPrefix(url, server.URL+"/") {
			t.Errorf("the page asked for %s", url)
		}
	}
	for _, e := range p.Errors() {
		if !strings.Contains(e, "422") { // the documents that cannot be read
			t.Error(e)
		}
	}
}

// By night and on a narrow screen it can be read as well.
func TestBrowserLooks(t *testing.T) {
	b := browsertest.Open(t)
	server := httptest.NewServer(started(t, folder(t), nil))
	defer server.Close()
	p := b.Page(390, 800)
	p.Media("screen", true)
	p.Open(server.URL + "/")
	p.Wait(`document.querySelector('#folder tbody td.number:not(.soft)')`) // those in sight are read
	if found := p.Axe(); len(found) > 0 {
		t.Errorf("by night it keeps readers out:\n\t%s", strings.Join(found, "\n\t"))
	}
	if p.Int(`document.documentElement.scrollWidth`) > 390 {
		t.Errorf("it is %d wide", p.Int(`document.documentElement.scrollWidth`))
	}
}
