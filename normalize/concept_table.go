package normalize

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"shuzheng/policy"
)

// Concepts is a table of indicators under one name each. It does not change once made.
type Concepts struct {
	words      *conceptWords
	list       []Concept
	ids, names map[string]int32 // names: folded and without the words that end them
	tails      [tails]bool      // by tail: names end so
	suffixes   *suffixSet       // what the names end in
	prefixes   []string         // 人均, 单位GDP
	heads      [512]bool        // by hashChar: the first characters of prefixes, and of 新增
	inner      [512]bool        // the others of these, and of the words that start a name
	composites map[composition]int32
	key        []byte          // what a name is folded in
	keys       strings.Builder // what it is kept in
	own        bool            // it is being made of a user's table
}

// A composition is a concept made of others: a part and a whole, or a prefix of
// prefixes, counted from prefixed, and what it stands before.
type composition [2]int32

const prefixed = 1 << 30

//go:embed concepts.tsv
var conceptsTSV string

// BuiltinConcepts is the table that the program comes with. It is made when first
// asked for: many a run needs none.
var BuiltinConcepts = sync.OnceValue(func() *Concepts {
	return must(new(Concepts).With("concepts.tsv", conceptsTSV))
})

// With is t with the concepts of another table added. Each line holds id, Chinese
// name, English name, dimensions, other names with 、 between, and patterns, tab-
// separated; the last two may be left out. A line with a known id adds names to that
// concept. A name that means another concept already is refused. The error names the
// file and the line.
func (t *Concepts) With(file, tsv string) (*Concepts, error) {
	rows := strings.Count(tsv, "\n") + 1
	c := &Concepts{words: conceptFolding(), own: len(t.list) > 0, prefixes: slices.Clone(t.prefixes), composites: maps.Clone(t.composites),
		list: append(make([]Concept, 0, len(t.list)+rows*3/2), t.list...), // with those of things added
		ids:  make(map[string]int32, len(t.ids)+rows*3/2), names: make(map[string]int32, len(t.names)+3*rows)}
	c.tails, c.suffixes = t.tails, new(suffixSet)
	if t.suffixes != nil {
		*c.suffixes = *t.suffixes
	}
	for _, prefix := range c.prefixes {
		c.noteHead(prefix)
	}
	c.noteHead(newly)
	for _, list := range c.words.start {
		for _, word := range list {
			c.noteInner(word.from)
		}
	}
	c.tails[tail([]byte("比重"))], c.tails[tail([]byte("之比"))] = true, true // of ratios
	maps.Copy(c.ids, t.ids)
	maps.Copy(c.names, t.names)
	if c.composites == nil {
		c.composites = make(map[composition]int32, 64)
	}
	c.keys.Grow(len(tsv)) // so that names share one string
	patterns, err := c.read(file, tsv)
	if err == nil {
		err = c.compose(patterns)
	}
	c.additions()
	if err != nil {
		return nil, err
	}
	return c, nil
}

// read takes in the lines of a table, all but their patterns.
func (t *Concepts) read(file, tsv string) (patterns []conceptPattern, err error) {
	for n, row := range policy.Rows(tsv) {
		of, pattern, err := t.add(file, n, row)
		if err != nil {
			return nil, fmt.Errorf("%s line %d: %w", file, n, err)
		}
		for p := range strings.FieldsSeq(pattern) {
			patterns = append(patterns, conceptPattern{of, p, file, n})
		}
	}
	return patterns, nil
}

// add takes in one row and gives its concept and its patterns.
func (t *Concepts) add(file string, line int, row string) (of int32, patterns string, err error) {
	var cells [6]string
	for i := range cells {
		cells[i], row, _ = strings.Cut(row, "\t")
	}
	of, err = t.concept(Concept{ID: cells[0], Zh: cells[1], En: cells[2], file: file, line: line}, cells[3])
	if err != nil {
		return 0, "", err
	}
	if err := t.addName(of, file, line, cells[1]); err != nil {
		return 0, "", err
	}
	for name := range strings.SplitSeq(cells[4], "、") {
		if err := t.addName(of, file, line, name); err != nil {
			return 0, "", err
		}
	}
	return of, cells[5], nil
}

// concept finds the concept of a row, or begins it.
func (t *Concepts) concept(c Concept, dimension string) (of int32, err error) {
	if !isConceptID(c.ID) {
		return 0, fmt.Errorf("id: want small letters, digits, . and -, got %q", c.ID)
	}
	if of, known := t.ids[c.ID]; known {
		return of, t.list[of].same(c)
	}
	if c.Zh == "" || c.En == "" {
		return 0, errors.New("a new concept has an id, a Chinese and an English name and a dimension, with tabs between")
	}
	if err := c.dimension(dimension); err != nil {
		return 0, err
	}
	of, c.order = int32(len(t.list)), len(t.list)
	t.list, t.ids[c.ID] = append(t.list, c), of
	return of, nil
}

func isConceptID(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' {
			return false
		}
	}
	return s != ""
}

// same says what is wrong where a second row of a concept contradicts the first.
func (c *Concept) same(row Concept) error {
	if c.file == row.file {
		return fmt.Errorf("%s stands twice: %s", c.ID, c.place())
	}
	if row.Zh != "" && row.Zh != c.Zh || row.En != "" && row.En != c.En {
		return fmt.Errorf("%s is %s (%s) already: leave the names empty to add others", c.ID, c.Zh, c.En)
	}
	return nil
}

func (c *Concept) place() string { return fmt.Sprintf("%s line %d", c.file, c.line) }

// addName makes a name one of concept of.
func (t *Concepts) addName(of int32, file string, line int, name string) error {
	if name == "" {
		return nil
	}
	if len(name) > maxConceptName {
		return fmt.Errorf("the name %q is too long", name)
	}
	if t.own { // a test holds the program's to it
		if folded := Fold(policy.Plain(name, 0)); folded.String() != name {
			return fmt.Errorf("the name %q is never met: texts are folded to %q", name, folded)
		}
	}
	t.key = t.words.fold(t.key[:0], name)
	stem := t.words.trimEnd(t.key)
	if len(stem) == 0 {
		return fmt.Errorf("the name %q says nothing", name)
	}
	if old, known := t.names[string(stem)]; known {
		if old == of {
			return nil
		}
		return fmt.Errorf("the name %q means %s already, by %s", name, t.list[old].ID, t.list[old].place())
	}
	from := t.keys.Len()
	t.keys.Write(stem)
	t.names[t.keys.String()[from:]] = of
	t.tails[tail(stem)] = true
	t.suffixes.add(stem)
	return nil
}
