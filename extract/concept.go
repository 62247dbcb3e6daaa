package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// concepts gives every figure the concept that its indicator names.
func concepts(doc *policy.Document) {
	for i := range doc.Figures {
		f := &doc.Figures[i]
		if id, ok := normalize.ConceptOf(f.Indicator, f.Unit, f.Measure); ok {
			f.Concept = id
		}
	}
}
