package extract

import (
	_ "embed"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

//go:embed kin.tsv
var kinTSV string

// kin are the words of all families of kin.tsv, owners those that name an owner; kinships are the
// families that each word is of, as bits.
var kin, owners, kinships = loadKin(kinTSV)

func loadKin(tsv string) (kin, owners *lexicon, of map[string]uint32) {
	var nouns, who []string
	of, family := map[string]uint32{}, uint32(1)
	for _, line := range policy.Rows(tsv) {
		for w := range strings.FieldsSeq(line) {
			if owner, ok := strings.CutPrefix(w, "="); ok {
				w, who = owner, append(who, owner)
			} else {
				nouns = append(nouns, w)
			}
			of[w] |= family
		}
		family <<= 1
	}
	return newLexicon(nouns), newLexicon(who), of
}

// kinOf gives a subject that is one noun of a family to the owner that was named with another of it:
// 商品蔬菜面积2万亩，产量32.3万吨 → 商品蔬菜产量; 医院3家，床位900张 → 医院床位.
func (p *passage) kinOf(k int, s *subject) {
	f := p.marks[k].fig
	if p.onlyPlaceBefore(s.spans[0].Start) || strings.Contains(p.s[p.clauses[f.clause].start:f.num.Start], "占") {
		return
	}
	for prev := p.previous(k); prev >= 0; prev = p.previous(prev) {
		whole := p.beforeAny(s.spans[0].Start, "全年", "全县", "全市", "全省") != ""
		within := "。" + wordIf(p.sentence(prev) == p.sentence(k), "；") // 其中铁路2亿吨公里；管道3亿吨公里。|旅客周转量|5亿人公里
		if at := p.among(p.marks[prev].fig.clause, within); at >= 0 && p.markFrom(at) <= prev && (whole || p.among(f.clause, "。；") != at) {
			continue // 粮食面积9万亩，其中秋粮5万亩，全年|总产|4万吨
		}
		if owner := p.ownerOf(k, s.words, prev); owner != "" && !strings.HasPrefix(s.words, owner) && (p.marks[prev].fig.Unit != f.Unit || !strings.HasSuffix(p.known[prev].words, s.words)) && !ownNoun(s.words, p.known[prev].words) {
			*s = s.as(owner+s.words, p.known[prev].spans...)
			return
		}
		if p.known[prev].words != s.words && p.among(p.marks[prev].fig.clause, "。；") < 0 {
			break
		}
	}
}

// ownNoun says whether words name of whom the noun is that whole ends in: 工业总产值 beside 工农业总产值.
func ownNoun(words, whole string) bool {
	who, ok := strings.CutSuffix(words, whole[len(whole)-kin.suffix(whole):])
	return ok && len(who) >= 6 && len(who) < len(words)
}

// livestock are beasts whose names are one character.
const livestock = "猪牛羊马驴骡鸡鸭鹅兔蜂鹿"

// ownerOf is who has the noun that is the subject of figure k, named with the earlier figure prev: by
// another noun of the family, or grown on what prev measures: 种植|柠檬|4000亩，产量4820吨.
func (p *passage) ownerOf(k int, noun string, prev int) string {
	who, alone := p.known[prev].words, p.ownerAlone(prev, k)
	if owner := ownerIn(who, kinships[noun], alone); owner != "" {
		return owner
	}
	field := p.marks[prev].fig.kind == normalize.AreaUnit && p.marks[k].fig.kind != normalize.AreaUnit
	if !alone || !field || endsIn(who, "占地", "用地", "土地") || kinships[noun]&kinships["产量"] == 0 {
		return ""
	}
	return who[verbal.prefix(who):]
}

// ownerAlone says whether what figure prev counts may have what the next clause, of figure k, tells, as
// it is no member of a list: 普通中学23所，|在校学生2.1万人, not 小学9所、幼儿园8所，|在校学生2.1万人.
func (p *passage) ownerAlone(prev, k int) bool {
	c := p.marks[prev].fig.clause
	if c+1 != p.marks[k].fig.clause || p.clauses[c].stop != '，' || adds.prefix(p.s[p.clauses[c+1].start:]) > 0 {
		return false // 卫生院9家，新增|床位80张
	}
	i := p.previous(prev)
	return i < 0 || owners.suffix(p.known[i].words) == 0 || p.sentence(i) != p.sentence(prev)
}

// ownerIn is the owner that words name who has something of the families, "" if they name none; they
// may be no more than that where alone says so.
func ownerIn(words string, families uint32, alone bool) string {
	n := kin.suffix(words)
	if n > 0 && kinships[words[len(words)-n:]]&families != 0 {
		words = words[:len(words)-n]
		if n = lights.suffix(words); n < len(words) && !endsIn(words, "国有", "性", "年度") && (len(words)-n > len("猪") || strings.Contains(livestock, words[:len(words)-n])) {
			return words[:len(words)-n]
		}
	} else if n = kin.prefix(words); strings.HasSuffix(words[:n], "栏") && kinships[words[:n]]&families != 0 {
		return words[n:] // 年出栏|生猪
	} else if n = owners.suffix(words); alone && n > 0 && kinships[words[len(words)-n:]]&families != 0 {
		return words
	}
	return ""
}
