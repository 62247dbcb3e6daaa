package export

import "shuzheng/policy"

// A Wording is how one code of the data (>=, target …) is worded for people, with a note
// on what it means; the note may be empty.
type Wording struct {
	Field, Code    string
	Zh, En         string
	ZhNote, EnNote string
}

// Wordings lists the codes in the order in which they are to be shown.
func Wordings() []Wording {
	list := make([]Wording, len(words))
	for i, w := range words {
		list[i] = Wording{w.field, w.code, w.zh, w.en, w.zhNote, w.enNote}
	}
	return list
}

// DocumentName is the title of a document, or the name of its file where it has none.
func DocumentName(doc *policy.Document) string { return documentName(doc) }

// ExplainCheck words in one sentence what a check found.
func ExplainCheck(lang Lang, c *policy.Check) string { return explainCheck(lang, c) }
