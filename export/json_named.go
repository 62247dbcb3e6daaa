package export

import "shuzheng/policy"

// What a text names besides its figures: platforms, tasks, references.

func (w *jsonWriter) platform(p *policy.Platform) {
	w.str(`{"id":`, p.ID)
	w.str(`,"name":`, p.Name)
	w.str(`,"type":`, string(p.Type))
	w.opt(`,"level":`, p.Level)
	w.strings(`,"aliases":[`, p.Aliases)
	list(w, `,"mentions":[`, p.Mentions, (*jsonWriter).mention)
	list(w, `,"attributes":[`, p.Attributes, (*jsonWriter).attribute)
	w.strings(`,"figures":[`, p.Figures)
	w.raw(`}`)
}

func (w *jsonWriter) mention(m *policy.Mention) {
	w.span(`{"start":`, m.Span)
	w.str(`,"exact":`, m.Exact)
	w.raw(`}`)
}

func (w *jsonWriter) attribute(a *policy.Attribute) {
	w.str(`{"name":`, a.Name)
	w.str(`,"value":`, a.Value)
	w.span(`,"start":`, a.Span)
	w.raw(`}`)
}

func (w *jsonWriter) task(t *policy.Task) {
	w.span(`{"start":`, t.Span)
	w.str(`,"task":`, t.Task)
	list(w, `,"lead":[`, t.Lead, (*jsonWriter).organ)
	list(w, `,"responsible":[`, t.Responsible, (*jsonWriter).organ)
	w.raw(`}`)
}

func (w *jsonWriter) organ(o *policy.Organ) { w.str("", o.Name) }

func (w *jsonWriter) reference(r *policy.Reference) {
	w.opt(`{"title":`, r.Title)
	w.opt(`,"doc_number":`, r.DocNumber)
	w.span(`,"start":`, r.Span)
	w.raw(`}`)
}

func (w *jsonWriter) strings(key string, items []string) {
	list(w, key, items, func(w *jsonWriter, s *string) { w.str("", *s) })
}
