package export

import (
	"fmt"
	"strings"
)

// A style says how a cell looks. It is an index into the list of looks.
type style uint8

// The styles. The number styles are followed by room for one for each count of
// printed decimals.
const (
	textStyle style = iota
	wrapStyle
	centreStyle
	strongStyle
	faintStyle
	faintLineStyle // one line, cut off by the next cell
	faintCentreStyle
	linkStyle
	headStyle
	headNumberStyle
	headCentreStyle
	numberTextStyle // a number that no spreadsheet can hold, as text
	goodStyle       // centred words in a colour
	targetStyle
	estimateStyle
	ruleStyle
	alarmStyle
	leadStyle // the role of an organ in a task
	answerStyle
	helpStyle
	gridTitleStyle
	gridInfoStyle
	gridLinkStyle
	gridHeadStyle
	gridRowHeadStyle
	gridTextStyle
	gridNoteStyle
	coverTitleStyle
	coverSubtitleStyle
	coverSectionStyle
	coverKeyStyle
	coverTextStyle
	coverLinkStyle
	coverNumberStyle
	alarmCountStyle // a number to look at
	formHeadStyle   // what people fill in
	formChoiceStyle
	formCentreStyle
	formTextStyle
	formDateStyle
	formChangedStyle // a verdict on what the figure said before
	remarkStyle
	paperTitleStyle // of the working paper
	paperSubtitleStyle
	paperKeyStyle
	paperFieldStyle // to fill in
	paperAreaStyle
	paperTextStyle
	paperCentreStyle
	panelTextStyle // cells of the panel that are words
	panelTargetStyle
	panelEstimateStyle
	panelRuleStyle
	panelAlarmStyle
	countStyle      // a plain whole number: positions, lines
	linkCountStyle  // a whole number that is a link
	numberStyle     // + decimals
	gridNumberStyle = numberStyle + maxDecimals + 1
	gridGroupStyle  = gridNumberStyle + maxDecimals + 1 // with thousands separators
	// by status, decimals and number of sources
	panelNumberStyle = gridGroupStyle + maxDecimals + 1
	styles           = panelNumberStyle + 4*(panelDecimals+1)*panelSources
)

// How many digits after the point and how many sources a number of the panel shows.
const (
	panelDecimals = 6
	panelSources  = 5 // or more
)

// maxDecimals is how many digits after the point a number format shows; a
// spreadsheet holds no more than 15 digits in all.
const maxDecimals = 15

// The colours: ink on white, one blue for structure, few accents.
const (
	ink    = "262B33"
	faint  = "7A828E"
	navy   = "1F3A5F"
	blue   = "2F6DB5"
	green  = "2E7D5B"
	amber  = "A66A00"
	violet = "6A4C93"
	red    = "B3392F"
	mist   = "E9EFF6"
	hair   = "D9DEE5" // between rows
	edge   = "B9C4D1" // around the cells of a grid
	cream  = "FFF9E8" // to write on
	straw  = "F8E3A8" // above it
	twig   = "E3C97B" // around it
)

// A font of every Chinese Windows and Office; others fall back by themselves.
const fontName = "微软雅黑"

// A look is what a style means, in words that no library owns.
type look struct {
	size   float64
	bold   bool
	colour string
	fill   string // "" for none
	align  string // left center right
	valign string
	indent int
	wrap   bool
	format string // of numbers; "@" keeps a cell text when it is edited
	rule   string // colour of the line below, "" for none
	heavy  bool   // that line is heavy
	box    bool   // lines on all four sides
	open   bool   // may be written to where the sheet is protected
}

// lookOf is the look of a style.
func lookOf(s style) look {
	l := look{size: 10, colour: ink, align: "left", valign: "center", format: "@", rule: hair}
	switch {
	case s >= panelNumberStyle:
		return panelLook(int(s - panelNumberStyle))
	case s >= gridGroupStyle:
		l.format, l.align, l.box, l.rule, l.indent = "#,##0"+decimals(s-gridGroupStyle), "right", true, edge, 1
		return l
	case s >= gridNumberStyle:
		l.format, l.align, l.box, l.rule, l.indent = "0"+decimals(s-gridNumberStyle), "right", true, edge, 1
		return l
	case s >= numberStyle:
		l.format, l.align, l.indent = "#,##0"+decimals(s-numberStyle), "right", 1
		return l
	}
	change := looks[s]
	if change != nil {
		change(&l)
	}
	return l
}

// panelLook is the look of a number of the panel: the colour of its status, and ×3
// behind the number of three sources.
func panelLook(n int) look {
	sources, decimal, status := n%panelSources+1, n/panelSources%(panelDecimals+1), n/panelSources/(panelDecimals+1)
	l := look{size: 10, colour: panelColours[status], align: "right", valign: "center", indent: 1, rule: hair, format: "#,##0" + decimals(style(decimal))}
	switch {
	case sources == panelSources:
		l.format += fmt.Sprintf(`" ×%d+"`, sources)
	case sources > 1:
		l.format += fmt.Sprintf(`" ×%d"`, sources)
	}
	return l
}

// panelColours are those of statusOrder.
var panelColours = [...]string{ink, amber, blue, violet}

// decimals is the part of a number format after the point.
func decimals(n style) string {
	if n == 0 {
		return ""
	}
	return "." + strings.Repeat("0", int(n))
}

