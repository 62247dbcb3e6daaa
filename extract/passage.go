package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A passage is one block prepared for reading: its folded wording, the numerals
// in it, and the clauses it falls into.
type passage struct {
	block   *policy.Block
	text    policy.Text // folded by normalize.Fold, based on Content
	s       string      // text.String()
	survey  policy.Survey
	marks   []mark    // the numerals, in order, none overlapping
	known   []subject // of the marks, while they are read one after the other
	clauses []clause  // covering s, in order
	wire    int       // where what tells who sends the report ends
	quotes  answer    // see quoted
	titles  answer    // see titled
	orders  answer    // see orderedBy
	arena   *arena    // may be nil

	says  policy.Status // of a cell: what its column or the caption says of the figures in it
	above *policy.Block // the heading over it, nil if there is none
	title string        // what that says is given, once a figure was found to be of it

	figured bool // it has figures, once measured

	lastClause int // the answer of the last clauseAt: most questions are about it or the next
}

// An answer is what was found when it was first asked for.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// quoted says whether s holds “.
func (p *passage) quoted() bool { return p.holds("“", &p.quotes) }

// titled says whether s holds 《.
func (p *passage) titled() bool { return p.holds("《", &p.titles) }

// holds looks for a character of three bytes unless there is an answer.
func (p *passage) holds(char string, a *answer) bool {
	if *a == unasked {
		*a = no
		if normalize.IndexChar(p.s, char) >= 0 {
			*a = yes
		}
	}
	return *a == yes
}

// A mark is a stretch of a passage that holds a numeral, and what it was taken for.
type mark struct {
	start, end int // in passage.s: for a figure its quote, for a period its whole wording
	as         policy.NumeralKind
	period     normalize.Period // for AsPeriod
	role       role             // of that, once read
	fig        *draft           // for AsFigure
}

// A clause is what lies between two of ，；。！？： (brackets included in the
// clause they stand in).
type clause struct {
	start, end int
	sentence   int // counts 。！？； from 0
	stop       rune
}

// A draft is a figure being read. All places are in passage.s.
type draft struct {
	policy.Figure
	num     policy.Span   // the numeral with its magnitude
	unit    policy.Span   // the unit as written, empty if implied
	bound   []policy.Span // words of the comparator
	past    int           // where it ends with the bound behind it, once relate knows: 5万户以上|
	verb    policy.Span   // the word that makes it a change, rank or multiple
	object  bool          // what changes stands behind that word: 降低|物流成本|30%
	head    policy.Span   // what prefix found, once headed
	has     hinges        // of what leads to it, once headed
	is      facts         // once it is named
	kind    normalize.UnitKind
	headed  bool
	goal    bool // named as a goal: 5%的预期目标
	funds   bool // a part of what is spent: 总投资1660万元，其中省级补助800万元
	whole   bool // what the share behind it is taken of: 占全市收入2410亿元的35.7%
	ruled   bool // only a rule says it so: 5万元以下罚款, 按投入的20%给予补助
	planned bool // what a share of is told behind it: 完成全年900万人目标任务的
	endless bool // a fraction whose decimals never end: 三分之一
	clause  int  // index of its clause
	group   int  // figures of one list (分别, 、) share a group, -1 if none
}

// clauseAt is the index of the clause that holds byte i of the passage. Most often that is the one asked for last, or
// one of those behind it.
func (p *passage) clauseAt(i int) int {
	k := min(p.lastClause, len(p.clauses)-1)
	for k+1 < len(p.clauses) && p.clauses[k+1].start <= i {
		k++
	}
	for k > 0 && p.clauses[k].start > i {
		k--
	}
	p.lastClause = k
	return k
}

// markFrom is the index of the first mark that ends behind byte i.
func (p *passage) markFrom(i int) int {
	k := 0
	for n := len(p.marks); n > 0; { // as Text.runAt
		half := (n + 1) / 2
		k += policy.WhereUpTo(p.marks[k+half-1].end, i, half)
		n -= half
	}
	return k
}

// span turns a range of the folded passage into a range of the document's Content.
func (p *passage) span(start, end int) policy.Span { return p.text.Span(start, end) }
