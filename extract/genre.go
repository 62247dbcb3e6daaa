package extract

import (
	_ "embed"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A genre is the kind of paper an article is, as far as it bears on what its
// figures claim.
type genre uint8

// The genres.
const (
	anyPaper   genre = iota
	statistics       // 统计公报, 决算, 情况: of the year in the title
	workReport       // 政府工作报告: the year before, then the year of the title
	yearPlan         // 2024年工作要点
	longPlan         // “十四五”规划, 行动计划（2021—2023年）
	measures         // 办法, 若干政策, 实施细则
	noGenre          // 规划局, which is no 规划
)

//go:embed papers.tsv
var papersTSV string

// papers are the classes of papers.tsv, each a lexicon.
var papers = loadPhrases(papersTSV)

// genreWords tell the genre by the end of a title; those of the last only hold such a word.
var genreWords = [...]*lexicon{
	anyPaper: papers["any"], statistics: papers["statistics"], workReport: papers["work"], yearPlan: papers["year"],
	longPlan: papers["long"], measures: papers["measures"], noGenre: papers["none"],
}

// genreAtEnd is the genre of the longest word that s ends with, and its length; n is 0 where
// there is none.
func genreAtEnd(s string) (g genre, n int) {
	for as, words := range genreWords {
		if m := words.suffix(s); m > n {
			g, n = genre(as), m
		}
	}
	return g, n
}

// genreOf is what the last word of a title that tells it says.
func genreOf(title string) genre {
	for i := len(title); i > 0; {
		switch g, n := genreAtEnd(title[:i]); {
		case n == 0:
			i = lastRuneAt(title[:i])
		case g == noGenre:
			i -= n
		case g == yearPlan && (containsAny(title[:i], "总结", "工作报告与", "工作报告和", "工作报告及") || strings.HasPrefix(title[i:], "情况")):
			return statistics // 2021年工作总结和2022年工作计划, 民生实事情况
		case g == workReport && containsAny(title[:i], "分解", "落实", "分工"):
			return yearPlan // 分解落实《政府工作报告》的通知
		default:
			return g
		}
	}
	return anyPaper
}

// titles takes the title of each article.
func (r *reading) titles() {
	named := make([]*passage, len(r.articles))
	for _, p := range r.ps {
		st := &r.articles[p.block.Article]
		if p.block.Kind == policy.Title && st.title == "" {
			st.title, named[p.block.Article] = p.s, p
		}
	}
	st := &r.articles[0]
	if v := r.doc.Metadata["title"].Value; v != "" && len(r.articles) == 1 {
		if t := fold(v); len(t) > len(st.title) {
			st.title, named[0] = t, nil
		}
	}
	first := r.firstLine()
	if st.title == "" && first != nil && first.entitles() {
		st.title, named[0] = first.s, first
	}
	for a := range r.articles {
		r.articles[a].entitle(named[a], r.doc.Source.Name)
	}
	if st.title == "" && first != nil && first.short() {
		st.titled = titlePeriod(first.s, first, func(p normalize.Period) bool {
			return reportsOn(p) || !p.Relative && p.From.Year == p.To.Year && p.From.Year > 0
		})
	}
}

// entitle takes from the title, which stands in the given passage, or else from the file's name, what paper it is of, and of
// when.
func (st *setting) entitle(in *passage, file string) {
	st.genre = genreOf(st.title)
	if st.genre == anyPaper && (strings.Contains(st.title, "申报") && endsIn(st.title, "通知", "公告") || endsIn(st.title, "通知", "公告", "通告", "批复", "复函", "决定") && setsTariff(st.title)) {
		st.genre = measures
	}
	if st.title == "" {
		st.genre = genreOf(fileTitle(file))
	}
	st.stated = titlePeriod(st.title, in, func(p normalize.Period) bool { return !p.Relative && !p.Vague })
	if !st.stated.ok {
		st.titled = titlePeriod(st.title, in, reportsOn)
	}
}

// What is charged, and the verbs that set it.
var tariffs, tariffVerbs = phrases["tariff"], phrases["tariffset"]

// setsTariff says whether a title or a heading sets what is charged: 关于调整城区自来水价格有关事项的通知, 调整天然气销售价格,
// 关于公布缴费基数的通知. Prices that are made public were found, not set.
func setsTariff(s string) bool {
	i, n := tariffs.lastIn(s)
	if n == 0 || len(s)-i-n > len("等有关事项的通知") {
		return false
	}
	return tariffVerbs.in(s[:i]) || containsAny(s[:i], "公布", "发布") && !strings.Contains(s[i:i+n], "价")
}

// firstLine is the first passage, behind 附件1 if there is more; nil where there is none.
func (r *reading) firstLine() *passage {
	switch {
	case len(r.ps) == 0:
		return nil
	case len(r.ps) > 1 && startsIn(r.ps[0].s, "附件", "附表") && len(r.ps[0].s) <= len("附件10："):
		return r.ps[1]
	}
	return r.ps[0]
}

// entitles says whether p, the first line of a text, is its title, though nothing marks it as one: it ends with
// what kind of paper it is, or with its coming out: 票选表决县政府2025年度民生实事项目正式出炉！
func (p *passage) entitles() bool {
	s, limit := strings.TrimRight(p.s, "！!"), 150
	if k := strings.LastIndexByte(s, '.'); k > 0 && len(s)-k <= len(".docx") && s[k-1] >= 0x80 {
		s = s[:k] // …责任分解表.docx
	}
	if out := p.beforeAny(len(s), "正式出炉", "出炉", "揭晓", "敲定"); out != "" {
		s, limit = strings.TrimRight(s[:len(s)-len(out)], " "), 300
	}
	_, n := genreAtEnd(s)
	return n > 0 && p.block.Kind == policy.Paragraph && len(s) <= limit && !strings.ContainsAny(s, "。；，|")
}

// titlePeriod is the first period of a title that will do. The title's passage is nil where
// only the metadata give it.
func titlePeriod(title string, in *passage, will func(normalize.Period) bool) said {
	for i := range title {
		n, p := normalize.MatchPeriod(title[i:])
		if n == 0 || !will(p) || p.Open == normalize.Until && !strings.HasPrefix(title[i:], "截") || endsIn(title[:i], "力争", "争取", "到", "至", "目标") {
			continue // 力争2025年, 到2027年
		} else if p.Relative && heldBefore.suffix(title[:i]) > 0 {
			continue // 比去年高31.8%
		}
		if p.From.Year == p.To.Year && p.From.Year > 0 && startsIn(title[i+n:], "工作计划", "工作打算", "工作安排", "工作思路") && containsAny(title[:i], "总结", "报告", "回顾") {
			p.From.Year, p.To.Year = p.From.Year-1, p.To.Year-1 // 年度工作报告与2019年工作计划
		}
		s := said{ok: true, period: p, edtf: p.Resolve(0), raw: title[i : i+n], plan: !p.Relative && p.From.Year != p.To.Year}
		if in != nil {
			s.span = in.span(i, i+n)
		}
		return s
	}
	return said{}
}

// reportsOn says whether a period without a year is what a headline reports on: 前三季度, 1-8月,
// 4月份, 今年以来, 去年, 过去五年.
func reportsOn(p normalize.Period) bool {
	return runs(p) || overYears(p) || p.Relative && !p.Vague && p.Open != normalize.Since && p.From.Year == p.To.Year && p.From.Year <= 0 && (p.From.Month > 0 || p.From.Year < 0)
}

// madeHere is the genre of what a paper says it lays down itself: 结合我区实际，制定本办法.
// Only the first paragraphs of a paper whose title does not tell it are read for that.
func (r *reading) madeHere() {
	for i, p := range r.ps {
		if st := &r.articles[p.block.Article]; st.genre == anyPaper && r.before[i] <= 3000 && p.block.Kind == policy.Paragraph {
			st.makes(p, r.before[i] < promised)
		}
	}
}

// makes takes from paragraph p, which stands early in its paper or not, what that lays down.
func (st *setting) makes(p *passage, early bool) {
	if early && promises(p.s) {
		if st.genre = yearPlan; !st.stated.ok {
			st.stated, st.promised = titlePeriod(p.s, p, oneYear), true
		}
		return
	}
	st.press = st.press || containsAny(upTo(p.s, 150), "讯（", "电（", "记者")
	st.ofReport = st.ofReport || indexByEnd(p.s, "政府工作报告") >= 0
	for _, w := range [...]string{"制定本", "制订本"} {
		if k := indexByEnd(p.s, w); k >= 0 {
			st.genre = genreOf(upTo(p.s[k+len(w):], 24))
		}
	}
	if early {
		st.opens(p)
	}
	if st.genre == anyPaper {
		st.announced(p)
	}
	if p.titled() && tellsRules(p.s) {
		st.genre = measures
	}
}

// tellsRules says whether s tells what a paper lays down: 《临江市人才奖励办法》明确，…, 《关于调整养老金的通知》规定，…; not
// 根据《临江市绿化条例》规定，….
func tellsRules(s string) bool {
	for _, w := range [...]string{"》明确", "》规定，", "》规定："} {
		k := indexByEnd(s, w)
		if k < 0 || !endsIn(s[:k], "办法", "细则", "措施", "规定", "条例", "政策") && (w == "》明确" || !endsIn(s[:k], "通知", "决定", "公告")) {
			continue
		}
		if !endsIn(s[:max(0, lastIndex(s[:k], "《"))], "根据", "按照", "按", "依据", "依照", "违反", "符合") {
			return true
		}
	}
	return false
}

// opens takes what paper the end of a sentence says that it opens: 现就做好2030年重点工作提出如下意见。
func (st *setting) opens(p *passage) {
	switch s := strings.TrimRight(p.s, "。："); {
	case endsIn(s, "如下措施", "如下政策措施", "如下政策", "以下措施"):
		st.genre = measures
	case endsIn(s, "如下意见", "以下意见", "如下实施意见"):
		st.genre = longPlan
		if of := titlePeriod(s, p, oneYear); of.ok && startsIn(s[strings.Index(s, of.raw)+len(of.raw):], "“三农”", "重点", "工作") {
			st.genre, st.stated = yearPlan, of
		}
	}
}

// oneYear says whether t is a year that is told by its number.
func oneYear(t normalize.Period) bool { return t.Whole() && !t.Relative && t.From == t.To }

// promised is within how many bytes of its start a paper without a title tells that it lists what is to be done.
const promised = 600

// announced makes news of a plan what the plan is, of which goals are to be expected: 《临江市“十三
// 五”旅游发展规划》印发; news of 《2022年临江市环境公报》 is about its years.
func (st *setting) announced(p *passage) {
	for from, to := range p.inTitles {
		kind := genreNamed(p.s[from:to])
		switch {
		case kind == yearPlan && st.follows(p, from, to):
			return
		case kind != longPlan && (kind != statistics || st.titled.ok) || !p.announces(from, to):
			continue
		}
		named := p.periodNamed(from, to, func(t normalize.Period) bool { return !t.Relative && (kind == statistics || t.From.Year < t.To.Year) })
		if kind == statistics {
			st.titled = named
			continue
		}
		if st.genre = longPlan; named.ok {
			st.eve, st.aimed = named.period.From.Year-1, named
		}
		return
	}
}

// inTitles are the places of what stands in 《…》 in the passage.
func (p *passage) inTitles(yield func(from, to int) bool) {
	for at := 0; p.titled(); {
		i := strings.Index(p.s[at:], "《")
		if i < 0 {
			return
		}
		from := at + i + len("《")
		n := strings.Index(p.s[from:], "》")
		if n < 0 || !yield(from, from+n) {
			return
		}
		at = from + n + len("》")
	}
}

// announces says whether the passage tells that the paper named at [from, to) has come out, or calls it short: 印发|《…》,
// 《…》|（以下简称….
func (p *passage) announces(from, to int) bool {
	open := from - len("《")
	before := p.s[max(lastIndex(p.s[:open], "》"), lastIndex(p.s[:from], "。"), 0):from]
	near := upTo(p.s[to+len("》"):], 90)
	return announceWords.in(before[max(0, len(before)-36):]) || announceWords.prefix(near) > 0 || strings.HasPrefix(near, "（") && containsAny(near, "下称", "简称")
}

// periodNamed is the first period of the name at [from, to) that will do.
func (p *passage) periodNamed(from, to int, will func(normalize.Period) bool) said {
	named := titlePeriod(p.s[from:to], nil, will)
	if named.ok {
		i := from + strings.Index(p.s[from:], named.raw)
		named.span = p.span(i, i+len(named.raw))
	}
	return named
}

// follows makes news of what a year will bring what the paper is that it rests on, whose name stands at [from, to): 根据
// 《2030年全市交通工作要点》，今年临江市|将….
func (st *setting) follows(p *passage, from, to int) bool {
	to += len("》")
	rest, _, _ := strings.Cut(upTo(p.s[to:], 150), "。")
	if !endsIn(p.s[:from], "根据《", "按照《", "依据《") || !strings.Contains(rest, "将") {
		return false
	}
	named := p.periodNamed(from, to, oneYear)
	if named.ok {
		st.genre, st.stated, st.promised = yearPlan, named, true
	}
	return named.ok
}

// genreNamed is the genre that the end of a name tells: …规划（2021—2025年）. anyPaper where none does.
func genreNamed(name string) genre {
	g, _ := genreAtEnd(strings.TrimRight(name, "()（）0123456789年—-~～至 "))
	return g
}
