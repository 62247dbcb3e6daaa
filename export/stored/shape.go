package stored

// The shapes of the JSON, key by key as export/schema.json describes them. What may
// be null is a plain type too: null leaves it empty.
type (
	document struct {
		Schema     string           `json:"schema"`
		Source     source           `json:"source"`
		Text       text             `json:"text"`
		Metadata   map[string]value `json:"metadata"`
		Blocks     []block          `json:"blocks"`
		Tables     []table          `json:"tables"`
		Figures    []figure         `json:"figures"`
		Platforms  []platform       `json:"platforms"`
		Tasks      []task           `json:"tasks"`
		References []reference      `json:"references"`
		Numerals   []numeral        `json:"numerals"`
		Checks     []check          `json:"checks"`
		Problems   []problem        `json:"problems"`
	}
	source struct {
		Name      string `json:"name"`
		MediaType string `json:"media_type"`
		Charset   string `json:"charset"`
		Bytes     int    `json:"bytes"`
		SHA256    string `json:"sha256"`
	}
	text struct {
		Length  int    `json:"length"`
		SHA256  string `json:"sha256"`
		Content string `json:"content"`
	}
	// A place is a range of code points.
	place struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	value struct {
		Value string `json:"value"`
		place
	}
	block struct {
		ID   int    `json:"id"`
		Kind string `json:"kind"`
		// Level is there for headings only.
		Level int `json:"level"`
		place
		Text    string `json:"text"`
		Section *int   `json:"section"`
	}
	table struct {
		ID      string `json:"id"`
		Caption string `json:"caption"`
		Unit    string `json:"unit"`
		Note    string `json:"note"`
		place
		Rows       int    `json:"rows"`
		Cols       int    `json:"cols"`
		HeaderRows int    `json:"header_rows"`
		HeaderCols int    `json:"header_cols"`
		Cells      []cell `json:"cells"`
	}
	cell struct {
		Row     int    `json:"row"`
		Col     int    `json:"col"`
		RowSpan int    `json:"rowspan"`
		ColSpan int    `json:"colspan"`
		Header  bool   `json:"header"`
		Text    string `json:"text"`
		place
	}
	figure struct {
		ID         string   `json:"id"`
		Indicator  string   `json:"indicator"`
		Concept    string   `json:"concept"`
		Value      string   `json:"value"`
		ValueHigh  string   `json:"value_high"`
		Unit       string   `json:"unit"`
		ValueRaw   string   `json:"value_raw"`
		UnitRaw    string   `json:"unit_raw"`
		Scale      string   `json:"scale"`
		Decimals   int      `json:"decimals"`
		Comparator string   `json:"comparator"`
		Measure    string   `json:"measure"`
		Direction  string   `json:"direction"`
		Base       string   `json:"base"`
		Status     string   `json:"status"`
		Binding    string   `json:"binding"`
		Period     string   `json:"period"`
		PeriodRaw  string   `json:"period_raw"`
		Area       string   `json:"area"`
		Section    []int    `json:"section"`
		Table      *cellRef `json:"table"`
		Evidence   evidence `json:"evidence"`
		Rule       string   `json:"rule"`
	}
	cellRef struct {
		ID  string `json:"id"`
		Row int    `json:"row"`
		Col int    `json:"col"`
	}
	evidence struct {
		place
		Exact      string    `json:"exact"`
		Prefix     string    `json:"prefix"`
		Suffix     string    `json:"suffix"`
		Line       int       `json:"line"`
		Page       int       `json:"page"`
		Box        []float64 `json:"bbox"`
		Source     origin    `json:"source"`
		Indicator  [][]int   `json:"indicator"`
		Period     [][]int   `json:"period"`
		Comparator [][]int   `json:"comparator"`
		Area       [][]int   `json:"area"`
		Status     [][]int   `json:"status"`
		Direction  [][]int   `json:"direction"`
	}
	// An origin is a range of bytes of the source or of a part of it.
	origin struct {
		Part   string `json:"part"`
		Cell   string `json:"cell"`
		Stored string `json:"stored"`
		place
	}
	platform struct {
		ID         string      `json:"id"`
		Name       string      `json:"name"`
		Type       string      `json:"type"`
		Level      string      `json:"level"`
		Aliases    []string    `json:"aliases"`
		Mentions   []mention   `json:"mentions"`
		Attributes []attribute `json:"attributes"`
		Figures    []string    `json:"figures"`
	}
	mention struct {
		place
		Exact string `json:"exact"`
	}
	attribute struct {
		Name  string `json:"name"`
		Value string `json:"value"`
		place
	}
	task struct {
		place
		Task        string   `json:"task"`
		Lead        []string `json:"lead"`
		Responsible []string `json:"responsible"`
	}
	reference struct {
		Title     string `json:"title"`
		DocNumber string `json:"doc_number"`
		place
	}
	numeral struct {
		place
		Exact  string `json:"exact"`
		As     string `json:"as"`
		Figure string `json:"figure"`
	}
	check struct {
		ID     string `json:"id"`
		Kind   string `json:"kind"`
		Result string `json:"result"`
		Claim  string `json:"claim"`
		place
		Stated   string   `json:"stated"`
		Computed string   `json:"computed"`
		Figures  []string `json:"figures"`
		Explain  string   `json:"explain"`
	}
	problem struct {
		place
		Message string `json:"message"`
	}
)
