package browsertest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// A Page is a tab of the browser.
type Page struct {
	t       testing.TB
	b       *Browser
	session string

	mu       sync.Mutex
	errors   []string // exceptions, errors on the console, what a policy refused
	requests []string // addresses asked for, but for those that need no network
	loaded   int
}

// Page opens an empty tab of a size in pixels.
func (b *Browser) Page(width, height int) *Page {
	b.t.Helper()
	p := &Page{t: b.t, b: b}
	var target struct{ TargetID string }
	p.must(b.call("", "Target.createTarget", map[string]any{"url": "about:blank"}, &target))
	var attached struct{ SessionID string }
	p.must(b.call("", "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached))
	p.session = attached.SessionID
	b.mu.Lock()
	b.events[p.session] = p.event
	b.mu.Unlock()
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		p.do(domain+".enable", nil, nil)
	}
	p.Size(width, height)
	return p
}

// event takes down what happens in the page.
func (p *Page) event(method string, params json.RawMessage) {
	var m struct {
		ExceptionDetails struct {
			Text      string
			URL       string
			Line      int `json:"lineNumber"`
			Exception struct{ Description string }
		}
		Entry   struct{ Level, Source, Text string }
		Type    string
		Args    []struct{ Value, Description any }
		Request struct{ URL string }
	}
	if json.Unmarshal(params, &m) != nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case method == "Page.loadEventFired":
		p.loaded++
	case method == "Runtime.exceptionThrown":
		p.errors = append(p.errors, fmt.Sprintf("exception: %s %s (line %d)", m.ExceptionDetails.Text, m.ExceptionDetails.Exception.Description, m.ExceptionDetails.Line+1))
	case method == "Log.entryAdded" && m.Entry.Level == "error":
		p.errors = append(p.errors, m.Entry.Source+": "+m.Entry.Text)
	case method == "Runtime.consoleAPICalled" && (m.Type == "error" || m.Type == "assert"):
		p.errors = append(p.errors, fmt.Sprint("console: ", m.Args))
	case method == "Network.requestWillBeSent" && !local(m.Request.URL):
		p.requests = append(p.requests, m.Request.URL)
	}
}

func local(url string) bool {
	for _, scheme := range []string{"file:", "data:", "blob:", "about:"} {
		if strings.HasPrefix(url, scheme) {
			return true
		}
	}
	return false
}

// Errors are the exceptions, console errors and refusals of a policy so far.
func (p *Page) Errors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.errors...)
}

// Requests are the addresses the page has asked the network for.
func (p *Page) Requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.requests...)
}

func (p *Page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *Page) do(method string, params, result any) {
	p.t.Helper()
	p.must(p.b.call(p.session, method, params, result))
}

