package extract

import (
	"slices"
	"strconv"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// items splits [a, b) into n things joined by 、 and 和; the head of the last
// belongs to all: 科技、农林水、城乡社区支出.
func (p *passage) items(a, b, n int) []subject {
	a = p.listStart(a, b)
	parts := p.splitList(a, b, false)
	if len(parts) != n {
		parts = p.splitList(a, b, true)
	}
	if len(parts) != n {
		parts = p.splitLast(a, b)
	}
	if len(parts) == 1 {
		return p.merged(a, b, n)
	}
	if len(parts) != n {
		return nil
	}
	if head, tail := p.placed(parts[0], parts[n-1]); tail > 0 && (n == 2 || parts[1].Len() == len("二")) {
		out := make([]subject, n)
		for i, w := range parts {
			out[i] = p.ofSize(parts[0], head, parts[n-1], tail, w) // 失业保险金|一|、二、三|类地区标准
		}
		return out
	}
	if head := p.classNoun(parts[n-1], n); head.Len() > 0 {
		return p.withClass(parts, head)
	}
	return p.withHead(parts)
}

// classNoun finds what sums a list up in its last item: 食品四大重点产业工业增加值
// holds the class from 四大 on.
func (p *passage) classNoun(last policy.Span, n int) policy.Span {
	s := p.s[last.Start:last.End]
	digits := [...]string{"", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"}
	if n >= len(digits) {
		return policy.Span{}
	}
	for _, d := range [...]string{digits[n], strconv.Itoa(n), "等"} {
		i := strings.Index(s, d)
		if i > 0 && d != "" && (d == "等" && rankedSame.suffix(s[:i+len(d)]) == 0 || p.afterAny(last.Start+i+len(d), "大", "个", "类", "项", "种", "家") != "") {
			return policy.Span{Start: last.Start + i, End: last.End}
		}
	}
	return policy.Span{}
}

// rankedSame end in 等, which sums nothing up in them: 普通高中、中等职业学校.
var rankedSame = newLexicon([]string{"中等", "高等", "初等", "同等", "平等", "优等", "均等"})

// withClass gives every item of a list the head at the end of its class noun.
func (p *passage) withClass(parts []policy.Span, class policy.Span) []subject {
	parts[len(parts)-1].End = class.Start
	n := heads.suffix(p.s[class.Start:class.End])
	if i := lastIndex(p.s[class.Start:class.End], "的"); n == 0 && i > 0 {
		n = class.Len() - i - len("的") // 科技、教育等领域的|投入
	}
	head := policy.Span{Start: class.End - n, End: class.End}
	places := p.afterAny(class.Start, "等区域", "等地区", "等城市", "等县", "等市", "等地") != ""
	out := make([]subject, len(parts))
	for i, w := range parts {
		s := p.subjectAt(p.trimLeft(w.Start, w.End), w.End)
		if out[i] = s.then(p.subjectAt(head.Start, head.End)); places || s.words == "" {
			out[i] = p.ofClass(class)
		}
	}
	return out
}

// ofClass is what a class noun says of the places before it: 等区域|细颗粒物浓度.
func (p *passage) ofClass(class policy.Span) subject {
	a := class.Start
	for _, w := range [...]string{"区域", "地区", "城市", "县区", "省份", "地", "市", "省", "县"} {
		if i := strings.Index(p.s[a:class.End], w); i >= 0 && i <= 9 {
			a += i + len(w)
			break
		}
	}
	return p.subjectAt(p.trimLeft(a, class.End), class.End)
}

// mergedWords are two words that say what they share once: 存贷款.
var mergedWords = phrases["merged"]

// called are the things that go by the words one by one, with head before and tail behind them, read at at.
func called(head, tail string, at []policy.Span, words ...string) (out []subject) {
	for _, w := range words {
		out = append(out, subject{head + w + tail, at})
	}
	return out
}

// merged are the things that [a, b) names by a word for all of them: 三次产业增加值, 城乡居民人均可支配收入, 各项|存贷款|余额. nil where it has
// no such word for n.
func (p *passage) merged(a, b, n int) []subject {
	const char = len("字")
	if i := strings.Index(p.s[a:b], "三次产业"); n == 3 && i >= 0 {
		at := p.subjectAt(a+i, b)
		return called("", strings.TrimPrefix(at.words[len("三次产业"):], "的"), at.spans, "第一产业", "第二产业", "第三产业")
	}
	if n != 2 {
		return nil
	}
	if p.after(a, "城乡") {
		at := p.subjectAt(a, b)
		return called("", at.words[len("城乡"):], at.spans, "城镇", "农村")
	}
	if i, n := mergedWords.lastIn(p.s[a:b]); n > 0 {
		i += a
		at := p.subjectAt(p.trimLeft(a, i), b)
		return called(p.s[p.trimLeft(a, i):i], p.s[i+2*char:b], at.spans, p.s[i:i+char], p.s[i+char:i+2*char])
	}
	return nil
}

// splitList cuts [a, b) at 、 and, if all is set, at 和 及 与 too.
func (p *passage) splitList(a, b int, all bool) []policy.Span {
	var out []policy.Span
	depth, start := 0, a
	for i := a; i < b; {
		n := runeLen(p.s[i])
		switch w := p.s[i:min(i+n, b)]; w {
		case "（", "“", "《":
			depth++
		case "）", "”", "》":
			depth--
			if w == "”" && depth == 0 && p.after(i+n, "“") { // “甲中心”“乙中心”
				out, start = append(out, policy.Span{Start: start, End: i + n}), i+n
			}
		case "、", "和", "及", "与":
			if depth == 0 && (w == "、" || all && i > start) {
				out, start = append(out, policy.Span{Start: start, End: i}), i+n
			}
		}
		i += n
	}
	return append(out, policy.Span{Start: start, End: b})
}

// splitLast cuts [a, b) at 、, and its last item at the last 和 or 及: 建筑及装潢材料、饮料和书报类.
func (p *passage) splitLast(a, b int) []policy.Span {
	out := p.splitList(a, b, false)
	last := &out[len(out)-1]
	for _, w := range [...]string{"和", "及", "与"} {
		if i := lastIndex(p.s[last.Start:last.End], w); i > 0 && !splitsWord(p.s[last.Start:last.End], i) {
			end := last.End
			last.End = last.Start + i
			return append(out, policy.Span{Start: last.End + len(w), End: end})
		}
	}
	return out
}

// withHead gives every item the head of the last, and takes places off: 东部、中部
// 和西部地区生产总值 are three places and one indicator.
func (p *passage) withHead(parts []policy.Span) []subject {
	last, out := parts[len(parts)-1], make([]subject, len(parts))
	lastWords, first := p.s[last.Start:last.End], p.s[parts[0].Start:parts[0].End]
	if n := placeLen(lastWords); n > 0 && n < len(lastWords) && (placeLen(first) > 0 || oneOf(first, quarters)) {
		for i := range out {
			out[i] = p.subjectAt(last.Start+n, last.End)
		}
		return out
	}
	p.giveHead(parts, out)
	return out
}

// giveHead reads into out what the parts of a list name, each with that head or with what the first has before it for all.
func (p *passage) giveHead(parts []policy.Span, out []subject) {
	last := parts[len(parts)-1]
	lastWords, first := p.s[last.Start:last.End], p.s[parts[0].Start:parts[0].End]
	headLen, shared := p.sharedHead(parts)
	for i, w := range parts {
		a := p.trimLeft(w.Start, w.End)
		if i == 0 {
			a = p.afterVerb(a, w.End)
		}
		s := p.subjectAt(a, p.trimTail(a, w.End))
		if countsOn(first, lastWords) {
			s.words = "第" + strings.Replace(strings.TrimPrefix(s.words, "第"), "三次", "三", 1)
		}
		if i < len(parts)-1 && headLen > 0 && headLen < len(lastWords) && (shared || max(heads.suffix(strings.TrimSuffix(s.words, "）")), standards.suffix(s.words)) == 0) {
			s = p.withTail(s, policy.Span{Start: last.End - headLen, End: last.End})
		}
		if i > 0 {
			s = p.behindFirst(s, parts[0], len(parts) == 2 && families.prefix(lastWords[:len(lastWords)-headLen]) == len(lastWords)-headLen)
		}
		if head, rest, ok := strings.Cut(s.words, "分别"); ok {
			s.words = head + rest[lights.prefix(rest):] // 工业、农业分别|实现|增加值
		}
		out[i] = s
	}
}

// sharedHead is how much of the end of the last of parts belongs to those before it too, and whether to every one of them,
// also to one that might be whole: 投资、出口|对增长的贡献率.
func (p *passage) sharedHead(parts []policy.Span) (n int, every bool) {
	if n = p.sharedNoun(parts); n > 0 || p.wholeAmong(parts) {
		return n, n > 0
	}
	last := parts[len(parts)-1]
	first, words := p.s[parts[0].Start:parts[0].End], p.s[last.Start:last.End]
	n = sharedTail(first, words)
	return n, n > 3 && sharedEnd(first, words) == len(words)-n
}

// withTail is s with the tail that the last of its list has, said once: 六大优势产业、高技术|产业|增加值.
func (p *passage) withTail(s subject, tail policy.Span) subject {
	if n := sharedNouns.prefix(p.s[tail.Start:tail.End]); strings.HasSuffix(s.words, p.s[tail.Start:tail.Start+n]) {
		tail.Start += n
	}
	return s.as(s.words+p.s[tail.Start:tail.End], tail)
}

// behindFirst is s, a further item of a list, with what the first has before it for both: 人均食品、|居住|支出; the whole of it
// where s is another of its family: 声环境昼间、夜间|达标率.
func (p *passage) behindFirst(s subject, first policy.Span, family bool) subject {
	words := p.s[first.Start:first.End]
	a, b := p.trimLeft(first.Start, first.End), first.Start
	if n := families.suffix(words); family && n > 0 && n < len(words) {
		b = first.End - n
	} else if j := strings.Index(words, "人均"); j >= 0 && endsIn(s.words, "收入", "支出") && !strings.Contains(s.words, "均") {
		a, b = min(a, first.Start+j), first.Start+j+len("人均")
	}
	return p.subjectAt(a, b).then(s)
}

// quarters stand for parts of the country where 部 is said once: 中、西部地区.
var quarters = []string{"东", "中", "西", "南", "北"}

// sharedNoun is how much of the end of the last part begins with a noun that sums up a kind and
// belongs to the parts before it too, which are as long as what stands before it: 养老、失业、医疗|保险参保
// 人数, but not 教育、卫生、社会|保障支出. 0 where there is none.
func (p *passage) sharedNoun(parts []policy.Span) int {
	last := parts[len(parts)-1]
	if s := p.s[last.Start:last.End]; endsIn(s, "比重", "比例", "占比") && heads.suffix(p.s[:parts[0].End]) > 0 && !strings.Contains(p.s[parts[0].Start:parts[0].End], "比") {
		if i := lastIndex(s, "占"); i > 0 {
			return len(s) - i // 服务业增加值、工业增加值|占生产总值比重
		}
	}
	for _, w := range parts[:len(parts)-1] {
		k := last.Start + w.Len()
		if w == parts[0] && len(parts) == 2 && w.Len() > len("城镇") {
			k = last.Start + len("城镇") // 参加|工伤、生育|保险人数
		}
		if k >= last.End || sharedNouns.prefix(p.s[k:last.End]) == 0 {
			continue
		}
		if normalize.CommonWord(p.s[last.Start:k]) || heads.suffix(p.s[w.Start:w.End]) == 0 && !splitsWord(p.s[last.Start:last.End], k-last.Start) {
			return last.End - k
		}
	}
	return 0
}

var sharedNouns = phrases["shared"]

// wholeAmong says whether a part between the first and the last needs nothing of the last: 人均预期寿命、孕产妇死
// 亡率、婴儿死亡率.
func (p *passage) wholeAmong(parts []policy.Span) bool {
	return len(parts) > 2 && slices.ContainsFunc(parts[1:len(parts)-1], func(w policy.Span) bool {
		n := heads.suffix(p.s[w.Start:w.End])
		return n > 0 && n < w.Len()
	})
}

// sharedTail is how much of the end of last belongs to the items before it too: its
// head (科技、教育支出), with all that follows a grade or 第N where the others are no
// more than that (国家级、省级孵化器; 第一、第二产业贡献率).
func sharedTail(first, last string) int {
	if n := serialTail(first, last); n >= 0 {
		return n
	}
	core := last
	if strings.HasSuffix(core, "）") {
		core = core[:max(0, lastIndex(core, "（"))]
	}
	n := max(heads.suffix(core), benefits.suffix(core))
	if stem, ok := strings.CutSuffix(core, "标准"); ok && benefits.suffix(stem) > 0 {
		return benefits.suffix(stem) + len(last) - len(stem) // 烈属、病故军人遗属|抚恤金标准
	}
	if k := len(first); n == 0 && k > 3 && k < len(core) && core[k-3:k] == first[k-3:] && !splitsWord(core, k) {
		return len(last) - k // 半护理、全护理|人员护理标准
	}
	if i := lastIndex(core, "占"); i > 0 {
		n = len(core) - i + heads.suffix(core[:i]) // 文化产业、旅游产业|增加值占生产总值比重
	}
	if n == 0 || n == len(core) {
		return 0
	}
	return widerHead(first, last, core, n)
}

// serialTail is sharedTail where first and last are of a series, -1 where they are not.
func serialTail(first, last string) int {
	if grades.prefix(first) == len(first) && grades.prefix(last) > 0 {
		return len(last) - grades.prefix(last)
	}
	if n := seriesLen(first, last); n > 0 {
		return len(last) - n
	}
	if n := len(first) - 3; n >= 0 && len(last) >= 6 && normalize.CommonWord(first[n:]+last[3:6]) && normalize.CommonWord(last[:6]) && (n < 3 || !normalize.CommonWord(first[n-3:])) {
		return len(last) - 3 // 金融机构存、贷|款余额, 金、银、铜|牌
	}
	if len(first) == 3 && normalize.HanDigit(first) > 0 && len(last) > 9 && startsIn(last[3:], "级", "类", "档", "等") {
		return len(last) - 3 // 一、二、三|级医院起付线
	}
	if n := ageLen(last); n > 0 && ageLen(first) == len(first) {
		return len(last) - n // 0-14岁、60岁及以上|人口
	}
	if countsOn(first, last) {
		return len(last) - strings.Index(last, "产") // 第二、三产业投资
	}
	return -1
}

// widerHead is how much of the end of last belongs to first too, n bytes of core, which it begins with, being a head at least.
func widerHead(first, last, core string, n int) int {
	if m := heads.suffix(core[:len(core)-n]); m > 3 && len(core)-n-m >= 6 {
		n += m // 工业、服务业|增加值增速
	}
	if k := sharedEnd(first, core); n == 3 && k > 0 {
		n = len(core) - k // 普通国道、省道|优良路率
	} else if n == 3 && len(first) < len(core)-3 && !splitsWord(core, len(first)) {
		n = len(core) - len(first) // 小学、初中|毕业生升学率
	}
	n += len(last) - len(core)
	if stem := last[:len(last)-n]; strings.HasSuffix(stem, "总") && !splitsWord(last, len(stem)-len("总")) {
		n += len("总") // 昼间、夜间|总达标率
	}
	if stem, ok := strings.CutSuffix(last[:len(last)-n], "业"); ok && !strings.HasSuffix(first, "业") && len(stem) <= max(len(first), len("重工")) {
		n = len(last) - len(stem) // 农、林、渔|业总产值, not 境外、境内重点展会的创业|企业
		if len(first) == len("轻") && len(stem) == len("轻工") {
			n += len("工") // 轻、重|工业增加值
		}
	}
	return n
}

// sharedEnd is where in core its first part ends as first does, 0 where it does nowhere:
// 省道|优良路率 after 普通国道.
func sharedEnd(first, core string) int {
	if len(first) < 6 || len(core) < 9 {
		return 0
	}
	i := strings.Index(core[3:len(core)-3], first[len(first)-3:])
	if i < 0 || i%3 != 0 || i+6 > len(first) || splitsWord(core, i+6) {
		return 0
	}
	return i + 6
}

// agesOf is whose ages are listed, figure k being one of them: 0-14岁、15-59岁、60岁及以上|人口.
func (p *passage) agesOf(k int) subject {
	for p.nextAge(k) {
		k++
	}
	at := p.marks[k].end
	at += p.boundAfterLen(at)
	n := people.prefix(p.s[at:])
	if w := p.afterAny(at, "户籍人口", "常住人口"); w != "" {
		n = len(w)
	}
	s := p.subjectAt(at, at+n)
	if s.words != "" {
		s.words += "年龄"
	}
	return s
}

// ageLeads stand before an age that bounds another.
var ageLeads = newLexicon([]string{"年满", "已满", "满", "不满", "不足", "未满"})

var ageBounds = newLexicon([]string{"及以上", "以上", "及以下", "以下"})

// ageLen is the length of the ages that s begins with: 0-14岁, 60岁及以上. 0 if it does not begin so.
func ageLen(s string) int {
	led := ageLeads.prefix(s)
	i := strings.Index(upTo(s, 30), "岁")
	if i <= led || strings.Trim(s[led:i], "0123456789-—～周至") != "" {
		return 0
	}
	i += len("岁")
	i += bracketLen(s[i:])
	if n := ageLen(s[i:]); n > 0 {
		i += n // 年满80周岁|不足90周岁
	}
	if led > 0 && strings.HasPrefix(s[i:], "的") {
		i += len("的")
	}
	return i + ageBounds.prefix(s[i:])
}

// clauseItems shares a list out to the things named in an earlier clause: 甲、乙势头强劲，增速分别达
// 27.5%、25.3%; A和B在2022年的基础上翻番，分别超过. Where 分别 opens a sentence the clause may be the last of
// the one before: 甲和乙翻一番。分别由.
func (p *passage) clauseItems(k, n, i int) (subject, bool) {
	cl := p.marks[k].fig.clause
	from, to := p.prefix(k)
	from, to = p.trim(from, to, p.marks[k].fig)
	sentence := p.clauses[cl].sentence - btoi(p.after(p.clauses[cl].start, "分别"))
	for c := cl - 1; c >= max(0, cl-2) && p.clauses[c].sentence >= sentence; c-- {
		head, a := p.clauses[c].start, p.clauses[c].start
		b := min(p.clauses[c].end, p.firstFigure(a))
		if i, n := enumerating.lastIn(p.s[a:b]); n > 0 {
			head, a = a+i, a+i+n // 平均工资由高到低|依次是|东部、西部
		}
		parts := p.splitList(a, b, false)
		if len(parts) != n && from >= to { // but A和B势头强劲，消费增速分别达: of both
			parts = p.splitList(a, b, true)
		}
		if len(parts) != n {
			continue
		}
		last := &parts[n-1]
		last.End = p.trimTail(last.Start, p.nounUntil(last.Start, last.End))
		if isPartner(p.s[last.Start:last.End]) && p.tradedBehind(cl) {
			return p.subjectAt(parts[i].Start, parts[i].End), true // 东盟、欧盟、美国为主要贸易伙伴，分别|进出口
		}
		if from, to := p.trim(p.clauses[c].start, head, p.marks[k].fig); to-from >= 6 && p.onlyPlace(last.Start, last.End) {
			return p.subjectAt(from, to), true
		}
		return p.withHead(parts)[i], true
	}
	return subject{}, false
}

// enumerating leads to those that something is told of one by one.
var enumerating = newLexicon([]string{"依次是", "依次为", "分别是"})

// nounUntil is where the noun phrase that begins at a ends, before b.
func (p *passage) nounUntil(a, b int) int {
	for i := a; i < b; i += runeLen(p.s[i]) {
		if i > a && p.afterAny(i, "及", "和") == "" && (p.nounStops(i, a, b) || p.afterAny(i, "发展", "势头", "各") != "") {
			return i
		}
	}
	return b
}

// borne is the part of who in the ratio act, empty where none is told: 所需资金由|市|、县、乡按5:3:2的比例|分担.
func borne(who subject, act string) subject {
	if _, by, ok := strings.Cut(who.words, "由"); ok && act != "" {
		who.words = by
	}
	return who.as(who.words + act)
}

// sharing is the ratio that something is paid or borne in, told behind the ratio that begins at byte i: 按4:3:3的比例|分三年|拨付 →
// 拨付比例.
func (p *passage) sharing(i int) string {
	if p.beforeAny(i, "按", "按照") == "" {
		return ""
	}
	for i < len(p.s) && (p.s[i]-'0' < 10 || p.s[i] == '.' || p.colonAt(i)) {
		i += runeLen(p.s[i])
	}
	i += len(p.afterAny(i, "的比例", "比例"))
	if c := p.clauses[p.clauseAt(i)].end; p.after(i, "分") && paying.prefix(p.s[i:c]) == 0 {
		i += max(0, strings.Index(p.s[i:c], "年")) + len("年")
	}
	if n := paying.prefix(p.s[min(i, len(p.s)):]); n > 0 {
		return p.s[i:i+n] + "比例"
	}
	return ""
}

// sharesIn is how many numbers the ratio has that begins at mark first.
func (p *passage) sharesIn(first int) int {
	n := 1
	for f := p.figureAt(first + n); f != nil && f.group == p.marks[first].fig.group; f = p.figureAt(first + n) {
		n++
	}
	return n
}

// industry is the subject of the i-th number of a ratio: that of an industry, where no other three are named, nor money that is
// shared out.
func (p *passage) industry(i, first int) subject {
	a, b := p.prefix(first)
	b = p.trimTail(a, b)
	act, n := "", p.sharesIn(first)
	if !containsAny(p.s[a:b], "产业", "三产") {
		act = p.sharing(p.marks[first].start)
		if items := p.items(a, b, n); items != nil && i >= 0 && i < n {
			return borne(items[i], act) // 研究生、本科、专科招生比例
		}
		from := p.clauses[p.clauseAt(b)].start
		if i, n := funds.lastIn(p.s[from:b]); n > 0 {
			return p.subjectAt(p.trimLeft(from, b), from+i+n) // 奖励资金分两年按5:3:2的比例拨付
		}
		switch {
		case act != "":
			return subject{words: act}
		case n == 2:
			return p.subjectAt(p.trimLeft(a, b), b) // 水灰配合比为30:70
		}
	}
	names := [...]string{"第一产业", "第二产业", "第三产业"}
	a = p.trimLeft(a, b)
	of := max(0, strings.Index(upTo(p.s[a:b], 18), "三次产业"))
	if p.s[a:a+of] == "一二" || p.s[a:a+of] == "一、二、" {
		of = 0 // 一二三次产业结构
	}
	return subject{p.s[a:a+of] + names[min(max(i, 0), 2)] + "比重", []policy.Span{{Start: a, End: b}}} // 海洋|三次产业结构
}
