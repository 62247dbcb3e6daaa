package platform

import (
	"cmp"
	_ "embed"
	"fmt"
	"strings"

	"shuzheng/policy"
)

// A need is what a name must have besides its head, as heads.tsv words it.
type need uint8

const (
	needPlace need = iota
	needSolo
	needWord
	needOwn
	needQuoted
	needProper
	needNothing
)

var needs = map[string]need{"place": needPlace, "solo": needSolo, "word": needWord, "own": needOwn, "quoted": needQuoted, "proper": needProper, "self": needNothing}

// types are the codes of heads.tsv; none marks endings that are no platform's.
var types = map[string]policy.PlatformType{
	"zone": policy.ZonePlatform, "lab": policy.Lab, "institute": policy.Institute, "incubator": policy.Incubator, "centre": policy.Centre,
	"system": policy.System, "market": policy.Market, "alliance": policy.Alliance, "fund": policy.Fund, "none": "",
}

// A head is the word that a name ends in: 高新区, 研究院.
type head struct {
	word  string
	kind  policy.PlatformType // "" for an ending that is no platform's: 公园
	bars  uint64              // a bit for the last byte of the first character of each word of not
	need  need
	class bool     // of which there are many: 重点实验室
	abbr  bool     // short for a university: 师大
	group int      // from 1 on, the same for all of one form
	form  string   // the head it is another form of: 经济技术开发区 of 经开区; itself for most
	not   []string // no head before these
}

//go:embed heads.tsv
var headsTSV string

// heads are the lines of heads.tsv.
var heads = readHeads(headsTSV)

// readHeads reads lines of heads, type, need and notes. It panics on a fault: the table is the program's own.
func readHeads(tsv string) (out []head) {
	for n, f := range policy.Cells("heads.tsv", tsv, 4) {
		for w := range strings.FieldsSeq(f[0]) {
			out = append(out, readHead(n, w, f))
		}
	}
	groups := map[string]int{}
	for i := range out {
		form := out[i].form
		groups[form] = cmp.Or(groups[form], len(groups)+1)
		out[i].group = groups[form]
	}
	return out
}

func readHead(line int, word string, f []string) head {
	kind, known := types[f[1]]
	need, knownNeed := needs[f[2]]
	if !known || !knownNeed || !allHan(word) {
		panic(fmt.Sprintf("heads.tsv:%d: want Chinese words, a type and a need, got %q", line, f))
	}
	h := head{word: word, kind: kind, need: need, form: word}
	for note := range strings.FieldsSeq(f[3]) {
		switch {
		case note == "class":
			h.class = true
		case note == "abbr":
			h.abbr = true
		case note[0] == '=':
			h.form = note[1:]
		case note[0] == '-':
			h.bar(strings.Split(note[1:], "、"))
		default:
			panic(fmt.Sprintf("heads.tsv:%d: unknown note %q", line, note))
		}
	}
	return h
}

// bar notes the words that a head is none before.
func (h *head) bar(words []string) {
	h.not = words
	for _, w := range words {
		h.bars |= 1 << (w[2] & 63)
	}
}

// runsOn says whether what follows a head makes another word of it: 平台经济, 开发区|域.
func (h *head) runsOn(rest string) bool {
	if len(rest) < 3 || h.bars>>(rest[2]&63)&1 == 0 {
		return false
	}
	return policy.BeginsAny(rest, h.not...)
}

// isHan says whether a common Chinese character begins at byte i of s.
func isHan(s string, i int) bool { return i >= 0 && i+3 <= len(s) && s[i] >= 0xe4 && s[i] <= 0xe9 }

func allHan(s string) bool {
	for i := 0; i < len(s); i += 3 {
		if !isHan(s, i) {
			return false
		}
	}
	return s != ""
}