// Size sets the size of the window in pixels.
func (p *Page) Size(width, height int) {
	p.t.Helper()
	p.do("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
}

// Media sets the medium ("screen", "print") and whether the reader wants it dark.
func (p *Page) Media(medium string, dark bool) {
	p.t.Helper()
	scheme := map[bool]string{false: "light", true: "dark"}[dark]
	p.do("Emulation.setEmulatedMedia", map[string]any{"media": medium, "features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// Open goes to an address and waits until it is loaded.
func (p *Page) Open(url string) {
	p.t.Helper()
	p.mu.Lock()
	before := p.loaded
	p.mu.Unlock()
	p.do("Page.navigate", map[string]any{"url": url}, nil)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		p.mu.Lock()
		now := p.loaded
		p.mu.Unlock()
		if now > before {
			return
		}
	}
	p.t.Fatalf("%s was not loaded within %s\n\t%s", url, patience, lines(p.Errors()))
}

// Eval runs JavaScript, waits for its promise, and takes its value into result, which may
// be nil.
func (p *Page) Eval(js string, result any) {
	p.t.Helper()
	p.must(p.eval(js, result))
}

func (p *Page) eval(js string, result any) error {
	var r struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	call := map[string]any{"expression": js, "returnByValue": true, "awaitPromise": true, "userGesture": true}
	if err := p.b.call(p.session, "Runtime.evaluate", call, &r); err != nil {
		return err
	}
	if r.ExceptionDetails != nil {
		return fmt.Errorf("%s\n\t%s %s", js, r.ExceptionDetails.Text, r.ExceptionDetails.Exception.Description)
	}
	if result == nil || r.Result.Value == nil {
		return nil
	}
	return json.Unmarshal(r.Result.Value, result)
}

// String is the value of JavaScript as a string.
func (p *Page) String(js string) (s string) {
	p.t.Helper()
	p.Eval("String("+js+")", &s)
	return s
}

// Int is the value of JavaScript as a whole number.
func (p *Page) Int(js string) (n int) {
	p.t.Helper()
	p.Eval(js, &n)
	return n
}

// Wait waits until JavaScript is true, also on the page that the browser is going to.
func (p *Page) Wait(js string) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var ok bool
		if err := p.eval("!!("+js+")", &ok); !leaving(err) {
			p.must(err)
		}
		if ok {
			return
		}
	}
	p.t.Fatalf("never true: %s\n\t%s", js, lines(p.Errors()))
}

// leaving tells what is answered to a question that was put to a page just when the
// browser left it for another.
func leaving(err error) bool {
	if err == nil {
		return false
	}
	for _, told := range []string{"navigated or closed", "context was destroyed", "Cannot find context", "Cannot find default execution context"} {
		if strings.Contains(err.Error(), told) {
			return true
		}
	}
	return false
}

// input gives the page a key or a button, which may be what makes the browser leave it.
func (p *Page) input(method string, params map[string]any) {
	p.t.Helper()
	if err := p.b.call(p.session, method, params, nil); !leaving(err) {
		p.must(err)
	}
}

// keyCodes are those of keys that write nothing.
var keyCodes = map[string]int{"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, "Tab": 9, "Home": 36, "End": 35, "PageDown": 34, "PageUp": 33}

// Press presses keys one after the other: "j", "?", "Enter", "ArrowDown".
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		down := map[string]any{"type": "keyDown", "key": key}
		if code, named := keyCodes[key]; named {
			down["windowsVirtualKeyCode"], down["code"] = code, key
			if key == "Enter" {
				down["text"] = "\r"
			}
		} else {
			down["text"] = key
		}
		p.input("Input.dispatchKeyEvent", down)
		p.input("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key})
	}
}

// Type writes a text into what has the focus.
func (p *Page) Type(text string) {
	p.t.Helper()
	p.do("Input.insertText", map[string]any{"text": text}, nil)
}

// Click clicks in the middle of the first element that a selector finds.
func (p *Page) Click(selector string) {
	p.t.Helper()
	quoted, _ := json.Marshal(selector)
	var at []float64
	p.Eval(fmt.Sprintf(`(() => { const e = document.querySelector(%s); if (!e) return []; e.scrollIntoView({block: 'nearest'}); const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()`, quoted), &at)
	if len(at) != 2 {
		p.t.Fatalf("no %s to click", selector)
	}
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		p.input("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1})
	}
}

// Upload gives a file to an input of files.
func (p *Page) Upload(selector, path string) {
	p.t.Helper()
	var r struct{ Result struct{ ObjectID string } }
	quoted, _ := json.Marshal(selector)
	p.do("Runtime.evaluate", map[string]any{"expression": fmt.Sprintf("document.querySelector(%s)", quoted)}, &r)
	p.do("DOM.setFileInputFiles", map[string]any{"files": []string{path}, "objectId": r.Result.ObjectID}, nil)
}

// Downloads lets files go into a folder.
func (p *Page) Downloads(dir string) {
	p.t.Helper()
	p.must(p.b.call("", "Browser.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": dir}, nil))
}

// PDF prints the page on A4.
func (p *Page) PDF(path string) {
	p.t.Helper()
	var r struct{ Data string }
	p.do("Page.printToPDF", map[string]any{"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": false}, &r)
	p.save(path, r.Data)
}

func (p *Page) save(path, data string) {
	p.t.Helper()
	raw, err := base64.StdEncoding.DecodeString(data)
	p.must(err)
	p.must(os.WriteFile(path, raw, 0o666))
}

// Before runs JavaScript in every document that is opened from now on, before its own.
func (p *Page) Before(js string) {
	p.t.Helper()
	p.do("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": js}, nil)
}