// looks says how each style differs from plain text.
var looks = [numberStyle]func(*look){
	wrapStyle:          func(l *look) { l.wrap = true },
	centreStyle:        func(l *look) { l.align = "center" },
	strongStyle:        func(l *look) { l.bold, l.wrap = true, true },
	faintStyle:         func(l *look) { l.colour, l.wrap = faint, true },
	faintLineStyle:     func(l *look) { l.colour = faint },
	faintCentreStyle:   func(l *look) { l.colour, l.align = faint, "center" },
	linkStyle:          func(l *look) { l.colour, l.align = blue, "center" },
	headStyle:          head,
	headNumberStyle:    func(l *look) { head(l); l.align, l.indent = "right", 2 },
	headCentreStyle:    func(l *look) { head(l); l.align = "center" },
	numberTextStyle:    func(l *look) { l.align, l.indent = "right", 1 },
	goodStyle:          func(l *look) { l.align, l.colour = "center", green },
	targetStyle:        func(l *look) { l.align, l.colour = "center", blue },
	estimateStyle:      func(l *look) { l.align, l.colour = "center", amber },
	ruleStyle:          func(l *look) { l.align, l.colour = "center", violet },
	alarmStyle:         func(l *look) { l.align, l.colour, l.bold = "center", red, true },
	leadStyle:          func(l *look) { l.align, l.colour, l.fill, l.bold, l.wrap = "center", "FFFFFF", blue, true, true },
	answerStyle:        func(l *look) { l.align, l.colour, l.fill, l.wrap = "center", navy, "D3E3F5", true },
	helpStyle:          func(l *look) { l.align, l.colour, l.fill, l.wrap = "center", faint, "F1F3F6", true },
	alarmCountStyle:    func(l *look) { l.format, l.align, l.indent, l.colour, l.bold = "0", "right", 1, red, true },
	formHeadStyle:      func(l *look) { head(l); l.fill, l.rule, l.align = straw, amber, "center" },
	formChoiceStyle:    func(l *look) { openForm(l); l.align, l.bold = "center", true },
	formCentreStyle:    func(l *look) { openForm(l); l.align = "center" },
	formTextStyle:      openForm,
	formDateStyle:      func(l *look) { openForm(l); l.align, l.format = "center", "yyyy-mm-dd" },
	formChangedStyle:   func(l *look) { openForm(l); l.align, l.bold, l.colour = "center", true, red },
	remarkStyle:        func(l *look) { l.wrap, l.colour = true, red },
	paperTitleStyle:    func(l *look) { l.size, l.bold, l.align, l.rule = 18, true, "center", "" },
	paperSubtitleStyle: func(l *look) { l.size, l.align, l.colour, l.rule = 11, "center", faint, "" },
	paperKeyStyle:      func(l *look) { l.box, l.rule, l.fill, l.bold, l.align, l.wrap = true, edge, mist, true, "center", true },
	paperFieldStyle:    func(l *look) { openForm(l); l.rule, l.indent = edge, 1 },
	paperAreaStyle:     func(l *look) { openForm(l); l.rule, l.valign, l.indent = edge, "top", 1 },
	paperTextStyle:     func(l *look) { l.box, l.rule, l.wrap, l.indent = true, edge, true, 1 },
	paperCentreStyle:   func(l *look) { l.align, l.wrap = "center", true },
	panelTextStyle:     func(l *look) { l.align, l.indent, l.wrap = "right", 1, true },
	panelTargetStyle:   func(l *look) { l.align, l.indent, l.wrap, l.colour = "right", 1, true, blue },
	panelEstimateStyle: func(l *look) { l.align, l.indent, l.wrap, l.colour = "right", 1, true, amber },
	panelRuleStyle:     func(l *look) { l.align, l.indent, l.wrap, l.colour = "right", 1, true, violet },
	panelAlarmStyle:    func(l *look) { l.align, l.indent, l.wrap, l.colour, l.bold = "right", 1, true, red, true },
	gridTitleStyle:     func(l *look) { l.size, l.bold, l.colour, l.rule = 12, true, navy, "" },
	gridInfoStyle:      func(l *look) { l.size, l.colour, l.rule = 9, faint, "" },
	gridLinkStyle:      func(l *look) { l.size, l.colour, l.rule = 9, blue, "" },
	gridHeadStyle:      func(l *look) { head(l); l.box, l.heavy, l.rule, l.align = true, false, edge, "center" },
	gridRowHeadStyle:   func(l *look) { l.box, l.wrap, l.bold, l.rule, l.indent = true, true, true, edge, 1 },
	gridTextStyle:      func(l *look) { l.box, l.wrap, l.rule, l.indent = true, true, edge, 1 },
	gridNoteStyle:      func(l *look) { l.size, l.colour, l.rule = 9, faint, "" },
	coverTitleStyle:    func(l *look) { l.size, l.bold, l.colour, l.rule = 24, true, navy, "" },
	coverSubtitleStyle: func(l *look) { l.size, l.colour, l.rule = 11, faint, "" },
	coverSectionStyle:  func(l *look) { l.size, l.bold, l.colour, l.rule, l.heavy = 12, true, navy, navy, true },
	coverKeyStyle:      func(l *look) { l.bold = true },
	coverTextStyle:     func(l *look) { l.wrap = true },
	coverLinkStyle:     func(l *look) { l.colour = blue },
	coverNumberStyle:   func(l *look) { l.format, l.bold = "#,##0", true },
	countStyle:         func(l *look) { l.format, l.align, l.indent, l.colour = "0", "right", 1, faint },
	linkCountStyle:     func(l *look) { l.format, l.align, l.indent, l.colour = "#,##0", "right", 1, blue },
}

func head(l *look) {
	l.bold, l.colour, l.fill, l.rule, l.heavy, l.wrap = true, navy, mist, navy, true, true
}

// openForm is the look of a cell that people fill in.
func openForm(l *look) {
	l.open, l.fill, l.box, l.rule, l.wrap = true, cream, true, twig, true
}
