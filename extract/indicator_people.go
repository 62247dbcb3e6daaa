package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// headcounts are what is counted in units of people where nothing else names it.
var headcounts = map[string]string{"人": "人数", "人次": "人次", "户": "户数", "名": "人数"}

// headFirsts are the characters that those units begin with.
var headFirsts = policy.WideSetOf("人户名")

// thingUnits are units that name what is counted.
var thingUnits = []string{"学位", "床位", "车位", "泊位", "机位", "席位", "座位", "网点", "标段"}

// inhabitants names those of a village or town that figure k counts, where [a, b) before it names
// no more than that, or how many places they live in: 全村312户、1100人.
func (p *passage) inhabitants(k, a, b int) subject {
	f := p.marks[k].fig
	if !headFirsts.Begins(f.Unit) || f.Measure != policy.Level || headcounts[f.Unit] == "" {
		return subject{}
	}
	b = p.trimTail(a, b)
	if !p.theirs(k, a, b) && (b-a > len("全社区") || !startsIn(p.s[a:b], "全", "该", "我", "本") || !endsIn(p.s[a:b], "村", "镇", "乡", "组", "屯", "寨", "社区")) {
		return subject{}
	}
	if f.Unit == "户" {
		return subject{"户数", p.arena.span(f.unit)}
	}
	return subject{"人口", p.arena.span(f.unit)}
}

// theirs says whether figure k counts those of whom the figure before tells how many households or places
// they are, with no more than [a, b) between: 15个组|1200户|4300人.
func (p *passage) theirs(k, a, b int) bool {
	f := p.figureAt(k - 1)
	if f == nil {
		return false
	}
	end, who := p.marks[k-1].end, p.known[k-1].words
	if who == "户数" {
		return a == b && p.marks[k].start-end <= len("、")
	}
	return p.countUnit(f) && endsIn(who, "组", "村", "乡", "镇", "街道", "社区") && strings.TrimRight(p.s[end:b], "、，") == who
}

// graded completes a grade alone with what is graded: 省级以上科技奖92项，其中国家级6项.
func (p *passage) graded(a, b, k int) subject {
	if n := rankLen(p.s[a:b]); n == 0 || n != b-a {
		return subject{}
	}
	prev := p.previous(k)
	if prev < 0 || p.known[prev].words == "" || (p.marks[k].fig.kind == normalize.CurrencyUnit) != (p.marks[prev].fig.kind == normalize.CurrencyUnit) && (p.marks[k].fig.kind == normalize.CountUnit || p.marks[prev].fig.kind == normalize.CountUnit) {
		return subject{} // 评选10项优秀成果，一等奖100万元
	}
	head := p.known[prev].words
	n := rankLen(head)
	if n == len(head) {
		return subject{} // 一等奖100万元，二等奖50万元
	}
	if n == 0 && strings.HasPrefix(head, "中央") && !strings.HasPrefix(head, "中央财政") {
		n = len("中央") // 其中中央8亿元、|省级|3亿元
	}
	head = strings.TrimPrefix(head[n:], "以上") // 二级以上|医院
	if n > 0 {
		head = head[rankLen(head):] // 国家|A级|旅游景区32家，其中5A级1家
	} else {
		head = head[:len(head)-grades.suffix(head)] // 国家助学金一等2500元、|二等|1500元
	}
	return p.known[prev].as(p.s[a:b]+head, policy.Span{Start: a, End: b})
}

// perHeads is s of so many heads where the figure before, which stands side by side with figure k, is
// told of them: 每千人口执业医师3.2人、|注册护士3.8人.
func (p *passage) perHeads(k int, s *subject) {
	i, f := p.figureBefore(k), p.marks[k].fig
	if i < 0 || !strings.HasPrefix(p.known[i].words, "每") || strings.HasPrefix(s.words, "每") || len(p.known[i].spans) == 0 {
		return
	}
	if end := p.figureEnd(&p.marks[i]); !p.after(end, "、") && !(p.after(end, "，") && f.Decimals > 0) {
		return
	}
	for words, at := p.known[i].words, len("每"); at < len(words); at += runeLen(words[at]) {
		if n := people.prefix(words[at:]); n > 0 {
			s.words = words[:at+n] + s.words
			s.spans = append(p.known[i].spans[:1:1], s.spans...)
			break
		}
	}
}
