package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shuzheng/audit/diff"
	"shuzheng/export/stored"
	"shuzheng/policy"
)

// An edition is one document of a side: to be read, or read in an earlier run.
type edition struct {
	name  string // pairs it with the other side's
	shown string // in messages
	file  string // "" for standard input
	load  func() (*policy.Document, error)
}

// editions lists the documents of a path. Where a folder holds JSON of an earlier run,
// only that counts: the workbook beside it is no document.
func (d *differing) editions(path string) ([]edition, error) {
	var documents, earlier []edition
	inputs := inputsOf([]string{path}, d.to, d.archives())
	for i := range inputs {
		in := inputs[i]
		ending := strings.ToLower(filepath.Ext(in.path))
		if in.err != nil && len(inputs) == 1 {
			return nil, in.err
		}
		if in.err != nil || in.path == "-" || in.member != nil || ending != ".json" && ending != ".jsonl" {
			documents = append(documents, d.document(in))
			continue
		}
		found, ours, err := d.stored(in, ending)
		switch {
		case err != nil:
			return nil, err
		case ours:
			earlier = append(earlier, found...)
		default:
			documents = append(documents, d.document(in))
		}
	}
	if len(earlier) > 0 {
		return earlier, nil
	}
	if len(documents) == 0 {
		return nil, errors.New(d.text("这里没有文件", "no files here"))
	}
	return documents, nil
}

// document is the edition that is read from a file.
func (d *differing) document(in input) edition {
	v := edition{name: in.name, shown: in.path, load: func() (*policy.Document, error) {
		r := d.read(in)
		return r.doc, r.err
	}}
	if in.path == "-" { // it can be read once only
		v.load = once(v.load)
	} else if in.member == nil {
		v.file = in.path
	}
	return v
}

// once reads a document one time and keeps it.
func once(load func() (*policy.Document, error)) func() (*policy.Document, error) {
	var (
		doc  *policy.Document
		err  error
		done bool
	)
	return func() (*policy.Document, error) {
		if !done {
			doc, err = load()
			done = true
		}
		return doc, err
	}
}

// stored lists the documents of a file, if it is one of ours. That of a file with one
// object is read when its turn comes; where there may be many, all are looked at once
// for their names.
func (d *differing) stored(in input, ending string) (list []edition, ours bool, err error) {
	f, err := os.Open(in.path)
	if err != nil {
		return nil, false, nil // told when its turn comes
	}
	defer f.Close()
	head := make([]byte, 256)
	n, _ := io.ReadFull(f, head)
	if !stored.Looks(head[:n]) {
		return nil, false, nil
	}
	if ending == ".json" && !bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head[:n], []byte("\ufeff")), " \t\r\n"), []byte("[")) {
		v := edition{name: strings.TrimSuffix(in.name, filepath.Ext(in.name)), shown: in.path, file: in.path}
		v.load = func() (*policy.Document, error) { return d.only(in.path) }
		return []edition{v}, true, nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, true, err
	}
	err = guarded(func() error {
		return stored.Each(f, d.storedBytes(), func(doc *stored.Document) error {
			at := doc.At
			list = append(list, edition{name: filepath.ToSlash(doc.Source.Name), shown: in.path + ": " + doc.Source.Name, file: in.path,
				load: func() (*policy.Document, error) { return again(in.path, at) }})
			return nil
		})
	})
	return list, true, err
}

// storedBytes is how large the JSON of a document may be: many times the document.
func (d *differing) storedBytes() int64 { return 64 * int64(d.maxBytes) }

// only reads the document of a file that holds one.
func (d *differing) only(path string) (doc *policy.Document, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	err = guarded(func() error {
		return stored.Each(f, d.storedBytes(), func(one *stored.Document) error {
			if doc != nil {
				return errors.New(d.text("里面不止一份文档；请把文件名改为以 .jsonl 结尾", "it holds several documents; give it a name that ends in .jsonl"))
			}
			doc = one.Document
			return nil
		})
	})
	return doc, err
}

// again reads a document of a file with many.
func again(path string, at policy.Span) (*policy.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	one, err := stored.One(f, at)
	if err != nil {
		return nil, err
	}
	return one.Document, nil
}

// pairs says which documents belong together: by name, then, of those without a
// partner, by what is in them. nil stands for no partner.
func (d *differing) pairs(ctx context.Context) (pairs [][2]*edition, err error) {
	byName := diff.ByName(names(d.a), names(d.b))
	partner := make(map[int]int, len(byName.Both))
	for _, p := range byName.Both {
		partner[p[0]] = p[1]
	}
	onlyB := byName.OnlyB
	if len(byName.OnlyA) > 0 && len(byName.OnlyB) > 0 {
		if onlyB, err = d.alike(ctx, byName.OnlyA, byName.OnlyB, partner); err != nil {
			return nil, err
		}
	}
	for i := range d.a {
		var b *edition
		if j, ok := partner[i]; ok {
			b = &d.b[j]
		}
		pairs = append(pairs, [2]*edition{&d.a[i], b})
	}
	for _, j := range onlyB {
		pairs = append(pairs, [2]*edition{nil, &d.b[j]})
	}
	return pairs, nil
}

// alike adds, of documents a of one side and b of the other, those that hold the same to the
// partners; left are those of b without one.
func (d *differing) alike(ctx context.Context, a, b []int, partner map[int]int) (left []int, err error) {
	d.bar.total = len(a) + len(b)
	sketchesA, err := d.sketches(ctx, d.a, a)
	if err != nil {
		return nil, err
	}
	sketchesB, err := d.sketches(ctx, d.b, b)
	if err != nil {
		return nil, err
	}
	like := diff.BySketch(sketchesA, sketchesB)
	for _, p := range like.Both {
		partner[a[p[0]]] = b[p[1]]
	}
	for _, j := range like.OnlyB {
		left = append(left, b[j])
	}
	return left, nil
}

func names(list []edition) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].name
	}
	return out
}

// sketches draws the documents with the given numbers; one that cannot be read has an
// empty sketch, and is told when its turn comes.
func (d *differing) sketches(ctx context.Context, list []edition, which []int) (out []diff.Sketch, err error) {
	draw := func(i int) (s diff.Sketch) {
		if doc, err := list[which[i]].load(); err == nil {
			s = diff.SketchOf(doc)
		}
		return s
	}
	err = inOrder(ctx, len(which), int(d.jobs), draw, func(s diff.Sketch) error {
		d.bar.step("")
		out = append(out, s)
		return nil
	})
	return out, err
}
