package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// afterVerb moves a behind the last verb of [a, b) that is no part of a noun:
// 某科创城集聚高技能人才 → 高技能人才. Verbs that are nouns as well count at the start alone.
func (p *passage) afterVerb(a, b int) int {
	s := p.s
	if strings.Contains(s[a:b], "拉动") {
		return a
	}
	if p.after(a, "每") || p.sharesOfThose(a, b) {
		return a // 每千人口拥有执业医师
	}
	best, depth := a, 0
	for i := a; i < b; {
		if i != best {
			if next := parting.Skip(s[:b], i); next > i {
				i = next
				continue
			}
		}
		if w := p.afterIn(i, joining); depth == 0 && w != "" && i > best && !splitsWord(s[:b], i) && !splitsWord(s[:b], i+len(w)) && b-i > 9 {
			best = p.trimLeft(i+len(w), b)
			i = best
			continue
		}
		switch w := s[i:min(i+3, b)]; w {
		case "“", "（", "《":
			depth++
		case "”", "）", "》":
			depth = max(0, depth-1)
		case "计", "拟":
			if n := p.intent(i, b); depth == 0 && n > 0 && bodies.suffix(s[best:i]) > 0 {
				best = p.trimLeft(i+n, b)
				i = best
				continue
			}
		}
		if n := p.verbAt(i, b, i == best || handedTo(s[best:i])); depth == 0 && n > 0 && (i == best || !p.sizeVerb(i, n)) {
			if s[i:i+n] == "拥有" && strings.Contains(s[best:i], "每") {
				return best // 社区每百户居民拥有服务设施面积
			}
			best = p.trimLeft(i+n, b)
			i = best
			continue
		}
		i += runeLen(s[i])
	}
	if i := b - len("获得金牌"); i-best > 12 && p.beforeAny(i, "中", "上") != "" && verbs.prefix(s[i:b]) > 0 && strings.Contains(s[best:i], "在") {
		return i // 运动员在省级比赛中|获得金牌
	}
	return best
}

// handedTo says whether s ends with those something is done for: 银行|向|科技型企业.
func handedTo(s string) bool { return people.suffix(s) > 0 && containsAny(s, "向", "给") }

// sharesOfThose says whether [a, b) ends in the share of those of whom it says before 的 what they do: 企业建有研发机构|的比例,
// 有研发活动的企业|占比.
func (p *passage) sharesOfThose(a, b int) bool {
	if p.beforeAny(b, "的比例", "的比重") == "" {
		return false
	}
	n := max(verbs.prefix(p.s[a:b]), weak.prefix(p.s[a:b]))
	return n == 0 && !strings.ContainsAny(p.s[a:b], "，、；")
}

