package serve

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuzheng/export"
)

// A description is what the test reads of openapi.json.
type description struct {
	OpenAPI string
	Paths   map[string]map[string]json.RawMessage
}

type operation struct {
	OperationID string
	Parameters  []json.RawMessage
	Responses   map[string]struct {
		Ref     string `json:"$ref"`
		Content map[string]struct{ Schema json.RawMessage }
	}
}

func described(t *testing.T) description {
	t.Helper()
	var d description
	if err := json.Unmarshal([]byte(OpenAPI()), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Every address and method is described, and nothing else.
func TestRoutesAreDescribed(t *testing.T) {
	d := described(t)
	if d.OpenAPI != "3.1.0" {
		t.Errorf("OpenAPI %s", d.OpenAPI)
	}
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ids := map[string]bool{}
	for _, one := range s.table() {
		at := strings.ReplaceAll(one.path, "{$}", "")
		var told []string
		for method, raw := range d.Paths[at] {
			if method == "parameters" {
				continue
			}
			told = append(told, strings.ToUpper(method))
			var op operation
			if err := json.Unmarshal(raw, &op); err != nil || op.OperationID == "" || ids[op.OperationID] || len(op.Responses) == 0 {
				t.Errorf("%s %s: operation %q: %v", method, at, op.OperationID, err)
			}
			ids[op.OperationID] = true
		}
		slices.Sort(told)
		if want := slices.Sorted(maps.Keys(one.methods)); !slices.Equal(told, want) {
			t.Errorf("%s is described for %v, answers %v", at, told, want)
		}
		delete(d.Paths, at)
		if named := regexp.MustCompile(`\{(\w+)\}`).FindAllString(at, -1); len(named) > 1 || len(named) == 1 && named[0] != "{id}" {
			t.Errorf("%s has the parameters %v", at, named)
		}
	}
	for at := range d.Paths {
		t.Errorf("%s is described and not there", at)
	}
}

// A Responses checks answers against what is described for them.
type Responses struct {
	t *testing.T
	d description
	c *jsonschema.Compiler
}

// NewResponses reads the description. It is for the tests of answers.
func NewResponses(t *testing.T) *Responses {
	t.Helper()
	c := jsonschema.NewCompiler()
	for url, text := range map[string]string{"http://localhost/openapi.json": OpenAPI(), "http://localhost/api/schema.json": export.Schema()} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(url, v); err != nil {
			t.Fatal(err)
		}
	}
	return &Responses{t, described(t), c}
}

// Check holds an answer against the description of an operation.
func (r *Responses) Check(path, method, code, media, body string) {
	r.t.Helper()
	var op operation
	if err := json.Unmarshal(r.d.Paths[path][method], &op); err != nil {
		r.t.Fatalf("%s %s: %v", method, path, err)
	}
	at := "/paths/" + strings.ReplaceAll(path, "/", "~1") + "/" + method + "/responses/" + code
	one, ok := op.Responses[code]
	switch {
	case !ok:
		r.t.Errorf("%s %s: %s is not described", method, path, code)
		return
	case one.Ref != "":
		at = strings.TrimPrefix(one.Ref, "#")
	case len(one.Content) == 0 && body == "":
		return
	}
	media, _, _ = strings.Cut(media, ";")
	at += "/content/" + strings.ReplaceAll(media, "/", "~1") + "/schema"
	if media != "application/json" {
		if _, ok := one.Content[media]; !ok {
			r.t.Errorf("%s %s: %s is not described", method, path, media)
		}
		return
	}
	schema, err := r.c.Compile("http://localhost/openapi.json#" + at)
	if err != nil {
		r.t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	if err != nil {
		r.t.Fatalf("%s %s: %v", method, path, err)
	}
	if err := schema.Validate(v); err != nil {
		r.t.Errorf("%s %s %s: %v\n%.300s", method, path, code, err, body)
	}
}
