package serve_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shuzheng/audit"
	"shuzheng/export"
	"shuzheng/extract"
	"shuzheng/policy"
	"shuzheng/serve"
)

const plan = "青禾县科技创新“十五五”规划\n\n到2030年，全社会研发投入强度达到3.2%以上，高新技术企业达到300家。\n"

// extracted is what the program does, within this process.
func extracted(ctx context.Context, name string, b []byte) (*policy.Document, error) {
	if bytes.HasPrefix(b, []byte("坏")) {
		return nil, errors.New("no document")
	}
	if bytes.HasPrefix(b, []byte("慢")) {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	doc, err := extract.Document(&policy.Source{Name: name, Bytes: b}, extract.Options{})
	if err == nil {
		audit.Check(doc)
	}
	return doc, err
}

// folder makes a folder of documents, and things that must not be seen.
func folder(t testing.TB) string {
	t.Helper()
	outside, dir := t.TempDir(), filepath.Join(t.TempDir(), "文件")
	for name, text := range map[string]string{
		"规划.txt": plan, "下级/公报.txt": "2025年，全县粮食总产量12.6万吨。\n", "坏.txt": "坏的文件", "<img src=x onerror=alert(1)>.txt": "有水库12座。\n",
		".隐藏.txt": "秘密", ".git/config.txt": "秘密", "程序.exe": "秘密", "密码.key": "秘密",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	write(t, filepath.Join(outside, "外面.txt"), "外面的秘密")
	for link, to := range map[string]string{"外.txt": filepath.Join(outside, "外面.txt"), "上.txt": "../../外面.txt", "里.txt": "规划.txt", "外夹": outside, "断.txt": "没有.txt"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	return dir
}

func write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// started makes a server over a folder.
func started(t testing.TB, dir string, change func(*serve.Options)) *serve.Server {
	t.Helper()
	opt := serve.Options{Folder: dir, Extract: extracted, Jobs: 2, MaxBytes: 1 << 20, Version: "test"}
	if change != nil {
		change(&opt)
	}
	s, err := serve.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// ask sends a request as curl does, changed by headers ("Name: value").
func ask(s http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = "127.0.0.1:8321"
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			r.Host = value
		} else {
			r.Header.Set(name, value)
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

type entry struct {
	ID, Name string
	Summary  *struct {
		Title   string
		Figures int
	}
	Error *struct{ Code string }
}

// list gives the documents of the folder by name.
func list(t testing.TB, s http.Handler) map[string]entry {
	t.Helper()
	var got struct{ Documents []entry }
	if err := json.Unmarshal(ask(s, "GET", "/api/documents", "").Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	byName := map[string]entry{}
	for _, e := range got.Documents {
		byName[e.Name] = e
	}
	return byName
}

func TestFolder(t *testing.T) {
	dir := folder(t)
	s := started(t, dir, nil)
	docs := list(t, s)
	var names []string
	for _, name := range []string{"规划.txt", "下级/公报.txt", "坏.txt", "<img src=x onerror=alert(1)>.txt", "里.txt"} {
		if _, ok := docs[name]; !ok {
			t.Errorf("%s is not listed", name)
		}
		names = append(names, name)
	}
	if len(docs) != len(names) {
		t.Errorf("listed are %v", docs)
	}
	id := docs["规划.txt"].ID
	if docs["规划.txt"].Summary != nil {
		t.Error("it was read before anybody asked")
	}
	if w := ask(s, "GET", "/api/documents/"+id+"/summary", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"figures":2`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if e := list(t, s)["规划.txt"]; e.Summary == nil || e.Summary.Figures != 2 {
		t.Errorf("after it was read: %+v", e)
	}
	bad := docs["坏.txt"].ID
	if w := ask(s, "GET", "/api/documents/"+bad, ""); w.Code != 422 || !strings.Contains(w.Body.String(), "no document") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if e := list(t, s)["坏.txt"]; e.Error == nil || e.Error.Code != "unreadable" {
		t.Errorf("after it could not be read: %+v", e)
	}

	// Another text under the name is read anew; a file that went away is gone.
	write(t, filepath.Join(dir, "规划.txt"), "有水库12座、泵站3座、水闸5座。\n")
	if w := ask(s, "GET", "/api/documents/"+id+"/summary", ""); !strings.Contains(w.Body.String(), `"figures":3`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	os.Remove(filepath.Join(dir, "规划.txt"))
	if w := ask(s, "GET", "/api/documents/"+id, ""); w.Code != 404 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "规划.txt")); err == nil {
		if w := ask(s, "GET", "/api/documents/"+id, ""); w.Code != 404 {
			t.Errorf("a link that leads out: %d %s", w.Code, w.Body)
		}
	}
}

// Who may ask what. Each row is one request and its answer.
func TestGuard(t *testing.T) {
	dir := folder(t)
	s := started(t, dir, func(o *serve.Options) { o.Hosts = []string{"audit.example.cn"} })
	anywhere := started(t, dir, func(o *serve.Options) { o.Anywhere = true })
	id := list(t, s)["规划.txt"].ID
	post := "POST /api/extract?name=a.txt"
	for _, c := range []struct {
		what, request, headers string
		want                   int
	}{
		{"the start page", "GET /", "", 200},
		{"by name", "GET /", "Host: localhost:8321", 200},
		{"by name without a port", "GET /", "Host: LOCALHOST", 200},
		{"by IPv6", "GET /", "Host: [::1]:8321", 200},
		{"by another loopback address", "GET /", "Host: 127.0.0.2", 200},
		{"by a name that was allowed", "GET /", "Host: audit.example.cn:8321", 200},
		{"by a name that somebody points here", "GET /", "Host: evil.example:8321", 421},
		{"by a name that ends like ours", "GET /api/documents", "Host: evil.localhost.example", 421},
		{"by a name that begins like ours", "GET /api/documents", "Host: localhost.evil.example", 421},
		{"by an address that is not ours", "GET /", "Host: 192.0.2.7:8321", 421},
		{"without a name", "GET /", "Host: ", 421},

		{"a file from a program", post, "", 200},
		{"a file from our page", post, "Origin: http://127.0.0.1:8321|Sec-Fetch-Site: same-origin", 200},
		{"a file from an old browser's page", post, "Origin: http://127.0.0.1:8321", 200},
		{"a file from another site", post, "Origin: https://evil.example|Sec-Fetch-Site: cross-site", 403},
		{"a file from another site, old browser", post, "Origin: https://evil.example", 403},
		{"a file from another port of this machine", post, "Origin: http://127.0.0.1:9999", 403},
		{"a file from another port, new browser", post, "Origin: http://127.0.0.1:9999|Sec-Fetch-Site: same-site", 403},
		{"a file from a page without origin", post, "Origin: null", 403},
		{"a file that is kept, from another site", "POST /api/documents?name=a.txt", "Origin: https://evil.example|Sec-Fetch-Site: cross-site", 403},
		{"forgetting, from another site", "DELETE /api/documents/u00000000000000000000000000000000", "Sec-Fetch-Site: cross-site", 403},

		{"a link on another site", "GET /documents/" + id, "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document", 200},
		{"a frame on another site", "GET /documents/" + id, "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: iframe", 403},
		{"an image on another site", "GET /api/documents/" + id, "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: image", 403},
		{"a fetch by another site", "GET /api/documents", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: cors|Origin: https://evil.example", 403},

		{"a path instead of an ID", "GET /documents/规划.txt", "", 404},
		{"a path upwards", "GET /api/documents/..%2f..%2f外面.txt", "", 307}, // to /外面.txt, which is no address
		{"an absolute path", "GET /api/documents/%2fetc%2fpasswd", "", 404},
		{"a backslash", "GET /documents/..%5c..%5c外面.txt", "", 404},
		{"a zero byte", "GET /documents/%00", "", 404},
		{"a folder", "GET /documents/", "", 404},
		{"a file as such", "GET /规划.txt", "", 404},
		{"our own files", "GET /web/start.js", "", 404},
		{"debugging", "GET /debug/pprof/", "", 404},
		{"an ID nobody has", "GET /api/documents/0123456789abcdef", "", 404},
		{"the ID of a dropped file that nobody has", "GET /documents/u0123456789abcdef0123456789abcdef", "", 404},
		{"forgetting a document of the folder", "DELETE /api/documents/" + id, "", 404},
		{"another method", "PUT /api/documents/" + id, "", 405},
		{"another method of the start page", "POST /", "", 405},
		{"asking what is allowed", "OPTIONS /api/extract", "Origin: https://evil.example|Access-Control-Request-Method: POST", 405},
		{"the head alone", "HEAD /documents/" + id, "", 200},
		{"an upward path that is cleaned", "GET /api/../documents/../../", "", 307},
	} {
		method, target, _ := strings.Cut(c.request, " ")
		var headers []string
		if c.headers != "" {
			headers = strings.Split(c.headers, "|")
		}
		w := ask(s, method, target, plan, headers...)
		if w.Code != c.want {
			t.Errorf("%s: %s (%s) gives %d, want %d: %.200s", c.what, c.request, c.headers, w.Code, c.want, w.Body)
		}
		h := w.Header()
		if !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") || !strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors 'none'") ||
			strings.Contains(h.Get("Content-Security-Policy"), "unsafe") || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" ||
			h.Get("Cross-Origin-Opener-Policy") != "same-origin" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("Cache-Control") != "no-store" ||
			h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", c.what, h)
		}
		if strings.Contains(w.Body.String(), "秘密") {
			t.Errorf("%s: a secret is told", c.what)
		}
	}
	if w := ask(anywhere, "GET", "/", "", "Host: 192.0.2.7:8321"); w.Code != 200 {
		t.Errorf("listening anywhere, by an address: %d", w.Code)
	}
	if w := ask(anywhere, "GET", "/", "", "Host: evil.example"); w.Code != 421 {
		t.Errorf("listening anywhere, by a name: %d", w.Code)
	}
}

// form is a multipart form with files.
func form(t *testing.T, files ...string) (body, header string) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.WriteField("note", "不是文件")
	for i := 0; i+1 < len(files); i += 2 {
		part, err := w.CreateFormFile("file", files[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, files[i+1])
	}
	w.Close()
	return b.String(), "Content-Type: " + w.FormDataContentType()
}

func TestUpload(t *testing.T) {
	s := started(t, "", func(o *serve.Options) { o.MaxBytes = 2000; o.Keep = time.Hour })
	w := ask(s, "POST", "/api/documents?name="+strings.Repeat("x", 300)+"../..%2f%00临江市_2021年报告.txt", plan)
	var kept struct {
		ID, Name, Until string
		Links           struct{ Page, JSON, Workbook string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &kept); err != nil || w.Code != 201 || kept.Name != "临江市_2021年报告.txt" || w.Header().Get("Location") != kept.Links.JSON {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	for _, path := range []string{kept.Links.Page, kept.Links.JSON, kept.Links.Workbook} {
		if w := ask(s, "GET", path, ""); w.Code != 200 || w.Body.Len() < 1000 {
			t.Errorf("%s: %d, %d bytes", path, w.Code, w.Body.Len())
		}
	}
	if got := ask(s, "GET", kept.Links.Workbook, "").Header().Get("Content-Disposition"); got != `attachment; filename*=utf-8''%E4%B8%B4%E6%B1%9F%E5%B8%82_2021%E5%B9%B4%E6%8A%A5%E5%91%8A.xlsx` {
		t.Errorf("the workbook is named %s", got)
	}
	if strings.Contains(ask(s, "GET", "/api/documents", "").Body.String(), kept.ID) {
		t.Error("what one dropped is listed for all")
	}
	if w := ask(s, "DELETE", kept.Links.JSON, ""); w.Code != 204 {
		t.Errorf("forgetting: %d", w.Code)
	}
	if w := ask(s, "GET", kept.Links.JSON, ""); w.Code != 404 {
		t.Errorf("after it was forgotten: %d", w.Code)
	}

	one, oneType := form(t, "计划.txt", plan)
	two, twoType := form(t, "a.txt", plan, "b.txt", plan)
	none, noneType := form(t)
	large, largeType := form(t, "a.txt", strings.Repeat("数", 700))
	for _, c := range []struct {
		what, body, header string
		want               int
		holds              string
	}{
		{"a body", plan, "", 200, `"value":"3.2"`},
		{"a form", one, oneType, 200, `"name":"计划.txt"`},
		{"two files", two, twoType, 400, `"form"`},
		{"no file", none, noneType, 400, `"no_file"`},
		{"an empty body", "", "", 400, `"no_file"`},
		{"half a form", one[:len(one)-40], oneType, 400, `"form"`},
		{"a form without its border", one, "Content-Type: multipart/form-data", 400, `"form"`},
		{"too large", strings.Repeat("数", 700), "", 413, `"too_large"`},
		{"too large a form", large, largeType, 413, `"too_large"`},
		{"far too large", strings.Repeat("数", 70000), "", 413, `"too_large"`},
		{"no document", "坏的", "", 422, "no document"},
		{"no document, told as text", "坏的", "Content-Type: text/html; charset", 422, "no document"},
	} {
		headers := []string{}
		if c.header != "" {
			headers = append(headers, c.header)
		}
		if w := ask(s, "POST", "/api/extract", c.body, headers...); w.Code != c.want || !strings.Contains(w.Body.String(), c.holds) {
			t.Errorf("%s: %d %.300s", c.what, w.Code, w.Body)
		}
	}
	if got, want := ask(s, "POST", "/api/extract?name=a.txt", plan).Body.String(), string(export.AppendJSON(nil, must(extracted(t.Context(), "a.txt", []byte(plan)))))+"\n"; got != want {
		t.Errorf("got %.300s", got)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// More files than can be read at a time are turned away; who goes away frees the place.
func TestBusy(t *testing.T) {
	s := started(t, "", func(o *serve.Options) { o.Jobs = 1 })
	ctx, leave := context.WithCancel(t.Context())
	done := make(chan int, 9)
	send := func() {
		r := httptest.NewRequest("POST", "/api/extract", strings.NewReader("慢的文件")).WithContext(ctx)
		r.Host = "localhost"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		done <- w.Code
	}
	for range 9 {
		go send()
	}
	for range 7 {
		if code := <-done; code != 503 {
			t.Errorf("turned away with %d", code)
		}
	}
	leave()
	<-done
	<-done
	if w := ask(s, "POST", "/api/extract", plan); w.Code != 200 {
		t.Errorf("afterwards: %d %s", w.Code, w.Body)
	}
}

// The folder's documents do not fill the memory, and each is still there when asked for.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c", "d"} {
		write(t, filepath.Join(dir, name+".txt"), strings.Repeat(plan, 50))
	}
	reads := 0
	s := started(t, dir, func(o *serve.Options) {
		o.Memory, o.Jobs = 1<<19, 1
		o.Extract = func(ctx context.Context, name string, b []byte) (*policy.Document, error) {
			reads++
			return extracted(ctx, name, b)
		}
	})
	docs := list(t, s)
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt", "d.txt", "a.txt"} {
		if w := ask(s, "GET", "/api/documents/"+docs[name].ID+"/summary", ""); w.Code != 200 {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	if reads != 5 {
		t.Errorf("%d were read, want 5: d was there still, a made room", reads)
	}
}

// Whatever is sent is answered, with a status that is described and no panic.
func FuzzUpload(f *testing.F) {
	body, header := multipartSeed()
	f.Add(body, header, "a.txt")
	f.Add(plan, "text/plain", "../../甲\x00\u202e.txt")
	f.Add("--x\r\n\r\n", "multipart/form-data; boundary=x", "")
	f.Add("--x\r\nContent-Disposition: form-data; name=file; filename=\"../a\"\r\n\r\n有水库12座。\r\n--x--\r\n", "multipart/form-data; boundary=x", "")
	s, err := serve.New(serve.Options{Extract: extracted, MaxBytes: 1 << 12})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body, media, name string) {
		r := httptest.NewRequest("POST", "/api/extract", strings.NewReader(body))
		r.Host = "localhost"
		r.Header.Set("Content-Type", media)
		r.URL.RawQuery = url.Values{"name": {name}}.Encode()
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		switch w.Code {
		case 200, 400, 413, 422:
			if !json.Valid(w.Body.Bytes()) {
				t.Errorf("%d %.200s", w.Code, w.Body)
			}
		default:
			t.Errorf("%d %.200s", w.Code, w.Body)
		}
	})
}

// multipartSeed is a form with one file.
func multipartSeed() (body, header string) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, _ := w.CreateFormFile("file", "计划.txt")
	io.WriteString(part, plan)
	w.Close()
	return b.String(), w.FormDataContentType()
}
