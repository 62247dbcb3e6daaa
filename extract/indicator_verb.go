package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// verbal are the verbs and the nouns that can be verbs: 集聚|人才, 建设|道路.
var verbal = newLexicon(slices.Concat(verbs.words, weak.words))

// afterVerb moves a behind the last verb of [a, b) that is no part of a noun:
// 某科创城集聚高技能人才 → 高技能人才. Verbs that are nouns as well count at the start alone.
func (p *passage) afterVerb(a, b int) int {
	s := p.s[:b]
	if strings.Contains(s[a:], "拉动") || p.after(a, "每") || ofShares.suffix(s) > 0 && verbal.prefix(s[a:]) == 0 && !strings.ContainsAny(s[a:], "，、；") {
		return a // 每千人口拥有执业医师, 企业建有研发机构的比例
	}
	best, depth := a, 0
	for i := a; i < b; {
		if next := parting.Skip(s, i); next > i && i != best {
			i = next
			continue
		}
		n := 0
		if s[i] < 0xE4 || s[i] > 0xE9 { // no Han character
			depth = max(0, depth+btoi(startsIn(s[i:], "“", "（", "《"))-btoi(startsIn(s[i:], "”", "）", "》")))
		}
		if depth == 0 {
			n = p.parts(best, i, b)
		}
		switch {
		case n == 0:
			i += runeLen(s[i])
		case s[i:i+n] == "拥有" && strings.Contains(s[best:i], "每"):
			return best // 社区每百户居民拥有服务设施面积
		default:
			best = p.trimLeft(i+n, b)
			i = best
		}
	}
	if i := b - len("获得金牌"); i-best > 12 && p.beforeAny(i, "中", "上") != "" && verbs.prefix(s[i:]) > 0 && strings.Contains(s[best:i], "在") {
		return i // 运动员在省级比赛中|获得金牌
	}
	return best
}

// parts is the length of what parts at byte i before b what stands there from what begins at byte from: a verb, what joins two, or that
// something is planned. 0 where nothing does.
func (p *passage) parts(from, i, b int) int {
	if n := joining.prefix(p.s[i:b]); n > 0 && i > from && !splitsWord(p.s[:b], i) && !splitsWord(p.s[:b], i+n) && b-i > 9 {
		return n
	}
	if intents.Begins(p.s[i:]) {
		if n := p.intent(i, b); n > 0 && bodies.suffix(p.s[from:i]) > 0 {
			return n
		}
	}
	// those something is done for may stand before it: 银行|向|科技型企业
	if n := p.verbAt(i, b, i == from || people.suffix(p.s[from:i]) > 0 && containsAny(p.s[from:i], "向", "给") || p.byMeans(from)); i == from || n > 0 && !p.sizeVerb(i, n) {
		return n
	}
	return 0
}

// byMeans says whether what begins at byte from tells first by what means something is done: 通过|门户网站公开信息.
func (p *passage) byMeans(from int) bool {
	return means.suffix(p.s[:from]) > 0 || means.prefix(p.s[from:]) > 0
}

var means = newLexicon([]string{"通过", "利用", "依托", "借助", "运用"})

// ofShares end the share of those of whom it says before 的 what they do.
var ofShares = newLexicon([]string{"的比例", "的比重"})

// intent is the length of what says at byte i before b that something is wanted, where a verb tells behind it what:
// 县水利局|计划|改造灌区. 0 where nothing does.
func (p *passage) intent(i, b int) int {
	n := len(p.afterAny(i, "计划", "拟"))
	if n == 0 || i+n >= b || verbal.prefix(p.s[i+n:b]) == 0 || splitsWord(p.s[:b], i) || splitsWord(p.s[:b], i+n) {
		return 0
	}
	return n
}

// intents are the characters that what says so begins with.
var intents = policy.WideSetOf("计拟")

// bodies end the names of those who do what they plan.
var bodies = newLexicon([]string{"局", "委", "厅", "部", "办", "院", "中心", "公司", "集团", "政府", "企业", "学校", "省", "市", "县", "区", "镇", "乡", "街道", "部门"})

// sizeVerb says whether the verb of n bytes at byte i only tells how large the things are that are
// counted: 年产值|突破|100亿元的企业1个.
func (p *passage) sizeVerb(i, n int) bool {
	if !oneOf(p.s[i:i+n], sizeVerbs) {
		return false
	}
	k := p.markFrom(i + n)
	return k < len(p.marks) && p.marks[k].fig != nil && p.marks[k].fig.num.Start == i+n
}

var sizeVerbs = []string{"突破", "超过", "达到", "超", "过"}

// joining are the words that join two phrases; parting are the characters that what parts
// them may begin with.
var (
	joining = phrases["joining"]
	parting = policy.WideSetOf(verbs.firsts() + "且并“（《”）》计拟")
)

// verbAt is the length of the verb at byte i before b that parts a phrase, 0 if
// none does. At the start of a phrase, nouns that can be verbs count too.
func (p *passage) verbAt(i, b int, start bool) int {
	s := p.s[:b]
	verb := verbs.prefix(s[i:])
	n := verb
	if m := adverbs.suffix(s[:i]); m > 0 && !splitsWord(s, i-m) { // but 公共|服务质量
		start = true // 企业就近|安置|残疾人, 附近已|打造|产业基地
	}
	if n == 0 && start {
		n = p.weakAt(i, b)
	}
	if n == 0 || i+n >= b || splitsWord(s, i) && !start || n <= 3 && splitsWord(s, i+n) {
		return 0
	}
	v := verbIn{s[i:b], n, start, verb == 0, lights.prefix(s[i:]) == verb}
	switch rest := v.s[n:]; {
	case v.named():
		return 0
	case !start && heads.prefix(rest) == len(rest) && v.s[:n] == "实现":
		return n // 工程机械|实现|产值
	case !v.takes() || !(makes(v.s[:n]) && startsIn(rest, "村", "县", "户")) && v.makesNoun():
		return 0 // but 建成|村卫生室
	}
	return n
}

