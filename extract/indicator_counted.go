package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// counted reads the thing counted behind a number: 142家企业, 18场技术“云对接”活动.
func (p *passage) counted(k, a, b int) subject {
	f, at := p.marks[k].fig, p.countedAt(k, a, b)
	if at < 0 {
		return subject{}
	} else if f.kind == normalize.TimeUnit {
		if s := p.experience(at); s.words != "" {
			return s
		}
	}
	at, end := p.nounBehind(at, k)
	if n := p.sizedBehind(k, at, end); n > 0 {
		return p.subjectAt(at, n)
	}
	switch {
	case end == at, p.s[at:end] == "外":
		return subject{} // 除上述两家|外
	case p.countUnit(f):
		return p.things(k, at, end)
	case giveLexicon.prefix(p.s[at:]) == end-len(p.beforeAny(end, "人民币", "现金"))-at && p.nextFigure(k, end) == end:
		return subject{} // 3亿元至10亿元|奖励10万元
	case f.kind == normalize.CurrencyUnit:
		return p.taken(k, p.sumOf(k, at, end, a, b))
	case p.sizes(k, at, a, b) || p.stuff(k, at, end, a, b):
		return p.subjectAt(at, end)
	case f.kind == normalize.TimeUnit && b <= a && p.benefit(at, end):
		return p.funded(at, k) // 两年|半价优惠
	}
	return subject{}
}

// nounBehind is the noun at byte at behind figure k, or, where a verb or a bound leads to that, behind what those do whom it counts: 引进1家
// 符合定位的|服务业企业. It is empty where none stands there.
func (p *passage) nounBehind(at, k int) (from, to int) {
	f := p.marks[k].fig
	w := p.s[:f.num.Start]
	to = p.nounEnd(at, k)
	if to > at || !p.countUnit(f) || len(f.bound) == 0 && max(verbal.suffix(w), lights.suffix(w)) == 0 && !endsIn(w, "向", "给", "为", "对") {
		return at, to
	}
	at = p.behindOf(at, k)
	return at, p.nounEnd(at, k+btoi(p.figureAt(k+1) != nil && p.marks[k+1].end <= at))
}

// taken is the sum s of figure k, with those who are given it: |硕士研究生|可享受3万元补贴.
func (p *passage) taken(k int, s subject) subject {
	if benefits.suffix(s.words) > 0 {
		return p.taker(k).then(s)
	}
	return s
}

// experience is of what somebody must have so many years as figure k tells, at byte i behind it: 具有5年以上|相关工作经验|的.
func (p *passage) experience(i int) subject {
	near := upTo(p.s[i:], 16*len("字"))
	for _, w := range [...]string{"经验", "经历", "服务期"} {
		if j := strings.Index(near, w); j >= 0 && unbroken(near[:j]) {
			return p.subjectAt(i, i+j+len(w))
		}
	}
	return subject{}
}

// countedAt is where behind figure k, before which [a, b) names something, what it counts may stand, -1 where that is named
// before it or nothing is counted.
func (p *passage) countedAt(k, a, b int) int {
	m := &p.marks[k]
	f, at := m.fig, p.figureEnd(m)
	if f.Measure == policy.Rank || f.ValueHigh != "" && f.Unit == "%" || b > a && isFraction(f) || p.becomes(k) {
		return -1
	}
	at += len("不等") * btoi(p.after(at, "不等"))
	if b-a >= len("就业") && p.after(at, "目标") && p.afterAny(at+len("目标"), "，", "任务", "、", "；") != "" {
		return -1 // 紧扣新增就业3000人|目标
	}
	bounded := at > m.end
	if bounded && (endsIn(p.s[a:b], "存栏", "出栏", "存栏量", "出栏量", "人数") || p.afterAny(at, "或", "且", "并且") != "") {
		return -1 // 年出栏500头以上生猪规模养殖场, 职工300人以下|或者|收入2亿元以下的
	}
	of := len("的") * btoi(p.after(at, "的"))
	if of > 0 && p.describes(k, bounded, a, b) {
		return -1
	}
	return at + of
}

