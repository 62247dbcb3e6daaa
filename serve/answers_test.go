package serve_test

import (
	"strconv"
	"strings"
	"testing"

	"shuzheng/serve"
)

// Every kind of answer is as openapi.json describes it.
func TestAnswers(t *testing.T) {
	s := started(t, folder(t), nil)
	docs := list(t, s)
	good, bad := docs["规划.txt"].ID, docs["坏.txt"].ID
	kept := strings.TrimPrefix(ask(s, "POST", "/api/documents?name=a.txt", plan).Header().Get("Location"), "/api/documents/")
	small := started(t, "", func(o *serve.Options) { o.MaxBytes = 10 })
	check := serve.NewResponses(t)
	for _, c := range []struct {
		server             *serve.Server
		path, method, id   string
		query, body, heads string
		want               int
	}{
		{path: "/", method: "get", want: 200},
		{path: "/documents/{id}", method: "get", id: good, query: "?lang=en", want: 200},
		{path: "/documents/{id}", method: "get", id: kept, want: 200},
		{path: "/api/documents", method: "get", want: 200},
		{path: "/api/documents", method: "post", query: "?name=b.txt", body: plan, want: 201},
		{path: "/api/documents", method: "post", want: 400},
		{path: "/api/documents", method: "post", body: plan, heads: "Origin: null", want: 403},
		{path: "/api/documents", method: "post", body: "坏", want: 422},
		{path: "/api/documents/{id}", method: "get", id: good, want: 200},
		{path: "/api/documents/{id}", method: "get", id: bad, want: 422},
		{path: "/api/documents/{id}", method: "get", id: "0123456789abcdef", want: 404},
		{path: "/api/documents/{id}/summary", method: "get", id: good, want: 200},
		{path: "/api/documents/{id}/summary", method: "get", id: kept, want: 200},
		{path: "/api/documents/{id}/figures", method: "get", id: good, want: 200},
		{path: "/api/documents/{id}/figures", method: "get", id: bad, want: 422},
		{path: "/api/documents/{id}/workbook", method: "get", id: good, query: "?lang=en", want: 200},
		{path: "/api/documents", method: "get", want: 200}, // now with summaries and an error
		{path: "/api/documents/{id}", method: "delete", id: good, want: 404},
		{path: "/api/documents/{id}", method: "delete", id: kept, want: 204},
		{path: "/api/extract", method: "post", body: plan, want: 200},
		{server: small, path: "/api/extract", method: "post", body: plan, want: 413},
		{path: "/api/schema.json", method: "get", want: 200},
		{path: "/openapi.json", method: "get", want: 200},
	} {
		server := s
		if c.server != nil {
			server = c.server
		}
		var heads []string
		if c.heads != "" {
			heads = []string{c.heads}
		}
		target := strings.Replace(c.path, "{id}", c.id, 1) + c.query
		w := ask(server, strings.ToUpper(c.method), target, c.body, heads...)
		if w.Code != c.want {
			t.Errorf("%s %s: %d, want %d: %.200s", c.method, target, w.Code, c.want, w.Body)
			continue
		}
		check.Check(c.path, c.method, strconv.Itoa(w.Code), w.Header().Get("Content-Type"), w.Body.String())
	}
}
