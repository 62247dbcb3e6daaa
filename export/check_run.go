package export

import (
	"cmp"
	"path"
	"strings"

	"shuzheng/policy"
)

// AppendRunCheck appends the JSON object of a check over several documents of a run to
// dst: compact, no line break at its end. It has what a check of a document has, without
// a place, and "sides": of each figure its document (name, title), its id, which its
// document's JSON has, and its fields.
func AppendRunCheck(dst []byte, c *policy.RunCheck) []byte {
	w := jsonWriter{buf: dst}
	w.str(`{"id":`, c.ID)
	w.code(`,"kind":"`, string(c.Kind))
	w.code(`,"result":"`, string(c.Result))
	w.opt(`,"stated":`, c.Stated)
	w.opt(`,"computed":`, c.Computed)
	w.opt(`,"explain":`, explainCheck(Chinese, &c.Check))
	list(&w, `,"sides":[`, c.Sides, (*jsonWriter).side)
	w.raw(`}`)
	return w.buf
}

func (w *jsonWriter) side(s *policy.Side) {
	w.str(`{"document":`, strings.ToValidUTF8(s.Name, "\ufffd"))
	w.opt(`,"title":`, s.Title)
	w.str(`,"figure":`, s.ID)
	w.str(`,"indicator":`, s.Indicator)
	w.opt(`,"concept":`, s.Concept)
	w.str(`,"value":`, s.Value)
	w.opt(`,"unit":`, s.Unit)
	w.code(`,"comparator":"`, string(s.Comparator))
	w.code(`,"status":"`, string(s.Status))
	w.opt(`,"period":`, s.Period)
	w.opt(`,"area":`, s.Area)
	w.raw(`}`)
}

// AddRun puts checks over several documents into the workbook, after the last document
// was added; a Side's Document counts the documents in the order they were added. left
// is how many figures were beyond the limit of what is compared: the first sheet says so.
func (w *Workbook) AddRun(checks []policy.RunCheck, left int) error {
	w.uncompared = left
	for i := range checks {
		c := &checks[i]
		r := checkRow{lang: w.options.Lang, check: &c.Check, document: sideName(&c.Sides[0]), section: w.options.Lang.pick("（多份文件之间）", "(between documents)"), sheets: w}
		f := &c.Sides[0]
		r.quote = quote{before: strings.Join([]string{f.Period, f.Area, f.Indicator, ""}, " "), exact: c.Stated}
		for _, s := range c.Sides {
			if s.Document < len(w.firsts) {
				r.figures = append(r.figures, w.firsts[s.Document]+s.Index)
			}
		}
		if err := w.putCheck(&r); err != nil {
			return err
		}
	}
	return nil
}

// sideName is the name of a document as the sheets show it.
func sideName(s *policy.Side) string {
	return cmp.Or(s.Title, path.Base(strings.ReplaceAll(s.Name, `\`, "/")))
}