// becomes says whether what figure k counts is made into so many as the next figure tells: 账号由426个|整合为126个.
func (p *passage) becomes(k int) bool {
	at, next := p.marks[k].end, p.figureAt(k+1)
	n := pairWords.prefix(p.s[at:])
	return n > 0 && p.afterAny(at+n, "为", "成", "到", "至") != "" && next != nil && next.Unit == p.marks[k].fig.Unit
}

// things are the things in [at, end) that figure k counts.
func (p *passage) things(k, at, end int) subject {
	f := p.marks[k].fig
	if there := p.beforeAny(f.num.Start, "在", "对") != ""; there || p.figureAt(k+1) != nil && p.marks[k+1].start == end {
		end = p.beforeDeed(at, end, there)
	}
	if giveLexicon.prefix(p.s[at:]) == end-at && p.nextFigure(k, end) == end {
		return subject{} // 带动20至25户|补助4万元
	}
	if f.Unit != "" {
		end = p.withoutSize(at, p.measuredOf(at, p.owner(at, end, k)), k)
	}
	return p.ofGrade(k, p.subjectAt(at, p.troubled(at, end)))
}

// sumOf is what [at, end) behind the sum of figure k says that it is, where [a, b) before it does not: 每月能拿到3000元的|工资, 每亩再增加
// 100元|奖补, 在建亿元以上|项目.
func (p *passage) sumOf(k, at, end, a, b int) subject {
	w := p.s[a:b]
	if i := strings.Index(p.s[at:end], "项目"); i >= 0 && p.sizes(k, at, a, b) {
		return p.subjectAt(at, at+i+len("项目")).plus("投资额")
	}
	if (b <= a || verbal.prefix(w) == b-a) && p.benefit(at, end) {
		return p.funded(at, k)
	}
	at += len(p.afterAny(at, "钱", "用于", "标准"))
	what := p.s[min(at, end):end]
	acts := verbal.prefix(what) > 0 && (benefits.prefix(what) == 0 || p.nextFigure(k, at) == end)
	if isSum(w) || !isSum(what) || acts || strings.HasSuffix(what, "规模") {
		return subject{}
	}
	return p.subjectAt(at, end)
}

// ofGrade completes a grade alone with what the next figure counts of another grade: 建成2个|国家级|和8个省级园区.
func (p *passage) ofGrade(k int, s subject) subject {
	next := p.figureAt(k + 1)
	if next == nil || next.clause != p.marks[k].fig.clause || next.Unit != p.marks[k].fig.Unit || s.words == "" || grades.prefix(s.words) != len(s.words) {
		return s
	}
	at := p.marks[k+1].end
	end := p.nounEnd(at, k+1)
	at += grades.prefix(p.s[at:end])
	return s.then(p.subjectAt(at, end))
}

// beforeDeed ends the noun phrase [at, end) of those who do something, or of where it is done, before what that is:
// 在17个乡镇|硬化道路, 5个县|实施项目70个.
func (p *passage) beforeDeed(at, end int, there bool) int {
	for i := at + runeLen(p.s[at]); i < end; i += runeLen(p.s[i]) {
		if !there && !doerEnds.Ends(p.s[at:i]) {
			continue
		}
		n := verbal.prefix(p.s[i:end])
		if n > 3 && !splitsWord(p.s[:end], i) && (there && nominal.prefix(p.s[i+n:end]) == 0 || !there && p.carryOut(at, i, i+n, end)) {
			return i
		}
	}
	return end
}

// carryOut says whether [i, j) names those who do by the verb [j, v) what stands in [v, end): 5个县|实施|产业项目.
func (p *passage) carryOut(i, j, v, end int) bool {
	return doers.suffix(p.s[i:j]) > 0 && !endsIn(p.s[i:j], "农村", "乡村", "城市", "城区", "社区", "小区", "园区", "景区") && end-v >= 6 && (nominal.prefix(p.s[v:end]) < end-v || verbs.suffix(p.s[j:v]) > 3)
}

// doers end the names of those who carry out works; doerEnds are their last characters.
var (
	doers    = newLexicon([]string{"县", "区", "市", "镇", "乡", "村", "街道", "企业", "单位", "部门", "学校"})
	doerEnds = policy.WideSetOf("县区市镇乡村道业位门校")
)

