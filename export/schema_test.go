package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuzheng/policy"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", s); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestSchemaAccepts(t *testing.T) {
	s := compileSchema(t)
	for _, doc := range []*policy.Document{planDocument(t), newBuilder(t, "空.txt", "").doc} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(AppendJSON(nil, doc))))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
	}
}

// Each change makes the JSON of the small plan wrong in one place.
func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t)
	good := string(AppendJSON(nil, planDocument(t)))
	for _, c := range []struct{ from, to string }{
		{`"schema":"shuzheng/document/1"`, `"schema":"shuzheng/document/2"`},
		{`"value":"1260000000"`, `"value":1260000000`},
		{`"value":"1260000000"`, `"value":"12.6亿"`},
		{`"comparator":"="`, `"comparator":"≥"`},
		{`"measure":"level"`, `"measure":""`},
		{`"direction":"up"`, `"direction":"sideways"`},
		{`"period":"2025"`, `"period":"今年"`},
		{`"kind":"title"`, `"kind":"title","level":1`},
		{`"kind":"heading","level":1`, `"kind":"heading"`},
		{`"start":0`, `"start":-1`},
		{`"as":"period"`, `"as":"date"`},
		{`"rowspan":1`, `"rowspan":0`},
		{`"evidence":{`, `"evidence":{"colour":"red",`},
		{`,"checks":[]`, ``},
	} {
		bad := strings.Replace(good, c.from, c.to, 1)
		if bad == good || !json.Valid([]byte(bad)) {
			t.Fatalf("%s: no such change", c.from)
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("accepted %s", c.to)
		}
	}
}
