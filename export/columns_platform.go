package export

import (
	"sort"
	"strings"

	"shuzheng/policy"
)

// A platformRow is what the columns of platforms see.
type platformRow struct {
	*view
	platform *policy.Platform
	number   int    // of the platform in the workbook, from 1
	block    int    // ID of the block of its first mention, -1 if none
	quote    quote  // of its first mention
	figure   string // place of the first figure about it
}

var platformColumns = []column[platformRow]{
	{"number", "序号", "No.", 7, numberColumn, func(r *platformRow) cell { return count(r.number) }},
	{"document", "文档", "Document", 24, textColumn, func(r *platformRow) cell { return styled(faintLineStyle, r.name) }},
	{"name", "平台名称", "Platform", 34, wrapColumn, func(r *platformRow) cell { return styled(strongStyle, r.platform.Name) }},
	{"type", "类型", "Type", 11, codeColumn, func(r *platformRow) cell { return centred(r.word("platform", string(r.platform.Type))) }},
	{"level", "级别", "Level", 10, codeColumn, func(r *platformRow) cell { return centred(r.platform.Level) }},
	{"aliases", "别称", "Other names", 28, wrapColumn, func(r *platformRow) cell { return wrapped(strings.Join(r.platform.Aliases, "、")) }},
	{"mentions", "提及次数", "Mentions", 10, numberColumn, func(r *platformRow) cell { return count(len(r.platform.Mentions)) }},
	{"sentence", "首次出现的句子（名称已标红）", "First sentence (the name in red)", 64, wrapColumn, func(r *platformRow) cell { return marked(r.quote.before, r.quote.exact, r.quote.after) }},
	{"attributes", "属性", "Attributes", 48, wrapColumn, func(r *platformRow) cell { return wrapped(r.attributes()) }},
	{"figures", "相关数据", "Figures about it", 36, wrapColumn, func(r *platformRow) cell { return wrapped(r.figureList()) }},
	{"figure", "数据条数", "Figures", 10, numberColumn, func(r *platformRow) cell { return linkedCount(len(r.platform.Figures), r.figure) }},
	{"section", "章节", "Section", 32, wrapColumn, func(r *platformRow) cell { return styled(faintStyle, r.section(r.block)) }},
	{"start", "字符起", "Start", 9, numberColumn, func(r *platformRow) cell { return count(r.index.Rune(r.first().Start)) }},
	{"end", "字符止", "End", 9, numberColumn, func(r *platformRow) cell { return count(r.index.Rune(r.first().End)) }},
}

// first is the place of the first mention.
func (r *platformRow) first() policy.Span { return r.platform.Mentions[0].Span }

// attributes words what is said of the platform, one a line: 状态：投入使用.
func (r *platformRow) attributes() string {
	var lines []string
	for _, a := range r.platform.Attributes {
		lines = append(lines, a.Name+r.lang.pick("：", ": ")+shorten(a.Value, sentenceRunes))
	}
	return strings.Join(lines, "\n")
}

// figureList words the figures about the platform: 总建筑面积 9800㎡.
func (r *platformRow) figureList() string {
	var lines []string
	for _, id := range r.platform.Figures {
		if f := r.figureOf[id]; f != nil {
			lines = append(lines, strings.TrimSpace(f.Indicator+" "+r.index.text[f.Evidence.Span.Start:f.Evidence.Span.End]))
		}
	}
	return strings.Join(lines, "\n")
}

// addPlatforms puts the platforms of a document into the workbook; its figures must
// be there already.
func (w *Workbook) addPlatforms(v *view) error {
	for i := range v.doc.Platforms {
		p := &v.doc.Platforms[i]
		if len(p.Mentions) == 0 {
			continue
		}
		at := p.Mentions[0].Span
		block := blockAt(v.doc, at)
		r := platformRow{view: v, platform: p, number: w.platforms.rows() + 1, block: block, quote: v.quoteAt(block, at)}
		if len(p.Figures) > 0 && v.figures[p.Figures[0]] > 0 {
			r.figure = w.figures.place(v.figures[p.Figures[0]]-1, 0)
		}
		if err := w.put(w.platforms, fill(w, platformColumns, &r)); err != nil {
			return err
		}
	}
	return nil
}

// blockAt is the ID of the block that holds a place, -1 if none does.
func blockAt(doc *policy.Document, at policy.Span) int {
	i := sort.Search(len(doc.Blocks), func(i int) bool { return doc.Blocks[i].Span.End > at.Start })
	if i < len(doc.Blocks) && doc.Blocks[i].Span.Start <= at.Start {
		return i
	}
	return -1
}

// quoteAt gives the sentence of a block around a place, or the row of its table.
func (v *view) quoteAt(block int, at policy.Span) quote {
	if block < 0 {
		return sentence(v.index.text, at.Start, at.End)
	}
	b := &v.doc.Blocks[block]
	if b.Table >= 0 && b.Table < len(v.doc.Tables) {
		t := &v.doc.Tables[b.Table]
		for i := range t.Cells {
			if c := &t.Cells[i]; c.Span.Contains(at) {
				return tableQuote(t, c.Row, at)
			}
		}
	}
	return sentence(b.Text.String(), b.Text.Offset(at.Start), b.Text.Offset(at.End))
}
