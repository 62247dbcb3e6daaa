package export

import (
	_ "embed"
	"fmt"

	"shuzheng/policy"
)

// A Lang is the language of headers and explanations. What was read from a
// document stays in its own words.
type Lang string

// The languages.
const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// pick chooses between the Chinese and the English wording.
func (l Lang) pick(zh, en string) string {
	if l == English {
		return en
	}
	return zh
}

// A word is the wording of one code: =, level, target …
type word struct {
	field, code    string
	zh, en         string
	zhNote, enNote string
}

//go:embed words.tsv
var wordsTSV string

// words holds the codes in the order of words.tsv, wordOf the same by field and code.
var words, wordOf = readWords(wordsTSV)

// readWords panics on a fault: the table is the program's own.
func readWords(tsv string) ([]word, map[[2]string]word) {
	var list []word
	byCode := map[[2]string]word{}
	for n, c := range policy.Cells("words.tsv", tsv, 6) {
		w := word{c[0], c[1], c[2], c[3], c[4], c[5]}
		key := [2]string{w.field, w.code}
		if _, twice := byCode[key]; twice || w.zh == "" || w.en == "" {
			panic(fmt.Sprintf("words.tsv:%d: %s %s stands twice or has no wording", n, w.field, w.code))
		}
		list, byCode[key] = append(list, w), w
	}
	return list, byCode
}

// word words a code of a field; a code without wording stands for itself.
func (l Lang) word(field, code string) string {
	w, ok := wordOf[[2]string{field, code}]
	if !ok {
		return code
	}
	return l.pick(w.zh, w.en)
}
