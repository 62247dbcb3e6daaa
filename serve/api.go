package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"shuzheng/export"
	"shuzheng/export/page"
	"shuzheng/policy"
)

// A summary is a document in a list.
type summary struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"` // of its file
	Title       string         `json:"title"`
	MediaType   string         `json:"media_type"`
	SHA256      string         `json:"sha256"`
	Bytes       int            `json:"bytes"`
	Characters  int            `json:"characters"`
	Figures     int            `json:"figures"`
	Tables      int            `json:"tables"`
	Numerals    int            `json:"numerals"`
	Unexplained int            `json:"unexplained"`
	Checks      map[string]int `json:"checks"` // by result
	Problems    int            `json:"problems"`
	Until       *time.Time     `json:"until"` // of a dropped file: when it is forgotten
	Links       links          `json:"links"`
}

// links are the addresses of one document.
type links struct {
	Page     string `json:"page"`
	JSON     string `json:"json"`
	Figures  string `json:"figures"`
	Workbook string `json:"workbook"`
}

func linksOf(id string) links {
	api := "/api/documents/" + id
	return links{"/documents/" + id, api, api + "/figures", api + "/workbook"}
}

func summaryOf(id string, doc *policy.Document) *summary {
	s := &summary{ID: id, Name: doc.Source.Name, Title: export.DocumentName(doc), MediaType: doc.Source.MediaType, SHA256: doc.Source.SHA256,
		Bytes: len(doc.Source.Bytes), Characters: export.NewIndex(doc).Rune(doc.Content.Len()), Figures: len(doc.Figures), Tables: len(doc.Tables),
		Numerals: len(doc.Numerals), Problems: len(doc.Problems), Links: linksOf(id),
		Checks: map[string]int{string(policy.Consistent): 0, string(policy.Inconsistent): 0, string(policy.Unchecked): 0}}
	for i := range doc.Numerals {
		if doc.Numerals[i].As == policy.Unexplained {
			s.Unexplained++
		}
	}
	for i := range doc.Checks {
		s.Checks[string(doc.Checks[i].Result)]++
	}
	return s
}

// An entry is a document of the folder, read or not yet.
type entry struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Bytes    int64     `json:"bytes"`
	Modified time.Time `json:"modified"`
	Summary  *summary  `json:"summary"` // null until it is read
	Error    *problem  `json:"error"`   // why it could not be read
	Links    links     `json:"links"`
}

// entries lists the folder.
func (s *Server) entries() (list []entry, partial bool, err error) {
	list = []entry{}
	if s.folder == nil {
		return list, false, nil
	}
	files, partial, err := s.folder.list()
	for _, one := range files {
		e := entry{ID: one.id, Name: one.path, Bytes: one.size, Modified: one.changed.UTC(), Links: linksOf(one.id)}
		if b := s.shelf.look(keyOf(one)); b != nil {
			e.Summary = b.summary
			if b.err != nil {
				_, p := s.status(b.err)
				e.Error = &p
			}
		}
		list = append(list, e)
	}
	return list, partial, err
}

// listDocuments answers GET /api/documents.
func (s *Server) listDocuments(w http.ResponseWriter, r *http.Request) {
	list, partial, err := s.entries()
	if err != nil {
		fail(w, http.StatusInternalServerError, folderProblem(err))
		return
	}
	answer(w, http.StatusOK, map[string]any{"documents": list, "partial": partial})
}

// keyOf tells a document from the same file with other bytes.
func keyOf(one file) string {
	return fmt.Sprintf("%s\x00%d\x00%d", one.path, one.size, one.changed.UnixNano())
}

// open gives a document of the folder or a dropped one, read now if need be.
func (s *Server) open(ctx context.Context, id string) (*book, error) {
	if b := s.dropped.get(id, s.now()); b != nil {
		return b, nil
	}
	if s.folder == nil {
		return nil, fs.ErrNotExist
	}
	one, ok := s.folder.find(id)
	if !ok {
		return nil, fs.ErrNotExist
	}
	key := keyOf(one)
	if b := s.shelf.get(key, s.now()); b != nil {
		return b, b.err
	}
	doc, err := s.work.do(ctx, key, func(ctx context.Context) (*policy.Document, error) {
		b, err := s.folder.read(one, s.opt.MaxBytes)
		if err != nil {
			return nil, err
		}
		return s.opt.Extract(ctx, one.path, b)
	})
	if err != nil {
		if lasting(err) {
			s.shelf.put(&book{key: key, err: err, cost: errorCost}, s.now())
		}
		return nil, err
	}
	b := &book{key: key, doc: doc, summary: summaryOf(id, doc), cost: costOf(doc)}
	s.shelf.put(b, s.now())
	return b, nil
}

