package platform

import "strings"

// A traits set says what a name has of its own, and what speaks against it.
type traits uint32

const (
	hasPlace   traits = 1 << iota
	hasFormal         // a place with its 省, 市, 县 or 区
	hasCountry        // 中国
	hasState          // 国家
	hasGrade          // 省级, 市
	hasInst           // an institution: 浙江大学, 中科院
	hasQuote          // “政企通”, no slogan
	hasCode           // G60
	hasUnknown        // 睿珀
	isPlural          // 一批 before it, 12家 behind it
	isQuoted          // stands in quotation marks as a whole
	isWish            // 打造 before it
	isFounded         // 成立 before it
	isLabel           // fills a cell of a column of platforms
	inList            // named beside others that are surely names
	isAlone           // no head before its own
	hasSlogan         // “六城”
	hasScope          // 省, 市: the one of the province or the city
	hasNation         // 全国
	hasLong           // 白石湖: three such characters or more, hardly a verb
	isUsed            // stands behind 在, 走进, 依托 or the like, which no name begins with: it is there
	isBare            // nothing a table knows right before a head of one character: 龙湖佳|园
)

// A verdict says how sure it is that a phrase names a platform.
type verdict uint8

const (
	noName verdict = iota
	mayBe          // a name if its company says so
	sureName
)

// A name is a phrase that ends in a head, bytes [start, end) of its passage.
type name struct {
	start, end int
	head       *head
	traits     traits
	common     uint8 // words that say nothing of their own
	subjects   uint8
	ordinary   uint8 // of the common ones, those that words.tsv does not have
	lead       uint8 // how many bytes of it tell a level: 省|创新实验室
	verdict    verdict
	stop       stop
	begins     [6]uint8 // where its first tokens begin, from start, 0 behind the last of them
	level      string   // 国家级 … where the words beside it say so
	whole      string   // the full name, where the text leaves its head to the end of a list
	entry      int      // index in the gathering
}

// has says whether the name has one of the traits.
func (n *name) has(t traits) bool { return n.traits&t != 0 }

// words counts the words besides head, place and level.
func (n *name) words() int { return int(n.common + n.subjects) }

// says counts them with what a head of several words says: 援助|中心.
func (n *name) says() int {
	if len(n.head.word) > len("中心") {
		return n.words() + 1
	}
	return n.words()
}

// judge weighs what a name has against what its head needs; what may be one is, if it is used.
func (n *name) judge() verdict {
	v := n.judgeAlone()
	if v == mayBe && n.has(isUsed) && !n.head.class && n.ownEnough() {
		return sureName
	}
	return v
}

// ownEnough says whether a phrase that may be a name has more of its own than a kind has.
func (n *name) ownEnough() bool {
	switch w := n.head.word; {
	case n.has(hasPlace):
		return n.words() > 1
	case strings.HasSuffix(w, "平台"), strings.HasSuffix(w, "系统"):
		return false
	}
	return n.subjects > 1 && n.says() > 3 || n.head.kind == "institute" && n.words() > 2
}

// judgeAlone is judge without what is done with it.
func (n *name) judgeAlone() verdict {
	h := n.head
	switch {
	case h.kind == "":
		return noName
	case n.has(isPlural) && !n.has(hasInst), n.has(isBare):
		return noName
	case h.abbr:
		return n.judgeShort()
	case h.need == needProper:
		return sure(n.has(hasInst) || n.has(hasPlace) && n.has(hasUnknown) && n.words() == 0) // 长春光机所
	case h.need == needQuoted:
		return sure(n.has(hasQuote|hasSlogan) || n.has(hasInst) && (n.words() > 0 || h.word != "系统") || n.has(isQuoted) && n.has(hasPlace|hasUnknown) || n.words() > 0 && (n.has(isQuoted) || n.has(hasPlace) && !n.has(isWish) && h.word != "系统"))
	case n.has(isQuoted) && !n.has(isWish) && (n.subjects > 0 && n.words() > 1 || n.words() > 2 || n.has(hasUnknown|hasPlace)):
		return sureName
	case n.has(hasQuote):
		return sure(n.words() > 0 || n.has(isAlone) && h.word != "示范区") // “无废城市”示范区 is a kind
	case n.has(hasInst):
		return sure(!h.class && h.word != "平台" && (h.word != "系统" || n.words() > 0) || n.subjects > 0 || n.has(hasPlace) && n.words() > 0 || n.has(hasState) && n.says() > 0)
	case n.has(hasPlace):
		return n.judgePlaced()
	case n.has(hasCountry):
		return sure((n.words() > 0 || n.has(hasUnknown|hasCode) || h.kind == "institute") && !h.class)
	case n.has(hasScope) && h.kind == "fund":
		return n.judgeGraded()
	case n.has(hasUnknown):
		return n.judgeUnknown()
	}
	return n.judgeSubject()
}

// sure turns a condition into a verdict; what fails may still be named in company.
func sure(ok bool) verdict {
	if ok {
		return sureName
	}
	return noName
}

// judgeShort takes one or two characters and the short word for a university: 浙师大.
func (n *name) judgeShort() verdict {
	return sure(n.end-n.start-len(n.head.word) >= 3 && n.end-n.start-len(n.head.word) <= 6 && n.words() == 0 && !n.has(isPlural))
}

