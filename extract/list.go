package extract

import (
	"strconv"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// joiners stand between the numbers of a list: 20%、15%和10%.
var joiners = []string{"、", "和", "及", "与", "以及", "，"}

// group joins figures that stand side by side into lists, and lets the members
// share what is said once: the change word and bound before the first, the unit
// behind the last.
func (p *passage) group() {
	p.moneyMeant()
	for k := 0; k < len(p.marks); k++ {
		n := p.listLen(k)
		if n < 2 {
			if f := p.marks[k].fig; f != nil {
				f.group = -1 // a ratio that lost its other numbers
			}
			continue
		}
		p.share(k, n)
		k += n - 1
	}
}

// listLen is how many figures from mark k on stand side by side.
func (p *passage) listLen(k int) int {
	n := 0
	rank := p.marks[k].fig != nil && p.marks[k].fig.Measure == policy.Rank
	for i := k; i < len(p.marks) && p.marks[i].fig != nil && (p.marks[i].fig.Measure == policy.Rank) == rank; i++ {
		if i > k && !p.adjoins(i-1, i) {
			break
		}
		n++
	}
	return n
}

// adjoins says whether only a joiner stands between marks i and j.
func (p *passage) adjoins(i, j int) bool {
	from := p.marks[i].end
	if w, _ := p.boundAfter(from); w != "" {
		from += len(w)
	}
	from += len(p.afterAny(from, "（含）", "（不含）"))
	to := p.marks[j].start
	if from > to {
		return false
	}
	gap := p.s[from:to]
	if strings.HasPrefix(gap, "：") || gap == ":" || gap == "∶" {
		return p.marks[i].fig.Rule == "ratio of three"
	}
	for _, w := range joiners {
		if !normalize.Begins(gap, w) {
			continue
		}
		rest := gap[len(w):]
		if rest == "" {
			switch count := p.marks[i].fig.kind == normalize.CountUnit; {
			case count && p.sizeOf(j):
				return false // 企业5个、30亿元企业10个
			case !count && p.marks[j].fig.kind == normalize.CountUnit && p.countsBehind(j):
				return false // 3条干渠总长18公里、2条支渠总长4公里
			}
			return w != "，" || p.marks[i].fig.Unit == p.marks[j].fig.Unit && !p.countsBehind(j)
		}
		if w != "，" && changeLexicon.prefix(rest) == len(rest) && p.marks[i].fig.Unit == p.marks[j].fig.Unit {
			return true // 分别增长1.2%、0.7%和下降3.4%
		}
	}
	return false
}

// sizeOf says whether figure j is a sum that tells how large the things behind it are: 30亿元企业.
func (p *passage) sizeOf(j int) bool {
	if p.marks[j].fig.kind != normalize.CurrencyUnit {
		return false
	}
	at := p.marks[j].end
	at += p.boundAfterLen(at)
	return p.nounEnd(at, j)-at >= 6
}

// countsBehind says whether a noun follows upon figure j, which is no further number of
// what stands before: 攻关项目400余项，50多项成果落地.
func (p *passage) countsBehind(j int) bool {
	at := p.marks[j].end
	return p.countUnit(p.marks[j].fig) && at < len(p.s) && p.boundAfterLen(at) == 0 && p.nounEnd(at, j)-at >= 6
}

// share gives the members of the list of n figures from mark k what they have in
// common.
func (p *passage) share(k, n int) {
	first := p.marks[k].fig
	last := p.marks[k+n-1].fig
	for i := k; i < k+n; i++ {
		f := p.marks[i].fig
		f.group = k
		if last.Unit == "百分点" && (f.Unit == "个" || f.Unit == "") || f.Unit == "" && last.Unit != "" && last.Scale == f.Scale {
			f.Unit, f.kind = last.Unit, last.kind
		}
		if i == k {
			continue
		}
		if prev := p.marks[i-1].fig; prev.Measure != policy.Level && (f.Measure == policy.Level || f.Measure == policy.Multiple && prev.Measure == policy.Change) {
			f.Measure, f.Direction, f.verb = prev.Measure, prev.Direction, prev.verb
			if prev.Measure == policy.Change && strings.HasPrefix(f.Value, "-") != strings.HasPrefix(prev.Value, "-") {
				f.Direction = opposite(prev.Direction) // 增速分别为-9.4%、23.0%
			}
		}
		if i == k+n-1 {
			p.shareBound(k, n)
		}
		if f.Comparator == policy.Equal && f.ValueHigh == "" && first.Comparator != policy.Equal && len(first.bound) > 0 && first.bound[0].End <= first.num.Start && first.Comparator != policy.OverBit {
			f.Comparator, f.bound = first.Comparator, first.bound
		}
	}
}

// shareBound gives the bound behind the last of n figures from mark k on to those before it:
// 200万件、100万件、50万件|以上.
func (p *passage) shareBound(k, n int) {
	last := p.marks[k+n-1].fig
	if last.Comparator != policy.AtLeast && last.Comparator != policy.AtMost || last.Measure != policy.Level || len(last.bound) == 0 || last.bound[0].Start < last.num.End {
		return
	}
	for i := k; i < k+n-1; i++ {
		if f := p.marks[i].fig; f.Comparator == policy.Equal && f.ValueHigh == "" && f.Unit == last.Unit && p.afterAny(p.marks[i].end, "、", "（含）、") != "" {
			f.Comparator, f.bound = last.Comparator, last.bound
		}
	}
}

// distributed reads the subject of a member of a list from the list of things the
// numbers are shared out to: A、B和C分别增长1%、2%和3%.
func (p *passage) distributed(k int, known []subject) (subject, bool) {
	f := p.marks[k].fig
	if f.group < 0 {
		return p.evenly(k, known)
	}
	if isAge(f) {
		if s := p.agesOf(k); s.words != "" {
			return s, true
		}
	}
	first := f.group
	if f.Rule == "ratio of three" {
		return p.industry(k-first, first), true
	}
	n := p.listLen(first)
	a, b := p.prefix(first)
	lead := p.marks[first].fig
	cut := p.trimRight(a, b, lead)
	if items := p.items(a, cut, n); items != nil {
		if !p.placesOnly(items) {
			return items[k-first], true
		}
		if k == first {
			s := p.inherited(k, known)
			return s, s.words != ""
		}
		return known[first], true
	}
	if before := p.follows(first, n); before >= 0 {
		return p.sharedOut(k, first, known[before+k-first]), true
	}
	if k == first && !strings.Contains(p.s[a:b], "分别") {
		return subject{}, false
	}
	if strings.Contains(p.s[a:b], "分别") {
		if p.namesAnew(a, cut, lead) {
			return p.subjectAt(p.trim(a, cut, lead)), true
		}
		if i := p.nthBefore(first, n, k-first, known); i >= 0 {
			return p.sharedOut(k, first, known[i]), true
		}
		if s, ok := p.clauseItems(first, n, k-first); ok {
			return p.withBenefit(s, a, cut, lead), true
		}
	}
	if k == first {
		return subject{}, false
	}
	return known[first], true
}

// placesOnly says whether the things that numbers are shared out to are places, which leave
// out what is measured: 青禾县和松山区分别偏多27.9%和19.2%.
func (p *passage) placesOnly(items []subject) bool {
	for i := range items {
		if w := items[i].spans; len(w) > 1 || len(w) == 1 && !p.onlyPlace(w[0].Start, w[0].End) {
			return false
		}
	}
	return true
}

// namesAnew says whether [a, b), which leads to a list of sums, names a standard of its own,
// which no list before it has to do with: 小时最低工资标准|分别为13元、12元.
func (p *passage) namesAnew(a, b int, lead *draft) bool {
	return lead.Measure == policy.Level && p.before(b, "标准") && b-a > len("最低工资标准") && !strings.Contains(p.s[a:b], "、")
}

// withBenefit adds to who is given a list of sums what is given, or what the sums are: 博士、硕士，分别
// 发放|生活补贴|3000元、2000元; 新材料、新能源项目各1个，分别投资8亿元、10亿元. It stands at the end of [a, b).
func (p *passage) withBenefit(who subject, a, b int, lead *draft) subject {
	if lead.kind != normalize.CurrencyUnit {
		return who
	}
	if i := lastIndex(p.s[a:b], "发放"); i >= 0 {
		a += i + len("发放")
	}
	if a, b = p.trim(a, b, lead); b-a > 24 || benefits.suffix(p.s[a:b]) == 0 && (a == b || heads.suffix(p.s[a:b]) != b-a) {
		return who
	}
	who.words += p.s[a:b]
	who.spans = append(who.spans, policy.Span{Start: a, End: b})
	return who
}

// items splits [a, b) into n things joined by 、 and 和; the head of the last
// belongs to all: 科技、农林水、城乡社区支出.
func (p *passage) items(a, b, n int) []subject {
	a = p.listStart(a, b)
	parts := p.splitList(a, b, false)
	if len(parts) != n {
		parts = p.splitList(a, b, true)
	}
	if len(parts) == 1 && n == 3 {
		if i := strings.Index(p.s[a:b], "三次产业"); i >= 0 {
			return p.threeIndustries(a+i+len("三次产业"), b)
		}
	}
	if len(parts) == 1 && n == 2 && p.after(a, "城乡") {
		return p.townAndCountry(a, b)
	}
	if len(parts) != n {
		return nil
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
		if i > 0 && d != "" && (d == "等" || p.afterAny(last.Start+i+len(d), "大", "个", "类", "项", "种", "家") != "") {
			return policy.Span{Start: last.Start + i, End: last.End}
		}
	}
	return policy.Span{}
}

// withClass gives every item of a list the head at the end of its class noun.
func (p *passage) withClass(parts []policy.Span, class policy.Span) []subject {
	parts[len(parts)-1].End = class.Start
	n := heads.suffix(p.s[class.Start:class.End])
	head := policy.Span{Start: class.End - n, End: class.End}
	places := p.afterAny(class.Start, "等区域", "等地区", "等城市", "等县", "等市", "等地") != ""
	var out []subject
	for _, w := range parts {
		a := p.trimLeft(w.Start, w.End)
		s := p.subjectAt(a, w.End)
		if places || s.words == "" {
			out = append(out, p.ofClass(class))
			continue
		}
		if n > 0 {
			s.words += p.s[head.Start:head.End]
			s.spans = append(s.spans, head)
		}
		out = append(out, s)
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

// listStart trims what leads a list, but not a place that is its first item.
func (p *passage) listStart(a, b int) int {
	for a < b {
		if n := placeLen(p.s[a:b]); n > 0 && p.afterAny(a+n, "、", "和") != "" {
			return a
		}
		n := p.leadLen(a, b)
		if n == 0 {
			return a
		}
		a += n
	}
	return a
}

// follows is the first figure of the list of n right before the list from mark first on,
// where that tells of the same things; -1 where it does not: 分别为34178元、14686元，增长7.8%和
// 13.4%; 由3.1万元、1.4万元提高到2020年的3.3万元、1.5万元.
func (p *passage) follows(first, n int) int {
	last := p.figureBefore(first)
	if last < 0 {
		return -1
	}
	f := p.marks[last].fig
	if f.group < 0 || f.group+n-1 != last || p.clauses[f.clause].sentence != p.clauses[p.marks[first].fig.clause].sentence {
		return -1
	}
	end := p.marks[last].end
	_, share := p.shareAfter(end, first)
	reached := p.marks[first].fig.Measure == policy.Change || pairWords.prefix(p.s[end:]) > 0
	if share || reached && p.nothingBetween(end, first) || p.heldOf(first) >= 0 { // 比2010年的12万吨、1.1万吨分别减少
		return f.group
	}
	return -1
}

// figureBefore is the last figure before mark k, -1 if there is none.
func (p *passage) figureBefore(k int) int {
	for k--; k >= 0 && p.marks[k].fig == nil; k-- {
	}
	return k
}

// shareAfter finds the whole of the shares that the list from mark first on tells of, from
// byte from on: ，占规模以上工业增加值比重分别为12.1%和32.6%.
func (p *passage) shareAfter(from, first int) (whole policy.Span, ok bool) {
	from += len(p.afterAny(from, "，", "；"))
	from += len(p.afterAny(from, "分别"))
	f := p.marks[first].fig
	if !p.after(from, "占") || f.Unit != "%" && f.Unit != "百分点" {
		return policy.Span{}, false
	}
	return policy.Span{Start: from, End: p.trimShare(from, f.num.Start, f)}, true
}

// planAfter is the plan of which the list from mark first on tells how much was done, from byte from on:
// ，分别完成|年计划|的76.5%、89.5%. It is empty where none is named.
func (p *passage) planAfter(from, first int) policy.Span {
	from += len(p.afterAny(from, "，", "；"))
	from += len(p.afterAny(from, "分别"))
	f := p.marks[first].fig
	end := f.num.Start - len(p.beforeAny(f.num.Start, "的"))
	if f.Unit != "%" || !p.after(from, "完成") || end <= from+len("完成") || plans.suffix(p.s[from:end]) == 0 {
		return policy.Span{}
	}
	return policy.Span{Start: from + len("完成"), End: end}
}

// sharedOut is the subject s of the list before, or the share that it makes up where the
// list from mark first on tells of shares.
func (p *passage) sharedOut(k, first int, s subject) subject {
	last := p.figureBefore(first)
	if plan := p.planAfter(p.marks[last].end, first); plan.Len() > 0 {
		s = p.plannedOf(s, p.subjectAt(plan.Start, plan.End))
		s.words += "完成率"
		return s
	}
	whole, share := p.shareAfter(p.marks[last].end, first)
	if !share {
		return s
	}
	s.words += p.s[whole.Start:whole.End]
	s.spans = append(s.spans[:len(s.spans):len(s.spans)], whole)
	if !endsIn(s.words, "比重", "比例", "占比") {
		s.words += "比重"
	}
	return s
}

// nothingBetween says whether no subject stands between byte a and mark k.
func (p *passage) nothingBetween(a, k int) bool {
	f := p.marks[k].fig
	from, to := p.trim(a+len(p.afterAny(a, "，", "；")), f.num.Start, f)
	return from >= to || rates.prefix(p.s[from:to]) == to-from // 增速分别比规模以上工业快4.2和2.1个百分点
}

// townAndCountry are 城镇 and 农村 with what [a, b) says of both: 城乡居民人均可支配收入.
func (p *passage) townAndCountry(a, b int) []subject {
	head, what := policy.Span{Start: a, End: a + len("城乡")}, policy.Span{Start: a + len("城乡"), End: b}
	var out []subject
	for _, w := range [...]string{"城镇", "农村"} {
		out = append(out, subject{w + p.s[what.Start:what.End], []policy.Span{head, what}})
	}
	return out
}

// threeIndustries are 第一, 第二 and 第三产业 with what [a, b) says of them.
func (p *passage) threeIndustries(a, b int) []subject {
	var out []subject
	what := strings.TrimPrefix(p.s[a:b], "的")
	for _, w := range [...]string{"第一产业", "第二产业", "第三产业"} {
		out = append(out, subject{w + what, []policy.Span{{Start: a - len("三次产业"), End: b}}})
	}
	return out
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
		case "、":
			if depth == 0 {
				out, start = append(out, policy.Span{Start: start, End: i}), i+n
			}
		case "和", "及", "与":
			if depth == 0 && all && i > start {
				out, start = append(out, policy.Span{Start: start, End: i}), i+n
			}
		}
		i += n
	}
	return append(out, policy.Span{Start: start, End: b})
}

// withHead gives every item the head of the last, and takes places off: 东部、中部
// 和西部地区生产总值 are three places and one indicator.
func (p *passage) withHead(parts []policy.Span) []subject {
	last := parts[len(parts)-1]
	lastWords := p.s[last.Start:last.End]
	first := p.s[parts[0].Start:parts[0].End]
	if n := placeLen(lastWords); n > 0 && n < len(lastWords) && (placeLen(first) > 0 || oneOf(first, quarters)) {
		out := make([]subject, len(parts))
		for i := range out {
			out[i] = p.subjectAt(last.Start+n, last.End)
		}
		return out
	}
	var out []subject
	headLen := sharedTail(p.s[parts[0].Start:parts[0].End], lastWords)
	for i, w := range parts {
		a := p.trimLeft(w.Start, w.End)
		if i == 0 {
			a = p.afterVerb(a, w.End)
		}
		s := p.subjectAt(a, p.trimTail(a, w.End))
		if i > 0 && countsOn(first, lastWords) {
			s.words = "第" + s.words
		}
		if i < len(parts)-1 && headLen > 0 && headLen < len(lastWords) && heads.suffix(strings.TrimSuffix(s.words, "）")) == 0 {
			s.words += lastWords[len(lastWords)-headLen:]
			s.spans = append(s.spans, policy.Span{Start: last.End - headLen, End: last.End})
		}
		if i == 1 && len(parts) == 2 && ofFamily(s.words) == len(s.words) {
			if n := ofFamily(first); n > 0 && n < len(first) {
				a := p.trimLeft(parts[0].Start, parts[0].End-n)
				s = subject{p.s[a:parts[0].End-n] + s.words, append(p.subjectAt(a, parts[0].End-n).spans, s.spans...)}
			}
		}
		s.words = strings.Replace(s.words, "分别拉动", "拉动", 1)
		out = append(out, s)
	}
	return out
}

// families are heads that are told side by side of one thing, which is named before the first
// alone: 一般公共预算收入和支出, 工业总产值和利润.
var families = newLexicon([]string{"收入", "支出", "总收入", "总支出", "总产值", "产值", "利润", "利税", "利润总额"})

// ofFamily is the length of such a head that s ends in, 0 if it ends in none.
func ofFamily(s string) int { return families.suffix(s) }

// quarters stand for parts of the country where 部 is said once: 中、西部地区.
var quarters = []string{"东", "中", "西", "南", "北"}

// countsOn says whether the 第 of the item first is that of last too: 第二、三产业.
func countsOn(first, last string) bool {
	return (first == "第一" || first == "第二") && startsIn(last, "二产业", "三产业")
}

// sharedTail is how much of the end of last belongs to the items before it too: its
// head (科技、教育支出), with all that follows a grade or 第N where the others are no
// more than that (国家级、省级孵化器; 第一、第二产业贡献率).
func sharedTail(first, last string) int {
	if grades.prefix(first) == len(first) && grades.prefix(last) > 0 {
		return len(last) - grades.prefix(last)
	}
	if n := seriesLen(first, last); n > 0 {
		return len(last) - n
	}
	if n := ageLen(last); n > 0 && ageLen(first) == len(first) {
		return len(last) - n // 0-14岁、60岁及以上|人口
	}
	if i := strings.Index(first, "第"); i > 0 && len(first)-i <= 6 {
		first = first[i:] // 海洋第一、第二产业增加值
	}
	if strings.HasPrefix(first, "第") && len(first) <= 6 && strings.HasPrefix(last, "第") && len(last) > 6 {
		return len(last) - 6
	}
	if countsOn(first, last) {
		return len(last) - len("三") // 第二、三产业投资
	}
	core := last
	if strings.HasSuffix(core, "）") {
		if i := lastIndex(core, "（"); i > 0 {
			core = core[:i]
		}
	}
	n := max(heads.suffix(core), benefits.suffix(core))
	if k := len(first); n == 0 && k > 3 && k < len(core) && core[k-3:k] == first[k-3:] && !splitsWord(core, k) {
		return len(last) - k // 半护理、全护理|人员护理标准
	}
	if i := lastIndex(core, "占"); i > 0 {
		n = len(core) - i + heads.suffix(core[:i]) // 文化产业、旅游产业|增加值占生产总值比重
	}
	if n == 0 || n == len(core) {
		return 0
	}
	if m := heads.suffix(core[:len(core)-n]); m > 3 && len(core)-n-m >= 6 {
		n += m // 工业、服务业|增加值增速
	}
	if k := sharedEnd(first, core); n == 3 && k > 0 {
		n = len(core) - k // 普通国道、省道|优良路率
	} else if n == 3 && len(first) < len(core)-3 && !splitsWord(core, len(first)) {
		n = len(core) - len(first) // 小学、初中|毕业生升学率
	}
	n += len(last) - len(core)
	if strings.HasSuffix(last[:len(last)-n], "业") && !strings.HasSuffix(first, "业") && len(last)-n-len("业") <= max(len(first), len("重工")) {
		n += len("业") // 农、林、渔|业总产值, not 境外、境内重点展会的创业|企业
		if k := len(last) - n - len("轻"); len(first) == len("轻") && k > 0 && k <= len("工") {
			n += k // 轻、重|工业增加值
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

// seriesLen is the length of the class that last begins with, where first ends in another
// of its series: 一类、|二类|地区覆盖率. 0 where it is none.
func seriesLen(first, last string) int {
	for _, w := range [...]string{"星级", "类", "档", "级", "等"} {
		if strings.HasSuffix(first, w) && len(last) > 3+len(w) && strings.HasPrefix(last[3:], w) && normalize.ScanNumeral(last[:3], 0).Form == normalize.Han {
			return 3 + len(w)
		}
	}
	if i := strings.Index(last, "类"); i > 0 && strings.HasSuffix(first, "类") && i+len("类") < len(last) && strings.Trim(last[:i], "ⅠⅡⅢⅣⅤ劣至-～—") == "" {
		return i + len("类") // Ⅰ至Ⅲ类、劣Ⅴ类|水质断面
	}
	return 0
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

// ageLen is the length of the ages that s begins with: 0-14岁, 60岁及以上. 0 if it does not begin so.
func ageLen(s string) int {
	i := strings.Index(upTo(s, 30), "岁")
	if i <= 0 || strings.Trim(s[:i], "0123456789-—～周至") != "" {
		return 0
	}
	i += len("岁")
	for _, w := range [...]string{"及以上", "以上", "及以下", "以下"} {
		if strings.HasPrefix(s[i:], w) {
			return i + len(w)
		}
	}
	return i
}

// placeLen is the length of the place that s begins with, 地区 included.
func placeLen(s string) int {
	n, _ := normalize.MatchPlace(s)
	if m, _ := normalize.MatchRelativePlace(s); m > n {
		n = m
	}
	if n == 0 {
		for _, w := range [...]string{"东部", "中部", "西部", "东北", "南部", "北部"} {
			if strings.HasPrefix(s, w) {
				n = len(w)
			}
		}
	}
	if n > 0 && strings.HasPrefix(s[n:], "地区") {
		n += len("地区")
	}
	return n
}

// nthBefore is the i-th of the n figures before mark k in its sentence that are
// levels, which a list of changes is shared out to; -1 if they are fewer.
func (p *passage) nthBefore(k, n, i int, known []subject) int {
	sentence := p.clauses[p.marks[k].fig.clause].sentence
	var found []int
	for j := k - 1; j >= 0 && len(found) < n; j-- {
		f := p.marks[j].fig
		if f == nil {
			continue
		}
		if p.clauses[f.clause].sentence != sentence || f.Measure != policy.Level || known[j].words == "" {
			break
		}
		found = append(found, j)
	}
	if len(found) < n {
		return -1
	}
	return found[n-1-i]
}

// clauseItems shares a list out to the things named in an earlier clause:
// 甲、乙势头强劲，增速分别达27.5%、25.3%.
func (p *passage) clauseItems(k, n, i int) (subject, bool) {
	cl := p.marks[k].fig.clause
	for c := cl - 1; c >= max(0, cl-2) && p.clauses[c].sentence == p.clauses[cl].sentence; c-- {
		parts := p.splitList(p.clauses[c].start, p.clauses[c].end, false)
		if i := strings.Index(p.s[p.clauses[c].start:p.clauses[c].end], "在"); len(parts) != n && i > 0 && strings.Contains(p.s[p.clauses[c].start+i:p.clauses[c].end], "基础上") {
			parts = p.splitList(p.clauses[c].start, p.clauses[c].start+i, true) // A和B在2022年的基础上翻番，分别超过
		}
		if len(parts) != n {
			continue
		}
		parts[n-1].End = p.nounUntil(parts[n-1].Start, parts[n-1].End)
		return p.withHead(parts)[i], true
	}
	return subject{}, false
}

// nounUntil is where the noun phrase that begins at a ends, before b.
func (p *passage) nounUntil(a, b int) int {
	for i := a; i < b; i += runeLen(p.s[i]) {
		if i > a && p.afterAny(i, "及", "和") == "" && (p.nounStops(i, a, b) || p.afterAny(i, "发展", "势头", "各") != "") {
			return i
		}
	}
	return b
}

// industry is the subject of the i-th number of a ratio of three: that of an industry, where no
// other three are named.
func (p *passage) industry(i, first int) subject {
	a, b := p.prefix(first)
	b = p.trimTail(a, b)
	if !containsAny(p.s[a:b], "产业", "三产") {
		if items := p.items(a, b, 3); items != nil && i >= 0 && i < 3 {
			return items[i] // 研究生、本科、专科招生比例
		}
	}
	names := [...]string{"第一产业", "第二产业", "第三产业"}
	return subject{names[min(max(i, 0), 2)] + "比重", []policy.Span{{Start: p.trimLeft(a, b), End: b}}}
}

// evenly reads 均 and 都, which say one thing of several figures: 均列全省第4.
func (p *passage) evenly(k int, known []subject) (subject, bool) {
	f := p.marks[k].fig
	if f.Measure != policy.Rank && f.Measure != policy.Multiple {
		return subject{}, false
	}
	a, b := p.prefix(k)
	w := strings.TrimLeft(p.s[a:b], "，、 ")
	if !strings.HasPrefix(w, "均") && !strings.HasPrefix(w, "都") {
		return subject{}, false
	}
	var out subject
	sentence := p.clauses[f.clause].sentence
	for j := k - 1; j >= 0 && p.marks[j].fig != nil && p.clauses[p.marks[j].fig.clause].sentence == sentence; j-- {
		if p.marks[j].fig.Measure != policy.Level || p.fieldOf(j) || known[j].words == "" || strings.Contains(out.words, known[j].words) {
			continue
		}
		if out.words != "" {
			out.words = "、" + out.words
		}
		out.words = known[j].words + out.words
		out.spans = append(append([]policy.Span{}, known[j].spans...), out.spans...)
		if strings.Count(out.words, "、") >= 1 {
			break
		}
	}
	return out, out.words != ""
}
