package main

import (
	"path"
	"strings"
	"time"

	"shuzheng/audit"
	"shuzheng/audit/verify"
	"shuzheng/extract"
	"shuzheng/policy"
)

// sources are the files that an output was made from, found again.
type sources struct {
	x      *extraction
	inputs []input
	byHash map[string]int
	hashes []string // of inputs, "" for one that cannot be read
}

// findSources reads all files below the paths once, for their hashes.
func (x *extraction) findSources(paths []string) *sources {
	s := &sources{x: x, inputs: inputsOf(paths, "", x.archives()), byHash: map[string]int{}}
	for i, in := range s.inputs {
		hash := ""
		if src, err := in.source(x.in, int64(x.maxBytes)); err == nil {
			hash = sumOf(src.Bytes)
			if _, known := s.byHash[hash]; !known {
				s.byHash[hash] = i
			}
		}
		s.hashes = append(s.hashes, hash)
	}
	return s
}

// named is the input whose path ends most like a name that was recorded; -1 where none
// has its last element, or several end alike.
func (s *sources) named(name string) int {
	best, most, several := -1, 0, false
	for i, in := range s.inputs {
		switch n := commonEnd(in.path, name); {
		case n == 0 || s.hashes[i] == "":
		case n > most:
			best, most, several = i, n, false
		case n == most:
			several = true
		}
	}
	if several {
		return -1
	}
	return best
}

// commonEnd counts the elements that two paths end in alike; an archive's is one.
func commonEnd(a, b string) (n int) {
	split := func(s string) []string {
		return strings.Split(path.Clean(strings.NewReplacer(`\`, "/", "!", "/").Replace(s)), "/")
	}
	p, q := split(a), split(b)
	for n < len(p) && n < len(q) && p[len(p)-1-n] == q[len(q)-1-n] {
		n++
	}
	return n
}

// A sourced is a document that an output records, and what came of it.
type sourced struct {
	verify.Source
	path  string           // where it was found, "" where not
	found string           // hash of that file
	doc   *policy.Document // nil where it is missing or another
	err   error            // why it could not be read again
}

// read extracts input i under the name that was recorded.
func (s *sources) read(i int, rec verify.Source) sourced {
	in := s.inputs[i]
	d := sourced{Source: rec, path: in.path, found: s.hashes[i]}
	src, err := in.source(s.x.in, int64(s.x.maxBytes))
	if err == nil {
		src.Name = rec.Name
		d.doc, d.err = s.x.again(src)
		return d
	}
	d.err = err
	return d
}

// shared counts the figures of a document that an output has rows of.
func (d *sourced) shared(ids []string) (n int) {
	if d.doc == nil {
		return 0
	}
	own := make(map[string]bool, len(d.doc.Figures))
	for i := range d.doc.Figures {
		own[d.doc.Figures[i].ID] = true
	}
	for _, id := range ids {
		if own[id] {
			n++
		}
	}
	return n
}

// of finds and reads a document that is recorded: by its hash, or by its name. A file
// of that name with another hash is the one only if the figures have its IDs, which are
// made from the hash: then the recorded one was altered.
func (s *sources) of(rec verify.Source) sourced {
	if i, ok := s.byHash[rec.SHA256]; ok && rec.SHA256 != "" {
		return s.read(i, rec)
	}
	i := s.named(rec.Name)
	if i < 0 {
		return sourced{Source: rec}
	}
	d := s.read(i, rec)
	if d.err == nil && 2*d.shared(rec.IDs) < max(len(rec.IDs), 1) {
		d.doc = nil
	}
	return d
}

// all finds the documents that an output records. One without a hash is known from the
// rows of its figures alone: either its own row is gone, or its name was altered, here
// or there.
func (s *sources) all(recorded []verify.Source) (list []sourced) {
	for _, rec := range recorded {
		if rec.SHA256 != "" {
			list = append(list, s.of(rec))
		} else {
			list = append(list, sourced{Source: rec})
		}
	}
	drop := make([]bool, len(list))
	for i := range list {
		d := &list[i]
		if d.SHA256 != "" {
			continue
		}
		of := holder(list, d.IDs)
		if of == nil {
			*d = s.of(d.Source)
			continue
		}
		drop[i] = true
		if 2*len(d.IDs) > len(of.doc.Figures) { // most rows name it so
			*of = s.renamed(of, d.Name)
		}
	}
	var whole []sourced
	for i := range list {
		if !drop[i] {
			whole = append(whole, list[i])
		}
	}
	return whole
}

// holder is the document that has most of the figures with these IDs.
func holder(list []sourced, ids []string) *sourced {
	for i := range list {
		if d := &list[i]; d.doc != nil && len(ids) > 0 && 2*d.shared(ids) >= len(ids) {
			return d
		}
	}
	return nil
}

// renamed reads a document again under another name.
func (s *sources) renamed(d *sourced, name string) sourced {
	rec := d.Source
	rec.Name = name
	return s.read(s.byHash[d.found], rec)
}

// again extracts a document from its source, as extract does.
func (x *extraction) again(src *policy.Source) (*policy.Document, error) {
	type outcome struct {
		doc *policy.Document
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		o.err = guarded(func() (err error) {
			if o.doc, err = extract.Document(src, x.opt); err == nil {
				audit.Check(o.doc)
			}
			return err
		})
		done <- o
	}()
	timer := time.NewTimer(time.Duration(x.timeout))
	defer timer.Stop()
	select {
	case o := <-done:
		return o.doc, o.err
	case <-timer.C:
		return nil, tooSlow{time.Duration(x.timeout)}
	}
}
