package serve

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"shuzheng/export"
	"shuzheng/policy"
)

// maxName is how many characters of a dropped file's name are kept.
const maxName = 200

// extract answers POST /api/extract: the document of the file that is sent, which is
// forgotten at once.
func (s *Server) extract(w http.ResponseWriter, r *http.Request) {
	doc, err := s.taken(w, r)
	if err != nil {
		s.refused(w, err)
		return
	}
	reply(w, http.StatusOK, "application/json", append(export.AppendJSON(nil, doc), '\n'))
}

// keep answers POST /api/documents: the file that is sent is read, and its document kept
// for a while under an ID that nobody can guess.
func (s *Server) keep(w http.ResponseWriter, r *http.Request) {
	doc, err := s.taken(w, r)
	if err != nil {
		s.refused(w, err)
		return
	}
	id := "u" + unguessable()
	until := s.now().Add(s.opt.Keep).UTC()
	b := &book{key: id, doc: doc, summary: summaryOf(id, doc), cost: costOf(doc), until: until}
	b.summary.Until = &until
	s.dropped.put(b, s.now())
	w.Header().Set("Location", b.summary.Links.JSON)
	answer(w, http.StatusCreated, b.summary)
}

// forget answers DELETE /api/documents/{id} for a dropped file.
func (s *Server) forget(w http.ResponseWriter, r *http.Request) {
	if !s.dropped.remove(r.PathValue("id")) {
		fail(w, http.StatusNotFound, problemNone)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// unguessable is 32 hexadecimal digits.
func unguessable() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// The errors of a request with a file.
var (
	errNoFile = errors.New("no file")
	errForm   = errors.New("broken form")
)

// taken reads the file of a request when there is room for it, and extracts it.
func (s *Server) taken(w http.ResponseWriter, r *http.Request) (*policy.Document, error) {
	if r.ContentLength > s.opt.MaxBytes+formBytes {
		return nil, errTooLarge
	}
	release, err := s.work.admit()
	if err != nil {
		return nil, err
	}
	defer release()
	r.Body = http.MaxBytesReader(w, r.Body, s.opt.MaxBytes+formBytes)
	name, b, err := s.fileOf(r)
	var much *http.MaxBytesError
	switch {
	case errors.As(err, &much), int64(len(b)) > s.opt.MaxBytes:
		return nil, errTooLarge
	case err != nil:
		return nil, err
	case len(b) == 0:
		return nil, errNoFile
	}
	return s.work.do(r.Context(), unguessable(), func(ctx context.Context) (*policy.Document, error) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		defer context.AfterFunc(r.Context(), stop)() // nobody else can ask for it
		return s.opt.Extract(ctx, name, b)
	})
}

// formBytes is what a form may take besides its file.
const formBytes = 64 << 10

// fileOf gives the file of a request: the only one of a form, or the body as it is, named
// by ?name=.
func (s *Server) fileOf(r *http.Request) (name string, b []byte, err error) {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if media != "multipart/form-data" {
		b, err = io.ReadAll(r.Body)
		return plainName(r.URL.Query().Get("name")), b, err
	}
	form, err := r.MultipartReader()
	if err != nil {
		return "", nil, errForm
	}
	found := false
	for {
		part, err := form.NextPart()
		var much *http.MaxBytesError
		switch {
		case err == io.EOF && found:
			return name, b, nil
		case err == io.EOF:
			return "", nil, errNoFile
		case errors.As(err, &much):
			return "", nil, err
		case err != nil:
			return "", nil, errForm
		case part.FileName() == "":
			continue
		case found:
			return "", nil, errForm
		}
		found, name = true, plainName(part.FileName())
		if b, err = io.ReadAll(part); err != nil {
			return "", nil, err
		}
	}
}

// plainName is the last part of a name without what could mislead: it is shown, and
// tells place and year where it holds them, but opens nothing.
func plainName(name string) string {
	name = path.Base("/" + strings.ReplaceAll(strings.ToValidUTF8(name, "\ufffd"), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, name)
	for utf8.RuneCountInString(name) > maxName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	if name == "" || name == "/" || name == "." {
		return "document"
	}
	return name
}

// refused answers with what is wrong with a request or its file.
func (s *Server) refused(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, errNoFile):
		fail(w, http.StatusBadRequest, problemNoFile)
	case errors.Is(err, errForm), errors.Is(err, io.ErrUnexpectedEOF):
		fail(w, http.StatusBadRequest, problemForm)
	default:
		s.failed(w, err)
	}
}
