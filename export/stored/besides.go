package stored

import (
	"encoding/json"

	"shuzheng/policy"
)

// besides is what the workbook shows of a document and its JSON does not hold. The
// JSON has its schema and keeps to it; a run that makes a workbook of stored JSON
// keeps this beside it.
type besides struct {
	Tasks   []taskBesides `json:"tasks,omitempty"`
	Reasons []string      `json:"reasons,omitempty"` // codes, one for each check
}

type taskBesides struct {
	Section int   `json:"section"`           // -1 for none
	At      []int `json:"at,omitempty"`      // where the task's words stand: bytes of the text
	Helps   []int `json:"support,omitempty"` // which of the responsible organs only help
}

// Besides gives what AppendJSON leaves out of a document and the workbook shows, as
// JSON; nil for nothing. Document.Give puts it back.
func Besides(d *policy.Document) json.RawMessage {
	if len(d.Tasks) == 0 && len(d.Checks) == 0 {
		return nil
	}
	var b besides
	for _, t := range d.Tasks {
		o := taskBesides{Section: t.Section}
		if t.TaskSpan.Len() > 0 {
			o.At = []int{t.TaskSpan.Start, t.TaskSpan.End}
		}
		for i, organ := range t.Responsible {
			if organ.Role == policy.Helps {
				o.Helps = append(o.Helps, i)
			}
		}
		b.Tasks = append(b.Tasks, o)
	}
	for _, c := range d.Checks {
		b.Reasons = append(b.Reasons, c.Reason)
	}
	out, err := json.Marshal(b)
	if err != nil {
		panic(err) // numbers and strings always have a JSON form
	}
	return out
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
	return nil
}

func (d *Document) giveTask(t *policy.Task, b *taskBesides) bool {
	if b.Section < -1 || b.Section >= len(d.Blocks) {
		return false
	}
	t.Section = b.Section
	if len(b.At) == 2 {
		t.TaskSpan = policy.Span{Start: b.At[0], End: b.At[1]}
		if t.TaskSpan.Start < 0 || t.TaskSpan.End < t.TaskSpan.Start || t.TaskSpan.End > d.Content.Len() {
			return false
		}
	}
	for _, i := range b.Helps {
		if i < 0 || i >= len(t.Responsible) {
			return false
		}
		t.Responsible[i].Role = policy.Helps
	}
	return true
}