// judgePlaced judges a name with a place: 临江高新区 is one, 临江市重点实验室 is not.
func (n *name) judgePlaced() verdict {
	h := n.head
	switch {
	case n.has(hasUnknown), n.has(hasCode) && !n.has(isWish) && n.says() > 0:
		return sureName
	case h.need == needSolo && n.has(hasFormal) && n.words() == 0 && h.kind != "zone":
		return noName // 云川省实验室
	case n.has(isWish) && h.kind == "centre" && n.subjects == 0 && !n.has(isQuoted):
		return mayBe // 打造临江区域创新中心
	case h.need == needPlace || h.need == needSolo:
		return sureName
	case h.need == needWord, h.kind == "zone" && n.has(hasState) && !n.has(isWish):
		return sure(n.words() > 0)
	case h.kind == "system" && n.has(hasSlogan) && n.has(hasFormal):
		return sureName // 云川省“互联网+监管”平台
	case n.subjects > 0 && n.stop == atAim && !n.has(isQuoted) && h.kind == "zone":
		return mayBe // 打造临江智能制造城
	case n.subjects > 0:
		return sureName
	case h.kind == "alliance" || h.kind == "fund":
		return sure(n.common > 0 || h.kind == "alliance" && n.begins[0] > 0) // 深圳市|临江|商会
	case h.class && (h.kind == "system" && n.has(hasFormal) && n.common > 1 || h.kind == "incubator" && n.ordinary > 0) && !n.has(isWish):
		return sureName // 临江市城市运行管理服务平台, 临江星火众创空间
	case n.common > 1 && (n.has(hasFormal) || n.ordinary > 0 && h.kind != "system") && !h.class && !n.has(isWish):
		return sureName // 望海区通航保障基地
	case n.common > 0 && !h.class:
		return mayBe
	}
	return noName
}

// judgeUnknown judges a name with characters that no table knows: 睿珀智能科技产业园.
func (n *name) judgeUnknown() verdict {
	switch {
	case n.head.need <= needSolo && !n.head.class:
		return sureName
	case n.head.class && n.subjects == 0:
		return sure(n.has(hasLong) && n.head.kind == "incubator" && !n.has(isWish)) // 启迪之星|孵化器
	case n.subjects > 0 && n.words() > 1 && !n.has(isWish), n.says() > 0 && (n.stop < atCut || n.stop == atCut && n.has(hasLong|isUsed) && !n.has(isWish) && n.head.kind != "system") && !strings.HasSuffix(n.head.word, "平台"):
		return sureName
	case n.head.class:
		return noName
	}
	return mayBe
}

// judgeSubject judges a name that says only what it is for: 影视文化研究院.
func (n *name) judgeSubject() verdict {
	h := n.head
	switch {
	case n.has(hasState):
		return sure((n.subjects > 0 && (!h.class || h.kind == "system") || n.subjects > 1 || !h.class && (n.ordinary > 0 && !n.has(hasGrade) || h.kind == "fund" && n.words() > 0)) && (h.kind != "zone" || strings.HasSuffix(h.word, "试验区") || strings.HasSuffix(h.word, "试验场")))
	case n.has(hasGrade):
		return n.judgeGraded()
	case n.has(hasCode) && (n.words() > 0 && !n.has(isWish) || h.need <= needSolo || h.kind == "alliance" || h.kind == "lab" && !h.class):
		return sureName
	case n.subjects > 0 && h.need == needSolo && !n.has(isWish):
		return sureName
	case n.subjects > 1 && n.says() > 2 && !h.class && !n.has(isWish) && n.stop != atCut && (h.word == "中心" || h.need == needOwn && strings.HasSuffix(h.word, "中心")):
		return sureName
	case h.kind == "zone" && h.need == needSolo && n.ordinary > 0 && n.stop <= atCut && !n.has(isWish):
		return sureName // 中原科技城
	case n.subjects > 0 && !h.class, n.common > 1 && !h.class, h.need <= needSolo && n.words() > 0, n.common > 0 && h.kind == "fund":
		return mayBe
	}
	return noName
}

// judgeGraded judges 市科创引导基金, of which a city has one, and 省级孵化器, of which
// a province has many.
func (n *name) judgeGraded() verdict {
	h := n.head
	switch {
	case h.kind == "system" && n.subjects > 0 && n.words() > 2 && !n.has(isWish), h.kind == "market" && n.has(hasNation) && n.words() > 0:
		return sureName
	case n.has(hasNation) && (n.subjects > 0 && n.says() > 2 || n.says() > 4) && n.stop != atAim && (h.kind == "system" || strings.HasSuffix(h.word, "中心")):
		return sure(!h.class) // 全国水果质量标准中心, of which there is one
	case h.class || n.has(hasNation):
		return noName
	case h.kind == "alliance" || h.kind == "fund":
		return sure(n.words() > 0 && (h.kind == "fund" || n.has(hasScope))) // 省信息化促进会, but not 市级农民协会
	case h.kind == "system":
		return sure(n.subjects > 0 && n.says() > 1 && !n.has(isWish))
	case h.kind == "institute":
		return sure(n.has(hasScope) && n.says() > 0) // 省工业技术研究院
	case h.kind == "centre":
		return sure(n.has(hasScope) && n.subjects > 0 && n.says() > 1)
	}
	return noName
}
