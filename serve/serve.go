// Package serve shows a folder of documents over HTTP. In come the folder and a
// function that extracts, out goes an http.Handler: a start page that lists the
// documents and takes dropped files, the evidence page of each, and the same as JSON,
// which openapi.json describes.
//
//	serve.go    what a Server is made of; routes.go its addresses, api.go the answers
//	guard.go    who may ask: Host, Origin, Sec-Fetch-Site; the headers of every answer
//	folder.go   the documents of the folder, and no other file
//	upload.go   files that were dropped, held in memory for a while
//	shelf.go    extracted documents in bounded memory; work.go who extracts them
//	start.go    the start page; web/ its style and script, strings.tsv its wording
//	listen.go   the listening server with its limits, until it is told to stop
//
// Whoever may be asking: no address holds a path, so none leaves the folder; documents
// are data in every page; nothing that is sent is kept on the disk.
package serve

import (
	"context"
	"net/http"
	"os"
	"time"

	"shuzheng/export"
	"shuzheng/policy"
)

// Options say what a Server shows and what it may cost. Zero values stand for those of
// the defaults below.
type Options struct {
	Folder string // of the documents; "" for none, files can be dropped all the same

	// Extract reads a document; name is its path within the folder. It ends when ctx
	// does, or after a time of its own.
	Extract func(ctx context.Context, name string, b []byte) (*policy.Document, error)
	// Explain words an error of Extract for people. nil takes the error's own words.
	Explain func(err error) (zh, en string)
	// Concept names a concept, as in export.Options.
	Concept func(id string) (export.Concept, bool)

	Lang    export.Lang // of pages where the address says nothing
	Version string

	Hosts    []string      // names besides localhost that it may be asked by
	Anywhere bool          // it listens beyond this machine: any address of digits will do
	MaxBytes int64         // of a document
	Jobs     int           // documents that are read at a time
	Memory   int64         // bytes for extracted documents, dropped ones included
	Keep     time.Duration // how long a dropped file is kept
}

// The defaults of Options.
const (
	DefaultMaxBytes = 64 << 20
	DefaultMemory   = 256 << 20
	DefaultKeep     = time.Hour
)

// A Server answers requests. It is an http.Handler for many at a time.
type Server struct {
	opt     Options
	folder  *folder
	shelf   *shelf // of documents of the folder
	dropped *shelf // of dropped ones
	work    *work
	handler http.Handler
	now     func() time.Time
}

// New makes a Server over a folder. Close lets go of it.
func New(opt Options) (*Server, error) {
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	if opt.Memory <= 0 {
		opt.Memory = DefaultMemory
	}
	if opt.Keep <= 0 {
		opt.Keep = DefaultKeep
	}
	if opt.Jobs <= 0 {
		opt.Jobs = 1
	}
	if opt.Lang == "" {
		opt.Lang = export.Chinese
	}
	s := &Server{opt: opt, shelf: newShelf(opt.Memory / 2), dropped: newShelf(opt.Memory / 2), work: newWork(opt.Jobs), now: time.Now}
	if opt.Folder != "" {
		root, err := os.OpenRoot(opt.Folder)
		if err != nil {
			return nil, err
		}
		s.folder = &folder{root: root, now: time.Now}
	}
	s.handler = s.guard(s.routes())
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close ends the work that is under way and lets go of the folder.
func (s *Server) Close() error {
	s.work.close()
	if s.folder != nil {
		return s.folder.root.Close()
	}
	return nil
}
