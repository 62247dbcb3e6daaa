package main

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"shuzheng/policy"
)

// A review is what auditors found before, carried forward by --verdicts.
type review struct {
	file     string
	verdicts map[string][]policy.Verdict // by ID of figure
	named    map[string][]policy.Verdict // by name of document

	current, changed, gone int // figures with verdicts, by what became of them
}

// read reads the file of verdicts.
func (v *review) read(p *program) int {
	if v.file == "" {
		return goOn
	}
	list, code := p.verdicts(v.file, newBounds(), false)
	if code != goOn {
		return code
	}
	v.verdicts, v.named = map[string][]policy.Verdict{}, map[string][]policy.Verdict{}
	for _, one := range list {
		v.verdicts[one.Figure] = append(v.verdicts[one.Figure], one)
		v.named[one.Document] = append(v.named[one.Document], one)
	}
	return goOn
}

// of are the verdicts on a figure.
func (v *review) of(id string) []policy.Verdict { return v.verdicts[id] }

// adopt gives the figures of a document those verdicts that were given on an older file
// of its name, where only one figure says what was said there: as verdicts on something
// else, to be confirmed.
func (v *review) adopt(doc *policy.Document) {
	older := map[string][]policy.Verdict{} // by digest
	for _, one := range v.named[doc.Source.Name] {
		if one.SHA256 != "" && one.SHA256 != doc.Source.SHA256 {
			older[one.Digest] = append(older[one.Digest], one)
		}
	}
	if len(older) == 0 {
		return
	}
	figures := map[string][]string{} // IDs by digest
	for i := range doc.Figures {
		f := &doc.Figures[i]
		figures[f.Digest()] = append(figures[f.Digest()], f.ID)
	}
	for digest, ids := range figures {
		said := older[digest]
		if len(ids) > 1 || len(said) == 0 || len(v.verdicts[ids[0]]) > 0 {
			continue
		}
		if slices.ContainsFunc(said, func(one policy.Verdict) bool { return one.Figure != said[0].Figure }) {
			continue
		}
		for _, one := range said {
			one.Figure, one.Digest = ids[0], ""
			v.verdicts[ids[0]] = append(v.verdicts[ids[0]], one)
		}
	}
}

// see counts what a document's figures have of verdicts.
func (v *review) see(doc *policy.Document) {
	if len(v.verdicts) == 0 {
		return
	}
	v.adopt(doc)
	here := map[string]bool{}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		all := v.verdicts[f.ID]
		if len(all) == 0 {
			continue
		}
		here[f.ID] = true
		digest, changed := f.Digest(), true
		for _, one := range all {
			changed = changed && one.Digest != digest
		}
		if changed {
			v.changed++
		} else {
			v.current++
		}
	}
	for id, all := range v.verdicts {
		if !here[id] && all[0].SHA256 == doc.Source.SHA256 {
			v.gone++
		}
	}
}

// closing says what became of the verdicts.
func (v *review) closing(p *program) {
	if v.file == "" {
		return
	}
	p.say("结论已带入 %d 个数据；另有 %d 个数据已变动，%d 个不再读出", "verdicts carried forward on %d figures; %d more have changed since, %d are no longer read", v.current, v.changed, v.gone)
}

// longestIndex is how long an index number may be: it stands before that of every figure.
const longestIndex = 16

// workingPaper takes --working-paper: the index number of a working paper.
func (x *extraction) workingPaper(index string) error {
	odd := strings.ContainsFunc(index, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.' })
	if n := len([]rune(index)); n == 0 || n > longestIndex || odd {
		return errors.New(x.text("写底稿的索引号，如 A1，至多 16 个字", "give the index number of the paper, as A1, at most 16 characters"))
	}
	x.paper = index
	return nil
}