// intent is the length of what says at byte i before b that something is wanted, where a verb tells behind it what:
// 县水利局|计划|改造灌区. 0 where nothing does.
func (p *passage) intent(i, b int) int {
	n := len(p.afterAny(i, "计划", "拟"))
	if n == 0 || i+n >= b || max(verbs.prefix(p.s[i+n:b]), weak.prefix(p.s[i+n:b])) == 0 || splitsWord(p.s[:b], i) || splitsWord(p.s[:b], i+n) {
		return 0
	}
	return n
}

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
	parting = policy.JoinSets(&verbs.begins, policy.WideSetOf("且并“（《”）》计拟"))
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
	if n == 0 && !start {
		return 0
	}
	if n == 0 && start {
		n = weak.prefix(s[i:])
		m := weak.prefix(s[i+n:])
		if n > 0 && (b-i-n < 6 || m > 0 && heads.prefix(s[i+n+m:]) == b-i-n-m && b > i+n+m || heads.prefix(s[i+n:]) > 0 && !startsIn(s[i+n:], "出口", "进口") && !handsOut(s[i:i+n], s[i+n:]) || p.built(i, n, b)) {
			return 0
		}
	}
	if n == 0 || i+n >= b || splitsWord(s, i) && !start || n <= 3 && splitsWord(s, i+n) {
		return 0
	}
	rest := s[i+n:]
	if n == 6 && len(rest) > 3 && normalize.CommonWord(s[i+3:i+n+3]) && !normalize.CommonWord(upTo(rest, 6)) && strings.HasPrefix(s[i:], "新") {
		return 0 // 新设备
	}
	if wholes.prefix(s[i:]) > 0 || endsIn(rest, "人数", "人次", "人数比例", "人数比重", "人数占比", "人口比例", "人口比重") && startsIn(s[i:], "参加", "享受", "领取", "缴纳") {
		return 0 // 参加养老保险人数
	}
	if oneOf(s[i:i+n], entering) && endsIn(rest, "范围", "名单", "目录", "台账") {
		return 0 // 纳入救助范围12人
	}
	if j := strings.Index(rest, "的"); start && j >= 6 && len(rest)-j >= 9 && oneOf(s[i:i+n], getting) && quality.suffix(rest[:j]) == 0 {
		return 0 // 接受资助的学生, but 取得良好的成绩
	}
	if s[i:i+n] == "批复" && endsIn(rest, "投资") {
		return 0 // 改造项目批复总投资
	}
	if outcomes.prefix(rest) == len(rest) || verb == 0 && len(rest) <= 24 && strings.HasSuffix(rest, "率") && changers.prefix(s[i:]) == 0 && !oneOf(s[i:i+n], wanting) {
		return 0 // 调解|成功率
	}
	if s[i:i+n] == "实现" && !start && heads.prefix(rest) == len(rest) {
		return n // 工程机械|实现|产值
	}
	if n := bracketLen(rest); strings.HasPrefix(rest, "（") && (n == 0 || n == len(rest)) {
		return 0 // 新增就业（初步核算数）
	}
	if strings.HasPrefix(rest, "的") || len(rest) <= 6 && rest != "户均" && rest != "人均" || strings.HasPrefix(rest, "或") && s[i:i+n] == "达到" {
		return 0 // 集聚企业, 带动消费, 完成投资, 达到或好于Ⅲ类水体比例
	}
	light := lights.prefix(s[i:]) == verb
	joint := len(p.afterAny(i+n, "和", "及", "与", "、"))
	if m := joint + max(verbs.prefix(rest[joint:]), weak.prefix(rest[joint:])); !light && m > joint && nominal.prefix(rest[m:]) == len(rest)-m && (joint > 0 || len(rest)-m == 3) {
		return 0 // 申报|入选数, 新开工和续建|项目
	}
	if w := s[i : i+n]; start && (w == "出口" || w == "进口") {
		return 0 // 出口机电产品, 进口通关时间
	}
	if s[i:i+n] == "脱贫" {
		return 0 // it takes no object: 脱贫劳动力务工总量
	}
	if makes(s[i:i+n]) && startsIn(rest, "村", "县", "户") {
		return n // 建成|村卫生室
	}
	m := nominal.prefix(rest)
	if m == len("区") && opensWord(rest) || strings.HasPrefix(rest[m:], "化") {
		m = 0 // 改造|区级服务中心, 实现|户均增收, 修建|生产便道, 建成|标准化卫生室
	}
	if m > 0 && (m <= 3 || !light && (!start || m == len(rest))) {
		return 0
	}
	return n
}

// wanting are the verbs of what is done about a rate.
var wanting = []string{"改善", "优化", "加强", "巩固", "控制", "保障", "保证", "维护", "支持"}

// getting are the verbs of those who are told by what they get.
var getting = []string{"接受", "获得", "享受", "取得", "荣获", "列入", "纳入", "入选", "通过"}

// entering are the verbs of what is put on a list.
var entering = []string{"纳入", "列入", "进入"}

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
func opensWord(s string) bool {
	return len(s) >= 6 && normalize.CommonWord(s[:6]) || startsIn(s, "区级", "县级", "村级", "区里", "县里", "村里", "户均", "村均")
}
