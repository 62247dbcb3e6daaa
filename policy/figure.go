package policy

// A Comparator says how a value bounds what it is said of.
type Comparator string

// The comparators. 以上 and 以下 include the number, 超过 and 不足 do not.
const (
	Equal    Comparator = "="
	AtLeast  Comparator = ">="
	MoreThan Comparator = ">"
	AtMost   Comparator = "<="
	LessThan Comparator = "<"
	About    Comparator = "~"  // 约, 左右
	OverBit  Comparator = "~>" // 余, 多
	Nearly   Comparator = "~<" // 近, 接近
)

// A Measure says what kind of statement a figure makes.
type Measure string

// The measures.
const (
	Level    Measure = "level"    // an amount, count, share or state
	Change   Measure = "change"   // an increase, decrease or difference
	Rank     Measure = "rank"     // 居第4位
	Multiple Measure = "multiple" // 翻两番, 是去年同期的270%
)

// A Direction is the sign of a change.
type Direction string

// The directions; NoDirection for what is no change.
const (
	NoDirection Direction = ""
	Up          Direction = "up"
	Down        Direction = "down"
)

// A Status says what the text claims of a figure.
type Status string

// The statuses.
const (
	Actual   Status = "actual"   // stated as fact
	Target   Status = "target"   // goal, plan, requirement
	Estimate Status = "estimate" // 预计, 估计
	Rule     Status = "rule"     // a standard, cap, threshold or condition that the policy sets
)

// A CellRef names a cell of one of the document's tables.
type CellRef struct {
	Table    string // Table.ID
	Row, Col int
}

// A Step is one line of a figure's derivation.
type Step struct {
	Rule string // name of the rule
	What string // field it read: value, unit, comparator, period …
	Got  string // what it took
	Span Span   // where
}

// Evidence says where a figure and each of its fields were read, in Content.
type Evidence struct {
	Span       Span // the numeral with its magnitude, classifier and unit
	Indicator  []Span
	Period     []Span
	Comparator []Span
	Area       []Span
	Status     []Span
	Direction  []Span
}

// A Figure is a numeral with what it counts or measures. Value, ValueHigh and
// Scale are exact decimals written as strings: no float ever holds a figure.
type Figure struct {
	ID         string // 16 hexadecimal digits, from the source's bytes and the place
	Indicator  string
	Concept    string
	Value      string // 万 亿 千 folded in: "11990000000"
	ValueHigh  string // upper end of a range, else ""
	Unit       string // 元 家 % …; no 万, no 亿
	ValueRaw   string // the numeral as written: "119.9"
	UnitRaw    string // "亿元"
	Scale      string // "100000000"; "1" where nothing was folded
	Decimals   int    // digits after the point as printed, scaled: 119.9亿 → -7
	Comparator Comparator
	Measure    Measure
	Direction  Direction
	Base       string // what a change, rank or multiple is against: "yoy", "2015", "全省平均"
	Status     Status
	Binding    string // 约束性, 预期性
	Period     string // EDTF; "" where the text gives none
	PeriodRaw  string // the words it came from
	Area       string
	Block      int      // ID of the block it stands in
	Table      *CellRef // nil for running text
	Evidence   Evidence
	Rule       string // name of the rule that read it
	Trace      []Step // filled only when asked for
}

// A NumeralKind says what a numeral of the text was taken for.
type NumeralKind string

// The kinds of the ledger.
const (
	AsFigure      NumeralKind = "figure"
	AsCell        NumeralKind = "cell"       // a figure in a table cell
	AsPeriod      NumeralKind = "period"     // dates, years, plans
	AsOrdinal     NumeralKind = "ordinal"    // heading, list and edition numbers
	AsIdentifier  NumeralKind = "identifier" // document numbers, codes, addresses, G60, PM2.5
	AsName        NumeralKind = "name"       // slogans and proper names: 8+N, 十百千万
	AsWord        NumeralKind = "word"       // a numeral inside a word: 统一, 一批
	AsBoilerplate NumeralKind = "boilerplate"
	Unexplained   NumeralKind = "unexplained"
)

// A Numeral is one line of the ledger.
type Numeral struct {
	Span   Span // in Content
	As     NumeralKind
	Figure string // ID of the figure that holds it, else ""
}
