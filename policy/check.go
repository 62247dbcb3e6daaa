package policy

// A CheckKind says by what a Check recomputes what a text states.
type CheckKind string

// The kinds of checks.
const (
	SumCheck        CheckKind = "sum"        // parts and their total: 其中国家级6项，省级86项 of 92项
	DifferenceCheck CheckKind = "difference" // 比2015年提高了12.43件 against both levels
	GrowthCheck     CheckKind = "growth"     // 同比增长110.71% against both levels
	MultipleCheck   CheckKind = "multiple"   // 翻两番 against both levels
	ShareCheck      CheckKind = "share"      // 占59.6% against part and whole
	DistanceCheck   CheckKind = "distance"   // 低于全省平均0.83个百分点 against both values
	OrderCheck      CheckKind = "order"      // a part is no more than its whole
	CountCheck      CheckKind = "count"      // 五区协同 against the five that are listed
	RowCheck        CheckKind = "row"        // 完成 in a table's row against its columns
	AgreementCheck  CheckKind = "agreement"  // the same indicator in two places
	ProgressCheck   CheckKind = "progress"   // targets against baselines and one another over time
)

// A CheckResult says how what was computed stands to what was stated.
type CheckResult string

// The results. None of them says which of the figures is wrong.
const (
	Consistent   CheckResult = "consistent"   // the intervals of half a unit in the last printed place meet
	Inconsistent CheckResult = "inconsistent" // they do not
	Unchecked    CheckResult = "unchecked"    // the statement can be computed, but not from what is there
)

// A Check holds one statement of a document against what the document, or
// another of the same run, states elsewhere.
type Check struct {
	ID       string // 16 hexadecimal digits, from the kind and the figures or the place
	Kind     CheckKind
	Result   CheckResult
	Claim    Span     // in Content: the words that state it
	Stated   string   // as the text has it: "12.43件"
	Computed string   // with the way it was come by: "18.11 − 5.68 = 12.43"; for Unchecked what it implies, or ""
	Figures  []string // IDs of the figures it rests on, the stated one first
	Reason   string   // code of the sentence that explains it, worded by the writers
}

// A RunCheck holds statements of several documents of one run against each other. Its
// Check has no Claim and no Figures: they are those of the Sides.
type RunCheck struct {
	Check
	Sides []Side // the stated one first
}

// A Side is one figure of a RunCheck, with what the outputs show of it.
type Side struct {
	Document int    // which of the run, in order, from 0
	Name     string // of its source
	Title    string // of the document; "" where it has none
	Index    int    // of the figure in the document

	ID, Indicator, Concept, Value, Unit, Period, Area string // as in Figure
	Raw                                               string // as printed: 12.6亿元
	Comparator                                        Comparator
	Status                                            Status
}
