package serve

import (
	_ "embed"
	"maps"
	"net/http"
	"slices"
	"strings"

	"shuzheng/export"
)

//go:embed openapi.json
var openAPI string

// OpenAPI is the description (OpenAPI 3.1) of what the server answers to programs.
func OpenAPI() string { return openAPI }

// A route is an address and what it answers by method. What is for programs stands in
// openapi.json, which a test holds against this list.
type route struct {
	path    string
	methods map[string]http.HandlerFunc
}

func (s *Server) table() []route {
	get := func(h http.HandlerFunc) map[string]http.HandlerFunc { return map[string]http.HandlerFunc{"GET": h} }
	return []route{
		{"/{$}", get(s.start)},
		{"/documents/{id}", get(s.with(s.showPage))},
		{"/api/documents", map[string]http.HandlerFunc{"GET": s.listDocuments, "POST": s.keep}},
		{"/api/documents/{id}", map[string]http.HandlerFunc{"GET": s.with(s.showJSON), "DELETE": s.forget}},
		{"/api/documents/{id}/summary", get(s.with(s.showSummary))},
		{"/api/documents/{id}/figures", get(s.with(s.showFigures))},
		{"/api/documents/{id}/workbook", get(s.with(s.showWorkbook))},
		{"/api/extract", map[string]http.HandlerFunc{"POST": s.extract}},
		{"/api/schema.json", get(text("application/schema+json", export.Schema))},
		{"/openapi.json", get(text("application/json", OpenAPI))},
	}
}

// routes answers by the table, with a problem for any other address or method.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fail(w, http.StatusNotFound, problemNone) })
	for _, one := range s.table() {
		mux.HandleFunc(one.path, func(w http.ResponseWriter, r *http.Request) {
			method := r.Method
			if method == http.MethodHead {
				method = http.MethodGet // the body is left out behind us
			}
			if h := one.methods[method]; h != nil {
				h(w, r)
				return
			}
			w.Header().Set("Allow", strings.Join(slices.Sorted(maps.Keys(one.methods)), ", "))
			fail(w, http.StatusMethodNotAllowed, problemMethod)
		})
	}
	return mux
}

// text answers with one of our own texts.
func text(media string, of func() string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { reply(w, http.StatusOK, media, []byte(of())) }
}