// isSum says whether s ends in what sums of money are called.
func isSum(s string) bool {
	return amounts.suffix(s) > 0 || benefits.suffix(s) > 0 || impliedUnit(s, true) == "元"
}

// behindOf is where what is counted stands behind the verb of its own that byte i begins: 1家符合定位
// 的|服务业企业, 3名参加培训的|学员. i where there is none, or no 的 ends what it says in the clause.
func (p *passage) behindOf(i, k int) int {
	next := k
	if f := p.figureAt(k + 1); f != nil && f.kind == normalize.TimeUnit {
		next = k + 1 // 两名具有3年以上经验的|管理人员
	}
	end := min(p.clauses[p.marks[k].fig.clause].end, p.nextFigure(next, i))
	if s := p.s[i:end]; max(verbal.prefix(s), stops.prefix(s)) <= 3 {
		return i
	}
	if j := strings.Index(p.s[i:end], "的"); j > 0 && end-i-j >= 9 {
		return i + j + len("的")
	}
	return i
}

// sizes says whether figure k tells of what size the things must be that byte at names, with
// only a verb in [a, b) before it: 新建10万平方米以上的|标准厂房, 签约亿元以上|项目.
func (p *passage) sizes(k, at, a, b int) bool {
	m, w := &p.marks[k], p.s[a:b]
	switch m.fig.kind {
	case normalize.AreaUnit, normalize.LengthUnit, normalize.MassUnit, normalize.PowerUnit:
	case normalize.CurrencyUnit:
		return at > m.end && !p.before(at, "的") && len(w) <= len("集中开工") && heads.suffix(w) == 0 && amounts.suffix(w) == 0
	default:
		return false
	}
	held := p.afterAny(at, standings...) != "" // 稳定在1.3万亿斤以上的水平
	return !held && p.boundAfterLen(m.end) > 0 && p.before(at, "的") && (w == "" || verbal.suffix(w) > 0)
}

// describes says whether figure k, which 的 follows, counts what [a, b) names before it and
// only tells which things are meant: 年接待游客1万人以上|的旅行社.
func (p *passage) describes(k int, bounded bool, a, b int) bool {
	f, w := p.marks[k].fig, p.s[a:b]
	reached := p.beforeAny(f.num.Start, "达到", "达", "超过", "满", "突破") != ""
	summed := p.afterAny(p.figureEnd(&p.marks[k]), "的生产能力", "的产能", "的能力", "的规模", "的目标", "的任务", "的水平", "的要求", "的标准") != "" // 无人机100架的生产能力
	persons := (f.Unit == "人" || f.Unit == "人次") && people.suffix(w) > 0
	if !bounded && !reached && !summed && !persons && f.ValueHigh == "" || p.beforeAny(f.num.Start, "一列", "一架", "一艘") != "" {
		return false // 每组织一列|500人以上|的专列
	}
	return p.countUnit(f) && len(w) >= 6 && (summed || !startsIn(w, "每", "各")) && !endsIn(w, "用于", "面向", "针对") && verbs.suffix(w) == 0 && verbal.prefix(w) != len(w) && grades.prefix(w) != len(w)
}

// owner ends the noun phrase [at, end) before 的 where what follows is what the next number
// measures: 832个脱贫县|的农民人均可支配收入提高到16396元.
func (p *passage) owner(at, end, k int) int {
	i := strings.Index(p.s[at:end], "的")
	if i < 6 || k+1 >= len(p.marks) {
		return end
	}
	n := p.marks[k+1].fig
	if n == nil || n.clause != p.marks[k].fig.clause || heads.suffix(p.s[at:end]) == 0 || n.num.Start-end > 24 || p.trimTail(end, n.num.Start) > end {
		return end
	}
	return at + i
}

// troubled ends the noun phrase [at, end) behind the people that are counted where what they lack
// follows: 35万农村人口|的饮水安全问题.
func (p *passage) troubled(at, end int) int {
	if !endsIn(p.s[at:end], "问题", "困难", "难题") {
		return end
	}
	for i := at; i < end; i += runeLen(p.s[i]) {
		if n := people.prefix(p.s[i:end]); n > len("人") && p.after(i+n, "的") {
			return i + n
		}
	}
	return end
}