// weakAt is the length of the noun that can be a verb at byte i, 0 where it is none before b: 监测|能力, 服务|出口; not
// 投资|超5000万元的项目.
func (p *passage) weakAt(i, b int) int {
	s := p.s[i:b]
	n := weak.prefix(s)
	rest := s[n:]
	m := weak.prefix(rest)
	switch {
	case n == 0 || len(rest) < 6 || m > 0 && heads.prefix(rest[m:]) == len(rest)-m && len(rest) > m:
		return 0
	case heads.prefix(rest) > 0 && !startsIn(rest, "出口", "进口") && !handsOut(s[:n], rest), p.built(i, n, b),
		heads.prefix(s) == n && p.sizeVerb(i+n, len(p.afterAny(i+n, sizeVerbs...))):
		return 0
	}
	return n
}

// A verbIn is the verb of n bytes that s begins with: at the start of a phrase, a noun as well, or one that says
// no more than that a value was reached.
type verbIn struct {
	s                  string
	n                  int
	start, weak, light bool
}

// named says whether v belongs to what is named by what is done: 纳入救助范围, 接受资助的学生, 调解|成功率.
func (v *verbIn) named() bool {
	w, rest := v.s[:v.n], v.s[v.n:]
	if v.n == 6 && len(rest) > 3 && strings.HasPrefix(w, "新") && normalize.CommonWord(v.s[3:9]) && !normalize.CommonWord(upTo(rest, 6)) || wholes.prefix(v.s) > 0 {
		return true // 新设备
	}
	for i := range verbNouns {
		if r := &verbNouns[i]; oneOf(w, r.verbs) && endsIn(rest, r.ends...) {
			return true
		}
	}
	if j := strings.Index(rest, "的"); v.start && j >= 6 && len(rest)-j >= 9 && oneOf(w, getting) && quality.suffix(rest[:j]) == 0 {
		return true // but 取得良好的成绩
	}
	return outcomes.prefix(rest) == len(rest) || v.weak && len(rest) <= 24 && strings.HasSuffix(rest, "率") && changers.prefix(v.s) == 0 && !oneOf(w, wanting)
}

// takes says whether something stands behind v that it may be done to, which is no bracket, and no
// noun that v makes: 集聚|企业, 带动|消费, 申报、入选数, 出口|机电产品, 进口|通关时间.
func (v *verbIn) takes() bool {
	w, rest := v.s[:v.n], v.s[v.n:]
	if bracketLen(rest) == len(rest) || strings.HasPrefix(rest, "的") || len(rest) <= 6 && rest != "户均" && rest != "人均" || strings.HasPrefix(rest, "或") && w == "达到" {
		return false // 新增就业（初步核算数）, 达到或好于Ⅲ类水体比例
	}
	joint := joints.prefix(rest)
	if m := joint + verbal.prefix(rest[joint:]); !v.light && m > joint && nominal.prefix(rest[m:]) == len(rest)-m && (joint > 0 || len(rest)-m == 3) {
		return false // 新开工和续建|项目
	}
	return w != "脱贫" && !(v.start && (w == "出口" || w == "进口"))
}

// makesNoun says whether what stands behind v makes a noun of it: 完成率, but 改造|区级服务中心, 建成|标准化卫生室.
func (v *verbIn) makesNoun() bool {
	rest := v.s[v.n:]
	m := nominal.prefix(rest)
	other := m == len("区") && opensWord(rest) || strings.HasPrefix(rest[m:], "化")
	return !other && m > 0 && (m <= 3 || !v.light && !v.start)
}

// verbNouns are verbs that name what they are done to by the ends of its name: 参加养老保险人数, 纳入救助范围, 批复总投资.
var verbNouns = [...]struct{ verbs, ends []string }{
	{[]string{"参加", "享受", "领取", "缴纳"}, []string{"人数", "人次", "人数比例", "人数比重", "人数占比", "人口比例", "人口比重"}},
	{[]string{"纳入", "列入", "进入"}, []string{"范围", "名单", "目录", "台账"}},
	{[]string{"批复"}, []string{"投资"}},
}

// wanting are the verbs of what is done about a rate.
var wanting = []string{"改善", "优化", "加强", "巩固", "控制", "保障", "保证", "维护", "支持"}

// getting are the verbs of those who are told by what they get.
var getting = []string{"接受", "获得", "享受", "取得", "荣获", "列入", "纳入", "入选", "通过"}

// built says whether the verb of n bytes at byte i is the name of what is made, which ends at
// byte b: 新建|就业扶贫基地, 生产经营活动.
func (p *passage) built(i, n, b int) bool {
	rest := p.s[i+n : b]
	if k := lastIndex(rest, "（"); k > 0 && strings.HasSuffix(rest, "）") {
		rest = rest[:k]
	}
	return makes(p.s[:i]) && nominal.suffix(rest) > 3 || strings.HasPrefix(rest, "经营") && p.after(i, "生产")
}

// makes says whether s ends with a verb that makes what it names.
func makes(s string) bool {
	return endsIn(s, "建成", "新建", "新建成", "建立", "设立", "创建", "打造", "扩建", "改建")
}

// opensWord says whether the first character of s belongs to what stands behind it, not to a verb
// before: 生产便道, 区级, but 区面积.
func opensWord(s string) bool { return normalize.CommonWord(upTo(s, 6)) }
