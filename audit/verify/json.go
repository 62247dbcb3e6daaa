package verify

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A Stored is a document of a file of JSON.
type Stored struct {
	Source Source
	At     string // its place in the file: "", [3] of a list, 第 4 行 is [3] too
	fields map[string]any
}

// ReadJSON reads the documents of a file as the program writes them: one object, a list
// of them, or one a line. An error says where it is no JSON.
func ReadJSON(b []byte) (list []Stored, err error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff"))))
	d.UseNumber()
	for {
		var v any
		switch err := d.Decode(&v); {
		case err == io.EOF:
			if len(list) == 1 && !bytes.HasPrefix(bytes.TrimSpace(b), []byte("[")) {
				list[0].At = ""
			}
			return list, nil
		case err != nil:
			return nil, err
		}
		items, several := v.([]any)
		if !several {
			items = []any{v}
		}
		for _, item := range items {
			fields, _ := item.(map[string]any)
			source, _ := fields["source"].(map[string]any)
			s := Stored{At: "[" + strconv.Itoa(len(list)) + "]", fields: fields}
			s.Source.Name, _ = source["name"].(string)
			s.Source.SHA256, _ = source["sha256"].(string)
			figures, _ := fields["figures"].([]any)
			for _, f := range figures {
				f, _ := f.(map[string]any)
				id, _ := f["id"].(string)
				s.Source.IDs = append(s.Source.IDs, id)
			}
			list = append(list, s)
		}
	}
}

// JSON compares a document with the same one as it must be: each list of its top as a
// table of rows, whatever else there is as one row.
func JSON(expected, found *Stored) (list []Difference) {
	var names []string
	for name := range expected.fields {
		names = append(names, name)
	}
	for name := range found.fields {
		if _, known := expected.fields[name]; !known {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		want, wanted := expected.fields[name]
		got, there := found.fields[name]
		path := strings.TrimPrefix(found.At+"."+name, ".")
		switch {
		case !there:
			list = append(list, Difference{Kind: Missing, Sheet: name, Cell: path})
		case !wanted:
			list = append(list, Difference{Kind: Added, Sheet: name, Cell: path})
		default:
			list = append(list, compareJSON(name, path, want, got)...)
		}
	}
	return list
}

// compareJSON compares one field of a document.
func compareJSON(name, path string, want, got any) []Difference {
	f := flattening{columns: map[string]int{}}
	a, several := want.([]any)
	b, also := got.([]any)
	if !several || !also {
		a, b = []any{want}, []any{got}
	}
	c := comparison{}
	c.expected, c.found = f.records(name, a), f.records(name, b)
	if !several { // source, text, metadata: one row, whatever is left of it
		f.keys = slices.Repeat([]bool{false}, len(f.names))
		c.expected[0].about, c.found[0].about = "", ""
	}
	c.columns, c.keys, c.compare = f.names, f.keys, slices.Repeat([]bool{true}, len(f.names))
	c.place = func(r *record, column int) string {
		at := path
		if several {
			at += "[" + strconv.Itoa(r.line) + "]"
		}
		if column >= 0 && f.names[column] != "" {
			at += "." + f.names[column]
		}
		return at
	}
	for i := range c.found {
		for k := range c.found[i].cells {
			x := &c.found[i].cells[k]
			x.place = c.place(&c.found[i], x.column)
		}
	}
	if !several {
		return c.cells(&c.expected[0], &c.found[0])
	}
	return c.differences()
}

// A flattening turns objects into records: each leaf a cell of the column its path names.
type flattening struct {
	columns map[string]int
	names   []string
	keys    []bool
}

func (f *flattening) records(sheet string, items []any) (list []record) {
	for i, item := range items {
		r := record{line: i, sheet: sheet}
		f.leaves(&r, "", item)
		policy.Sort(r.cells, func(a, b cell) int { return a.column - b.column })
		r.about = about(item)
		list = append(list, r)
	}
	return list
}

// leaves adds the leaves below v.
func (f *flattening) leaves(r *record, path string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			f.leaves(r, strings.TrimPrefix(path+"."+name, "."), v[name])
		}
		return
	case []any:
		for i, below := range v {
			f.leaves(r, path+"["+strconv.Itoa(i)+"]", below)
		}
		return
	case string:
		r.cells = append(r.cells, cell{column: f.column(path), value: v})
	case json.Number:
		r.cells = append(r.cells, cell{column: f.column(path), value: v.String()})
	case bool:
		r.cells = append(r.cells, cell{column: f.column(path), value: strconv.FormatBool(v)})
	case nil:
		r.cells = append(r.cells, cell{column: f.column(path), value: "null"})
	}
}

// column is the number of the column with a path.
func (f *flattening) column(path string) int {
	i, known := f.columns[path]
	if !known {
		i = len(f.names)
		f.columns[path] = i
		f.names = append(f.names, path)
		f.keys = append(f.keys, path == "id" || path == "start" || path == "evidence.start")
	}
	return i
}

// about words what a row is about.
func about(v any) string {
	fields, _ := v.(map[string]any)
	var words []string
	for _, name := range []string{"indicator", "value_raw", "unit_raw", "name", "title", "exact", "text", "caption"} {
		if s, ok := fields[name].(string); ok && s != "" {
			words = append(words, short(s))
		}
	}
	return strings.Join(words, " ")
}

// short is the beginning of a long text.
func short(s string) string {
	const most = 30
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