// measuredOf ends the noun phrase [at, end) behind the things that are counted where what is
// measured of them follows: 236个村|集体经济收入, 716个重点项目|投资完成率.
func (p *passage) measuredOf(at, end int) int {
	end -= len(p.beforeAny(end, "共计", "合计", "总计", "来看", "看", "的基础上", "基础上"))
	end = max(at, p.withoutLanding(end))
	if measurings.suffix(p.s[at:end]) == 0 {
		return end
	}
	best := end
	for i := at; i < end; i += runeLen(p.s[i]) {
		n := classNouns.prefix(p.s[i:end])
		if n == len("区") && p.beforeAny(i, "社", "小", "校", "片", "景", "街", "农", "乡", "城") != "" {
			n = 0 // 社区托育托额, 农村公路总投资
		}
		if n == 0 || end-i-n < 6 && !p.after(i+n, "的") || splitsWord(p.s[:end], i+n) && !p.after(i+n, "集体") || classNouns.prefix(p.s[i+n:end]) > 0 {
			continue
		}
		if p.afterAny(i+n, "级", "集团", "人", "民") == "" {
			best = i + n
		}
	}
	return best
}

// measurings end what is measured of things.
var measurings = newLexicon([]string{"率", "值", "额", "量", "收入", "支出", "面积", "增速", "利润", "投资", "税收", "指数", "里程", "预算", "浓度", "比例", "比重", "水质"})

// withoutLanding is byte i, where a noun phrase ends, or the place before where that says that what is counted has
// come: 引进8个项目|落地.
func (p *passage) withoutLanding(i int) int {
	return i - len("落地")*btoi(p.beforeAny(i, "项目落地", "企业落地", "机构落地", "平台落地") != "")
}

// withoutSize ends the noun phrase [at, end) before what the next figure tells the size of, where that
// stands right behind: 4条干渠|总长21.6公里, 3个项目|总投资12亿元; at where that is all: 项目19个|总投资32亿元.
func (p *passage) withoutSize(at, end, k int) int {
	next := p.figureAt(k + 1)
	if next == nil || p.countUnit(next) {
		return end
	}
	to := p.trimTail(at, end)
	n := sizeNouns.suffix(p.s[at:to])
	if n == 0 || 0 < to-at-n && to-at-n < 6 || p.trimTail(end, next.num.Start) > end {
		return end
	}
	return p.trimTail(at, to-n)
}

// funded reads what a sum is for: 100万元经费支持创业服务中心建设, or, where nothing
// follows, what the clause before sets up.
func (p *passage) funded(at, k int) subject {
	end := p.benefitEnd(at, k)
	for _, w := range [...]string{"予以支持", "支持", "用于", "扶持", "予以"} {
		end -= len(w) * btoi(end-at > len(w) && p.before(end, w))
	}
	what := p.subjectAt(at, end)
	cl := p.marks[k].fig.clause
	from, to := end, p.clauses[cl].end
	for n := -1; n != 0; from += n {
		n = len(p.afterAny(from, "予以", "支持", "用于", "扶持", "补助", "资助"))
	}
	before := p.s[:p.marks[k].fig.num.Start]
	if spent := verbal.suffix(before) > 0 && giveLexicon.suffix(before) == 0; from == to && cl > 0 && p.clauses[cl-1].stop == '，' && !spent { // not 争取到|5000万元中央资金
		from, to = p.trimClause(cl-1, p.marks[k].fig)
	}
	if what.words == "" || to-from < 6 || to-from > 90 || p.afterAny(from, "和", "及", "与", "、", "以及") != "" {
		return what
	}
	return p.subjectAt(from, to).then(what)
}

// wordIf is w where so, else "".
func wordIf(so bool, w string) string { return w[:len(w)*btoi(so)] }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// countUnit says whether the unit of f is a classifier, which a noun may follow.
func (p *passage) countUnit(f *draft) bool { return f.kind == normalize.CountUnit || f.Unit == "" }

// benefit says whether [at, end) names what a policy gives.
func (p *passage) benefit(at, end int) bool { return benefits.in(p.s[min(at, end):end]) }