// with answers with a document, or says why there is none.
func (s *Server) with(show func(w http.ResponseWriter, r *http.Request, b *book)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b, err := s.open(r.Context(), r.PathValue("id"))
		if err != nil && strings.HasPrefix(r.URL.Path, "/api/") {
			s.failed(w, err)
			return
		}
		if err != nil { // a person reads it
			status, p := s.status(err)
			reply(w, status, "text/plain; charset=utf-8", []byte(s.pick(r, p)+"\n"))
			return
		}
		show(w, r, b)
	}
}

// lasting says whether an error is of the document itself, and not of this moment.
func lasting(err error) bool {
	return !errors.Is(err, errBusy) && !errors.Is(err, context.Canceled) && !errors.Is(err, fs.ErrNotExist)
}

// failed answers with what went wrong with a document.
func (s *Server) failed(w http.ResponseWriter, err error) {
	status, p := s.status(err)
	fail(w, status, p)
}

// status words what went wrong with a document.
func (s *Server) status(err error) (int, problem) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return http.StatusNotFound, problemNone
	case errors.Is(err, errTooLarge):
		return http.StatusRequestEntityTooLarge, s.tooLarge()
	case errors.Is(err, errBusy), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable, problemBusy
	}
	return http.StatusUnprocessableEntity, s.unreadable(err)
}

func (s *Server) showSummary(w http.ResponseWriter, r *http.Request, b *book) {
	answer(w, http.StatusOK, b.summary)
}

func (s *Server) showJSON(w http.ResponseWriter, r *http.Request, b *book) {
	reply(w, http.StatusOK, "application/json", append(export.AppendJSON(nil, b.doc), '\n'))
}

// showFigures answers with the figures alone.
func (s *Server) showFigures(w http.ResponseWriter, r *http.Request, b *book) {
	index := export.NewIndex(b.doc)
	out := []byte(`{"figures":[`)
	for i := range b.doc.Figures {
		if i > 0 {
			out = append(out, ',')
		}
		out = export.AppendFigure(out, b.doc, &b.doc.Figures[i], index)
	}
	reply(w, http.StatusOK, "application/json", append(out, "]}\n"...))
}

// showWorkbook answers with the workbook of a document, as a file to be saved.
func (s *Server) showWorkbook(w http.ResponseWriter, r *http.Request, b *book) {
	book := export.NewWorkbook(export.Options{Lang: s.lang(r), Version: s.opt.Version, Concept: s.opt.Concept})
	defer book.Close()
	if err := book.Add(b.doc); err != nil {
		s.failed(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	w.Header().Set("Content-Disposition", attachment(b.doc.Source.Name, ".xlsx"))
	if _, err := book.WriteTo(w); err != nil {
		panic(http.ErrAbortHandler) // half a file must not look like a whole one
	}
}

// attachment names a file to be saved after a document.
func attachment(name, ending string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name)) + ending
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}

// showPage answers with the evidence page of a document.
func (s *Server) showPage(w http.ResponseWriter, r *http.Request, b *book) {
	lang := s.lang(r)
	names := func(id string) (zh, en string) {
		if s.opt.Concept == nil {
			return "", ""
		}
		c, _ := s.opt.Concept(id)
		return c.Zh, c.En
	}
	query := "?lang=" + string(lang)
	l := b.summary.Links
	opt := page.Options{Lang: lang, Version: s.opt.Version, Concept: names, Links: []page.Link{
		{Zh: "全部文件", En: "All documents", URL: "/" + query},
		{Zh: "工作簿", En: "Workbook", URL: l.Workbook + query},
		{Zh: "JSON", En: "JSON", URL: l.JSON},
	}}
	w.Header().Set("Content-Security-Policy", page.Policy()+"; frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := page.Write(w, []*policy.Document{b.doc}, opt); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// pick chooses the words of a problem.
func (s *Server) pick(r *http.Request, p problem) string {
	if s.lang(r) == export.English {
		return p.En
	}
	return p.Zh
}

// lang is the language that an address asks for (?lang=en), or the server's.
func (s *Server) lang(r *http.Request) export.Lang {
	switch l := export.Lang(r.URL.Query().Get("lang")); l {
	case export.Chinese, export.English:
		return l
	}
	return s.opt.Lang
}
