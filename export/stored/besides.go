package stored

import (
	"encoding/json"

	"shuzheng/policy"
)

// besides is what outputs show of a document and its JSON does not hold. The JSON has
// its schema and keeps to it; a run that makes a workbook of stored JSON keeps this
// beside it.
type besides struct {
	Tasks    []taskBesides `json:"tasks,omitempty"`
	Reasons  []string      `json:"reasons,omitempty"`  // codes, one for each check
	Articles [][2]int      `json:"articles,omitempty"` // from which block on which article, for all but the first
}

type taskBesides struct {
	Section int   `json:"section"`           // -1 for none
	At      []int `json:"at,omitempty"`      // where the task's words stand: bytes of the text
	Helps   []int `json:"support,omitempty"` // which of the responsible organs only help
	Organs  []int `json:"organs,omitempty"`  // where the organs stand, start and end of each: those that lead first
}

// Besides gives what AppendJSON leaves out of a document and outputs show, as JSON; nil
// for nothing. Document.Give puts it back.
func Besides(d *policy.Document) json.RawMessage {
	var b besides
	for i := range d.Tasks {
		b.Tasks = append(b.Tasks, besidesOf(&d.Tasks[i]))
	}
	for _, c := range d.Checks {
		b.Reasons = append(b.Reasons, c.Reason)
	}
	article := 0
	for i := range d.Blocks {
		if a := d.Blocks[i].Article; a != article {
			b.Articles = append(b.Articles, [2]int{i, a})
			article = a
		}
	}
	if len(b.Tasks) == 0 && len(b.Reasons) == 0 && len(b.Articles) == 0 {
		return nil
	}
	out, err := json.Marshal(b)
	if err != nil {
		panic(err) // numbers and strings always have a JSON form
	}
	return out
}

func besidesOf(t *policy.Task) taskBesides {
	o := taskBesides{Section: t.Section}
	if t.TaskSpan.Len() > 0 {
		o.At = []int{t.TaskSpan.Start, t.TaskSpan.End}
	}
	for i, organ := range t.Responsible {
		if organ.Role == policy.Helps {
			o.Helps = append(o.Helps, i)
		}
	}
	for _, all := range [][]policy.Organ{t.Lead, t.Responsible} {
		for _, organ := range all {
			o.Organs = append(o.Organs, organ.Span.Start, organ.Span.End)
		}
	}
	return o
}

// Give puts back what Besides took out. What does not fit the document is an *Error.
func (d *Document) Give(message json.RawMessage) error {
	if len(message) == 0 {
		return nil
	}
	var b besides
	if err := json.Unmarshal(message, &b); err != nil {
		return &Error{1, "besides", err.Error()}
	}
	if len(b.Tasks) != len(d.Tasks) || len(b.Reasons) != len(d.Checks) {
		return &Error{1, "besides", "is of another document"}
	}
	for i := range b.Tasks {
		if !d.giveTask(&d.Tasks[i], &b.Tasks[i]) {
			return &Error{1, "besides.tasks", "is of another document"}
		}
	}
	for i, reason := range b.Reasons {
		d.Checks[i].Reason = reason
	}
	return d.giveArticles(b.Articles)
}

// giveArticles says which article each block and table belongs to.
func (d *Document) giveArticles(from [][2]int) error {
	for _, f := range from {
		if f[0] < 0 || f[0] >= len(d.Blocks) || f[1] < 0 || f[1] > len(d.Blocks) {
			return &Error{1, "besides.articles", "is of another document"}
		}
		for i := f[0]; i < len(d.Blocks); i++ {
			d.Blocks[i].Article = f[1]
		}
	}
	for i := range d.Tables {
		t := &d.Tables[i]
		t.Article = d.Blocks[t.Block].Article
	}
	return nil
}

func (d *Document) giveTask(t *policy.Task, b *taskBesides) bool {
	if b.Section < -1 || b.Section >= len(d.Blocks) {
		return false
	}
	t.Section = b.Section
	if len(b.At) == 2 {
		t.TaskSpan = policy.Span{Start: b.At[0], End: b.At[1]}
		if !d.holds(t.TaskSpan) {
			return false
		}
	}
	for _, i := range b.Helps {
		if i < 0 || i >= len(t.Responsible) {
			return false
		}
		t.Responsible[i].Role = policy.Helps
	}
	return d.giveOrgans(t, b.Organs)
}

func (d *Document) giveOrgans(t *policy.Task, at []int) bool {
	if len(at) != 2*(len(t.Lead)+len(t.Responsible)) {
		return false
	}
	for _, all := range [][]policy.Organ{t.Lead, t.Responsible} {
		for i := range all {
			all[i].Span = policy.Span{Start: at[0], End: at[1]}
			if at = at[2:]; !d.holds(all[i].Span) {
				return false
			}
		}
	}
	return true
}

// holds says whether a range lies in the text.
func (d *Document) holds(s policy.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= d.Content.Len()
}
