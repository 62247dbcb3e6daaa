package export

import (
	"cmp"

	"shuzheng/policy"
)

// A sourceRow is one figure behind a cell of the panel.
type sourceRow struct {
	*panelRow
	fact     *fact
	sources  int  // of the cell
	clash    bool // they differ
	document string
	evidence string // place
}

var sourceColumns = []column[sourceRow]{
	{"concept", "标准指标", "Concept", 30, wrapColumn, func(r *sourceRow) cell { return styled(strongStyle, r.name) }},
	{"area", "地区", "Area", 14, codeColumn, func(r *sourceRow) cell { return centred(r.area) }},
	{"period", "时期", "Period", 18, codeColumn, func(r *sourceRow) cell { return centred(r.words[r.fact.period]) }},
	{"measure", "类型", "Measure", 9, codeColumn, func(r *sourceRow) cell { return centred(r.lang.word("measure", string(r.fact.measure))) }},
	{"base", "对比基准", "Against", 12, codeColumn, func(r *sourceRow) cell { return centred(r.lang.word("base", r.words[r.fact.base])) }},
	{"status", "状态", "Status", 9, codeColumn, func(r *sourceRow) cell {
		return styled(cmp.Or(statusStyles[r.fact.status], centreStyle), r.lang.word("status", string(r.fact.status)))
	}},
	{"comparator", "比较", "Bound", 9, codeColumn, func(r *sourceRow) cell { return centred(r.lang.word("comparator", string(r.fact.comparator))) }},
	{"value", "数值", "Value", 18, numberColumn, func(r *sourceRow) cell { return number(r.fact.value, int(r.fact.decimals)) }},
	{"value_high", "上限值", "Upper end", 12, numberColumn, func(r *sourceRow) cell { return number(r.fact.high, int(r.fact.decimals)) }},
	{"unit", "单位", "Unit", 10, codeColumn, func(r *sourceRow) cell { return centred(r.words[r.fact.unit]) }},
	{"sources", "同格来源", "In this cell", 10, numberColumn, func(r *sourceRow) cell { return count(r.sources) }},
	{"check", "核对", "Check", 9, codeColumn, agreementCell},
	{"indicator", "原文指标", "As worded", 32, wrapColumn, func(r *sourceRow) cell { return wrapped(r.words[r.fact.indicator]) }},
	{"document", "文档", "Document", 40, wrapColumn, func(r *sourceRow) cell { return styled(faintStyle, r.document) }},
	{"evidence", "证据", "Evidence", 9, linkColumn, func(r *sourceRow) cell { return link(r.lang.pick("查看", "show"), r.evidence) }},
	{"id", "指标标识", "Concept ID", 26, textColumn, func(r *sourceRow) cell { return styled(faintLineStyle, r.words[r.fact.concept]) }},
}

func agreementCell(r *sourceRow) cell {
	switch {
	case r.clash:
		return styled(alarmStyle, r.lang.pick("不一致", "differs"))
	case r.sources > 1:
		return centred(r.lang.pick("一致", "agrees"))
	}
	return styled(centreStyle, "")
}

// sourceSheet lists every figure behind the panel, by row and period.
func (p *panel) sourceSheet() (*sheet, error) {
	s := newSheet(p.options.Lang, "面板来源", "Panel sources", green, 1, sourceColumns)
	for i := range p.rows {
		if err := p.putSources(s, &p.rows[i]); err != nil {
			return s, err
		}
	}
	return s, nil
}

func (p *panel) putSources(s *sheet, r *panelRow) error {
	for _, facts := range policy.Runs(r.facts, (*fact).samePeriod) {
		statements := r.statements(facts)
		for i := range facts {
			f := &facts[i]
			same, clash := beside(statements, f)
			row := sourceRow{panelRow: r, fact: f, sources: same, clash: clash, document: p.word(f.document), evidence: p.evidence.place(int(f.row), 0)}
			if err := p.put(s, fill(p.Workbook, sourceColumns, &row)); err != nil {
				return err
			}
		}
	}
	return nil
}

// beside says how many sources of a cell have the status of f, and whether one of them
// gives another value.
func beside(all []statement, f *fact) (sources int, clash bool) {
	for _, s := range all {
		if s.fact.status != f.status {
			continue
		}
		sources += s.sources
		clash = clash || f.comparator == policy.Equal && bothEqual(s.fact, f) && !s.fact.same(f)
	}
	return sources, clash
}
