package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// What is paid and given for care is told by the rank of who gives it: 一级医院, 三级定点医疗机构.

// classTails stand behind the rank.
var classTails = newLexicon([]string{"医院", "医疗机构", "定点医院", "定点医疗机构", "医疗卫生机构", "公立医院", "及以下医院", "及以下医疗机构", "及以下定点医疗机构"})

// payers are classes of those who are insured: 年度支付限额|在职|2500元、|退休|3000元.
var payers = newLexicon([]string{"在职", "退休", "在职职工", "退休职工", "退休人员", "在职人员"})

// classIn is where words name such a class and its length, 0 where they name none.
func classIn(words string) (i, n int) {
	if i, n = rankIn(words); n == 0 {
		i, n = payers.lastIn(words)
	}
	return i, n
}

// rankIn is classIn for ranks: 一级医院.
func rankIn(words string) (i, n int) {
	for at := 0; ; at += len("级") {
		k := normalize.IndexChar(words[at:], "级")
		if k < 0 {
			return 0, 0
		}
		if at += k; at >= 3 && normalize.HanDigit(words[at-3:]) > 0 {
			return at - 3, len("一级") + classTails.prefix(words[at+len("级"):])
		}
	}
}

// endsInClass says whether words may end in such a class.
func endsInClass(words string) bool {
	return strings.HasSuffix(words, "级") || classTails.suffix(words) > 0 || payers.suffix(words) > 0
}

// classFirst puts the class before the standard or rate that s names it behind: 住院起付标准|一级医院.
func classFirst(s subject) subject {
	for _, w := range [...]string{"城市", "农村", "城镇"} {
		if stem, ok := strings.CutSuffix(s.words, w); ok && strings.HasSuffix(stem, "率") {
			s.words = w + stem // 供水普及率|城市|达99%
		}
	}
	if !endsInClass(s.words) {
		return s // most often
	}
	i, n := classIn(s.words)
	if i > 0 && i+n == len(s.words) && max(standards.suffix(s.words[:i]), titles.suffix(s.words[:i]), benefits.suffix(s.words[:i])) > 0 {
		s.words = s.words[i:] + s.words[:i]
	}
	return s
}

// ofClass is whole with the class of part for its own: 二级 of 一级医院起付线. It is empty where either names none.
func ofClass(part string, whole subject) subject {
	if !endsInClass(part) {
		return subject{} // most often
	}
	i, n := classIn(part)
	if i > 0 || n == 0 || n < len(part) {
		return subject{}
	}
	j, m := classIn(whole.words)
	if m == 0 {
		return subject{}
	}
	class := part
	if n == len("二级") {
		class += whole.words[j+len("一级") : j+m]
	}
	return whole.as(whole.words[:j] + class + whole.words[j+m:])
}

// classRated is the standard that [a, b) names, for the class of s: 一级200元、二级500元，|报销比例|分别为. It is empty where
// either is missing.
func (p *passage) classRated(s subject, a, b int) subject {
	i, n := classIn(s.words)
	if n == 0 || a >= b || max(standards.suffix(p.s[a:b]), titles.suffix(p.s[a:b])) == 0 {
		return subject{}
	}
	return s.as(s.words[i:i+n]+p.s[a:b], policy.Span{Start: a, End: b})
}
