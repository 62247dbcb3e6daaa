package stored_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"shuzheng/export"
	"shuzheng/export/stored"
	"shuzheng/policy"
)

// A workbook made of what was stored is the one made of the documents: whatever a
// sheet comes to show must be in the JSON or in Besides.
func TestWorkbookOfStored(t *testing.T) {
	for _, lang := range []export.Lang{export.Chinese, export.English} {
		direct, again := export.NewWorkbook(export.Options{Lang: lang}), export.NewWorkbook(export.Options{Lang: lang})
		defer direct.Close()
		defer again.Close()
		for _, file := range fixtures(t) {
			doc := extracted(t, file)
			if len(doc.Figures) > 0 { // so that there is a check whose reason has words in both languages
				doc.Checks = append(doc.Checks, policy.Check{ID: "0123456789abcdef", Kind: policy.SumCheck, Result: policy.Unchecked,
					Claim: doc.Figures[0].Evidence.Span, Figures: []string{doc.Figures[0].ID}, Reason: "sum_fits"})
			}
			back := read(t, export.AppendJSON(nil, doc))[0]
			if err := back.Give(stored.Besides(doc)); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(direct.Add(doc), again.Add(back.Document)); err != nil {
				t.Fatal(err)
			}
		}
		var want, got bytes.Buffer
		direct.WriteTo(&want)
		again.WriteTo(&got)
		if !bytes.Equal(want.Bytes(), got.Bytes()) {
			t.Errorf("%s: the workbook of the stored documents is another one", lang)
		}
	}
}

// Besides may be anybody's.
func TestGiveRefuses(t *testing.T) {
	doc := extracted(t, fixtures(t)[0])
	doc.Tasks, doc.Checks = []policy.Task{{Responsible: []policy.Organ{{Name: "市财政局"}}}}, nil
	for _, b := range []string{`{`, `{"tasks":[]}`, `{"tasks":[{"section":-2}]}`, `{"tasks":[{"section":1000000}]}`, `{"tasks":[{"section":0,"at":[5,4]}]}`,
		`{"tasks":[{"section":0,"at":[0,100000000]}]}`, `{"tasks":[{"section":0,"support":[1]}]}`, `{"tasks":[{"section":0}],"reasons":["x"]}`,
		`{"tasks":[{"section":0}]}`, `{"tasks":[{"section":0,"organs":[0]}]}`, `{"tasks":[{"section":0,"organs":[4,3]}]}`, `{"tasks":[{"section":0,"organs":[0,3]}],"articles":[[100000,1]]}`} {
		back := read(t, export.AppendJSON(nil, doc))[0]
		if back.Give(json.RawMessage(b)) == nil {
			t.Errorf("%s is taken", b)
		}
	}
}
