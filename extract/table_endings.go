package extract

// endings find the entry of a table whose word a text ends with.
type endings[T any] struct {
	words  *lexicon
	byWord map[string]*T
}

// newEndings makes endings of a table; of two entries with one word the first holds.
func newEndings[T any](table []T, word func(*T) string) endings[T] {
	e := endings[T]{byWord: make(map[string]*T, len(table))}
	var words []string
	for i := range table {
		if w := word(&table[i]); e.byWord[w] == nil {
			e.byWord[w] = &table[i]
			words = append(words, w)
		}
	}
	e.words = newLexicon(words)
	return e
}

// of is the entry with the longest word that s ends with, nil if there is none.
func (e endings[T]) of(s string) *T {
	n := e.words.suffix(s)
	if n == 0 {
		return nil
	}
	return e.byWord[s[len(s)-n:]]
}
