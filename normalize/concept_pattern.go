package normalize

import (
	"fmt"
	"slices"
	"strings"
)

// A conceptPattern is a pattern of a line, kept until all concepts are known.
type conceptPattern struct {
	of      int32
	pattern string
	file    string
	line    int
}

// compose takes in the patterns.
func (t *Concepts) compose(patterns []conceptPattern) error {
	for _, p := range patterns {
		of, err := t.pattern(p.pattern)
		if err == nil {
			if old, known := t.composites[of]; known && old != p.of {
				err = fmt.Errorf("the pattern %q means %s already, by %s", p.pattern, t.list[old].ID, t.list[old].place())
			}
		}
		if err != nil {
			return fmt.Errorf("%s line %d: %w", p.file, p.line, err)
		}
		t.composites[of] = p.of
	}
	return nil
}

// additions makes of every stock the concept of those added in a time, where the
// table has none: 新增上市公司.
func (t *Concepts) additions() {
	for i := range t.list {
		c := &t.list[i]
		if !c.Stock() || c.added > 0 || strings.HasPrefix(c.Zh, "新增") {
			continue
		}
		id := c.ID + ".new"
		of, known := t.ids[id]
		if !known {
			of = int32(len(t.list))
			t.ids[id] = of
			t.list = append(t.list, Concept{order: c.order, ID: id, Zh: "新增" + c.Zh, En: c.En + ", added", Flow: true, plain: c.plain, per: c.per, file: c.file, line: c.line})
		}
		t.list[i].added = of
	}
}

// pattern reads [a]占[b]比重 or 人均[a]. Words that say nothing are no prefix.
func (t *Concepts) pattern(s string) (of composition, err error) {
	before, rest, _ := strings.Cut(s, "[")
	first, rest, closed := strings.Cut(rest, "]")
	if before != "" && closed && rest == "" {
		words := string(t.words.fold(nil, before))
		if words == "" {
			return of, fmt.Errorf("pattern: %q says nothing", before)
		}
		of[0] = prefixed + t.prefix(words)
		of[1], err = t.reference(first)
		return of, err
	}
	second, tail, _ := strings.Cut(strings.TrimPrefix(rest, "占["), "]")
	if before != "" || !strings.HasPrefix(rest, "占[") || tail != "比重" {
		return of, fmt.Errorf("pattern: want [id]占[id]比重 or words before an [id], got %q", s)
	}
	if of[0], err = t.reference(first); err == nil {
		of[1], err = t.reference(second)
	}
	return of, err
}

func (t *Concepts) reference(id string) (int32, error) {
	of, known := t.ids[id]
	if !known {
		return 0, fmt.Errorf("pattern: no concept is called %q", id)
	}
	return of, nil
}

// prefix is the number of a prefix among those there are.
func (t *Concepts) prefix(words string) int32 {
	i := slices.Index(t.prefixes, words)
	if i < 0 {
		i = len(t.prefixes)
		t.prefixes = append(t.prefixes, words)
		t.noteHead(words)
	}
	return int32(i)
}