// nounEnd is where the noun phrase that begins at byte i ends: at a mark of
// punctuation, a verb, or the next figure.
func (p *passage) nounEnd(i, k int) int {
	limit := p.nounLimit(i, k)
	for start := i; i < limit; {
		if p.after(i, "“") {
			if i = p.quoteEnd(i, limit); i >= limit {
				break
			}
		} else if p.after(i, "”") {
			return i
		}
		if i > start && p.after(i, "（") {
			n, ends := p.inNoun(start, i, limit)
			if i += n; ends {
				return i
			}
		} else if n := p.qualified(start, i, limit); n > i {
			start, i = n, n
		} else if p.nounStops(i, start, limit) {
			return i
		} else {
			i += runeLen(p.s[i])
		}
	}
	return max(i, limit)
}

// quoteEnd is where the ” stands that closes the “ at byte i, limit or behind it where none does before.
func (p *passage) quoteEnd(i, limit int) int {
	for depth := 0; i < limit; i += runeLen(p.s[i]) {
		if depth += btoi(p.after(i, "“")) - btoi(p.after(i, "”")); depth == 0 {
			break
		}
	}
	return i
}

// nounLimit is where a noun phrase behind figure k that begins at byte i ends at the latest: with its clause, or at the next
// figure or period.
func (p *passage) nounLimit(i, k int) int {
	limit := p.clauses[p.marks[k].fig.clause].end
	for j := k + 1; j < len(p.marks); j++ {
		if m := &p.marks[j]; m.fig != nil || m.as == policy.AsPeriod && m.start > i {
			return min(limit, m.start)
		}
	}
	return limit
}

// inNoun is the length of the bracket at byte i that belongs to the noun phrase which begins at start, 0 where that
// ends before it, and whether it ends with it: 县（市、区）, 新建（改建）项目, 企业（含个体户）名单.
func (p *passage) inNoun(start, i, limit int) (n int, ends bool) {
	s := p.s[i:limit]
	n = bracketLen(s)
	inner := s[len("（"):max(n, len("（"))]
	switch {
	case n == 0 || startsIn(inner, "简称", "以下简称", "下称"):
		return 0, true
	case strings.Contains(inner, "、") && oneOf(p.s[start:i], placeKinds):
		return n, true // 31个省（区、市）
	case n < len(s) && (n <= 14*len("字") && !strings.ContainsAny(inner, "0123456789") || startsIn(inner, "含", "不含", "包括", "不包括")):
		return n, false
	}
	return 0, true
}

// qualified is where the noun begins of whose things [start, i) says how they are, and what 、 joins to it
// at byte i more of it: 10个集聚度高、竞争力强的|产业集群; i where it is none.
func (p *passage) qualified(start, i, limit int) int {
	if !p.after(i, "、") || quality.suffix(p.s[start:i]) == 0 {
		return i
	}
	j := strings.Index(p.s[i:limit], "的")
	if j < 0 || strings.ContainsAny(p.s[i:i+j], "，；。（0123456789") || limit-i-j < len("的")+6 {
		return i
	}
	return i + j + len("的")
}

// placeKinds are the kinds of places that others are named behind in a bracket: 县（市、区）.
var placeKinds = []string{"省", "市", "县", "区", "省级", "市州", "设区市"}

// nounStops says whether the noun phrase that begins at start ends at byte i.
func (p *passage) nounStops(i, start, limit int) bool {
	s := p.s[:limit]
	if s[i]>>4 == 0xe && !nounStoppers.Begins(s[i:]) || i == start && wholes.prefix(s[i:]) > 0 || p.nounGoesOn(i, start, limit) {
		return false
	}
	if n := weak.prefix(s[i:]); i > start && n > 0 && strings.HasPrefix(s[i+n:], "的") {
		return weak.prefix(s[start:]) == 0 // but: 4名|推广水稻种植的技术人员
	}
	if n := stops.prefix(s[i:]); n > 0 && (i == start || !splitsWord(s, i)) && (n > 3 || s[i] < 0xE4 || s[i] > 0xE9 || !splitsWord(s, i+n)) {
		return true
	}
	if n := changeLexicon.prefix(s[i:]); n > 3 && p.valueFollows(i+n) && !splitsWord(s, i) && nominal.prefix(s[i+n:]) == 0 {
		return true
	}
	if i == start {
		return p.verbFirst(s[i:])
	}
	return p.toldOf(i, start, s) && !splitsWord(s, i)
}

// nounGoesOn says whether the noun phrase that begins at start goes on at byte i over what might end it: 10千伏及|以上线路,
// 抽水蓄|能项目, 长湖|至白川高速公路, 工业|和农业用水.
func (p *passage) nounGoesOn(i, start, limit int) bool {
	switch {
	case p.afterAny(i, "以上", "以下") != "":
		return p.beforeAny(i, "级", "级及", "类及", "千伏", "千伏及", "kV", "kV及") != ""
	case i == start:
		return p.after(i, "被") && people.prefix(upTo(p.s[min(i+len("被巡察"), limit):limit], len("单位"))) > 0 // 11家|被巡察单位
	case p.after(i, "及") && (i-start <= 9 || p.after(i, "及以上") && p.before(i, "级")):
		return true
	case p.after(i, "能"):
		return keptTails["能"].suffix(p.s[:i]) > 0
	case p.after(i, "至"):
		return containsAny(p.s[i:limit], "公路", "高速", "铁路", "段", "线", "隧道")
	}
	return p.afterAny(i, "和", "或") != "" && limit-i > 6
}

// verbFirst says whether s, which stands where a noun might begin, begins with a verb: 参加|县举办的.
func (p *passage) verbFirst(s string) bool {
	n := verbs.prefix(s)
	m := nominal.prefix(s[n:])
	return n > 0 && (m == 0 || verbs.prefix(s[n+m:]) > 0 || m == 3 && opensWord(s[n:])) && heads.prefix(s[n:]) == 0
}

// toldOf says whether at byte i of s begins what those or that do which the noun from start on names, or what becomes of them:
// 村民|实现户均增收, 项目|集中开工, 残疾人|发放补贴, 住房|一次性补贴.
func (p *passage) toldOf(i, start int, s string) bool {
	rest := s[i:]
	if faults.prefix(rest) > 0 || strings.HasPrefix(rest, "一次性") && giveLexicon.prefix(rest[len("一次性"):]) > 0 {
		return true
	}
	n := verbs.prefix(rest)
	if n > 0 && (nominal.prefix(rest[n:]) != 3 || opensWord(rest[n:])) {
		return true
	}
	if m := manners.prefix(rest); m > 0 && (verbal.prefix(rest[m:]) > 0 || stops.prefix(rest[m:]) > 3) {
		return true
	}
	if n == 0 && people.suffix(s[start:i]) > 0 {
		n = weak.prefix(rest)
	}
	return n > 0 && (nominal.prefix(rest[n:]) == 0 || handsOut(rest[:n], rest[n:]))
}

// handsOut says whether w hands out what rest names, and makes no noun of it: 发放|价格临时补贴, but 发放|额.
func handsOut(w, rest string) bool { return w == "发放" && nominal.prefix(rest) > 3 }

// nounStoppers are the characters that what ends a noun phrase may begin with.
var nounStoppers = policy.WideSetOf(weak.firsts() + stops.firsts() + faults.firsts() + verbs.firsts() + changeLexicon.firsts() + manners.firsts())

// valueFollows says whether a number or what leads to one stands at byte i.
func (p *passage) valueFollows(i int) bool {
	return i >= len(p.s) || p.s[i]-'0' < 10 || p.afterAny(i, "了", "到", "至", "为", "约", "超", "近", "，", "。", "、") != ""
}

// changeAt is the change word that s begins with.
func changeAt(s string) (w string, says policy.Direction) {
	w = s[:changeLexicon.prefix(s)]
	return w, changeSays[w]
}

// ofThose is what the clause before counts, of which figure k tells how many did what stands behind it: 126个建制镇中，有|98个|建成
// 污水处理设施.
func (p *passage) ofThose(k int) subject {
	m := &p.marks[k]
	i := p.figureBefore(k)
	if i < 0 || p.marks[i].fig.clause+1 != m.fig.clause || p.marks[i].fig.Unit != m.fig.Unit ||
		!p.before(p.clauses[m.fig.clause-1].end, "中") || verbal.prefix(p.s[m.end:]) == 0 {
		return subject{}
	}
	deed := p.subjectAt(m.end, p.untilNext(k, m.end))
	return deed.as(deed.words+"的"+p.known[i].words, p.known[i].spans...)
}
